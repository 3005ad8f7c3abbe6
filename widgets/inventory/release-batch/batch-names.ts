/** How release batches, their states and the ways to sell them are called. */
import type { ReleaseBatchState, SalesMode } from '#domain/inventory/sales-states.ts';
import type { Names } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

/** Root field of release batches: the model's plural is made by one rule, which knows no “batches”. */
export const BATCHES = 'keyturnReleaseBatchs';

export const BATCH_STATES: Names<ReleaseBatchState> = {
  DRAFT: msg('Draft'),
  OPEN: msg('On sale'),
  CLOSED: msg('Closed'),
};

export const SALES_MODES: Names<SalesMode> = {
  FIRST_COME: msg('First come first served'),
  QUEUE_ORDER: msg('By queue number'),
  LOTTERY: msg('By lottery'),
};
