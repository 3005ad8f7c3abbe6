/** An installment (应收款). Its state is computed from amount, paid, taken off, due date and today (C4). */
import type { InstallmentState } from '#domain/ledger/ledger-states.ts';
import type { Machine, Stages } from './machine.ts';

export const INSTALLMENT_STAGES: Stages<InstallmentState> = {
  SCHEDULED: { label: 'Scheduled', color: 'gray' },
  PENDING: { label: 'Not yet due', color: 'sky' },
  DUE: { label: 'Due', color: 'amber' },
  PARTIALLY_PAID: { label: 'Partly paid', color: 'yellow' },
  PAID: { label: 'Paid', color: 'green' },
  OVERDUE: { label: 'Overdue', color: 'red' },
  WAIVED: { label: 'Waived', color: 'brown' },
  CANCELLED: { label: 'Cancelled', color: 'gray' },
};

const MONEY_BACK = ['bounce-receipt', 'reverse-receipt', 'record-refund'];
const BY_TIME = ['keep-ledger', 'reconcile'];

export const INSTALLMENT: Machine<InstallmentState> = {
  object: 'installment',
  title: 'Installment',
  about: 'Whether a payment that a contract asks for is due, paid or late; worked out, never set.',
  first: 'SCHEDULED',
  stages: INSTALLMENT_STAGES,
  begins: [
    {
      in: 'SCHEDULED',
      commands: ['sign-contract', 'replan-contract'],
      guard: 'It waits for a milestone, the keys or the loan (C4).',
      rights: ['sell', 'keepAccounts'],
    },
    {
      in: 'PENDING',
      commands: ['sign-contract', 'replan-contract', 'add-charge', 'post-area-settlement', 'move-mortgage'],
      guard: 'It has its due date (C4).',
      rights: ['sell', 'keepAccounts'],
    },
  ],
  transitions: [
    {
      from: ['SCHEDULED'],
      to: 'PENDING',
      commands: ['certify-milestone', 'hand-over', 'move-mortgage'],
      guard: 'What it waited for has happened and gives it its date (C4).',
      rights: ['controlSales', 'handOver', 'keepAccounts'],
    },
    {
      from: ['SCHEDULED', 'PENDING', 'PARTIALLY_PAID', 'OVERDUE', 'PAID'],
      to: 'DUE',
      commands: ['certify-milestone', 'hand-over', 'bounce-receipt', 'reverse-receipt', 'record-refund'],
      jobs: BY_TIME,
      guard: 'Its day has come and nothing of it is paid (C4).',
      rights: ['controlSales', 'handOver', 'keepAccounts'],
    },
    {
      from: ['SCHEDULED', 'PENDING', 'DUE', 'PARTIALLY_PAID', 'PAID'],
      to: 'OVERDUE',
      commands: ['certify-milestone', 'hand-over', 'bounce-receipt', 'reverse-receipt', 'record-refund'],
      jobs: BY_TIME,
      guard: 'Its day has passed and something of it is open (C4).',
      rights: ['controlSales', 'handOver', 'keepAccounts'],
    },
    {
      from: ['SCHEDULED', 'PENDING', 'DUE', 'OVERDUE', 'PAID'],
      to: 'PARTIALLY_PAID',
      commands: [
        'record-receipt',
        'clear-receipt',
        'disburse-mortgage',
        'post-bank-statement',
        'bounce-receipt',
        'reverse-receipt',
        'record-refund',
      ],
      jobs: BY_TIME,
      guard: 'A part of it is paid by cleared money and it is not late (C4, D4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['SCHEDULED', 'PENDING', 'DUE', 'PARTIALLY_PAID', 'OVERDUE'],
      to: 'PAID',
      commands: ['record-receipt', 'clear-receipt', 'disburse-mortgage', 'post-bank-statement', 'waive'],
      jobs: BY_TIME,
      guard: 'All of it is paid by cleared money or taken off (C4, D4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['DUE', 'PARTIALLY_PAID', 'OVERDUE', 'PAID'],
      to: 'PENDING',
      commands: MONEY_BACK,
      jobs: BY_TIME,
      guard: 'Money was taken back, or its date moved, before its day (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['PENDING', 'PARTIALLY_PAID', 'PAID'],
      to: 'SCHEDULED',
      commands: MONEY_BACK,
      jobs: BY_TIME,
      guard: 'Money was taken back, or its date was, while it waits for a milestone (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['SCHEDULED', 'PENDING', 'DUE', 'PARTIALLY_PAID', 'OVERDUE'],
      to: 'WAIVED',
      commands: ['waive'],
      guard: 'Somebody else has approved just this waiver (C2, C5).',
      rights: ['keepAccounts'],
    },
    {
      from: ['SCHEDULED', 'PENDING', 'DUE', 'PARTIALLY_PAID', 'OVERDUE'],
      to: 'CANCELLED',
      commands: ['replan-contract', 'cancel-contract', 'change-contract-unit'],
      guard: 'Another plan or the end of the contract takes its place (C4, D7).',
      rights: ['keepAccounts', 'sell'],
    },
  ],
};
