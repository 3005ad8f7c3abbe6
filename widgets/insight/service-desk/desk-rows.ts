/** The rules of the service desk: what ends first comes first, what stands comes last, and what may be done. Pure. */
import type { ServiceTicketState } from '#domain/care/care-states.ts';
import { SERVICE_TICKET_TRANSITIONS } from '#domain/care/care-transitions.ts';
import { type TicketDue, ticketDue } from '#domain/care/ticket.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import type { DeskTicket } from './read-desk.ts';

export type DeskRow = TicketDue & { ticket: DeskTicket };

export function deskRow(ticket: DeskTicket, now: number): DeskRow {
  return { ticket, ...ticketDue(ticket, now) };
}

/** By the clock that is left; what promises nothing after that, the oldest first; what stands at the end. */
export function deskRows(tickets: readonly DeskTicket[], now: number): DeskRow[] {
  const end = ({ due }: DeskRow) => (due === null ? Number.POSITIVE_INFINITY : Date.parse(due.by));
  const opened = ({ ticket }: DeskRow) => Date.parse(ticket.openedAt ?? '') || 0;
  return tickets
    .map((ticket) => deskRow(ticket, now))
    .sort(
      (a, b) =>
        Number(a.isPaused) - Number(b.isPaused) ||
        (end(a) === end(b) ? 0 : end(a) - end(b)) ||
        opened(a) - opened(b),
    );
}

export type Press = { label: string; to: ServiceTicketState };

/** What one press does: takes a ticket of nobody or of somebody else, begins with one's own, goes on with a paused one. */
export function pressOf({ state, assigneeId }: DeskTicket, memberId: string): Press | null {
  if (state === null) return null;
  if (state === 'WAITING_CUSTOMER') return { label: msg('Go on'), to: 'IN_PROGRESS' };
  const isMine = assigneeId === memberId;
  if (SERVICE_TICKET_TRANSITIONS[state].includes('IN_PROGRESS'))
    return { label: isMine ? msg('Begin') : msg('Take'), to: 'IN_PROGRESS' };
  if (!isMine && SERVICE_TICKET_TRANSITIONS[state].includes('ASSIGNED'))
    return { label: msg('Take'), to: 'ASSIGNED' };
  return null;
}

/** Nobody has answered the customer yet. */
export function mayAnswer({ respondedAt }: DeskTicket): boolean {
  return respondedAt === null;
}

export function mayResolve({ state }: DeskTicket): boolean {
  return state !== null && SERVICE_TICKET_TRANSITIONS[state].includes('RESOLVED');
}
