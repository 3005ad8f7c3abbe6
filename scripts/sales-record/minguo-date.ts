import { plain, type Reading, read, unreadable } from './reading.ts';

// The Minguo calendar counts years from the founding of the republic: year 1 is 1912.
const YEAR_OFFSET = 1911;

/** Reads a Minguo date, yyymmdd or yymmdd ("1080302", "990101"), into YYYY-MM-DD. */
export function readMinguoDate(text: string): Reading<string> {
  const match = /^(\d{2,3})(\d{2})(\d{2})$/.exec(plain(text));
  if (match === null) return unreadable(`The date is not a Minguo date; ${EXPECTED}.`);
  const [year, month, day] = [Number(match[1]) + YEAR_OFFSET, Number(match[2]), Number(match[3])];
  // Day 0 of the next month is the last day of this one, leap years included.
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (year === YEAR_OFFSET || month < 1 || month > 12 || day < 1 || day > lastDay) {
    return unreadable(`The date is not a day of the calendar; ${EXPECTED}.`);
  }
  return read(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

const EXPECTED = 'expected year, month and day such as 1080302 for 2 March 2019';
