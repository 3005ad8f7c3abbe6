/**
 * Changes: an adjustment that takes something off an installment: late fee, or principal (D3, C5).
 * Guard: approved by somebody else; never more than is open when it is carried out: the adjustment takes the
 * installment's next slot, and where another one has taken it the amount is decided anew. After a crash: the
 * adjustment stands and totals lag behind; the same request again, or the nightly run, brings them along.
 */
import * as z from 'zod/mini';
import { openAmount } from '#domain/ledger/index.ts';
import {
  compare,
  formatMoney,
  isPositive,
  isZero,
  type Money,
  subtract,
  zero,
} from '#domain/shared/money.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Command, Run } from '../system/command.ts';
import { amount, inputMoney, recordId, requestId, requiredText } from '../system/input.ts';
import { slotted } from './add-rows.ts';
import { type Book, currencyOf, readBook, replayBook } from './book.ts';
import { type ContractBook, loadContract, notLive, todayOf } from './contract-of.ts';
import { postContract } from './post-receipts.ts';

const schema = z.object({
  requestId,
  installmentId: recordId,
  what: z.enum(['LATE_FEE', 'PRINCIPAL'], 'must be LATE_FEE or PRINCIPAL'),
  /** Without it all that is open. */
  amount: z.optional(amount),
  reason: requiredText,
});

type Input = z.infer<typeof schema>;
type Snapshot = ContractBook & { installment: RecordOf<'installment'> };
type Answer = { adjustmentId: string; installment: string; waived: string; currency: string };

export const waive: Command<Input, Snapshot, Money, Answer> = {
  name: 'waive',
  room: 'ledger',
  title: 'Waive',
  right: 'keepAccounts',
  approvedWith: 'approveMoney',
  schema,
  subject: ({ installmentId }) => ({ kind: 'installment', id: installmentId }),

  async load({ store }, { installmentId }) {
    const { found } = await store.read({ found: { object: 'installment', filter: { id: installmentId } } });
    const [installment] = found;
    if (installment === undefined)
      return refuse({ code: 'NOT_FOUND', what: 'installment', id: installmentId });
    const loaded = await loadContract(store, installment.contractId ?? '');
    return isRefused(loaded) ? loaded : { plan: { ...loaded.plan, installment } };
  },

  decide(run, input, { contract, book, installment }): Decision<Money> {
    const refusal = notLive(contract);
    if (refusal !== null) return refusal;
    const own = book.adjustments.find(({ id }) => id === run.idFor('adjustment'));
    if (own?.amount != null) return { plan: own.amount };
    const currency = currencyOf(contract);
    const most = openFor(input.what, installment, contract, book, run.now);
    const asked = input.amount === undefined ? null : inputMoney('amount', input.amount, currency);
    if (asked !== null && isRefused(asked)) return asked;
    const waived = asked?.plan ?? most;
    if (!isPositive(waived))
      return refuse({ code: 'INVALID_INPUT', field: 'amount', problem: 'must be above zero' });
    if (compare(waived, most) > 0) {
      const [given, limit] = [formatMoney(waived), formatMoney(most)];
      return refuse({ code: 'AMOUNT_TOO_HIGH', field: 'amount', amount: given, most: limit });
    }
    return { plan: waived };
  },

  async apply(run, input, { contract, book, installment }, waived) {
    const today = todayOf(contract, run.now);
    const adjustmentId = run.idFor('adjustment');
    const isFee = input.what === 'LATE_FEE';
    const row = {
      id: adjustmentId,
      name: `${installment.name} · ${formatMoney(waived)}`,
      contractId: contract.id,
      installmentId: installment.id,
      kind: isFee ? ('LATE_FEE_WAIVER' as const) : ('PRINCIPAL_WAIVER' as const),
      amount: waived,
      effectiveOn: today,
      reason: input.reason,
      askedBy: run.actor.name,
      approvedBy: run.approval?.by ?? '',
      slotKey: '',
      seal: null,
    };
    const lost = await takeSlot(run, input, { contract, book, installment }, row);
    if (lost !== null) return refuse(lost);
    // As it was before: a run that goes on finds its own adjustment in the book.
    const adjustments = book.adjustments.filter(({ id }) => id !== adjustmentId);
    const rest = openFor(input.what, installment, contract, { ...book, adjustments }, run.now);
    const isAll = isZero(subtract(rest, waived)) && installment.paid?.minor === 0n;
    if (!isFee && isAll)
      await run.store.write([{ change: 'installment', record: installment, to: { closedAs: 'WAIVED' } }]);
    await postContract(run.store, contract, today);
    const answer = {
      adjustmentId,
      installment: installment.name,
      waived: formatMoney(waived),
      currency: waived.currency,
    };
    const what = isFee ? 'late fee' : 'principal';
    const message = `${answer.waived} ${answer.currency} of ${what} on ${installment.name} is waived.`;
    return { plan: { answer, message, after: answer } };
  },
};

const MOST_TRIES = 20;

/** Of two waivers at the very same moment the second one sees the first, and what is still open after it. */
async function takeSlot(
  run: Run,
  { what }: Input,
  { contract, book, installment }: Snapshot,
  row: RecordOf<'adjustment'>,
): Promise<Refusal | null> {
  let adjustments: readonly RecordOf<'adjustment'>[] = book.adjustments;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { won } = await run.store.claim('adjustment', slotted([row], adjustments));
    if (won) return null;
    const now = await readBook(run.store, contract.id);
    const most = openFor(what, installment, contract, now, run.now);
    if (row.amount !== null && compare(row.amount, most) > 0) {
      const [amount, limit] = [formatMoney(row.amount), formatMoney(most)];
      return { code: 'AMOUNT_TOO_HIGH', field: 'amount', amount, most: limit };
    }
    adjustments = now.adjustments;
  }
  return { code: 'BUSY', what: installment.name };
}

/** What could be waived: late fee that is neither paid nor waived, or principal that is open. */
function openFor(
  what: Input['what'],
  installment: RecordOf<'installment'>,
  contract: ContractBook['contract'],
  book: Book,
  now: Date,
): Money {
  const currency = currencyOf(contract);
  const { charges } = replayBook(contract, book, todayOf(contract, now));
  const outcome = charges.find(({ id }) => id === installment.id);
  if (outcome === undefined || installment.amount === null) return zero(currency);
  const open =
    what === 'LATE_FEE'
      ? subtract(subtract(outcome.fee, outcome.feePaid), outcome.feeWaived)
      : openAmount({ amount: installment.amount, paid: outcome.paid, credited: outcome.credited });
  return isPositive(open) ? open : zero(currency);
}
