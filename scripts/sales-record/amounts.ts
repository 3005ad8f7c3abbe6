import { plain, type Reading, read, unreadable } from './reading.ts';

// Fifteen digits stay exact as a JavaScript number, should a reader convert them.
const MAX_DOLLAR_DIGITS = 15;
const MAX_AREA_DIGITS = 9;

/** Reads whole, non-negative dollars ("4850000", "4,850,000") into a decimal string; blank is "0". */
export function readDollars(text: string): Reading<string> {
  const cell = plain(text);
  if (cell === '') return read('0');
  // Spreadsheets that saw the file before may have left ".0" behind; any other fraction is no whole dollar.
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?$/.exec(cell);
  const digits = match?.[1]?.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (digits === undefined || digits.length > MAX_DOLLAR_DIGITS) {
    return unreadable('The amount is not in whole dollars; expected digits such as 4850000 or 4,850,000.');
  }
  return read(digits);
}

/** Reads square metres ("116.59") into hundredths; blank is 0, more decimals are rounded half up. */
export function readAreaHundredths(text: string): Reading<number> {
  const cell = plain(text);
  if (cell === '') return read(0);
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(cell);
  const whole = match?.[1]?.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (whole === undefined || whole.length > MAX_AREA_DIGITS) {
    return unreadable('The area is not a number of square metres; expected a number such as 116.59.');
  }
  // Digits are moved as text, so that 1.005 does not become 1.00499…
  const decimals = (match?.[2] ?? '').padEnd(3, '0');
  const roundUp = Number(decimals[2]) >= 5 ? 1 : 0;
  return read(Number(whole) * 100 + Number(decimals.slice(0, 2)) + roundUp);
}

/** Reads a small count such as the number of rooms; blank is 0. */
export function readCount(text: string): Reading<number> {
  const cell = plain(text);
  if (cell === '') return read(0);
  return /^\d{1,3}$/.test(cell)
    ? read(Number(cell))
    : unreadable('The count is not a whole number; expected a number such as 3.');
}

/** How many buildings (建物) and parking spaces (車位) a row sells; null where the file says nothing. */
export type Parts = { buildings: number; parkingSpaces: number };

/** Reads "土地1建物1車位2" (land parcels, buildings, parking spaces); blank is null. */
export function readParts(text: string): Reading<Parts | null> {
  const cell = plain(text);
  if (cell === '') return read(null);
  const match = /^土地\d{1,4}建物(\d{1,4})車位(\d{1,4})$/.exec(cell);
  return match === null
    ? unreadable('The parts of the sale are not readable; expected a text such as 土地1建物1車位1.')
    : read({ buildings: Number(match[1]), parkingSpaces: Number(match[2]) });
}
