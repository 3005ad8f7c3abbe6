/**
 * Area settlement (D5, E8): what the difference between the contract's area and the surveyed one costs.
 * Within the tolerance the difference is settled at the contract's price. Beyond it the buyer may rescind;
 * if the buyer keeps the home, the developer bears what is too much and refunds a multiple of what lacks.
 */
import { type Decimal, decimal, formatDecimal, fractionOf, unitsAt } from '#domain/shared/decimal.ts';
import { divide, type Money, multiply, zero } from '#domain/shared/money.ts';
import type { Decision } from '#domain/shared/refusal.ts';
import { aboveZero, fromZeroTo, invalid, type Problem } from './input-checks.ts';

/** Areas count in ten-thousandths of a square metre. */
export const AREA_PLACES = 4;

export type AreaRule = {
  tolerancePercent: Decimal;
  /** How often the price comes back for each square metre that lacks beyond the tolerance. */
  shortfallMultiplier: Decimal;
};

/** Art. 20 of the Measures for the Sale of Commodity Houses; a contract may agree otherwise. */
export const STATUTORY_AREA_RULE: AreaRule = {
  tolerancePercent: decimal(3n),
  shortfallMultiplier: decimal(2n),
};

export type MeasuredHome = {
  /** Ten-thousandths of a square metre, as `areaOf` makes them. */
  contractArea: bigint;
  measuredArea: bigint;
  unitPrice: Money;
};

/** As if the buyer keeps the home. */
export type AreaSettlement = {
  /** Four decimals, rounded for the eye only: what is decided is decided on the exact ratio. */
  ratioPercent: string;
  buyerMayRescind: boolean;
  buyerPays: Money;
  buyerRefund: Money;
  /** Square metres that the buyer gets and nobody pays for. */
  developerBearsArea: Decimal;
};

/** Ten-thousandths of a square metre, or null when the area has more than four places. */
export function areaOf(squareMetres: Decimal): bigint | null {
  return unitsAt(squareMetres, AREA_PLACES);
}

/** The amount is rounded once, as a whole, so that it never jumps at a threshold (E21.10). */
export function settleArea(
  home: MeasuredHome,
  rule: AreaRule = STATUTORY_AREA_RULE,
): Decision<AreaSettlement> {
  const problem = problemOf(home, rule);
  if (problem !== null) return problem;
  const { contractArea, measuredArea, unitPrice } = home;
  const { tolerancePercent: tolerance } = rule;
  const shortfall = fractionOf(rule.shortfallMultiplier);
  // Counted in fractions of a square metre so fine that the line of the tolerance is a whole number of them.
  const places = AREA_PLACES + 2 + tolerance.places;
  const squareMetre = 10n ** BigInt(places);
  const signed = measuredArea - contractArea;
  const difference = (signed < 0n ? -signed : signed) * 100n * fractionOf(tolerance).denominator;
  const tolerated = contractArea * tolerance.units;
  const beyond = difference > tolerated ? difference - tolerated : 0n;
  const within = difference - beyond;
  const nothing = zero(unitPrice.currency);
  const refunded = within * shortfall.denominator + beyond * shortfall.numerator;
  return {
    plan: {
      ratioPercent: ratioPercent(signed, contractArea),
      buyerMayRescind: beyond > 0n,
      buyerPays: signed > 0n ? multiply(unitPrice, within, squareMetre) : nothing,
      buyerRefund: signed < 0n ? multiply(unitPrice, refunded, squareMetre * shortfall.denominator) : nothing,
      developerBearsArea: decimal(signed > 0n ? beyond : 0n, places),
    },
  };
}

const RATIO_PLACES = 4;

function ratioPercent(difference: bigint, contractArea: bigint): string {
  const scale = 10n ** BigInt(RATIO_PLACES);
  const rounded = divide(difference * 100n * scale, contractArea, 'HALF_UP');
  return formatDecimal(decimal(rounded, RATIO_PLACES), RATIO_PLACES);
}

function problemOf({ contractArea, measuredArea, unitPrice }: MeasuredHome, rule: AreaRule): Problem | null {
  if (contractArea <= 0n) return invalid('contractArea', 'must be above zero');
  if (measuredArea <= 0n) return invalid('measuredArea', 'must be above zero');
  return (
    aboveZero('unitPrice', unitPrice) ??
    fromZeroTo('rule.tolerancePercent', rule.tolerancePercent) ??
    (rule.shortfallMultiplier.units < 0n ? invalid('rule.shortfallMultiplier', 'must not be negative') : null)
  );
}
