import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('approval', {
    Approval: ['name', 'state', 'reason', 'outcome'],
    Asked: ['askedBy', 'askedAt', 'subjectKind', 'subjectId'],
    Decided: ['decidedBy', 'decidedAt', 'decisionNote'],
    Payload: ['command', 'payload', 'payloadHash', 'askedById', 'decisionKey'],
  }),
);
