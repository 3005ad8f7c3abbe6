/** States of queue tickets (排号, C4). */
import type { Transitions } from '#domain/shared/state-machine.ts';

export type TicketState =
  | 'DRAFT'
  | 'ACTIVE'
  | 'CALLED'
  | 'SELECTED'
  | 'MISSED'
  | 'CANCELLED'
  | 'REFUNDED'
  | 'CONVERTED';

export const TICKET_TRANSITIONS: Transitions<TicketState> = {
  DRAFT: ['ACTIVE', 'CANCELLED'],
  ACTIVE: ['CALLED', 'CANCELLED', 'REFUNDED'],
  CALLED: ['SELECTED', 'MISSED', 'CANCELLED'],
  // Who lets the time for the reservation pass has missed it.
  SELECTED: ['CONVERTED', 'MISSED', 'CANCELLED'],
  // Once more at the end of the queue, where the batch allows it.
  MISSED: ['ACTIVE', 'CANCELLED', 'REFUNDED'],
  CANCELLED: ['REFUNDED'],
  REFUNDED: [],
  CONVERTED: [],
};
