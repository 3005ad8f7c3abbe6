import { describe, expect, it } from 'vitest';
import { ENGLISH } from '#tests/widgets/fixtures/words.ts';
import {
  dateText,
  daysFromToday,
  lastMonth,
  shortTimeLeftText,
  timeLeftText,
  today,
} from '#widgets/shared/format/moment.ts';

const now = Date.parse('2026-03-12T06:00:00.000Z');
const inMinutes = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

describe('what is left of a hold', () => {
  it.each([
    [0, 'time is up', 'time is up'],
    [-5, 'time is up', 'time is up'],
    [0.2, '1 min', '1 min'],
    [59, '59 min', '59 min'],
    [60, '1 h 0 min', '1 h'],
    [125, '2 h 5 min', '2 h'],
    [1_439, '23 h 59 min', '23 h'],
    [1_500, '1 d 1 h', '25 h'],
    [2_880, '2 d 0 h', '2 d'],
    [4_400, '3 d 1 h', '3 d'],
  ])('after %d minutes is “%s”, on a cell “%s”', (minutes, text, short) => {
    expect(timeLeftText(inMinutes(minutes), now, ENGLISH.t)).toBe(text);
    expect(shortTimeLeftText(inMinutes(minutes), now, ENGLISH.t)).toBe(short);
  });

  it('without an end, or with one that is no time, is not said', () => {
    expect(timeLeftText(null, now, ENGLISH.t)).toBeNull();
    expect(timeLeftText('soon', now, ENGLISH.t)).toBeNull();
  });
});

describe('a plain date', () => {
  it('is the same day in every time zone', () => {
    expect(dateText('2026-03-12', 'en')).toBe('Mar 12, 2026');
    expect(dateText('2026-03-12', 'zh-CN')).toBe('2026年3月12日');
  });

  it('that is none is shown as it is', () => {
    expect(dateText('next week', 'en')).toBe('next week');
  });

  it('of today is taken from the reader’s clock', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });

  it('some days on goes over the end of a month and a year', () => {
    expect(daysFromToday(7, new Date(2026, 11, 28))).toBe('2027-01-04');
  });

  it('the month before is told from its first day to its last', () => {
    expect(lastMonth(new Date(2028, 2, 31))).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(lastMonth(new Date(2026, 0, 1))).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  });
});
