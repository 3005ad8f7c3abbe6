import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eur } from '#tests/widgets/fixtures/board-units.ts';
import {
  amountOf,
  amountOfDecimal,
  amountText,
  decimalText,
  perSquareMetre,
  readDecimal,
  shareText,
  shortAmountText,
  shortTotalsText,
  totals,
} from '#widgets/shared/format/amount.ts';

const twd = (units: number) => ({ micros: BigInt(units) * 1_000_000n, currency: 'TWD' });

describe('an amount', () => {
  it.each([
    [
      { amountMicros: 12_500_000, currencyCode: 'EUR' },
      { micros: 12_500_000n, currency: 'EUR' },
    ],
    [
      { amountMicros: '9007199254740993', currencyCode: 'VND' },
      { micros: 9_007_199_254_740_993n, currency: 'VND' },
    ],
    [{ amountMicros: null, currencyCode: 'EUR' }, null],
    [{ amountMicros: 0.5, currencyCode: 'EUR' }, null],
    [null, null],
  ])('stored as %j is read as %o', (stored, amount) => {
    expect(amountOf(stored)).toEqual(amount);
  });

  it.each([
    [eur(1234.5), 'en', '€1,234.50'],
    [eur(250_000), 'en', '€250,000'],
    [twd(12_540_000), 'en', 'NT$12,540,000'],
    [twd(12_540_000), 'zh-CN', 'NT$12,540,000'],
    [{ micros: 5_000_000n, currency: '' }, 'en', '5'],
  ])('is written in full in the reader’s language', (amount, locale, text) => {
    expect(amountText(amount, locale).replace(/\s/g, ' ')).toBe(text);
  });

  it('beyond what a float holds is written to the last digit', () => {
    expect(amountText({ micros: 9_007_199_254_740_993_010_000n, currency: 'EUR' }, 'en')).toBe(
      '€9,007,199,254,740,993.01',
    );
  });

  it.each([
    ['en', '12.54M'],
    ['zh-CN', '1254万'],
  ])('is written short in %s', (locale, text) => {
    expect(shortAmountText(twd(12_540_000), locale)).toBe(text);
  });

  it('is written with its decimals so that they can be read back', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 24n), (micros) => {
        const text = readDecimal(decimalText(micros)) ?? '';
        const [whole = '', fraction = ''] = text.split('.');
        return BigInt(whole + fraction.padEnd(6, '0')) === micros;
      }),
    );
  });
});

describe('totals', () => {
  it('are exact, one a currency', () => {
    expect(totals([eur(0.1), null, eur(0.2), twd(5)])).toEqual([eur(0.3), twd(5)]);
  });

  it('name their currencies when written short', () => {
    expect(shortTotalsText([eur(2_610_000), twd(5)], 'en')).toBe('EUR 2.61M + TWD 5');
    expect(shortTotalsText([], 'en')).toBe('–');
  });
});

describe('what a person types', () => {
  it.each([
    ['1,250,000', '1250000'],
    [' 50 000.5 ', '50000.5'],
    ['１２３４', '1234'],
    ['007', '7'],
    ['0.50', '0.50'],
    ['', null],
    ['0', null],
    ['0.00', null],
    ['-5', null],
    ['a lot', null],
    ['1.2.3', null],
  ])('“%s” is the amount %s', (typed, amount) => {
    expect(readDecimal(typed)).toBe(amount);
  });
});

describe('numbers made of amounts', () => {
  it('price of a square metre is rounded to whole units', () => {
    expect(perSquareMetre(eur(250_000), 82.55)).toEqual(eur(3_028));
    expect(perSquareMetre(eur(250_000), 0)).toBeNull();
    expect(perSquareMetre(null, 80)).toBeNull();
  });

  it('a share of nothing is left out', () => {
    expect(shareText(82, 196, 'en')).toBe('41.8%');
    expect(shareText(0, 0, 'en')).toBeNull();
  });
});

describe('the decimal text of an answer', () => {
  it.each([
    ['1234.50', 1_234_500_000n],
    ['-0.005', -5_000n],
    ['98765432109876.54', 98_765_432_109_876_540_000n],
  ])('%s is exact', (decimal, micros) => {
    expect(amountOfDecimal(decimal, 'EUR')).toEqual({ micros, currency: 'EUR' });
  });

  it.each(['', 'none', '1e3', '1.2345678'])('“%s” is no amount', (decimal) => {
    expect(amountOfDecimal(decimal, 'EUR')).toBeNull();
  });
});
