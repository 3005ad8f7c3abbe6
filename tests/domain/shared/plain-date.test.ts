import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dateIn,
  daysBetween,
  isBefore,
  isPlainDate,
  later,
} from '#domain/shared/plain-date.ts';
import { anyDay, day } from '../amounts.ts';

describe('a date as text', () => {
  it.each(['2025-01-31', '2024-02-29', '2000-02-29', '1999-12-31'])('%s is a date', (text) => {
    expect(isPlainDate(text)).toBe(true);
    expect(day(text)).toBe(text);
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '2025-1-1',
    '20250101',
    '2025-01-01T00:00:00Z',
    ' 2025-01-01',
    '+010000-01-01',
    '',
  ])('"%s" is no date of the calendar', (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => day(text)).toThrow(RangeError);
  });
});

describe('months from an anchor (D2.2, E4)', () => {
  it.each([
    ['2025-01-31', 1, ['2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31']],
    ['2024-01-31', 1, ['2024-01-31', '2024-02-29', '2024-03-31']],
    ['2024-11-30', 3, ['2024-11-30', '2025-02-28', '2025-05-30', '2025-08-30']],
    ['2024-02-29', 12, ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
    ['2025-12-31', 2, ['2025-12-31', '2026-02-28', '2026-04-30']],
    ['2000-01-31', 1, ['2000-01-31', '2000-02-29']],
    ['2099-12-31', 2, ['2099-12-31', '2100-02-28']],
  ])('from %s every %i months', (anchor, every, dates) => {
    expect(dates.map((_, time) => addMonths(day(anchor), time * every))).toEqual(dates);
  });

  it('goes back as well: a month before 31 March is the end of February', () => {
    expect(addMonths(day('2024-03-31'), -1)).toBe('2024-02-29');
    expect(addMonths(day('2025-01-15'), -13)).toBe('2023-12-15');
  });

  const anyMonths = fc.integer({ min: -240, max: 600 });
  const lastDayOf = (date: string) =>
    new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();

  it("lands in the n-th month on the anchor's day, or on that month's last: it never drifts", () => {
    fc.assert(
      fc.property(anyDay(), anyMonths, (anchor, months) => {
        const due = addMonths(anchor, months);
        const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        expect(monthOf(due) - monthOf(anchor)).toBe(months);
        expect(Number(due.slice(8))).toBe(Math.min(Number(anchor.slice(8)), lastDayOf(due)));
      }),
    );
  });

  it('later months are later dates, so a schedule never goes back in time', () => {
    fc.assert(
      fc.property(anyDay(), anyMonths, fc.integer({ min: 1, max: 60 }), (anchor, months, more) => {
        expect(isBefore(addMonths(anchor, months), addMonths(anchor, months + more))).toBe(true);
      }),
    );
  });
});

describe('days', () => {
  it.each([
    ['2025-06-10', 15, '2025-06-25'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2025-03-01', -1, '2025-02-28'],
    ['2025-03-30', 0, '2025-03-30'],
  ])('E4: %s plus %i days is %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(days);
  });

  it.each([
    ['2025-01-31', '2025-03-21', 49],
    ['2025-02-28', '2025-03-21', 21],
    ['2025-03-21', '2025-02-28', -21],
  ])('E7: from %s to %s are %i days', (from, to, days) => {
    expect(daysBetween(day(from), day(to))).toBe(days);
  });

  it('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
        expect(addDays(addDays(from, days), -days)).toBe(from);
      }),
    );
  });

  it('the later of two dates is one of them, and the other is not after it', () => {
    fc.assert(
      fc.property(anyDay(), anyDay(), (one, other) => {
        const winner = later(one, other);
        expect([one, other]).toContain(winner);
        expect(later(other, one)).toBe(winner);
        expect(daysBetween(one, winner)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(other, winner)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('the day of an instant in a project’s time zone (C1.6)', () => {
  it.each([
    ['2025-03-01T15:59:59.999Z', 'Asia/Taipei', '2025-03-01'],
    ['2025-03-01T16:00:00.000Z', 'Asia/Taipei', '2025-03-02'],
    ['2025-01-01T04:59:59Z', 'America/New_York', '2024-12-31'],
    ['2025-01-01T05:00:00Z', 'America/New_York', '2025-01-01'],
    ['2025-07-01T04:00:00Z', 'America/New_York', '2025-07-01'],
    ['2025-03-30T00:59:59Z', 'Europe/Berlin', '2025-03-30'],
    ['2025-03-30T22:00:00Z', 'Europe/Berlin', '2025-03-31'],
    ['2024-02-29T23:59:59Z', 'UTC', '2024-02-29'],
    ['2025-06-15T10:00:00Z', 'Pacific/Kiritimati', '2025-06-16'],
    ['2025-06-15T11:59:00Z', 'Pacific/Niue', '2025-06-15'],
  ])('%s in %s is %s', (instant, timeZone, date) => {
    expect(dateIn(new Date(instant), timeZone)).toBe(date);
  });
});
