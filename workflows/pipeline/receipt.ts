/** A receipt (收款单): money that came in. It is never edited, only reversed (C4, C1.5). */
import type { ReceiptState } from '#domain/ledger/ledger-states.ts';
import type { Machine, Stages } from './machine.ts';

export const RECEIPT_STAGES: Stages<ReceiptState> = {
  DRAFT: { label: 'Draft', color: 'gray' },
  PENDING_CLEARANCE: { label: 'Pending clearance', color: 'yellow' },
  CLEARED: { label: 'Cleared', color: 'green' },
  BOUNCED: { label: 'Bounced', color: 'red' },
  REVERSED: { label: 'Reversed', color: 'brown' },
};

export const RECEIPT: Machine<ReceiptState> = {
  object: 'receipt',
  title: 'Receipt',
  about: 'Whether money that came in counts.',
  first: 'DRAFT',
  stages: RECEIPT_STAGES,
  begins: [
    {
      in: 'CLEARED',
      commands: ['record-receipt', 'disburse-mortgage', 'post-bank-statement'],
      guard: 'The contract or reservation is live and the external id was never booked (C4).',
      rights: ['keepAccounts'],
    },
    {
      in: 'PENDING_CLEARANCE',
      commands: ['record-receipt'],
      guard: 'The same, for a cheque or a transfer that is not there yet (C4).',
      rights: ['keepAccounts'],
    },
  ],
  transitions: [
    {
      from: ['DRAFT'],
      to: 'PENDING_CLEARANCE',
      commands: [],
      guard: 'Not yet: receipts are recorded in one step (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['DRAFT', 'PENDING_CLEARANCE'],
      to: 'CLEARED',
      commands: ['clear-receipt'],
      guard: 'The money is there; from its value date on it pays what is open (C4, D4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['PENDING_CLEARANCE', 'CLEARED'],
      to: 'BOUNCED',
      commands: ['bounce-receipt'],
      guard: 'A reason is given; what it had paid is open again, late fees included (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['CLEARED'],
      to: 'REVERSED',
      commands: ['reverse-receipt'],
      guard: 'A reason is given; what it had paid is open again, late fees included (C4).',
      rights: ['keepAccounts'],
    },
  ],
};
