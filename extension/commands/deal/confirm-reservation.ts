/**
 * Changes: a reservation whose price waited for approval becomes ACTIVE and its time begins; its lock's and its
 * unit's time. Guard: approved by somebody else, for just this price; the lock is moved only while nobody else
 * has moved or freed it, so of a confirmation and an expiry at the same time exactly one wins.
 * After a crash: the lock has the new time, the reservation still waits; the same request again writes the rest.
 */
import * as z from 'zod/mini';
import { decideConfirm } from '#domain/deal/index.ts';
import { formatMoney, type Money, NO_CURRENCY } from '#domain/shared/money.ts';
import { isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Command } from '../system/command.ts';
import { amount, inputMoney, recordId, requestId } from '../system/input.ts';
import { cancelReservation } from './close-reservation.ts';
import { isMovedByUs, loadStanding, moveLock, type Standing } from './reservation-lock.ts';
import { NO_TERMS } from './upgrade-reservation.ts';

const schema = z.object({ requestId, reservationId: recordId, price: amount });

type Plan = { validUntil: Date; price: Money };
type Answer = { reservationId: string; state: string; price: string; currency: string; validUntil: string };

export const confirmReservation: Command<z.infer<typeof schema>, Standing, Plan, Answer> = {
  name: 'confirm-reservation',
  room: 'deal',
  title: 'Confirm reservation',
  right: 'sell',
  approvedWith: 'controlSales',
  dealOf: ({ reservation }) => reservation,
  schema,
  subject: ({ reservationId }) => ({ kind: 'reservation', id: reservationId }),
  /** Only while it waits: another request for the same price may have been approved before. */
  whenRejected: ({ reservationId }, { reason, requestId: rejecting }) => ({
    command: cancelReservation,
    input: { requestId: rejecting, reservationId, reason, onlyPending: true },
  }),
  load: ({ store }, { reservationId }) => loadStanding(store, reservationId),

  decide(run, input, standing) {
    const { reservation, lock } = standing;
    const price = inputMoney('price', input.price, reservation.price?.currency ?? NO_CURRENCY);
    if (isRefused(price)) return price;
    if (isMovedByUs(run, standing))
      return { plan: { validUntil: new Date(lock?.heldUntil ?? 0), price: price.plan } };
    const { unit } = reservation;
    const project = unit?.project ?? NO_TERMS;
    const decided = decideConfirm({ reservation, unit, lock, now: run.now, project, price: price.plan });
    return isRefused(decided) ? decided : { plan: { ...decided.plan, price: price.plan } };
  },

  async apply(run, _input, standing, { validUntil, price }) {
    const { reservation } = standing;
    const heldUntil = validUntil.toISOString();
    const lost = await moveLock(run, standing, { heldUntil });
    if (lost !== null) return refuse(lost);
    const { unit } = reservation;
    const priceApprovedBy = run.approval?.by ?? '';
    await run.store.write([
      {
        change: 'reservation',
        record: reservation,
        to: { state: 'ACTIVE', validUntil: heldUntil, priceApprovedBy },
      },
      ...(unit === null ? [] : [{ change: 'unit' as const, record: unit, to: { heldUntil } }]),
    ]);
    const answer = {
      reservationId: reservation.id,
      state: 'ACTIVE',
      price: formatMoney(price),
      currency: price.currency,
      validUntil: heldUntil,
    };
    const message = `The price ${answer.price} of ${reservation.name} is approved; it is valid until ${heldUntil.slice(0, 16).replace('T', ' ')} UTC.`;
    return {
      plan: { answer, message, before: { state: reservation.state }, after: { ...answer, priceApprovedBy } },
    };
  },
};
