/**
 * How urgent something is that has an end (F1, My day): what is over comes first, then what ends soonest. A plain
 * date ends with its day in the time zone of its project, wherever the reader sits.
 */
import { dateIn, isPlainDate, type PlainDate } from '#domain/shared/plain-date.ts';
import { dayIn } from './daily-figures.ts';

/** OVER: its time is up. SOON: within two hours. TODAY, LATER: by the calendar of the project. OPEN: it has no end. */
export type Urgency = 'OVER' | 'SOON' | 'TODAY' | 'LATER' | 'OPEN';

export type Due = {
  /** `YYYY-MM-DD` or an ISO instant; null for what has no end. */
  on: string | null;
  timeZone: string;
};

/** What ends within two hours can still be called about now; the boards mark it. */
export const SOON_MS = 2 * 3_600_000;

/** The last millisecond in which it is not late; null for what has no end, or an unreadable one. */
export function endOf({ on, timeZone }: Due): number | null {
  if (on === null) return null;
  if (isPlainDate(on)) return dayIn(on, timeZone).to.getTime();
  const end = Date.parse(on);
  return Number.isNaN(end) ? null : end;
}

export function urgencyOf(due: Due, now: Date): Urgency {
  const end = endOf(due);
  if (end === null || due.on === null) return 'OPEN';
  if (end < now.getTime()) return 'OVER';
  const isDay = isPlainDate(due.on);
  if (!isDay && end - now.getTime() <= SOON_MS) return 'SOON';
  const day: PlainDate = isPlainDate(due.on) ? due.on : dateIn(new Date(end), due.timeZone);
  return day <= dateIn(now, due.timeZone) ? 'TODAY' : 'LATER';
}

/** For sorting: what ends first, then what has no end; the same end in the order of the names. */
export function byUrgency(left: { due: Due; name: string }, right: { due: Due; name: string }): number {
  const [a, b] = [endOf(left.due), endOf(right.due)];
  if (a !== b) return (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY);
  return left.name < right.name ? -1 : left.name > right.name ? 1 : 0;
}
