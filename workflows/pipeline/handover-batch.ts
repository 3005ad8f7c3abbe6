/** A handover batch (交付批次): one wave of invitations (C4). */
import type { HandoverBatchState } from '#domain/handover/after-sale-states.ts';
import type { Machine, Stages } from './machine.ts';

export const HANDOVER_BATCH_STAGES: Stages<HandoverBatchState> = {
  DRAFT: { label: 'Draft', color: 'gray' },
  OPEN: { label: 'Open for booking', color: 'green' },
  CLOSED: { label: 'Closed', color: 'purple' },
};

export const HANDOVER_BATCH: Machine<HandoverBatchState> = {
  object: 'handoverBatch',
  title: 'Handover batch',
  about: 'Whether the buyers of a wave can book.',
  first: 'DRAFT',
  stages: HANDOVER_BATCH_STAGES,
  begins: [
    {
      in: 'DRAFT',
      commands: ['open-handover-batch'],
      guard: 'Some live contract of the building has no invitation, and there are places for all (C4).',
      rights: ['handOver'],
    },
  ],
  transitions: [
    {
      commands: ['open-handover-batch'],
      rights: ['handOver'],
      from: ['DRAFT'],
      to: 'OPEN',
      guard: 'Every buyer of the wave is invited (C4).',
    },
    {
      commands: ['close-handover-batch'],
      rights: ['handOver'],
      from: ['OPEN'],
      to: 'CLOSED',
      guard: 'Nobody is to book any more; appointments that are made stay (C4).',
    },
  ],
};
