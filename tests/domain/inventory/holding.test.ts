import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  derivedState,
  effectiveLock,
  isOver,
  TAKEN_STATES,
  type UnitLock,
  type UnitState,
} from '#domain/inventory/index.ts';

const lock = (changes: Partial<UnitLock> = {}): UnitLock => ({
  id: 'lock 1',
  holderKind: 'RESERVATION',
  holderId: 'reservation 1',
  holderName: 'Lin Mei',
  heldUntil: '2025-03-02T02:00:00.000Z',
  ...changes,
});

describe('the time of a hold (E4: 24 h from 2025-03-01T02:00:00Z)', () => {
  it.each([
    ['2025-03-01T02:00:00.000Z', false],
    ['2025-03-02T01:59:59.999Z', false],
    ['2025-03-02T02:00:00.000Z', true],
    ['2025-03-02T02:00:00.001Z', true],
  ])('at %s it is over: %s', (now, over) => {
    expect(isOver('2025-03-02T02:00:00.000Z', new Date(now))).toBe(over);
    expect(effectiveLock(lock(), new Date(now)) === null).toBe(over);
  });

  it('the same instant written with an offset ends at the same moment', () => {
    expect(isOver('2025-03-02T10:00:00+08:00', new Date('2025-03-02T01:59:59.999Z'))).toBe(false);
    expect(isOver('2025-03-02T10:00:00+08:00', new Date('2025-03-02T02:00:00.000Z'))).toBe(true);
  });

  it('a contract holds for ever: its lock has no end', () => {
    const held = lock({ holderKind: 'CONTRACT', heldUntil: null });
    expect(effectiveLock(held, new Date('2999-01-01T00:00:00Z'))).toEqual(held);
  });

  it('no lock holds nobody off', () => {
    expect(effectiveLock(null, new Date('2025-03-01T00:00:00Z'))).toBeNull();
  });
});

describe('the state that follows from the lock (C3)', () => {
  it.each<[UnitState, UnitState]>([
    ['HELD', 'AVAILABLE'],
    ['SMALL_RESERVED', 'AVAILABLE'],
    ['LARGE_RESERVED', 'AVAILABLE'],
    ['AVAILABLE', 'AVAILABLE'],
    ['PLANNED', 'PLANNED'],
    ['CONTROLLED', 'CONTROLLED'],
    ['FROZEN', 'FROZEN'],
  ])('without a lock %s becomes %s', (previous, state) => {
    expect(derivedState(previous, null)).toBe(state);
  });

  it.each<[UnitState, UnitState]>([
    ['AVAILABLE', 'LARGE_RESERVED'],
    ['PLANNED', 'LARGE_RESERVED'],
    ['LARGE_RESERVED', 'LARGE_RESERVED'],
    ['SMALL_RESERVED', 'SMALL_RESERVED'],
  ])("with a reservation's lock %s becomes %s", (previous, state) => {
    expect(derivedState(previous, lock())).toBe(state);
  });

  it.each<[UnitState, UnitState]>([
    ['AVAILABLE', 'CONTRACTED'],
    ['LARGE_RESERVED', 'CONTRACTED'],
    ['CONTRACTED', 'CONTRACTED'],
    ['HANDED_OVER', 'HANDED_OVER'],
    ['TITLED', 'TITLED'],
  ])("with a contract's lock %s becomes %s", (previous, state) => {
    expect(derivedState(previous, lock({ holderKind: 'CONTRACT', heldUntil: null }))).toBe(state);
  });

  it('a unit with a lock is never on sale, and deriving twice changes nothing', () => {
    const anyState = fc.constantFrom<UnitState>(
      'PLANNED',
      'CONTROLLED',
      'AVAILABLE',
      'HELD',
      'SMALL_RESERVED',
      'LARGE_RESERVED',
      'CONTRACTED',
      'HANDED_OVER',
      'TITLED',
    );
    const anyHolder = fc.constantFrom('RESERVATION' as const, 'CONTRACT' as const);
    fc.assert(
      fc.property(anyState, fc.option(anyHolder), (previous, holderKind) => {
        const held = holderKind === null ? null : lock({ holderKind });
        const state = derivedState(previous, held);
        if (held !== null) expect(TAKEN_STATES).toContain(state);
        expect(derivedState(state, held)).toBe(state);
      }),
    );
  });
});
