/**
 * Earnest money (诚意金): receipts of a queue ticket. What a ticket was paid is derived from its cleared receipts
 * and its refunds, again until it comes to rest; once the ticket is a reservation, they are its deposit.
 *
 * Changes: what a ticket was paid; of its receipts the reservation, and what that was paid. Guard: a receipt
 * goes to the reservation only while its state is still the one that was read. After a crash: some receipts
 * wait without their reservation; the command that came here is carried through again and brings them along.
 */
import { type Money, NO_CURRENCY, subtract, sum, zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import { settleDeposits } from './deposits.ts';

export function earnestPaid(
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
  const paidOut = refunds.filter(({ state }) => state === 'PAID');
  return subtract(total(cleared), total(paidOut));
}

export function earnestCurrency({ earnestAsked }: RecordOf<'queueTicket'>): string {
  return earnestAsked?.currency ?? NO_CURRENCY;
}

export async function settleEarnest(
  store: Store,
  ticket: RecordOf<'queueTicket'>,
  today: PlainDate,
): Promise<void> {
  const currency = earnestCurrency(ticket);
  for (let last: Money | null = null; ; ) {
    const { receipts, refunds, tickets } = await store.read({
      receipts: { object: 'receipt', filter: { queueTicketId: ticket.id } },
      refunds: { object: 'refund', filter: { queueTicketId: ticket.id } },
      tickets: { object: 'queueTicket', filter: { id: ticket.id } },
    });
    const current = tickets[0] ?? ticket;
    const paid = earnestPaid(receipts, refunds, currency);
    if (last !== null && last.minor === paid.minor) {
      if (current.reservationId !== null) await passOn(store, receipts, current.reservationId, today);
      return;
    }
    last = paid;
    if (current.earnestPaid?.minor !== paid.minor)
      await store.write([{ change: 'queueTicket', record: current, to: { earnestPaid: paid } }]);
  }
}

/** D6, C4: with the reservation the earnest money becomes its deposit. */
async function passOn(
  store: Store,
  receipts: readonly RecordOf<'receipt'>[],
  reservationId: string,
  today: PlainDate,
): Promise<void> {
  if (receipts.length === 0) return;
  for (const receipt of receipts) {
    if (receipt.reservationId === reservationId) continue;
    const { id, state } = receipt;
    await store.changeWhere('receipt', { id, state }, { ...sealedFields('receipt', receipt), reservationId });
  }
  const { reservations } = await store.read({
    reservations: { object: 'reservation', filter: { id: reservationId } },
  });
  const [reservation] = reservations;
  if (reservation === undefined) return;
  const currency = reservation.price?.currency ?? receipts[0]?.amount?.currency ?? NO_CURRENCY;
  await settleDeposits(store, reservation, currency, today);
}
