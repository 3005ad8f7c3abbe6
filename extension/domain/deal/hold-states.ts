/** States of holds (保留, C4): a unit kept for somebody without a deposit, or frozen. */
import type { Transitions } from '#domain/shared/state-machine.ts';

export type HoldKind = 'SALES' | 'VIP' | 'LEGAL';

export type HoldState = 'ACTIVE' | 'TAKEN' | 'RELEASED' | 'EXPIRED';

export const HOLD_TRANSITIONS: Transitions<HoldState> = {
  ACTIVE: ['TAKEN', 'RELEASED', 'EXPIRED'],
  TAKEN: [],
  RELEASED: [],
  EXPIRED: [],
};
