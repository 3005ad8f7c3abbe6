/**
 * Deposits: receipts of a reservation. They wait for its contract, whose first installments take them,
 * due or not (D2.3). What a reservation was paid is derived from its cleared receipts, again until it
 * comes to rest; if the contract was signed meanwhile, the deposits go to it at once.
 *
 * Changes: what a reservation was paid; of its receipts the contract, and through posting the installments
 * that they pay. Guard: a receipt goes to the contract only while its state is still the one that was read.
 * After a crash: some receipts wait without their contract or their rows; the command that came here
 * (a receipt, its clearing or reversal, the signing) is carried through again and brings them along.
 */
import { type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import { type Posted, postContract } from './post-receipts.ts';

/** What of a reservation's deposit is still there: cleared receipts less what was paid back. */
export function leftOfDeposit(
  receipts: readonly RecordOf<'receipt'>[],
  refunds: readonly RecordOf<'refund'>[],
  currency: string,
): Money {
  const total = (rows: readonly { amount: Money | null }[]) =>
    sum(
      rows.map(({ amount }) => amount ?? zero(currency)),
      currency,
    );
  const cleared = receipts.filter(({ state }) => state === 'CLEARED');
  return subtract(total(cleared), total(refunds.filter(({ state }) => state === 'PAID')));
}

/** Resolves to the contract's book when there is a contract, else to null. */
export async function settleDeposits(
  store: Store,
  reservation: RecordOf<'reservation'>,
  currency: string,
  today: PlainDate,
): Promise<Posted | null> {
  for (let last: Money | null = null; ; ) {
    const { receipts, reservations, contracts } = await store.read({
      receipts: { object: 'receipt', filter: { reservationId: reservation.id } },
      reservations: { object: 'reservation', filter: { id: reservation.id } },
      contracts: { object: 'contract', filter: { reservationId: reservation.id, state: { not: 'DRAFT' } } },
    });
    const cleared = receipts.filter(({ state }) => state === 'CLEARED');
    const depositPaid = sum(
      cleared.map(({ amount }) => amount ?? zero(currency)),
      currency,
    );
    const current = reservations[0] ?? reservation;
    if (last !== null && last.minor === depositPaid.minor) {
      const [contract] = contracts;
      return contract === undefined ? null : takeDeposits(store, receipts, contract, today);
    }
    last = depositPaid;
    await store.write([{ change: 'reservation', record: current, to: { depositPaid } }]);
  }
}

/** Every receipt of the reservation becomes one of the contract, also one that is still to be cleared. */
export async function takeDeposits(
  store: Store,
  deposits: readonly RecordOf<'receipt'>[],
  contract: RecordOf<'contract'>,
  today: PlainDate,
): Promise<Posted> {
  for (const deposit of deposits) {
    if (deposit.contractId === contract.id) continue;
    // Guarded: a deposit that is bounced or reversed at this very moment stays so.
    const { id, state } = deposit;
    const to = { ...sealedFields('receipt', deposit), contractId: contract.id };
    await store.changeWhere('receipt', { id, state }, to);
  }
  return postContract(store, contract, today);
}
