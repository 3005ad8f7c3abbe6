/**
 * Changes: the price of a contract, or its plan, or both: paid lines stay, the rest is planned anew (D2.6).
 * Guard: approved by somebody else; the contract's next place for a change, see contract-changes.ts.
 * After a crash: new and old lines stand side by side; the same request again takes the old ones off, with the
 * same ids and by what the new ones say, whatever was paid in between.
 */
import * as z from 'zod/mini';
import { compare, formatMoney, isPositive, sum, zero } from '#domain/shared/money.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { amount, date, inputMoney, recordId, requestId, requiredText } from '../system/input.ts';
import { nextSeq } from './add-charge.ts';
import { currencyOf } from './book.ts';
import { type Changing, changeContract, changeQueries, contractChange } from './contract-changes.ts';
import { inFuture, loadContract, notLive, todayOf } from './contract-of.ts';
import { CALENDAR_QUERY, planQueries } from './plan-records.ts';
import { postContract } from './post-receipts.ts';
import {
  carryReplanning,
  decideReplanning,
  newInstallments,
  ownInstallments,
  type PlanGround,
  type Replanning,
  takenOffRows,
} from './replanning.ts';

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
type Snapshot = Changing & PlanGround & { planBefore: RecordOf<'paymentPlan'> | null };
type Answer = {
  contract: string;
  price: string;
  remaining: string;
  excess: string;
  currency: string;
  newInstallments: number;
};

export const replanContract = contractChange<Input, Snapshot, Replanning, Answer>({
  name: 'replan-contract',
  title: 'Re-plan contract',
  right: 'keepAccounts',
  schema,

  async load({ store }, { contractId, planId }) {
    const loaded = await loadContract(store, contractId);
    if (isRefused(loaded)) return loaded;
    const { contract } = loaded.plan;
    const { plans, lines, milestones, calendarDays, before, ...changing } = await store.read({
      ...planQueries(planId),
      before: { object: 'paymentPlan', filter: { id: { in: [contract.paymentPlanId ?? planId] } } },
      milestones: { object: 'milestone', filter: { buildingId: contract.unit?.buildingId ?? null } },
      ...CALENDAR_QUERY,
      ...changeQueries(contractId),
    });
    const [plan] = plans;
    if (plan === undefined) return refuse({ code: 'NOT_FOUND', what: 'payment plan', id: planId });
    const ground = { plan, lines, milestones, calendarDays, planBefore: before[0] ?? null };
    return { plan: { ...loaded.plan, ...changing, ...ground } };
  },

  decide(run, input, snapshot, own): Decision<Replanning> {
    const { contract } = snapshot;
    const { effectiveOn } = input;
    const refusal = notLive(contract) ?? inFuture('effectiveOn', effectiveOn, todayOf(contract, run.now));
    if (refusal !== null && own === null) return refusal;
    const currency = currencyOf(contract);
    const asked = input.newPrice === undefined ? null : inputMoney('newPrice', input.newPrice, currency);
    if (asked !== null && isRefused(asked)) return asked;
    const price = own?.priceAfter ?? asked?.plan ?? contract.price ?? zero(currency);
    return decideReplanning(run, snapshot, snapshot, { price, effectiveOn });
  },

  terms(_run, { effectiveOn }, { contract, plan, planBefore }, { price }) {
    const isPrice = contract.price === null || compare(contract.price, price) !== 0;
    const said = (money: typeof price | null, name: string) =>
      isPrice && money !== null ? `${formatMoney(money)} ${money.currency}, ${name}` : name;
    return {
      kind: isPrice ? 'CHANGE_PRICE' : 'CHANGE_PLAN',
      effectiveOn,
      before: said(contract.price, planBefore?.name ?? '–'),
      after: said(price, plan.name),
      priceAfter: price,
      fee: zero(price.currency),
    };
  },

  rows(run, { reason }, { contract, book, milestones }, planning) {
    const installments = newInstallments(run, contract, planning, milestones, nextSeq(book.installments) - 1);
    const { price } = planning;
    const known = { ...book, installments: [...book.installments, ...installments] };
    return { installments, adjustments: takenOffRows(run, contract, known, { price, reason }), receipts: [] };
  },

  figures: (_run, _input, _snapshot, { paid, change }) => ({ paid, remaining: change.remaining }),

  async carry(run, { planId, reason }, snapshot, planning) {
    const { contract, milestones } = snapshot;
    await carryReplanning(run, snapshot, milestones, planning, reason);
    const to = { price: planning.price, paymentPlanId: planId };
    const changed = await changeContract(run.store, contract, to);
    return postContract(run.store, changed, todayOf(contract, run.now));
  },

  answer(run, _input, { contract, book }, { priceAfter }) {
    const none = zero(currencyOf(contract));
    const ours = ownInstallments(run, book).map(({ amount: asked }) => asked ?? none);
    const answer = {
      contract: contract.name,
      price: formatMoney(priceAfter ?? none),
      remaining: formatMoney(sum(ours, none.currency)),
      excess: formatMoney(contract.prepaid ?? none),
      currency: none.currency,
      newInstallments: ours.filter(isPositive).length,
    };
    const message = `${contract.name} is planned anew: ${answer.price} ${answer.currency}, of which ${answer.remaining} in ${answer.newInstallments} new installments.`;
    return { answer, message };
  },
});
