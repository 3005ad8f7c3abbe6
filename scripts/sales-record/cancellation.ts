import { readMinguoDate } from './minguo-date.ts';
import { plain, type Reading, read, unreadable } from './reading.ts';

/** What 解約情形 says: the date of a full cancellation (YYYY-MM-DD), and the text of a partial one. */
export type Cancellation = { cancelledOn: string | null; partialText: string | null };

/**
 * Reads 解約情形: blank while the contract stands, "全部解約1100503" when all of it was cancelled. After a
 * partial cancellation (部分解約…, 車位解約…) the home stays sold. Anything else is a problem rather than a
 * sale that quietly stands.
 */
export function readCancellation(text: string): Reading<Cancellation> {
  const cell = plain(text).replace(/;+$/, '');
  if (cell === '' || cell === '無') return read({ cancelledOn: null, partialText: null });
  const full = /(?:全部|已|^|;)解約\D{0,3}?(\d+)/.exec(cell);
  if (full === null) {
    return /(?:部分|部份|車位)解約/.test(cell) && !cell.includes('全部')
      ? read({ cancelledOn: null, partialText: cell })
      : unreadable(`The cancellation is not readable; ${EXPECTED}.`);
  }
  const date = readMinguoDate(full[1] ?? '');
  return date.isRead
    ? read({ cancelledOn: date.value, partialText: null })
    : unreadable(`The date of the cancellation is not a day of the Minguo calendar; ${EXPECTED}.`);
}

const EXPECTED = 'expected nothing, or 全部解約 and a Minguo date, such as 全部解約1100503';
