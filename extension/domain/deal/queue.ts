/** The queue of a release batch (排号, C4): a ticket is taken, paid, called, and chooses a unit in its time. */
import {
  isOver,
  notFree,
  type ReleaseBatchState,
  type SalesMode,
  type UnitLock,
  type UnitState,
} from '#domain/inventory/index.ts';
import { compare, formatMoney, isPositive, type Money, subtract, zero } from '#domain/shared/money.ts';
import { type Decision, type Refusal, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import { TICKET_TRANSITIONS, type TicketState } from './ticket-states.ts';

export const DEFAULT_CALL_MINUTES = 10;
/** How long a ticket keeps the unit that it has chosen, so that the reservation can be made. */
export const RESERVE_MINUTES = 60;
const MINUTE_MS = 60_000;

export type QueueBatch = { id: string; name: string; state: ReleaseBatchState; salesMode: SalesMode };

export type QueueTicket = {
  id: string;
  name: string;
  state: TicketState;
  releaseBatchId: string | null;
  chosenUnitId: string | null;
  deadline: string | null;
  missedTimes: number | null;
  earnestAsked: Money | null;
  earnestPaid: Money | null;
};

/**
 * Where a batch is sold by queue or lottery, a unit goes only to the ticket that has chosen it. Once the batch
 * is closed the queue is over, and what is left of it is sold to who comes.
 */
export function queueRefusal(
  batch: QueueBatch | null,
  unit: { id: string; name: string },
  lock: UnitLock | null,
  ticket: Pick<QueueTicket, 'id' | 'state' | 'chosenUnitId'> | null,
): Refusal | null {
  if (batch === null || batch.salesMode === 'FIRST_COME' || batch.state === 'CLOSED') return null;
  const hasChosen = ticket !== null && ticket.state === 'SELECTED' && ticket.chosenUnitId === unit.id;
  const hasLock = hasChosen && lock?.holderKind === 'TICKET' && lock.holderId === ticket.id;
  return hasLock ? null : { code: 'TICKET_NEEDED', unit: unit.name, batch: batch.name };
}

/** States in which a buyer has a place in the queue: one a buyer and batch. */
export const LIVE_TICKET_STATES: readonly TicketState[] = ['DRAFT', 'ACTIVE', 'CALLED', 'SELECTED', 'MISSED'];

export function batchRefusal(
  batch: QueueBatch,
  among: readonly ReleaseBatchState[],
): { refused: Refusal } | null {
  return among.includes(batch.state)
    ? null
    : refuse({ code: 'BATCH_NOT_OPEN', batch: batch.name, state: batch.state });
}

export function ticketKeys(batchId: string, buyerId: string) {
  return { buyerKey: `${batchId}:${buyerId}`, numberKey: (number: number) => `${batchId}:${number}` };
}

export function decideActivate(batch: QueueBatch, ticket: QueueTicket): Decision<null> {
  return (
    batchRefusal(batch, ['DRAFT', 'OPEN']) ??
    mayBecome(ticket, 'ACTIVE', ['DRAFT']) ??
    notPaid(ticket) ?? { plan: null }
  );
}

export function openEarnest({
  earnestAsked,
  earnestPaid,
}: Pick<QueueTicket, 'earnestAsked' | 'earnestPaid'>) {
  if (earnestAsked === null) return null;
  const open = subtract(earnestAsked, earnestPaid ?? zero(earnestAsked.currency));
  return isPositive(open) ? open : null;
}

function notPaid(ticket: QueueTicket): { refused: Refusal } | null {
  const open = openEarnest(ticket);
  return open === null
    ? null
    : refuse({
        code: 'EARNEST_NOT_PAID',
        ticket: ticket.name,
        open: `${formatMoney(open)} ${open.currency}`,
      });
}

/** Tickets in the order in which they are called; who came after the lottery was drawn comes last. */
export function byCallOrder(
  left: { callOrder: number | null; number: number | null },
  right: { callOrder: number | null; number: number | null },
): number {
  const order = (one: number | null) => one ?? Number.MAX_SAFE_INTEGER;
  return order(left.callOrder) - order(right.callOrder) || order(left.number) - order(right.number);
}

export function decideCall(
  batch: QueueBatch & { lotteryDrawnAt: string | null; callMinutes: number | null },
  now: Date,
): Decision<{ deadline: Date }> {
  const closed = batchRefusal(batch, ['OPEN']);
  if (closed !== null) return closed;
  if (batch.salesMode === 'LOTTERY' && batch.lotteryDrawnAt === null) {
    return refuse({ code: 'LOTTERY_NOT_DRAWN', batch: batch.name });
  }
  const minutes = batch.callMinutes ?? DEFAULT_CALL_MINUTES;
  return { plan: { deadline: new Date(now.getTime() + minutes * MINUTE_MS) } };
}

export type ChoosingUnit = { id: string; name: string; state: UnitState; releaseBatchId: string | null };

export function decideChoose(
  batch: QueueBatch,
  ticket: QueueTicket,
  unit: ChoosingUnit,
  lock: UnitLock | null,
  now: Date,
): Decision<{ until: Date; displaced: UnitLock | null }> {
  const refused =
    batchRefusal(batch, ['OPEN']) ?? mayBecome(ticket, 'SELECTED', ['CALLED']) ?? notPaid(ticket);
  if (refused !== null) return refused;
  if (isOver(ticket.deadline, now)) {
    return refuse({ code: 'TIME_OVER', what: ticket.name, until: ticket.deadline ?? '' });
  }
  if (unit.releaseBatchId !== ticket.releaseBatchId) {
    return refuse({ code: 'UNIT_NOT_IN_BATCH', unit: unit.name, batch: batch.name });
  }
  const taken = notFree(unit, lock, ticket.id, now);
  if (taken !== null) return refuse(taken);
  const displaced = lock !== null && isOver(lock.heldUntil, now) ? lock : null;
  return { plan: { until: reserveUntil(now), displaced } };
}

export function reserveUntil(now: Date): Date {
  return new Date(now.getTime() + RESERVE_MINUTES * MINUTE_MS);
}

export function decideMiss(ticket: QueueTicket, now: Date): Decision<null> {
  const refused = mayBecome(ticket, 'MISSED', ['CALLED', 'SELECTED']);
  if (refused !== null) return refused;
  return isOver(ticket.deadline, now)
    ? { plan: null }
    : refuse({ code: 'TIME_NOT_OVER', what: ticket.name, until: ticket.deadline ?? '' });
}

export function decideRequeue(
  batch: QueueBatch & { requeues: number | null },
  ticket: QueueTicket,
): Decision<null> {
  const refused = batchRefusal(batch, ['DRAFT', 'OPEN']) ?? mayBecome(ticket, 'ACTIVE', ['MISSED']);
  if (refused !== null) return refused;
  const times = batch.requeues ?? 0;
  return (ticket.missedTimes ?? 0) <= times
    ? { plan: null }
    : refuse({ code: 'REQUEUES_USED_UP', ticket: ticket.name, times });
}

export function decideCancelTicket(ticket: QueueTicket): Decision<null> {
  return mayBecome(ticket, 'CANCELLED', LIVE_TICKET_STATES) ?? { plan: null };
}

/** D6: earnest money is a prepayment and goes back whole. A called ticket is cancelled first. */
export function decideRefundTicket(ticket: QueueTicket): Decision<null> {
  return mayBecome(ticket, 'REFUNDED', ['ACTIVE', 'MISSED', 'CANCELLED']) ?? { plan: null };
}

/** What a ticket that is `closed` may still be paid: nothing; a live one what is asked and open. */
export function earnestRefusal(ticket: QueueTicket, amount: Money): Refusal | null {
  if (!LIVE_TICKET_STATES.includes(ticket.state)) {
    return { code: 'TICKET_CLOSED', ticket: ticket.name, state: ticket.state };
  }
  const most = openEarnest(ticket) ?? zero(amount.currency);
  return compare(amount, most) > 0
    ? { code: 'AMOUNT_TOO_HIGH', field: 'amount', amount: formatMoney(amount), most: formatMoney(most) }
    : null;
}

function mayBecome(
  ticket: Pick<QueueTicket, 'name' | 'state'>,
  to: TicketState,
  from: readonly TicketState[],
): { refused: Refusal } | null {
  const isAllowed = from.includes(ticket.state) && canGo(TICKET_TRANSITIONS, ticket.state, to);
  return isAllowed ? null : refuse({ code: 'STATE_NOT_ALLOWED', what: ticket.name, from: ticket.state, to });
}
