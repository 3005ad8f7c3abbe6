/**
 * Changes: a receipt, and through posting the installments of its contract; or the deposit paid on a
 * reservation, or the earnest money paid on a queue ticket (D6). Guard: the unique external id, so the same payment is never booked twice (E21.3).
 * After a crash: the receipt stands without its allocations; the same request again posts it.
 */
import * as z from 'zod/mini';
import { earnestRefusal, LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { permitRefusal } from '#domain/inventory/index.ts';
import {
  type Fund,
  mayTakeBeforeAgreement,
  type ReceiptMethod,
  type ReceiptSource,
  type ReceiptState,
} from '#domain/ledger/index.ts';
import {
  formatMoney,
  isPositive,
  type Money,
  multiply,
  NO_CURRENCY,
  subtract,
  zero,
} from '#domain/shared/money.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Applied, Command, Run } from '../system/command.ts';
import { amount, date, inputMoney, recordId, requestId, requiredText, text } from '../system/input.ts';
import { settleDeposits } from './deposits.ts';
import { settleEarnest } from './earnest.ts';
import { notOneSubject, subjectOfMoney } from './money-subject.ts';
import { allocatedOf, postContract } from './post-receipts.ts';

const METHODS = [
  'CASH',
  'CARD',
  'TRANSFER',
  'GATEWAY',
  'CHEQUE',
  'BANK_LOAN',
  'PROVIDENT_FUND',
] as const satisfies readonly ReceiptMethod[];
const FUNDS = ['PRICE', 'MAINTENANCE_FUND', 'TAX'] as const satisfies readonly Fund[];
const SOURCES = ['HAND', 'GATEWAY', 'BANK_STATEMENT', 'MORTGAGE'] as const satisfies readonly ReceiptSource[];

const schema = z.object({
  requestId,
  contractId: z.optional(recordId),
  reservationId: z.optional(recordId),
  queueTicketId: z.optional(recordId),
  amount,
  currency: z.optional(z.string()),
  method: z.enum(METHODS, `must be one of ${METHODS.join(', ')}`),
  receivedOn: date,
  /** The day from which the money counts; without it the day on which it was received. */
  valueOn: z.optional(date),
  /** What it was paid for: money collected for others never pays the house, nor the reverse (D4.3). */
  fund: z.optional(z.enum(FUNDS, `must be one of ${FUNDS.join(', ')}`)),
  /** The installments that the payer named, in the payer's order (D4.1). */
  installmentIds: z.optional(z.array(recordId).check(z.maxLength(50, 'are too many'))),
  /** Whether it still has to be cleared; a cheque has, unless this says no. */
  isPending: z.optional(z.boolean()),
  chequeNumber: z.optional(text),
  chequeDueOn: z.optional(date),
  source: z.optional(z.enum(SOURCES, `must be one of ${SOURCES.join(', ')}`)),
  /** The reference of the bank or gateway; without it this request is its own reference. */
  externalId: z.optional(requiredText),
  number: z.optional(requiredText),
  payerId: z.optional(recordId),
  /** Whether installments that are not due yet may take the money (D4.4). */
  allowPrepayment: z.optional(z.boolean()),
  remark: z.optional(text),
});

type Input = z.infer<typeof schema>;
type Target =
  | { kind: 'contract'; contract: Loaded<'contract', { unit: { project: true } }> }
  | { kind: 'reservation'; reservation: Loaded<'reservation', { unit: { project: true } }> }
  | { kind: 'ticket'; ticket: Loaded<'queueTicket', { releaseBatch: { project: true } }> };
type Snapshot = { target: Target; booked: RecordOf<'receipt'> | null };
type Plan = { money: Money; externalId: string; state: ReceiptState };
type Answer = {
  receiptId: string;
  receipt: string;
  amount: string;
  allocated: string;
  unallocated: string;
  currency: string;
  state: string;
};

export const recordReceipt: Command<Input, Snapshot, Plan, Answer> = {
  name: 'record-receipt',
  room: 'ledger',
  title: 'Record receipt',
  right: 'keepAccounts',
  schema,
  subject: subjectOfMoney,

  async load({ store }, input) {
    const unclear = notOneSubject(input);
    if (unclear !== null) return unclear;
    const named = input.installmentIds ?? [];
    const { contracts, reservations, tickets, receipts, installments } = await store.read({
      contracts: {
        object: 'contract',
        filter: { id: { in: known(input.contractId) } },
        with: { unit: { project: true } },
      },
      reservations: {
        object: 'reservation',
        filter: { id: { in: known(input.reservationId) } },
        with: { unit: { project: true } },
      },
      tickets: {
        object: 'queueTicket',
        filter: { id: { in: known(input.queueTicketId) } },
        with: { releaseBatch: { project: true } },
      },
      receipts: { object: 'receipt', filter: { externalId: externalIdOf(input) } },
      installments: { object: 'installment', filter: { id: { in: named } } },
    });
    // An instruction that cannot be followed must not be passed over in silence (D4.1).
    const isOwn = (id: string) =>
      installments.some((one) => one.id === id && one.contractId === (input.contractId ?? ''));
    const stranger = named.find((id) => !isOwn(id));
    if (stranger !== undefined)
      return refuse({ code: 'NOT_FOUND', what: 'installment of this contract', id: stranger });
    const booked = receipts[0] ?? null;
    if (contracts[0] !== undefined)
      return { plan: { target: { kind: 'contract', contract: contracts[0] }, booked } };
    if (reservations[0] !== undefined) {
      return { plan: { target: { kind: 'reservation', reservation: reservations[0] }, booked } };
    }
    if (tickets[0] !== undefined) return { plan: { target: { kind: 'ticket', ticket: tickets[0] }, booked } };
    const { kind, id } = subjectOfMoney(input);
    return refuse({ code: 'NOT_FOUND', what: kind === 'queueTicket' ? 'queue ticket' : kind, id });
  },

  decide(run, input, { target, booked }): Decision<Plan> {
    const externalId = externalIdOf(input);
    if (booked !== null && booked.id !== run.idFor('receipt')) {
      return refuse({ code: 'RECEIPT_ALREADY_BOOKED', externalId, receipt: booked.name });
    }
    if (target.kind === 'contract' && !LIVE_CONTRACT_STATES.includes(target.contract.state)) {
      return refuse({
        code: 'CONTRACT_NOT_LIVE',
        contract: target.contract.name,
        state: target.contract.state,
      });
    }
    const currency = currencyOf(target);
    if (input.currency !== undefined && input.currency !== currency) {
      return refuse({ code: 'CURRENCY_MISMATCH', expected: currency, given: input.currency });
    }
    const money = inputMoney('amount', input.amount, currency);
    if (isRefused(money)) return money;
    if (!isPositive(money.plan))
      return refuse({ code: 'INVALID_INPUT', field: 'amount', problem: 'must be above zero' });
    const today = todayOf(target, run.now);
    if (input.receivedOn > today) {
      return refuse({ code: 'DATE_IN_FUTURE', field: 'receivedOn', date: input.receivedOn, today });
    }
    if (input.valueOn !== undefined && input.valueOn > today && !isPending(input)) {
      return refuse({ code: 'DATE_IN_FUTURE', field: 'valueOn', date: input.valueOn, today });
    }
    // A receipt of an earlier run is counted in what was paid already.
    const cap =
      booked === null ? (depositCap(target, money.plan) ?? earnest(target, money.plan, input)) : null;
    if (cap !== null) return cap;
    return {
      plan: { money: money.plan, externalId, state: isPending(input) ? 'PENDING_CLEARANCE' : 'CLEARED' },
    };
  },

  async apply(run, input, { target }, { money, externalId, state }) {
    const receiptId = run.idFor('receipt');
    const name = input.number ?? externalId;
    const claimed = await run.store.claim('receipt', [
      {
        id: receiptId,
        name,
        externalId,
        contractId: target.kind === 'contract' ? target.contract.id : null,
        reservationId: target.kind === 'reservation' ? target.reservation.id : null,
        queueTicketId: target.kind === 'ticket' ? target.ticket.id : null,
        payerId: input.payerId ?? recordOf(target).buyerId,
        amount: money,
        allocated: zero(money.currency),
        method: input.method,
        receivedOn: input.receivedOn,
        valueOn: input.valueOn ?? input.receivedOn,
        bookedOn: state === 'CLEARED' ? todayOf(target, run.now) : null,
        fund: input.fund ?? 'PRICE',
        allowPrepayment: input.allowPrepayment ?? false,
        // Twenty stores an empty list as nothing.
        firstTo: input.installmentIds?.length ? input.installmentIds : null,
        source: input.source ?? 'HAND',
        chequeNumber: input.chequeNumber ?? '',
        chequeDueOn: input.chequeDueOn ?? null,
        closedOn: null,
        closeReason: '',
        state,
        remark: input.remark ?? '',
      },
    ]);
    if (!claimed.won) {
      const { booked } = await run.store.read({ booked: { object: 'receipt', filter: { externalId } } });
      return refuse({ code: 'RECEIPT_ALREADY_BOOKED', externalId, receipt: booked[0]?.name ?? externalId });
    }
    const given = await post(run, target, receiptId);
    return applied(target, { receiptId, name, money, given, state });
  },
};

function isPending({ method, isPending: asked }: Input): boolean {
  return asked ?? method === 'CHEQUE';
}

/** India, RERA s. 13: not more than a tenth of the price before the agreement is signed (D7). */
function depositCap(target: Target, money: Money) {
  if (target.kind !== 'reservation') return null;
  const { price, depositPaid, unit } = target.reservation;
  if (unit?.project?.settlementRegime !== 'INDIA' || price === null) return null;
  if (mayTakeBeforeAgreement(price, money, depositPaid ?? zero(price.currency))) return null;
  const most = formatMoney(multiply(price, 1n, 10n, 'DOWN'));
  return refuse({ code: 'DEPOSIT_ABOVE_CAP', most, price: formatMoney(price) });
}

/** D6: no earnest money without a valid permit, and no more than the ticket asks. */
function earnest(target: Target, money: Money, { receivedOn }: Input) {
  if (target.kind !== 'ticket') return null;
  const { ticket } = target;
  const project = ticket.releaseBatch?.project ?? null;
  const permit = project === null ? null : permitRefusal(project, receivedOn);
  if (permit !== null) return permit;
  const refused = earnestRefusal(ticket, money);
  return refused === null ? null : refuse(refused);
}

function known(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
}

function externalIdOf(input: Input): string {
  return input.externalId ?? input.requestId;
}

function projectOf(target: Target) {
  if (target.kind === 'ticket') return target.ticket.releaseBatch?.project ?? null;
  return (target.kind === 'contract' ? target.contract : target.reservation).unit?.project ?? null;
}

function currencyOf(target: Target): string {
  const price =
    target.kind === 'ticket'
      ? target.ticket.earnestAsked
      : (target.kind === 'contract' ? target.contract : target.reservation).price;
  return price?.currency ?? projectOf(target)?.currencyCode ?? NO_CURRENCY;
}

function todayOf(target: Target, now: Date): PlainDate {
  return dateIn(now, projectOf(target)?.timeZone || 'UTC');
}

/** What the money is paid on. */
function recordOf(target: Target): { name: string; buyerId: string | null } {
  if (target.kind === 'ticket') return target.ticket;
  return target.kind === 'contract' ? target.contract : target.reservation;
}

/** Resolves to how much of the receipt installments have taken. */
async function post(run: Run, target: Target, receiptId: string): Promise<Money> {
  const currency = currencyOf(target);
  const today = todayOf(target, run.now);
  if (target.kind === 'ticket') {
    await settleEarnest(run.store, target.ticket, today);
    return zero(currency);
  }
  const posted =
    target.kind === 'contract'
      ? await postContract(run.store, target.contract, today)
      : await settleDeposits(run.store, target.reservation, currency, today);
  return posted === null ? zero(currency) : allocatedOf(posted.book, receiptId, currency);
}

function applied(
  target: Target,
  {
    receiptId,
    name,
    money,
    given,
    state,
  }: { receiptId: string; name: string; money: Money; given: Money; state: ReceiptState },
): Decision<Applied<Answer>> {
  const rest = subtract(money, given);
  const answer = {
    receiptId,
    receipt: name,
    amount: formatMoney(money),
    allocated: formatMoney(given),
    unallocated: formatMoney(rest),
    currency: money.currency,
    state,
  };
  const where = recordOf(target).name;
  const kept =
    state === 'PENDING_CLEARANCE'
      ? ' It counts when it is cleared.'
      : target.kind === 'reservation'
        ? ' It is kept as deposit.'
        : target.kind === 'ticket'
          ? ' It is kept as earnest money.'
          : isPositive(rest)
            ? ` ${formatMoney(rest)} is kept as prepayment.`
            : '';
  const message = `Booked ${formatMoney(money)} ${money.currency} on ${where}.${kept}`;
  return { plan: { answer, message, after: answer } };
}
