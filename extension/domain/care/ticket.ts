/**
 * A service ticket through its states (C4): its clock, when it is late, and what it needs to be closed. The promise
 * (the level's minutes) is kept with the ticket, so that a level that is edited later breaks no promise of before.
 */
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import type { ServiceClock, ServiceTicketState, TicketKind } from './care-states.ts';
import { RUNNING_TICKETS, SERVICE_TICKET_TRANSITIONS } from './care-transitions.ts';
import { type ClockTerms, dueAt, type Pause, type ServiceHours } from './service-clock.ts';

/** What was promised when the ticket was opened, and when the clock stood. */
export type TicketClock = {
  levelId: string | null;
  level: string;
  clock: ServiceClock;
  respondMinutes: number | null;
  resolveMinutes: number | null;
  pauses: Pause[];
  /** The requests that changed the ticket last, so that one that was cut off knows its own work. */
  moves: string[];
};

export const NO_PROMISE: TicketClock = {
  levelId: null,
  level: '',
  clock: 'WORKING_HOURS',
  respondMinutes: null,
  resolveMinutes: null,
  pauses: [],
  moves: [],
};

/** Reads what is kept with a ticket; whatever else is there counts as no promise. */
export function ticketClockOf(kept: unknown): TicketClock {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return NO_PROMISE;
  const { pauses, moves, ...rest } = kept as Partial<TicketClock>;
  const lists = { pauses: Array.isArray(pauses) ? pauses : [], moves: Array.isArray(moves) ? moves : [] };
  return { ...NO_PROMISE, ...rest, ...lists };
}

export type Ticket = {
  number: string;
  name: string;
  kind: TicketKind;
  state: ServiceTicketState;
  openedAt: string | null;
  respondBy: string | null;
  resolveBy: string | null;
  respondedAt: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
  pausedAt: string | null;
  pauses: unknown;
  assigneeId: string | null;
  resolution: string;
  escalation: number | null;
  escalatedAt: string | null;
  feedbackAt: string | null;
  satisfactionAskedAt: string | null;
  satisfaction: number | null;
  reopened: number | null;
};

export function ticketTitle({ number, name }: Pick<Ticket, 'number' | 'name'>): string {
  return [number, name].filter(Boolean).join(' · ');
}

export type Deadlines = { respondBy: string | null; resolveBy: string | null };

/** When it has to be answered and resolved; null where nothing is promised or the clock never gets there. */
export function deadlinesOf(promise: TicketClock, openedAt: Date, hours: ServiceHours): Deadlines {
  const terms: ClockTerms = { clock: promise.clock, hours };
  const due = (minutes: number | null) =>
    minutes === null ? null : (dueAt(openedAt, minutes, terms, promise.pauses)?.toISOString() ?? null);
  return { respondBy: due(promise.respondMinutes), resolveBy: due(promise.resolveMinutes) };
}

export type TicketMove = {
  to: ServiceTicketState;
  /** Who is to do it; without it who moves the ticket, or who has it. */
  assigneeId: string | null;
  resolution: string | null;
  at: Date;
};

export type TicketChange = Pick<
  Ticket,
  | 'state'
  | 'assigneeId'
  | 'respondedAt'
  | 'resolvedAt'
  | 'closedAt'
  | 'pausedAt'
  | 'resolution'
  | 'reopened'
  | 'respondBy'
  | 'resolveBy'
> & { pauses: TicketClock };

/** Whoever works on it, asks back or has resolved it has answered. */
const ANSWERS: readonly ServiceTicketState[] = ['IN_PROGRESS', 'WAITING_CUSTOMER', 'RESOLVED'];

export function decideMove(ticket: Ticket, move: TicketMove, hours: ServiceHours): Decision<TicketChange> {
  const { to, at } = move;
  if (!canGo(SERVICE_TICKET_TRANSITIONS, ticket.state, to))
    return refuse({ code: 'STATE_NOT_ALLOWED', what: ticketTitle(ticket), from: ticket.state, to });
  if (to === 'ASSIGNED' && move.assigneeId === null)
    return refuse({ code: 'INVALID_INPUT', field: 'assigneeId', problem: 'must say whose it is' });
  if (to === 'RESOLVED' && (move.resolution ?? '') === '')
    return refuse({ code: 'INVALID_INPUT', field: 'resolution', problem: 'must say what was done' });
  const missing = to === 'CLOSED' ? closingNeeds(ticket) : [];
  if (missing.length > 0)
    return refuse({
      code: 'TICKET_FEEDBACK_FIRST',
      ticket: ticketTitle(ticket),
      missing: missing.join(', '),
    });
  const now = at.toISOString();
  const promise = withPause(ticket, to, now);
  const isMoved = promise.pauses.length !== ticketClockOf(ticket.pauses).pauses.length;
  const due = isMoved ? deadlinesOf(promise, new Date(ticket.openedAt ?? at), hours) : ticket;
  return {
    plan: {
      state: to,
      assigneeId: move.assigneeId ?? ticket.assigneeId,
      respondedAt: ticket.respondedAt ?? (ANSWERS.includes(to) ? now : null),
      resolvedAt: to === 'RESOLVED' ? now : to === 'REOPENED' ? null : ticket.resolvedAt,
      closedAt: to === 'CLOSED' ? now : null,
      pausedAt: to === 'WAITING_CUSTOMER' ? now : null,
      resolution: to === 'RESOLVED' ? (move.resolution ?? '') : ticket.resolution,
      reopened: (ticket.reopened ?? 0) + (to === 'REOPENED' ? 1 : 0),
      // What was promised for the answer is not moved once it is given.
      respondBy: ticket.respondedAt === null ? due.respondBy : ticket.respondBy,
      resolveBy: due.resolveBy,
      pauses: promise,
    },
  };
}

/** The clock stood while the customer was waited for, and from when it was resolved until it was opened again. */
function withPause(ticket: Ticket, to: ServiceTicketState, now: string): TicketClock {
  const promise = ticketClockOf(ticket.pauses);
  const ends: Pause | null =
    ticket.state === 'WAITING_CUSTOMER' && ticket.pausedAt !== null
      ? { from: ticket.pausedAt, to: now, why: 'CUSTOMER' }
      : to === 'REOPENED' && ticket.resolvedAt !== null
        ? { from: ticket.resolvedAt, to: now, why: 'RESOLVED' }
        : null;
  return ends === null ? promise : { ...promise, pauses: [...promise.pauses, ends] };
}

export type ClosingNeed = 'feedback' | 'satisfaction';

/** A096: a complaint is closed only after the customer was told what came of it and was asked how it was. */
export function closingNeeds({ kind, feedbackAt, satisfactionAskedAt, satisfaction }: Ticket): ClosingNeed[] {
  if (kind !== 'COMPLAINT') return [];
  const isAsked = satisfactionAskedAt !== null || satisfaction !== null;
  return [
    ...(feedbackAt === null ? (['feedback'] as const) : []),
    ...(isAsked ? [] : (['satisfaction'] as const)),
  ];
}

export type Breach = 'RESPONSE' | 'RESOLUTION';

/** What is late by now, with the moment since when. A clock that stands makes nothing late. */
export function breachesOf(ticket: Ticket, now: Date): { breach: Breach; since: string }[] {
  if (!RUNNING_TICKETS.includes(ticket.state)) return [];
  const isOver = (due: string | null): due is string => due !== null && Date.parse(due) < now.getTime();
  const { respondBy, resolveBy, respondedAt } = ticket;
  return [
    ...(respondedAt === null && isOver(respondBy) ? [{ breach: 'RESPONSE' as const, since: respondBy }] : []),
    ...(isOver(resolveBy) ? [{ breach: 'RESOLUTION' as const, since: resolveBy }] : []),
  ];
}

/** Those that nobody was told of yet: what came after the last escalation. */
export function newBreachesOf(ticket: Ticket, now: Date): ReturnType<typeof breachesOf> {
  const { escalatedAt } = ticket;
  return breachesOf(ticket, now).filter(
    ({ since }) => escalatedAt === null || Date.parse(since) > Date.parse(escalatedAt),
  );
}

export type TicketDue = {
  /** What runs out next: the answer, and once that is given the resolution; null where nothing is promised. */
  due: { what: 'ANSWER' | 'RESOLUTION'; by: string } | null;
  isLate: boolean;
  /** The customer is waited for: the clock stands. */
  isPaused: boolean;
};

type Dated = { state: ServiceTicketState | null } & Pick<Ticket, 'respondBy' | 'resolveBy' | 'respondedAt'>;

/** The deadline of an open ticket that presses now; `now` in milliseconds. */
export function ticketDue({ respondBy, respondedAt, resolveBy, state }: Dated, now: number): TicketDue {
  const ends = [
    ...(respondedAt === null && respondBy !== null ? [{ what: 'ANSWER' as const, by: respondBy }] : []),
    ...(resolveBy === null ? [] : [{ what: 'RESOLUTION' as const, by: resolveBy }]),
  ].sort((a, b) => Date.parse(a.by) - Date.parse(b.by));
  const [due = null] = ends;
  const isPaused = state === 'WAITING_CUSTOMER';
  return { due, isPaused, isLate: !isPaused && due !== null && Date.parse(due.by) < now };
}
