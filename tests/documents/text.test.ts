/** How texts are made fit for a page: figures, dates, lines, fonts, placeholders. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '#documents/shared/clean-text.ts';
import { breakLine } from '#documents/shared/line-breaking.ts';
import {
  fillPlaceholders,
  UnknownPlaceholders,
  unknownPlaceholders,
} from '#documents/shared/placeholders.ts';
import {
  amountText,
  amountWithCurrency,
  dateInTable,
  dateInText,
  rateText,
} from '#documents/shared/text-format.ts';
import { createTypeface } from '#documents/shared/typeface.ts';
import { parseDecimal } from '#domain/shared/decimal.ts';
import { parseMoney } from '#domain/shared/money.ts';
import { plainDate } from '#domain/shared/plain-date.ts';

describe('amounts, dates and rates', () => {
  it.each([
    ['0.00', 'AED', '0.00'],
    ['999.99', 'AED', '999.99'],
    ['1000.00', 'AED', '1,000.00'],
    ['-1234567.50', 'AED', '-1,234,567.50'],
    ['123456789012', 'JPY', '123,456,789,012'],
    ['1234.005', 'KWD', '1,234.005'],
  ])('%s %s is printed as %s', (amount, currency, text) => {
    expect(amountText(parseMoney(amount, currency))).toBe(text);
  });

  it('an amount in a sentence has its currency, and no line ends between the two', () => {
    expect(amountWithCurrency(parseMoney('1000.00', 'AED'), 'en')).toBe('AED\u00a01,000.00');
    expect(amountWithCurrency(parseMoney('1000.00', 'AED'), 'zh-CN')).toBe('AED\u00a01,000.00');
    expect(amountWithCurrency(parseMoney('1000.00', 'CNY'), 'zh-CN')).toBe('人民币1,000.00元');
  });

  it('dates are written as each language writes them', () => {
    const date = plainDate('2025-11-05');
    expect([dateInText(date, 'en'), dateInTable(date, 'en')]).toEqual(['5 November 2025', '05 Nov 2025']);
    expect([dateInText(date, 'zh-CN'), dateInTable(date, 'zh-CN')]).toEqual(['2025年11月5日', '2025-11-05']);
  });

  it.each([
    ['0.0005', '0.05%'],
    ['0.000525', '0.0525%'],
    ['0.01', '1%'],
    ['1', '100%'],
  ])('a rate of %s is %s', (rate, text) => {
    expect(rateText(parseDecimal(rate))).toBe(text);
  });
});

describe('what people type', () => {
  it.each([
    ['a\nb\r\nc\rd\u2028e', ['a', 'b', 'c', 'd', 'e']],
    ['a\tb\u00a0c', ['a b\u00a0c']],
    ['x\u0000y\u200by\u202ez\ufeff\u00ad', ['xyyz']],
    ['e\u0301', ['é']],
    ['half \ud83d gone', ['half \ufffd gone']],
    ['', ['']],
  ])('%j is %j', (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });
});

describe('lines', () => {
  const tenWide = (text: string) => [...text].length;

  it.each([
    ['a few words in a row', ['a few', 'words in a', 'row']],
    ['exactly 10', ['exactly 10']],
    ['Donaudampfschifffahrt', ['Donaudampf', 'schifffahr', 't']],
    ['to Donaudampfschiff', ['to', 'Donaudampf', 'schiff']],
    ['AED\u00a01,234,567.00 due', ['AED\u00a01,234,', '567.00 due']],
    ['', ['']],
  ])('%j is broken into %j', (text, lines) => {
    expect(breakLine(text, 10, tenWide)).toEqual(lines);
  });

  it('no Chinese line begins with a comma, a stop or a closing bracket, or ends with an opening one', () => {
    const text = '请您务必付清全部款项，共计（大写：壹万元整），其中（应付）《合同》。'.repeat(8);
    for (let width = 5; width < 25; width += 1) {
      const lines = breakLine(text, width, tenWide);
      expect(lines.join('')).toBe(text);
      expect(lines.filter((line) => /^[，。、；：）》]|[（《]$/.test(line))).toEqual([]);
      expect(Math.max(...lines.map(tenWide))).toBeLessThanOrEqual(width);
    }
  });
});

describe('which font draws what', () => {
  const ascii = (codePoint: number) => codePoint < 0x250 || codePoint === 0x201c || codePoint === 0x2019;
  const common = new Set([...'合同陈“”□'].map((one) => one.codePointAt(0)));
  const coverage = {
    latin: (codePoint: number) => ascii(codePoint) || codePoint === 0x25a1,
    latinStrong: ascii,
    han: (codePoint: number) =>
      (codePoint >= 0x3400 && codePoint <= 0x9fff) || ascii(codePoint) || common.has(codePoint),
    hanStrong: (codePoint: number) => ascii(codePoint) || common.has(codePoint),
  };

  it('English takes Chinese characters from the Chinese font', () => {
    expect(createTypeface('en', coverage).runsOf('Mr 陈 (A)', 'regular')).toEqual([
      { text: 'Mr ', font: 'latin', isThickened: false },
      { text: '陈', font: 'han', isThickened: false },
      { text: ' (A)', font: 'latin', isThickened: false },
    ]);
  });

  it('a rare character among strong ones is thickened', () => {
    expect(createTypeface('zh-CN', coverage).runsOf('陈堃A', 'strong')).toEqual([
      { text: '陈', font: 'hanStrong', isThickened: false },
      { text: '堃', font: 'han', isThickened: true },
      { text: 'A', font: 'hanStrong', isThickened: false },
    ]);
  });

  it('what no font has becomes a box and is reported, once', () => {
    const typeface = createTypeface('zh-CN', coverage);
    const texts = typeface.runsOf('陈𠮷🏠𠮷', 'regular').map(({ text }) => text);
    expect(texts.join('')).toBe('陈□□□');
    expect([...typeface.missing]).toEqual(['𠮷', '🏠']);
  });

  it('an apostrophe between letters is no Chinese quotation mark', () => {
    const [run] = createTypeface('zh-CN', coverage).runsOf('O’Neill', 'regular');
    expect(run?.text).toBe("O'Neill");
  });
});

describe('placeholders', () => {
  const values = { buyer: 'Ms {{Haddad}}', total: 'AED 1' };

  it('are filled with their values as they are, wide braces and blanks inside alike', () => {
    expect(fillPlaceholders('{{buyer}}, {{ total }}, ｛｛total｝｝', values)).toBe(
      'Ms {{Haddad}}, AED 1, AED 1',
    );
  });

  it.each([
    ['{{buyer}} {{byuer}} {{total}} {{byuer}} {{}}', ['byuer', '']],
    ['pay {{total by Friday', ['{{total by Friday']],
    ['no placeholder, { single } braces', []],
  ])('of %j, %j are unknown', (template, unknown) => {
    expect(unknownPlaceholders(template, Object.keys(values))).toEqual(unknown);
  });

  it('an unknown one is an error that names it and the known ones', () => {
    expect(() => fillPlaceholders('Dear {{byuer}}', values)).toThrow(UnknownPlaceholders);
    expect(() => fillPlaceholders('Dear {{byuer}}', values)).toThrow(
      'The template uses {{byuer}}; it may use {{buyer}}, {{total}}',
    );
  });
});
