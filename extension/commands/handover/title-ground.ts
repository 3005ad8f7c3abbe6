/**
 * What stands behind title cases: contracts with unit, building and handover, whether the unit is frozen, and what
 * is due on them by their books. Reads only.
 */
import type { TitleGround } from '#domain/handover/index.ts';
import { accountFigures } from '#domain/ledger/index.ts';
import { add, formatMoney, isPositive, subtract, sum } from '#domain/shared/money.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { type Book, currencyOf } from '../ledger/book.ts';

type Reads = Pick<Store, 'read'>;

export const WITH_BUILDING = { unit: { project: true, building: true } } as const;
export type TitleContract = Loaded<'contract', { unit: { project: true; building: true } }>;

/** So many books are replayed at once: those of contracts with something open that is due. */
const BOOKS_AT_ONCE = 20;
const UNSETTLED = ['PENDING', 'DUE', 'PARTIALLY_PAID', 'OVERDUE'] as const;

export function titleToday(contract: TitleContract, now: Date): PlainDate {
  return dateIn(now, contract.unit?.project?.timeZone || 'UTC');
}

/** The books of those contracts that may owe something; the others owe nothing. */
export type TitleBooks = ReadonlyMap<string, Books>;

/**
 * Only contracts with an installment that is dated and open, or with a late fee that is, have anything to work out;
 * of these the book is read, to be replayed whatever its totals say.
 */
export async function readTitleBooks(store: Reads, contracts: readonly TitleContract[]): Promise<TitleBooks> {
  const ids = contracts.map(({ id }) => id);
  const { open } = await store.read({
    open: {
      object: 'installment',
      filter: { contractId: { in: ids }, dueOn: { not: null }, state: { in: UNSETTLED } },
    },
  });
  const owing = new Set(open.map(({ contractId }) => contractId));
  const suspects = contracts.filter((one) => owing.has(one.id) || hasOpenFee(one)).map(({ id }) => id);
  const books = new Map<string, Books>();
  for (let at = 0; at < suspects.length; at += BOOKS_AT_ONCE) {
    const some = suspects.slice(at, at + BOOKS_AT_ONCE);
    const rows = await booksOf(store, some);
    for (const id of some) books.set(id, bookOf(rows, id));
  }
  return books;
}

/** What is due and not paid as of the day, late fees included, less what lies there unused; and the mortgage. */
export function titleGround(contract: TitleContract, books: TitleBooks, today: PlainDate): TitleGround {
  const book = books.get(contract.id);
  return {
    due: book === undefined ? null : missingOf(contract, book, today),
    mortgagedTo: contract.unit?.building?.mortgagedTo ?? '',
  };
}

function hasOpenFee({ lateFee, lateFeePaid, lateFeeWaived }: RecordOf<'contract'>): boolean {
  if (lateFee === null) return false;
  const settled = [lateFeePaid, lateFeeWaived].flatMap((one) => one ?? []);
  return isPositive(subtract(lateFee, sum(settled, lateFee.currency)));
}

function booksOf(store: Reads, ids: readonly string[]) {
  const filter = { contractId: { in: ids } };
  return store.read({
    installments: { object: 'installment', filter },
    receipts: { object: 'receipt', filter },
    refunds: { object: 'refund', filter },
    adjustments: { object: 'adjustment', filter },
  });
}

type Books = Pick<Book, 'installments' | 'receipts' | 'refunds' | 'adjustments'>;

function bookOf(rows: Books, id: string): Books {
  const own = <R extends { contractId: string | null }>(all: readonly R[]) =>
    all.filter(({ contractId }) => contractId === id);
  return {
    installments: own(rows.installments),
    receipts: own(rows.receipts),
    refunds: own(rows.refunds),
    adjustments: own(rows.adjustments),
  };
}

function missingOf(contract: TitleContract, book: Books, today: PlainDate): string | null {
  const currency = currencyOf(contract);
  const { lines, totals } = accountFigures(contract, book, today);
  const due = lines.filter(({ dueOn, state }) => dueOn !== null && dueOn <= today && isAsked(state));
  const principal = sum(
    due.map(({ open }) => open),
    currency,
  );
  const missing = subtract(add(principal, totals.lateFees.open), totals.prepaid);
  return isPositive(missing) ? `${formatMoney(missing)} ${currency}` : null;
}

/** What was waived or cancelled is not asked for any more. */
function isAsked(state: string): boolean {
  return state !== 'WAIVED' && state !== 'CANCELLED';
}

/** Keys given, or deemed delivered: the deadlines count from that day. */
export type Delivered = { handover: RecordOf<'handover'>; on: PlainDate };

export function deliveredOf(
  handovers: readonly RecordOf<'handover'>[],
  contractId: string,
): Delivered | null {
  for (const handover of handovers) {
    if (handover.contractId !== contractId) continue;
    // Deemed delivered first, the keys that follow change nothing of the day.
    const on = handover.deemedOn ?? handover.handedOverOn;
    const isGiven = handover.state === 'KEYS_HANDED' || handover.state === 'DEEMED_DELIVERED';
    if (isGiven && on !== null) return { handover, on };
  }
  return null;
}
