/**
 * Posting: brings the rows of a contract to what its receipts, dates and terms make of them (D3, D4).
 *
 * Changes: allocations, late fee entries; from them the totals of installments, receipts and contract.
 * Guard: each allocation takes a numbered slot of its contract, each fee entry one of its installment,
 * all slots of a posting in one insert; a posting that decided on an older state finds a slot taken and
 * decides again. After a crash: rows or totals lag behind; the next posting or the nightly run brings
 * them along, because what they should be follows from the receipts alone.
 */
import { type Money, sum, zero } from '#domain/shared/money.ts';
import { later, type PlainDate } from '#domain/shared/plain-date.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import { type Book, bookQueries, replayBook } from './book.ts';
import { derivedTotals } from './derived-totals.ts';
import { type AllocationRow, allocationRows, type LateFeeRow, lateFeeRows } from './posting-rows.ts';

/** Postings that meet at one contract at the same moment; each try lets at least one of them through. */
const MOST_TRIES = 60;
/** Rows that are all or nothing in one insert. */
const AT_ONCE = 200;

export type Posted = { contract: RecordOf<'contract'>; book: Book };

/**
 * Posts whatever is not posted yet, and looks again until nothing is left: the last to look has seen
 * everything. @throws Error when it never comes to rest.
 */
export async function postContract(
  store: Store,
  contract: RecordOf<'contract'>,
  today: PlainDate,
): Promise<Posted> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const seen = await readContract(store, contract);
    if (await bringAlong(store, seen, today)) continue;
    await completeWhenPaid(store, seen);
    return seen;
  }
  throw new Error(`Too many postings at once on contract ${contract.name}`);
}

async function readContract(store: Store, contract: RecordOf<'contract'>): Promise<Posted> {
  const { contracts, ...book } = await store.read({
    contracts: { object: 'contract', filter: { id: contract.id } },
    ...bookQueries(contract.id),
  });
  return { contract: contracts[0] ?? contract, book };
}

/** Resolves to whether there was anything to do. */
async function bringAlong(store: Store, { contract, book }: Posted, now: PlainDate): Promise<boolean> {
  // A command that was cut off goes on with its own day: what was posted since is not taken back for it.
  const today = book.allocations.reduce((latest, { postedOn }) => later(latest, postedOn ?? latest), now);
  const target = replayBook(contract, book, today);
  const rows = allocationRows(contract, book, target, today);
  if (rows.length > 0) {
    const { won } = await store.claim('allocation', rows.slice(0, AT_ONCE));
    if (!won || rows.length > AT_ONCE) return true;
  }
  const fees = lateFeeRows(contract, book, target, today);
  if (fees.length > 0) {
    const { won } = await store.claim('lateFeeEntry', fees.slice(0, AT_ONCE));
    if (!won || fees.length > AT_ONCE) return true;
  }
  const posted = withRows(book, rows, fees);
  const writes = derivedTotals(contract, posted, target, today);
  if (writes.length > 0) await store.write(writes);
  return rows.length + fees.length + writes.length > 0;
}

function withRows(book: Book, allocations: AllocationRow[], lateFeeEntries: LateFeeRow[]): Book {
  return {
    ...book,
    allocations: [...book.allocations, ...allocations],
    lateFeeEntries: [...book.lateFeeEntries, ...lateFeeEntries],
  };
}

/** A contract whose keys are handed over is COMPLETED by its last payment (C4). */
async function completeWhenPaid(store: Store, { contract, book }: Posted): Promise<void> {
  if (contract.state !== 'PERFORMING' || contract.price === null) return;
  const isOpen = book.installments.some(({ state, closedAs }) => closedAs === null && state !== 'PAID');
  if (isOpen || book.installments.length === 0) return;
  const { handovers } = await store.read({
    handovers: { object: 'handover', filter: { contractId: contract.id, state: 'KEYS_HANDED' } },
  });
  if (handovers.length === 0) return;
  const completedOn =
    book.installments
      .flatMap(({ settledOn }) => settledOn ?? [])
      .sort()
      .at(-1) ?? null;
  // Guarded: a contract that is cancelled or planned anew at this very moment stays so.
  const { id, unitId, paymentPlanId } = contract;
  const guard = { id, state: 'PERFORMING', unitId, paymentPlanId } as const;
  const to = { ...sealedFields('contract', contract), state: 'COMPLETED' as const, completedOn };
  await store.changeWhere('contract', guard, to);
}

/** What rows of the book say that a receipt has given to installments. */
export function allocatedOf({ allocations }: Book, receiptId: string, currency: string): Money {
  const own = allocations.filter((allocation) => allocation.receiptId === receiptId);
  return sum(
    own.map((allocation) => allocation.amount ?? zero(currency)),
    currency,
  );
}
