/**
 * Posting: gives the money of receipts to the installments of their contract, oldest first (D4).
 *
 * Changes: allocations; from them what is paid on installments, allocated on receipts and kept on the
 * contract. Guard: each allocation takes a numbered slot of its installment, all slots of a posting in
 * one insert; a posting that decided on an older state finds a slot taken and decides again.
 * After a crash: totals lag behind their allocations; the next posting or the repair job derives them anew.
 */
import { allocateOldestFirst, installmentState } from '#domain/ledger/index.ts';
import { compare, type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import { later, type PlainDate } from '#domain/shared/plain-date.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import type { Store, Write } from '#port/store.ts';
import { derivedId } from '../system/request-ids.ts';

export type Book = {
  installments: RecordOf<'installment'>[];
  allocations: RecordOf<'allocation'>[];
  receipts: RecordOf<'receipt'>[];
};

/** Postings that meet at one contract at the same moment; each try lets at least one of them through. */
const MOST_TRIES = 25;

/** The reads that make a contract's book; others may be asked in the same request. */
export function bookQueries(contractId: string) {
  return {
    installments: { object: 'installment', filter: { contractId } },
    allocations: { object: 'allocation', filter: { contractId } },
    receipts: { object: 'receipt', filter: { contractId } },
  } as const;
}

export async function readBook(store: Store, contractId: string): Promise<Book> {
  return store.read(bookQueries(contractId));
}

type Posting = {
  contract: RecordOf<'contract'>;
  currency: string;
  /** Receipts to give out, oldest first; what they have given already is left alone. */
  receiptIds: readonly string[];
  today: PlainDate;
  allowPrepayment: boolean;
};

/** Allocates and settles. Resolves to the book as it then is. @throws Error when it never finds a free slot. */
export async function postReceipts(store: Store, posting: Posting): Promise<Book> {
  const { contract } = posting;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const book = await readBook(store, contract.id);
    const rows = planAllocations(book, posting);
    if (rows.length > 0) {
      const claimed = await store.claim('allocation', rows);
      if (!claimed.won) continue;
    }
    return settle(store, contract, { ...book, allocations: merged(book.allocations, rows) }, posting);
  }
  throw new Error(`Too many postings at once on contract ${contract.name}`);
}

/** Deposits of a reservation become receipts of its contract; its first installments take them, due or not. */
export async function takeDeposits(
  store: Store,
  deposits: readonly RecordOf<'receipt'>[],
  posting: Pick<Posting, 'contract' | 'currency' | 'today'>,
): Promise<Book> {
  const moved = deposits.filter(({ contractId }) => contractId !== posting.contract.id);
  const changes = moved.map((record) => ({ record, to: { contractId: posting.contract.id } }));
  if (changes.length > 0) await store.write([{ changeMany: 'receipt', changes }]);
  return postReceipts(store, { ...posting, receiptIds: deposits.map(({ id }) => id), allowPrepayment: true });
}

type AllocationRow = { id: string } & Fields<'allocation'>;

function planAllocations(
  book: Book,
  { contract, currency, receiptIds, today, allowPrepayment }: Posting,
): AllocationRow[] {
  const rows: AllocationRow[] = [];
  for (const receiptId of receiptIds) {
    const receipt = book.receipts.find(({ id }) => id === receiptId);
    if (receipt?.amount == null || receipt.receivedOn === null) continue;
    const all = [...book.allocations, ...rows];
    const given = sumOf(all, (row) => row.receiptId === receiptId, currency);
    const open = book.installments
      .filter((installment) => !isClosed(installment))
      .map((installment) => ({
        id: installment.id,
        seq: installment.seq ?? 0,
        amount: installment.amount ?? zero(currency),
        paid: paidOn(installment.id, all, currency),
        dueOn: installment.dueOn,
      }));
    // What is due when it is posted counts, however early the money came.
    const rule = { on: later(receipt.receivedOn, today), allowPrepayment };
    for (const part of allocateOldestFirst(subtract(receipt.amount, given), open, rule).allocations) {
      const slot = all.filter((row) => row.installmentId === part.installmentId).length + 1;
      const slotKey = `${part.installmentId}:${slot}`;
      rows.push({
        id: derivedId('allocation', slotKey, receiptId),
        name: `${receipt.name} · ${book.installments.find(({ id }) => id === part.installmentId)?.name ?? ''}`,
        contractId: contract.id,
        receiptId,
        installmentId: part.installmentId,
        amount: part.amount,
        allocatedOn: receipt.receivedOn,
        slotKey,
        seal: null,
      });
    }
  }
  return rows;
}

function sumOf(
  rows: readonly Fields<'allocation'>[],
  isOne: (row: Fields<'allocation'>) => boolean,
  currency: string,
): Money {
  return sum(
    rows.filter(isOne).map(({ amount }) => amount ?? zero(currency)),
    currency,
  );
}

/** What is paid on an installment, worked out from its allocations and never read from its total. */
export function paidOn(
  installmentId: string,
  allocations: readonly Fields<'allocation'>[],
  currency: string,
): Money {
  return sumOf(allocations, (row) => row.installmentId === installmentId, currency);
}

/** Cleared money of the contract that no installment has taken yet. */
export function prepaidIn({ receipts, allocations }: Book, currency: string): Money {
  const cleared = receipts
    .filter(({ state }) => state === 'CLEARED')
    .map(({ amount }) => amount ?? zero(currency));
  const allocated = sumOf(allocations, () => true, currency);
  return subtract(sum(cleared, currency), allocated);
}

function merged(
  known: readonly RecordOf<'allocation'>[],
  rows: readonly AllocationRow[],
): RecordOf<'allocation'>[] {
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...rows.filter(({ id }) => !ids.has(id))];
}

/**
 * Derives every total of the contract from its rows and writes those that differ, then looks again:
 * if another posting came in between, once more. The last to look has seen everything.
 */
export async function settle(
  store: Store,
  contract: RecordOf<'contract'>,
  book: Book,
  { currency, today }: { currency: string; today: PlainDate },
): Promise<Book> {
  let current = book;
  let totals = contract;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const writes = derivedTotals(totals, current, currency, today);
    if (writes.length > 0) await store.write(writes);
    const { contracts, ...seen } = await store.read({
      contracts: { object: 'contract', filter: { id: contract.id } },
      ...bookQueries(contract.id),
    });
    current = seen;
    totals = contracts[0] ?? contract;
    if (derivedTotals(totals, current, currency, today).length === 0) {
      await completeWhenPaid(store, totals, current, currency);
      return current;
    }
  }
  throw new Error(`The totals of contract ${contract.name} do not come to rest`);
}

/** Handed over with money still to come, a contract is complete with its last payment (C4). */
async function completeWhenPaid(
  store: Store,
  contract: RecordOf<'contract'>,
  { allocations }: Book,
  currency: string,
): Promise<void> {
  const paid = sumOf(allocations, () => true, currency);
  if (contract.state !== 'PERFORMING' || contract.price === null || compare(paid, contract.price) < 0) return;
  const { handovers } = await store.read({
    handovers: { object: 'handover', filter: { contractId: contract.id, state: 'KEYS_HANDED' } },
  });
  if (handovers.length === 0) return;
  const dates = allocations.map(({ allocatedOn }) => allocatedOn).filter((date) => date !== null);
  const completedOn = dates.sort().at(-1) ?? null;
  await store.write([{ change: 'contract', record: contract, to: { state: 'COMPLETED', completedOn } }]);
}

/** The writes that make stored totals what their rows say; none when all is right. */
export function derivedTotals(
  contract: RecordOf<'contract'>,
  { installments, allocations, receipts }: Book,
  currency: string,
  today: PlainDate,
): Write[] {
  const changes = installments.flatMap((record) => {
    const own = allocations.filter(({ installmentId }) => installmentId === record.id);
    const paid = sumOf(own, () => true, currency);
    const amount = record.amount ?? zero(currency);
    const state = installmentState({ amount, paid, dueOn: record.dueOn }, today);
    const dates = own.map(({ allocatedOn }) => allocatedOn).filter((date) => date !== null);
    const settledOn = state === 'PAID' ? (dates.sort().at(-1) ?? null) : null;
    const isRight = isSame(record.paid, paid) && record.state === state && record.settledOn === settledOn;
    return isRight || isClosed(record) ? [] : [{ record, to: { paid, state, settledOn } }];
  });
  const shifted = receipts.flatMap((record) => {
    const allocated = sumOf(allocations, ({ receiptId }) => receiptId === record.id, currency);
    return isSame(record.allocated, allocated) ? [] : [{ record, to: { allocated } }];
  });
  const paid = sumOf(allocations, () => true, currency);
  const prepaid = prepaidIn({ installments, allocations, receipts }, currency);
  const writes: Write[] = [];
  if (changes.length > 0) writes.push({ changeMany: 'installment', changes });
  if (shifted.length > 0) writes.push({ changeMany: 'receipt', changes: shifted });
  if (!isSame(contract.paid, paid) || !isSame(contract.prepaid, prepaid)) {
    writes.push({ change: 'contract', record: contract, to: { paid, prepaid } });
  }
  return writes;
}

/** Waived or cancelled: nothing is open on it any more (D10). */
export function isClosed({ state }: RecordOf<'installment'>): boolean {
  return state === 'WAIVED' || state === 'CANCELLED';
}

function isSame(stored: Money | null, derived: Money): boolean {
  return stored !== null && stored.currency === derived.currency && compare(stored, derived) === 0;
}
