/** States of a handover batch (C4). */
import type { Transitions } from '#domain/shared/state-machine.ts';
import type { HandoverBatchState } from './after-sale-states.ts';

export const HANDOVER_BATCH_TRANSITIONS: Transitions<HandoverBatchState> = {
  DRAFT: ['OPEN'],
  OPEN: ['CLOSED'],
  CLOSED: [],
};
