/** Findings: tickets that will soon be late, and complaints that wait for their feedback (A096). Reads only. */
import * as z from 'zod/mini';
import { closingNeeds, RUNNING_TICKETS, ticketTitle } from '#domain/care/index.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { type Finding, type Found, hoursFrom, type Looking, setting } from '../system/finding.ts';
import { ratingLink } from './rating.ts';

const breachingSchema = z.object({ withinHours: setting(2, 168) });
const feedbackSchema = z.object({ afterHours: setting(4, 720) });

type Ticket = RecordOf<'serviceTicket'>;

export const findBreachingTickets: Finding<z.infer<typeof breachingSchema>> = {
  name: 'find-breaching-tickets',
  title: 'Find tickets about to be late',
  schema: breachingSchema,

  async find({ store, clock }, { withinHours }) {
    const now = clock.now().toISOString();
    const soon = { gte: now, lte: hoursFrom(clock.now(), withinHours) };
    const state = { in: RUNNING_TICKETS };
    const { unresolved } = await store.read({
      unresolved: { object: 'serviceTicket', filter: { state, resolveBy: soon } },
    });
    const { unanswered } = await store.read({
      unanswered: { object: 'serviceTicket', filter: { state, respondedAt: null, respondBy: soon } },
    });
    const items = [
      ...unanswered.map((ticket) => found(ticket, 'answer', ticket.respondBy)),
      ...unresolved.map((ticket) => found(ticket, 'resolve', ticket.resolveBy)),
    ];
    return { plan: items };
  },
};

/** A deadline that a pause has moved is another one. */
function found(ticket: Ticket, what: string, due: string | null): Found {
  return {
    occasion: `ticket about to be late ${what} ${due ?? ''}`,
    object: 'serviceTicket',
    recordId: ticket.id,
    label: [ticketTitle(ticket), ticket.contactName].filter(Boolean).join(' · '),
    assigneeId: ticket.assigneeId,
    dueAt: due,
  };
}

export const findComplaintsWithoutFeedback: Finding<z.infer<typeof feedbackSchema>> = {
  name: 'find-complaints-without-feedback',
  title: 'Find complaints that wait for feedback',
  schema: feedbackSchema,

  async find({ store, clock, links }, { afterHours }) {
    const { resolved } = await store.read({
      resolved: {
        object: 'serviceTicket',
        filter: {
          kind: 'COMPLAINT',
          state: 'RESOLVED',
          resolvedAt: { lte: hoursFrom(clock.now(), -afterHours) },
        },
      },
    });
    const items = resolved
      .filter((ticket) => closingNeeds(ticket).length > 0)
      .map(
        (ticket): Found => ({
          occasion: `complaint waits for feedback ${ticket.resolvedAt ?? ''}`,
          object: 'serviceTicket',
          recordId: ticket.id,
          label: [ticketTitle(ticket), ticket.contactName, ticket.contactPhone].filter(Boolean).join(' · '),
          details: [ticket.resolution, linkTo(ticket, links, clock.now())].filter(Boolean).join('\n'),
          assigneeId: ticket.assigneeId,
          dueAt: null,
        }),
      );
    return { plan: items };
  },
};

/** By which the customer says how it was; none where links cannot be signed. */
function linkTo(ticket: Ticket, links: Looking['links'], now: Date): string {
  const link = ratingLink(ticket, links, now);
  return isRefused(link) ? '' : link.plan.url;
}
