/**
 * Installments and adjustments that must come in, whoever writes beside (E21.6): where another row has taken
 * their number or slot, they are made again for what there is by then.
 *
 * Changes: installments, adjustments. Guard: running numbers of a contract and slots of an installment are
 * unique; all rows of a call in one insert. After a crash: the rows are there or not; made again they are the
 * same, because their ids are the request's.
 */
import type { RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { nextSeq } from './add-charge.ts';
import { type Book, readBook } from './book.ts';
import type { AdjustmentRow } from './contract-changes.ts';
import type { InstallmentRow } from './installment-rows.ts';

const MOST_TRIES = 60;
/** Rows that are all or nothing in one insert. */
const AT_ONCE = 200;

/** `rowsAfter` makes the rows with the numbers after the last one in use; at most 200. Resolves to them. */
export async function addInstallments(
  store: Store,
  { id: contractId, name }: Pick<RecordOf<'contract'>, 'id' | 'name'>,
  known: readonly RecordOf<'installment'>[],
  rowsAfter: (seqAfter: number) => InstallmentRow[],
): Promise<InstallmentRow[]> {
  let installments = known;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const rows = rowsAfter(nextSeq(installments) - 1);
    if (rows.length === 0) return [];
    const { won } = await store.claim('installment', rows);
    if (won) return rows;
    ({ installments } = await store.read({
      installments: { object: 'installment', filter: { contractId } },
    }));
  }
  throw new Error(`Too many installments at once on contract ${name}`);
}

/** `rowsFor` says what is to be taken off by a book; what is there already it leaves out. Resolves to the book. */
export async function addAdjustments(
  store: Store,
  { id: contractId, name }: Pick<RecordOf<'contract'>, 'id' | 'name'>,
  known: Book,
  rowsFor: (book: Book) => AdjustmentRow[],
): Promise<Book> {
  let book = known;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const all = rowsFor(book);
    if (all.length === 0) return book;
    const rows = slotted(all.slice(0, AT_ONCE), book.adjustments);
    const { won } = await store.claim('adjustment', rows);
    if (won && rows.length === all.length) return { ...book, adjustments: [...book.adjustments, ...rows] };
    book = await readBook(store, contractId);
  }
  throw new Error(`Too many adjustments at once on contract ${name}`);
}

/** Each adjustment takes the next slot of its installment, so that two never take off the same amount. */
export function slotted(
  rows: readonly AdjustmentRow[],
  known: readonly Pick<AdjustmentRow, 'installmentId'>[],
): AdjustmentRow[] {
  const taken = new Map<string | null, number>();
  for (const { installmentId } of known) taken.set(installmentId, (taken.get(installmentId) ?? 0) + 1);
  return rows.map((row) => {
    const slot = (taken.get(row.installmentId) ?? 0) + 1;
    taken.set(row.installmentId, slot);
    return { ...row, slotKey: `${row.installmentId} ${slot}` };
  });
}
