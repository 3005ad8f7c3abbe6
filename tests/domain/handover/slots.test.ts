/** The times of a handover batch (C4): business days, the clock of the project, the days on which it is turned. */
import { describe, expect, it } from 'vitest';
import {
  freeSeats,
  freeSlots,
  nearestTo,
  type SlotPlan,
  slotKey,
  slotPlanProblem,
  slotsOf,
  takenSeats,
} from '#domain/handover/index.ts';
import { EVERY_DAY } from '#domain/ledger/index.ts';
import { instantAt, wallTime } from '#domain/shared/wall-time.ts';
import { day } from '../amounts.ts';

function plan(changes: Partial<SlotPlan> = {}): SlotPlan {
  return {
    opensOn: day('2026-06-05'),
    closesOn: day('2026-06-08'),
    dayFrom: '09:00',
    dayTo: '11:00',
    slotMinutes: 60,
    capacity: 2,
    timeZone: 'UTC',
    calendar: { ...EVERY_DAY, weekend: 'SATURDAY_SUNDAY' },
    ...changes,
  };
}

const told = (changes: Partial<SlotPlan> = {}) =>
  slotsOf(plan(changes)).map((one) => `${one.day} ${one.time}`);

describe('slots of a batch', () => {
  it('lie on business days, and the last one ends with the day', () => {
    expect(told()).toEqual(['2026-06-05 09:00', '2026-06-05 10:00', '2026-06-08 09:00', '2026-06-08 10:00']);
    expect(told({ slotMinutes: 50 })).toHaveLength(4);
    expect(told({ slotMinutes: 45 }).filter((one) => one.startsWith('2026-06-05'))).toEqual([
      '2026-06-05 09:00',
      '2026-06-05 09:45',
    ]);
  });

  it('follow holidays, make-up workdays and the weekend of the project', () => {
    const holidays = new Set(['2026-06-08']);
    const workdays = new Set(['2026-06-06']);
    expect(told({ calendar: { weekend: 'SATURDAY_SUNDAY', holidays, workdays } })).toEqual([
      '2026-06-05 09:00',
      '2026-06-05 10:00',
      '2026-06-06 09:00',
      '2026-06-06 10:00',
    ]);
    const friday = { ...EVERY_DAY, weekend: 'FRIDAY_SATURDAY' as const };
    expect([...new Set(told({ calendar: friday }).map((one) => one.slice(0, 10)))]).toEqual([
      '2026-06-07',
      '2026-06-08',
    ]);
  });

  // Germany: on 29 March 2026 02:00 becomes 03:00, on 25 October 2026 03:00 becomes 02:00.
  it.each([
    ['Asia/Shanghai', '2026-06-05', '09:00', '2026-06-05T01:00:00.000Z'],
    ['Europe/Berlin', '2026-03-28', '09:00', '2026-03-28T08:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '09:00', '2026-03-29T07:00:00.000Z'],
    ['Europe/Berlin', '2026-10-24', '09:00', '2026-10-24T07:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '09:00', '2026-10-25T08:00:00.000Z'],
    ['America/St_Johns', '2026-01-05', '09:00', '2026-01-05T12:30:00.000Z'],
    ['Asia/Kathmandu', '2026-01-05', '09:00', '2026-01-05T03:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-05', '09:00', '2026-01-04T19:00:00.000Z'],
    ['Nowhere/Typo', '2026-01-05', '09:00', '2026-01-05T09:00:00.000Z'],
  ])('in %s on %s at %s it is %s', (timeZone, on, dayFrom, startsAt) => {
    const opensOn = day(on);
    const [slot] = slotsOf(plan({ timeZone, opensOn, closesOn: opensOn, dayFrom, calendar: EVERY_DAY }));
    expect(slot).toMatchObject({ startsAt, day: on, time: dayFrom });
    expect(wallTime(new Date(startsAt), timeZone)).toBe(`${on} ${dayFrom}`);
  });

  it('a time that the clocks leave out has no slot, one that they show twice has one', () => {
    const night = { timeZone: 'Europe/Berlin', dayFrom: '01:00', dayTo: '05:00', calendar: EVERY_DAY };
    const spring = day('2026-03-29');
    const autumn = day('2026-10-25');
    const times = (on: typeof spring) =>
      slotsOf(plan({ ...night, opensOn: on, closesOn: on })).map(
        ({ time, startsAt }) => `${time} ${startsAt}`,
      );
    expect(times(spring)).toEqual([
      '01:00 2026-03-29T00:00:00.000Z',
      '03:00 2026-03-29T01:00:00.000Z',
      '04:00 2026-03-29T02:00:00.000Z',
    ]);
    expect(times(autumn)).toEqual([
      '01:00 2026-10-24T23:00:00.000Z',
      '02:00 2026-10-25T00:00:00.000Z',
      '03:00 2026-10-25T02:00:00.000Z',
      '04:00 2026-10-25T03:00:00.000Z',
    ]);
    expect(instantAt(spring, 150, 'Europe/Berlin')).toBeNull();
  });

  it.each([
    [{ closesOn: day('2026-06-04') }, 'closesOn'],
    [{ closesOn: day('2026-12-04') }, 'closesOn'],
    [{ opensOn: day('2026-06-06'), closesOn: day('2026-06-07') }, 'closesOn'],
    [{ dayFrom: '9:00' }, 'dayFrom'],
    [{ dayTo: '24:00' }, 'dayTo'],
    [{ dayTo: '09:59' }, 'dayTo'],
    [{ slotMinutes: 4 }, 'slotMinutes'],
    [{ slotMinutes: 481 }, 'slotMinutes'],
    [{ capacity: 0 }, 'capacity'],
    [{ capacity: 51 }, 'capacity'],
  ])('%j is refused for %s', (changes, field) => {
    expect(slotPlanProblem(plan(changes))?.field).toBe(field);
  });

  it('a sound plan has no problem', () => {
    expect(slotPlanProblem(plan())).toBeNull();
  });
});

describe('seats', () => {
  const [first = '', second = ''] = slotsOf(plan()).map(({ startsAt }) => startsAt);
  const taken = takenSeats([slotKey('b', first, 1), slotKey('b', first, 2), slotKey('b', second, 2), '']);

  it('are told by their keys, the same however the instant is written', () => {
    expect(slotKey('b', '2026-06-05T11:00:00+02:00', 1)).toBe('b|2026-06-05T09:00:00.000Z|1');
    expect(freeSeats(first, 2, taken)).toEqual([]);
    expect(freeSeats(second, 2, taken)).toEqual([1]);
    expect(freeSeats('2026-06-08T09:00:00.000Z', 3, taken)).toEqual([1, 2, 3]);
  });

  it('a slot is free while it has one and has not begun', () => {
    const at = (moment: string) =>
      freeSlots(plan(), taken, new Date(moment)).map(({ time, free }) => `${time} ${free}`);
    expect(at('2026-06-01T00:00:00Z')).toEqual(['10:00 1', '09:00 2', '10:00 2']);
    expect(at('2026-06-05T10:00:00Z')).toEqual(['09:00 2', '10:00 2']);
    expect(at('2026-06-08T10:00:00Z')).toEqual([]);
  });

  it('nearest are those with the least time between, in the order of the clock', () => {
    const near = nearestTo(slotsOf(plan()), '2026-06-08T08:00:00.000Z', 2);
    expect(near.map(({ startsAt }) => startsAt)).toEqual([
      '2026-06-08T09:00:00.000Z',
      '2026-06-08T10:00:00.000Z',
    ]);
  });
});
