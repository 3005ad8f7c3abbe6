/** The stages of a engineering change (C4). */
import type { EngineeringChangeState } from '#domain/handover/after-sale-states.ts';
import type { Machine, Stages } from './machine.ts';

export const ENGINEERING_CHANGE_STAGES: Stages<EngineeringChangeState> = {
  DRAFT: { label: 'Draft', color: 'gray' },
  SENT: { label: 'Buyers are asked', color: 'orange' },
  CLOSED: { label: 'Closed', color: 'green' },
};

export const ENGINEERING_CHANGE: Machine<EngineeringChangeState> = {
  object: 'engineeringChange',
  title: 'Engineering change',
  about: 'Whether the buyers concerned by a change know of it, and until when they may answer.',
  first: 'DRAFT',
  stages: ENGINEERING_CHANGE_STAGES,
  begins: [
    {
      in: 'DRAFT',
      commands: ['draft-engineering-change'],
      guard: 'It says what changes and what silence means (A015).',
      rights: ['handOver'],
    },
  ],
  transitions: [
    {
      from: ['DRAFT'],
      to: 'SENT',
      commands: ['send-engineering-change'],
      guard: 'A live contract is concerned, and the last day to answer is still to come (A015).',
      rights: ['handOver'],
    },
    {
      from: ['SENT'],
      to: 'CLOSED',
      commands: ['close-engineering-change'],
      guard: 'Everybody has answered, or the last day is over (A015).',
      rights: ['handOver'],
    },
  ],
};
