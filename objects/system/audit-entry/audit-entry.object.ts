/** An audit entry: one for each command, who did what, before, after and why. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { AuditOutcome } from '#domain/system/audit.ts';
import { belongsTo, dateTime, json, object, select, text } from '#kit/object.ts';

const OUTCOMES: Record<AuditOutcome, { label: string; color: string }> = {
  STARTED: { label: 'Started', color: 'yellow' },
  DONE: { label: 'Done', color: 'green' },
  REFUSED: { label: 'Refused', color: 'red' },
  PUT_BACK: { label: 'Put back', color: 'purple' },
};

export default defineObject(
  object('auditEntry', {
    label: 'Audit entry',
    plural: 'Audit entries',
    icon: 'IconHistory',
    description: 'One command: who asked, what changed and why. Written by commands only.',
    isUICreatable: false,
    fields: {
      name: text('What happened'),
      command: text('Command'),
      outcome: select('Outcome', OUTCOMES, { initially: 'STARTED' }),
      actor: belongsTo('Done by', 'workspaceMember.keyturnAuditEntries', {
        onDelete: OnDeleteAction.SET_NULL,
      }),
      actorName: text('Name of who did it'),
      reason: text('Reason'),
      subjectKind: text('Kind of record'),
      subjectId: text('Record id'),
      startedAt: dateTime('Started at'),
      finishedAt: dateTime('Finished at'),
      before: json('Before'),
      after: json('After'),
      requestKey: text('Request', {
        description: 'The id that the caller chose; the same id is never carried out twice.',
      }),
      bodyHash: text('Fingerprint of the request'),
      input: json('Input'),
      answer: json('Answer'),
    },
  }),
);
