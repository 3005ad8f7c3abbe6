/**
 * What a payment plan is made of (D2), and what is wrong with one that cannot work.
 * A plan has to make exactly the price: percents are of the price, deposits that a later line takes
 * off are part of that line.
 */
import type { Money, Remainder } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { refuse } from '#domain/shared/refusal.ts';
import type { PlanAnchor, PlanBasis } from './ledger-states.ts';

export type PlanLine = {
  label: string;
  basis: PlanBasis;
  /** Ten-thousandths of a percent: 10 % is 100000. For PERCENT. */
  percentTenThousandths: number | null;
  /** For FIXED. */
  amount: Money | null;
  /** A deposit: a later line may take it off. */
  isDeposit: boolean;
  /** The deposits before this line that none has taken off yet come off it (D2.3). */
  isLessDeposit: boolean;
  anchor: PlanAnchor;
  milestoneCode: string | null;
  /** For DATE. */
  dueOn: PlainDate | null;
  monthsAfter: number;
  daysAfter: number;
  repeatTimes: number;
  repeatEveryMonths: number;
};

export type Plan = { name: string; remainder: Remainder; lines: readonly PlanLine[] };

export const WHOLE_PERCENT = 1_000_000;
export const MAX_INSTALLMENTS = 600;
/** A hundred years: whatever is beyond is a slip of the keyboard. */
const MOST_MONTHS = 1_200;
const MOST_DAYS = 36_525;

export function invalidPlan(plan: Plan, line: string, problem: string) {
  return refuse({ code: 'PLAN_LINE_INVALID', plan: plan.name, line, problem });
}

/** The first thing that is wrong with a line of the plan, or null. */
export function firstLineProblem(plan: Plan, price: Money) {
  if (plan.lines.length === 0) return invalidPlan(plan, plan.name, 'has no lines');
  for (const line of plan.lines) {
    const problem = amountProblem(line, price) ?? dateProblem(line);
    if (problem !== null) return invalidPlan(plan, line.label, problem);
  }
  const balances = plan.lines.filter((line) => line.basis === 'BALANCE').length;
  if (balances > 1) return invalidPlan(plan, plan.name, 'has more than one balance line');
  return null;
}

function amountProblem(line: PlanLine, price: Money): string | null {
  if (!Number.isInteger(line.repeatTimes) || line.repeatTimes < 1) return 'is repeated less than once';
  if (line.repeatTimes > MAX_INSTALLMENTS) return `is repeated more than ${MAX_INSTALLMENTS} times`;
  if (line.basis === 'PERCENT' && (line.percentTenThousandths ?? 0) <= 0) return 'has no percent above zero';
  if (line.basis === 'FIXED' && (line.amount === null || line.amount.minor <= 0n))
    return 'has no amount above zero';
  if (line.basis === 'FIXED' && line.amount?.currency !== price.currency)
    return `is not in ${price.currency}`;
  if (line.isDeposit && line.isLessDeposit) return 'is a deposit and takes deposits off';
  return null;
}

function dateProblem(line: PlanLine): string | null {
  if (line.monthsAfter < 0 || line.daysAfter < 0 || line.repeatEveryMonths < 0)
    return 'falls due before its anchor';
  if (line.monthsAfter + (line.repeatTimes - 1) * line.repeatEveryMonths > MOST_MONTHS)
    return `falls due more than ${MOST_MONTHS} months after its anchor`;
  if (line.daysAfter > MOST_DAYS) return `falls due more than ${MOST_DAYS} days after its anchor`;
  if (line.anchor === 'DATE' && line.dueOn === null) return 'has no date';
  if (line.anchor === 'MILESTONE' && (line.milestoneCode ?? '') === '') return 'names no milestone';
  return null;
}

/** "105" or "99.9999" from ten-thousandths of a percent. */
export function percentText(tenThousandths: number): string {
  return (tenThousandths / 10_000).toFixed(4).replace(/\.?0+$/, '');
}

/** Exact ten-thousandths from a stored percent such as 33.3333; null when it has more places. */
export function percentTenThousandths(percent: number): number | null {
  const scaled = Math.round(percent * 10_000);
  return Math.abs(scaled / 10_000 - percent) < 1e-9 ? scaled : null;
}
