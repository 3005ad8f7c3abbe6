/** Ageing (D10). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AGEING_BUCKETS,
  type AgedItem,
  type AgeingBucket,
  ageing,
  ageingBucket,
  openAt,
} from '#domain/ledger/ageing.ts';
import { CurrencyMismatch, formatMoney, money, sum, zero } from '#domain/shared/money.ts';
import { addDays } from '#domain/shared/plain-date.ts';
import { anyCurrency, anyDay, day, eur } from '../amounts.ts';

const AS_OF = day('2025-06-30');

const item = (amount: string, rest: Partial<AgedItem> = {}): AgedItem => ({
  dueOn: day('2025-05-31'),
  amount: eur(amount),
  receipts: [],
  waived: null,
  ...rest,
});

describe('the bucket of an item by the days since its due date (D10)', () => {
  it.each<[number, AgeingBucket]>([
    [-400, 'NOT_DUE'],
    [-1, 'NOT_DUE'],
    [0, 'NOT_DUE'],
    [1, 'D1_30'],
    [30, 'D1_30'],
    [31, 'D31_60'],
    [60, 'D31_60'],
    [61, 'D61_90'],
    [90, 'D61_90'],
    [91, 'D91_PLUS'],
    [4_000, 'D91_PLUS'],
  ])('%s days: %s', (days, bucket) => {
    expect(ageingBucket(addDays(AS_OF, -days), AS_OF)).toBe(bucket);
  });

  it('without a due date nothing is due (E4)', () => {
    expect(ageingBucket(null, AS_OF)).toBe('NOT_DUE');
  });
});

describe('what is open of an item (D10)', () => {
  it.each<[string, Partial<AgedItem>, string]>([
    ['nothing paid', {}, '100.00'],
    ['paid on the day itself counts', { receipts: [{ on: AS_OF, amount: eur('40.00') }] }, '60.00'],
    ['paid a day later does not', { receipts: [{ on: day('2025-07-01'), amount: eur('40.00') }] }, '100.00'],
    [
      'paid before it was due counts',
      { receipts: [{ on: day('2024-01-01'), amount: eur('40.00') }] },
      '60.00',
    ],
    ['what is waived comes off', { waived: eur('30.00') }, '70.00'],
    [
      'paid and waived beyond it is nothing, not less',
      { receipts: [{ on: AS_OF, amount: eur('80.00') }], waived: eur('30.00') },
      '0.00',
    ],
    [
      'a reversal is the mirror row of its receipt',
      {
        receipts: [
          { on: AS_OF, amount: eur('40.00') },
          { on: AS_OF, amount: eur('-40.00') },
        ],
      },
      '100.00',
    ],
  ])('%s', (_name, rest, open) => {
    expect(formatMoney(openAt(item('100.00', rest), AS_OF))).toBe(open);
  });
});

describe('ageing over items', () => {
  it('adds what is open by bucket', () => {
    const items = [
      item('100.00'),
      item('50.00', { receipts: [{ on: day('2025-06-01'), amount: eur('20.00') }] }),
      item('10.00', { dueOn: null }),
      item('7.00', { dueOn: day('2025-03-01') }),
    ];
    const { buckets, total } = ageing(items, AS_OF, 'EUR');
    expect(Object.entries(buckets).map(([bucket, open]) => [bucket, formatMoney(open)])).toEqual([
      ['NOT_DUE', '10.00'],
      ['D1_30', '130.00'],
      ['D31_60', '0.00'],
      ['D61_90', '0.00'],
      ['D91_PLUS', '7.00'],
    ]);
    expect(formatMoney(total)).toBe('147.00');
  });

  it('of nothing is nothing in every bucket', () => {
    expect(ageing([], AS_OF, 'JPY').total).toEqual(zero('JPY'));
  });

  it('never adds two currencies', () => {
    expect(() => ageing([item('1.00')], AS_OF, 'USD')).toThrow(CurrencyMismatch);
  });

  const anyItems = anyCurrency.chain((currency) => {
    const anyAmount = fc.bigInt({ min: 0n, max: 10n ** 18n }).map((minor) => money(minor, currency));
    const anyItem = fc.record({
      dueOn: fc.option(anyDay('2024-12-01', '2025-09-30')),
      amount: anyAmount,
      receipts: fc.array(fc.record({ on: anyDay('2025-01-01', '2025-12-31'), amount: anyAmount }), {
        maxLength: 4,
      }),
      waived: fc.option(anyAmount),
    });
    return fc.record({ currency: fc.constant(currency), items: fc.array(anyItem, { maxLength: 12 }) });
  });

  it('its buckets add up to all that is open, and none is below nothing', () => {
    fc.assert(
      fc.property(anyItems, anyDay('2025-01-01', '2025-12-31'), ({ currency, items }, asOf) => {
        const { buckets, total } = ageing(items, asOf, currency);
        expect(Object.keys(buckets)).toEqual([...AGEING_BUCKETS]);
        expect(sum(Object.values(buckets), currency)).toEqual(total);
        expect(
          sum(
            items.map((one) => openAt(one, asOf)),
            currency,
          ),
        ).toEqual(total);
        expect(Object.values(buckets).every(({ minor }) => minor >= 0n)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('without new money nothing leaves a bucket for a younger one as days pass', () => {
    fc.assert(
      fc.property(fc.option(anyDay()), anyDay(), fc.integer({ min: 0, max: 200 }), (dueOn, asOf, days) => {
        const [before, after] = [asOf, addDays(asOf, days)].map((on) =>
          AGEING_BUCKETS.indexOf(ageingBucket(dueOn, on)),
        );
        expect(after).toBeGreaterThanOrEqual(before ?? 0);
      }),
      { numRuns: 2_000 },
    );
  });
});
