/**
 * The clock of a service level (A099, A102): how much of it has run between two moments, and when it will have
 * run out. In working hours it runs on business days only, make-up workdays included; around the clock it
 * always runs. It stands while the customer has to answer. Everything is counted in milliseconds of real time, so
 * that a day on which the clocks are changed is as long as it is.
 */
import { type BusinessCalendar, isBusinessDay } from '#domain/ledger/index.ts';
import { addDays, dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import type { ServiceClock } from './care-states.ts';

export type ServiceHours = {
  timeZone: string;
  /** Minutes after midnight. */
  from: number;
  to: number;
  calendar: BusinessCalendar;
};

export type ClockTerms = { clock: ServiceClock; hours: ServiceHours };

/** A stretch in which the clock stands; without an end it stands still. */
export type Pause = { from: string; to: string | null; why: 'CUSTOMER' | 'RESOLVED' };

export const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** "09:00" and "18:00": what an empty or wrong setting means. */
const USUAL = { from: 540, to: 1_080 };
/** Ten years: a calendar without a working day must not hang. */
const MOST_DAYS = 3_660;

/** Reads the hours of a project; what is no time of day, or ends before it begins, counts as not set. */
export function serviceHours(
  project: { timeZone: string; serviceFrom: string; serviceTo: string },
  calendar: BusinessCalendar,
): ServiceHours {
  const from = minutesOf(project.serviceFrom) ?? USUAL.from;
  const to = minutesOf(project.serviceTo) ?? USUAL.to;
  const timeZone = project.timeZone || 'UTC';
  return from < to ? { timeZone, from, to, calendar } : { timeZone, ...USUAL, calendar };
}

function minutesOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? [];
  if (hours === undefined || Number(minutes) > 59) return null;
  const total = Number(hours) * 60 + Number(minutes);
  return total <= DAY_MINUTES ? total : null;
}

type Span = { from: number; to: number };

/** The stretches from `start` on in which the clock runs, in order, however long ago they began. */
function* running(start: number, { clock, hours }: ClockTerms, pauses: readonly Pause[]): Generator<Span> {
  const standing = pauses
    .map(({ from, to }) => ({ from: Date.parse(from), to: to === null ? Infinity : Date.parse(to) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  if (clock === 'AROUND_THE_CLOCK') {
    yield* without({ from: start, to: Infinity }, standing);
    return;
  }
  // A day whose midnight does not exist may begin within the day before: no moment counts twice.
  let free = start;
  const stands = Math.min(...standing.filter(({ to }) => to === Infinity).map(({ from }) => from));
  const first = dateIn(new Date(start), hours.timeZone);
  for (let days = 0; days <= MOST_DAYS; days++) {
    const day = addDays(first, days);
    if (!isBusinessDay(day, hours.calendar)) continue;
    const from = Math.max(free, instantOf(day, hours.from, hours.timeZone));
    const to = instantOf(day, hours.to, hours.timeZone);
    if (from >= stands) return;
    if (from >= to) continue;
    free = to;
    yield* without({ from, to }, standing);
  }
}

/** What is left of a span when the clock stands in these stretches, which are in order and may overlap. */
function* without({ from, to }: Span, standing: readonly Span[]): Generator<Span> {
  let at = from;
  for (const pause of standing) {
    if (pause.from >= to) break;
    if (pause.from > at) yield { from: at, to: pause.from };
    at = Math.max(at, pause.to);
  }
  if (at < to) yield { from: at, to };
}

/** When `minutes` of the clock have run since the start; null when they never will, as while it stands. */
export function dueAt(
  start: Date,
  minutes: number,
  terms: ClockTerms,
  pauses: readonly Pause[] = [],
): Date | null {
  let left = minutes * MINUTE_MS;
  if (left <= 0) return start;
  for (const { from, to } of running(start.getTime(), terms, pauses)) {
    if (to - from >= left) return new Date(from + left);
    left -= to - from;
  }
  return null;
}

/** How much of the clock has run from the start until then. */
export function elapsedMs(
  start: Date,
  until: Date,
  terms: ClockTerms,
  pauses: readonly Pause[] = [],
): number {
  const end = until.getTime();
  let total = 0;
  for (const { from, to } of running(start.getTime(), terms, pauses)) {
    if (from >= end) break;
    total += Math.min(to, end) - from;
  }
  return total;
}

/** In whole minutes; a minute that has begun is not over. */
export function elapsedMinutes(...asked: Parameters<typeof elapsedMs>): number {
  return Math.floor(elapsedMs(...asked) / MINUTE_MS);
}

/** What is left of so many minutes; below zero when they are over. */
export function remainingMs(
  start: Date,
  minutes: number,
  until: Date,
  terms: ClockTerms,
  pauses: readonly Pause[] = [],
): number {
  return minutes * MINUTE_MS - elapsedMs(start, until, terms, pauses);
}

/** Does the clock run at this moment? */
export function isRunning(at: Date, terms: ClockTerms, pauses: readonly Pause[] = []): boolean {
  for (const { from } of running(at.getTime(), terms, pauses)) return from === at.getTime();
  return false;
}

/** The instant at so many minutes after midnight of a day in a time zone, by the clock on the wall. */
export function instantOf(day: PlainDate, minutes: number, timeZone: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS;
  const guess = wall - offsetAt(wall, timeZone);
  // Around a change of clocks the first guess has the offset of the other side.
  return wall - offsetAt(guess, timeZone);
}

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = wallClock(timeZone).formatToParts(new Date(instant));
  const of = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - Math.floor(instant / 1_000) * 1_000;
}

const CLOCKS = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than all that it is asked for here. A zone that nobody knows counts as UTC. */
function wallClock(timeZone: string): Intl.DateTimeFormat {
  const known = CLOCKS.get(timeZone);
  if (known !== undefined) return known;
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const time = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  const made = (zone: string) => new Intl.DateTimeFormat('en-US', { timeZone: zone, ...parts, ...time });
  let clock: Intl.DateTimeFormat;
  try {
    clock = made(timeZone);
  } catch {
    clock = made('UTC');
  }
  CLOCKS.set(timeZone, clock);
  return clock;
}
