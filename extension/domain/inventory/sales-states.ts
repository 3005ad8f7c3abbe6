/** States of price schemes and release batches (C4, H2.2). */
import type { Transitions } from '#domain/shared/state-machine.ts';

export type PriceSchemeState = 'DRAFT' | 'APPROVED' | 'ACTIVE' | 'RETIRED';

export const PRICE_SCHEME_TRANSITIONS: Transitions<PriceSchemeState> = {
  DRAFT: ['APPROVED', 'RETIRED'],
  APPROVED: ['ACTIVE', 'RETIRED'],
  ACTIVE: ['RETIRED'],
  // Undoing the scheme that retired it makes it the active one again.
  RETIRED: ['ACTIVE'],
};

/** What a price scheme does to a unit: BLOCKED ones have a live deal and are not touched. */
export type PriceItemOutcome = 'NEW' | 'CHANGED' | 'SAME' | 'BLOCKED';

export type ReleaseBatchState = 'DRAFT' | 'OPEN' | 'CLOSED';

export const RELEASE_BATCH_TRANSITIONS: Transitions<ReleaseBatchState> = {
  DRAFT: ['OPEN'],
  OPEN: ['CLOSED'],
  CLOSED: ['OPEN'],
};

export type SalesMode = 'FIRST_COME' | 'QUEUE_ORDER' | 'LOTTERY';
