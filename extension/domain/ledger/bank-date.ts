/**
 * Room ledger: dates as banks write them, with or without a time: 2025-01-31, 2025年1月31日, 20250131,
 * 31.01.2025, 01/31/2025, 31-Jan-2025, and years of the Republic of China (114/01/31). May touch shared values.
 */
import { isPlainDate } from '#domain/shared/plain-date.ts';
import { plainCell } from './column-convention.ts';

export type DateOrder = 'DMY' | 'MDY' | 'YMD';
export const DATE_ORDERS: readonly DateOrder[] = ['DMY', 'MDY', 'YMD'];

/** `YYYY-MM-DD`; `order` matters only to dates of short numbers that end in the year or have two digits for it. */
export function readDate(cell: string, order: DateOrder): string | null {
  const text = withoutTime(plainCell(cell));
  return readYearFirst(text) ?? readMonthName(text) ?? readShort(text, order);
}

function withoutTime(text: string): string {
  return text
    .replace(/^(\d{8})\s*\d{6}$/, '$1')
    .replace(/(?<=\d)(?:T|\s+)\d{1,2}[:.]\d{2}.*$/, '')
    .trim();
}

const REPUBLIC_YEAR_0 = 1911;

function readYearFirst(text: string): string | null {
  const [, year, month, day] =
    /^(?:民國|民国)?(\d{3,4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(1\d{2})(\d{2})(\d{2})$/.exec(text) ??
    [];
  if (year === undefined) return null;
  return date(year.length === 3 ? Number(year) + REPUBLIC_YEAR_0 : Number(year), month, day);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function readMonthName(text: string): string | null {
  const [, day, name, year] = /^(\d{1,2})[-\s/]*([a-z]{3,9})[-\s/.,]*(\d{4}|\d{2})$/i.exec(text) ?? [];
  const [, otherName, otherDay, otherYear] = /^([a-z]{3,9})[\s.]*(\d{1,2})[\s,]+(\d{4})$/i.exec(text) ?? [];
  const month = MONTHS.indexOf((name ?? otherName ?? '').slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return null;
  return date(fullYear(year ?? otherYear ?? ''), String(month), day ?? otherDay);
}

function readShort(text: string, order: DateOrder): string | null {
  const [, first = '', mark, second, third = ''] =
    /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text) ?? [];
  if (mark === undefined) return null;
  // Nobody writes month or year first with dots.
  if (mark === '.' || order === 'DMY') return date(fullYear(third), second, first);
  if (order === 'MDY') return date(fullYear(third), first, second);
  return third.length === 2 ? date(fullYear(first), second, third) : null;
}

const fullYear = (year: string): number => Number(year) + (year.length === 4 ? 0 : 2000);

const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

function date(year: number, month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year >= FIRST_YEAR && year <= LAST_YEAR && isPlainDate(text) ? text : null;
}
