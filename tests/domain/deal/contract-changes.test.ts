/** C4: what a swap of the unit and a change of buyers are decided on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changesNothing,
  decideBuyers,
  decideSwap,
  type KnownParty,
  type SwapRequest,
  shareText,
} from '#domain/deal/index.ts';
import { parseMoney } from '#domain/shared/money.ts';
import { plainDate } from '#domain/shared/plain-date.ts';
import { isRefused } from '#domain/shared/refusal.ts';

const euros = (text: string) => parseMoney(text, 'EUR');
const NOW = new Date('2026-03-01T12:00:00Z');
const UNIT = {
  name: 'A-2',
  state: 'AVAILABLE' as const,
  listPrice: euros('100.00'),
  floorPrice: euros('90.00'),
  filedPrice: euros('110.00'),
};
const LOCK = {
  id: 'lock',
  holderKind: 'RESERVATION' as const,
  holderId: 'r',
  holderName: 'Bo',
  heldUntil: '2026-03-01T12:00:00.001Z',
};
const REQUEST: SwapRequest = {
  unit: UNIT,
  project: null,
  lock: null,
  isHeldForBuyer: false,
  currency: 'EUR',
  price: null,
  today: plainDate('2026-03-01'),
  now: NOW,
};
const PROJECT = { name: 'P', permitRequired: true, permitNumber: '', permitExpiresOn: null };

describe('another unit', () => {
  it.each<[string, Partial<SwapRequest>, string]>([
    ['without a price it is the list price', {}, '100.00'],
    ['the floor price is possible', { price: euros('90.00') }, '90.00'],
    ['the filed price is possible', { price: euros('110.00') }, '110.00'],
    [
      'held for the buyer it is free',
      { lock: LOCK, isHeldForBuyer: true, unit: { ...UNIT, state: 'HELD' } },
      '100.00',
    ],
    [
      'E4: at the very millisecond a hold is over, it is free',
      { lock: { ...LOCK, heldUntil: NOW.toISOString() }, unit: { ...UNIT, state: 'LARGE_RESERVED' } },
      '100.00',
    ],
  ])('%s', (_what, changes, price) => {
    expect(decideSwap({ ...REQUEST, ...changes })).toEqual({ plan: euros(price) });
  });

  it.each<[string, Partial<SwapRequest>]>([
    ['UNIT_TAKEN', { lock: LOCK }],
    ['UNIT_TAKEN', { lock: { ...LOCK, heldUntil: null } }],
    ['UNIT_NOT_FOR_SALE', { unit: { ...UNIT, state: 'CONTROLLED' } }],
    ['UNIT_NOT_FOR_SALE', { unit: { ...UNIT, state: 'FROZEN' } }],
    ['UNIT_NOT_FOR_SALE', { unit: { ...UNIT, state: 'HELD' } }],
    ['UNIT_HAS_NO_PRICE', { unit: { ...UNIT, listPrice: null } }],
    ['PRICE_BELOW_FLOOR', { price: euros('89.99') }],
    ['PRICE_ABOVE_FILED', { price: euros('110.01') }],
    ['INVALID_INPUT', { price: euros('0.00'), unit: { ...UNIT, floorPrice: null } }],
    ['CURRENCY_MISMATCH', { currency: 'USD' }],
    ['PERMIT_REQUIRED', { project: PROJECT }],
    [
      'PERMIT_EXPIRED',
      { project: { ...PROJECT, permitNumber: '1', permitExpiresOn: plainDate('2026-02-28') } },
    ],
  ])('is refused with %s', (code, changes) => {
    expect(decideSwap({ ...REQUEST, ...changes })).toMatchObject({ refused: { code } });
  });
});

describe('other buyers', () => {
  const person = (buyerId: string, share: number) => ({ buyerId, companyId: null, share });
  const known = (id: string, share: number, isFirst = false): KnownParty => ({
    ...person(id, share),
    id,
    isFirst,
  });

  it('who joins, who stays and who leaves follows from the whole list', () => {
    const before = [known('mei', 600_000, true), known('bo', 400_000)];
    expect(decideBuyers(before, [person('bo', 400_000), person('ana', 600_000)])).toEqual({
      plan: {
        joining: [{ ...person('ana', 600_000), isFirst: false }],
        staying: [{ id: 'bo', share: 400_000, isFirst: true, isChanged: true }],
        leaving: ['mei'],
      },
    });
  });

  it('the same buyers with the same shares change nothing', () => {
    const same = decideBuyers([known('mei', 1_000_000, true)], [person('mei', 1_000_000)]);
    expect(isRefused(same) ? null : changesNothing(same.plan)).toBe(true);
    const turned = [person('bo', 500_000), person('mei', 500_000)];
    const other = decideBuyers([known('mei', 500_000, true), known('bo', 500_000)], turned);
    expect(isRefused(other) ? null : changesNothing(other.plan)).toBe(false);
  });

  it('a person and a company of one id are two; both at once or neither are none', () => {
    const both = [
      { buyerId: 'x', companyId: null, share: 500_000 },
      { buyerId: null, companyId: 'x', share: 500_000 },
    ];
    expect(decideBuyers([], both)).toHaveProperty('plan');
    for (const one of [
      { buyerId: 'x', companyId: 'y' },
      { buyerId: null, companyId: null },
    ])
      expect(decideBuyers([], [{ ...one, share: 1_000_000 }])).toMatchObject({
        refused: { field: 'parties' },
      });
  });

  it('any shares are taken when they make exactly 100 percent, and only then', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(shares, fc.boolean(), (parts, isFilled) => {
        const sum = parts.reduce((total, part) => total + part, 0);
        const all = isFilled && sum < 1_000_000 ? [...parts, 1_000_000 - sum] : parts;
        const total = all.reduce((left, right) => left + right, 0);
        const decided = decideBuyers(
          [],
          all.map((share, index) => person(`p${index}`, share)),
        );
        expect(isRefused(decided)).toBe(total !== 1_000_000);
      }),
    );
  });

  it.each([
    [1_000_000, '100'],
    [333_333, '33.3333'],
    [500_500, '50.05'],
    [1, '0.0001'],
  ])('a share of %d is written %s', (share, text) => {
    expect(shareText(share)).toBe(text);
  });
});
