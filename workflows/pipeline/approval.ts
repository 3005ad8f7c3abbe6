/** An approval (审批): asked for by one person, decided by another, carried out once (C4, C5). */
import type { ApprovalState } from '#domain/system/index.ts';
import type { Machine, Stages } from './machine.ts';

export const APPROVAL_STAGES: Stages<ApprovalState> = {
  PENDING: { label: 'Waiting', color: 'yellow' },
  APPROVED: { label: 'Approved', color: 'green' },
  REJECTED: { label: 'Rejected', color: 'red' },
  WITHDRAWN: { label: 'Withdrawn', color: 'gray' },
};

export const APPROVAL: Machine<ApprovalState> = {
  object: 'approval',
  title: 'Approval',
  about: 'Whether somebody else agrees to a command before it is carried out.',
  first: 'PENDING',
  stages: APPROVAL_STAGES,
  begins: [
    {
      in: 'PENDING',
      commands: ['ask-approval'],
      guard:
        'Who asks has the right to the command that is asked for, whose input is kept with its hash (C5).',
      rights: ['sell', 'controlSales', 'keepAccounts'],
    },
  ],
  transitions: [
    {
      from: ['PENDING'],
      to: 'APPROVED',
      commands: ['decide-approval'],
      guard:
        'By somebody else than the asker, with the right that the command names and the hash unchanged (C5).',
      rights: ['approveMoney', 'controlSales'],
    },
    {
      from: ['PENDING'],
      to: 'REJECTED',
      commands: ['decide-approval'],
      guard: 'By somebody else than the asker; nothing is carried out (C5).',
      rights: ['approveMoney', 'controlSales'],
    },
    {
      from: ['PENDING'],
      to: 'WITHDRAWN',
      commands: ['withdraw-approval'],
      guard: 'By who asked, and nobody has decided yet (C4, C5).',
      rights: ['sell', 'controlSales', 'keepAccounts'],
    },
  ],
};
