/**
 * The figures of a project's day (F2): which days are still to be taken, when a day begins and ends in the project's
 * time zone, and what the totals of its records make of it.
 */
import type { UnitState } from '#domain/inventory/index.ts';
import { add, type Money, zero } from '#domain/shared/money.ts';
import { addDays, dateIn, daysBetween, type PlainDate } from '#domain/shared/plain-date.ts';

/** Flows of a longer gap are of no use any more, and a job has an end. */
const MOST_MISSED_DAYS = 31;

const HOUR_MS = 3_600_000;

/** What the days from the last one taken up to yesterday still need; empty when yesterday is taken. */
export type DaysToTake = {
  /** Days that ended unseen: what happened on them can be told, how many units were free cannot. */
  missed: PlainDate[];
  /** The day that has just ended. */
  ended: PlainDate | null;
};

/** `lastTaken` is null for a project that has no figures: it begins with yesterday. */
export function daysToTake(today: PlainDate, lastTaken: PlainDate | null): DaysToTake {
  const ended = addDays(today, -1);
  if (lastTaken === null) return { missed: [], ended };
  if (lastTaken >= ended) return { missed: [], ended: null };
  const gap = daysBetween(lastTaken, ended) - 1;
  const count = Math.min(gap, MOST_MISSED_DAYS);
  return { missed: Array.from({ length: count }, (_, index) => addDays(ended, index - count)), ended };
}

/** The first and the last millisecond of a day in a time zone, whatever its clocks do on it. */
export function dayIn(day: PlainDate, timeZone: string): { from: Date; to: Date } {
  return {
    from: new Date(startOf(day, timeZone)),
    to: new Date(startOf(addDays(day, 1), timeZone) - 1),
  };
}

/** The first instant whose date there is this one or later: found by halving, since dates never go back. */
function startOf(day: PlainDate, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  let [before, after] = [midnight - 15 * HOUR_MS, midnight + 15 * HOUR_MS];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dateIn(new Date(middle), timeZone) < day) before = middle;
    else after = middle;
  }
  return after;
}

/** So many records of a state, and what their amounts in one currency add up to. */
export type Counted = { state: string; count: number; amount: Money | null };

const COUNTS = {
  unitsPlanned: ['PLANNED'],
  unitsControlled: ['CONTROLLED'],
  unitsAvailable: ['AVAILABLE'],
  unitsHeld: ['HELD'],
  unitsReserved: ['SMALL_RESERVED', 'LARGE_RESERVED'],
  unitsContracted: ['CONTRACTED', 'HANDED_OVER', 'TITLED'],
  unitsFrozen: ['FROZEN'],
} as const satisfies Record<string, readonly UnitState[]>;

/** What may still be sold; what the law has frozen is no stock. */
const UNSOLD: readonly string[] = [
  'PLANNED',
  'CONTROLLED',
  'AVAILABLE',
  'HELD',
  'SMALL_RESERVED',
  'LARGE_RESERVED',
] satisfies readonly UnitState[];

type UnitFigures = Record<keyof typeof COUNTS, number> & { listValueUnsold: Money };

/** How many units are in which class (A005), and what the unsold ones are worth by the list. */
export function unitFigures(units: readonly Counted[], currency: string): UnitFigures {
  const counts = Object.entries<readonly string[]>(COUNTS).map(([name, states]) => [
    name,
    units.filter(({ state }) => states.includes(state)).reduce((all, { count }) => all + count, 0),
  ]);
  const unsold = units.filter(({ state }) => UNSOLD.includes(state));
  return {
    ...(Object.fromEntries(counts) as Record<keyof typeof COUNTS, number>),
    listValueUnsold: amountOf(unsold, currency),
  };
}

/** Amounts in another currency than the project's count for nothing: they cannot be added. */
export function amountOf(groups: readonly { amount: Money | null }[], currency: string): Money {
  return groups.reduce(
    (all, { amount }) => (amount === null || amount.currency !== currency ? all : add(all, amount)),
    zero(currency),
  );
}

export function countOf(groups: readonly { count: number }[]): number {
  return groups.reduce((all, { count }) => all + count, 0);
}
