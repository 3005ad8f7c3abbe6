/** The stages of an inspection (C4). */
import type { InspectionState } from '#domain/handover/after-sale-states.ts';
import type { Machine, Stages } from './machine.ts';

export const INSPECTION_STAGES: Stages<InspectionState> = {
  OPEN: { label: 'Under way', color: 'yellow' },
  SIGNED: { label: 'Signed', color: 'green' },
};

export const INSPECTION: Machine<InspectionState> = {
  object: 'inspection',
  title: 'Inspection',
  about: 'Whether the walk through a home is signed.',
  first: 'OPEN',
  stages: INSPECTION_STAGES,
  begins: [
    {
      in: 'OPEN',
      commands: ['start-inspection'],
      guard: 'The buyer is there, or blocking snags were mended; it gets its own copy of the checklist (C4).',
      rights: ['handOver'],
    },
  ],
  transitions: [
    {
      from: ['OPEN'],
      to: 'SIGNED',
      commands: ['sign-inspection'],
      guard: 'Every item is answered, and nothing was saved in between (C4).',
      rights: ['handOver'],
    },
  ],
};
