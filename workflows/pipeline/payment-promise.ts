/** A promise to pay (承诺还款): no reminder goes out until its day (C4). */
import type { PromiseState } from '#domain/ledger/collection-states.ts';
import type { Machine, Stages } from './machine.ts';

export const PROMISE_STAGES: Stages<PromiseState> = {
  OPEN: { label: 'Still to be kept', color: 'yellow' },
  KEPT: { label: 'Kept', color: 'green' },
  BROKEN: { label: 'Broken', color: 'red' },
  WITHDRAWN: { label: 'Withdrawn', color: 'gray' },
};

export const PAYMENT_PROMISE: Machine<PromiseState> = {
  object: 'paymentPromise',
  title: 'Promise to pay',
  about: 'Whether a buyer did what was promised.',
  first: 'OPEN',
  stages: PROMISE_STAGES,
  begins: [
    {
      in: 'OPEN',
      commands: ['record-promise'],
      guard: 'An amount above zero by a day that is not past (C4).',
      rights: ['keepAccounts'],
    },
  ],
  transitions: [
    {
      from: ['OPEN'],
      to: 'KEPT',
      commands: [],
      jobs: ['keep-ledger'],
      guard: 'As much was paid since, by the day (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['OPEN'],
      to: 'BROKEN',
      commands: [],
      jobs: ['keep-ledger'],
      guard: 'The day has passed and less was paid (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['OPEN'],
      to: 'WITHDRAWN',
      commands: ['cancel-contract'],
      guard: 'The contract is cancelled: nothing is owed on it (D7).',
      rights: ['keepAccounts'],
    },
  ],
};
