/**
 * Changes: a contract to CANCEL_PENDING, and to its end once everything is refunded; its installments are
 * cancelled, what may be kept is kept, the rest becomes the buyer's balance; commissions are clawed back; a booked
 * appointment of the handover is given up.
 * Guard: approved by somebody else; the contract's next place for a change; the state is changed only while it
 * is still the one that was decided on. After a crash: it is CANCEL_PENDING with some rows missing; the same
 * request again writes them.
 */
import * as z from 'zod/mini';
import { CANCELLED_AS, type CancelKind, CONTRACT_TRANSITIONS } from '#domain/deal/index.ts';
import { afterTheEnd } from '#domain/handover/index.ts';
import { cancellationTerms } from '#domain/ledger/index.ts';
import { decimalOf } from '#domain/shared/decimal.ts';
import { compare, formatMoney, isPositive, lesser, zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import { changeAppointment } from '../handover/appointment-of-contract.ts';
import type { Run } from '../system/command.ts';
import { amount, date, inputMoney, recordId, requestId, requiredText } from '../system/input.ts';
import { nextSeq } from './add-charge.ts';
import { addAdjustments, addInstallments } from './add-rows.ts';
import { currencyOf } from './book.ts';
import {
  type Cancellation,
  cancelledRows,
  compensationRows,
  paidIn,
  retainedRows,
} from './cancellation-rows.ts';
import { type Changing, changeQueries, contractChange } from './contract-changes.ts';
import { inFuture, loadContract, todayOf } from './contract-of.ts';
import { finishCancellation } from './finish-cancellation.ts';
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
type Snapshot = Changing & {
  commissions: RecordOf<'commission'>[];
  promises: RecordOf<'paymentPromise'>[];
  requests: RecordOf<'paymentRequest'>[];
};
type Answer = {
  contract: string;
  state: string;
  paid: string;
  retained: string;
  compensation: string;
  toRefund: string;
  currency: string;
};

export const cancelContract = contractChange<Input, Snapshot, Cancellation, Answer>({
  name: 'cancel-contract',
  title: 'Cancel contract',
  right: 'keepAccounts',
  schema,

  async load({ store }, { contractId }) {
    const loaded = await loadContract(store, contractId);
    if (isRefused(loaded)) return loaded;
    const more = await store.read({
      commissions: { object: 'commission', filter: { contractId } },
      promises: { object: 'paymentPromise', filter: { contractId } },
      requests: { object: 'paymentRequest', filter: { contractId } },
      ...changeQueries(contractId),
    });
    return { plan: { ...loaded.plan, ...more } };
  },

  decide(run, input, { contract, book }, own): Decision<Cancellation> {
    const { name, state } = contract;
    if (own === null && !canGo(CONTRACT_TRANSITIONS, state, 'CANCEL_PENDING'))
      return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to: 'CANCEL_PENDING' });
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
    if (input.retained === undefined) return { plan: { paid, retained: mostRetained, compensation } };
    const asked = inputMoney('retained', input.retained, currency);
    if (isRefused(asked)) return asked;
    // What has begun is not refused any more: of money that has bounced since, less is kept.
    if (own === null && compare(asked.plan, mostRetained) > 0) {
      const most = formatMoney(mostRetained);
      return refuse({ code: 'AMOUNT_TOO_HIGH', field: 'retained', amount: formatMoney(asked.plan), most });
    }
    return { plan: { paid, retained: lesser(asked.plan, mostRetained), compensation } };
  },

  terms: (_run, { kind, cancelledOn }, { contract }, { retained, compensation }) => ({
    kind: 'CANCEL',
    effectiveOn: cancelledOn,
    before: contract.state,
    after: [
      `${CANCELLED_AS[kind]} (${kind})`,
      ...(isPositive(retained) ? [`${formatMoney(retained)} kept`] : []),
      ...(isPositive(compensation) ? [`${formatMoney(compensation)} compensation`] : []),
    ].join(', '),
    priceAfter: contract.price ?? zero(currencyOf(contract)),
    fee: zero(currencyOf(contract)),
  }),

  rows(run, input, snapshot, cancellation) {
    const { contract, book } = snapshot;
    const seqAfter = nextSeq(book.installments) - 1;
    return {
      installments: retainedRows(run, contract, cancellation, seqAfter),
      adjustments: cancelledRows(run, contract, book, input.reason),
      receipts: compensationRows(run, contract, cancellation, input.reason),
    };
  },

  figures: (_run, _input, _snapshot, { paid, retained, compensation }) => ({ paid, retained, compensation }),

  async prepare(run, input, { contract }): Promise<Refusal | null> {
    const { id, name, state } = contract;
    if (isCancelled(contract, input)) return null;
    if (!canGo(CONTRACT_TRANSITIONS, state, 'CANCEL_PENDING'))
      return { code: 'STATE_NOT_ALLOWED', what: name, from: state, to: 'CANCEL_PENDING' };
    const to = { ...sealedFields('contract', contract), ...pending(input) };
    const changed = await run.store.changeWhere('contract', { id, state }, to);
    if (changed.length > 0) return null;
    // Another run of this request may have been faster: the place of the change is this request's.
    const { now } = await run.store.read({ now: { object: 'contract', filter: { id } } });
    return now[0] !== undefined && isCancelled(now[0], input) ? null : { code: 'BUSY', what: name };
  },

  async carry(run, input, snapshot, cancellation) {
    const { contract, book } = snapshot;
    const { store } = run;
    const today = todayOf(contract, run.now);
    // A run that goes on may find that it has ended already: nothing was left to refund.
    const cancelling = isCancelled(contract, input) ? contract : { ...contract, ...pending(input) };
    const after = await addAdjustments(store, contract, book, (known) =>
      cancelledRows(run, contract, known, input.reason),
    );
    const changes = after.installments
      .filter(({ id }) => id !== run.idFor('retention'))
      .map((record) => ({ record, to: { closedAs: 'CANCELLED' as const } }));
    await store.write([{ changeMany: 'installment', changes }]);
    await addInstallments(store, contract, book.installments, (seqAfter) =>
      retainedRows(run, contract, cancellation, seqAfter),
    );
    const receipts = compensationRows(run, contract, cancellation, input.reason);
    if (receipts.length > 0) await store.write([{ createMany: 'receipt', rows: receipts }]);
    await letGo(run, input, snapshot, today);
    const posted = await postContract(store, cancelling, today);
    const ended = await finishCancellation(store, { ...cancelling, ...posted.contract }, posted.book);
    return ended === null ? posted : { ...posted, contract: { ...posted.contract, state: ended } };
  },

  answer(run, _input, { contract, book }, change, today) {
    const currency = currencyOf(contract);
    const none = zero(currency);
    const kept = book.installments.find(({ id }) => id === run.idFor('retention'))?.amount ?? none;
    const compensation = book.receipts.find(({ id }) => id === run.idFor('compensation'))?.amount ?? none;
    const toRefund = change.toRefund ?? none;
    const answer = {
      contract: contract.name,
      state: contract.state,
      paid: formatMoney(paidIn({ contract, book }, today)),
      retained: formatMoney(kept),
      compensation: formatMoney(compensation),
      toRefund: formatMoney(toRefund),
      currency,
    };
    const keptText = isPositive(kept) ? ` ${answer.retained} is kept.` : '';
    const rest = isPositive(toRefund) ? ` ${answer.toRefund} ${currency} is to be refunded.` : '';
    return { answer, message: `${contract.name} is cancelled.${keptText}${rest}` };
  },
});

function pending({ kind, cancelledOn }: Input) {
  return { state: 'CANCEL_PENDING', cancelledOn, cancelKind: kind } as const;
}

/** By an earlier run of this request, since nobody else has its place; it may even have come to its end. */
function isCancelled({ state }: RecordOf<'contract'>, { kind }: Input): boolean {
  return state === 'CANCEL_PENDING' || state === CANCELLED_AS[kind];
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
  const [appointment] = snapshot.appointments;
  await changeAppointment(run.store, appointment, afterTheEnd);
}
