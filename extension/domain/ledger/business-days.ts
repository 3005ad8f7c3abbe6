/**
 * Business days (D2.1, H3): weekends, holidays and the days on which people work instead. A due date
 * on a day off moves to the next business day; it never moves to an earlier one.
 */
import { addDays, type PlainDate } from '#domain/shared/plain-date.ts';

export type DueDayRule = 'AS_IS' | 'NEXT_BUSINESS_DAY';
export type Weekend = 'SATURDAY_SUNDAY' | 'FRIDAY_SATURDAY' | 'SUNDAY' | 'NONE';

export type BusinessCalendar = {
  weekend: Weekend;
  holidays: ReadonlySet<string>;
  /** Make-up workdays: days of a weekend on which people work. */
  workdays: ReadonlySet<string>;
};

export const EVERY_DAY: BusinessCalendar = { weekend: 'NONE', holidays: new Set(), workdays: new Set() };

/** Days of the week that are off; Sunday is 0. */
const DAYS_OFF: Record<Weekend, readonly number[]> = {
  SATURDAY_SUNDAY: [6, 0],
  FRIDAY_SATURDAY: [5, 6],
  SUNDAY: [0],
  NONE: [],
};

/** No holiday is longer; a calendar without any business day must not hang. */
const MOST_DAYS_OFF = 60;

export function isBusinessDay(date: PlainDate, { weekend, holidays, workdays }: BusinessCalendar): boolean {
  if (workdays.has(date)) return true;
  if (holidays.has(date)) return false;
  return !DAYS_OFF[weekend].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}

export function onBusinessDay(date: PlainDate, rule: DueDayRule, calendar: BusinessCalendar): PlainDate {
  if (rule === 'AS_IS') return date;
  for (let days = 0; days <= MOST_DAYS_OFF; days++) {
    const next = addDays(date, days);
    if (isBusinessDay(next, calendar)) return next;
  }
  return date;
}
