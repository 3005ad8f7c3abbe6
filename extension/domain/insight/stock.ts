/** What is sold of what was launched, how long the rest will last and how old it is (D11, F2). */
import type { UnitState } from '#domain/inventory/index.ts';
import { daysBetween, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Ratio, ratio } from './ratio.ts';

/** Both are called absorption; which one it is must be said (D11): 签约口径 and 认购口径. */
export type SoldBasis = 'CONTRACTED' | 'SUBSCRIBED';

const CONTRACTED: readonly string[] = ['CONTRACTED', 'HANDED_OVER', 'TITLED'] satisfies UnitState[];
const SUBSCRIBED: readonly string[] = [...CONTRACTED, 'SMALL_RESERVED', 'LARGE_RESERVED'] satisfies string[];

/** Not on sale, whatever it was before. */
const HELD_BACK: readonly string[] = ['PLANNED', 'CONTROLLED', 'FROZEN'] satisfies UnitState[];

export function soldStates(basis: SoldBasis): readonly string[] {
  return basis === 'CONTRACTED' ? CONTRACTED : SUBSCRIBED;
}

export function isSold(state: string, basis: SoldBasis): boolean {
  return soldStates(basis).includes(state);
}

/** Launched: on sale now, or put on sale once, as a unit that went back under sales control was. */
export function isLaunched(state: string, releasedOn: string | null): boolean {
  return !HELD_BACK.includes(state) || releasedOn !== null;
}

/** Units of one state and one day of release. */
export type StockGroup = {
  state: string;
  /** Null when they were never put on sale, or before that was written down. */
  releasedOn: PlainDate | null;
  count: number;
  /** Ten-thousandths of a square metre. */
  area: bigint;
  /** List value in minor units. */
  value: bigint;
};

export type StockSum = { count: number; area: bigint; value: bigint };

export type Stock = { all: StockSum; launched: StockSum; sold: StockSum; unsold: StockSum };

function sumOf(groups: readonly StockGroup[]): StockSum {
  return groups.reduce(
    (all, { count, area, value }) => ({
      count: all.count + count,
      area: all.area + area,
      value: all.value + value,
    }),
    { count: 0, area: 0n, value: 0n },
  );
}

/** Unsold is launched and not sold; what waits under sales control and was never launched is in `all` only. */
export function stockOf(groups: readonly StockGroup[], basis: SoldBasis): Stock {
  const launched = groups.filter(({ state, releasedOn }) => isLaunched(state, releasedOn));
  return {
    all: sumOf(groups),
    launched: sumOf(launched),
    sold: sumOf(launched.filter(({ state }) => isSold(state, basis))),
    unsold: sumOf(launched.filter(({ state }) => !isSold(state, basis))),
  };
}

export type Absorption = { byCount: Ratio; byArea: Ratio; byValue: Ratio };

/**
 * Absorption (去化率): sold of launched, by count, by area and by list value. Basis: as units stand now, sold by
 * contract or by reservation. n/a where nothing is launched, or nothing of it has an area or a price.
 */
export function absorption({ sold, launched }: Stock): Absorption {
  return {
    byCount: ratio(sold.count, launched.count),
    byArea: ratio(sold.area, launched.area),
    byValue: ratio(sold.value, launched.value),
  };
}

/**
 * Months of supply: unsold units by the average net sales of the last months. Unit: months. n/a without months,
 * and when they sold nothing or less: then the stock would last for ever.
 */
export function monthsOfSupply(unsold: number, netSales: readonly number[]): Ratio {
  const sold = netSales.reduce((all, each) => all + each, 0);
  return sold <= 0 ? null : ratio(unsold * netSales.length, sold);
}

export const AGE_BANDS = ['D0_30', 'D31_90', 'D91_180', 'D181_365', 'D366_PLUS', 'UNKNOWN'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export type StockAge = {
  bands: Record<AgeBand, StockSum>;
  /** Over units whose day of release is known, each counted once; n/a when there is none. */
  averageDays: Ratio;
};

export function ageBand(releasedOn: PlainDate | null, asOf: PlainDate): AgeBand {
  if (releasedOn === null) return 'UNKNOWN';
  const days = daysBetween(releasedOn, asOf);
  if (days <= 30) return 'D0_30';
  if (days <= 90) return 'D31_90';
  if (days <= 180) return 'D91_180';
  return days <= 365 ? 'D181_365' : 'D366_PLUS';
}

/** Stock age: days since release of what is launched and not sold. */
export function stockAge(groups: readonly StockGroup[], asOf: PlainDate, basis: SoldBasis): StockAge {
  const unsold = groups.filter(
    ({ state, releasedOn }) => isLaunched(state, releasedOn) && !isSold(state, basis),
  );
  const bands = Object.fromEntries(
    AGE_BANDS.map((band) => [
      band,
      sumOf(unsold.filter(({ releasedOn }) => ageBand(releasedOn, asOf) === band)),
    ]),
  ) as Record<AgeBand, StockSum>;
  const dated = unsold.filter(({ releasedOn }) => releasedOn !== null);
  const days = dated.reduce(
    (all, { releasedOn, count }) => all + count * Math.max(0, daysBetween(releasedOn as PlainDate, asOf)),
    0,
  );
  return { bands, averageDays: ratio(days, sumOf(dated).count) };
}
