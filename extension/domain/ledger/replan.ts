/**
 * Re-planning (D2.6): after a change of plan, of price or of unit, what was paid stays as it is and the
 * rest is planned anew. Gives what is taken off the old installments, and what is left to plan.
 */
import { add, isPositive, lesser, type Money, subtract, sum, zero } from '#domain/shared/money.ts';

export type PlannedLine = { id: string; seq: number; amount: Money; credited: Money; paid: Money };

export type Replan = {
  /** Taken off each old line: what nobody asks for any more. */
  takenOff: { id: string; amount: Money }[];
  /** To be planned anew; zero when what was paid covers the new price. */
  remaining: Money;
  /** Paid beyond the new price: it becomes the buyer's balance. */
  excess: Money;
};

/** @throws CurrencyMismatch when the new price is in another currency: a contract has one. */
export function replan(lines: readonly PlannedLine[], newPrice: Money): Replan {
  const { currency } = newPrice;
  const paid = sum(
    lines.map((line) => line.paid),
    currency,
  );
  const difference = subtract(newPrice, paid);
  let excess = isPositive(difference) ? zero(currency) : subtract(paid, newPrice);
  const remaining = isPositive(difference) ? difference : zero(currency);
  const takenOff: Replan['takenOff'] = [];
  const total = excess;
  for (const line of [...lines].sort((a, b) => b.seq - a.seq)) {
    const open = subtract(subtract(line.amount, line.credited), line.paid);
    const released = lesser(excess, line.paid);
    excess = subtract(excess, released);
    const amount = add(isPositive(open) ? open : zero(currency), released);
    if (isPositive(amount)) takenOff.push({ id: line.id, amount });
  }
  return { takenOff, remaining, excess: total };
}
