import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf, countOf, dayIn, daysToTake, unitFigures } from '#domain/insight/index.ts';
import { parseMoney } from '#domain/shared/money.ts';
import { addDays, dateIn, plainDate } from '#domain/shared/plain-date.ts';

const day = plainDate;
const euros = (amount: string) => parseMoney(amount, 'EUR');

describe('days to take', () => {
  it.each([
    ['a project without figures begins with yesterday', null, [], '2025-03-09'],
    ['yesterday is taken: nothing is left', '2025-03-09', [], null],
    ['the day before was the last: only yesterday', '2025-03-08', [], '2025-03-09'],
    ['two days were missed', '2025-03-06', ['2025-03-07', '2025-03-08'], '2025-03-09'],
    ['a later one than yesterday, by a zone that was changed: nothing', '2025-03-10', [], null],
  ])('%s', (_name, last, missed, ended) => {
    const today = day('2025-03-10');
    expect(daysToTake(today, last === null ? null : day(last))).toEqual({ missed, ended });
  });

  it('after a long gap the newest 31 missed days are told, and no more', () => {
    const { missed, ended } = daysToTake(day('2025-06-01'), day('2024-01-01'));
    expect(missed).toHaveLength(31);
    expect(missed[0]).toBe('2025-04-30');
    expect(missed.at(-1)).toBe('2025-05-30');
    expect(ended).toBe('2025-05-31');
  });
});

describe('a day in a time zone', () => {
  it.each([
    ['UTC', '2025-03-09', '2025-03-09T00:00:00.000Z', '2025-03-09T23:59:59.999Z'],
    ['Asia/Shanghai', '2025-03-09', '2025-03-08T16:00:00.000Z', '2025-03-09T15:59:59.999Z'],
    // Clocks go forward in New York: the day has 23 hours.
    ['America/New_York', '2025-03-09', '2025-03-09T05:00:00.000Z', '2025-03-10T03:59:59.999Z'],
    // There is no midnight in Beirut on this day: it begins at one.
    ['Asia/Beirut', '2025-03-30', '2025-03-29T22:00:00.000Z', '2025-03-30T20:59:59.999Z'],
    ['nowhere', '2025-03-09', '2025-03-09T00:00:00.000Z', '2025-03-09T23:59:59.999Z'],
  ])('%s on %s', (zone, date, from, to) => {
    const bounds = dayIn(day(date), zone);
    expect([bounds.from.toISOString(), bounds.to.toISOString()]).toEqual([from, to]);
  });

  it('days follow each other without a gap and hold just their own instants', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Asia/Kolkata',
      'America/Santiago',
      'Pacific/Kiritimati',
      'Europe/Berlin',
    );
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 3_000 }), (zone, offset) => {
        const date = addDays(day('2020-01-01'), offset);
        const { from, to } = dayIn(date, zone);
        expect(dayIn(addDays(date, 1), zone).from.getTime()).toBe(to.getTime() + 1);
        expect([dateIn(from, zone), dateIn(to, zone)]).toEqual([date, date]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('figures of units', () => {
  const group = (state: string, count: number, amount: string | null) => ({
    state,
    count,
    amount: amount === null ? null : euros(amount),
  });

  it('each class is counted (A005), and what may still be sold is worth its list price', () => {
    const figures = unitFigures(
      [
        group('PLANNED', 1, null),
        group('CONTROLLED', 2, '200.00'),
        group('AVAILABLE', 3, '300.00'),
        group('HELD', 4, '400.00'),
        group('SMALL_RESERVED', 5, '500.00'),
        group('LARGE_RESERVED', 6, '600.00'),
        group('CONTRACTED', 7, '700.00'),
        group('HANDED_OVER', 8, '800.00'),
        group('TITLED', 9, '900.00'),
        group('FROZEN', 10, '1000.00'),
      ],
      'EUR',
    );
    expect(figures).toEqual({
      unitsPlanned: 1,
      unitsControlled: 2,
      unitsAvailable: 3,
      unitsHeld: 4,
      unitsReserved: 11,
      unitsContracted: 24,
      unitsFrozen: 10,
      listValueUnsold: euros('2000.00'),
    });
  });

  it('a project without units has zeros, not nothing', () => {
    expect(unitFigures([], 'EUR')).toMatchObject({ unitsAvailable: 0, listValueUnsold: euros('0.00') });
  });

  it('amounts of another currency are left out; counts are not', () => {
    const groups = [
      { count: 2, amount: euros('5.00') },
      { count: 3, amount: parseMoney('9.00', 'USD') },
    ];
    expect(amountOf(groups, 'EUR')).toEqual(euros('5.00'));
    expect(countOf(groups)).toBe(5);
  });
});
