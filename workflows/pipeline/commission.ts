/** A commission (佣金): what somebody earns with a contract (C4, D14). */
import type { CommissionState } from '#domain/ledger/settlement-states.ts';
import type { Machine, Stages } from './machine.ts';

export const COMMISSION_STAGES: Stages<CommissionState> = {
  EARNED: { label: 'Earned', color: 'blue' },
  PAID: { label: 'Paid', color: 'green' },
  CLAWED_BACK: { label: 'Clawed back', color: 'red' },
};

export const COMMISSION: Machine<CommissionState> = {
  object: 'commission',
  title: 'Commission',
  about: 'Whether a commission is paid, or taken back with its contract.',
  first: 'EARNED',
  stages: COMMISSION_STAGES,
  begins: [
    {
      in: 'EARNED',
      commands: ['earn-commission'],
      guard: 'The contract has reached the share of the price that the plan asks for, once a person (D14).',
      rights: ['keepAccounts'],
    },
  ],
  transitions: [
    {
      from: ['EARNED'],
      to: 'PAID',
      commands: ['pay-commission'],
      guard: 'It is paid out on a day (D14).',
      rights: ['keepAccounts'],
    },
    {
      from: ['EARNED', 'PAID'],
      to: 'CLAWED_BACK',
      commands: ['cancel-contract'],
      guard: 'Its contract is cancelled; what was paid is owed back (D7, D14).',
      rights: ['keepAccounts'],
    },
  ],
};
