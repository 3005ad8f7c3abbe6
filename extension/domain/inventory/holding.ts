/**
 * Who has a unit (C3), read from its lock. A reservation's lock whose time is over holds nobody off:
 * anyone may displace it at once, without waiting for a job (E4: at the very millisecond it is over).
 */
import type { Refusal } from '#domain/shared/refusal.ts';
import type { HeldAs, LockHolder, UnitState } from './unit-states.ts';

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

/** What whoever is not the holder is told: a frozen unit is nobody's to wait for. */
export function takenRefusal(unit: string, { holderKind, holderName, heldUntil }: UnitLock): Refusal {
  return holderKind === 'FREEZE'
    ? { code: 'UNIT_FROZEN', unit }
    : { code: 'UNIT_TAKEN', unit, holder: holderName, until: heldUntil };
}

/** States in which a unit shows a holder whose time may be over. */
const HOLDING_STATES: readonly UnitState[] = ['HELD', 'SMALL_RESERVED', 'LARGE_RESERVED'];

/** Why nobody may take this unit now, or null. `ownId`: a lock of one's own is in nobody's way. */
export function notFree(
  unit: { name: string; state: UnitState },
  lock: UnitLock | null,
  ownId: string,
  now: Date,
): Refusal | null {
  const held = effectiveLock(lock, now);
  if (unit.state === 'FROZEN') return { code: 'UNIT_FROZEN', unit: unit.name };
  if (held !== null && held.holderId !== ownId) return takenRefusal(unit.name, held);
  const isFree = unit.state === 'AVAILABLE' || (lock !== null && HOLDING_STATES.includes(unit.state));
  return isFree ? null : { code: 'UNIT_NOT_FOR_SALE', unit: unit.name, state: unit.state };
}

/** What a unit goes back to when its freeze ends: what its lock says, else what it was, if nobody had it. */
export function thawedState(before: UnitState, lock: UnitLock | null): UnitState {
  const was = before === 'FROZEN' ? 'CONTROLLED' : before;
  // A contract that ended meanwhile: a manager releases the unit again (C4).
  if (lock === null && was === 'CONTRACTED') return 'CONTROLLED';
  return derivedState(was, lock);
}

/** A005: as what a unit shows itself held; a hold knows its own kind. */
export function heldAsOf(state: UnitState, lock: UnitLock | null, hold: HeldAs | null): HeldAs | null {
  if (state === 'FROZEN') return 'LEGAL';
  if (state !== 'HELD' || lock === null) return null;
  return lock.holderKind === 'TICKET' ? 'QUEUE' : hold;
}
