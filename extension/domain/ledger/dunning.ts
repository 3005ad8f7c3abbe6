/**
 * The dunning ladder (C4): which step a contract has come to. A step is taken once for the same arrears;
 * a promise that is still open, a pause or arrears below the threshold stop it (G2.5).
 */
import type { Decimal } from '#domain/shared/decimal.ts';
import { fractionOf } from '#domain/shared/decimal.ts';
import type { Money } from '#domain/shared/money.ts';
import { addDays, daysBetween, type PlainDate } from '#domain/shared/plain-date.ts';

export type LadderStep = {
  id: string;
  /** Below zero: so many days before the due date. */
  daysPastDue: number;
  /** Below this share of the price no notice goes out. */
  thresholdPercent: Decimal | null;
};

export type Arrears = {
  price: Money;
  overdue: Money;
  overdueSince: PlainDate | null;
  /** The next installment that falls due, for reminders before the day. */
  nextDue: { dueOn: PlainDate; open: Money } | null;
  pausedUntil: PlainDate | null;
  hasOpenPromise: boolean;
};

export type DueStep<S extends LadderStep> = {
  step: S;
  oldestDueOn: PlainDate;
  daysLate: number;
  asked: Money;
};

/** The highest step that the arrears have reached, or a reminder of what falls due; null for nothing. */
export function dueStep<S extends LadderStep>(
  arrears: Arrears,
  ladder: readonly S[],
  today: PlainDate,
): DueStep<S> | null {
  const isStopped = arrears.pausedUntil !== null && arrears.pausedUntil >= today;
  if (isStopped || arrears.hasOpenPromise) return null;
  return demand(arrears, ladder, today) ?? reminder(arrears, ladder, today);
}

function demand<S extends LadderStep>(
  { price, overdue, overdueSince }: Arrears,
  ladder: readonly S[],
  today: PlainDate,
): DueStep<S> | null {
  if (overdueSince === null || overdue.minor <= 0n) return null;
  const daysLate = daysBetween(overdueSince, today);
  const reached = ladder
    .filter((step) => step.daysPastDue >= 0 && step.daysPastDue <= daysLate)
    .filter((step) => isAbove(overdue, price, step.thresholdPercent))
    .sort((a, b) => b.daysPastDue - a.daysPastDue);
  const [step] = reached;
  return step === undefined ? null : { step, oldestDueOn: overdueSince, daysLate, asked: overdue };
}

function reminder<S extends LadderStep>(
  { price, nextDue }: Arrears,
  ladder: readonly S[],
  today: PlainDate,
): DueStep<S> | null {
  if (nextDue === null || nextDue.dueOn < today) return null;
  const { dueOn, open } = nextDue;
  const reached = ladder
    .filter((step) => step.daysPastDue < 0 && addDays(dueOn, step.daysPastDue) <= today)
    .filter((step) => isAbove(open, price, step.thresholdPercent))
    .sort((a, b) => b.daysPastDue - a.daysPastDue);
  const [step] = reached;
  return step === undefined
    ? null
    : { step, oldestDueOn: dueOn, daysLate: daysBetween(dueOn, today), asked: open };
}

function isAbove(amount: Money, price: Money, threshold: Decimal | null): boolean {
  if (amount.minor <= 0n) return false;
  if (threshold === null || threshold.units <= 0n) return true;
  const { numerator, denominator } = fractionOf(threshold);
  return amount.minor * 100n * denominator >= price.minor * numerator;
}

/** A promise is kept once so much has come in since it was given; broken when its day is over (G2.5). */
export function promiseState(
  promise: { amount: Money; payBy: PlainDate },
  paidSince: Money,
  today: PlainDate,
): 'OPEN' | 'KEPT' | 'BROKEN' {
  if (paidSince.minor >= promise.amount.minor) return 'KEPT';
  return promise.payBy < today ? 'BROKEN' : 'OPEN';
}
