/** What the board has read of a unit and its deal, as the commands' own forms take it. */
import type { HoldSubject } from '#widgets/deal/holds/hold-subject.ts';
import type { HeldUnitSubject } from '#widgets/deal/holds/unit-subject.ts';
import type { ReservationSubject } from '#widgets/deal/reservation-subject.ts';
import type { BoardUnit } from './board-unit.ts';
import type { OpenHold, OpenReservation } from './read-deal.ts';

const named = ({ id, number }: BoardUnit) => ({ id, name: number });

export function unitSubject(unit: BoardUnit): HeldUnitSubject & { project: null } {
  const { state, heldAs, holder, heldUntil } = unit;
  return { ...named(unit), state, heldAs, holder, heldUntil, listPrice: null, project: null };
}

export function holdSubject(unit: BoardUnit, hold: OpenHold): HoldSubject {
  const { id, name, forWhom, heldBy: heldByName, expiresAt } = hold;
  return { id, name, state: 'ACTIVE', forWhom, heldByName, expiresAt, unit: named(unit) };
}

/** The facts of the deal stand above the form already; it needs only what its fields ask. */
export function reservationSubject(unit: BoardUnit, reservation: OpenReservation): ReservationSubject {
  const { id, name, state, stage, extensions, validUntil } = reservation;
  return {
    id,
    name,
    state,
    stage,
    extensions,
    validUntil,
    depositKind: null,
    price: null,
    depositAsked: null,
    depositPaid: null,
    buyer: null,
    company: null,
    unit: named(unit),
  };
}
