/** Amounts in English words, as letters and receipts repeat them beside the figures. */
import { type Money, minorDigits } from '#domain/shared/money.ts';

type OneAndMany = readonly [one: string, many: string];

/** What the units are called: `{ unit: ['dirham', 'dirhams'], fraction: ['fils', 'fils'] }`. */
export type EnglishCurrency = { unit: OneAndMany; fraction?: OneAndMany };

const ONES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion', 'quintillion'];

/** "AED ten thousand and fifty only"; hundredths without a name are "and 05/100". */
export function englishAmountInWords(amount: Money, names?: EnglishCurrency): string {
  const digits = minorDigits(amount.currency);
  const per = 10n ** BigInt(digits);
  const minor = amount.minor < 0n ? -amount.minor : amount.minor;
  const [units, fraction] = [minor / per, minor % per];
  const sign = amount.minor < 0n ? 'minus ' : '';
  const whole = `${sign}${englishNumber(units)}`;
  const unit = names === undefined ? '' : ` ${units === 1n ? names.unit[0] : names.unit[1]}`;
  const start = names === undefined ? `${amount.currency} ` : '';
  return `${start}${whole}${unit}${fractionInWords(fraction, digits, names)} only`;
}

function fractionInWords(fraction: bigint, digits: number, names: EnglishCurrency | undefined): string {
  if (fraction === 0n) return '';
  if (names?.fraction === undefined)
    return ` and ${fraction.toString().padStart(digits, '0')}/${10n ** BigInt(digits)}`;
  const [one, many] = names.fraction;
  return ` and ${englishNumber(fraction)} ${fraction === 1n ? one : many}`;
}

/**
 * A whole number from zero up: "one hundred million and one".
 * @throws RangeError from a sextillion on, for which there is no common word.
 */
export function englishNumber(value: bigint): string {
  if (value < 1000n) return hundreds(Number(value));
  const parts: string[] = [];
  let rest = value;
  for (let scale = 0; rest > 0n; scale += 1) {
    const group = Number(rest % 1000n);
    const name = SCALES[scale];
    if (name === undefined) throw new RangeError(`${value} is too large to be written in words`);
    if (group > 0) parts.unshift(scale === 0 ? lastGroup(group) : `${hundreds(group)} ${name}`);
    rest /= 1000n;
  }
  return parts.join(' ');
}

/** "one thousand and five", but "one thousand two hundred". */
function lastGroup(group: number): string {
  return group < 100 ? `and ${hundreds(group)}` : hundreds(group);
}

function hundreds(value: number): string {
  if (value < 100) return tens(value);
  const rest = value % 100;
  return `${ONES[Math.floor(value / 100)]} hundred${rest === 0 ? '' : ` and ${tens(rest)}`}`;
}

function tens(value: number): string {
  if (value < 20) return ONES[value] ?? '';
  return `${TENS[Math.floor(value / 10)]}${value % 10 === 0 ? '' : `-${ONES[value % 10]}`}`;
}
