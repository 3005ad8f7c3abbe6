/**
 * Money: integer minor units and a currency, nothing else (D1).
 * No float ever holds an amount; every rounding is named by whoever asks for it.
 */
export type Money = { readonly minor: bigint; readonly currency: string };

export type Rounding = 'HALF_UP' | 'HALF_EVEN' | 'DOWN';

/** ISO 4217 minor digits that are not two. Source: ISO 4217 list one. */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  BHD: 3, BIF: 0, CLF: 4, CLP: 0, DJF: 0, GNF: 0, IQD: 3, ISK: 0, JOD: 3, JPY: 0, KMF: 0, KRW: 0, KWD: 3,
  LYD: 3, OMR: 3, PYG: 0, RWF: 0, TND: 3, UGX: 0, UYI: 0, UYW: 4, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
}; // biome-ignore format: a table reads better dense

/** ISO 4217's code for "no currency": of a record that never had an amount. Nothing adds up with it. */
export const NO_CURRENCY = 'XXX';

export function minorDigits(currency: string): number {
  return MINOR_DIGITS[currency] ?? 2;
}

const CURRENCY = /^[A-Z]{3}$/;

/** @throws RangeError when the currency is no ISO 4217 code. */
export function money(minor: bigint, currency: string): Money {
  if (!CURRENCY.test(currency)) throw new RangeError(`"${currency}" is not a currency code like EUR`);
  return { minor, currency };
}

/** For results of arithmetic, whose currency was checked when the first amount was made. */
function result(minor: bigint, currency: string): Money {
  return { minor, currency };
}

export function zero(currency: string): Money {
  return money(0n, currency);
}

/**
 * Reads a decimal string such as "1234.50".
 * @throws RangeError when it is no decimal or has more places than the currency has.
 */
export function parseMoney(text: string, currency: string): Money {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  const digits = minorDigits(currency);
  const [, sign, units, fraction = ''] = match ?? [];
  if (match === null || units === undefined) {
    throw new RangeError(`"${text}" is not an amount like "1234.50"`);
  }
  if (fraction.slice(digits).replace(/0/g, '') !== '') {
    throw new RangeError(`"${text}" has more than ${digits} decimal places, ${currency} has ${digits}`);
  }
  const minor = BigInt(units + fraction.slice(0, digits).padEnd(digits, '0'));
  return money(sign === '-' ? -minor : minor, currency);
}

/** "1234.50": the decimal string that `parseMoney` reads back. */
export function formatMoney(amount: Money): string {
  const digits = minorDigits(amount.currency);
  const negative = amount.minor < 0n;
  const text = (negative ? -amount.minor : amount.minor).toString().padStart(digits + 1, '0');
  const units = text.slice(0, text.length - digits);
  const body = digits === 0 ? units : `${units}.${text.slice(text.length - digits)}`;
  return negative ? `-${body}` : body;
}

export class CurrencyMismatch extends Error {
  constructor(left: string, right: string) {
    super(`Amounts in ${left} and ${right} cannot be combined`);
  }
}

function same(left: Money, right: Money): string {
  if (left.currency !== right.currency) throw new CurrencyMismatch(left.currency, right.currency);
  return left.currency;
}

export function add(left: Money, right: Money): Money {
  return result(left.minor + right.minor, same(left, right));
}

export function subtract(left: Money, right: Money): Money {
  return result(left.minor - right.minor, same(left, right));
}

/** Negative, zero or positive, as `left` is smaller, equal or larger. */
export function compare(left: Money, right: Money): number {
  same(left, right);
  return left.minor < right.minor ? -1 : left.minor > right.minor ? 1 : 0;
}

export function lesser(left: Money, right: Money): Money {
  return compare(left, right) <= 0 ? left : right;
}

export function isZero(amount: Money): boolean {
  return amount.minor === 0n;
}

export function isPositive(amount: Money): boolean {
  return amount.minor > 0n;
}

/** Sum of amounts in one currency; the currency is given because the list may be empty. */
export function sum(amounts: Iterable<Money>, currency: string): Money {
  let minor = 0n;
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new CurrencyMismatch(currency, amount.currency);
    minor += amount.minor;
  }
  return money(minor, currency);
}

/** Integer division with a named rounding; the divisor is positive. */
export function divide(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const negative = dividend < 0n;
  const absolute = negative ? -dividend : dividend;
  let quotient = absolute / divisor;
  const twice = (absolute % divisor) * 2n;
  const isTie = twice === divisor;
  if (
    rounding !== 'DOWN' &&
    (twice > divisor || (isTie && (rounding === 'HALF_UP' || quotient % 2n === 1n)))
  ) {
    quotient += 1n;
  }
  return negative ? -quotient : quotient;
}

/** `amount` times the exact fraction `numerator / denominator`, rounded once. */
export function multiply(
  amount: Money,
  numerator: bigint,
  denominator: bigint,
  rounding: Rounding = 'HALF_UP',
): Money {
  return result(divide(amount.minor * numerator, denominator, rounding), amount.currency);
}

export type Remainder = 'LAST' | 'FIRST';

/**
 * Splits an amount by weights so that the parts add up to it exactly (D1): every part but one is
 * rounded, the last (or the first) takes what is left.
 * @throws RangeError when there is no positive weight.
 */
export function split(
  amount: Money,
  weights: readonly bigint[],
  remainder: Remainder = 'LAST',
  rounding: Rounding = 'HALF_UP',
): Money[] {
  const total = weights.reduce((left, right) => left + right, 0n);
  if (total <= 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError('Weights must not be negative and at least one must be positive');
  }
  const parts = weights.map((weight) => multiply(amount, weight, total, rounding));
  const taker = remainder === 'LAST' ? parts.length - 1 : 0;
  const others = parts.filter((_, index) => index !== taker);
  const rest = subtract(amount, sum(others, amount.currency));
  // Rounded up too often, a few cents over many parts would leave less than nothing: then round down.
  const isOverdrawn = amount.minor >= 0n ? rest.minor < 0n : rest.minor > 0n;
  if (isOverdrawn && rounding !== 'DOWN') return split(amount, weights, remainder, 'DOWN');
  parts[taker] = rest;
  return parts;
}

/** Twenty stores millionths of a unit in a JSON number, exact only up to 2^53. */
const MICRO_DIGITS = 6;

/** @throws RangeError when the stored number is not an exact number of minor units. */
export function fromMicros(amountMicros: number | string, currency: string): Money {
  if (!/^-?\d+$/.test(String(amountMicros))) {
    throw new RangeError(`${amountMicros} is not a whole number of millionths of ${currency}`);
  }
  const micros = BigInt(amountMicros);
  if (typeof amountMicros === 'number' && !Number.isSafeInteger(amountMicros)) {
    throw new RangeError(
      `${amountMicros} millionths of ${currency} is beyond what a JSON number holds exactly`,
    );
  }
  const perMinor = 10n ** BigInt(MICRO_DIGITS - minorDigits(currency));
  if (micros % perMinor !== 0n) {
    throw new RangeError(`${amountMicros} millionths of ${currency} is not a whole number of minor units`);
  }
  return money(micros / perMinor, currency);
}

/** @throws RangeError when the amount does not fit a JSON number exactly (about 9 billion units). */
export function toMicros(amount: Money): number {
  const micros = amount.minor * 10n ** BigInt(MICRO_DIGITS - minorDigits(amount.currency));
  const number = Number(micros);
  if (!Number.isSafeInteger(number)) {
    throw new RangeError(`${formatMoney(amount)} ${amount.currency} is too large to be stored exactly`);
  }
  return number;
}
