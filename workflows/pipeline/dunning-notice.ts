/** A dunning notice (催款单): one step of the ladder of reminders and demands (C4). */
import type { DunningState } from '#domain/ledger/collection-states.ts';
import type { Machine, Stages } from './machine.ts';

export const DUNNING_STAGES: Stages<DunningState> = {
  DRAFT: { label: 'To be sent', color: 'gray' },
  SENT: { label: 'Sent', color: 'blue' },
  ACKNOWLEDGED: { label: 'Acknowledged', color: 'sky' },
  PROMISED: { label: 'Promised', color: 'yellow' },
  BROKEN_PROMISE: { label: 'Promise broken', color: 'red' },
  PAID: { label: 'Paid', color: 'green' },
  ESCALATED: { label: 'Next step taken', color: 'purple' },
};

export const DUNNING_NOTICE: Machine<DunningState> = {
  object: 'dunningNotice',
  title: 'Dunning notice',
  about: 'What became of a reminder or demand.',
  first: 'DRAFT',
  stages: DUNNING_STAGES,
  begins: [
    {
      in: 'DRAFT',
      commands: ['issue-notice'],
      jobs: ['keep-ledger'],
      guard: 'A step of the ladder is reached, once for the same arrears, and no promise is open (C4).',
      rights: ['keepAccounts'],
    },
  ],
  transitions: [
    {
      from: ['DRAFT'],
      to: 'SENT',
      commands: ['mark-notice'],
      guard: 'Its letter went out on a day (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['SENT'],
      to: 'ACKNOWLEDGED',
      commands: ['mark-notice'],
      guard: 'The buyer has said to have it (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['SENT', 'ACKNOWLEDGED', 'BROKEN_PROMISE'],
      to: 'PROMISED',
      commands: ['record-promise'],
      guard: 'The buyer promises an amount by a day (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['PROMISED'],
      to: 'BROKEN_PROMISE',
      commands: [],
      jobs: ['keep-ledger'],
      guard: 'The day has passed and less was paid (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['SENT', 'ACKNOWLEDGED', 'PROMISED', 'BROKEN_PROMISE'],
      to: 'ESCALATED',
      commands: ['mark-notice', 'issue-notice'],
      jobs: ['keep-ledger'],
      guard: 'The next step of the ladder is taken (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['DRAFT', 'SENT', 'ACKNOWLEDGED', 'PROMISED', 'BROKEN_PROMISE', 'ESCALATED'],
      to: 'PAID',
      commands: [],
      jobs: ['keep-ledger'],
      guard: 'Nothing of the contract is overdue any more (C4).',
      rights: ['keepAccounts'],
    },
  ],
};
