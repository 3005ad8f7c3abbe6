/**
 * Commission (D14): earned with a contract whose first payment is cleared, split by percents with a part
 * for the pool, paid out, and clawed back when the contract is cancelled (see cancel-contract).
 *
 * Changes: commissions of the contract, one a share. Guard: each share has a unique key, so it is earned
 * once. After a crash: some shares are missing; the same request again adds them, with the same ids.
 */
import * as z from 'zod/mini';
import { COMMISSION_TRANSITIONS, commission, commissionShares } from '#domain/ledger/index.ts';
import { addDecimals, type Decimal, decimalOf, formatDecimal, parseDecimal } from '#domain/shared/decimal.ts';
import { formatMoney, isPositive, type Money, zero } from '#domain/shared/money.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command } from '../system/command.ts';
import { date, recordId, requestId } from '../system/input.ts';
import { currencyOf } from './book.ts';
import { type ContractBook, inFuture, loadContract, notLive, todayOf } from './contract-of.ts';

const percent = z.string().check(z.regex(/^\d{1,3}(\.\d{1,4})?$/, 'must be a percent like "50"'));

const earnSchema = z.object({
  requestId,
  contractId: recordId,
  /** Without it the salesperson of the contract earns all that does not go to the pool. */
  split: z.optional(
    z
      .array(z.object({ memberId: recordId, percent }))
      .check(z.minLength(1, 'must not be empty'), z.maxLength(20, 'are too many')),
  ),
});
const paySchema = z.object({ requestId, commissionId: recordId, paidOn: date });

type EarnInput = z.infer<typeof earnSchema>;
type Snapshot = ContractBook & {
  plan: RecordOf<'commissionPlan'> | null;
  tiers: RecordOf<'commissionTier'>[];
  earned: RecordOf<'commission'>[];
};
type Share = { earnerId: string | null; earnerName: string; percent: Decimal; amount: Money };
type EarnPlan = { total: Money; shares: Share[] };

export const earnCommission: Command<
  EarnInput,
  Snapshot,
  EarnPlan,
  { contract: string; commission: string; currency: string; shares: { earner: string; amount: string }[] }
> = {
  name: 'earn-commission',
  room: 'ledger',
  title: 'Work out commission',
  right: 'keepAccounts',
  schema: earnSchema,
  subject: ({ contractId }) => ({ kind: 'contract', id: contractId }),

  async load({ store }, { contractId }) {
    const loaded = await loadContract(store, contractId);
    if (isRefused(loaded)) return loaded;
    const { plans, tiers, earned } = await store.read({
      plans: { object: 'commissionPlan', filter: { isActive: true } },
      tiers: { object: 'commissionTier', filter: {} },
      earned: { object: 'commission', filter: { contractId } },
    });
    const projectId = loaded.plan.contract.unit?.projectId ?? null;
    const plan =
      plans.find((one) => one.projectId === projectId) ?? plans.find((one) => one.projectId === null) ?? null;
    const own = tiers.filter(({ commissionPlanId }) => commissionPlanId === plan?.id);
    return { plan: { ...loaded.plan, plan, tiers: own, earned } };
  },

  decide(run, input, { contract, plan, tiers, earned }): Decision<EarnPlan> {
    const refusal = notLive(contract);
    if (refusal !== null) return refusal;
    if (plan === null)
      return refuse({ code: 'NOT_FOUND', what: 'commission plan in use', id: contract.name });
    if (earned.length > 0 && !run.isResumed)
      return refuse({
        code: 'STATE_NOT_ALLOWED',
        what: contract.name,
        from: earned[0]?.state ?? 'EARNED',
        to: 'EARNED',
      });
    if (contract.price === null || contract.paid === null || !isPositive(contract.paid))
      return refuse({ code: 'INVALID_INPUT', field: 'contractId', problem: 'has received no payment yet' });
    // Who sold it has earned it, whoever answers for the contract now (A052).
    return shared(input, contract.price, contract.soldById ?? contract.salespersonId, plan, tiers);
  },

  async apply(run, _input, { contract, plan }, { total, shares }) {
    const today = todayOf(contract, run.now);
    const rows = shares.map((share, index) => ({
      id: run.idFor(`share ${index}`),
      name: `${contract.name} · ${share.earnerName || formatMoney(share.amount)}`,
      contractId: contract.id,
      commissionPlanId: plan?.id ?? null,
      earnerId: share.earnerId,
      earnerName: share.earnerName,
      base: contract.price,
      sharePercent: Number(formatDecimal(share.percent)),
      amount: share.amount,
      state: 'EARNED' as const,
      earnedOn: today,
      paidOn: null,
      clawedBackOn: null,
      clawedBack: zero(share.amount.currency),
      reason: '',
      commissionKey: `${contract.id}:${index + 1}`,
    }));
    const claimed = await run.store.claim('commission', rows);
    if (!claimed.won) return refuse({ code: 'BUSY', what: contract.name });
    const answer = {
      contract: contract.name,
      commission: formatMoney(total),
      currency: total.currency,
      shares: shares.map(({ earnerId, earnerName, amount }) => ({
        earner: earnerId ?? earnerName,
        amount: formatMoney(amount),
      })),
    };
    const message = `${answer.commission} ${answer.currency} of commission is earned with ${contract.name}.`;
    return { plan: { answer, message, after: answer } };
  },
};

function shared(
  input: EarnInput,
  base: Money,
  salespersonId: string | null,
  plan: RecordOf<'commissionPlan'>,
  tiers: readonly RecordOf<'commissionTier'>[],
): Decision<EarnPlan> {
  const none = zero(base.currency);
  const bands = tiers
    .map((tier) => ({
      from: tier.fromAmount ?? none,
      to: tier.toAmount,
      percent: decimalOf(tier.percent ?? 0),
    }))
    .sort((a, b) => Number(a.from.minor - b.from.minor));
  const total = commission(base, { mode: plan.mode, tiers: bands });
  if (isRefused(total)) return total;
  const pool = decimalOf(plan.poolPercent ?? 0);
  const people = input.split?.map(({ memberId, percent: share }) => ({
    earnerId: memberId as string | null,
    percent: parseDecimal(share),
  })) ?? [{ earnerId: salespersonId, percent: rest(pool) }];
  const earners = [
    ...people.map((one) => ({ ...one, earnerName: '' })),
    ...(pool.units > 0n ? [{ earnerId: null, percent: pool, earnerName: 'Pool' }] : []),
  ];
  const parts = commissionShares(
    total.plan,
    earners.map((one) => one.percent),
  );
  if (isRefused(parts)) return parts;
  const shares = earners.map((one, index) => ({ ...one, amount: parts.plan[index] ?? none }));
  return { plan: { total: total.plan, shares } };
}

function rest(pool: Decimal): Decimal {
  return addDecimals([parseDecimal('100'), { units: -pool.units, places: pool.places }]);
}

type PayInput = z.infer<typeof paySchema>;
type PaySnapshot = ContractBook & { earned: RecordOf<'commission'> };

export const payCommission: Command<
  PayInput,
  PaySnapshot,
  null,
  { commissionId: string; state: string; amount: string }
> = {
  name: 'pay-commission',
  room: 'ledger',
  title: 'Pay commission',
  right: 'keepAccounts',
  schema: paySchema,
  subject: ({ commissionId }) => ({ kind: 'commission', id: commissionId }),

  async load({ store }, { commissionId }) {
    const { found } = await store.read({ found: { object: 'commission', filter: { id: commissionId } } });
    const [earned] = found;
    if (earned === undefined) return refuse({ code: 'NOT_FOUND', what: 'commission', id: commissionId });
    const loaded = await loadContract(store, earned.contractId ?? '');
    return isRefused(loaded) ? loaded : { plan: { ...loaded.plan, earned } };
  },

  decide(run, { paidOn }, { contract, earned }) {
    const late = inFuture('paidOn', paidOn, todayOf(contract, run.now));
    if (late !== null) return late;
    const isOwn = run.isResumed && earned.state === 'PAID';
    if (isOwn || canGo(COMMISSION_TRANSITIONS, earned.state, 'PAID')) return { plan: null };
    return refuse({ code: 'STATE_NOT_ALLOWED', what: earned.name, from: earned.state, to: 'PAID' });
  },

  async apply(run, { paidOn }, { contract, earned }) {
    if (earned.state !== 'PAID') {
      const guard = { id: earned.id, state: earned.state };
      const to = { ...sealedFields('commission', earned), state: 'PAID' as const, paidOn };
      const changed = await run.store.changeWhere('commission', guard, to);
      if (changed.length === 0) return refuse({ code: 'BUSY', what: earned.name });
    }
    const amount = formatMoney(earned.amount ?? zero(currencyOf(contract)));
    const answer = { commissionId: earned.id, state: 'PAID', amount };
    return { plan: { answer, message: `The commission ${earned.name} is paid.`, after: answer } };
  },
};
