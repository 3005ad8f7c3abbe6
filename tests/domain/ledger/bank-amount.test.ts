import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currenciesOf, DECIMAL_MARKS, isWrittenIn, readAmount } from '#domain/ledger/bank-amount.ts';
import { columnReader } from '#domain/ledger/column-convention.ts';
import { formatMoney, minorDigits, parseMoney } from '#domain/shared/money.ts';
import { anyCurrency, anyMinor } from '../amounts.ts';

describe('an amount, read with a point and with a comma before the decimals', () => {
  it.each<[string, string | null, string | null]>([
    ['1234.56', '1234.56', null],
    ['1234,56', null, '1234.56'],
    ['1,234.56', '1234.56', null],
    ['1.234,56', null, '1234.56'],
    ['1 234,56', null, '1234.56'],
    ['1\u202f234\u00a0567,8', null, '1234567.8'],
    ["1'234'567.80", '1234567.80', null],
    ['1’234.50', '1234.50', null],
    ['12,34,567.89', '1234567.89', null],
    ['1,23,456', '123456', null],
    ['1,234,567', '1234567', null],
    ['1.234.567', null, '1234567'],
    ['1,234', '1234', '1.234'],
    ['1.234', '1.234', '1234'],
    ['0,500', null, '0.500'],
    ['1234', '1234', '1234'],
    ['0', '0', '0'],
    ['0.00', '0.00', null],
    ['.50', '0.50', null],
    ['100.', '100', null],
    ['１，２３４．５６', '1234.56', null],
    ['="1,234.56"', '1234.56', null],
    ['-1,234.56', '-1234.56', null],
    ['1.234,56-', null, '-1234.56'],
    ['−1,234.56', '-1234.56', null],
    ['(1,234.56)', '-1234.56', null],
    ['(¥1,234.56)', '-1234.56', null],
    ['¥ -1,234.56', '-1234.56', null],
    ['+1,234.56', '1234.56', null],
    ['-0.00', '0.00', null],
    ['¥1,234.56', '1234.56', null],
    ['￥1,234.56', '1234.56', null],
    ['NT$1,234,567', '1234567', null],
    ['1.234,56 €', null, '1234.56'],
    ['EUR 1.234,56', null, '1234.56'],
    ['1,234.56元', '1234.56', null],
    ['人民币1,234.56', '1234.56', null],
    ['1,234.56 CR', '1234.56', null],
    ['1,234.56Dr', '-1234.56', null],
    ['USD 1,234.56 DR', '-1234.56', null],
    ['123456789012345.67', '123456789012345.67', null],
    ['1234567890123456', null, null],
    ['1,2345.00', null, null],
    ['1,234,56', null, null],
    ['1,234 567', null, null],
    ['1.2.3', null, null],
    ['--1', null, null],
    ['-(1)', null, null],
    ['1e6', null, null],
    ['12%', null, null],
    ['5万', null, null],
    ['1 of 2', null, null],
    ['=1+1', null, null],
    ['', null, null],
    ['-', null, null],
    ['n/a', null, null],
  ])('%s', (cell, withPoint, withComma) => {
    expect([readAmount(cell, '.', 2), readAmount(cell, ',', 2)]).toEqual([withPoint, withComma]);
  });

  it('a currency without decimals leaves no doubt', () => {
    expect([readAmount('1,234', '.', 0), readAmount('1,234', ',', 0)]).toEqual(['1234', null]);
  });
});

const column = (cells: string[], preferred: '.' | ',' | null = null) => {
  const read = columnReader(cells, DECIMAL_MARKS, (cell, mark) => readAmount(cell, mark, 2), preferred);
  return cells.map((cell) => {
    const reading = read(cell);
    return 'value' in reading ? reading.value : reading.problem;
  });
};

describe('a column of amounts decides what a cell alone leaves open', () => {
  it.each([
    ['a point elsewhere', ['1,234', '5.50'], ['1234', '5.50']],
    ['a comma elsewhere', ['1,234', '5,50'], ['1.234', '5.50']],
    ['thousands of thousands elsewhere', ['1.234', '1.000.000'], ['1234', '1000000']],
    ['nothing elsewhere', ['1,234', '500'], ['AMBIGUOUS', '500']],
    ['text elsewhere', ['1,234', 'n/a'], ['AMBIGUOUS', 'UNREADABLE']],
    ['both kinds elsewhere', ['1,234', '5.50', '6,50'], ['AMBIGUOUS', '5.50', '6.50']],
  ])('%s', (_, cells, values) => {
    expect(column(cells)).toEqual(values);
  });

  it('what is known of the account decides only what the column leaves open', () => {
    expect(column(['1,234'], '.')).toEqual(['1234']);
    expect(column(['1,234'], ',')).toEqual(['1.234']);
    expect(column(['1,234', '5.50'], ',')).toEqual(['1234', '5.50']);
  });
});

describe('currencies', () => {
  it.each([
    ['CNY', ['CNY']],
    ['人民币', ['CNY']],
    ['人民币元', ['CNY']],
    ['CNY-人民币', ['CNY']],
    ['人民币(RMB)', ['CNY']],
    ['新臺幣', ['TWD']],
    ['eur', ['EUR']],
    ['¥', ['CNY', 'JPY']],
    ['$', []],
    ['元', []],
    ['01', null],
    ['constructor', null],
  ])('%s can be %j', (name, codes) => {
    expect(currenciesOf(name)).toEqual(codes);
  });

  it.each([
    ['¥1', 'CNY', true],
    ['¥1', 'EUR', false],
    ['€1', 'EUR', true],
    ['1 USD', 'EUR', false],
    ['$1', 'USD', true],
    ['1', 'EUR', true],
  ])('%s is written in %s: %s', (cell, currency, isSo) => {
    expect(isWrittenIn(cell, currency)).toBe(isSo);
  });
});

type Style = { mark: '.' | ','; group: string; around: (digits: string, isNegative: boolean) => string };

const anyStyle: fc.Arbitrary<Style> = fc
  .record({
    mark: fc.constantFrom('.' as const, ',' as const),
    group: fc.constantFrom('', ' ', "'", 'other'),
    around: fc.constantFrom<Style['around']>(
      (digits, isNegative) => (isNegative ? `-${digits}` : digits),
      (digits, isNegative) => (isNegative ? `${digits}-` : `+${digits}`),
      (digits, isNegative) => (isNegative ? `(${digits})` : ` ${digits} `),
      (digits, isNegative) => `${digits} ${isNegative ? 'DR' : 'CR'}`,
    ),
  })
  .map((style) => ({
    ...style,
    group: style.group === 'other' ? (style.mark === '.' ? ',' : '.') : style.group,
  }));

function written(decimal: string, { mark, group, around }: Style): string {
  const [, minus, whole = '', fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return around(fraction === undefined ? grouped : `${grouped}${mark}${fraction}`, minus === '-');
}

describe('an amount that is written', () => {
  it('in any style is read back, when the column shows the style', () => {
    const anyAmount = anyMinor({ min: -(10n ** 14n), max: 10n ** 14n });
    fc.assert(
      fc.property(
        fc.array(anyAmount, { maxLength: 20 }),
        anyCurrency,
        anyStyle,
        (minors, currency, style) => {
          const decimals = minorDigits(currency);
          // The last one is over a million and has decimals where there are any: it shows the style.
          const amounts = [...minors, 10n ** 11n + 1n].map((minor) => formatMoney({ minor, currency }));
          const cells = amounts.map((decimal) => written(decimal, style));
          const read = columnReader(cells, DECIMAL_MARKS, (cell, mark) => readAmount(cell, mark, decimals));
          const values = cells
            .map(read)
            .map((reading) => ('value' in reading ? reading.value : reading.problem));
          const minorOf = (value: string) => parseMoney(value, currency).minor;
          expect(values.map(minorOf)).toEqual(amounts.map(minorOf));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
