import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('auditEntry', {
    What: ['name', 'command', 'outcome', 'reason'],
    'Who and when': ['actor', 'actorName', 'startedAt', 'finishedAt'],
    Change: ['before', 'after'],
    Request: ['requestKey', 'input', 'answer', 'subjectKind', 'subjectId', 'bodyHash'],
  }),
);
