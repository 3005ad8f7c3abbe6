/**
 * What is late goes up (A098): one level for each promise that was broken, once, and a task for whom it goes to.
 *
 * Changes: tickets that are late; tasks of Twenty. Guard: a ticket is changed only while it is as it was decided
 * on; what was told of before is told by the moment of the last escalation. After a crash: the next run goes on.
 */
import * as z from 'zod/mini';
import { newBreachesOf, RUNNING_TICKETS, ticketClockOf, ticketTitle } from '#domain/care/index.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import { RIGHTS } from '#domain/system/index.ts';
import type { Fields } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Tasks } from '#port/tasks.ts';
import { carryOut } from '../system/carry-out.ts';
import type { Command } from '../system/command.ts';
import { type Found, momentText } from '../system/finding.ts';
import { recordId, requestId } from '../system/input.ts';
import { AT_ONCE, eachItem, type Job, type JobReport, KEYTURN } from '../system/jobs.ts';
import { leaveTasks } from '../system/leave-tasks.ts';
import { derivedId } from '../system/request-ids.ts';
import { asItIs, isOurs, loadTicket, signed, type TicketRecord } from './ticket-of.ts';

const schema = z.object({ requestId, serviceTicketId: recordId });

type Answer = { serviceTicketId: string; number: string; escalation: number };

export const escalateTicket: Command<
  z.infer<typeof schema>,
  TicketRecord,
  Partial<Fields<'serviceTicket'>>,
  Answer
> = {
  name: 'escalate-ticket',
  room: 'care',
  title: 'Escalate service ticket',
  right: 'serve',
  schema,
  subject: ({ serviceTicketId: id }) => ({ kind: 'serviceTicket', id }),
  load: ({ store }, { serviceTicketId }) => loadTicket(store, serviceTicketId),

  decide(run, _input, ticket): Decision<Partial<Fields<'serviceTicket'>>> {
    if (isOurs(run, ticket)) return { plan: {} };
    if (!RUNNING_TICKETS.includes(ticket.state)) {
      const { state: from } = ticket;
      return refuse({ code: 'STATE_NOT_ALLOWED', what: ticketTitle(ticket), from, to: 'escalated' });
    }
    const breaches = newBreachesOf(ticket, run.now);
    if (breaches.length === 0) {
      const until = (ticket.respondedAt === null ? ticket.respondBy : null) ?? ticket.resolveBy ?? '';
      return refuse({ code: 'TIME_NOT_OVER', what: ticketTitle(ticket), until });
    }
    const escalation = (ticket.escalation ?? 0) + breaches.length;
    return { plan: { escalation, escalatedAt: run.now.toISOString() } };
  },

  async apply(run, _input, ticket, change) {
    if (!isOurs(run, ticket)) {
      const pauses = signed(run, ticketClockOf(ticket.pauses));
      const to = { ...sealedFields('serviceTicket', ticket), ...change, pauses };
      const changed = await run.store.changeWhere('serviceTicket', asItIs(ticket), to);
      if (changed.length === 0) return refuse({ code: 'BUSY', what: ticketTitle(ticket) });
    }
    const escalation = change.escalation ?? ticket.escalation ?? 0;
    const answer = { serviceTicketId: ticket.id, number: ticket.number, escalation };
    const message = `${ticketTitle(ticket)} is late and goes to level ${escalation}.`;
    return { plan: { answer, message, before: { escalation: ticket.escalation }, after: answer } };
  },
};

/** Every ticket that is late and of which nobody was told. */
export async function escalateTickets({ store, clock, tasks }: Job & { tasks: Tasks }): Promise<JobReport> {
  const now = clock.now();
  const late = { in: RUNNING_TICKETS };
  const before = now.toISOString();
  // One object, two questions: each ticket may be late in either way.
  const { unresolved } = await store.read({
    unresolved: {
      object: 'serviceTicket',
      filter: { state: late, resolveBy: { lt: before } },
      limit: AT_ONCE,
    },
  });
  const { unanswered } = await store.read({
    unanswered: {
      object: 'serviceTicket',
      filter: { state: late, respondedAt: null, respondBy: { lt: before } },
      limit: AT_ONCE,
    },
  });
  const all = new Map([...unresolved, ...unanswered].map((ticket) => [ticket.id, ticket]));
  const due = [...all.values()].filter((ticket) => newBreachesOf(ticket, now).length > 0);
  const report = await eachItem('escalate-tickets', due, ticketTitle, async (ticket) => {
    const context = { store, clock, actor: KEYTURN, rights: new Set(RIGHTS) };
    const requestId = derivedId(
      'escalate',
      ticket.id,
      ...newBreachesOf(ticket, now).map(({ since }) => since),
    );
    return !isRefused(await carryOut(escalateTicket, context, { requestId, serviceTicketId: ticket.id }));
  });
  await tell({ store, clock, tasks });
  return report;
}

/** Tells of what went up lately, in this run or in one that was cut off before it could. */
async function tell({ store, clock, tasks }: Job & { tasks: Tasks }): Promise<void> {
  const items = await findEscalated({ store, clock });
  if (items.length === 0) return;
  const left = await leaveTasks({ tasks, clock }, { items, title: 'Late 超时', dueInDays: 1 });
  if (isRefused(left)) throw new Error(JSON.stringify(left.refused));
}

const LATELY_MS = 2 * 86_400_000;

export async function findEscalated({ store, clock }: Job): Promise<Found[]> {
  const since = new Date(clock.now().getTime() - LATELY_MS).toISOString();
  const { tickets, levels } = await store.read({
    tickets: {
      object: 'serviceTicket',
      filter: { state: { in: RUNNING_TICKETS }, escalatedAt: { gt: since } },
      limit: AT_ONCE,
    },
    levels: { object: 'serviceLevel', filter: {} },
  });
  const goesTo = new Map(levels.map(({ id, escalateToId }) => [id, escalateToId]));
  return tickets.map((ticket) => ({
    occasion: `ticket escalated ${ticket.escalation ?? 0} ${ticket.escalatedAt ?? ''}`,
    object: 'serviceTicket',
    recordId: ticket.id,
    label: [ticketTitle(ticket), `↑${ticket.escalation ?? 0}`, ticket.department].filter(Boolean).join(' · '),
    details: ticket.resolveBy === null ? '' : momentText(ticket.resolveBy),
    assigneeId: goesTo.get(ticketClockOf(ticket.pauses).levelId ?? '') ?? ticket.assigneeId,
    dueAt: null,
  }));
}
