/** Clock times of a place as instants, over the days on which its clocks are turned. Pure. */
import type { PlainDate } from './plain-date.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes since midnight of "09:30"; null for anything else. */
export function minutesOf(clock: string): number | null {
  const [, hours, minutes] = CLOCK.exec(clock) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** "09:30" of 570 minutes since midnight. */
export function clockOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** "2026-03-29 09:30" of an instant in a time zone; one that nobody knows counts as UTC. */
export function wallTime(instant: Date, timeZone: string): string {
  const parts = formatOf(timeZone).formatToParts(instant);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}`;
}

/**
 * The instant at which the clocks of a place show this time of a day: the first one where they show it twice,
 * null where they leave it out.
 */
export function instantAt(day: PlainDate, minutes: number, timeZone: string): Date | null {
  if (minutes < 0 || minutes >= DAY_MINUTES) return null;
  const wanted = `${day} ${clockOf(minutes)}`;
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS;
  const offsets = [asUtc - DAY_MINUTES * MINUTE_MS, asUtc + DAY_MINUTES * MINUTE_MS].map((time) =>
    offsetAt(time, timeZone),
  );
  const [first] = offsets
    .map((offset) => asUtc - offset)
    .filter((time) => wallTime(new Date(time), timeZone) === wanted)
    .sort((a, b) => a - b);
  return first === undefined ? null : new Date(first);
}

/** How far the clocks of a place are ahead of UTC at an instant, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
  const shown = Date.parse(`${wallTime(new Date(time), timeZone).replace(' ', 'T')}:00Z`);
  return shown - Math.floor(time / MINUTE_MS) * MINUTE_MS;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = newFormat(timeZone);
  formats.set(timeZone, made);
  return made;
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  const parts = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, ...parts, hourCycle: 'h23' });
  } catch {
    // A typo in a project's settings must not stop the deals of all others.
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', ...parts, hourCycle: 'h23' });
  }
}
