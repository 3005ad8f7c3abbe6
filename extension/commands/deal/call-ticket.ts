/**
 * Whose turn it is (叫号, C4): call-next-ticket, miss-ticket, requeue-ticket.
 *
 * Changes: a ticket's state, deadline and place in the order; of a missed one that had chosen, its unit goes
 * free. Guard: a ticket is called only while it waits, so two clerks at once call two tickets, the first ones;
 * a missed one's lock is freed only while the ticket has it. The ticket keeps the request that moved it.
 * After a crash: called or not called; the same request again finds the ticket that it called.
 */
import * as z from 'zod/mini';
import { byCallOrder, decideCall, decideMiss, decideRequeue } from '#domain/deal/index.ts';
import { refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId } from '../system/input.ts';
import { type Batch, loadBatch, loadTicket, type TicketSnapshot } from './ticket-of.ts';
import { freeLock, hasGoneOn, lockOf, missTicketRow, showFree } from './unit-lock.ts';

const callSchema = z.object({ requestId, batchId: recordId });
const ticketSchema = z.object({ requestId, ticketId: recordId });
type TicketInput = z.infer<typeof ticketSchema>;
type TicketAnswer = { ticketId: string; ticket: string; state: string };
type CallAnswer = TicketAnswer & { number: number; buyer: string; deadline: string };

/** Tickets looked at in one go: more than there are clerks. */
const NEXT = 50;
const MOST_LOOKS = 20;

export const callNextTicket: Command<z.infer<typeof callSchema>, Batch, { deadline: Date }, CallAnswer> = {
  name: 'call-next-ticket',
  room: 'deal',
  title: 'Call next ticket',
  right: 'sell',
  schema: callSchema,
  subject: ({ batchId }) => ({ kind: 'releaseBatch', id: batchId }),
  load: ({ store }, { batchId }) => loadBatch(store, batchId),
  decide: (run, _input, batch) => decideCall(batch, run.now),

  async apply(run, _input, batch, { deadline }) {
    const ticket =
      (run.isResumed ? await calledBy(run, batch) : null) ?? (await callOne(run, batch, deadline));
    if (ticket === null) return refuse({ code: 'QUEUE_EMPTY', batch: batch.name });
    const until = deadline.toISOString();
    const answer = {
      ticketId: ticket.id,
      ticket: ticket.name,
      state: 'CALLED',
      number: ticket.number ?? 0,
      buyer: ticket.buyerName,
      deadline: until,
    };
    const message = `${ticket.name} (${ticket.buyerName}) is called and may choose until ${until.slice(11, 16)} UTC.`;
    return { plan: { answer, message, after: answer } };
  },
};

/** The first that waits. Who loses it to another clerk takes the next one; nobody is passed over. */
async function callOne(run: Run, batch: Batch, deadline: Date): Promise<RecordOf<'queueTicket'> | null> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const waiting = await waitingIn(run.store, batch.id);
    for (const ticket of waiting) {
      const { id, callOrder } = ticket;
      const to = {
        ...sealedFields('queueTicket', ticket),
        state: 'CALLED',
        calledAt: run.now.toISOString(),
        deadline: deadline.toISOString(),
        requestKey: run.requestId,
      } as const;
      const called = await run.store.changeWhere('queueTicket', { id, state: 'ACTIVE', callOrder }, to);
      if (called.length > 0) return ticket;
    }
    if (waiting.length === 0) return null;
  }
  return null;
}

async function waitingIn(store: Store, releaseBatchId: string): Promise<RecordOf<'queueTicket'>[]> {
  const { waiting } = await store.read({
    waiting: {
      object: 'queueTicket',
      filter: { releaseBatchId, state: 'ACTIVE' },
      orderBy: { callOrder: 'ASC', number: 'ASC' },
      limit: NEXT,
    },
  });
  return waiting.sort(byCallOrder);
}

/** The ticket that an earlier run of this request called, also when it has gone on since. */
async function calledBy({ store, now, requestId: ours }: Run, batch: Batch) {
  const filter = { releaseBatchId: batch.id, calledAt: now.toISOString() };
  const { called } = await store.read({ called: { object: 'queueTicket', filter } });
  return called.find(({ requestKey }) => requestKey === ours) ?? called[0] ?? null;
}

export const missTicket: Command<TicketInput, TicketSnapshot, null, TicketAnswer> = {
  name: 'miss-ticket',
  room: 'deal',
  title: 'Miss queue ticket',
  right: 'sell',
  schema: ticketSchema,
  subject: ({ ticketId }) => ({ kind: 'queueTicket', id: ticketId }),
  load: ({ store }, { ticketId }) => loadTicket(store, ticketId),
  decide: (run, _input, { ticket }) =>
    run.isResumed && ticket.state === 'MISSED' ? { plan: null } : decideMiss(ticket, run.now),

  async apply(run, _input, { ticket }) {
    const stays = await giveUpUnit(run.store, ticket);
    if (!stays) return refuse({ code: 'TICKET_CLOSED', ticket: ticket.name, state: 'CONVERTED' });
    const isMissed = await missTicketRow(run.store, ticket);
    if (!isMissed && ticket.state !== 'MISSED') return refuse({ code: 'BUSY', what: ticket.name });
    const answer = { ticketId: ticket.id, ticket: ticket.name, state: 'MISSED' };
    const message = `The ticket ${ticket.name} has missed its turn.`;
    return { plan: { answer, message, before: { state: ticket.state }, after: { state: 'MISSED' } } };
  },
};

/** Frees the unit that a ticket has chosen; resolves to false when its lock has gone on to a reservation. */
export async function giveUpUnit(store: Store, ticket: RecordOf<'queueTicket'>): Promise<boolean> {
  const unitId = ticket.state === 'SELECTED' ? ticket.chosenUnitId : null;
  if (unitId === null) return true;
  const holder = await freeLock(store, await lockOf(store, unitId), unitId, ticket.id);
  // Before the ticket forgets what it had chosen, so that a run that is cut off still knows.
  if (holder === null) await showFree(store, unitId);
  return !hasGoneOn(holder, ticket);
}

export const requeueTicket: Command<TicketInput, TicketSnapshot, null, TicketAnswer> = {
  name: 'requeue-ticket',
  room: 'deal',
  title: 'Put ticket back into queue',
  right: 'sell',
  dealOf: ({ ticket }) => ticket,
  schema: ticketSchema,
  subject: ({ ticketId }) => ({ kind: 'queueTicket', id: ticketId }),
  load: ({ store }, { ticketId }) => loadTicket(store, ticketId),
  decide: (run, _input, { ticket, batch }) =>
    isBack(run, ticket) ? { plan: null } : decideRequeue(batch, ticket),

  async apply(run, _input, { ticket, batch }) {
    if (!isBack(run, ticket)) {
      const { last } = await run.store.read({
        last: {
          object: 'queueTicket',
          filter: { releaseBatchId: batch.id, callOrder: { gt: 0 } },
          orderBy: { callOrder: 'DESC' },
          limit: 1,
        },
      });
      const to = {
        ...sealedFields('queueTicket', ticket),
        state: 'ACTIVE',
        callOrder: (last[0]?.callOrder ?? 0) + 1,
        calledAt: null,
        deadline: null,
        requestKey: run.requestId,
      } as const;
      const back = await run.store.changeWhere('queueTicket', { id: ticket.id, state: 'MISSED' }, to);
      if (back.length === 0) return refuse({ code: 'BUSY', what: ticket.name });
    }
    const answer = { ticketId: ticket.id, ticket: ticket.name, state: 'ACTIVE' };
    const message = `The ticket ${ticket.name} waits again, at the end of the queue.`;
    return { plan: { answer, message, before: { state: ticket.state }, after: { state: 'ACTIVE' } } };
  },
};

function isBack(
  { isResumed, requestId: ours }: Run,
  { state, requestKey }: RecordOf<'queueTicket'>,
): boolean {
  return isResumed && state === 'ACTIVE' && requestKey === ours;
}
