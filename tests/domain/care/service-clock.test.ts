/** The clock of service levels (A099, A102): weekends, holidays, make-up days, pauses, time zones, leap days. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClockTerms,
  dueAt,
  elapsedMinutes,
  elapsedMs,
  isRunning,
  MINUTE_MS,
  type Pause,
  remainingMs,
  type ServiceHours,
  serviceHours,
} from '#domain/care/index.ts';
import { type BusinessCalendar, EVERY_DAY } from '#domain/ledger/index.ts';

const WEEK: BusinessCalendar = { weekend: 'SATURDAY_SUNDAY', holidays: new Set(), workdays: new Set() };
/** National Day 2025: off from 1 to 8 October; Sunday 28 September and Saturday 11 October are worked. */
const CHINA: BusinessCalendar = {
  weekend: 'SATURDAY_SUNDAY',
  holidays: new Set(['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => `2025-10-${day}`)),
  workdays: new Set(['2025-09-28', '2025-10-11']),
};
const GULF: BusinessCalendar = { weekend: 'FRIDAY_SATURDAY', holidays: new Set(), workdays: new Set() };

const working = (timeZone: string, calendar: BusinessCalendar, from = '09:00', to = '18:00'): ClockTerms => ({
  clock: 'WORKING_HOURS',
  hours: serviceHours({ timeZone, serviceFrom: from, serviceTo: to }, calendar),
});
const always = (timeZone = 'UTC'): ClockTerms => ({
  ...working(timeZone, EVERY_DAY),
  clock: 'AROUND_THE_CLOCK',
});
const at = (instant: string) => new Date(instant);
const customer = (from: string, to: string | null): Pause => ({ from, to, why: 'CUSTOMER' });
const due = (...asked: Parameters<typeof dueAt>) => dueAt(...asked)?.toISOString() ?? null;

describe('when a service level runs out', () => {
  it.each([
    ['within the day', 'UTC', WEEK, '2025-03-03T09:00:00Z', 240, '2025-03-03T13:00:00.000Z'],
    ['at the very end of the day', 'UTC', WEEK, '2025-03-03T09:00:00Z', 540, '2025-03-03T18:00:00.000Z'],
    ['over the night', 'UTC', WEEK, '2025-03-03T17:00:00Z', 120, '2025-03-04T10:00:00.000Z'],
    ['from before the day', 'UTC', WEEK, '2025-03-03T05:00:00Z', 60, '2025-03-03T10:00:00.000Z'],
    ['over a weekend', 'UTC', WEEK, '2025-03-07T17:30:00Z', 60, '2025-03-10T09:30:00.000Z'],
    ['from a Saturday', 'UTC', WEEK, '2025-03-08T12:00:00Z', 60, '2025-03-10T10:00:00.000Z'],
    ['over a Gulf weekend', 'Asia/Dubai', GULF, '2025-03-06T13:00:00Z', 120, '2025-03-09T06:00:00.000Z'],
    [
      'over a week of holidays',
      'Asia/Shanghai',
      CHINA,
      '2025-09-30T09:30:00Z',
      60,
      '2025-10-09T01:30:00.000Z',
    ],
    ['on a make-up workday', 'Asia/Shanghai', CHINA, '2025-09-28T01:00:00Z', 60, '2025-09-28T02:00:00.000Z'],
    [
      'by the day of the project',
      'Asia/Shanghai',
      WEEK,
      '2025-03-09T23:30:00Z',
      60,
      '2025-03-10T02:00:00.000Z',
    ],
    ['on a leap day', 'UTC', WEEK, '2024-02-28T17:00:00Z', 120, '2024-02-29T10:00:00.000Z'],
    ['in a year without one', 'UTC', WEEK, '2025-02-28T17:00:00Z', 120, '2025-03-03T10:00:00.000Z'],
    [
      'over the spring change',
      'Europe/Berlin',
      WEEK,
      '2025-03-28T16:00:00Z',
      120,
      '2025-03-31T08:00:00.000Z',
    ],
    [
      'over the autumn change',
      'Europe/Berlin',
      WEEK,
      '2025-10-24T15:00:00Z',
      120,
      '2025-10-27T09:00:00.000Z',
    ],
  ])('%s', (_case, zone, calendar, start, minutes, expected) => {
    expect(due(at(start), minutes, working(zone, calendar))).toBe(expected);
  });

  it('around the clock neither nights nor weekends count', () => {
    expect(due(at('2025-03-07T22:00:00Z'), 480, always())).toBe('2025-03-08T06:00:00.000Z');
  });

  it('a day of 24 hours on which the clocks are changed has 23 or 25', () => {
    const whole = working('Europe/Berlin', EVERY_DAY, '00:00', '24:00');
    const hours = (day: string, next: string) =>
      elapsedMinutes(at(`${day}:00Z`), at(`${next}:00Z`), whole) / 60;
    expect(hours('2025-03-29T23:00', '2025-03-30T22:00')).toBe(23);
    expect(hours('2025-10-25T22:00', '2025-10-26T23:00')).toBe(25);
    expect(due(at('2025-03-29T23:00:00Z'), 23 * 60, whole)).toBe('2025-03-30T22:00:00.000Z');
  });

  it('where the clocks jump over midnight no moment counts twice', () => {
    // In Beirut 30 March 2025 began at 01:00.
    const whole = working('Asia/Beirut', EVERY_DAY, '00:00', '24:00');
    expect(elapsedMinutes(at('2025-03-28T22:00:00Z'), at('2025-03-30T21:00:00Z'), whole)).toBe(47 * 60);
  });

  it.each([
    [
      'a night of waiting costs nothing',
      [['2025-03-03T17:00', '2025-03-04T09:00']],
      '2025-03-04T10:00:00.000Z',
    ],
    [
      'an hour of waiting is an hour more',
      [['2025-03-03T16:30', '2025-03-03T17:30']],
      '2025-03-04T10:00:00.000Z',
    ],
    ['a weekend of waiting', [['2025-03-03T17:00', '2025-03-10T10:00']], '2025-03-10T11:00:00.000Z'],
    [
      'two pauses that overlap count once',
      [
        ['2025-03-03T16:30', '2025-03-03T17:15'],
        ['2025-03-03T17:00', '2025-03-03T17:30'],
      ],
      '2025-03-04T10:00:00.000Z',
    ],
    ['a pause before it began', [['2025-03-03T08:00', '2025-03-03T12:00']], '2025-03-03T18:00:00.000Z'],
    ['a pause after it ran out', [['2025-03-04T12:00', '2025-03-05T12:00']], '2025-03-03T18:00:00.000Z'],
  ])('%s (two hours from Monday 16:00)', (_case, pauses, expected) => {
    const stood = pauses.map(([from, to]) => customer(`${from}:00Z`, `${to}:00Z`));
    expect(due(at('2025-03-03T16:00:00Z'), 120, working('UTC', WEEK), stood)).toBe(expected);
  });

  it('a clock that stands never runs out, and what ran before is known', () => {
    const open = [customer('2025-03-03T10:00:00Z', null)];
    const terms = working('UTC', WEEK);
    expect(due(at('2025-03-03T09:00:00Z'), 120, terms, open)).toBeNull();
    expect(elapsedMinutes(at('2025-03-03T09:00:00Z'), at('2025-03-20T09:00:00Z'), terms, open)).toBe(60);
    expect(isRunning(at('2025-03-03T09:30:00Z'), terms, open)).toBe(true);
    expect(isRunning(at('2025-03-03T10:30:00Z'), terms, open)).toBe(false);
  });

  it.each([
    ['2025-03-03T09:00:00Z', true],
    ['2025-03-03T18:00:00Z', false],
    ['2025-03-08T12:00:00Z', false],
  ])('at %s it runs: %s', (instant, runs) => {
    expect(isRunning(at(instant), working('UTC', WEEK))).toBe(runs);
  });

  it.each([
    ['', '', 540, 1080],
    ['8:30', '17:00', 510, 1020],
    ['18:00', '09:00', 540, 1080],
    ['9', '25:00', 540, 1080],
    ['00:00', '24:00', 0, 1440],
    ['09:70', '18:00', 540, 1080],
  ])('hours from "%s" to "%s"', (serviceFrom, serviceTo, from, to) => {
    expect(serviceHours({ timeZone: '', serviceFrom, serviceTo }, WEEK)).toMatchObject({
      from,
      to,
      timeZone: 'UTC',
    });
  });

  it('a calendar without a working day ends, and a zone that nobody knows is UTC', () => {
    const hours: ServiceHours = { timeZone: 'Mars/Olympus', from: 540, to: 1080, calendar: WEEK };
    expect(due(at('2025-03-03T09:00:00Z'), 60, { clock: 'WORKING_HOURS', hours })).toBe(
      '2025-03-03T10:00:00.000Z',
    );
    const all = Array.from({ length: 4_000 }, (_, day) =>
      new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10),
    );
    const closed = working('UTC', { ...WEEK, holidays: new Set(all) });
    expect(due(at('2025-03-03T09:00:00Z'), 60, closed)).toBeNull();
  });
});

describe('whatever the hours, days, zones and pauses', () => {
  const START = Date.UTC(2024, 0, 1);
  const instant = fc
    .integer({ min: 0, max: 3 * 365 * 1_440 })
    .map((minute) => new Date(START + minute * MINUTE_MS));
  const pause = fc
    .tuple(instant, fc.integer({ min: 0, max: 20_000 }))
    .map(([from, length]) =>
      customer(from.toISOString(), new Date(from.getTime() + length * MINUTE_MS).toISOString()),
    );
  const terms = fc
    .record({
      clock: fc.constantFrom('WORKING_HOURS' as const, 'AROUND_THE_CLOCK' as const),
      timeZone: fc.constantFrom(
        'UTC',
        'Asia/Shanghai',
        'Europe/Berlin',
        'America/New_York',
        'Asia/Kolkata',
        'Asia/Beirut',
        'Pacific/Apia',
      ),
      calendar: fc.constantFrom(WEEK, CHINA, GULF, EVERY_DAY),
      from: fc.integer({ min: 0, max: 700 }),
      length: fc.integer({ min: 30, max: 740 }),
    })
    .map(
      ({ clock, timeZone, calendar, from, length }): ClockTerms => ({
        clock,
        hours: { timeZone, from, to: from + length, calendar },
      }),
    );
  const budget = fc.integer({ min: 1, max: 5_000 });
  const pauses = fc.array(pause, { maxLength: 4 });
  const runs = { numRuns: 150 };

  it('it is due exactly when its minutes have run', () => {
    fc.assert(
      fc.property(instant, budget, terms, pauses, (start, minutes, one, stood) => {
        const end = dueAt(start, minutes, one, stood);
        expect(end).not.toBeNull();
        if (end !== null) {
          expect(elapsedMs(start, end, one, stood)).toBe(minutes * MINUTE_MS);
          expect(elapsedMs(start, new Date(end.getTime() - 1), one, stood)).toBe(minutes * MINUTE_MS - 1);
        }
      }),
      runs,
    );
  });

  it('what has run and what is left are the budget', () => {
    fc.assert(
      fc.property(instant, instant, budget, terms, pauses, (start, until, minutes, one, stood) => {
        const sum = elapsedMs(start, until, one, stood) + remainingMs(start, minutes, until, one, stood);
        expect(sum).toBe(minutes * MINUTE_MS);
      }),
      runs,
    );
  });

  it('more minutes, a later start or another pause never make it due earlier', () => {
    fc.assert(
      fc.property(
        instant,
        budget,
        budget,
        terms,
        pauses,
        pause,
        (start, minutes, more, one, stood, extra) => {
          const time = (...asked: Parameters<typeof dueAt>) => dueAt(...asked)?.getTime() ?? Infinity;
          const end = time(start, minutes, one, stood);
          expect(time(start, minutes + more, one, stood)).toBeGreaterThan(end);
          expect(
            time(new Date(start.getTime() + more * MINUTE_MS), minutes, one, stood),
          ).toBeGreaterThanOrEqual(end);
          expect(time(start, minutes, one, [...stood, extra])).toBeGreaterThanOrEqual(end);
        },
      ),
      runs,
    );
  });
});
