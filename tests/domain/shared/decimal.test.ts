import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDecimals,
  compareDecimals,
  decimal,
  decimalOf,
  formatDecimal,
  fractionOf,
  isPositiveDecimal,
  overOneScale,
  parseDecimal,
  unitsAt,
} from '#domain/shared/decimal.ts';

const anyDecimal = fc
  .tuple(fc.bigInt({ min: 1n - 10n ** 15n, max: 10n ** 15n - 1n }), fc.integer({ min: 0, max: 12 }))
  .map(([units, places]) => decimal(units, places));

describe('an exact decimal (D1)', () => {
  it.each([
    ['4.9', { units: 49n, places: 1 }],
    ['3.00', { units: 3n, places: 0 }],
    ['-0.0005', { units: -5n, places: 4 }],
    ['0.00', { units: 0n, places: 0 }],
    ['-0', { units: 0n, places: 0 }],
    ['100', { units: 100n, places: 0 }],
  ])('%s is read in lowest terms', (text, expected) => {
    expect(parseDecimal(text)).toEqual(expected);
  });

  it.each(['', '1e3', '1,000', '.5', '5.', '+1', '0x1', '1 000', 'NaN'])('"%s" is no decimal', (text) => {
    expect(() => parseDecimal(text)).toThrow(RangeError);
  });

  it('more than 15 digits before or 12 after the point are refused, noughts at the end aside', () => {
    expect(() => parseDecimal('1234567890123456')).toThrow(RangeError);
    expect(() => parseDecimal('0.1234567890123')).toThrow(RangeError);
    expect(parseDecimal('0.1234567890120')).toEqual({ units: 123456789012n, places: 12 });
  });

  it.each([
    [4.9, '4.9'],
    [0.0005, '0.0005'],
    [1e-7, '0.0000001'],
    [360, '360'],
  ])('the stored number %s stands for %s', (value, text) => {
    expect(formatDecimal(decimalOf(value))).toBe(text);
  });

  it.each<[bigint, number, number, string]>([
    [2n, 0, 2, '2.00'],
    [511n, 4, 2, '0.0511'],
    [0n, 0, 2, '0.00'],
    [-301n, 2, 4, '-3.0100'],
    [-5n, 1, 0, '-0.5'],
    [12n, 0, 0, '12'],
  ])('%s / 10^%s with at least %s places is written %s', (units, places, least, text) => {
    expect(formatDecimal(decimal(units, places), least)).toBe(text);
  });

  it('is what is written of it', () => {
    fc.assert(
      fc.property(anyDecimal, fc.integer({ min: 0, max: 12 }), (one, least) => {
        expect(parseDecimal(formatDecimal(one, least))).toEqual(one);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is a whole number of units at enough places, and at fewer there is none', () => {
    expect(unitsAt(parseDecimal('100.5'), 4)).toBe(1_005_000n);
    expect(unitsAt(parseDecimal('100.50000'), 4)).toBe(1_005_000n);
    expect(unitsAt(parseDecimal('100.00005'), 4)).toBeNull();
  });

  it('33.3333 + 33.3333 + 33.3334 is exactly 100', () => {
    expect(addDecimals(['33.3333', '33.3333', '33.3334'].map(parseDecimal))).toEqual(decimal(100n));
    expect(addDecimals([])).toEqual(decimal(0n));
  });

  it('over one scale keeps its value', () => {
    expect(overOneScale([decimal(5n, 1), decimal(25n, 2)])).toEqual({ units: [50n, 25n], scale: 100n });
    expect(fractionOf(decimal(25n, 2))).toEqual({ numerator: 25n, denominator: 100n });
  });

  it('compares by value, and a sum less one part is the other', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (left, right) => {
        const order = compareDecimals(left, right);
        expect(order).toBe(-compareDecimals(right, left) || 0);
        expect(order === 0).toBe(left.units === right.units && left.places === right.places);
        const total = addDecimals([left, right]);
        expect(addDecimals([total, { ...right, units: -right.units }])).toEqual(left);
        expect(isPositiveDecimal(right)).toBe(compareDecimals(total, left) > 0);
      }),
      { numRuns: 2_000 },
    );
  });
});
