/**
 * What a quote says: the price ladder, the installments and the monthly payment, worked out by the functions
 * with which a reservation is made (D1), a contract signed (D2) and a mortgage case opened (D8). Reads and
 * works out; writes nothing.
 */
import * as z from 'zod/mini';
import { decideQuote, type QuotedPrice } from '#domain/deal/index.ts';
import { repaymentSchedule } from '#domain/ledger/index.ts';
import { parseDecimal } from '#domain/shared/decimal.ts';
import { formatMoney, type Money, NO_CURRENCY } from '#domain/shared/money.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Right } from '#domain/system/index.ts';
import type { RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { CALENDAR_QUERY, calendarOf, scheduleByPlan } from '../ledger/plan-records.ts';
import { amount, date, inputMoney, recordId, text } from '../system/input.ts';
import { buyerQueries, buyerShape, type Party, partiesOf } from './reservation-parties.ts';
import type { Unit } from './reserving.ts';
import { NO_TERMS } from './upgrade-reservation.ts';

const METHODS = ['EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL'] as const;

const loan = z.object({
  amount,
  termMonths: z
    .int('must be a whole number')
    .check(z.gte(1, 'must be at least 1'), z.lte(600, 'must be at most 600')),
  annualRatePercent: z.string().check(z.regex(/^\d{1,3}(\.\d{1,4})?$/, 'must be a percent like "4.9"')),
  repayment: z.enum(METHODS, `must be one of ${METHODS.join(', ')}`),
});

/** What the terms are made of; all of it may be missing while somebody still talks it over. */
export const quoteShape = {
  unitId: z.optional(recordId),
  ...buyerShape,
  stage: z.optional(z.enum(['SMALL', 'LARGE'], 'must be SMALL or LARGE')),
  price: z.optional(amount),
  discountRuleIds: z.optional(z.array(recordId).check(z.maxLength(20, 'are too many'))),
  depositAsked: z.optional(amount),
  planId: z.optional(recordId),
  /** When the contract would be signed; without it today. */
  signedOn: z.optional(date),
  loan: z.optional(loan),
  remark: z.optional(text),
};

export const quoteInput = z.object(quoteShape);
export type QuoteInput = z.infer<typeof quoteInput>;

export type QuoteStep = { name: string; percent: number | null; amount: string; priceAfter: string };
export type QuoteLine = { seq: number; label: string; amount: string; dueOn: string | null; anchor: string };
export type QuoteLoan = {
  amount: string;
  termMonths: number;
  annualRatePercent: string;
  repayment: string;
  first: string;
  last: string;
  interest: string;
};

/** Kept with the quote, so that the document says what was promised, whatever becomes of lists and plans. */
export type QuoteTerms = {
  currency: string;
  listPrice: string;
  steps: QuoteStep[];
  price: string;
  needsApproval: boolean;
  stage: string;
  deposit: string;
  holdHours: number;
  plan: string | null;
  signedOn: string;
  schedule: QuoteLine[];
  loan: QuoteLoan | null;
};

export type Quoting = {
  unit: Unit | null;
  parties: Party[];
  rules: RecordOf<'discountRule'>[];
  plan: RecordOf<'paymentPlan'> | null;
  lines: RecordOf<'paymentPlanLine'>[];
  milestones: RecordOf<'milestone'>[];
  calendarDays: RecordOf<'calendarDay'>[];
};

/** Two reads: the milestones are of the unit's building. */
export async function readQuoting(store: Pick<Store, 'read'>, input: QuoteInput): Promise<Decision<Quoting>> {
  const { unitId, discountRuleIds = [], planId } = input;
  const { units, people, companies, rules, plans, lines, calendarDays } = await store.read({
    units: {
      object: 'unit',
      filter: { id: { in: unitId === undefined ? [] : [unitId] } },
      with: { project: true, building: true, releaseBatch: true },
    },
    ...buyerQueries(input),
    rules: { object: 'discountRule', filter: { id: { in: discountRuleIds } } },
    plans: { object: 'paymentPlan', filter: { id: { in: planId === undefined ? [] : [planId] } } },
    lines: {
      object: 'paymentPlanLine',
      filter: { paymentPlanId: { in: planId === undefined ? [] : [planId] } },
    },
    ...CALENDAR_QUERY,
  });
  const unit = units[0] ?? null;
  const { milestones } = await store.read({
    milestones: {
      object: 'milestone',
      filter: { buildingId: { in: unit?.buildingId ? [unit.buildingId] : [] } },
    },
  });
  const parties = partiesOf(input, people, companies);
  if (isRefused(parties)) return parties;
  if (unit === null && unitId !== undefined) return refuse({ code: 'NOT_FOUND', what: 'unit', id: unitId });
  const missing = discountRuleIds.find((id) => !rules.some((rule) => rule.id === id));
  if (missing !== undefined) return refuse({ code: 'NOT_FOUND', what: 'discount rule', id: missing });
  const plan = plans[0] ?? null;
  if (plan === null && planId !== undefined)
    return refuse({ code: 'NOT_FOUND', what: 'payment plan', id: planId });
  return { plan: { unit, parties: parties.plan, rules, plan, lines, milestones, calendarDays } };
}

export type Quoter = { now: Date; rights: ReadonlySet<Right> };

export function todayAt(unit: { project: { timeZone: string } | null } | null, now: Date): PlainDate {
  return dateIn(now, unit?.project?.timeZone || 'UTC');
}

/** The price of a unit as it would be reserved right now. */
export function quotedPrice(
  unit: Unit,
  rules: readonly RecordOf<'discountRule'>[],
  input: QuoteInput,
  { now, rights }: Quoter,
): Decision<QuotedPrice> {
  const currency = unit.project?.currencyCode || unit.listPrice?.currency || NO_CURRENCY;
  const given = (field: 'price' | 'depositAsked'): Decision<Money | null> => {
    const value = input[field];
    return value === undefined ? { plan: null } : inputMoney(field, value, currency);
  };
  const [price, deposit] = [given('price'), given('depositAsked')];
  if (isRefused(price)) return price;
  if (isRefused(deposit)) return deposit;
  return decideQuote({
    unit,
    project: unit.project ?? NO_TERMS,
    stage: input.stage ?? 'LARGE',
    price: price.plan,
    depositAsked: deposit.plan,
    maySetPrice: rights.has('controlSales'),
    discounts: { rules, projectId: unit.projectId, today: todayAt(unit, now) },
  });
}

/** All of it, or the first thing that stands against it; null as long as no unit is chosen. */
export function quoteTerms(
  reading: Quoting,
  input: QuoteInput,
  quoter: Quoter,
): Decision<{ terms: QuoteTerms; price: QuotedPrice; monthly: Money | null } | null> {
  const { unit, rules } = reading;
  if (unit === null) return { plan: null };
  const priced = quotedPrice(unit, rules, input, quoter);
  if (isRefused(priced)) return priced;
  const price = priced.plan;
  const signedOn = input.signedOn ?? todayAt(unit, quoter.now);
  const schedule = scheduleOf(reading, unit, price.price, signedOn);
  if (isRefused(schedule)) return schedule;
  const loaned = loanOf(input, price.price);
  if (isRefused(loaned)) return loaned;
  const terms: QuoteTerms = {
    currency: price.price.currency,
    listPrice: formatMoney(price.listPrice),
    steps: stepsOf(price),
    price: formatMoney(price.price),
    needsApproval: price.needsApproval,
    stage: price.stage,
    deposit: formatMoney(price.depositAsked),
    holdHours: price.holdHours,
    plan: reading.plan?.name ?? null,
    signedOn,
    schedule: schedule.plan,
    loan: loaned.plan?.terms ?? null,
  };
  return { plan: { terms, price, monthly: loaned.plan?.monthly ?? null } };
}

/** The rungs of the price ladder: what each discount takes off, and what is left. */
export function stepsOf({ steps }: QuotedPrice): QuoteStep[] {
  return steps.map(({ name, percent, amount: off, priceAfter }) => ({
    name,
    percent,
    amount: formatMoney(off),
    priceAfter: formatMoney(priceAfter),
  }));
}

function scheduleOf(reading: Quoting, unit: Unit, price: Money, signedOn: PlainDate): Decision<QuoteLine[]> {
  const { plan, lines, milestones, calendarDays } = reading;
  if (plan === null) return { plan: [] };
  if (!plan.isActive) return refuse({ code: 'PLAN_NOT_OFFERED', plan: plan.name });
  const calendar = calendarOf(unit.project, calendarDays);
  const building = unit.building?.name ?? 'the building';
  const made = scheduleByPlan({ plan, lines, milestones, building, calendar }, price, { signedOn });
  if (isRefused(made)) return made;
  return {
    plan: made.plan.map(({ seq, label, amount: part, dueOn, anchor }) => ({
      seq,
      label,
      amount: formatMoney(part),
      dueOn,
      anchor,
    })),
  };
}

function loanOf(
  { loan: asked }: QuoteInput,
  { currency }: Money,
): Decision<{ terms: QuoteLoan; monthly: Money } | null> {
  if (asked === undefined) return { plan: null };
  const principal = inputMoney('loan.amount', asked.amount, currency);
  if (isRefused(principal)) return principal;
  const repaid = repaymentSchedule({
    principal: principal.plan,
    annualRatePercent: parseDecimal(asked.annualRatePercent),
    months: asked.termMonths,
    method: asked.repayment,
  });
  if (isRefused(repaid)) return repaid;
  const { rows, totalInterest } = repaid.plan;
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return { plan: null };
  const terms = {
    ...asked,
    amount: formatMoney(principal.plan),
    first: formatMoney(first.payment),
    last: formatMoney(last.payment),
    interest: formatMoney(totalInterest),
  };
  return { plan: { terms, monthly: first.payment } };
}
