/**
 * Re-planning (D2.6): after a change of plan, of price or of unit, what was paid stays as it is and the
 * rest is planned anew. Gives what is taken off the old installments, and what is left to plan.
 */
import { add, isPositive, lesser, type Money, subtract, sum, zero } from '#domain/shared/money.ts';

export type PlannedLine = {
  id: string;
  seq: number;
  amount: Money;
  /** All that is not asked for any more. */
  credited: Money;
  /** Of it what was waived or settled: it belongs to the price and is not asked for once more. */
  settled: Money;
  paid: Money;
};

export type Replan = {
  /** Taken off each old line: what nobody asks for any more. */
  takenOff: { id: string; amount: Money }[];
  /** To be planned anew; zero when what was paid covers the new price. */
  remaining: Money;
  /** Paid beyond the new price: it becomes the buyer's balance. */
  excess: Money;
};

/**
 * @param planned what an earlier run has planned anew already: then that is what remains, whatever was paid
 * since, and the old lines keep the rest of the price. @throws CurrencyMismatch when the new price is in
 * another currency: a contract has one.
 */
export function replan(lines: readonly PlannedLine[], newPrice: Money, planned: Money | null = null): Replan {
  const { currency } = newPrice;
  const total = (amountOf: (line: PlannedLine) => Money) => sum(lines.map(amountOf), currency);
  const above = (left: Money, right: Money) => {
    const difference = subtract(left, right);
    return isPositive(difference) ? difference : zero(currency);
  };
  const asked = above(
    newPrice,
    total(({ settled }) => settled),
  );
  const paid = total((line) => line.paid);
  const remaining = planned ?? above(asked, paid);
  const kept = above(asked, remaining);
  const openOf = (line: PlannedLine) => above(above(line.amount, line.credited), line.paid);
  const open = total(openOf);
  const tooMuch = above(add(open, paid), kept);
  // What is open goes first; what was paid is given back only where the new price is below it.
  let fromOpen = lesser(tooMuch, open);
  let fromPaid = subtract(tooMuch, fromOpen);
  const takenOff: Replan['takenOff'] = [];
  for (const line of [...lines].sort((a, b) => b.seq - a.seq)) {
    const unpaid = lesser(openOf(line), fromOpen);
    const released = lesser(line.paid, fromPaid);
    fromOpen = subtract(fromOpen, unpaid);
    fromPaid = subtract(fromPaid, released);
    const amount = add(unpaid, released);
    if (isPositive(amount)) takenOff.push({ id: line.id, amount });
  }
  return { takenOff, remaining, excess: above(paid, kept) };
}
