/** May this reservation become a contract? Guard of LARGE_RESERVED -> CONTRACTED (C4). */
import { isOver, permitRefusal, type ReleaseProject, type UnitLock } from '#domain/inventory/index.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import { RESERVATION_TRANSITIONS, type ReservationState } from './deal-states.ts';

export type SignRequest = {
  reservation: { id: string; name: string; state: ReservationState; validUntil: string | null };
  unit: { name: string };
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
  if (!isResumed && lock?.holderId !== reservation.id) {
    return refuse({
      code: 'UNIT_TAKEN',
      unit: request.unit.name,
      holder: lock?.holderName ?? 'nobody',
      until: lock?.heldUntil ?? null,
    });
  }
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
