/**
 * Room ledger: the keys of a statement's lines, so that no line is ever booked twice. The same file again, in
 * another order, as CSV or as XLSX, or a file that overlaps it, gives a line the same key; two lines that are
 * equal in everything stay two. May touch shared values only.
 */
import { formatMoney, type Money } from '#domain/shared/money.ts';

export type LineFacts = {
  bookedOn: string;
  amount: Money;
  /** The bank's number of the entry; empty when the file has none. */
  entryNumber: string;
  reference: string;
  payer: string;
  payerAccount: string;
  text: string;
};

/**
 * A function that gives the keys of one file's lines: account, date, amount, and a digest of the bank's number
 * of the entry, or of all that the line says where there is none; then the occurrence among equal lines. Date,
 * amount and payer stand beside the number, because banks start their numbers anew every day and give a batch
 * of many payers one; the text does not, because they word it as they like.
 */
export function lineKeys(accountId: string): (facts: LineFacts) => string {
  const occurrences = new Map<string, number>();
  return ({ bookedOn, amount, ...facts }) => {
    const number = plain(facts.entryNumber);
    const payer = plain(facts.payer);
    const said = [payer, ...[facts.payerAccount, facts.entryNumber, facts.reference, facts.text].map(plain)];
    const money = `${formatMoney(amount)} ${amount.currency}`;
    const told = digest((isNumber(number) ? [payer, number] : said).join('\n'));
    const key = [accountId, bookedOn, money, told].join('|');
    const occurrence = (occurrences.get(key) ?? 0) + 1;
    occurrences.set(key, occurrence);
    return `${key}|${occurrence}`;
  };
}

const plain = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/\s/g, '');

/** What banks write where there is no number says nothing: NOTPROVIDED, N/A, 0, dashes. */
const isNumber = (entryNumber: string): boolean => /[1-9]/.test(entryNumber);

const WORD = 2 ** 32;

/**
 * Two mixed 32-bit words (the algorithm of cyrb53, public domain). It keeps keys short enough for an index;
 * lines of one account, day and amount are so few that no two meet by chance.
 */
function digest(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  const words = [low, high].map((word) => ((word + WORD) % WORD).toString(36).padStart(7, '0'));
  return words.join('');
}
