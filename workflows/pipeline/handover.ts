/** A handover (交付): from the invitation to the keys (C4). */
import type { HandoverState } from '#domain/handover/handover-states.ts';
import type { Machine, Stages } from './machine.ts';

export const HANDOVER_STAGES: Stages<HandoverState> = {
  NOTIFIED: { label: 'Notified', color: 'gray' },
  BOOKED: { label: 'Booked', color: 'sky' },
  ARRIVED: { label: 'Arrived', color: 'blue' },
  INSPECTING: { label: 'Inspecting', color: 'yellow' },
  SNAGS_OPEN: { label: 'Snags open', color: 'orange' },
  ACCEPTED: { label: 'Accepted', color: 'turquoise' },
  KEYS_HANDED: { label: 'Keys handed over', color: 'green' },
  NO_SHOW: { label: 'No-show', color: 'red' },
  DEEMED_DELIVERED: { label: 'Deemed delivered', color: 'purple' },
};

export const HANDOVER: Machine<HandoverState> = {
  object: 'handover',
  title: 'Handover',
  about: 'How far the handover of a unit to its buyer has come.',
  first: 'NOTIFIED',
  stages: HANDOVER_STAGES,
  begins: [
    {
      in: 'NOTIFIED',
      commands: ['open-handover-batch'],
      guard: 'The contract is live and nobody has invited its buyer before (C4).',
      rights: ['handOver'],
    },
    {
      in: 'KEYS_HANDED',
      commands: ['hand-over'],
      guard: 'Without an appointment: the contract is live and its readiness list is met (C4).',
      rights: ['handOver'],
    },
  ],
  transitions: [
    {
      commands: ['book-handover'],
      rights: ['handOver'],
      from: ['NOTIFIED', 'NO_SHOW'],
      to: 'BOOKED',
      guard: 'The batch is open and a place in the slot is free, by its unique key (C4).',
    },
    {
      commands: ['unbook-handover'],
      rights: ['handOver'],
      from: ['BOOKED'],
      to: 'NOTIFIED',
      guard: 'The appointment is given up; over the link until the day before (C4).',
    },
    {
      commands: ['cancel-contract'],
      jobs: ['release-appointments'],
      rights: ['keepAccounts'],
      from: ['BOOKED'],
      to: 'NOTIFIED',
      guard: 'The contract has ended before the keys: the place is free again (C4).',
    },
    {
      commands: ['change-contract-unit'],
      jobs: ['release-appointments'],
      rights: ['sell'],
      from: ['BOOKED', 'ARRIVED', 'INSPECTING', 'SNAGS_OPEN', 'ACCEPTED', 'NO_SHOW'],
      to: 'NOTIFIED',
      guard: 'The contract has another home: what was seen of the old one counts for nothing (C4).',
    },
    {
      commands: ['arrive-handover'],
      rights: ['handOver'],
      from: ['NOTIFIED', 'BOOKED', 'NO_SHOW'],
      to: 'ARRIVED',
      guard: 'The buyer or a named proxy is there, booked or not (C4).',
    },
    {
      commands: ['start-inspection'],
      rights: ['handOver'],
      from: ['ARRIVED', 'SNAGS_OPEN'],
      to: 'INSPECTING',
      guard: 'The home is looked at with its checklist (C4).',
    },
    {
      commands: ['sign-inspection'],
      rights: ['handOver'],
      from: ['INSPECTING'],
      to: 'SNAGS_OPEN',
      guard: 'The inspection is signed and a blocking snag is open (C4).',
    },
    {
      commands: ['sign-inspection', 'move-snag'],
      rights: ['handOver', 'serve'],
      from: ['INSPECTING', 'SNAGS_OPEN'],
      to: 'ACCEPTED',
      guard: 'The inspection is signed and blocking snags are closed (C4).',
    },
    {
      commands: ['miss-handover'],
      jobs: ['miss-handovers'],
      rights: ['handOver'],
      from: ['NOTIFIED', 'BOOKED'],
      to: 'NO_SHOW',
      guard: 'The slot is over, or without one the last day of the batch; each one is counted (C4).',
    },
    {
      commands: ['deem-delivered'],
      jobs: ['deem-deliveries'],
      rights: ['handOver'],
      from: ['NOTIFIED', 'NO_SHOW'],
      to: 'DEEMED_DELIVERED',
      guard: 'Invited in time, the day of the rule has passed, and nothing that is ours is missing (C4).',
    },
    {
      commands: ['hand-over'],
      rights: ['handOver'],
      from: ['NOTIFIED', 'BOOKED', 'ARRIVED', 'ACCEPTED', 'NO_SHOW', 'DEEMED_DELIVERED'],
      to: 'KEYS_HANDED',
      guard: 'The readiness list is met: certificate, dues, area, identity, inspection, snags, keys (C4).',
    },
  ],
};
