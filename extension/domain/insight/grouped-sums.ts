/**
 * Sums as Twenty answers them. The database adds exactly, but the answer is a JSON number, which beyond 2^53
 * millionths (9 billion units) is a little off: far less than half a minor unit, so rounding to one restores it.
 */
import { divide, type Money, minorDigits, money } from '#domain/shared/money.ts';

const MICRO_DIGITS = 6;

/**
 * Exact for sums of whole minor units up to 90 trillion units of a currency with cents.
 * @throws RangeError when it is no number.
 */
export function sumOfMicros(raw: number | string | null | undefined, currency: string): Money {
  if (raw === null || raw === undefined) return money(0n, currency);
  const value = typeof raw === 'number' ? raw : /^-?\d+$/.test(raw) ? BigInt(raw) : Number(raw);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`"${raw}" is no sum`);
  const micros = typeof value === 'bigint' ? value : BigInt(Math.round(value));
  const perMinor = 10n ** BigInt(MICRO_DIGITS - minorDigits(currency));
  return money(divide(micros, perMinor, 'HALF_UP'), currency);
}

/** Square metres, summed as floats, in ten-thousandths. */
export function sumOfArea(raw: number | string | null | undefined): bigint {
  return raw === null || raw === undefined ? 0n : BigInt(Math.round(Number(raw) * 10_000));
}
