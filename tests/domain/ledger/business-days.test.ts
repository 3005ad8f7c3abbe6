import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BusinessCalendar,
  EVERY_DAY,
  isBusinessDay,
  onBusinessDay,
  type Weekend,
} from '#domain/ledger/index.ts';
import { addDays, daysBetween } from '#domain/shared/plain-date.ts';
import { anyDay, day } from '../amounts.ts';

const calendar = (weekend: Weekend, holidays: string[] = [], workdays: string[] = []): BusinessCalendar => ({
  weekend,
  holidays: new Set(holidays),
  workdays: new Set(workdays),
});

/** National Day 2025 in China: off from 1 to 8 October; 28 September (a Sunday) and 11 October (a Saturday) are worked. */
const CHINA = calendar(
  'SATURDAY_SUNDAY',
  ['01', '02', '03', '04', '05', '06', '07', '08'].map((date) => `2025-10-${date}`),
  ['2025-09-28', '2025-10-11'],
);

describe('a due date on a day off (D2.1)', () => {
  it.each([
    ['a Friday stays', 'SATURDAY_SUNDAY', '2025-02-28', '2025-02-28'],
    ['a Saturday is Monday', 'SATURDAY_SUNDAY', '2025-03-01', '2025-03-03'],
    ['a Sunday is Monday', 'SATURDAY_SUNDAY', '2025-03-02', '2025-03-03'],
    ['a Friday is Sunday', 'FRIDAY_SATURDAY', '2025-02-28', '2025-03-02'],
    ['a Saturday is Sunday', 'FRIDAY_SATURDAY', '2025-03-01', '2025-03-02'],
    ['a Sunday stays', 'FRIDAY_SATURDAY', '2025-03-02', '2025-03-02'],
    ['a Saturday stays', 'SUNDAY', '2025-03-01', '2025-03-01'],
    ['a Sunday is Monday', 'SUNDAY', '2025-03-02', '2025-03-03'],
    ['every day stays', 'NONE', '2025-03-02', '2025-03-02'],
    ['the last days of a year', 'SATURDAY_SUNDAY', '2022-12-31', '2023-01-02'],
    ['the leap day', 'SATURDAY_SUNDAY', '2020-02-29', '2020-03-02'],
  ] as const)('%s where the weekend is %s', (_name, weekend, date, expected) => {
    expect(onBusinessDay(day(date), 'NEXT_BUSINESS_DAY', calendar(weekend))).toBe(expected);
  });

  it.each([
    ['before the holiday', '2025-09-30', '2025-09-30'],
    ['the first day of the holiday', '2025-10-01', '2025-10-09'],
    ['its weekend', '2025-10-04', '2025-10-09'],
    ['its last day', '2025-10-08', '2025-10-09'],
    ['a Saturday on which people work', '2025-10-11', '2025-10-11'],
    ['the Sunday after it', '2025-10-12', '2025-10-13'],
    ['a Saturday before a Sunday on which people work', '2025-09-27', '2025-09-28'],
  ])('China 2025: %s', (_name, date, expected) => {
    expect(onBusinessDay(day(date), 'NEXT_BUSINESS_DAY', CHINA)).toBe(expected);
  });

  it('stays where it is when the plan does not ask for business days', () => {
    expect(onBusinessDay(day('2025-10-04'), 'AS_IS', CHINA)).toBe('2025-10-04');
  });

  it('a day that is both a holiday and worked is worked', () => {
    const both = calendar('SATURDAY_SUNDAY', ['2025-03-03'], ['2025-03-03']);
    expect(isBusinessDay(day('2025-03-03'), both)).toBe(true);
  });

  it('a calendar in which nobody works for months does not hang: the date stays', () => {
    const days = Array.from({ length: 61 }, (_, after) => addDays(day('2025-01-01'), after));
    const strike = calendar('NONE', days);
    expect(onBusinessDay(day('2025-01-01'), 'NEXT_BUSINESS_DAY', strike)).toBe('2025-01-01');
    expect(onBusinessDay(day('2025-01-02'), 'NEXT_BUSINESS_DAY', strike)).toBe('2025-03-03');
  });

  it('in the calendar of every day each day is a business day', () => {
    fc.assert(fc.property(anyDay(), (date) => isBusinessDay(date, EVERY_DAY)));
  });
});

describe('any date and calendar', () => {
  const near = anyDay('2025-01-01', '2025-02-15');
  const anyCalendar = fc.record({
    weekend: fc.constantFrom<Weekend>('SATURDAY_SUNDAY', 'FRIDAY_SATURDAY', 'SUNDAY', 'NONE'),
    holidays: fc.array(near, { maxLength: 20 }).map((days) => new Set(days)),
    workdays: fc.array(near, { maxLength: 4 }).map((days) => new Set(days)),
  });

  it('it becomes the first business day that is not before it', () => {
    fc.assert(
      fc.property(near, anyCalendar, (date, days) => {
        const moved = onBusinessDay(date, 'NEXT_BUSINESS_DAY', days);
        expect(moved >= date).toBe(true);
        expect(isBusinessDay(moved, days)).toBe(true);
        for (let skipped = 0; skipped < daysBetween(date, moved); skipped++)
          expect(isBusinessDay(addDays(date, skipped), days)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('moved once it stays, and the order of dates is kept', () => {
    fc.assert(
      fc.property(near, near, anyCalendar, (one, other, days) => {
        const move = (date: typeof one) => onBusinessDay(date, 'NEXT_BUSINESS_DAY', days);
        expect(move(move(one))).toBe(move(one));
        const [before, after] = one < other ? [one, other] : [other, one];
        expect(move(before) <= move(after)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
