/** A contract (合同) from its draft to the keys or to its end before them (C4, D7). */
import type { ContractState } from '#domain/deal/deal-states.ts';
import type { Machine, Stages } from './machine.ts';

export const CONTRACT_STAGES: Stages<ContractState> = {
  DRAFT: { label: 'Draft', color: 'gray' },
  PENDING_APPROVAL: { label: 'Pending approval', color: 'yellow' },
  SIGNED: { label: 'Signed', color: 'blue' },
  COOLING_OFF: { label: 'Cooling-off', color: 'sky' },
  EFFECTIVE: { label: 'Effective', color: 'turquoise' },
  FILED: { label: 'Filed', color: 'jade' },
  PERFORMING: { label: 'Performing', color: 'green' },
  COMPLETED: { label: 'Completed', color: 'purple' },
  CANCEL_PENDING: { label: 'Cancellation pending', color: 'orange' },
  CANCELLED: { label: 'Cancelled', color: 'gray' },
  RESCINDED: { label: 'Rescinded', color: 'brown' },
  TERMINATED: { label: 'Terminated', color: 'red' },
};

export const CONTRACT: Machine<ContractState> = {
  object: 'contract',
  title: 'Contract',
  about: 'How far the sale of a unit has come, or how it ended.',
  first: 'DRAFT',
  stages: CONTRACT_STAGES,
  begins: [
    {
      in: 'DRAFT',
      commands: ['sign-contract'],
      guard: 'Written first so that a signing that is cut off leaves nothing that counts (C3).',
      rights: ['sell'],
    },
  ],
  transitions: [
    {
      from: ['DRAFT', 'PENDING_APPROVAL'],
      to: 'SIGNED',
      commands: ['sign-contract'],
      guard:
        'The lock has moved from the reservation to it and the plan adds up to the price to the cent (C3, C4).',
      rights: ['sell'],
    },
    {
      from: ['DRAFT'],
      to: 'PENDING_APPROVAL',
      commands: [],
      guard: 'Not yet: what needs approval is approved with the reservation (C4).',
      rights: ['sell'],
    },
    {
      from: ['DRAFT', 'PENDING_APPROVAL'],
      to: 'CANCELLED',
      commands: [],
      guard: 'Not yet: a draft that came to nothing is deleted by the signing itself (C3).',
      rights: ['sell'],
    },
    {
      from: ['SIGNED'],
      to: 'COOLING_OFF',
      commands: [],
      guard: 'Not yet: for projects with a cooling-off period (C4).',
      rights: ['sell'],
    },
    {
      from: ['SIGNED', 'COOLING_OFF'],
      to: 'EFFECTIVE',
      commands: [],
      guard: 'Not yet: when the cooling-off period has ended (C4).',
      rights: ['sell'],
    },
    {
      from: ['SIGNED', 'EFFECTIVE'],
      to: 'FILED',
      commands: [],
      guard: 'Not yet: filed with the authority within 30 days of signing (C4).',
      rights: ['sell'],
    },
    {
      from: ['SIGNED', 'EFFECTIVE', 'FILED'],
      to: 'PERFORMING',
      commands: ['hand-over'],
      guard: 'The keys are given while installments fall due after them (C4).',
      rights: ['handOver'],
    },
    {
      from: ['SIGNED', 'EFFECTIVE', 'FILED', 'PERFORMING'],
      to: 'COMPLETED',
      commands: ['hand-over', 'record-receipt', 'clear-receipt', 'disburse-mortgage'],
      jobs: ['keep-ledger', 'reconcile'],
      guard: 'Handed over and everything paid (C4).',
      rights: ['handOver', 'keepAccounts'],
    },
    {
      from: ['SIGNED', 'COOLING_OFF', 'EFFECTIVE', 'FILED', 'PERFORMING'],
      to: 'CANCEL_PENDING',
      commands: ['cancel-contract'],
      guard:
        'Somebody else has approved just this cancellation, with what is kept of the money (C4, C5, D7).',
      rights: ['keepAccounts'],
    },
    {
      from: ['CANCEL_PENDING'],
      to: 'CANCELLED',
      commands: ['cancel-contract', 'record-refund'],
      jobs: ['keep-ledger'],
      guard: 'By agreement or authority, once receipts equal refunds and what is kept (C4, D7).',
      rights: ['keepAccounts'],
    },
    {
      from: ['CANCEL_PENDING'],
      to: 'RESCINDED',
      commands: ['cancel-contract', 'record-refund'],
      jobs: ['keep-ledger'],
      guard: 'The buyer rescinded, once receipts equal refunds and what is kept (C4, D7).',
      rights: ['keepAccounts'],
    },
    {
      from: ['CANCEL_PENDING'],
      to: 'TERMINATED',
      commands: ['cancel-contract', 'record-refund'],
      jobs: ['keep-ledger'],
      guard: 'One side failed, once receipts equal refunds and what is kept (C4, D7).',
      rights: ['keepAccounts'],
    },
    {
      from: ['SIGNED', 'COOLING_OFF', 'EFFECTIVE', 'FILED', 'PERFORMING'],
      to: 'RESCINDED',
      commands: [],
      guard: 'Not yet: a rescission waits for its refund as well (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['SIGNED', 'EFFECTIVE', 'FILED', 'PERFORMING'],
      to: 'TERMINATED',
      commands: [],
      guard: 'Not yet: a termination waits for its refund as well (C4).',
      rights: ['keepAccounts'],
    },
    {
      from: ['CANCEL_PENDING'],
      to: ['SIGNED', 'EFFECTIVE', 'FILED', 'PERFORMING'],
      commands: [],
      guard: 'Not yet: a cancellation that is withdrawn before its refund (C4).',
      rights: ['keepAccounts'],
    },
  ],
};
