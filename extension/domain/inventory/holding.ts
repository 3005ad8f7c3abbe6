/**
 * Who has a unit (C3), read from its lock. A reservation's lock whose time is over holds nobody off:
 * anyone may displace it at once, without waiting for a job (E4: at the very millisecond it is over).
 */
import type { LockHolder, UnitState } from './unit-states.ts';

export type UnitLock = {
  id: string;
  holderKind: LockHolder;
  holderId: string;
  holderName: string;
  /** ISO instant; null once a contract holds the unit. */
  heldUntil: string | null;
};

export function isOver(heldUntil: string | null, now: Date): boolean {
  return heldUntil !== null && Date.parse(heldUntil) <= now.getTime();
}

/** The lock that keeps others away, or null when there is none or its time is over. */
export function effectiveLock<L extends UnitLock>(lock: L | null, now: Date): L | null {
  return lock === null || isOver(lock.heldUntil, now) ? null : lock;
}

/**
 * The state a unit must have, given what it has and its lock (C3: the state is derived).
 * `previous` is the last state that a command gave it: what it falls back to when nobody has it.
 */
export function derivedState(previous: UnitState, lock: UnitLock | null): UnitState {
  // Frozen is frozen, whoever has the unit: only a thaw ends it.
  if (previous === 'FROZEN') return previous;
  if (lock === null) {
    const isTaken = previous === 'HELD' || previous === 'SMALL_RESERVED' || previous === 'LARGE_RESERVED';
    return isTaken ? 'AVAILABLE' : previous;
  }
  if (lock.holderKind === 'FREEZE') return 'FROZEN';
  if (lock.holderKind === 'HOLD' || lock.holderKind === 'TICKET') return 'HELD';
  if (lock.holderKind === 'RESERVATION') return previous === 'SMALL_RESERVED' ? previous : 'LARGE_RESERVED';
  return previous === 'HANDED_OVER' || previous === 'TITLED' ? previous : 'CONTRACTED';
}
