/**
 * Changes: the price of a contract, or its plan, or both: paid lines stay, the rest is planned anew (D2.6).
 * Guard: approved by somebody else; the new installments take the contract's next numbers in one insert, so
 * that of two at once one is refused; where nothing is left to plan, one of zero takes the number.
 * After a crash: new and old lines stand side by side; the same request again takes the old ones off, with the
 * same ids and by what the new ones say, whatever was paid in between.
 */
import * as z from 'zod/mini';
import { type AdjustmentKind, type Replan, replan, type ScheduledInstallment } from '#domain/ledger/index.ts';
import { add, formatMoney, isPositive, type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Command, Run } from '../system/command.ts';
import { amount, date, inputMoney, recordId, requestId, requiredText } from '../system/input.ts';
import { nextSeq } from './add-charge.ts';
import { currencyOf, replayBook } from './book.ts';
import { type ContractBook, inFuture, loadContract, notLive, todayOf } from './contract-of.ts';
import { installmentRow, scheduledRow } from './installment-rows.ts';
import { CALENDAR_QUERY, calendarOf, planQueries, scheduleByPlan } from './plan-records.ts';
import { postContract } from './post-receipts.ts';

const schema = z.object({
  requestId,
  contractId: recordId,
  /** The lines of this plan are of what is left to pay. */
  planId: recordId,
  /** Without it the price stays. */
  newPrice: z.optional(amount),
  /** The day from which the plan counts, as from a signing. */
  effectiveOn: date,
  reason: requiredText,
});

type Input = z.infer<typeof schema>;
type Snapshot = ContractBook & {
  plan: RecordOf<'paymentPlan'>;
  lines: RecordOf<'paymentPlanLine'>[];
  milestones: RecordOf<'milestone'>[];
  calendarDays: RecordOf<'calendarDay'>[];
};
type Installment = RecordOf<'installment'>;
type Plan = {
  price: Money;
  change: Replan;
  schedule: ScheduledInstallment[];
  /** Installments that an earlier run of this request has made. */
  ours: Installment[];
  /** Old ones on which nothing is left. */
  gone: Installment[];
};
type Answer = {
  contract: string;
  price: string;
  remaining: string;
  excess: string;
  currency: string;
  newInstallments: number;
};

export const replanContract: Command<Input, Snapshot, Plan, Answer> = {
  name: 'replan-contract',
  room: 'ledger',
  title: 'Re-plan contract',
  right: 'keepAccounts',
  approvedWith: 'approveMoney',
  schema,
  subject: ({ contractId }) => ({ kind: 'contract', id: contractId }),

  async load({ store }, { contractId, planId }) {
    const loaded = await loadContract(store, contractId);
    if (isRefused(loaded)) return loaded;
    const { buildingId = null } = loaded.plan.contract.unit ?? {};
    const { plans, lines, milestones, calendarDays } = await store.read({
      ...planQueries(planId),
      milestones: { object: 'milestone', filter: { buildingId } },
      ...CALENDAR_QUERY,
    });
    const [plan] = plans;
    if (plan === undefined) return refuse({ code: 'NOT_FOUND', what: 'payment plan', id: planId });
    return { plan: { ...loaded.plan, plan, lines, milestones, calendarDays } };
  },

  decide(run, input, snapshot): Decision<Plan> {
    const { contract, book } = snapshot;
    const today = todayOf(contract, run.now);
    const refusal = notLive(contract) ?? inFuture('effectiveOn', input.effectiveOn, today);
    if (refusal !== null) return refusal;
    const currency = currencyOf(contract);
    const asked = input.newPrice === undefined ? null : inputMoney('newPrice', input.newPrice, currency);
    if (asked !== null && isRefused(asked)) return asked;
    const price = asked?.plan ?? contract.price ?? zero(currency);
    if (!isPositive(price))
      return refuse({ code: 'INVALID_INPUT', field: 'newPrice', problem: 'must be above zero' });
    const ours = book.installments.filter(({ id }) => isOurs(run, id));
    const isSuperseded = book.adjustments.some(
      (one) => one.kind === 'REPLANNING' && ours.some(({ id }) => id === one.installmentId),
    );
    if (isSuperseded) return refuse({ code: 'BUSY', what: contract.name });
    const old = book.installments.filter(
      (one) => one.chargeType === 'HOUSE_PRICE' && !ours.some(({ id }) => id === one.id),
    );
    const lines = plannedLines(old, { contract, book }, today);
    const planned = ours.length === 0 ? null : sum(ours.map(amountOf), currency);
    const change = replan(lines, price, planned);
    const gone = old.filter((one) => isGone(run, one, book, change));
    const plan = { price, change, ours, gone, schedule: [] };
    if (ours.length > 0 || !isPositive(change.remaining)) return { plan };
    const schedule = scheduleRest(snapshot, change.remaining, input);
    if (isRefused(schedule)) return schedule;
    if (schedule.plan.length > MOST_LINES) {
      const problem = `makes more than ${MOST_LINES} installments`;
      return refuse({ code: 'INVALID_INPUT', field: 'planId', problem });
    }
    return { plan: { ...plan, schedule: schedule.plan } };
  },

  async apply(run, input, { contract, book, milestones }, { price, change, schedule, ours, gone }) {
    const today = todayOf(contract, run.now);
    const seqAfter = nextSeq(book.installments) - 1;
    const made = schedule.map((one) =>
      scheduledRow(contract, one, milestones, { id: newId(run, one.seq), seqAfter, today }),
    );
    const rows = made.length > 0 ? made : [nothingLeft(run, contract, seqAfter + 1, today)];
    if (ours.length === 0) {
      const claimed = await run.store.claim('installment', rows);
      if (!claimed.won) return refuse({ code: 'BUSY', what: contract.name });
    }
    await takeOff(run, input, { contract, book }, { change, gone });
    await run.store.write([
      { change: 'contract', record: contract, to: { price, paymentPlanId: input.planId } },
    ]);
    const { contract: after } = await postContract(run.store, { ...contract, price }, today);
    const answer = {
      contract: contract.name,
      price: formatMoney(price),
      remaining: formatMoney(change.remaining),
      excess: formatMoney(after.prepaid ?? change.excess),
      currency: price.currency,
      newInstallments: ours.length > 0 ? ours.filter(isAsked).length : made.length,
    };
    const message = `${contract.name} is planned anew: ${answer.price} ${price.currency}, of which ${answer.remaining} in ${answer.newInstallments} new installments.`;
    const before = { price: contract.price === null ? null : formatMoney(contract.price) };
    return { plan: { answer, message, before, after: answer } };
  },
};

/** So many rows are all or nothing in one insert. */
const MOST_LINES = 200;

function newId(run: Run, seq: number): string {
  return run.idFor(`installment ${seq}`);
}

/** Whether an installment was made by an earlier run of this request. */
function isOurs(run: Run, id: string): boolean {
  return (
    run.isResumed && Array.from({ length: MOST_LINES }, (_, index) => newId(run, index + 1)).includes(id)
  );
}

function scheduleRest(snapshot: Snapshot, rest: Money, input: Input): Decision<ScheduledInstallment[]> {
  const { contract, plan, lines, milestones, calendarDays } = snapshot;
  const calendar = calendarOf(contract.unit?.project ?? null, calendarDays);
  const site = { plan, lines, milestones, building: 'the building', calendar };
  return scheduleByPlan(site, rest, { signedOn: input.effectiveOn });
}

function amountOf({ amount: asked }: Installment): Money {
  if (asked === null) throw new Error('an installment asks for an amount');
  return asked;
}

function isAsked(one: Installment): boolean {
  return isPositive(amountOf(one));
}

/** Credits of an earlier re-planning are no part of the price any more; those of a waiver or settlement are. */
function plannedLines(old: readonly Installment[], { contract, book }: ContractBook, today: PlainDate) {
  const none = zero(currencyOf(contract));
  const { charges } = replayBook(contract, book, today);
  return old.map((one) => {
    const { paid = none, credited = none } = charges.find(({ id }) => id === one.id) ?? {};
    const settled = book.adjustments.filter(
      ({ installmentId, kind }) => installmentId === one.id && SETTLING.includes(kind),
    );
    const total = sum(
      settled.map((row) => row.amount ?? none),
      none.currency,
    );
    return { id: one.id, seq: one.seq ?? 0, amount: one.amount ?? none, credited, settled: total, paid };
  });
}

const SETTLING: readonly AdjustmentKind[] = ['PRINCIPAL_WAIVER', 'AREA_SETTLEMENT'];

/** Taken off now or by an earlier run of this request, and nothing is left on it. */
function isGone(run: Run, one: Installment, { adjustments }: ContractBook['book'], change: Replan): boolean {
  const none = zero(change.remaining.currency);
  const part = change.takenOff.find(({ id }) => id === one.id)?.amount;
  const own = adjustments.filter(
    ({ installmentId, kind }) => installmentId === one.id && kind !== 'LATE_FEE_WAIVER',
  );
  const isOurs = part !== undefined || own.some(({ id }) => id === run.idFor(`adjustment ${one.id}`));
  const credited = sum(
    own.map((row) => row.amount ?? none),
    none.currency,
  );
  return isOurs && !isPositive(subtract(one.amount ?? none, add(credited, part ?? none)));
}

/** What was paid covers the price: no new lines, but the number that keeps two re-plannings apart. */
function nothingLeft(run: Run, contract: ContractBook['contract'], seq: number, today: PlainDate) {
  const asked = { id: newId(run, 1), seq, label: 'Nothing left to plan', dueOn: null };
  const row = installmentRow(contract, { ...asked, amount: zero(currencyOf(contract)) }, today);
  return { ...row, closedAs: 'CANCELLED' as const, state: 'CANCELLED' as const };
}

async function takeOff(
  run: Run,
  input: Input,
  { contract, book }: ContractBook,
  { change, gone }: Pick<Plan, 'change' | 'gone'>,
): Promise<void> {
  const today = todayOf(contract, run.now);
  const nameOf = (id: string) => book.installments.find((one) => one.id === id)?.name ?? '';
  const rows = change.takenOff.map(({ id, amount: part }) => ({
    id: run.idFor(`adjustment ${id}`),
    name: `${nameOf(id)} · ${formatMoney(part)}`,
    contractId: contract.id,
    installmentId: id,
    kind: 'REPLANNING' as const,
    amount: part,
    effectiveOn: today,
    reason: input.reason,
    askedBy: run.actor.name,
    approvedBy: run.approval?.by ?? '',
  }));
  await run.store.write([{ createMany: 'adjustment', rows }]);
  const changes = gone.map((record) => ({ record, to: { closedAs: 'CANCELLED' as const } }));
  await run.store.write([{ changeMany: 'installment', changes }]);
}
