/** A service ticket (服务工单): its stages, and how it goes from one to the next (C4). */
import type { ServiceTicketState } from '#domain/care/care-states.ts';
import type { Machine, Stages } from './machine.ts';

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

export const SERVICE_TICKET: Machine<ServiceTicketState> = {
  object: 'serviceTicket',
  title: 'Service ticket',
  about:
    'How far an enquiry, repair, complaint, suggestion or internal request has come. That it is late is a number beside it.',
  first: 'NEW',
  stages: SERVICE_TICKET_STAGES,
  begins: [
    {
      in: 'NEW',
      commands: ['open-ticket'],
      guard:
        'It says who asks; an internal request whose work it is (A095, A102). A web form is signed and counted.',
      rights: ['serve'],
    },
    {
      in: 'ASSIGNED',
      commands: ['open-ticket'],
      guard: 'It is opened for somebody (A098).',
      rights: ['serve'],
    },
  ],
  transitions: [
    {
      commands: ['move-ticket'],
      rights: ['serve'],
      from: ['NEW'],
      to: 'TRIAGED',
      guard:
        'Kind, priority, part and home are looked at; the promise is made of what it turned out to be (A099).',
    },
    {
      commands: ['move-ticket'],
      rights: ['serve'],
      from: ['NEW', 'TRIAGED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED'],
      to: 'ASSIGNED',
      guard: 'It says whose it is (A098).',
    },
    {
      commands: ['move-ticket'],
      rights: ['serve'],
      from: ['NEW', 'TRIAGED', 'ASSIGNED', 'WAITING_CUSTOMER', 'REOPENED'],
      to: 'IN_PROGRESS',
      guard:
        'Somebody works on it, which is the answer; after waiting the clock goes on where it stood (C4).',
    },
    {
      commands: ['move-ticket'],
      rights: ['serve'],
      from: ['ASSIGNED', 'IN_PROGRESS', 'REOPENED'],
      to: 'WAITING_CUSTOMER',
      guard: 'The customer has to answer, and the clock stands (C4).',
    },
    {
      commands: ['move-ticket'],
      rights: ['serve'],
      from: ['ASSIGNED', 'IN_PROGRESS', 'WAITING_CUSTOMER', 'REOPENED'],
      to: 'RESOLVED',
      guard: 'It says what was done (A097).',
    },
    {
      commands: ['move-ticket'],
      rights: ['serve'],
      from: ['RESOLVED'],
      to: 'CLOSED',
      guard: 'Of a complaint the customer was given feedback and was asked how it was (A096).',
    },
    {
      commands: ['move-ticket'],
      rights: ['serve'],
      from: ['RESOLVED', 'CLOSED'],
      to: 'REOPENED',
      guard: 'It is not as the customer needs it; the clock stood since it was resolved (C4).',
    },
  ],
};
