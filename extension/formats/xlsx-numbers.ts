/**
 * Formats: what a stored number of a workbook stands for. A date is a number of days that its style shows as
 * a date. Text in, text out; may touch nothing but the reader of XML.
 */
import { readXml } from './xlsx-parts.ts';

export type NumberFormat = { kind: 'NUMBER' } | { kind: 'DATE' } | { kind: 'PADDED'; digits: number };

/** The number formats of a workbook's styles, by the index that a cell names. */
export function numberFormats(styles: string): NumberFormat[] {
  const codes = new Map<string, string>();
  const formats: NumberFormat[] = [];
  let isInCells = false;
  readXml(styles === '' ? '<none/>' : styles, {
    open: (name, attributes) => {
      const { numFmtId: id = '0', formatCode } = attributes;
      if (name === 'numFmt' && formatCode !== undefined) codes.set(id, formatCode);
      if (name === 'cellXfs') isInCells = true;
      if (name === 'xf' && isInCells) formats.push(formatOf(Number(id), codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return formats;
}

/** Dates among the formats that need no code (ECMA-376 18.8.30), those of Chinese and Japanese included. */
const BUILT_IN_DATES = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58];

function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return BUILT_IN_DATES.includes(id) ? { kind: 'DATE' } : { kind: 'NUMBER' };
  if (/^0+$/.test(code)) return { kind: 'PADDED', digits: code.length };
  // What stands in quotes, in brackets or after a sign that passes it through is shown, not counted with.
  const shown = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '').replace(/general|[GA]\/[^;]*/gi, '');
  return /[yd]/i.test(shown) ? { kind: 'DATE' } : { kind: 'NUMBER' };
}

const DAY_MS = 86_400_000;

/** Day 0 of the two calendars; the first counts a 29 February 1900 that never was. */
const DAY_0 = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
const FIRST_SOUND_DAY = { 1900: 61, 1904: 0 };
/** 31 December 9999. */
const LAST_DAY = { 1900: 2_958_465, 1904: 2_957_003 };

export type Calendar = 1900 | 1904;

/** "2025-01-31", "1234.5", "000123": what a number shows, apart from how its digits are grouped and rounded. */
export function numberText(stored: string, format: NumberFormat, calendar: Calendar): string {
  if (format.kind === 'PADDED') return padded(plainNumber(stored), format.digits);
  if (format.kind === 'NUMBER') return plainNumber(stored);
  // Half a second: the last moment of a day is stored a little before or after it.
  const day = Math.floor(Number(stored) + 0.5 / 86_400);
  if (!(day >= FIRST_SOUND_DAY[calendar] && day <= LAST_DAY[calendar])) return plainNumber(stored);
  return new Date(DAY_0[calendar] + day * DAY_MS).toISOString().slice(0, 10);
}

function padded(number: string, digits: number): string {
  return /^\d+$/.test(number) ? number.padStart(digits, '0') : number;
}

const SPREADSHEET_DIGITS = 15;
const decimals = new Intl.NumberFormat('en-US', {
  useGrouping: false,
  maximumSignificantDigits: SPREADSHEET_DIGITS,
});

/**
 * The decimal that a person typed. Spreadsheets keep 15 digits and store more of the binary fraction, such as
 * 1234.5600000000001; whole numbers stay whole, for long ones are numbers of accounts.
 */
function plainNumber(stored: string): string {
  const text = stored.trim();
  const number = Number(text);
  if (/^-?\d+$/.test(text) || text === '' || !Number.isFinite(number)) return text;
  if (/^-?[1-9]\d{0,9}\.\d{0,3}[1-9]$/.test(text)) return text;
  return decimals.format(number);
}
