/** From the list price down to the agreed one, step by step (D1). Pure. */
import { isZero, type Money, subtract } from '#domain/shared/money.ts';
import { moneyOf } from '#widgets/shared/format/stored-money.ts';
import type { DiscountRow } from './reservation-records.ts';

export type Rung = {
  key: string;
  /** Of a discount its own name; null for the two ends and for what was agreed beside the rules. */
  name: string | null;
  kind: 'LIST' | 'DISCOUNT' | 'OTHER' | 'AGREED';
  percent: number | null;
  /** What this step takes off; above the price so far it is negative. */
  off: Money | null;
  price: Money;
};

type Ends = { listPrice: Money | null; price: Money | null };

export function ladderOf({ listPrice, price }: Ends, discounts: readonly DiscountRow[]): Rung[] {
  if (listPrice === null || price === null || listPrice.currency !== price.currency) return [];
  const rungs: Rung[] = [
    { key: 'LIST', name: null, kind: 'LIST', percent: null, off: null, price: listPrice },
  ];
  let soFar = listPrice;
  for (const { id, name, kind, percent, priceAfter } of discounts) {
    const after = moneyOf(priceAfter);
    if (after === null || after.currency !== soFar.currency) continue;
    const off = subtract(soFar, after);
    rungs.push({
      key: id,
      name,
      kind: 'DISCOUNT',
      percent: kind === 'PERCENT' ? percent : null,
      off,
      price: after,
    });
    soFar = after;
  }
  const rest = subtract(soFar, price);
  if (!isZero(rest)) rungs.push({ key: 'OTHER', name: null, kind: 'OTHER', percent: null, off: rest, price });
  rungs.push({
    key: 'AGREED',
    name: null,
    kind: 'AGREED',
    percent: null,
    off: subtract(listPrice, price),
    price,
  });
  return rungs;
}
