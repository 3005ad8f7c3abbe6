/**
 * What goes between us and the customer about a ticket (A096): the feedback that they are given, that they were
 * asked how it was, and what they say.
 *
 * Changes: a ticket. Guard: it is changed only while it is as it was decided on; the request is kept with it.
 * After a crash: it says so or it does not; the same request again finds out.
 */
import * as z from 'zod/mini';
import { ticketClockOf, ticketTitle } from '#domain/care/index.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { Fields } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId } from '../system/input.ts';
import { longText } from './ticket-input.ts';
import { asItIs, isOurs, loadTicket, signed, type TicketRecord } from './ticket-of.ts';

export const MOST_STARS = 5;

const feedbackSchema = z.object({
  requestId,
  serviceTicketId: recordId,
  /** What the customer was told, also where it is not our fault. */
  feedback: longText.check(z.minLength(1, 'must not be empty')),
  /** The customer was asked how it was, too. */
  satisfactionAsked: z.optional(z.boolean('must be true or false')),
});
const rateSchema = z.object({
  requestId,
  serviceTicketId: recordId,
  satisfaction: z
    .int('must be a whole number')
    .check(z.gte(1, 'must be from 1 to 5'), z.lte(MOST_STARS, 'must be from 1 to 5')),
  note: z.optional(longText),
});

type Change = Partial<Fields<'serviceTicket'>>;

export const giveFeedback: Command<
  z.infer<typeof feedbackSchema>,
  TicketRecord,
  Change,
  { serviceTicketId: string; number: string; satisfactionAsked: boolean }
> = {
  name: 'give-feedback',
  room: 'care',
  title: 'Give feedback to the customer',
  right: 'serve',
  schema: feedbackSchema,
  subject: ({ serviceTicketId: id }) => ({ kind: 'serviceTicket', id }),
  load: ({ store }, { serviceTicketId }) => loadTicket(store, serviceTicketId),

  decide(run, input, ticket): Decision<Change> {
    if (ticket.state === 'CLOSED' && !isOurs(run, ticket)) return closed(ticket, 'RESOLVED');
    const now = run.now.toISOString();
    return {
      plan: {
        feedback: input.feedback,
        feedbackAt: now,
        respondedAt: ticket.respondedAt ?? now,
        satisfactionAskedAt: input.satisfactionAsked === true ? now : ticket.satisfactionAskedAt,
      },
    };
  },

  async apply(run, _input, ticket, change) {
    if (!(await written(run, ticket, change))) return refuse({ code: 'BUSY', what: ticketTitle(ticket) });
    const satisfactionAsked = change.satisfactionAskedAt != null;
    const answer = { serviceTicketId: ticket.id, number: ticket.number, satisfactionAsked };
    const message = `The feedback on ${ticketTitle(ticket)} is kept.`;
    return { plan: { answer, message, before: { feedback: ticket.feedback }, after: change } };
  },
};

export const rateTicket: Command<
  z.infer<typeof rateSchema>,
  TicketRecord,
  Change,
  { serviceTicketId: string; number: string; satisfaction: number }
> = {
  name: 'rate-ticket',
  room: 'care',
  title: 'Keep what the customer says',
  right: 'serve',
  schema: rateSchema,
  subject: ({ serviceTicketId: id }) => ({ kind: 'serviceTicket', id }),
  load: ({ store }, { serviceTicketId }) => loadTicket(store, serviceTicketId),

  decide(run, { satisfaction, note }, ticket): Decision<Change> {
    const isDone = ticket.state === 'RESOLVED' || ticket.state === 'CLOSED';
    if (!isDone && !isOurs(run, ticket)) return closed(ticket, 'RESOLVED');
    const now = run.now.toISOString();
    return {
      plan: {
        satisfaction,
        satisfactionNote: note ?? ticket.satisfactionNote,
        satisfactionAskedAt: ticket.satisfactionAskedAt ?? now,
      },
    };
  },

  async apply(run, { satisfaction }, ticket, change) {
    if (!(await written(run, ticket, change))) return refuse({ code: 'BUSY', what: ticketTitle(ticket) });
    const answer = { serviceTicketId: ticket.id, number: ticket.number, satisfaction };
    const message = `${ticketTitle(ticket)}: ${satisfaction} of ${MOST_STARS} is kept.`;
    return { plan: { answer, message, before: { satisfaction: ticket.satisfaction }, after: change } };
  },
};

function closed({ state, ...ticket }: TicketRecord, to: string) {
  return refuse({ code: 'STATE_NOT_ALLOWED', what: ticketTitle(ticket), from: state, to });
}

async function written(run: Run, ticket: TicketRecord, change: Change): Promise<boolean> {
  if (isOurs(run, ticket)) return true;
  const pauses = signed(run, ticketClockOf(ticket.pauses));
  const to = { ...sealedFields('serviceTicket', ticket), ...change, pauses };
  return (await run.store.changeWhere('serviceTicket', asItIs(ticket), to)).length > 0;
}
