/**
 * Payment schedules (D2): a price and the lines of a plan make installments that add up to the price
 * to the cent, in an order in which due dates never go back.
 */
import { type Money, split } from '#domain/shared/money.ts';
import { addDays, addMonths, later, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused } from '#domain/shared/refusal.ts';
import { type BusinessCalendar, type DueDayRule, EVERY_DAY, onBusinessDay } from './business-days.ts';
import type { PlanAnchor } from './ledger-states.ts';
import { invalidPlan, MAX_INSTALLMENTS, type Plan, type PlanLine } from './plan.ts';
import { lineAmounts } from './plan-amounts.ts';

export type ScheduledInstallment = {
  seq: number;
  label: string;
  amount: Money;
  anchor: PlanAnchor;
  milestoneCode: string | null;
  monthsAfter: number;
  daysAfter: number;
  /** null until the milestone is certified, the loan is paid out or the keys are handed over (D2.4). */
  dueOn: PlainDate | null;
};

export type BusinessDays = { rule: DueDayRule; calendar: BusinessCalendar };

export type ScheduleAnchors = {
  signedOn: PlainDate;
  /** Certification date by milestone code; null when it is not certified yet. */
  milestones: ReadonlyMap<string, PlainDate | null>;
  handedOverOn?: PlainDate | null;
  loanPaidOutOn?: PlainDate | null;
  /** What becomes of due dates on days off; without it they stay as they are. */
  businessDays?: BusinessDays;
};

export function scheduleInstallments(
  plan: Plan,
  price: Money,
  anchors: ScheduleAnchors,
): Decision<ScheduledInstallment[]> {
  const amounts = lineAmounts(plan, price);
  if (isRefused(amounts)) return amounts;
  const installments = plan.lines.flatMap((line, index) => {
    const amount = amounts.plan[index];
    if (amount === undefined) throw new Error('every line has an amount');
    return repeated(line, amount, plan, anchors);
  });
  if (installments.length > MAX_INSTALLMENTS) {
    const problem = `makes ${installments.length} installments, at most ${MAX_INSTALLMENTS} are possible`;
    return invalidPlan(plan, plan.name, problem);
  }
  return { plan: inDueOrder(installments).map((one, index) => ({ ...one, seq: index + 1 })) };
}

function repeated(
  line: PlanLine,
  amount: Money,
  plan: Plan,
  anchors: ScheduleAnchors,
): ScheduledInstallment[] {
  const weights = Array.from({ length: line.repeatTimes }, () => 1n);
  const parts = line.repeatTimes === 1 ? [amount] : split(amount, weights, plan.remainder);
  return parts.map((part, time) => {
    const monthsAfter = line.monthsAfter + time * line.repeatEveryMonths;
    return {
      seq: 0,
      label: parts.length === 1 ? line.label : `${line.label} ${time + 1}/${parts.length}`,
      amount: part,
      anchor: line.anchor,
      milestoneCode: line.milestoneCode,
      monthsAfter,
      daysAfter: line.daysAfter,
      dueOn: dueDate({ ...line, monthsAfter }, anchors),
    };
  });
}

/** Dated installments in the order of their dates, in the places that dated ones have; others stay put. */
function inDueOrder<T extends { dueOn: PlainDate | null }>(installments: readonly T[]): T[] {
  const dated = installments.flatMap((one) => (one.dueOn === null ? [] : [{ one, dueOn: one.dueOn }]));
  const sorted = dated.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  let next = 0;
  return installments.map((one) => (one.dueOn === null ? one : (sorted[next++]?.one ?? one)));
}

type DueRule = Pick<PlanLine, 'anchor' | 'milestoneCode' | 'dueOn' | 'monthsAfter' | 'daysAfter'>;

function dueDate(rule: DueRule, anchors: ScheduleAnchors): PlainDate | null {
  const anchor = anchorDate(rule, anchors);
  if (anchor === null) return null;
  return dueFrom(anchor, rule, anchors.businessDays);
}

function anchorDate(rule: DueRule, anchors: ScheduleAnchors): PlainDate | null {
  if (rule.anchor === 'SIGNING') return anchors.signedOn;
  if (rule.anchor === 'DATE') return rule.dueOn;
  if (rule.anchor === 'HANDOVER') return anchors.handedOverOn ?? null;
  if (rule.anchor === 'LOAN') return anchors.loanPaidOutOn ?? null;
  const certifiedOn = anchors.milestones.get(rule.milestoneCode ?? '') ?? null;
  // A milestone reached before the contract was signed asks for nothing before the signing.
  return certifiedOn === null ? null : later(certifiedOn, anchors.signedOn);
}

/** The due date from its anchor: months first, clamped to the month's end, then days (D2.2). */
export function dueFrom(
  anchor: PlainDate,
  offset: { monthsAfter: number; daysAfter: number },
  { rule, calendar }: BusinessDays = { rule: 'AS_IS', calendar: EVERY_DAY },
): PlainDate {
  const due = addDays(addMonths(anchor, offset.monthsAfter), offset.daysAfter);
  return onBusinessDay(due, rule, calendar);
}
