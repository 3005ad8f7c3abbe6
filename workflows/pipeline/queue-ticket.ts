/** A queue ticket (排号): whose turn it is to choose a unit of a release batch (C4, D6). */
import type { TicketState } from '#domain/deal/ticket-states.ts';
import type { Machine, Stages } from './machine.ts';

export const QUEUE_TICKET_STAGES: Stages<TicketState> = {
  DRAFT: { label: 'Draft', color: 'gray' },
  ACTIVE: { label: 'In the queue', color: 'blue' },
  CALLED: { label: 'Called', color: 'orange' },
  SELECTED: { label: 'Has chosen', color: 'yellow' },
  MISSED: { label: 'Missed', color: 'red' },
  CONVERTED: { label: 'Reservation made', color: 'green' },
  CANCELLED: { label: 'Cancelled', color: 'gray' },
  REFUNDED: { label: 'Refunded', color: 'purple' },
};

export const QUEUE_TICKET: Machine<TicketState> = {
  object: 'queueTicket',
  title: 'Queue ticket',
  about: 'How far a buyer has come from taking a number to a unit.',
  first: 'DRAFT',
  stages: QUEUE_TICKET_STAGES,
  begins: [
    {
      in: 'DRAFT',
      commands: ['take-ticket'],
      guard: 'The batch sells by queue or lottery, and numbers are given once and without gaps (C4).',
      rights: ['sell'],
    },
  ],
  transitions: [
    {
      from: ['DRAFT'],
      to: 'ACTIVE',
      commands: ['activate-ticket'],
      guard: 'Earnest money is asked only with a valid pre-sale permit, and then it has to be paid (D6).',
      rights: ['sell', 'controlSales', 'keepAccounts'],
    },
    {
      from: ['ACTIVE'],
      to: 'CALLED',
      commands: ['call-next-ticket'],
      guard: 'The batch is open and this is the lowest one in the order of calling that waits (C4).',
      rights: ['sell', 'controlSales'],
    },
    {
      from: ['CALLED'],
      to: 'SELECTED',
      commands: ['choose-unit'],
      guard: 'The lock of the unit is won before the deadline (C3, C4).',
      rights: ['sell', 'controlSales'],
    },
    {
      from: ['CALLED', 'SELECTED'],
      to: 'MISSED',
      commands: ['miss-ticket'],
      guard: 'The deadline has passed; a unit that was chosen is free again (C4).',
      rights: ['sell', 'controlSales'],
    },
    {
      from: ['MISSED'],
      to: 'ACTIVE',
      commands: ['requeue-ticket'],
      guard: 'The batch allows it still, at the end of the queue (C4).',
      rights: ['sell', 'controlSales'],
    },
    {
      from: ['SELECTED'],
      to: 'CONVERTED',
      commands: ['reserve-unit', 'reserve-bundle'],
      guard: 'The reservation takes the lock over from the ticket, for the same buyer (C3, C4).',
      rights: ['sell'],
    },
    {
      from: ['DRAFT', 'ACTIVE', 'CALLED', 'SELECTED', 'MISSED'],
      to: 'CANCELLED',
      commands: ['cancel-ticket'],
      guard: 'A reason is given; a chosen unit is free again (C4).',
      rights: ['sell', 'controlSales'],
    },
    {
      from: ['ACTIVE', 'MISSED', 'CANCELLED'],
      to: 'REFUNDED',
      commands: ['refund-ticket'],
      guard: 'The earnest money goes back in full, once; who is called is cancelled first (C4, D6).',
      rights: ['keepAccounts', 'approveMoney', 'sell', 'controlSales'],
    },
  ],
};
