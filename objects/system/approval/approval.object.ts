/** An approval (审批): a command that one person asks for and another decides; see the command decide-approval. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { belongsTo, dateTime, json, object, select, text } from '#kit/object.ts';
import { APPROVAL_STAGES } from '#workflows/pipeline/approval.ts';

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
      state: select('State', APPROVAL_STAGES, { initially: 'PENDING' }),
      reason: text('Reason'),
      askedBy: text('Asked by'),
      askedById: text('Asked by id'),
      askedAt: dateTime('Asked at'),
      decidedBy: text('Decided by'),
      decidedAt: dateTime('Decided at'),
      decisionKey: text('Request of the decision', {
        description: 'The request that decided: a decision that was cut off knows its own work by it.',
      }),
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
