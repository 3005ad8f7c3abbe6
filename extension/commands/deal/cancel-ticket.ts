/**
 * Changes: a ticket to CANCELLED, or to REFUNDED with a refund of all its earnest money (D6); a unit that it had
 * chosen goes free. Guard: the unit's lock is freed only while the ticket has it, so that of the reservation
 * made of a ticket and its end one wins; the ticket is ended only while it is as it was decided on.
 * After a crash: the lock is free, or the ticket is ended and its refund not booked; the same request again,
 * or the repair job, finishes.
 */
import * as z from 'zod/mini';
import { decideCancelTicket, decideRefundTicket } from '#domain/deal/index.ts';
import { formatMoney, isPositive, type Money, zero } from '#domain/shared/money.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import { earnestCurrency } from '../ledger/earnest.ts';
import { REFUND_METHODS, type RefundSnapshot, recordRefund } from '../ledger/record-refund.ts';
import type { Command, Run } from '../system/command.ts';
import { date, recordId, requestId, requiredText } from '../system/input.ts';
import { giveUpUnit } from './call-ticket.ts';
import { loadTicket, type TicketSnapshot } from './ticket-of.ts';

const cancelSchema = z.object({ requestId, ticketId: recordId, reason: requiredText });
const refundSchema = z.object({
  requestId,
  ticketId: recordId,
  method: z.enum(REFUND_METHODS, `must be one of ${REFUND_METHODS.join(', ')}`),
  refundedOn: date,
  reason: requiredText,
});
type RefundInput = z.infer<typeof refundSchema>;
type RefundTicketSnapshot = TicketSnapshot & { refund: RefundSnapshot };
type CancelAnswer = { ticketId: string; ticket: string; state: string; earnestToRefund: string | null };
type RefundAnswer = { ticketId: string; ticket: string; refundId: string; amount: string; currency: string };

export const cancelTicket: Command<z.infer<typeof cancelSchema>, TicketSnapshot, null, CancelAnswer> = {
  name: 'cancel-ticket',
  room: 'deal',
  title: 'Cancel queue ticket',
  right: 'sell',
  dealOf: ({ ticket }) => ticket,
  schema: cancelSchema,
  subject: ({ ticketId }) => ({ kind: 'queueTicket', id: ticketId }),
  load: ({ store }, { ticketId }) => loadTicket(store, ticketId),
  decide: (run, _input, { ticket }) =>
    run.isResumed && ticket.state === 'CANCELLED' ? { plan: null } : decideCancelTicket(ticket),

  async apply(run, { reason }, { ticket }) {
    const stays = await giveUpUnit(run.store, ticket);
    if (!stays) return refuse({ code: 'TICKET_CLOSED', ticket: ticket.name, state: 'CONVERTED' });
    const isEnded = await endTicket(run, ticket, 'CANCELLED', reason);
    if (!isEnded) return refuse({ code: 'BUSY', what: ticket.name });
    const paid = ticket.earnestPaid;
    const earnestToRefund =
      paid !== null && isPositive(paid) ? `${formatMoney(paid)} ${paid.currency}` : null;
    const refund = earnestToRefund === null ? '' : ` ${earnestToRefund} of earnest money is to be refunded.`;
    const answer = { ticketId: ticket.id, ticket: ticket.name, state: 'CANCELLED', earnestToRefund };
    const message = `The ticket ${ticket.name} is cancelled.${refund}`;
    return { plan: { answer, message, before: { state: ticket.state }, after: { state: 'CANCELLED' } } };
  },
};

/** Ends a ticket, which gives up the buyer's place in the batch; one that is cancelled keeps what it had chosen. */
async function endTicket(
  run: Run,
  ticket: RecordOf<'queueTicket'>,
  state: 'CANCELLED' | 'REFUNDED',
  closeReason: string,
): Promise<boolean> {
  if (ticket.state === state) return true;
  const to = { ...sealedFields('queueTicket', ticket), state, buyerKey: '' };
  const closing = { closedAt: run.now.toISOString(), closeReason };
  const guard = { id: ticket.id, state: ticket.state };
  return (await run.store.changeWhere('queueTicket', guard, { ...to, ...closing })).length > 0;
}

export const refundTicket: Command<RefundInput, RefundTicketSnapshot, Money, RefundAnswer> = {
  name: 'refund-ticket',
  room: 'deal',
  title: 'Refund queue ticket',
  right: 'keepAccounts',
  approvedWith: 'approveMoney',
  schema: refundSchema,
  subject: ({ ticketId }) => ({ kind: 'queueTicket', id: ticketId }),

  async load(run, input) {
    const loaded = await loadTicket(run.store, input.ticketId);
    if (isRefused(loaded)) return loaded;
    const refund = await recordRefund.load(run, refundOf(input, '0'));
    return isRefused(refund) ? refund : { plan: { ...loaded.plan, refund: refund.plan } };
  },

  decide(run, input, { ticket, refund }): Decision<Money> {
    const isOwn = run.isResumed && ticket.state === 'REFUNDED';
    const decided = isOwn ? { plan: null } : decideRefundTicket(ticket);
    if (isRefused(decided)) return decided;
    const paid = ticket.earnestPaid ?? zero(earnestCurrency(ticket));
    if (!isPositive(paid) && !isOwn) {
      const nothing = `${formatMoney(paid)} ${paid.currency}`;
      return refuse({ code: 'REFUND_IN_FULL', ticket: ticket.name, paid: nothing });
    }
    // Ended by this command, the ticket is at rest, as the refund asks.
    const amount = refund.booked?.amount ?? paid;
    const atRest = withTicketState(refund);
    return recordRefund.decide(run, refundOf(input, formatMoney(amount)), atRest);
  },

  async apply(run, input, { ticket, refund }, money) {
    const isEnded = await endTicket(run, ticket, 'REFUNDED', input.reason);
    if (!isEnded) return refuse({ code: 'BUSY', what: ticket.name });
    const booking = refundOf(input, formatMoney(money));
    const applied = await recordRefund.apply(run, booking, withTicketState(refund), money);
    if (isRefused(applied)) return applied;
    const { refundId, amount, currency } = applied.plan.answer;
    const answer = { ticketId: ticket.id, ticket: ticket.name, refundId, amount, currency };
    const message = `${amount} ${currency} of earnest money goes back in full; the ticket ${ticket.name} is refunded.`;
    return { plan: { answer, message, before: { state: ticket.state }, after: { state: 'REFUNDED' } } };
  },
};

function refundOf({ requestId: id, ticketId, method, refundedOn, reason }: RefundInput, amount: string) {
  const why = 'DEPOSIT' as const;
  return { requestId: id, queueTicketId: ticketId, amount, method, refundedOn, why, remark: reason };
}

function withTicketState(refund: RefundSnapshot): RefundSnapshot {
  if (!('ticket' in refund.of)) return refund;
  return { ...refund, of: { ...refund.of, ticket: { ...refund.of.ticket, state: 'CANCELLED' } } };
}
