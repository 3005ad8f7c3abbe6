import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { byCallOrder, drawOrder, holdSlots, holdUntil, openEarnest } from '#domain/deal/index.ts';
import { thawedState } from '#domain/inventory/index.ts';
import { parseMoney } from '#domain/shared/money.ts';
import { sha256 } from '#domain/shared/sha-256.ts';

const nodes = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('the lottery', () => {
  it('SHA-256 is that of FIPS 180-4, for every length around a block and beyond ASCII', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    for (let length = 0; length < 200; length++) {
      const text = '房x1'.repeat(length).slice(0, length);
      expect(sha256(text)).toBe(nodes(text));
    }
  });

  it('1,000 tickets: everybody with the seed works out the same order, whatever order they are read in', () => {
    const numbers = Array.from({ length: 1_000 }, (_, index) => index + 1);
    const order = drawOrder('3401272', numbers);
    const byHand = [...numbers].sort((a, b) => (nodes(`3401272:${a}`) < nodes(`3401272:${b}`) ? -1 : 1));
    expect(order).toEqual(byHand);
    expect(drawOrder('3401272', [...numbers].reverse())).toEqual(order);
    expect([...order].sort((a, b) => a - b)).toEqual(numbers);
    expect(drawOrder('3401273', numbers)).not.toEqual(order);
    // Who drops out moves nobody past anybody else.
    const left = numbers.filter((number) => number % 7 !== 0);
    expect(drawOrder('3401272', left)).toEqual(order.filter((number) => number % 7 !== 0));
  });

  it('who has no place is called after everybody who has, then by number', () => {
    const rows = [
      { callOrder: null, number: 3 },
      { callOrder: 2, number: 9 },
      { callOrder: null, number: 1 },
      { callOrder: 2, number: 4 },
    ];
    expect(rows.sort(byCallOrder).map(({ number }) => number)).toEqual([4, 9, 1, 3]);
  });
});

describe('limits of holds (C4)', () => {
  const now = new Date('2025-03-01T02:00:00.000Z');
  it('a project without its own limits has three holds of four hours', () => {
    expect(holdSlots('m', null)).toEqual(['m:1', 'm:2', 'm:3']);
    expect(holdSlots('m', { holdsPerSalesperson: 1, unitHoldHours: null })).toEqual(['m:1']);
    expect(holdUntil('SALES', null, null, now)).toEqual({ plan: new Date('2025-03-01T06:00:00.000Z') });
    const ownHours = { holdsPerSalesperson: null, unitHoldHours: 1 };
    expect(holdUntil('SALES', ownHours, null, now)).toEqual({ plan: new Date('2025-03-01T03:00:00.000Z') });
  });

  it('the last millisecond is allowed, one more is not', () => {
    const last = new Date('2025-03-01T06:00:00.000Z');
    expect(holdUntil('SALES', null, last, now)).toEqual({ plan: last });
    expect(holdUntil('SALES', null, new Date(last.getTime() + 1), now)).toMatchObject({
      refused: { field: 'until' },
    });
  });
});

it('C4: a thawed unit is what its lock says, or what it was; a contract that ended sends it to sales control', () => {
  const lock = { id: 'l', holderId: 'h', holderName: 'X', heldUntil: null };
  expect(thawedState('AVAILABLE', null)).toBe('AVAILABLE');
  expect(thawedState('LARGE_RESERVED', null)).toBe('AVAILABLE');
  expect(thawedState('CONTRACTED', null)).toBe('CONTROLLED');
  expect(thawedState('FROZEN', null)).toBe('CONTROLLED');
  expect(thawedState('LARGE_RESERVED', { ...lock, holderKind: 'CONTRACT' })).toBe('CONTRACTED');
  expect(thawedState('HANDED_OVER', { ...lock, holderKind: 'CONTRACT' })).toBe('HANDED_OVER');
});

it('D6: earnest money is open until it is paid in full; a ticket that asks none is never open', () => {
  const euros = (amount: string) => parseMoney(amount, 'EUR');
  expect(openEarnest({ earnestAsked: euros('5000.00'), earnestPaid: euros('4999.99') })).toEqual(
    euros('0.01'),
  );
  expect(openEarnest({ earnestAsked: euros('5000.00'), earnestPaid: euros('5000.00') })).toBeNull();
  expect(openEarnest({ earnestAsked: euros('0.00'), earnestPaid: null })).toBeNull();
});
