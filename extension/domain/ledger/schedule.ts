/**
 * Payment schedules (D2): a price and the lines of a plan make installments that add up to the price
 * to the cent. Percents are exact to 1/10000 percent and have to make exactly 100 (D1).
 */
import {
  add,
  compare,
  formatMoney,
  type Money,
  multiply,
  type Remainder,
  split,
  subtract,
  sum,
  zero,
} from '#domain/shared/money.ts';
import { addDays, addMonths, later, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { PlanAnchor, PlanBasis } from './ledger-states.ts';

export type PlanLine = {
  label: string;
  basis: PlanBasis;
  /** Ten-thousandths of a percent: 10 % is 100000. For PERCENT. */
  percentTenThousandths: number | null;
  /** For FIXED. */
  amount: Money | null;
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

export type ScheduledInstallment = {
  seq: number;
  label: string;
  amount: Money;
  anchor: PlanAnchor;
  milestoneCode: string | null;
  monthsAfter: number;
  daysAfter: number;
  /** null until the milestone is certified or the keys are handed over (D2.4). */
  dueOn: PlainDate | null;
};

export type ScheduleAnchors = {
  signedOn: PlainDate;
  /** Certification date by milestone code; null when it is not certified yet. */
  milestones: ReadonlyMap<string, PlainDate | null>;
};

export const WHOLE_PERCENT = 1_000_000;
const MAX_INSTALLMENTS = 600;

export function scheduleInstallments(
  plan: Plan,
  price: Money,
  anchors: ScheduleAnchors,
): Decision<ScheduledInstallment[]> {
  const amounts = lineAmounts(plan, price);
  if ('refused' in amounts) return amounts;
  const installments: ScheduledInstallment[] = [];
  for (const [index, line] of plan.lines.entries()) {
    const amount = amounts.plan[index];
    if (amount === undefined) throw new Error('every line has an amount');
    const parts = inEqualParts(amount, line.repeatTimes, plan);
    for (const [time, part] of parts.entries()) {
      const monthsAfter = line.monthsAfter + time * line.repeatEveryMonths;
      installments.push({
        seq: installments.length + 1,
        label: parts.length === 1 ? line.label : `${line.label} ${time + 1}/${parts.length}`,
        amount: part,
        anchor: line.anchor,
        milestoneCode: line.milestoneCode,
        monthsAfter,
        daysAfter: line.daysAfter,
        dueOn: dueDate({ ...line, monthsAfter }, anchors),
      });
    }
  }
  if (installments.length > MAX_INSTALLMENTS) {
    return invalid(
      plan,
      plan.name,
      `makes ${installments.length} installments, at most ${MAX_INSTALLMENTS} are possible`,
    );
  }
  return { plan: installments };
}

function inEqualParts(amount: Money, times: number, { remainder }: Plan): Money[] {
  if (times === 1) return [amount];
  const weights = Array.from({ length: times }, () => 1n);
  return split(amount, weights, remainder);
}

type DueRule = Pick<PlanLine, 'anchor' | 'milestoneCode' | 'dueOn' | 'monthsAfter' | 'daysAfter'>;

function dueDate(rule: DueRule, anchors: ScheduleAnchors): PlainDate | null {
  if (rule.anchor === 'SIGNING') return dueFrom(anchors.signedOn, rule);
  if (rule.anchor === 'DATE') return rule.dueOn === null ? null : dueFrom(rule.dueOn, rule);
  if (rule.anchor === 'HANDOVER') return null;
  const certifiedOn = anchors.milestones.get(rule.milestoneCode ?? '') ?? null;
  // A milestone reached before the contract was signed asks for nothing before the signing.
  return certifiedOn === null ? null : dueFrom(later(certifiedOn, anchors.signedOn), rule);
}

/** The due date from its anchor: months first, clamped to the month's end, then days (D2.2). */
export function dueFrom(anchor: PlainDate, offset: { monthsAfter: number; daysAfter: number }): PlainDate {
  return addDays(addMonths(anchor, offset.monthsAfter), offset.daysAfter);
}

function lineAmounts(plan: Plan, price: Money): Decision<Money[]> {
  const problem = firstProblem(plan, price);
  if (problem !== null) return problem;
  const percentLines = plan.lines.filter((line) => line.basis === 'PERCENT');
  const fixed = sum(
    plan.lines.map((line) => (line.basis === 'FIXED' ? line.amount : null)).filter(isMoney),
    price.currency,
  );
  const hasBalance = plan.lines.some((line) => line.basis === 'BALANCE');
  const rest = subtract(price, fixed);
  const percents = percentLines.map((line) => BigInt(line.percentTenThousandths ?? 0));
  // Without a balance line the percents share what is no fixed amount; with one they are of the price.
  const shares = hasBalance
    ? percents.map((percent) => multiply(price, percent, BigInt(WHOLE_PERCENT)))
    : percents.length === 0
      ? []
      : split(rest, percents, plan.remainder);
  const balance = subtract(rest, sum(shares, price.currency));
  if (compare(balance, zero(price.currency)) < 0 || compare(rest, zero(price.currency)) < 0) {
    return refuse({
      code: 'PLAN_DOES_NOT_ADD_UP',
      plan: plan.name,
      sum: formatMoney(add(fixed, sum(shares, price.currency))),
      expected: formatMoney(price),
    });
  }
  let next = 0;
  return {
    plan: plan.lines.map((line) => {
      if (line.basis === 'BALANCE') return balance;
      if (line.basis === 'FIXED') return line.amount ?? zero(price.currency);
      return shares[next++] ?? zero(price.currency);
    }),
  };
}

function isMoney(amount: Money | null): amount is Money {
  return amount !== null;
}

function invalid(plan: Plan, line: string, problem: string) {
  return refuse({ code: 'PLAN_LINE_INVALID', plan: plan.name, line, problem });
}

/** What is wrong with the plan itself, or null. Percents must make exactly 100, no tolerance (D1). */
function firstProblem(plan: Plan, price: Money) {
  if (plan.lines.length === 0) return invalid(plan, plan.name, 'has no lines');
  for (const line of plan.lines) {
    const problem = lineProblem(line, price);
    if (problem !== null) return invalid(plan, line.label, problem);
  }
  const balances = plan.lines.filter((line) => line.basis === 'BALANCE').length;
  if (balances > 1) return invalid(plan, plan.name, 'has more than one balance line');
  const percents = plan.lines.filter((line) => line.basis === 'PERCENT');
  const percentSum = percents.reduce((total, line) => total + (line.percentTenThousandths ?? 0), 0);
  const isWhole =
    balances === 1 ? percentSum <= WHOLE_PERCENT : percents.length === 0 || percentSum === WHOLE_PERCENT;
  if (!isWhole) {
    return refuse({
      code: 'PLAN_DOES_NOT_ADD_UP',
      plan: plan.name,
      sum: `${percentText(percentSum)} %`,
      expected: '100 %',
    });
  }
  if (balances === 0 && percents.length === 0) {
    const fixed = sum(plan.lines.map((line) => line.amount).filter(isMoney), price.currency);
    if (compare(fixed, price) !== 0) {
      return refuse({
        code: 'PLAN_DOES_NOT_ADD_UP',
        plan: plan.name,
        sum: formatMoney(fixed),
        expected: formatMoney(price),
      });
    }
  }
  return null;
}

function lineProblem(line: PlanLine, price: Money): string | null {
  if (!Number.isInteger(line.repeatTimes) || line.repeatTimes < 1) return 'is repeated less than once';
  if (line.repeatTimes > MAX_INSTALLMENTS) return `is repeated more than ${MAX_INSTALLMENTS} times`;
  if (line.monthsAfter < 0 || line.daysAfter < 0 || line.repeatEveryMonths < 0)
    return 'falls due before its anchor';
  if (line.basis === 'PERCENT' && (line.percentTenThousandths ?? 0) <= 0) return 'has no percent above zero';
  if (line.basis === 'FIXED' && (line.amount === null || line.amount.minor <= 0n))
    return 'has no amount above zero';
  if (line.basis === 'FIXED' && line.amount?.currency !== price.currency)
    return `is not in ${price.currency}`;
  if (line.anchor === 'DATE' && line.dueOn === null) return 'has no date';
  if (line.anchor === 'MILESTONE' && (line.milestoneCode ?? '') === '') return 'names no milestone';
  return null;
}

/** "105" or "99.9999" from ten-thousandths of a percent. */
function percentText(tenThousandths: number): string {
  return (tenThousandths / 10_000).toFixed(4).replace(/\.?0+$/, '');
}

/** Exact ten-thousandths from a stored percent such as 33.3333; null when it has more places. */
export function percentTenThousandths(percent: number): number | null {
  const scaled = Math.round(percent * 10_000);
  return Math.abs(scaled / 10_000 - percent) < 1e-9 ? scaled : null;
}
