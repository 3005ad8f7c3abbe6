/**
 * Changes: the price of a contract, or its plan, or both: paid lines stay, the rest is planned anew (D2.6).
 * Guard: approved by somebody else; the new installments take the contract's next numbers in one insert, so
 * that of two at once one is refused. After a crash: new and old lines stand side by side; the same request
 * again takes the old ones off, with the same ids.
 */
import * as z from 'zod/mini';
import { type Replan, replan, type ScheduledInstallment } from '#domain/ledger/index.ts';
import { formatMoney, isPositive, type Money, zero } from '#domain/shared/money.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Command, Run } from '../system/command.ts';
import { amount, date, inputMoney, recordId, requestId, requiredText } from '../system/input.ts';
import { nextSeq } from './add-charge.ts';
import { currencyOf, replayBook } from './book.ts';
import { type ContractBook, inFuture, loadContract, notLive, todayOf } from './contract-of.ts';
import { scheduledRow } from './installment-rows.ts';
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
type Plan = { price: Money; change: Replan; schedule: ScheduledInstallment[] };
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
    const { charges } = replayBook(contract, book, today);
    const ours = new Set(book.installments.map(({ id }) => id).filter((id) => isOurs(run, id)));
    const old = book.installments.filter(
      ({ id, chargeType }) => chargeType === 'HOUSE_PRICE' && !ours.has(id),
    );
    const change = replan(
      old.map((one) => {
        const outcome = charges.find(({ id }) => id === one.id);
        const none = zero(currency);
        const { paid = none, credited = none } = outcome ?? {};
        return { id: one.id, seq: one.seq ?? 0, amount: one.amount ?? none, credited, paid };
      }),
      price,
    );
    const schedule = isPositive(change.remaining)
      ? scheduleRest(snapshot, change.remaining, input)
      : { plan: [] };
    return isRefused(schedule) ? schedule : { plan: { price, change, schedule: schedule.plan } };
  },

  async apply(run, input, { contract, book, milestones }, { price, change, schedule }) {
    const today = todayOf(contract, run.now);
    const seqAfter = nextSeq(book.installments.filter(({ id }) => !isOurs(run, id))) - 1;
    const rows = schedule.map((one) =>
      scheduledRow(contract, one, milestones, { id: newId(run, one.seq), seqAfter, today }),
    );
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const claimed = await run.store.claim('installment', rows.slice(at, at + AT_ONCE));
      if (!claimed.won) return refuse({ code: 'BUSY', what: contract.name });
    }
    await takeOff(run, input, { contract, book }, change);
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
      newInstallments: rows.length,
    };
    const message = `${contract.name} is planned anew: ${answer.price} ${price.currency}, of which ${answer.remaining} in ${rows.length} new installments.`;
    const before = { price: contract.price === null ? null : formatMoney(contract.price) };
    return { plan: { answer, message, before, after: answer } };
  },
};

const AT_ONCE = 200;
const MOST_LINES = 600;

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

async function takeOff(
  run: Run,
  input: Input,
  { contract, book }: ContractBook,
  change: Replan,
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
  const gone = book.installments.filter(
    ({ id, paid }) => change.takenOff.some((one) => one.id === id) && (paid === null || !isPositive(paid)),
  );
  const changes = gone.map((record) => ({ record, to: { closedAs: 'CANCELLED' as const } }));
  await run.store.write([{ changeMany: 'installment', changes }]);
}
