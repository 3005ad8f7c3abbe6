/** The stages of a service ticket (C4). */
import type { ServiceTicketState } from '#domain/care/care-states.ts';
import type { Stages } from './machine.ts';

export const SERVICE_TICKET_STAGES: Stages<ServiceTicketState> = {
  NEW: { label: 'New', color: 'red' },
  TRIAGED: { label: 'Triaged', color: 'orange' },
  ASSIGNED: { label: 'Assigned', color: 'yellow' },
  IN_PROGRESS: { label: 'In progress', color: 'sky' },
  WAITING_CUSTOMER: { label: 'Waiting for the customer', color: 'purple' },
  RESOLVED: { label: 'Resolved', color: 'turquoise' },
  CLOSED: { label: 'Closed', color: 'green' },
  REOPENED: { label: 'Reopened', color: 'pink' },
};
