/**
 * Changes: a refund out of what the buyer has left; a contract that waits for it is ended (D7).
 * Guard: approved by somebody else; the unique external id; never more than the balance, looked at again once
 * it is there: of two at once no more than what is there stays.
 * After a crash: the refund stands and totals lag behind; the same request again, or the nightly run, brings
 * them along.
 */
import * as z from 'zod/mini';
import type { ReservationState } from '#domain/deal/index.ts';
import type { ReceiptMethod, RefundReason } from '#domain/ledger/index.ts';
import {
  compare,
  formatMoney,
  isPositive,
  type Money,
  NO_CURRENCY,
  subtract,
  zero,
} from '#domain/shared/money.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Command, Run } from '../system/command.ts';
import { amount, date, inputMoney, recordId, requestId, requiredText, text } from '../system/input.ts';
import { currencyOf, readBook, replayBook } from './book.ts';
import { type ContractBook, inFuture, loadContract, todayOf, WITH_PROJECT } from './contract-of.ts';
import { leftOfDeposit } from './deposits.ts';
import { earnestCurrency, earnestPaid, settleEarnest } from './earnest.ts';
import { finishCancellation } from './finish-cancellation.ts';
import { notOneSubject, subjectOfMoney } from './money-subject.ts';
import { postContract } from './post-receipts.ts';

export const REFUND_METHODS = [
  'TRANSFER',
  'CASH',
  'CARD',
  'GATEWAY',
  'CHEQUE',
] as const satisfies readonly ReceiptMethod[];
const REASONS = [
  'OVERPAYMENT',
  'AREA_SETTLEMENT',
  'CANCELLATION',
  'DEPOSIT',
  'GATEWAY',
] as const satisfies readonly RefundReason[];

const schema = z.object({
  requestId,
  contractId: z.optional(recordId),
  reservationId: z.optional(recordId),
  queueTicketId: z.optional(recordId),
  amount,
  method: z.enum(REFUND_METHODS, `must be one of ${REFUND_METHODS.join(', ')}`),
  refundedOn: date,
  why: z.enum(REASONS, `must be one of ${REASONS.join(', ')}`),
  externalId: z.optional(requiredText),
  remark: z.optional(text),
});

type Input = z.infer<typeof schema>;
type Reservation = Loaded<'reservation', { unit: { project: true } }>;
type Paid = { receipts: RecordOf<'receipt'>[]; refunds: RecordOf<'refund'>[] };
type Ticket = Loaded<'queueTicket', { releaseBatch: { project: true } }>;
export type RefundSnapshot = {
  of: ContractBook | ({ reservation: Reservation } & Paid) | ({ ticket: Ticket } & Paid);
  booked: RecordOf<'refund'> | null;
};
type Answer = {
  refundId: string;
  amount: string;
  currency: string;
  left: string;
  contractState: string | null;
};

export const recordRefund: Command<Input, RefundSnapshot, Money, Answer> = {
  name: 'record-refund',
  room: 'ledger',
  title: 'Record refund',
  right: 'keepAccounts',
  approvedWith: 'approveMoney',
  schema,
  subject: subjectOfMoney,

  async load({ store }, input) {
    const unclear = notOneSubject(input);
    if (unclear !== null) return unclear;
    const externalId = input.externalId ?? input.requestId;
    const { found } = await store.read({ found: { object: 'refund', filter: { externalId } } });
    const booked = found[0] ?? null;
    if (input.contractId !== undefined) {
      const loaded = await loadContract(store, input.contractId);
      return isRefused(loaded) ? loaded : { plan: { of: loaded.plan, booked } };
    }
    const { kind, id } = subjectOfMoney(input);
    const ids = (one: typeof kind) => ({ in: one === kind ? [id] : [] });
    const paidOn = kind === 'reservation' ? { reservationId: id } : { queueTicketId: id };
    const { reservations, tickets, receipts, refunds } = await store.read({
      reservations: { object: 'reservation', filter: { id: ids('reservation') }, with: WITH_PROJECT },
      tickets: {
        object: 'queueTicket',
        filter: { id: ids('queueTicket') },
        with: { releaseBatch: { project: true } },
      },
      receipts: { object: 'receipt', filter: paidOn },
      refunds: { object: 'refund', filter: paidOn },
    });
    const [reservation] = reservations;
    if (reservation !== undefined) return { plan: { of: { reservation, receipts, refunds }, booked } };
    const [ticket] = tickets;
    if (ticket !== undefined) return { plan: { of: { ticket, receipts, refunds }, booked } };
    return refuse({ code: 'NOT_FOUND', what: kind === 'queueTicket' ? 'queue ticket' : kind, id });
  },

  decide(run, input, { of, booked }): Decision<Money> {
    const externalId = input.externalId ?? input.requestId;
    const isOwn = booked?.id === run.idFor('refund') && booked.state === 'PAID';
    if (booked !== null && !isOwn)
      return refuse({ code: 'RECEIPT_ALREADY_BOOKED', externalId, receipt: booked.name });
    const { left, currency } = balanceOf(of, run.now);
    const money = inputMoney('amount', input.amount, currency);
    if (isRefused(money) || isOwn) return money;
    const late = inFuture('refundedOn', input.refundedOn, todayIn(of, run.now));
    if (late !== null) return late;
    if (!isPositive(money.plan))
      return refuse({ code: 'INVALID_INPUT', field: 'amount', problem: 'must be above zero' });
    if (compare(money.plan, left) > 0) {
      return refuse({
        code: 'AMOUNT_TOO_HIGH',
        field: 'amount',
        amount: formatMoney(money.plan),
        most: formatMoney(left),
      });
    }
    return notToRest(of) ?? notInFull(of, money.plan, left) ?? money;
  },

  async apply(run, input, { of }, money) {
    const externalId = input.externalId ?? input.requestId;
    const today = todayIn(of, run.now);
    const subject = subjectRecord(of);
    const row = {
      id: run.idFor('refund'),
      name: `${subject.name} · ${formatMoney(money)}`,
      externalId,
      contractId: 'contract' in of ? of.contract.id : null,
      reservationId: 'reservation' in of ? of.reservation.id : null,
      queueTicketId: 'ticket' in of ? of.ticket.id : null,
      payeeId: subject.buyerId,
      amount: money,
      method: input.method,
      refundedOn: input.refundedOn,
      why: input.why,
      state: 'PAID' as const,
      remark: input.remark ?? '',
      approvedBy: run.approval?.by ?? '',
    };
    const claimed = await run.store.claim('refund', [row]);
    if (!claimed.won) return refuse({ code: 'RECEIPT_ALREADY_BOOKED', externalId, receipt: row.name });
    const overdrawn = await takeBackOverdrawn(run, of, { refundId: row.id, money, today });
    if (overdrawn !== null) return overdrawn;
    let contractState: string | null = null;
    let left = subtract(balanceOf(of, run.now).left, money);
    if ('contract' in of) {
      const posted = await postContract(run.store, of.contract, today);
      left = posted.contract.prepaid ?? left;
      const ended = await finishCancellation(run.store, { ...of.contract, ...posted.contract }, posted.book);
      contractState = ended ?? posted.contract.state;
    }
    if ('ticket' in of) await settleEarnest(run.store, of.ticket, today);
    const answer = {
      refundId: row.id,
      amount: formatMoney(money),
      currency: money.currency,
      left: formatMoney(left),
      contractState,
    };
    const message = `${answer.amount} ${answer.currency} is refunded on ${subject.name}; ${answer.left} is left.`;
    return { plan: { answer, message, after: answer } };
  },
};

/**
 * Two refunds decided at the same moment have both seen the same balance: each looks again at what there is
 * without it, and takes itself back when that is less than it gives. The refusal, or null when all is well.
 */
async function takeBackOverdrawn(
  run: Run,
  of: RefundSnapshot['of'],
  { refundId, money, today }: { refundId: string; money: Money; today: PlainDate },
): Promise<{ refused: Refusal } | null> {
  const subject =
    'contract' in of
      ? { contractId: of.contract.id }
      : 'ticket' in of
        ? { queueTicketId: of.ticket.id }
        : { reservationId: of.reservation.id };
  const { receipts, refunds, reservations } = await run.store.read({
    receipts: { object: 'receipt', filter: subject },
    refunds: { object: 'refund', filter: subject },
    reservations: {
      object: 'reservation',
      filter: { id: { in: 'reservation' in of ? [of.reservation.id] : [] } },
      with: WITH_PROJECT,
    },
  });
  const others = refunds.filter(({ id }) => id !== refundId);
  const seen =
    'contract' in of
      ? { ...of, book: { ...(await readBook(run.store, of.contract.id)), refunds: others } }
      : 'ticket' in of
        ? { ...of, receipts, refunds: others }
        : { reservation: reservations[0] ?? of.reservation, receipts, refunds: others };
  const { left } = balanceOf(seen, run.now);
  const own = refunds.find(({ id }) => id === refundId);
  if (compare(money, left) <= 0 || own === undefined) return null;
  const to = { state: 'REVERSED', reversedOn: today } as const;
  await run.store.write([{ change: 'refund', record: own, to }]);
  const [amount, most] = [formatMoney(money), formatMoney(isPositive(left) ? left : zero(left.currency))];
  return refuse({ code: 'AMOUNT_TOO_HIGH', field: 'amount', amount, most });
}

const AT_REST: readonly ReservationState[] = ['EXPIRED', 'CANCELLED_REFUND', 'FORFEITED'];

/** A deposit of a reservation that may still be signed, or was, is the contract's: there it counts. */
function notToRest(of: RefundSnapshot['of']): { refused: Refusal } | null {
  if ('ticket' in of) {
    const { name: ticket, state } = of.ticket;
    const isAtRest = state === 'CANCELLED' || state === 'REFUNDED';
    return isAtRest ? null : refuse({ code: 'STATE_NOT_ALLOWED', what: ticket, from: state, to: 'REFUNDED' });
  }
  if ('contract' in of || AT_REST.includes(of.reservation.state)) return null;
  const { name: reservation, state, validUntil } = of.reservation;
  return state === 'CONVERTED'
    ? refuse({ code: 'RESERVATION_CLOSED', reservation, state })
    : refuse({ code: 'RESERVATION_STILL_VALID', reservation, until: validUntil ?? '' });
}

/** D6: earnest money goes back whole. */
function notInFull(of: RefundSnapshot['of'], money: Money, left: Money): { refused: Refusal } | null {
  if (!('ticket' in of) || compare(money, left) === 0) return null;
  const paid = `${formatMoney(left)} ${left.currency}`;
  return refuse({ code: 'REFUND_IN_FULL', ticket: of.ticket.name, paid });
}

function subjectRecord(of: RefundSnapshot['of']): { name: string; buyerId: string | null } {
  if ('contract' in of) return of.contract;
  return 'ticket' in of ? of.ticket : of.reservation;
}

function balanceOf(of: RefundSnapshot['of'], now: Date): { left: Money; currency: string } {
  if ('contract' in of) {
    const left = replayBook(of.contract, of.book, todayOf(of.contract, now)).balance;
    return { left, currency: currencyOf(of.contract) };
  }
  if ('ticket' in of) {
    const currency = earnestCurrency(of.ticket);
    return { left: earnestPaid(of.receipts, of.refunds, currency), currency };
  }
  const currency = of.reservation.price?.currency ?? NO_CURRENCY;
  // What was forfeited is the seller's (D7): receipts = refunds + forfeited + what is left.
  const forfeited = of.reservation.depositForfeited ?? zero(currency);
  return { left: subtract(leftOfDeposit(of.receipts, of.refunds, currency), forfeited), currency };
}

function todayIn(of: RefundSnapshot['of'], now: Date) {
  if ('contract' in of) return todayOf(of.contract, now);
  const project = 'ticket' in of ? of.ticket.releaseBatch?.project : of.reservation.unit?.project;
  return dateIn(now, project?.timeZone || 'UTC');
}
