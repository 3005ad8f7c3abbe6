/** A release batch (推盘批次): units that go on sale together (C4, D6). */
import type { ReleaseBatchState } from '#domain/inventory/sales-states.ts';
import type { Machine, Stages } from './machine.ts';

export const RELEASE_BATCH_STAGES: Stages<ReleaseBatchState> = {
  DRAFT: { label: 'Draft', color: 'gray' },
  OPEN: { label: 'On sale', color: 'green' },
  CLOSED: { label: 'Sale closed', color: 'purple' },
};

export const RELEASE_BATCH: Machine<ReleaseBatchState> = {
  object: 'releaseBatch',
  title: 'Release batch',
  about: 'Whether the units of a batch are on sale and its queue is called.',
  first: 'DRAFT',
  stages: RELEASE_BATCH_STAGES,
  begins: [
    {
      in: 'DRAFT',
      commands: [],
      guard: 'Entered by hand; units are assigned to it by command (C4).',
      rights: ['controlSales'],
    },
  ],
  transitions: [
    {
      from: ['DRAFT', 'CLOSED'],
      to: 'OPEN',
      commands: ['open-release-batch'],
      guard: 'A valid pre-sale permit covers its units where one is asked, and each has its price (C4, D6).',
      rights: ['controlSales'],
    },
    {
      from: ['OPEN'],
      to: 'CLOSED',
      commands: ['close-release-batch'],
      guard: 'What nobody has chosen goes back under sales control (C4).',
      rights: ['controlSales'],
    },
  ],
};
