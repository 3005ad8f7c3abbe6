/**
 * Totals and states that follow from rows, worked out again for the record that somebody touched.
 *
 * Changes: through posting the rows and totals of its contract, or what its reservation or ticket was paid.
 * Guard: posting's own; a deposit is summed anew. After a crash: the next event or posting does it again, and
 * for contracts the nightly reconcile.
 */
import { NO_CURRENCY, sum, zero } from '#domain/shared/money.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import type { GuardedObject } from '#port/guarded.ts';
import type { RecordOf } from '#port/records.ts';
import type { Clock, Store, Write } from '#port/store.ts';
import { readBook, replayBook } from '../ledger/book.ts';
import { derivedTotals } from '../ledger/derived-totals.ts';
import { earnestCurrency, earnestPaid } from '../ledger/earnest.ts';
import { postContract } from '../ledger/post-receipts.ts';

/** Resolves to whether anything was wrong. */
export async function rederive<O extends GuardedObject>(
  { store, clock }: { store: Store; clock: Clock },
  object: O,
  record: RecordOf<O>,
): Promise<boolean> {
  if (object === 'reservation') return rederiveDeposit(store, record as RecordOf<'reservation'>);
  if (object === 'queueTicket') return rederiveEarnest(store, record as RecordOf<'queueTicket'>);
  const contractId = contractOf(object, record);
  if (contractId === null) return false;
  const { contracts } = await store.read({
    contracts: { object: 'contract', filter: { id: contractId }, with: { unit: { project: true } } },
  });
  const [contract] = contracts;
  if (contract === undefined || contract.price === null || contract.state === 'DRAFT') return false;
  const today = dateIn(clock.now(), contract.unit?.project?.timeZone || 'UTC');
  const book = await readBook(store, contractId);
  const writes = derivedTotals(contract, book, replayBook(contract, book, today), today);
  await postContract(store, contract, today);
  return writes.some(isByHand);
}

/** Late fees grow by the day and wait for the nightly run: that they lag behind is nobody's doing. */
const BY_TIME = ['lateFee', 'lateFeeUpTo', 'overdue', 'overdueSince'];

function isByHand(write: Write): boolean {
  const changes = 'changeMany' in write ? write.changes : 'change' in write ? [write] : [];
  return changes.some(({ record, to }) =>
    Object.entries(to).some(
      ([name, value]) => !BY_TIME.includes(name) && !isEqual(record[name as never] as unknown, value),
    ),
  );
}

function isEqual(left: unknown, right: unknown): boolean {
  // An older record never had the total: nothing and zero are the same.
  if (left === null && typeof right === 'object' && right !== null && 'minor' in right && right.minor === 0n)
    return true;
  const text = (value: unknown) =>
    JSON.stringify(value ?? null, (_key, inner) => (typeof inner === 'bigint' ? inner.toString() : inner));
  return text(left) === text(right);
}

function contractOf(
  object: GuardedObject,
  record: { id: string; contractId?: string | null },
): string | null {
  if (object === 'contract') return record.id;
  return object === 'installment' || object === 'receipt' ? (record.contractId ?? null) : null;
}

async function rederiveDeposit(store: Store, reservation: RecordOf<'reservation'>): Promise<boolean> {
  const currency = reservation.price?.currency ?? NO_CURRENCY;
  const { receipts } = await store.read({
    receipts: { object: 'receipt', filter: { reservationId: reservation.id, state: 'CLEARED' } },
  });
  const depositPaid = sum(
    receipts.map(({ amount }) => amount ?? zero(currency)),
    currency,
  );
  if (reservation.depositPaid?.minor === depositPaid.minor) return false;
  await store.write([{ change: 'reservation', record: reservation, to: { depositPaid } }]);
  return true;
}

async function rederiveEarnest(store: Store, ticket: RecordOf<'queueTicket'>): Promise<boolean> {
  const { receipts, refunds } = await store.read({
    receipts: { object: 'receipt', filter: { queueTicketId: ticket.id } },
    refunds: { object: 'refund', filter: { queueTicketId: ticket.id } },
  });
  const paid = earnestPaid(receipts, refunds, earnestCurrency(ticket));
  if (ticket.earnestPaid?.minor === paid.minor) return false;
  await store.write([{ change: 'queueTicket', record: ticket, to: { earnestPaid: paid } }]);
  return true;
}
