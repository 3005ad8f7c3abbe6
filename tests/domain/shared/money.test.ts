import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  CurrencyMismatch,
  compare,
  divide,
  formatMoney,
  fromMicros,
  isPositive,
  isZero,
  lesser,
  minorDigits,
  money,
  multiply,
  parseMoney,
  type Rounding,
  split,
  subtract,
  sum,
  toMicros,
  zero,
} from '#domain/shared/money.ts';
import { anyCurrency, anyEuros, anyMinor, eur } from '../amounts.ts';

const equal = (count: number) => Array.from({ length: count }, () => 1n);
const texts = (parts: readonly { minor: bigint; currency: string }[]) => parts.map(formatMoney);

describe('an amount as text', () => {
  it.each([
    ['1234.50', 'EUR', 123450n],
    ['1234.5', 'EUR', 123450n],
    ['1234', 'EUR', 123400n],
    ['0.01', 'EUR', 1n],
    ['-0.01', 'EUR', -1n],
    ['0', 'EUR', 0n],
    ['007.00', 'EUR', 700n],
    ['1.500000', 'EUR', 150n],
    ['  12.00 ', 'EUR', 1200n],
    ['203', 'JPY', 203n],
    ['203.000', 'JPY', 203n],
    ['1.234', 'KWD', 1234n],
    ['90071992547409.93', 'EUR', 9007199254740993n],
  ])('%s %s is %s minor units', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toEqual({ minor, currency });
  });

  it.each([
    '',
    ' ',
    '.',
    '1.',
    '.5',
    '1,234.50',
    '1 234',
    '+1',
    '--1',
    '1e3',
    '0x10',
    'NaN',
    '１２',
    '1.2.3',
  ])('"%s" is no amount', (text) => {
    expect(() => parseMoney(text, 'EUR')).toThrow(RangeError);
  });

  it.each([
    ['1.001', 'EUR'],
    ['1.5', 'JPY'],
    ['0.0001', 'KWD'],
  ])('%s %s has more decimal places than its currency and is refused, never rounded', (text, currency) => {
    expect(() => parseMoney(text, currency)).toThrow(/decimal places/);
  });

  it.each([
    [123450n, 'EUR', '1234.50'],
    [5n, 'EUR', '0.05'],
    [-5n, 'EUR', '-0.05'],
    [0n, 'EUR', '0.00'],
    [-123n, 'JPY', '-123'],
    [1n, 'KWD', '0.001'],
  ])('%s minor units of %s read %s', (minor, currency, text) => {
    expect(formatMoney(money(minor, currency))).toBe(text);
  });

  it('what is written is read back exactly, in every currency and of either sign', () => {
    fc.assert(
      fc.property(anyMinor(), anyCurrency, (minor, currency) => {
        const amount = money(minor, currency);
        expect(parseMoney(formatMoney(amount), currency)).toEqual(amount);
      }),
    );
  });
});

describe('a currency', () => {
  it.each(['eur', 'EU', 'EURO', '', 'E1R', ' EUR'])('"%s" is no currency code', (code) => {
    expect(() => money(1n, code)).toThrow(RangeError);
    expect(() => zero(code)).toThrow(RangeError);
    expect(() => parseMoney('1', code)).toThrow(RangeError);
  });

  it.each([
    ['EUR', 2],
    ['CNY', 2],
    ['TWD', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['VND', 0],
    ['KWD', 3],
    ['BHD', 3],
  ])('%s has %i minor digits (ISO 4217)', (code, digits) => {
    expect(minorDigits(code)).toBe(digits);
  });

  it('amounts of two currencies are never combined: every operation throws', () => {
    const [euro, yen] = [eur('1.00'), money(100n, 'JPY')];
    expect(() => add(euro, yen)).toThrow(CurrencyMismatch);
    expect(() => subtract(euro, yen)).toThrow(CurrencyMismatch);
    expect(() => compare(euro, yen)).toThrow(CurrencyMismatch);
    expect(() => lesser(euro, yen)).toThrow(CurrencyMismatch);
    expect(() => sum([euro, yen], 'EUR')).toThrow(CurrencyMismatch);
    expect(() => sum([yen], 'EUR')).toThrow(CurrencyMismatch);
  });
});

describe('sums and comparisons', () => {
  it('an empty sum is zero in the currency that was named', () => {
    expect(sum([], 'JPY')).toEqual(zero('JPY'));
  });

  it('what is added and taken away again leaves the amount as it was', () => {
    fc.assert(
      fc.property(anyEuros({ min: -(10n ** 12n) }), anyEuros({ min: -(10n ** 12n) }), (one, other) => {
        expect(subtract(add(one, other), other)).toEqual(one);
      }),
    );
  });

  it('comparing says the sign of the difference, and the lesser is never the larger', () => {
    fc.assert(
      fc.property(anyEuros({ min: -100n, max: 100n }), anyEuros({ min: -100n, max: 100n }), (one, other) => {
        const difference = subtract(one, other);
        expect(compare(one, other) > 0).toBe(isPositive(difference));
        expect(compare(one, other) === 0).toBe(isZero(difference));
        expect(compare(lesser(one, other), one)).toBeLessThanOrEqual(0);
        expect(compare(lesser(one, other), other)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('rounding (D1)', () => {
  it.each<[bigint, bigint, Rounding, bigint]>([
    [7n, 2n, 'HALF_UP', 4n],
    [5n, 2n, 'HALF_UP', 3n],
    [-5n, 2n, 'HALF_UP', -3n],
    [4n, 3n, 'HALF_UP', 1n],
    [5n, 3n, 'HALF_UP', 2n],
    [5n, 2n, 'HALF_EVEN', 2n],
    [7n, 2n, 'HALF_EVEN', 4n],
    [-5n, 2n, 'HALF_EVEN', -2n],
    [-7n, 2n, 'HALF_EVEN', -4n],
    [8n, 3n, 'HALF_EVEN', 3n],
    [5n, 3n, 'DOWN', 1n],
    [-5n, 3n, 'DOWN', -1n],
    [6n, 3n, 'DOWN', 2n],
    [0n, 7n, 'HALF_UP', 0n],
  ])('%s / %s rounded %s is %s', (dividend, divisor, rounding, quotient) => {
    expect(divide(dividend, divisor, rounding)).toBe(quotient);
  });

  const anyDivisor = fc.bigInt({ min: 1n, max: 10n ** 9n });

  it('half-way rounding is never off by more than half a unit, and is symmetric about zero', () => {
    fc.assert(
      fc.property(
        anyMinor(),
        anyDivisor,
        fc.constantFrom<Rounding>('HALF_UP', 'HALF_EVEN'),
        (dividend, divisor, rounding) => {
          const quotient = divide(dividend, divisor, rounding);
          const error = quotient * divisor - dividend;
          expect((error < 0n ? -error : error) * 2n <= divisor).toBe(true);
          expect(divide(-dividend, divisor, rounding)).toBe(-quotient);
        },
      ),
    );
  });

  it('rounding down only ever cuts towards zero', () => {
    fc.assert(
      fc.property(anyMinor({ min: 0n }), anyDivisor, (dividend, divisor) => {
        const cut = dividend - divide(dividend, divisor, 'DOWN') * divisor;
        expect(cut >= 0n && cut < divisor).toBe(true);
      }),
    );
  });

  it('a discount rounds once: 0.98 of 1,234,567.89 is 1,209,876.53', () => {
    expect(formatMoney(multiply(eur('1234567.89'), 98n, 100n))).toBe('1209876.53');
  });
});

describe('splitting (D1: the taker of the remainder gets total minus the others)', () => {
  it('E1: 1,234,567.89 at 10/20/30/40 leaves the cent to the last line', () => {
    expect(texts(split(eur('1234567.89'), [10n, 20n, 30n, 40n]))).toEqual([
      '123456.79',
      '246913.58',
      '370370.37',
      '493827.15',
    ]);
  });

  it.each([
    ['E2', '100.00', 'EUR', 3, ['33.33', '33.33', '33.34']],
    ['E2', '1000000.00', 'EUR', 3, ['333333.33', '333333.33', '333333.34']],
    ['E2: whole units', '203', 'JPY', 6, ['34', '34', '34', '34', '34', '33']],
    ['one part', '99.99', 'EUR', 1, ['99.99']],
    ['three minor digits', '1.000', 'KWD', 3, ['0.333', '0.333', '0.334']],
  ])('%s: %s %s in %i equal parts', (_rule, total, currency, count, parts) => {
    expect(texts(split(parseMoney(total, currency), equal(count)))).toEqual(parts);
  });

  it('E2: 99.99 with 25 % up front leaves 18.75 x 3 and 18.74', () => {
    const [upFront, rest] = split(eur('99.99'), [25n, 75n]);
    expect(formatMoney(upFront ?? zero('EUR'))).toBe('25.00');
    expect(texts(split(rest ?? zero('EUR'), equal(4)))).toEqual(['18.75', '18.75', '18.75', '18.74']);
  });

  it('E2: 30,000.00 at 33.334/33.333/33.333 keeps the percents; equal parts are 10,000.00 each', () => {
    expect(texts(split(eur('30000.00'), [33_334n, 33_333n, 33_333n]))).toEqual([
      '10000.20',
      '9999.90',
      '9999.90',
    ]);
    expect(texts(split(eur('30000.00'), equal(3)))).toEqual(['10000.00', '10000.00', '10000.00']);
  });

  it('D1: the first line takes the remainder when it is told to', () => {
    expect(texts(split(eur('100.00'), equal(3), 'FIRST'))).toEqual(['33.34', '33.33', '33.33']);
    expect(texts(split(eur('1234567.89'), [40n, 30n, 20n, 10n], 'FIRST'))).toEqual([
      '493827.15',
      '370370.37',
      '246913.58',
      '123456.79',
    ]);
  });

  it.each([
    ['none', []],
    ['only zero', [0n, 0n]],
    ['a negative one', [1n, -1n, 1n]],
  ])('weights of which there is %s are refused', (_name, weights) => {
    expect(() => split(eur('1.00'), weights)).toThrow(RangeError);
  });

  const anyWeights = fc
    .array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 40 })
    .filter((weights) => weights.some((weight) => weight > 0n));
  const anyRounding = fc.constantFrom<Rounding>('HALF_UP', 'HALF_EVEN', 'DOWN');
  const anyRemainder = fc.constantFrom('LAST' as const, 'FIRST' as const);

  it('the parts add up to the amount exactly, whatever is split and however', () => {
    fc.assert(
      fc.property(
        anyMinor(),
        anyCurrency,
        anyWeights,
        anyRemainder,
        anyRounding,
        (minor, currency, weights, remainder, rounding) => {
          const parts = split(money(minor, currency), weights, remainder, rounding);
          expect(parts).toHaveLength(weights.length);
          expect(sum(parts, currency)).toEqual(money(minor, currency));
        },
      ),
    );
  });

  it('of equal parts none but the taker of the remainder differs (D1)', () => {
    fc.assert(
      fc.property(anyEuros(), fc.integer({ min: 1, max: 120 }), anyRemainder, (amount, count, remainder) => {
        const parts = split(amount, equal(count), remainder);
        const others = remainder === 'LAST' ? parts.slice(0, -1) : parts.slice(1);
        expect(new Set(texts(others)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('no part of a positive amount is negative once the taker has half a minor unit for each other part', () => {
    fc.assert(
      fc.property(
        anyEuros(),
        anyWeights,
        anyRemainder,
        anyRounding,
        (amount, weights, remainder, rounding) => {
          const total = weights.reduce((left, right) => left + right, 0n);
          const takers = (remainder === 'LAST' ? weights.at(-1) : weights[0]) ?? 0n;
          fc.pre(amount.minor * takers * 2n >= total * BigInt(weights.length));
          const parts = split(amount, weights, remainder, rounding);
          expect(parts.filter(({ minor }) => minor < 0n)).toEqual([]);
        },
      ),
    );
  });

  it('cutting down never makes a part negative, however small the amount', () => {
    fc.assert(
      fc.property(anyEuros({ max: 1_000n }), anyWeights, anyRemainder, (amount, weights, remainder) => {
        const parts = split(amount, weights, remainder, 'DOWN');
        expect(parts.filter(({ minor }) => minor < 0n)).toEqual([]);
      }),
    );
  });
});

describe("Twenty's micros", () => {
  it.each([
    [1_500_000, 'EUR', '1.50'],
    [-10_000, 'EUR', '-0.01'],
    [0, 'EUR', '0.00'],
    [12_150_000_000_000, 'TWD', '12150000.00'],
    [203_000_000, 'JPY', '203'],
    [1_234_000, 'KWD', '1.234'],
  ])('%i millionths of %s are %s', (micros, currency, text) => {
    expect(formatMoney(fromMicros(micros, currency))).toBe(text);
    expect(toMicros(parseMoney(text, currency))).toBe(micros);
  });

  it('digits that came as a string are read exactly', () => {
    expect(fromMicros('90071992547409930000', 'EUR')).toEqual(eur('90071992547409.93'));
  });

  it.each([
    [1_234_567, 'EUR'],
    [500_000, 'JPY'],
    [1, 'KWD'],
    [0.5, 'EUR'],
    [Number.NaN, 'EUR'],
    [2 ** 53, 'EUR'],
    [-(2 ** 53), 'EUR'],
  ])(
    '%d millionths of %s are no whole number of minor units that a JSON number holds',
    (micros, currency) => {
      expect(() => fromMicros(micros, currency)).toThrow(RangeError);
    },
  );

  it('an amount beyond nine billion units is refused, never stored nearly', () => {
    expect(toMicros(eur('9007199254.74'))).toBe(9_007_199_254_740_000);
    expect(() => toMicros(eur('9007199254.75'))).toThrow(RangeError);
    expect(() => toMicros(eur('-9007199254.75'))).toThrow(RangeError);
  });

  it('there and back is identity', () => {
    fc.assert(
      fc.property(anyMinor({ min: -(10n ** 9n), max: 10n ** 9n }), anyCurrency, (minor, currency) => {
        const amount = money(minor, currency);
        expect(fromMicros(toMicros(amount), currency)).toEqual(amount);
      }),
    );
  });
});
