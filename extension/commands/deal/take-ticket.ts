/**
 * A place in the queue of a release batch (C4): take-ticket, activate-ticket.
 *
 * Changes: a ticket. Guard: its number in the batch is a unique key, claimed one after the other, so that
 * numbers have no gap and none is given twice; a buyer's live ticket of a batch is another unique key.
 * After a crash: the ticket stands with its number or not at all; the same request again finds it.
 */
import * as z from 'zod/mini';
import { batchRefusal, decideActivate, ticketKeys } from '#domain/deal/index.ts';
import { permitRefusal } from '#domain/inventory/index.ts';
import { isPositive, NO_CURRENCY, zero } from '#domain/shared/money.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, text } from '../system/input.ts';
import { type Batch, loadBatch, loadTicket, type TicketSnapshot } from './ticket-of.ts';

/** Nobody loses so many races for a number; what goes on longer is no race. */
const MOST_TRIES = 500;

const takeSchema = z.object({
  requestId,
  batchId: recordId,
  buyerId: recordId,
  /** The units that the buyer would like, in words, the dearest first. */
  wishes: z.optional(text),
  salespersonId: z.optional(recordId),
});
const activateSchema = z.object({ requestId, ticketId: recordId });

type TakeInput = z.infer<typeof takeSchema>;
type TakeSnapshot = { batch: Batch; buyerName: string; own: RecordOf<'queueTicket'> | null };
type Answer = { ticketId: string; ticket: string; number: number; state: string };

export const takeTicket: Command<TakeInput, TakeSnapshot, null, Answer> = {
  name: 'take-ticket',
  room: 'deal',
  title: 'Take queue ticket',
  right: 'sell',
  schema: takeSchema,
  subject: ({ batchId }) => ({ kind: 'releaseBatch', id: batchId }),

  async load({ store, idFor }, { batchId, buyerId }) {
    const batch = await loadBatch(store, batchId);
    if (isRefused(batch)) return batch;
    const { people, tickets } = await store.read({
      people: { object: 'person', filter: { id: buyerId } },
      tickets: { object: 'queueTicket', filter: { id: idFor('ticket') } },
    });
    const [buyer] = people;
    if (buyer === undefined) return refuse({ code: 'NOT_FOUND', what: 'person', id: buyerId });
    return { plan: { batch: batch.plan, buyerName: buyer.name, own: tickets[0] ?? null } };
  },

  decide(run, _input, { batch, own }): Decision<null> {
    if (own !== null) return { plan: null };
    const closed = batchRefusal(batch, ['DRAFT', 'OPEN']);
    if (closed !== null) return closed;
    // D6: before the permit there are tickets, but none that costs anything.
    const { project } = batch;
    const isFree = batch.earnestAsked === null || !isPositive(batch.earnestAsked);
    const today = dateIn(run.now, project?.timeZone || 'UTC');
    return (isFree || project === null ? null : permitRefusal(project, today)) ?? { plan: null };
  },

  async apply(run, input, { batch, buyerName, own }) {
    const taken = own ?? (await claimNumber(run, input, batch, buyerName));
    if ('code' in taken) return refuse(taken);
    const { id, name, number, state } = taken;
    const answer = { ticketId: id, ticket: name, number: number ?? 0, state };
    return { plan: { answer, message: `${buyerName} has the ticket ${name}.`, after: answer } };
  },
};

async function claimNumber(
  run: Run,
  input: TakeInput,
  batch: Batch,
  buyerName: string,
): Promise<RecordOf<'queueTicket'> | Refusal> {
  const { store, now } = run;
  const { buyerKey, numberKey } = ticketKeys(batch.id, input.buyerId);
  const none = zero(batch.earnestAsked?.currency ?? batch.project?.currencyCode ?? NO_CURRENCY);
  let tried = 0;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { last, same } = await store.read({
      last: {
        object: 'queueTicket',
        filter: { releaseBatchId: batch.id },
        orderBy: { number: 'DESC' },
        limit: 1,
      },
      same: { object: 'queueTicket', filter: { buyerKey } },
    });
    const [other] = same;
    if (other !== undefined && other.id !== run.idFor('ticket'))
      return { code: 'TICKET_EXISTS', buyer: buyerName, ticket: other.name };
    // A deleted ticket is not seen, but keeps its number: so each try goes on from the last one.
    const number = Math.max(last[0]?.number ?? 0, tried) + 1;
    tried = number;
    const row = {
      id: run.idFor('ticket'),
      name: `${batch.name} · ${number}`,
      releaseBatchId: batch.id,
      number,
      state: 'DRAFT',
      buyerId: input.buyerId,
      buyerName,
      salespersonId: input.salespersonId ?? run.actor.memberId,
      wishes: input.wishes ?? '',
      earnestAsked: batch.earnestAsked ?? none,
      earnestPaid: none,
      takenAt: now.toISOString(),
      missedTimes: 0,
      numberKey: numberKey(number),
      buyerKey,
      requestKey: run.requestId,
    } as const;
    const { won } = await store.claim('queueTicket', [row]);
    if (!won) continue;
    // Won by an earlier run of this request, perhaps, with another number.
    const { tickets } = await store.read({ tickets: { object: 'queueTicket', filter: { id: row.id } } });
    if (tickets[0] !== undefined) return tickets[0];
  }
  return { code: 'BUSY', what: batch.name };
}

export const activateTicket: Command<z.infer<typeof activateSchema>, TicketSnapshot, null, Answer> = {
  name: 'activate-ticket',
  room: 'deal',
  title: 'Activate queue ticket',
  right: 'sell',
  dealOf: ({ ticket }) => ticket,
  schema: activateSchema,
  subject: ({ ticketId }) => ({ kind: 'queueTicket', id: ticketId }),
  load: ({ store }, { ticketId }) => loadTicket(store, ticketId),
  decide: (run, _input, { ticket, batch }) =>
    run.isResumed && ticket.requestKey === run.requestId ? { plan: null } : decideActivate(batch, ticket),

  async apply(run, _input, { ticket, batch }) {
    // A lottery gives the order when it is drawn; who comes after it comes last.
    const callOrder = batch.salesMode === 'LOTTERY' ? ticket.callOrder : ticket.number;
    const to = { ...sealedFields('queueTicket', ticket), state: 'ACTIVE', callOrder } as const;
    if (ticket.requestKey !== run.requestId) {
      const guard = { id: ticket.id, state: 'DRAFT' } as const;
      const changed = await run.store.changeWhere('queueTicket', guard, { ...to, requestKey: run.requestId });
      if (changed.length === 0) return refuse({ code: 'BUSY', what: ticket.name });
    }
    const answer = { ticketId: ticket.id, ticket: ticket.name, number: ticket.number ?? 0, state: 'ACTIVE' };
    const message = `The ticket ${ticket.name} waits in the queue.`;
    return { plan: { answer, message, before: { state: ticket.state }, after: answer } };
  },
};
