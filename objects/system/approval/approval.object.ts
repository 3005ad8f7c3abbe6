/** An approval (审批): a command that one person asks for and another decides; see the command decide-approval. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { ApprovalState } from '#domain/system/audit.ts';
import { belongsTo, dateTime, json, object, select, text } from '#kit/object.ts';

const STATES: Record<ApprovalState, { label: string; color: string }> = {
  PENDING: { label: 'Waiting', color: 'yellow' },
  APPROVED: { label: 'Approved', color: 'green' },
  REJECTED: { label: 'Rejected', color: 'red' },
  WITHDRAWN: { label: 'Withdrawn', color: 'gray' },
};

export default defineObject(
  object('approval', {
    label: 'Approval',
    plural: 'Approvals',
    icon: 'IconUserCheck',
    description: 'A command that one person asks for and another one decides. Written by commands only.',
    isUICreatable: false,
    fields: {
      name: text('What'),
      command: text('Command'),
      state: select('State', STATES, { initially: 'PENDING' }),
      reason: text('Reason'),
      askedBy: text('Asked by'),
      askedById: text('Asked by id'),
      askedAt: dateTime('Asked at'),
      decidedBy: text('Decided by'),
      decidedAt: dateTime('Decided at'),
      decisionNote: text('Note'),
      outcome: text('What came of it'),
      contract: belongsTo('Contract', 'contract.approvals', { onDelete: OnDeleteAction.SET_NULL }),
      reservation: belongsTo('Reservation', 'reservation.approvals', { onDelete: OnDeleteAction.SET_NULL }),
      subjectKind: text('About'),
      subjectId: text('About id'),
      payload: json('Payload'),
      payloadHash: text('Fingerprint', {
        description: 'Of the payload: what is carried out is what was approved.',
      }),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
