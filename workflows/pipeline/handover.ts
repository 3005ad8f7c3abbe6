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
      in: 'KEYS_HANDED',
      commands: ['hand-over'],
      guard: 'The contract is live, handed over once, and everything due by the day is paid (C4).',
      rights: ['handOver'],
    },
  ],
  transitions: [
    {
      commands: [],
      rights: ['handOver'],
      from: ['NOTIFIED', 'NO_SHOW'],
      to: 'BOOKED',
      guard: 'Not yet: the buyer books a time (C4).',
    },
    {
      commands: [],
      rights: ['handOver'],
      from: ['BOOKED'],
      to: 'ARRIVED',
      guard: 'Not yet: the buyer is there (C4).',
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
      commands: [],
      rights: ['handOver'],
      from: ['NOTIFIED', 'BOOKED'],
      to: 'NO_SHOW',
      guard: 'Not yet: the buyer did not come (C4).',
    },
    {
      commands: [],
      rights: ['handOver'],
      from: ['NOTIFIED', 'NO_SHOW'],
      to: 'DEEMED_DELIVERED',
      guard: 'Not yet: the buyer was notified in time and did not come (C4).',
    },
    {
      commands: [],
      rights: ['handOver'],
      from: ['NOTIFIED', 'BOOKED', 'ARRIVED', 'ACCEPTED'],
      to: 'KEYS_HANDED',
      guard: 'Not yet for an appointment: the keys are given in one step (C4).',
    },
  ],
};
