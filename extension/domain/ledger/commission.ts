/**
 * Commission by tiers (D14, E13). Tiers are half-open bands [from, to) without gaps: MARGINAL pays each
 * slice at its own rate, WHOLE pays the rate of the band reached on all of the amount.
 */
import { addDecimals, type Decimal, formatDecimal, overOneScale } from '#domain/shared/decimal.ts';
import { compare, divide, formatMoney, type Money, money, split, zero } from '#domain/shared/money.ts';
import type { Decision } from '#domain/shared/refusal.ts';
import { fromZeroTo, invalid, notNegative, type Problem } from './input-checks.ts';
import type { CommissionMode } from './settlement-states.ts';

export type CommissionTier = {
  from: Money;
  /** null: without end. */
  to: Money | null;
  percent: Decimal;
};

export type CommissionTerms = { mode: CommissionMode; tiers: readonly CommissionTier[] };

/** The slices are added exactly and the sum is rounded once. */
export function commission(amount: Money, { mode, tiers }: CommissionTerms): Decision<Money> {
  const problem = notNegative('amount', amount) ?? problemOfTiers(tiers);
  if (problem !== null) return problem;
  const slices = mode === 'MARGINAL' ? marginalSlices(amount, tiers) : wholeSlices(amount, tiers);
  if (slices === null) return invalid('amount', `is at or above ${lastEnd(tiers)}, where the last tier ends`);
  const { units, scale } = overOneScale(tiers.map(({ percent }) => percent));
  const exact = slices.reduce((total, slice, index) => total + slice * (units[index] ?? 0n), 0n);
  return { plan: money(divide(exact, scale * 100n, 'HALF_UP'), amount.currency) };
}

/** How much of the amount lies in each tier. What lies in none, below the first or above the last, earns nothing. */
function marginalSlices(amount: Money, tiers: readonly CommissionTier[]): bigint[] {
  return tiers.map(({ from, to }) => {
    const end = to !== null && compare(to, amount) < 0 ? to : amount;
    return compare(end, from) > 0 ? end.minor - from.minor : 0n;
  });
}

/** All of the amount in the tier that it reaches; null when it is beyond the last one's end. */
function wholeSlices(amount: Money, tiers: readonly CommissionTier[]): bigint[] | null {
  const end = tiers.at(-1)?.to ?? null;
  if (end !== null && compare(amount, end) >= 0) return null;
  return tiers.map(({ from, to }) => {
    const isReached = compare(amount, from) >= 0 && (to === null || compare(amount, to) < 0);
    return isReached ? amount.minor : 0n;
  });
}

function lastEnd(tiers: readonly CommissionTier[]): string {
  const end = tiers.at(-1)?.to ?? null;
  return end === null ? '' : formatMoney(end);
}

function problemOfTiers(tiers: readonly CommissionTier[]): Problem | null {
  if (tiers.length === 0) return invalid('tiers', 'must have at least one tier');
  for (const [index, tier] of tiers.entries()) {
    const field = `tiers.${index}`;
    const before = tiers[index - 1];
    const problem =
      notNegative(`${field}.from`, tier.from) ??
      (before === undefined ? null : problemOfStart(`${field}.from`, tier, before)) ??
      problemOfEnd(`${field}.to`, tier, index === tiers.length - 1) ??
      fromZeroTo(`${field}.percent`, tier.percent);
    if (problem !== null) return problem;
  }
  return null;
}

/** A gap or an overlap would leave a slice without a rate, or with two. */
function problemOfStart(field: string, { from }: CommissionTier, before: CommissionTier): Problem | null {
  // That the tier before has an end was checked when its turn was.
  const start = before.to ?? zero(from.currency);
  return compare(from, start) === 0
    ? null
    : invalid(field, `must be ${formatMoney(start)}, where the tier before it ends`);
}

function problemOfEnd(field: string, { from, to }: CommissionTier, isLast: boolean): Problem | null {
  if (to === null) return isLast ? null : invalid(field, 'must be given: only the last tier may be open');
  return compare(to, from) > 0
    ? null
    : invalid(field, `must be above ${formatMoney(from)}, where its tier starts`);
}

/** Shares by percent that add up to the commission exactly: the last takes what rounding leaves (D1). */
export function commissionShares(whole: Money, percents: readonly Decimal[]): Decision<Money[]> {
  for (const [index, percent] of percents.entries()) {
    const problem =
      percent.units > 0n
        ? fromZeroTo(`split.${index}`, percent)
        : invalid(`split.${index}`, 'must be above zero');
    if (problem !== null) return problem;
  }
  const total = formatDecimal(addDecimals(percents));
  if (total !== '100') return invalid('split', `must make exactly 100, not ${total}`);
  return { plan: split(whole, overOneScale(percents).units) };
}
