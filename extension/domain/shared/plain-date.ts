/** Plain dates: `YYYY-MM-DD`, no time and no zone. Month arithmetic counts from the anchor (D2.2). */
export type PlainDate = string & { readonly __plainDate: unique symbol };

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** @throws RangeError when the text is no date of the calendar, such as 2025-02-29. */
export function plainDate(text: string): PlainDate {
  const [, year, month, day] = FORM.exec(text) ?? [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new RangeError(`"${text}" is not a date like 2025-01-31`);
  }
  return text as PlainDate;
}

export function isPlainDate(text: string): text is PlainDate {
  try {
    plainDate(text);
    return true;
  } catch {
    return false;
  }
}

function utc(date: PlainDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

function fromUtc(time: number): PlainDate {
  return new Date(time).toISOString().slice(0, 10) as PlainDate;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  if (days === 0) return date;
  return fromUtc(utc(date) + days * DAY_MS);
}

/** The same day of the month `months` later, clamped to that month's end: 31 January + 1 is 28 February. */
export function addMonths(anchor: PlainDate, months: number): PlainDate {
  if (months === 0) return anchor;
  const monthIndex = Number(anchor.slice(0, 4)) * 12 + Number(anchor.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(monthIndex / 12), (monthIndex % 12) + 1];
  const day = Math.min(Number(anchor.slice(8, 10)), daysIn(year, month));
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as PlainDate;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month of the Gregorian calendar; months count from 1. */
function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 31);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

export function isBefore(left: PlainDate, right: PlainDate): boolean {
  return left < right;
}

export function later(left: PlainDate, right: PlainDate): PlainDate {
  return left < right ? right : left;
}

/** The calendar date of an instant in a time zone, e.g. `Asia/Taipei`; one that nobody knows counts as UTC. */
export function dateIn(instant: Date, timeZone: string): PlainDate {
  return plainDate(dateFormat(timeZone).format(instant));
}

function dateFormat(timeZone: string): Intl.DateTimeFormat {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, ...parts });
  } catch {
    // A typo in a project's settings must not stop the deals of all others.
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', ...parts });
  }
}
