/**
 * Allocation of a receipt, oldest due date first, then lower number (D4.4, D4.5). Never more than is
 * open; what is not due yet is touched only with prepayment allowed, the rest stays the buyer's balance.
 */
import { isPositive, lesser, type Money, subtract } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { isDue, openAmount } from './installment.ts';

export type OpenInstallment = {
  id: string;
  seq: number;
  amount: Money;
  paid: Money;
  dueOn: PlainDate | null;
};

export type Allocated = { installmentId: string; amount: Money };

export function allocateOldestFirst(
  money: Money,
  installments: readonly OpenInstallment[],
  rule: { on: PlainDate; allowPrepayment: boolean },
): { allocations: Allocated[]; rest: Money } {
  const candidates = installments
    .filter((installment) => rule.allowPrepayment || isDue(installment, rule.on))
    .sort(byDueDate);
  const allocations: Allocated[] = [];
  let rest = money;
  for (const installment of candidates) {
    const amount = lesser(rest, openAmount(installment));
    if (!isPositive(amount)) continue;
    allocations.push({ installmentId: installment.id, amount });
    rest = subtract(rest, amount);
  }
  return { allocations, rest };
}

/** Undated ones come last: nobody owes them yet. */
function byDueDate(left: OpenInstallment, right: OpenInstallment): number {
  const [a, b] = [left.dueOn ?? '9999', right.dueOn ?? '9999'];
  return a < b ? -1 : a > b ? 1 : left.seq - right.seq;
}
