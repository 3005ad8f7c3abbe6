/**
 * Retention (D7, E10): the most a developer may keep when a buyer in default is sent off, by how far the
 * building is. The law of a place is a table here, and no law is without its place: see `RETENTION_REGIMES`.
 */
import { compareDecimals, type Decimal, decimal } from '#domain/shared/decimal.ts';
import { lesser, type Money, multiply, subtract, zero } from '#domain/shared/money.ts';
import type { Decision } from '#domain/shared/refusal.ts';
import { aboveZero, fromZeroTo, notNegative } from './input-checks.ts';

type RetentionTier = {
  /** Percent of completion at which the tier ends. */
  to: Decimal;
  isEndIncluded: boolean;
  percent: bigint;
  of: 'PRICE' | 'PAID';
};

/**
 * Dubai: Law 13 of 2008, art. 11, as replaced by Law 19 of 2017 and Law 19 of 2020. Not started, below 60,
 * from 60 to 80 with both ends, above 80. The last two differ in what else the developer may do.
 */
const DUBAI: readonly RetentionTier[] = [
  { to: decimal(0n), isEndIncluded: true, percent: 30n, of: 'PAID' },
  { to: decimal(60n), isEndIncluded: false, percent: 25n, of: 'PRICE' },
  { to: decimal(80n), isEndIncluded: true, percent: 40n, of: 'PRICE' },
  { to: decimal(100n), isEndIncluded: true, percent: 40n, of: 'PRICE' },
];

export const RETENTION_REGIMES = { DUBAI } as const;

export type RetentionRegime = keyof typeof RETENTION_REGIMES;

export type EndedSale = {
  unitPrice: Money;
  paid: Money;
  /** As certified. Zero: not started. */
  completionPercent: Decimal;
  /** The regulator cancelled the project: everything goes back. */
  isCancelledByRegulator: boolean;
};

/** At most: a court may cut the retention, and the developer may keep less. */
export type Retention = { retained: Money; refund: Money };

export function retention(regime: RetentionRegime, sale: EndedSale): Decision<Retention> {
  const { unitPrice, paid, completionPercent } = sale;
  const problem =
    aboveZero('unitPrice', unitPrice) ??
    notNegative('paid', paid) ??
    fromZeroTo('completionPercent', completionPercent);
  if (problem !== null) return problem;
  const retained = sale.isCancelledByRegulator ? zero(paid.currency) : mostRetained(regime, sale);
  return { plan: { retained, refund: subtract(paid, retained) } };
}

/** Rounded down, because the law says "up to", and never more than was paid. */
function mostRetained(regime: RetentionRegime, { unitPrice, paid, completionPercent }: EndedSale): Money {
  const tier = RETENTION_REGIMES[regime].find(({ to, isEndIncluded }) => {
    const order = compareDecimals(completionPercent, to);
    return order < 0 || (isEndIncluded && order === 0);
  });
  if (tier === undefined) throw new Error(`${regime} has a tier for every percent up to 100`);
  const base = tier.of === 'PRICE' ? unitPrice : paid;
  return lesser(paid, multiply(base, tier.percent, 100n, 'DOWN'));
}
