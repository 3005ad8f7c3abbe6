/** Cancelling or expiring a reservation (C4): the unit goes free either way, money stays booked. */
import { isOver } from '#domain/inventory/index.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import { RESERVATION_TRANSITIONS, type ReservationState } from './deal-states.ts';

export type ClosingReservation = { name: string; state: ReservationState; validUntil: string | null };

export function decideCancel(reservation: ClosingReservation): Decision<{ state: ReservationState }> {
  // What becomes of an expired reservation's deposit is for finance to decide (C4), not for a cancellation.
  const isExpired = reservation.state === 'EXPIRED';
  if (isExpired || !canGo(RESERVATION_TRANSITIONS, reservation.state, 'CANCELLED_REFUND')) {
    return refuse({ code: 'RESERVATION_CLOSED', reservation: reservation.name, state: reservation.state });
  }
  return { plan: { state: 'CANCELLED_REFUND' } };
}

export function decideExpire(
  reservation: ClosingReservation,
  now: Date,
): Decision<{ state: ReservationState }> {
  if (!canGo(RESERVATION_TRANSITIONS, reservation.state, 'EXPIRED')) {
    return refuse({ code: 'RESERVATION_CLOSED', reservation: reservation.name, state: reservation.state });
  }
  if (!isOver(reservation.validUntil, now)) {
    const until = reservation.validUntil ?? 'no end';
    return refuse({ code: 'RESERVATION_STILL_VALID', reservation: reservation.name, until });
  }
  return { plan: { state: 'EXPIRED' } };
}
