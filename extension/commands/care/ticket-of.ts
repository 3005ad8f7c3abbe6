/** A ticket as the commands on it read it, and how one is numbered and guarded. Reads only. */
import { type TicketClock, ticketClockOf } from '#domain/care/index.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import type { Run } from '../system/command.ts';

export type TicketRecord = RecordOf<'serviceTicket'>;

export async function loadTicket(store: Pick<Store, 'read'>, id: string): Promise<Decision<TicketRecord>> {
  const { tickets } = await store.read({ tickets: { object: 'serviceTicket', filter: { id } } });
  const [ticket] = tickets;
  return ticket === undefined ? refuse({ code: 'NOT_FOUND', what: 'service ticket', id }) : { plan: ticket };
}

/** Short enough to be said on the telephone: "T-3F2A-91BC". */
export function numberOf(id: string): string {
  const digits = id.replaceAll('-', '').toUpperCase();
  return `T-${digits.slice(0, 4)}-${digits.slice(4, 8)}`;
}

/** Its sealed fields are written together, so all that others may have changed meanwhile has to be as it was. */
export function asItIs(ticket: TicketRecord) {
  const { id, state, assigneeId, escalation, satisfaction, duplicates } = ticket;
  return {
    id,
    state,
    assigneeId,
    escalation,
    satisfaction,
    duplicates,
    resolveBy: moment(ticket.resolveBy),
    feedbackAt: moment(ticket.feedbackAt),
    satisfactionAskedAt: moment(ticket.satisfactionAskedAt),
  };
}

/** Twenty cannot guard an update by an instant being equal (platform rule): by two bounds it can. */
function moment(instant: string | null) {
  return instant === null ? null : { gte: instant, lte: instant };
}

/** Who goes on after a crash knows its own work by the request that is kept with the ticket. */
export function isOurs(run: Run, ticket: TicketRecord): boolean {
  return run.isResumed && ticketClockOf(ticket.pauses).moves.includes(run.requestId);
}

const MOST_MOVES = 10;

export function signed(run: Run, promise: TicketClock): TicketClock {
  return { ...promise, moves: [...promise.moves, run.requestId].slice(-MOST_MOVES) };
}
