/** Days, weeks, months and years as figures are told by them: where one begins, the last ones, and what the last one was. */
import { addDays, addMonths, daysBetween, type PlainDate, plainDate } from '#domain/shared/plain-date.ts';

export const GRAINS = ['DAY', 'WEEK', 'MONTH', 'YEAR'] as const;
export type Grain = (typeof GRAINS)[number];

/** Weeks begin on Monday (ISO 8601), as Twenty groups them. */
export function startOf(date: PlainDate, grain: Grain): PlainDate {
  if (grain === 'DAY') return date;
  if (grain === 'MONTH') return plainDate(`${date.slice(0, 7)}-01`);
  if (grain === 'YEAR') return plainDate(`${date.slice(0, 4)}-01-01`);
  const monday = '1970-01-05' as PlainDate;
  const days = daysBetween(monday, date) % 7;
  return addDays(date, -(days < 0 ? days + 7 : days));
}

/** The start of the period so many periods later; earlier when below zero. */
export function shifted(start: PlainDate, grain: Grain, by: number): PlainDate {
  if (grain === 'MONTH') return addMonths(start, by);
  if (grain === 'YEAR') return addMonths(start, 12 * by);
  return addDays(start, grain === 'WEEK' ? 7 * by : by);
}

/** Starts of the last so many periods, the one of today last. */
export function lastPeriods(today: PlainDate, grain: Grain, count: number): PlainDate[] {
  const current = startOf(today, grain);
  return Array.from({ length: count }, (_, index) => shifted(current, grain, index - count + 1));
}

/** The same day of the period before: a month that has just begun is compared with the beginning of the last one. */
export function sameDayBefore(today: PlainDate, grain: Grain): PlainDate {
  if (grain === 'MONTH') return addMonths(today, -1);
  return grain === 'YEAR' ? addMonths(today, -12) : addDays(today, grain === 'WEEK' ? -7 : -1);
}
