/** Which state a service ticket may go to from which (C4). That it is escalated is a number beside the state. */
import type { Transitions } from '#domain/shared/state-machine.ts';
import type { ServiceTicketState } from './care-states.ts';

export const SERVICE_TICKET_TRANSITIONS: Transitions<ServiceTicketState> = {
  NEW: ['TRIAGED', 'ASSIGNED', 'IN_PROGRESS'],
  TRIAGED: ['ASSIGNED', 'IN_PROGRESS'],
  // Given to somebody else it is assigned again.
  ASSIGNED: ['ASSIGNED', 'IN_PROGRESS', 'WAITING_CUSTOMER', 'RESOLVED'],
  IN_PROGRESS: ['ASSIGNED', 'WAITING_CUSTOMER', 'RESOLVED'],
  WAITING_CUSTOMER: ['IN_PROGRESS', 'RESOLVED'],
  RESOLVED: ['CLOSED', 'REOPENED'],
  CLOSED: ['REOPENED'],
  REOPENED: ['ASSIGNED', 'IN_PROGRESS', 'WAITING_CUSTOMER', 'RESOLVED'],
};

/** Somebody still has to do something. */
export const OPEN_TICKETS: readonly ServiceTicketState[] = [
  'NEW',
  'TRIAGED',
  'ASSIGNED',
  'IN_PROGRESS',
  'WAITING_CUSTOMER',
  'REOPENED',
];

/** The clock runs: we are the ones who have to do it. */
export const RUNNING_TICKETS: readonly ServiceTicketState[] = OPEN_TICKETS.filter(
  (state) => state !== 'WAITING_CUSTOMER',
);
