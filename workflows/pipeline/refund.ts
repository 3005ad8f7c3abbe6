/** A refund (退款): money that went out, of a balance, a deposit or earnest money (C4). */
import type { RefundState } from '#domain/ledger/settlement-states.ts';
import type { Machine, Stages } from './machine.ts';

export const REFUND_STAGES: Stages<RefundState> = {
  PAID: { label: 'Paid out', color: 'green' },
  REVERSED: { label: 'Reversed', color: 'brown' },
};

export const REFUND: Machine<RefundState> = {
  object: 'refund',
  title: 'Refund',
  about: 'Whether money that went out counts.',
  first: 'PAID',
  stages: REFUND_STAGES,
  begins: [
    {
      in: 'PAID',
      commands: ['record-refund', 'refund-ticket'],
      guard: 'Not more than what is there to give back, and approved by somebody else (C4, C5).',
      rights: ['keepAccounts', 'approveMoney', 'sell', 'controlSales'],
    },
  ],
  transitions: [
    {
      from: ['PAID'],
      to: 'REVERSED',
      commands: ['record-refund'],
      guard: 'Of two at the same time the one that would pay out too much takes itself back (E21.1).',
      rights: ['keepAccounts'],
    },
  ],
};
