/**
 * Which debts an amount pays, and in which order (D4.2, D4.4, D4.5): oldest due date first, then lower
 * number. Never more than is open.
 */
import { isPositive, lesser, type Money, subtract } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { AllocationKind, AllocationOrder } from './ledger-states.ts';

/** What is open on an installment at a moment. */
export type Debt = { id: string; seq: number; dueOn: PlainDate | null; principal: Money; fee: Money };

export type Part = { id: string; kind: AllocationKind; amount: Money };

/** Undated ones come last: nobody owes them yet. */
export function byDueDate(
  left: { dueOn: PlainDate | null; seq: number },
  right: { dueOn: PlainDate | null; seq: number },
): number {
  const [a, b] = [left.dueOn ?? '9999', right.dueOn ?? '9999'];
  return a < b ? -1 : a > b ? 1 : left.seq - right.seq;
}

/** Gives `money` to the debts in the order of the contract; `rest` is what none of them needed. */
export function allocate(
  money: Money,
  debts: readonly Debt[],
  order: AllocationOrder,
): { parts: Part[]; rest: Money } {
  const parts: Part[] = [];
  let rest = money;
  for (const { debt, kind } of inOrder([...debts].sort(byDueDate), order)) {
    const amount = lesser(rest, kind === 'FEE' ? debt.fee : debt.principal);
    if (!isPositive(amount)) continue;
    parts.push({ id: debt.id, kind, amount });
    rest = subtract(rest, amount);
  }
  return { parts, rest };
}

function inOrder(debts: readonly Debt[], order: AllocationOrder): { debt: Debt; kind: AllocationKind }[] {
  const fees = debts.map((debt) => ({ debt, kind: 'FEE' as const }));
  const principals = debts.map((debt) => ({ debt, kind: 'PRINCIPAL' as const }));
  if (order === 'PRINCIPAL_FIRST') return [...principals, ...fees];
  if (order === 'ALL_FEES_THEN_PRINCIPAL') return [...fees, ...principals];
  return debts.flatMap((debt) => [
    { debt, kind: 'FEE' as const },
    { debt, kind: 'PRINCIPAL' as const },
  ]);
}
