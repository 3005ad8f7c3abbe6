/** Dates, times and how long there is left, in the reader's language and time zone. */
import type { Translate } from '#widgets/shared/i18n/words.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** "14:32:05" */
export function timeText(instant: number, locale: string): string {
  return formatter(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }).format(
    instant,
  );
}

/** "12 Mar 2026, 14:32" of an ISO instant; the text itself when it is none. */
export function dateTimeText(iso: string, locale: string): string {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) return iso;
  return formatter(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(instant);
}

/** "12 Mar 2026" of `YYYY-MM-DD` or an ISO instant. A plain date is the same day everywhere. */
export function dateText(date: string, locale: string): string {
  const isPlain = /^\d{4}-\d{2}-\d{2}$/.test(date);
  const instant = Date.parse(date);
  if (Number.isNaN(instant)) return date;
  return formatter(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    ...(isPlain ? { timeZone: 'UTC' } : {}),
  }).format(instant);
}

/** Today as `YYYY-MM-DD` by the reader's clock. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The day so many days from now, by the reader's clock. */
export function daysFromToday(days: number, now = new Date()): string {
  return today(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days));
}

/** First and last day of the month before this one: the one whose books are closed now. */
export function lastMonth(now = new Date()): { from: string; to: string } {
  const day = (month: number, date: number) => today(new Date(now.getFullYear(), month, date));
  return { from: day(now.getMonth() - 1, 1), to: day(now.getMonth(), 0) };
}

const MINUTE_MS = 60_000;

/** Whole minutes left, rounded up so that time is never up too early; null when the end is not known. */
function minutesLeft(until: string | null, now: number): number | null {
  const end = until === null ? Number.NaN : Date.parse(until);
  return Number.isNaN(end) ? null : Math.max(0, Math.ceil((end - now) / MINUTE_MS));
}

/** "2 d 3 h", "3 h 5 min", "12 min"; null when the end is not known. */
export function timeLeftText(until: string | null, now: number, t: Translate): string | null {
  const minutes = minutesLeft(until, now);
  if (minutes === null) return null;
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return t('{days} d {hours} h', { days, hours: hours % 24 });
  if (hours > 0) return t('{hours} h {minutes} min', { hours, minutes: minutes % 60 });
  return minutes > 0 ? t('{minutes} min', { minutes }) : t('time is up');
}

/** The same in one unit, rounded down: "2 d", "3 h", "12 min". For cells. */
export function shortTimeLeftText(until: string | null, now: number, t: Translate): string | null {
  const minutes = minutesLeft(until, now);
  if (minutes === null) return null;
  if (minutes >= 2_880) return t('{days} d', { days: Math.floor(minutes / 1_440) });
  if (minutes >= 60) return t('{hours} h', { hours: Math.floor(minutes / 60) });
  return minutes > 0 ? t('{minutes} min', { minutes }) : t('time is up');
}
