/** A queue ticket with its batch and project, as the commands of the queue load it. Only reads. */
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { Loaded } from '#port/records.ts';
import type { Store } from '#port/store.ts';

export const WITH_BATCH = { releaseBatch: { project: true } } as const;
export type Batch = Loaded<'releaseBatch', { project: true }>;
export type Ticket = Loaded<'queueTicket', { releaseBatch: { project: true } }>;
export type TicketSnapshot = { ticket: Ticket; batch: Batch };

export async function loadTicket(
  store: Pick<Store, 'read'>,
  ticketId: string,
): Promise<Decision<TicketSnapshot>> {
  const { tickets } = await store.read({
    tickets: { object: 'queueTicket', filter: { id: ticketId }, with: WITH_BATCH },
  });
  const [ticket] = tickets;
  if (ticket === undefined) return refuse({ code: 'NOT_FOUND', what: 'queue ticket', id: ticketId });
  const batch = ticket.releaseBatch;
  return batch === null
    ? refuse({ code: 'NOT_FOUND', what: 'release batch', id: ticket.releaseBatchId ?? '' })
    : { plan: { ticket, batch } };
}

export async function loadBatch(store: Pick<Store, 'read'>, batchId: string): Promise<Decision<Batch>> {
  const { batches } = await store.read({
    batches: { object: 'releaseBatch', filter: { id: batchId }, with: { project: true } },
  });
  const [batch] = batches;
  return batch === undefined
    ? refuse({ code: 'NOT_FOUND', what: 'release batch', id: batchId })
    : { plan: batch };
}
