/** May this reservation become a contract? Guard of LARGE_RESERVED -> CONTRACTED (C4). */
import {
  isOver,
  permitRefusal,
  type ReleaseProject,
  type UnitLock,
  type UnitState,
} from '#domain/inventory/index.ts';
import { formatMoney, type Money } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import { RESERVATION_TRANSITIONS, type ReservationStage, type ReservationState } from './deal-states.ts';
import { notItsLock } from './live-reservation.ts';

export type SignRequest = {
  reservation: {
    id: string;
    name: string;
    state: ReservationState;
    stage: ReservationStage;
    validUntil: string | null;
    price: Money | null;
  };
  unit: { name: string; state: UnitState };
  /** Whether anybody is known to buy: a party, or who reserved. */
  hasBuyer: boolean;
  /** The price that the stored discounts lead to; null when they do not add up. */
  quotedPrice: Money | null;
  project: ReleaseProject | null;
  lock: UnitLock | null;
  contractId: string;
  number: string;
  /** Id of the contract that already bears this number, if any. */
  numberHeldBy: string | null;
  signedOn: PlainDate;
  today: PlainDate;
  now: Date;
};

export function decideSign(request: SignRequest): Decision<null> {
  const { reservation, lock, contractId, now } = request;
  const isResumed = lock?.holderId === contractId;
  const { price } = reservation;
  if (reservation.state === 'PENDING_APPROVAL')
    return refuse({
      code: 'PRICE_NOT_APPROVED',
      reservation: reservation.name,
      price: price === null ? '' : formatMoney(price),
    });
  if (!isResumed && !canGo(RESERVATION_TRANSITIONS, reservation.state, 'CONVERTED')) {
    return refuse({ code: 'RESERVATION_CLOSED', reservation: reservation.name, state: reservation.state });
  }
  if (!isResumed && isOver(reservation.validUntil, now)) {
    return refuse({
      code: 'RESERVATION_EXPIRED',
      reservation: reservation.name,
      until: reservation.validUntil ?? '',
    });
  }
  const notIts = isResumed ? null : notItsLock(reservation, request.unit.name, lock);
  if (notIts !== null) return refuse(notIts);
  if (reservation.stage === 'SMALL') return refuse({ code: 'UPGRADE_FIRST', reservation: reservation.name });
  if (request.unit.state === 'FROZEN')
    return refuse({ code: 'STATE_NOT_ALLOWED', what: request.unit.name, from: 'FROZEN', to: 'CONTRACTED' });
  if (!request.hasBuyer) return refuse({ code: 'NO_BUYER', unit: request.unit.name });
  // C4: the price is the approved quote, to the cent.
  if (request.quotedPrice?.minor !== price?.minor)
    return refuse({ code: 'APPROVAL_CHANGED', approval: reservation.name });
  // D6: without a valid permit no sale, however early the reservation was.
  const permit = request.project === null ? null : permitRefusal(request.project, request.signedOn);
  if (permit !== null) return permit;
  if (request.signedOn > request.today) {
    return refuse({
      code: 'DATE_IN_FUTURE',
      field: 'signedOn',
      date: request.signedOn,
      today: request.today,
    });
  }
  if (request.numberHeldBy !== null && request.numberHeldBy !== contractId) {
    return refuse({ code: 'CONTRACT_NUMBER_TAKEN', number: request.number });
  }
  return { plan: null };
}
