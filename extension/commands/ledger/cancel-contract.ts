/**
 * Changes: a contract to CANCEL_PENDING, and to its end once everything is refunded; its installments are
 * cancelled, what may be kept is kept, the rest becomes the buyer's balance; commissions are clawed back.
 * Guard: approved by somebody else; the state is changed only while it is still the one that was decided
 * on. After a crash: it is CANCEL_PENDING with some rows missing; the same request again writes them.
 */
import * as z from 'zod/mini';
import { CANCELLED_AS, type CancelKind, CONTRACT_TRANSITIONS } from '#domain/deal/index.ts';
import { cancellationTerms } from '#domain/ledger/index.ts';
import { decimalOf } from '#domain/shared/decimal.ts';
import {
  add,
  compare,
  formatMoney,
  isPositive,
  type Money,
  subtract,
  sum,
  zero,
} from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command, Run } from '../system/command.ts';
import { amount, date, inputMoney, recordId, requestId, requiredText } from '../system/input.ts';
import { nextSeq } from './add-charge.ts';
import { currencyOf, replayBook } from './book.ts';
import { type ContractBook, inFuture, loadContract, todayOf } from './contract-of.ts';
import { finishCancellation } from './finish-cancellation.ts';
import { installmentRow } from './installment-rows.ts';
import { postContract } from './post-receipts.ts';

const KINDS = [
  'MUTUAL',
  'BUYER_DEFAULT',
  'SELLER_DEFAULT',
  'RESCISSION',
  'REGULATOR',
] as const satisfies readonly CancelKind[];

const schema = z.object({
  requestId,
  contractId: recordId,
  kind: z.enum(KINDS, `must be one of ${KINDS.join(', ')}`),
  cancelledOn: date,
  /** Less than may be kept; without it all that may. */
  retained: z.optional(amount),
  reason: requiredText,
});

type Input = z.infer<typeof schema>;
type Snapshot = ContractBook & {
  commissions: RecordOf<'commission'>[];
  promises: RecordOf<'paymentPromise'>[];
  requests: RecordOf<'paymentRequest'>[];
};
type Plan = { retained: Money; compensation: Money };
type Answer = {
  contract: string;
  state: string;
  paid: string;
  retained: string;
  compensation: string;
  toRefund: string;
  currency: string;
};

export const cancelContract: Command<Input, Snapshot, Plan, Answer> = {
  name: 'cancel-contract',
  room: 'ledger',
  title: 'Cancel contract',
  right: 'keepAccounts',
  approvedWith: 'approveMoney',
  schema,
  subject: ({ contractId }) => ({ kind: 'contract', id: contractId }),

  async load({ store }, { contractId }) {
    const loaded = await loadContract(store, contractId);
    if (isRefused(loaded)) return loaded;
    const { commissions, promises, requests } = await store.read({
      commissions: { object: 'commission', filter: { contractId } },
      promises: { object: 'paymentPromise', filter: { contractId } },
      requests: { object: 'paymentRequest', filter: { contractId } },
    });
    return { plan: { ...loaded.plan, commissions, promises, requests } };
  },

  decide(run, input, { contract, book }): Decision<Plan> {
    if (
      !isBegun(run, input, { contract, book }) &&
      !canGo(CONTRACT_TRANSITIONS, contract.state, 'CANCEL_PENDING')
    ) {
      const { name, state } = contract;
      return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to: 'CANCEL_PENDING' });
    }
    const today = todayOf(contract, run.now);
    const late = inFuture('cancelledOn', input.cancelledOn, today);
    if (late !== null) return late;
    const currency = currencyOf(contract);
    const paid = paidIn({ contract, book }, today);
    const terms = cancellationTerms({
      regime: contract.unit?.project?.settlementRegime ?? 'NONE',
      kind: input.kind,
      price: contract.price ?? zero(currency),
      paid: isPositive(paid) ? paid : zero(currency),
      depositAgreed: contract.depositAgreed,
      completionPercent: decimalOf(contract.unit?.project?.completionPercent ?? 0),
    });
    if (isRefused(terms)) return terms;
    const { mostRetained, compensation } = terms.plan;
    if (input.retained === undefined) return { plan: { retained: mostRetained, compensation } };
    const asked = inputMoney('retained', input.retained, currency);
    if (isRefused(asked)) return asked;
    if (compare(asked.plan, mostRetained) > 0) {
      const most = formatMoney(mostRetained);
      return refuse({ code: 'AMOUNT_TOO_HIGH', field: 'retained', amount: formatMoney(asked.plan), most });
    }
    return { plan: { retained: asked.plan, compensation } };
  },

  async apply(run, input, snapshot, { retained, compensation }) {
    const { contract, book } = snapshot;
    const today = todayOf(contract, run.now);
    const paid = paidIn(snapshot, today);
    const pending = {
      state: 'CANCEL_PENDING',
      cancelledOn: input.cancelledOn,
      cancelKind: input.kind,
    } as const;
    if (canGo(CONTRACT_TRANSITIONS, contract.state, 'CANCEL_PENDING')) {
      const guard = { id: contract.id, state: contract.state };
      const to = { ...sealedFields('contract', contract), ...pending };
      const changed = await run.store.changeWhere('contract', guard, to);
      if (changed.length === 0) return refuse({ code: 'BUSY', what: contract.name });
    }
    const cancelling = { ...contract, ...pending };
    await cancelInstallments(run, input, { contract: cancelling, book }, today);
    await keepAndCompensate(run, input, { contract: cancelling, book }, { retained, compensation }, today);
    await letGo(run, input, snapshot, today);
    const posted = await postContract(run.store, cancelling, today);
    const ended = await finishCancellation(run.store, { ...cancelling, ...posted.contract }, posted.book);
    const currency = currencyOf(contract);
    const toRefund = posted.contract.prepaid ?? zero(currency);
    const answer = {
      contract: contract.name,
      state: ended ?? posted.contract.state,
      paid: formatMoney(paid),
      retained: formatMoney(retained),
      compensation: formatMoney(compensation),
      toRefund: formatMoney(toRefund),
      currency,
    };
    const kept = isPositive(retained) ? ` ${answer.retained} is kept.` : '';
    const rest = isPositive(toRefund) ? ` ${answer.toRefund} ${currency} is to be refunded.` : '';
    const message = `${contract.name} is cancelled.${kept}${rest}`;
    return { plan: { answer, message, before: { state: contract.state }, after: answer } };
  },
};

/** Whether the run that was cut off has cancelled it already; it may even have come to its end. */
function isBegun(run: Run, { kind, cancelledOn }: Input, { contract, book }: ContractBook): boolean {
  const isCancelled = contract.state === 'CANCEL_PENDING' || contract.state === CANCELLED_AS[kind];
  const isSame = contract.cancelKind === kind && contract.cancelledOn === cancelledOn;
  const isOurs = book.adjustments.every(
    (one) => one.kind !== 'CANCELLATION' || one.id === run.idFor(`CANCELLATION ${one.installmentId}`),
  );
  return run.isResumed && isCancelled && isSame && isOurs;
}

/**
 * What the buyer has paid for the home and not got back: neither compensation by the seller, nor late fees,
 * nor what was collected for others. No more than this can be kept.
 */
function paidIn({ contract, book }: ContractBook, today: PlainDate): Money {
  const none = zero(currencyOf(contract));
  const received = book.receipts.filter(
    ({ state, method, fund }) => state === 'CLEARED' && method !== 'COMPENSATION' && fund === 'PRICE',
  );
  const refunded = book.refunds.filter(({ state }) => state === 'PAID');
  const fees = replayBook(contract, book, today).charges.map(({ feePaid }) => ({ amount: feePaid }));
  const total = (rows: readonly { amount: Money | null }[]) =>
    sum(
      rows.map(({ amount: one }) => one ?? none),
      none.currency,
    );
  return subtract(total(received), add(total(refunded), total(fees)));
}

/** Every installment is taken off in full, with its late fee: what was paid is free again. */
async function cancelInstallments(
  run: Run,
  input: Input,
  { contract, book }: ContractBook,
  today: PlainDate,
): Promise<void> {
  const none = zero(currencyOf(contract));
  const { charges } = replayBook(contract, book, today);
  const own = book.installments.filter(({ id }) => id !== run.idFor('retention'));
  const rows = own.flatMap((installment) => {
    const outcome = charges.find(({ id }) => id === installment.id);
    const { credited = none, fee = none, feePaid = none, feeWaived = none } = outcome ?? {};
    const asked = subtract(installment.amount ?? none, credited);
    const lateFee = subtract(subtract(fee, feePaid), feeWaived);
    const row = (kind: Fields<'adjustment'>['kind'], money: Money) => ({
      id: run.idFor(`${kind} ${installment.id}`),
      name: `${installment.name} · ${formatMoney(money)}`,
      contractId: contract.id,
      installmentId: installment.id,
      kind,
      amount: money,
      effectiveOn: today,
      reason: input.reason,
      askedBy: run.actor.name,
      approvedBy: run.approval?.by ?? '',
    });
    return [
      ...(isPositive(lateFee) ? [row('LATE_FEE_WAIVER', lateFee)] : []),
      ...(isPositive(asked) ? [row('CANCELLATION', asked)] : []),
    ];
  });
  await run.store.write([{ createMany: 'adjustment', rows }]);
  const changes = own.map((record) => ({ record, to: { closedAs: 'CANCELLED' as const } }));
  await run.store.write([{ changeMany: 'installment', changes }]);
}

async function keepAndCompensate(
  run: Run,
  input: Input,
  { contract, book }: ContractBook,
  { retained, compensation }: Plan,
  today: PlainDate,
): Promise<void> {
  if (isPositive(retained)) {
    const id = run.idFor('retention');
    const seq = book.installments.find((one) => one.id === id)?.seq ?? nextSeq(book.installments);
    const asked = { id, seq, label: 'Retained', amount: retained, dueOn: today };
    const row = installmentRow(contract, { ...asked, chargeType: 'RETENTION' }, today);
    await run.store.write([{ create: 'installment', row }]);
  }
  if (!isPositive(compensation)) return;
  const row = {
    id: run.idFor('compensation'),
    name: `${contract.name} · compensation`,
    externalId: run.idFor('compensation'),
    contractId: contract.id,
    reservationId: null,
    payerId: null,
    amount: compensation,
    allocated: zero(compensation.currency),
    method: 'COMPENSATION' as const,
    receivedOn: today,
    valueOn: today,
    bookedOn: today,
    state: 'CLEARED' as const,
    remark: input.reason,
  };
  await run.store.write([{ create: 'receipt', row }]);
}

/** Commissions go back (D14), promises and payment requests are nobody's any more. */
async function letGo(run: Run, input: Input, snapshot: Snapshot, today: PlainDate): Promise<void> {
  const commissions = snapshot.commissions
    .filter(({ state }) => state !== 'CLAWED_BACK')
    .map((record) => ({
      record,
      to: {
        state: 'CLAWED_BACK' as const,
        clawedBackOn: today,
        // What was only earned is not paid any more; what was paid has to come back.
        clawedBack: record.state === 'PAID' ? record.amount : null,
        reason: input.reason,
      },
    }));
  const promises = snapshot.promises
    .filter(({ state }) => state === 'OPEN')
    .map((record) => ({ record, to: { state: 'WITHDRAWN' as const, decidedOn: today } }));
  const requests = snapshot.requests
    .filter(({ state }) => state === 'OPEN')
    .map((record) => ({ record, to: { state: 'WITHDRAWN' as const } }));
  const writes = [
    ...(requests.length === 0 ? [] : [{ changeMany: 'paymentRequest' as const, changes: requests }]),
    ...(commissions.length === 0 ? [] : [{ changeMany: 'commission' as const, changes: commissions }]),
    ...(promises.length === 0 ? [] : [{ changeMany: 'paymentPromise' as const, changes: promises }]),
  ];
  if (writes.length > 0) await run.store.write(writes);
}
