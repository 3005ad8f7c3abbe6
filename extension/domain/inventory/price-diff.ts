/** What a price list changes: new, changed, same and blocked units, amount and average before and after (H2.2). */
import { addDecimals, type Decimal, decimal } from '#domain/shared/decimal.ts';
import { compare, type Money, sum } from '#domain/shared/money.ts';
import { type PriceRow, perSquareMetre } from './price-list.ts';
import type { PriceItemOutcome } from './sales-states.ts';
import type { UnitState } from './unit-states.ts';

/** Nobody has the unit, so its price may change. */
export const PRICEABLE_STATES: readonly UnitState[] = ['PLANNED', 'CONTROLLED', 'AVAILABLE'];

export type Prices = { listPrice: Money | null; floorPrice: Money | null; filedPrice: Money | null };

export function sameAmount(left: Money | null, right: Money | null): boolean {
  if (left === null || right === null) return left === right;
  return left.currency === right.currency && compare(left, right) === 0;
}

export function samePrices(left: Prices, right: Prices): boolean {
  return (
    sameAmount(left.listPrice, right.listPrice) &&
    sameAmount(left.floorPrice, right.floorPrice) &&
    sameAmount(left.filedPrice, right.filedPrice)
  );
}

/** What a unit has once it got these prices: where they say nothing, it keeps its own. */
export function withPrices(unit: Prices, given: Prices): Prices {
  return {
    listPrice: given.listPrice ?? unit.listPrice,
    floorPrice: given.floorPrice ?? unit.floorPrice,
    filedPrice: given.filedPrice ?? unit.filedPrice,
  };
}

/** Who or what keeps a unit from getting another price; null when nothing does. */
export function blockedBy({ state, holder }: { state: UnitState; holder: string | null }): string | null {
  if (holder !== null) return holder === '' ? state : `${state}: ${holder}`;
  return PRICEABLE_STATES.includes(state) ? null : state;
}

export function outcomeOf({ unit, ...given }: PriceRow): PriceItemOutcome {
  if (blockedBy(unit) !== null) return 'BLOCKED';
  if (samePrices(unit, withPrices(unit, given))) return 'SAME';
  return unit.listPrice === null ? 'NEW' : 'CHANGED';
}

export type PriceDiff = {
  counts: Record<PriceItemOutcome, number>;
  amountBefore: Money;
  amountAfter: Money;
  /** Per m², over the units whose area is known; null when none is. */
  averageBefore: Money | null;
  averageAfter: Money | null;
};

/** Blocked units count with the price that they keep. */
export function priceDiff(rows: readonly PriceRow[], currency: string): PriceDiff {
  const counts: PriceDiff['counts'] = { NEW: 0, CHANGED: 0, SAME: 0, BLOCKED: 0 };
  const before: Priced[] = [];
  const after: Priced[] = [];
  for (const row of rows) {
    const outcome = outcomeOf(row);
    counts[outcome]++;
    const kept = row.unit.listPrice?.currency === currency ? row.unit.listPrice : null;
    if (kept !== null) before.push({ price: kept, area: row.area });
    const next = outcome === 'BLOCKED' ? kept : row.listPrice;
    if (next !== null) after.push({ price: next, area: row.area });
  }
  return {
    counts,
    amountBefore: total(before, currency),
    amountAfter: total(after, currency),
    averageBefore: average(before, currency),
    averageAfter: average(after, currency),
  };
}

type Priced = { price: Money; area: Decimal | null };

function total(priced: readonly Priced[], currency: string): Money {
  return sum(
    priced.map(({ price }) => price),
    currency,
  );
}

function average(priced: readonly Priced[], currency: string): Money | null {
  const measured = priced.filter(({ area }) => area !== null && area.units > 0n);
  const area = addDecimals([decimal(0n), ...measured.flatMap((one) => one.area ?? [])]);
  return area.units === 0n ? null : perSquareMetre(total(measured, currency), area);
}
