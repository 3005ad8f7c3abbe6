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
import { finishCancellation } from './finish-cancellation.ts';
import { postContract } from './post-receipts.ts';

const METHODS = ['TRANSFER', 'CASH', 'CARD', 'GATEWAY', 'CHEQUE'] as const satisfies readonly ReceiptMethod[];
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
  amount,
  method: z.enum(METHODS, `must be one of ${METHODS.join(', ')}`),
  refundedOn: date,
  why: z.enum(REASONS, `must be one of ${REASONS.join(', ')}`),
  externalId: z.optional(requiredText),
  remark: z.optional(text),
});

type Input = z.infer<typeof schema>;
type Reservation = Loaded<'reservation', { unit: { project: true } }>;
type Snapshot = {
  of:
    | ContractBook
    | { reservation: Reservation; receipts: RecordOf<'receipt'>[]; refunds: RecordOf<'refund'>[] };
  booked: RecordOf<'refund'> | null;
};
type Answer = {
  refundId: string;
  amount: string;
  currency: string;
  left: string;
  contractState: string | null;
};

export const recordRefund: Command<Input, Snapshot, Money, Answer> = {
  name: 'record-refund',
  room: 'ledger',
  title: 'Record refund',
  right: 'keepAccounts',
  approvedWith: 'approveMoney',
  schema,
  subject: ({ contractId, reservationId }) =>
    contractId === undefined
      ? { kind: 'reservation', id: reservationId ?? '' }
      : { kind: 'contract', id: contractId },

  async load({ store }, input) {
    const { contractId, reservationId } = input;
    const externalId = input.externalId ?? input.requestId;
    const { found } = await store.read({ found: { object: 'refund', filter: { externalId } } });
    const booked = found[0] ?? null;
    if (contractId !== undefined && reservationId === undefined) {
      const loaded = await loadContract(store, contractId);
      return isRefused(loaded) ? loaded : { plan: { of: loaded.plan, booked } };
    }
    if (reservationId === undefined || contractId !== undefined) {
      const problem = 'or reservationId must be given, one of the two';
      return refuse({ code: 'INVALID_INPUT', field: 'contractId', problem });
    }
    const { reservations, receipts, refunds } = await store.read({
      reservations: { object: 'reservation', filter: { id: reservationId }, with: WITH_PROJECT },
      receipts: { object: 'receipt', filter: { reservationId } },
      refunds: { object: 'refund', filter: { reservationId } },
    });
    const [reservation] = reservations;
    if (reservation === undefined)
      return refuse({ code: 'NOT_FOUND', what: 'reservation', id: reservationId });
    return { plan: { of: { reservation, receipts, refunds }, booked } };
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
    return notToRest(of) ?? money;
  },

  async apply(run, input, { of }, money) {
    const externalId = input.externalId ?? input.requestId;
    const today = todayIn(of, run.now);
    const subject = 'contract' in of ? of.contract : of.reservation;
    const row = {
      id: run.idFor('refund'),
      name: `${subject.name} · ${formatMoney(money)}`,
      externalId,
      contractId: 'contract' in of ? of.contract.id : null,
      reservationId: 'contract' in of ? null : of.reservation.id,
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
  of: Snapshot['of'],
  { refundId, money, today }: { refundId: string; money: Money; today: PlainDate },
): Promise<{ refused: Refusal } | null> {
  const subject = 'contract' in of ? { contractId: of.contract.id } : { reservationId: of.reservation.id };
  const { receipts, refunds, reservations } = await run.store.read({
    receipts: { object: 'receipt', filter: subject },
    refunds: { object: 'refund', filter: subject },
    reservations: {
      object: 'reservation',
      filter: { id: { in: 'contract' in of ? [] : [of.reservation.id] } },
      with: WITH_PROJECT,
    },
  });
  const others = refunds.filter(({ id }) => id !== refundId);
  const seen =
    'contract' in of
      ? { ...of, book: { ...(await readBook(run.store, of.contract.id)), refunds: others } }
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
function notToRest(of: Snapshot['of']): { refused: Refusal } | null {
  if ('contract' in of || AT_REST.includes(of.reservation.state)) return null;
  const { name: reservation, state, validUntil } = of.reservation;
  return state === 'CONVERTED'
    ? refuse({ code: 'RESERVATION_CLOSED', reservation, state })
    : refuse({ code: 'RESERVATION_STILL_VALID', reservation, until: validUntil ?? '' });
}

function balanceOf(of: Snapshot['of'], now: Date): { left: Money; currency: string } {
  if ('contract' in of) {
    const left = replayBook(of.contract, of.book, todayOf(of.contract, now)).balance;
    return { left, currency: currencyOf(of.contract) };
  }
  const currency = of.reservation.price?.currency ?? NO_CURRENCY;
  // What was forfeited is the seller's (D7): receipts = refunds + forfeited + what is left.
  const forfeited = of.reservation.depositForfeited ?? zero(currency);
  return { left: subtract(leftOfDeposit(of.receipts, of.refunds, currency), forfeited), currency };
}

function todayIn(of: Snapshot['of'], now: Date) {
  if ('contract' in of) return todayOf(of.contract, now);
  return dateIn(now, of.reservation.unit?.project?.timeZone || 'UTC');
}
