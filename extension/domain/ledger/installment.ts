/** What an installment's amount, payments, credits and date make of it (C4: the state is computed). */
import { add, compare, isPositive, type Money, subtract, sum } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { InstallmentClosure, InstallmentState } from './ledger-states.ts';

export type InstallmentBalance = {
  amount: Money;
  paid: Money;
  /** Taken off without payment: waived, cancelled, or given back by a settlement. */
  credited?: Money | null;
  dueOn: PlainDate | null;
  closedAs?: InstallmentClosure | null;
};

/** OVERDUE starts the day after the due date (D10: due today is not overdue). */
export function installmentState(installment: InstallmentBalance, today: PlainDate): InstallmentState {
  const { amount, paid, dueOn } = installment;
  const credited = installment.credited ?? null;
  if (installment.closedAs != null) return installment.closedAs;
  if (compare(credited === null ? paid : add(paid, credited), amount) >= 0) return 'PAID';
  if (dueOn !== null && dueOn < today) return 'OVERDUE';
  if (paid.minor > 0n) return 'PARTIALLY_PAID';
  if (dueOn === null) return 'SCHEDULED';
  return dueOn === today ? 'DUE' : 'PENDING';
}

export function openAmount({
  amount,
  paid,
  credited,
}: Pick<InstallmentBalance, 'amount' | 'paid' | 'credited'>): Money {
  const unpaid = subtract(amount, paid);
  return credited == null ? unpaid : subtract(unpaid, credited);
}

export function isDue(installment: { dueOn: PlainDate | null }, on: PlainDate): boolean {
  return installment.dueOn !== null && installment.dueOn <= on;
}

/** The day since which nothing is open; null while something is. What a credit gives back on its day opens nothing. */
export function settledOn(
  amount: Money,
  reductions: readonly { on: PlainDate; amount: Money }[],
): PlainDate | null {
  let open = amount;
  let since: PlainDate | null = null;
  for (const day of [...new Set(reductions.map(({ on }) => on))].sort()) {
    const today = reductions.filter(({ on }) => on === day).map((one) => one.amount);
    open = subtract(open, sum(today, amount.currency));
    since = isPositive(open) ? null : (since ?? day);
  }
  return since;
}
