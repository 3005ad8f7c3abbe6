/** What an installment's amount, payments and date make of it (C4: the state is computed). */
import { compare, type Money, subtract } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { InstallmentState } from './ledger-states.ts';

export type InstallmentBalance = { amount: Money; paid: Money; dueOn: PlainDate | null };

/** OVERDUE starts the day after the due date (D10: due today is not overdue). */
export function installmentState(
  { amount, paid, dueOn }: InstallmentBalance,
  today: PlainDate,
): InstallmentState {
  if (compare(paid, amount) >= 0) return 'PAID';
  if (dueOn !== null && dueOn < today) return 'OVERDUE';
  if (paid.minor > 0n) return 'PARTIALLY_PAID';
  if (dueOn === null) return 'SCHEDULED';
  return dueOn === today ? 'DUE' : 'PENDING';
}

export function openAmount({ amount, paid }: { amount: Money; paid: Money }): Money {
  return subtract(amount, paid);
}

export function isDue(installment: { dueOn: PlainDate | null }, on: PlainDate): boolean {
  return installment.dueOn !== null && installment.dueOn <= on;
}
