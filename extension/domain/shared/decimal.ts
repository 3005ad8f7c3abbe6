/**
 * Exact decimals that are no money: percents, rates, multipliers, areas. `units / 10^places`, kept in
 * lowest terms, so that no float ever takes part in a product with money (D1).
 */
export type Decimal = { readonly units: bigint; readonly places: number };

/** What is read may have so many places; a decimal that arithmetic made may have more. */
const MOST_PLACES = 12;

/** In lowest terms: 3.00 becomes 3, so that "has at most four places" is a look at `places`. */
export function decimal(units: bigint, places = 0): Decimal {
  let [rest, left] = [units, places];
  while (left > 0 && rest % 10n === 0n) {
    rest /= 10n;
    left -= 1;
  }
  return { units: rest, places: left };
}

/**
 * Reads a decimal string such as "0.0005"; no exponent, no thousands separators.
 * @throws RangeError when it is no decimal or has more than 15 digits before or 12 after the point.
 */
export function parseDecimal(text: string): Decimal {
  const [, sign, whole, fraction = ''] = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) throw new RangeError(`"${text}" is not a decimal like "0.0005"`);
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > MOST_PLACES)
    throw new RangeError(`"${text}" has more than ${MOST_PLACES} decimal places`);
  const units = BigInt(whole + digits);
  return { units: sign === '-' ? -units : units, places: digits.length };
}

/** From a stored JSON number, which prints as the shortest decimal that it stands for. */
export function decimalOf(value: number): Decimal {
  const text = String(value);
  return parseDecimal(text.includes('e') ? value.toFixed(MOST_PLACES) : text);
}

/** "0.0511": as many places as it needs, and at least as many as asked for. */
export function formatDecimal({ units, places }: Decimal, leastPlaces = 0): string {
  const shown = Math.max(places, leastPlaces);
  const digits = (units < 0n ? -units : units).toString() + '0'.repeat(shown - places);
  const text = digits.padStart(shown + 1, '0');
  const whole = text.slice(0, text.length - shown);
  return `${units < 0n ? '-' : ''}${whole}${shown === 0 ? '' : `.${text.slice(-shown)}`}`;
}

/** For products with money: `multiply(amount, numerator, denominator)`. */
export function fractionOf({ units, places }: Decimal): { numerator: bigint; denominator: bigint } {
  return { numerator: units, denominator: 10n ** BigInt(places) };
}

export function isPositiveDecimal({ units }: Decimal): boolean {
  return units > 0n;
}

/** The whole number of units at so many places, or null when the decimal has more of them. */
export function unitsAt({ units, places }: Decimal, wanted: number): bigint | null {
  return places > wanted ? null : units * 10n ** BigInt(wanted - places);
}

/** The same decimals over one denominator, so that they can be added, compared and used as weights. */
export function overOneScale(decimals: readonly Decimal[]): { units: bigint[]; scale: bigint } {
  const most = decimals.reduce((places, one) => Math.max(places, one.places), 0);
  const units = decimals.map((one) => one.units * 10n ** BigInt(most - one.places));
  return { units, scale: 10n ** BigInt(most) };
}

/** Negative, zero or positive, as `left` is smaller, equal or larger. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const { units } = overOneScale([left, right]);
  const [a = 0n, b = 0n] = units;
  return a < b ? -1 : a > b ? 1 : 0;
}

export function addDecimals(decimals: readonly Decimal[]): Decimal {
  const places = decimals.reduce((most, one) => Math.max(most, one.places), 0);
  return decimal(
    overOneScale(decimals).units.reduce((left, right) => left + right, 0n),
    places,
  );
}
