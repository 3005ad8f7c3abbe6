/** The stages of a handover batch (C4). */
import type { HandoverBatchState } from '#domain/handover/after-sale-states.ts';
import type { Stages } from './machine.ts';

export const HANDOVER_BATCH_STAGES: Stages<HandoverBatchState> = {
  DRAFT: { label: 'Draft', color: 'gray' },
  OPEN: { label: 'Open for booking', color: 'green' },
  CLOSED: { label: 'Closed', color: 'purple' },
};
