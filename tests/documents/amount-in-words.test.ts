import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountInWords,
  chineseAmountInWords,
  englishAmountInWords,
} from '#documents/amount-in-words/index.ts';
import { money, parseMoney } from '#domain/shared/money.ts';

const DIRHAM = { unit: ['dirham', 'dirhams'], fraction: ['fils', 'fils'] } as const;

describe('amounts in Chinese capital numerals', () => {
  it.each([
    ['0.00', '零元整'],
    ['0.01', '壹分'],
    ['0.10', '壹角整'],
    ['0.56', '伍角陆分'],
    ['1.00', '壹元整'],
    ['1.05', '壹元零伍分'],
    ['10.00', '壹拾元整'],
    ['16.40', '壹拾陆元肆角整'],
    ['100.00', '壹佰元整'],
    ['105.00', '壹佰零伍元整'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['1005.00', '壹仟零伍元整'],
    ['1050.50', '壹仟零伍拾元伍角整'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['10050.00', '壹万零伍拾元整'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['100500.00', '壹拾万零伍佰元整'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['1000000.00', '壹佰万元整'],
    ['10000100.00', '壹仟万零壹佰元整'],
    ['100000001.05', '壹亿零壹元零伍分'],
    ['100010000.00', '壹亿零壹万元整'],
    ['1000000000.00', '壹拾亿元整'],
    ['9007199254.99', '玖拾亿零柒佰壹拾玖万玖仟贰佰伍拾肆元玖角玖分'],
    ['1000000000000.00', '壹万亿元整'],
    ['-10050.00', '负壹万零伍拾元整'],
  ])('%s yuan is %s', (amount, words) => {
    expect(chineseAmountInWords(parseMoney(amount, 'CNY'))).toBe(words);
  });

  it.each([
    ['AED', '10050.00', 'AED 壹万零伍拾整'],
    ['AED', '10050.50', 'AED 壹万零伍拾点伍整'],
    ['JPY', '10050', 'JPY 壹万零伍拾整'],
    ['KWD', '1.005', 'KWD 壹点零零伍整'],
  ])('%s %s without a name is %s', (currency, amount, words) => {
    expect(chineseAmountInWords(parseMoney(amount, currency))).toBe(words);
  });

  it('takes the names of another currency', () => {
    const dollar = { unit: '美元', fractions: ['角', '分'] };
    expect(chineseAmountInWords(parseMoney('12.30', 'USD'), dollar)).toBe('壹拾贰美元叁角整');
    const yen = { unit: '日元', fractions: [] };
    expect(chineseAmountInWords(parseMoney('1200', 'JPY'), yen)).toBe('壹仟贰佰日元整');
    // A thousandth has no name here, so that the fraction is written with a point.
    const dinar = { unit: '第纳尔', fractions: ['角', '分'] };
    expect(chineseAmountInWords(parseMoney('1.005', 'KWD'), dinar)).toBe('壹点零零伍第纳尔整');
  });

  it('no two amounts are written alike, and none has two zeros in a row', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
    fc.assert(
      fc.property(amount, amount, (left, right) => {
        const [a, b] = [left, right].map((minor) => chineseAmountInWords(money(minor, 'CNY')));
        expect(a === b).toBe(left === right);
        expect(a).not.toMatch(/零零|零[元万亿](?!整$)/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('amounts in English words', () => {
  it.each([
    ['0.00', 'AED zero only'],
    ['0.05', 'AED zero and 05/100 only'],
    ['1.00', 'AED one only'],
    ['21.00', 'AED twenty-one only'],
    ['100.00', 'AED one hundred only'],
    ['101.00', 'AED one hundred and one only'],
    ['1000.00', 'AED one thousand only'],
    ['1005.00', 'AED one thousand and five only'],
    ['1200.00', 'AED one thousand two hundred only'],
    ['10050.00', 'AED ten thousand and fifty only'],
    ['105141.67', 'AED one hundred and five thousand one hundred and forty-one and 67/100 only'],
    ['100000001.05', 'AED one hundred million and one and 05/100 only'],
    ['-19.99', 'AED minus nineteen and 99/100 only'],
  ])('%s is "%s"', (amount, words) => {
    expect(englishAmountInWords(parseMoney(amount, 'AED'))).toBe(words);
  });

  it('takes the names of a currency, and knows one from many', () => {
    expect(englishAmountInWords(parseMoney('10050.50', 'AED'), DIRHAM)).toBe(
      'ten thousand and fifty dirhams and fifty fils only',
    );
    expect(englishAmountInWords(parseMoney('1.00', 'AED'), DIRHAM)).toBe('one dirham only');
  });

  it.each([
    ['JPY', '10050', 'JPY ten thousand and fifty only'],
    ['KWD', '1.005', 'KWD one and 005/1000 only'],
  ])('knows the digits of %s', (currency, amount, words) => {
    expect(englishAmountInWords(parseMoney(amount, currency))).toBe(words);
  });

  it('what has no common word is refused', () => {
    expect(() => englishAmountInWords(money(10n ** 23n, 'JPY'))).toThrow(RangeError);
  });
});

it('the language of the document decides', () => {
  const amount = parseMoney('10050.00', 'CNY');
  expect(amountInWords(amount, 'zh-CN')).toBe('壹万零伍拾元整');
  expect(amountInWords(amount, 'en')).toBe('CNY ten thousand and fifty only');
  expect(amountInWords(amount, 'en', { en: { unit: ['yuan', 'yuan'] } })).toBe(
    'ten thousand and fifty yuan only',
  );
});
