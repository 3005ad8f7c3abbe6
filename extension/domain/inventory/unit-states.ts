/** States of a unit (C4). Who has a unit is decided by its lock alone; the state follows (C3). */
import type { Transitions } from '#domain/shared/state-machine.ts';

export type UnitState =
  | 'PLANNED'
  | 'CONTROLLED'
  | 'AVAILABLE'
  | 'HELD'
  | 'SMALL_RESERVED'
  | 'LARGE_RESERVED'
  | 'CONTRACTED'
  | 'HANDED_OVER'
  | 'TITLED'
  | 'FROZEN';

export const UNIT_TRANSITIONS: Transitions<UnitState> = {
  PLANNED: ['AVAILABLE', 'CONTROLLED', 'FROZEN'],
  CONTROLLED: ['AVAILABLE', 'FROZEN'],
  // Contracted without a reservation: a contract that changes its unit (C4, 换房).
  AVAILABLE: ['CONTROLLED', 'HELD', 'SMALL_RESERVED', 'LARGE_RESERVED', 'CONTRACTED', 'FROZEN'],
  HELD: ['AVAILABLE', 'SMALL_RESERVED', 'LARGE_RESERVED', 'CONTRACTED', 'FROZEN'],
  SMALL_RESERVED: ['AVAILABLE', 'LARGE_RESERVED', 'FROZEN'],
  LARGE_RESERVED: ['AVAILABLE', 'CONTRACTED', 'FROZEN'],
  CONTRACTED: ['AVAILABLE', 'CONTROLLED', 'HANDED_OVER', 'FROZEN'],
  HANDED_OVER: ['TITLED', 'FROZEN'],
  TITLED: ['FROZEN'],
  FROZEN: [
    'PLANNED',
    'CONTROLLED',
    'AVAILABLE',
    'HELD',
    'SMALL_RESERVED',
    'LARGE_RESERVED',
    'CONTRACTED',
    'HANDED_OVER',
    'TITLED',
  ],
};

export type UnitKind = 'RESIDENCE' | 'SHOP' | 'OFFICE' | 'PARKING' | 'STORAGE';

/** States that mean that somebody has the unit: each needs a lock, and a lock needs one of them. */
export const TAKEN_STATES: readonly UnitState[] = [
  'HELD',
  'SMALL_RESERVED',
  'LARGE_RESERVED',
  'CONTRACTED',
  'HANDED_OVER',
  'TITLED',
];

/** What has the key of a unit: exactly one of these at a time (C3). */
export type LockHolder = 'HOLD' | 'TICKET' | 'RESERVATION' | 'CONTRACT' | 'FREEZE';

/** As what a unit is held, so that each class shows as its own (A005). */
export type HeldAs = 'SALES' | 'VIP' | 'QUEUE' | 'LEGAL';
