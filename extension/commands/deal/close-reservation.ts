/**
 * Changes: a reservation to CANCELLED_REFUND or EXPIRED; its lock's key and its unit go free.
 * Guard: the lock's key is cleared only while this reservation holds it and nobody has moved it, so of a signing,
 * an extension and an expiry at the same time exactly one wins (E21.5). Money that was paid stays booked for a refund.
 * After a crash: the key is free and the rest as before; the same request again finishes.
 */
import * as z from 'zod/mini';
import { decideCancel, decideExpire, notItsLock, type ReservationState } from '#domain/deal/index.ts';
import { derivedState, isOver } from '#domain/inventory/index.ts';
import { formatMoney, isPositive } from '#domain/shared/money.ts';
import { type Decision, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Applied, Command, Run } from '../system/command.ts';
import { recordId, requestId, requiredText } from '../system/input.ts';
import { asRead } from './reservation-lock.ts';
import { lockOf } from './unit-lock.ts';

type Snapshot = { reservation: Loaded<'reservation', { unit: true }>; lock: RecordOf<'unitLock'> | null };
type Plan = { state: ReservationState };
type Answer = { reservationId: string; state: string; depositToRefund: string | null };

const cancelSchema = z.object({
  requestId,
  reservationId: recordId,
  reason: requiredText,
  /** Only while its price waits for approval. */
  onlyPending: z.optional(z.boolean()),
});
const expireSchema = z.object({ requestId, reservationId: recordId });

export const cancelReservation: Command<z.infer<typeof cancelSchema>, Snapshot, Plan, Answer> = {
  name: 'cancel-reservation',
  room: 'deal',
  title: 'Cancel reservation',
  right: 'sell',
  dealOf: ({ reservation }) => reservation,
  schema: cancelSchema,
  subject: ({ reservationId }) => ({ kind: 'reservation', id: reservationId }),
  load: ({ store }, { reservationId }) => loadReservation(store, reservationId),
  decide(run, { onlyPending }, { reservation, lock }) {
    if (isOwnWork(reservation, run)) return { plan: { state: 'CANCELLED_REFUND' } };
    if (onlyPending === true && reservation.state !== 'PENDING_APPROVAL')
      return refuse({ code: 'RESERVATION_CLOSED', reservation: reservation.name, state: reservation.state });
    const isIts = lock?.holderId === reservation.id;
    // Another unit was given to it, or it was closed, at this very moment.
    if (
      !isIts &&
      !run.isResumed &&
      reservation.state === 'ACTIVE' &&
      !isOver(reservation.validUntil, run.now)
    )
      return refuse({ code: 'BUSY', what: reservation.name });
    const changing = isIts ? notItsLock(reservation, lock.name, lock) : null;
    return changing === null ? decideCancel(reservation) : refuse(changing);
  },
  apply: (run, { reason }, snapshot, plan) => close(run, snapshot, plan, reason),
};

export const expireReservation: Command<z.infer<typeof expireSchema>, Snapshot, Plan, Answer> = {
  name: 'expire-reservation',
  room: 'deal',
  title: 'Expire reservation',
  right: 'sell',
  schema: expireSchema,
  subject: ({ reservationId }) => ({ kind: 'reservation', id: reservationId }),
  load: ({ store }, { reservationId }) => loadReservation(store, reservationId),
  decide(run, _input, { reservation, lock }) {
    if (isOwnWork(reservation, run)) return { plan: { state: 'EXPIRED' } };
    // The lock says until when: an extension may have moved it and not yet come to the reservation.
    const isIts = lock?.holderId === reservation.id;
    return decideExpire(isIts ? { ...reservation, validUntil: lock.heldUntil } : reservation, run.now);
  },
  apply: (run, _input, snapshot, plan) => close(run, snapshot, plan, 'Time was over'),
};

async function loadReservation(store: Run['store'], reservationId: string): Promise<Decision<Snapshot>> {
  const { reservations } = await store.read({
    reservations: { object: 'reservation', filter: { id: reservationId }, with: { unit: true } },
  });
  const reservation = reservations[0];
  if (reservation === undefined) return refuse({ code: 'NOT_FOUND', what: 'reservation', id: reservationId });
  const { locks } = await store.read({
    locks: { object: 'unitLock', filter: { lockKey: reservation.unitId ?? '' } },
  });
  return { plan: { reservation, lock: locks[0] ?? null } };
}

/** An earlier run of this request closed the reservation and was cut off before it could say so. */
function isOwnWork(reservation: Snapshot['reservation'], { now }: Run): boolean {
  return reservation.closedAt !== null && Date.parse(reservation.closedAt) === now.getTime();
}

async function close(
  run: Run,
  { reservation, lock }: Snapshot,
  { state }: Plan,
  reason: string,
): Promise<Decision<Applied<Answer>>> {
  const isIts = lock?.holderId === reservation.id;
  if (isIts) {
    const freed = await run.store.changeWhere('unitLock', asRead(lock), { lockKey: '' });
    if (freed.length === 0) return refuse(await whoWon(run, reservation, state));
  } else if (lock?.holderKind === 'CONTRACT' && (await isContractOf(run, lock.holderId, reservation.id))) {
    return refuse({ code: 'RESERVATION_CLOSED', reservation: reservation.name, state: 'CONVERTED' });
  }
  const holder = isIts ? null : lock;
  const closedAt = run.now.toISOString();
  const { unit } = reservation;
  await run.store.write([
    { change: 'reservation', record: reservation, to: { state, closedAt, closeReason: reason } },
    // Somebody else may have the unit by now; then its state is theirs.
    ...(unit === null || holder !== null
      ? []
      : [
          {
            change: 'unit' as const,
            record: unit,
            to: { state: derivedState(unit.state, null), holder: '', heldUntil: null, claimKey: '' },
          },
        ]),
  ]);
  const paid = reservation.depositPaid;
  const depositToRefund = paid !== null && isPositive(paid) ? `${formatMoney(paid)} ${paid.currency}` : null;
  const refund =
    depositToRefund === null ? '' : ` A deposit of ${depositToRefund} was paid: finance decides on it.`;
  const free = unit === null || holder !== null ? '' : ` ${unit.name} is free again.`;
  const verb = state === 'EXPIRED' ? 'expired' : 'cancelled';
  return {
    plan: {
      answer: { reservationId: reservation.id, state, depositToRefund },
      message: `The reservation ${reservation.name} is ${verb}.${free}${refund}`,
      before: { state: reservation.state },
      after: { state },
    },
  };
}

/** The lock was moved or freed after it was read: the reservation was signed, closed, extended or swapped. */
async function whoWon(
  run: Run,
  { id, name, unitId }: Snapshot['reservation'],
  wanted: ReservationState,
): Promise<Refusal> {
  const holder = await lockOf(run.store, unitId ?? '');
  if (holder?.holderKind === 'CONTRACT' && (await isContractOf(run, holder.holderId, id)))
    return { code: 'RESERVATION_CLOSED', reservation: name, state: 'CONVERTED' };
  if (wanted === 'EXPIRED' && holder?.holderId === id && !isOver(holder.heldUntil, run.now))
    return { code: 'RESERVATION_STILL_VALID', reservation: name, until: holder.heldUntil ?? '' };
  return { code: 'BUSY', what: name };
}

async function isContractOf(run: Run, contractId: string, reservationId: string): Promise<boolean> {
  const { contracts } = await run.store.read({
    contracts: { object: 'contract', filter: { id: contractId } },
  });
  return contracts[0]?.reservationId === reservationId;
}
