/**
 * The times of a handover batch (C4): its business days, cut into slots by the clock of the project. A slot has
 * seats; whose a seat is, is decided by its unique key, so that seats are claimed and never counted.
 */
import { type BusinessCalendar, isBusinessDay } from '#domain/ledger/index.ts';
import { addDays, daysBetween, type PlainDate } from '#domain/shared/plain-date.ts';
import { clockOf, instantAt, minutesOf } from '#domain/shared/wall-time.ts';

export type SlotPlan = {
  opensOn: PlainDate;
  closesOn: PlainDate;
  /** "09:00", in the time zone of the project. */
  dayFrom: string;
  dayTo: string;
  slotMinutes: number;
  /** Buyers in a slot. */
  capacity: number;
  timeZone: string;
  calendar: BusinessCalendar;
};

/** Begin and end are instants (ISO 8601); day and time are as the clocks of the project show them. */
export type Slot = { startsAt: string; endsAt: string; day: PlainDate; time: string };

export type FreeSlot = Slot & { free: number };

export const MOST_DAYS = 92;
export const LEAST_MINUTES = 5;
export const MOST_MINUTES = 480;
export const MOST_CAPACITY = 50;

const MINUTE_MS = 60_000;

/** What is wrong with a plan, by the field that it is about; null when it can be used. */
export function slotPlanProblem(plan: SlotPlan): { field: string; problem: string } | null {
  const [from, to] = [minutesOf(plan.dayFrom), minutesOf(plan.dayTo)];
  const wrong = (field: string, problem: string) => ({ field, problem });
  if (plan.closesOn < plan.opensOn) return wrong('closesOn', `is before the first day, ${plan.opensOn}`);
  if (daysBetween(plan.opensOn, plan.closesOn) >= MOST_DAYS)
    return wrong('closesOn', `is more than ${MOST_DAYS} days after the first day`);
  if (from === null) return wrong('dayFrom', 'must be a time like "09:00"');
  if (to === null) return wrong('dayTo', 'must be a time like "17:00"');
  if (plan.slotMinutes < LEAST_MINUTES || plan.slotMinutes > MOST_MINUTES)
    return wrong('slotMinutes', `must be from ${LEAST_MINUTES} to ${MOST_MINUTES}`);
  if (plan.capacity < 1 || plan.capacity > MOST_CAPACITY)
    return wrong('capacity', `must be from 1 to ${MOST_CAPACITY}`);
  if (from + plan.slotMinutes > to) return wrong('dayTo', 'leaves no time for a single slot');
  return slotsOf(plan).length === 0 ? wrong('closesOn', 'leaves no day on which people work') : null;
}

/** All slots in order. A time that the clocks leave out has none; one that they show twice has one. */
export function slotsOf(plan: SlotPlan): Slot[] {
  const [from, to] = [minutesOf(plan.dayFrom), minutesOf(plan.dayTo)];
  if (from === null || to === null || plan.slotMinutes < LEAST_MINUTES) return [];
  const slots: Slot[] = [];
  const days = Math.min(daysBetween(plan.opensOn, plan.closesOn), MOST_DAYS - 1);
  for (let past = 0; past <= days; past++) {
    const day = addDays(plan.opensOn, past);
    if (!isBusinessDay(day, plan.calendar)) continue;
    for (let minutes = from; minutes + plan.slotMinutes <= to; minutes += plan.slotMinutes) {
      const start = instantAt(day, minutes, plan.timeZone);
      if (start === null) continue;
      const end = new Date(start.getTime() + plan.slotMinutes * MINUTE_MS);
      const [startsAt, endsAt] = [start.toISOString(), end.toISOString()];
      slots.push({ startsAt, endsAt, day, time: clockOf(minutes) });
    }
  }
  return slots;
}

export function slotKey(batchId: string, startsAt: string, seat: number): string {
  return `${batchId}|${new Date(startsAt).toISOString()}|${seat}`;
}

/** Seats that are taken, by the begin of their slot. */
export function takenSeats(keys: readonly string[]): Map<string, Set<number>> {
  const taken = new Map<string, Set<number>>();
  for (const key of keys) {
    const [, startsAt = '', seat = ''] = key.split('|');
    if (startsAt === '') continue;
    taken.set(startsAt, (taken.get(startsAt) ?? new Set()).add(Number(seat)));
  }
  return taken;
}

/** Seats of a slot that nobody has as far as is known, the first one first. */
export function freeSeats(
  startsAt: string,
  capacity: number,
  taken: ReadonlyMap<string, Set<number>>,
): number[] {
  const own = taken.get(new Date(startsAt).toISOString());
  return Array.from({ length: capacity }, (_, index) => index + 1).filter((seat) => own?.has(seat) !== true);
}

/** Slots that begin after a moment and have a seat left. */
export function freeSlots(plan: SlotPlan, taken: ReadonlyMap<string, Set<number>>, after: Date): FreeSlot[] {
  return slotsOf(plan)
    .filter(({ startsAt }) => Date.parse(startsAt) > after.getTime())
    .map((slot) => ({ ...slot, free: freeSeats(slot.startsAt, plan.capacity, taken).length }))
    .filter(({ free }) => free > 0);
}

/** Of these the ones that lie nearest to a wanted time, in the order of the clock. */
export function nearestTo<S extends Slot>(slots: readonly S[], wanted: string, most: number): S[] {
  const at = Date.parse(wanted);
  const away = ({ startsAt }: Slot) => Math.abs(Date.parse(startsAt) - at);
  const near = [...slots].sort((a, b) => away(a) - away(b)).slice(0, most);
  return near.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}
