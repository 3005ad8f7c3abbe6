/** What a card dragged on a board means, where a command does just that (C4). Pure. */
import type { GuardedObject } from '#port/guarded.ts';
import { missTicket, requeueTicket } from '../deal/call-ticket.ts';
import { cancelTicket } from '../deal/cancel-ticket.ts';
import { cancelReservation, expireReservation } from '../deal/close-reservation.ts';
import { expireHold, releaseHold } from '../deal/hold-ending.ts';
import { releaseUnits } from '../inventory/release-units.ts';
import { CARE_MEANINGS } from './care-meanings.ts';
import type { Meaning } from './watch.ts';

export const unitMeaning: Meaning = ({ id, from, to }, requestId) =>
  to === 'AVAILABLE' && (from === 'PLANNED' || from === 'CONTROLLED')
    ? { command: releaseUnits, input: { requestId, unitIds: [id], reason: 'Moved by hand' } }
    : null;

export const reservationMeaning: Meaning = ({ id, from, to }, requestId) => {
  if (from !== 'ACTIVE') return null;
  if (to === 'CANCELLED_REFUND') {
    return { command: cancelReservation, input: { requestId, reservationId: id, reason: 'Moved by hand' } };
  }
  return to === 'EXPIRED' ? { command: expireReservation, input: { requestId, reservationId: id } } : null;
};

export const unitHoldMeaning: Meaning = ({ id, from, to }, requestId) => {
  if (from !== 'ACTIVE') return null;
  if (to === 'RELEASED')
    return { command: releaseHold, input: { requestId, holdId: id, reason: 'Moved by hand' } };
  return to === 'EXPIRED' ? { command: expireHold, input: { requestId, holdId: id } } : null;
};

export const queueTicketMeaning: Meaning = ({ id, from, to }, requestId) => {
  const input = { requestId, ticketId: id };
  if (from === 'MISSED' && to === 'ACTIVE') return { command: requeueTicket, input };
  if (to === 'MISSED' && (from === 'CALLED' || from === 'SELECTED')) return { command: missTicket, input };
  return to === 'CANCELLED' ? { command: cancelTicket, input: { ...input, reason: 'Moved by hand' } } : null;
};

/** By object, for the check that goes over all of them; an object without an entry is only put back. */
export const MEANINGS: Partial<Record<GuardedObject, Meaning>> = {
  unit: unitMeaning,
  reservation: reservationMeaning,
  unitHold: unitHoldMeaning,
  queueTicket: queueTicketMeaning,
  ...CARE_MEANINGS,
};
