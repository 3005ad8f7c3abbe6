/**
 * Shares and averages of the figures (F2). A figure whose divisor is zero is not zero and not infinite: nobody
 * can tell it, and it reads "n/a".
 */

/** Null: not applicable, for there is nothing to divide by. Otherwise a number of six decimals. */
export type Ratio = number | null;

const SCALE = 1_000_000n;

/** `part / whole`, rounded half up to six decimals; null when the whole is not above zero. */
export function ratio(part: bigint | number, whole: bigint | number): Ratio {
  const [numerator, denominator] = [BigInt(part), BigInt(whole)];
  if (denominator <= 0n) return null;
  const isNegative = numerator < 0n;
  const absolute = isNegative ? -numerator : numerator;
  const scaled = (absolute * SCALE * 2n + denominator) / (denominator * 2n);
  const value = Number(scaled) / Number(SCALE);
  return isNegative ? -value : value;
}

/** `1 - part / whole`, so that a discount and what is left of it always make one. */
export function rest(part: bigint | number, whole: bigint | number): Ratio {
  return ratio(BigInt(whole) - BigInt(part), whole);
}

/** How much more than before, as a share of before; null when there was nothing before. */
export function change(now: bigint | number, before: bigint | number): Ratio {
  return ratio(BigInt(now) - BigInt(before), before);
}
