/**
 * What becomes of a hold or a ticket when its unit is reserved: for reserve-unit, after the lock has gone on
 * (`passLock`) and the reservation stands.
 *
 * Changes: the hold to TAKEN, or the ticket to CONVERTED with its earnest money as the reservation's deposit.
 * Guard: the lock that has gone on; here the state that is left. After a crash: the hold or ticket is still
 * live, though its lock is not its own any more; the reserving request again writes the rest.
 */
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import { settleEarnest } from '../ledger/earnest.ts';
import { closeHold } from './unit-lock.ts';

/** The hold gives up its place: the salesperson may hold another unit. */
export async function takeHold(store: Store, hold: RecordOf<'unitHold'>, now: Date): Promise<void> {
  await closeHold(store, hold, { state: 'TAKEN', closeReason: '', closedAt: now.toISOString() });
}

export async function convertTicket(
  store: Store,
  ticket: RecordOf<'queueTicket'>,
  reservation: { id: string },
  { now, today }: { now: Date; today: PlainDate },
): Promise<void> {
  const sealed = sealedFields('queueTicket', ticket);
  const to = { ...sealed, state: 'CONVERTED', reservationId: reservation.id, buyerKey: '' } as const;
  const guard = { id: ticket.id, state: 'SELECTED' } as const;
  await store.changeWhere('queueTicket', guard, { ...to, closedAt: now.toISOString() });
  await settleEarnest(store, ticket, today);
}
