/**
 * Room ledger: amounts as banks write them, "1,234.56", "1.234,56-", "(¥ 1 234.56)", "1,234.56 CR". Text in,
 * decimal text out; no float, no rounding (D1). May touch shared values only.
 */
import { plainCell } from './column-convention.ts';

export type DecimalMark = '.' | ',';
export const DECIMAL_MARKS: readonly DecimalMark[] = ['.', ','];

const MOST_WHOLE_DIGITS = 15;

/**
 * "-1234.56": the decimal that `parseMoney` reads, if `mark` stands before the decimals; else null. Minus,
 * brackets and DR are money out. More than `decimals` places, zeros aside, are no amount of the currency.
 */
export function readAmount(cell: string, mark: DecimalMark, decimals: number): string | null {
  const parts = partsOf(cell);
  if (parts === null) return null;
  const [whole = '', fraction = '', ...more] = parts.number.split(mark);
  const units = ungrouped(whole);
  if (more.length > 0 || units === null || !/^\d*$/.test(fraction)) return null;
  if (units.length > MOST_WHOLE_DIGITS || units + fraction === '') return null;
  // Only currencies without decimals decide by this: 1,234 is then a thousand, whoever wrote it.
  if (decimals === 0 && /[1-9]/.test(fraction)) return null;
  const digits = `${units === '' ? '0' : units}${fraction === '' ? '' : `.${fraction}`}`;
  return parts.isNegative && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

/** Whether the sign of a currency in the cell, if there is one, can stand for the currency. */
export function isWrittenIn(cell: string, currency: string): boolean {
  const sign = partsOf(cell)?.sign ?? '';
  const codes = currenciesOf(sign);
  return sign === '' || codes === null || codes.length === 0 || codes.includes(currency);
}

/** A cell that holds no amount: blank, or the dashes that stand for nothing. */
export function isBlankAmount(cell: string): boolean {
  return /^[-–—]*$/.test(plainCell(cell));
}

type Parts = { number: string; sign: string; isNegative: boolean };

function partsOf(cell: string): Parts | null {
  const text = plainCell(cell).replace(/[−–—]/g, '-').replace(/[’`´]/g, "'");
  const inner = /^\((.*)\)$/.exec(text)?.[1];
  const [, lead = '', number = '', tail = ''] =
    /^([^\d.,]*)([.,]?\d(?:[\d.,' ]*\d)?[.,]?)([^\d.,]*)$/.exec(inner ?? text) ?? [];
  const around = `${lead}${tail}`.replace(/\s/g, '').toUpperCase();
  const minuses = around.split('-').length - 1 + (inner === undefined ? 0 : 1);
  const [, sign = '', side] = /^(.*?)(CR|DR)?$/.exec(around.replace(/[-+]/g, '')) ?? [];
  if (number === '' || minuses > 1 || (sign !== '' && currenciesOf(sign) === null)) return null;
  return { number, sign, isNegative: (minuses === 1) !== (side === 'DR') };
}

/** The digits of the whole part; null when what parts them does not part thousands (or Indian hundreds). */
function ungrouped(whole: string): string | null {
  const [first = '', ...groups] = whole.split(/[.,' ]/);
  if (groups.length === 0) return first;
  const isOneSign = new Set(whole.replace(/\d/g, '')).size === 1;
  const isThousands = first.length <= 3 && groups.every((group) => group.length === 3);
  const isIndian =
    first.length <= 2 &&
    groups.at(-1)?.length === 3 &&
    groups.slice(0, -1).every((group) => group.length === 2);
  const isGrouped = isOneSign && /^[1-9]/.test(first) && (isThousands || isIndian);
  return isGrouped ? first + groups.join('') : null;
}

/** Signs and names of currencies; none behind a name means that several currencies go by it. */
const NAMES: Readonly<Record<string, string>> = {
  '¥': 'CNY JPY',
  RMB: 'CNY',
  CNH: 'CNY',
  人民币: 'CNY',
  人民币元: 'CNY',
  人民幣: 'CNY',
  元: '',
  $: '',
  NT$: 'TWD',
  NTD: 'TWD',
  新台币: 'TWD',
  新台幣: 'TWD',
  新臺幣: 'TWD',
  台幣: 'TWD',
  HK$: 'HKD',
  港币: 'HKD',
  港幣: 'HKD',
  港元: 'HKD',
  US$: 'USD',
  美元: 'USD',
  美金: 'USD',
  S$: 'SGD',
  '€': 'EUR',
  欧元: 'EUR',
  歐元: 'EUR',
  '£': 'GBP',
  英镑: 'GBP',
  英鎊: 'GBP',
  日元: 'JPY',
  日圆: 'JPY',
  日圓: 'JPY',
  '₹': 'INR',
  RS: 'INR',
  '₫': 'VND',
  '฿': 'THB',
  '₩': 'KRW',
};

/** The currencies that a sign, name or code can stand for: none for one that says little, null for no name. */
export function currenciesOf(name: string): readonly string[] | null {
  const text = name.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const codes = Object.hasOwn(NAMES, text) ? NAMES[text] : undefined;
  if (codes !== undefined) return codes.split(' ').filter((code) => code !== '');
  if (/^[A-Z]{3}$/.test(text)) return [text];
  // "CNY-人民币", "人民币(RMB)": either half says it.
  const halves = [text.replace(/[^A-Z]/g, ''), text.replace(/[^\p{Script=Han}]/gu, '')];
  const known = halves.filter((half) => half !== '' && half !== text).map(currenciesOf);
  return known.find((half) => half !== null && half.length > 0) ?? null;
}
