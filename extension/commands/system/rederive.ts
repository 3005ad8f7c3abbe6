/** Totals and states that follow from rows, worked out again for the record that somebody touched. */
import { NO_CURRENCY, sum, zero } from '#domain/shared/money.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import type { GuardedObject } from '#port/guarded.ts';
import type { RecordOf } from '#port/records.ts';
import type { Clock, Store } from '#port/store.ts';
import { derivedTotals, readBook, settle } from '../ledger/post-receipts.ts';

/** Resolves to whether anything was wrong. */
export async function rederive<O extends GuardedObject>(
  { store, clock }: { store: Store; clock: Clock },
  object: O,
  record: RecordOf<O>,
): Promise<boolean> {
  if (object === 'reservation') return rederiveDeposit(store, record as RecordOf<'reservation'>);
  const contractId = contractOf(object, record);
  if (contractId === null) return false;
  const { contracts } = await store.read({
    contracts: { object: 'contract', filter: { id: contractId }, with: { unit: { project: true } } },
  });
  const [contract] = contracts;
  if (contract === undefined || contract.price === null || contract.state === 'DRAFT') return false;
  const { currency } = contract.price;
  const today = dateIn(clock.now(), contract.unit?.project?.timeZone || 'UTC');
  const book = await readBook(store, contractId);
  if (derivedTotals(contract, book, currency, today).length === 0) return false;
  await settle(store, contract, book, { currency, today });
  return true;
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
