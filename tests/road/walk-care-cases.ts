/** Rows of the walk for service tickets: moved, answered, rated, escalated. */
import { giveFeedback, rateTicket } from '#commands/care/answer-ticket.ts';
import { escalateTicket } from '#commands/care/escalate-tickets.ts';
import { moveTicket } from '#commands/care/move-ticket.ts';
import { RUNNING_TICKETS, SERVICE_TICKET_TRANSITIONS, type ServiceTicketState } from '#domain/care/index.ts';
import type { Make, WalkCase } from './walk-world.ts';

const LONG_AGO = '2025-03-03T09:00:00.000Z';
const STATES = Object.keys(SERVICE_TICKET_TRANSITIONS) as ServiceTicketState[];

const ofTicket =
  (rest: Record<string, unknown>): Make =>
  async (world) => {
    const times = { openedAt: LONG_AGO, respondBy: LONG_AGO, resolveBy: LONG_AGO, resolvedAt: LONG_AGO };
    const values = { number: `W-${crypto.randomUUID()}`, kind: 'REPAIR', pausedAt: LONG_AGO, ...times };
    const id = await world.make('serviceTicket', values);
    const assigneeId = world.ground.workspace.members[0]?.id;
    return { id, input: { serviceTicketId: id, ...rest, ...(rest.to === 'ASSIGNED' ? { assigneeId } : {}) } };
  };

const TICKET = { object: 'serviceTicket', refusedWith: 'STATE_NOT_ALLOWED' } as const;

export const CARE_WALK: readonly WalkCase[] = [
  ...STATES.map((to) => ({
    ...TICKET,
    command: moveTicket,
    to,
    make: ofTicket({ to, resolution: 'The tap is sealed' }),
  })),
  {
    ...TICKET,
    command: giveFeedback,
    from: STATES.filter((state) => state !== 'CLOSED'),
    make: ofTicket({ feedback: 'The plumber comes on Monday' }),
  },
  {
    ...TICKET,
    command: rateTicket,
    from: ['RESOLVED', 'CLOSED'],
    make: ofTicket({ satisfaction: 4 }),
  },
  { ...TICKET, command: escalateTicket, from: RUNNING_TICKETS, isOnce: true, make: ofTicket({}) },
];
