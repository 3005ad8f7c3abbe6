/** Amounts and areas as people write them into a price list: with currency signs and grouped digits. Pure. */
import { type Decimal, decimal, parseDecimal, unitsAt } from '#domain/shared/decimal.ts';
import { type Money, minorDigits, money, toMicros } from '#domain/shared/money.ts';

export type DecimalMark = '.' | ',';

const GROUPED = {
  '.': /^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/,
  ',': /^(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/,
} as const;

/** Null when it is no number that is zero or more. */
export function readNumber(cell: string, mark: DecimalMark): Decimal | null {
  const text = cell
    .normalize('NFKC')
    .replace(/[\s'’]/g, '')
    .replace(/^(¥|€|£|\$|₹|[A-Z]{2,3}\$?)/i, '')
    .replace(/(元|圆|m2|m²|㎡|平方米|€|[A-Z]{3})$/i, '');
  if (!GROUPED[mark].test(text)) return null;
  try {
    return parseDecimal(mark === '.' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.'));
  } catch {
    return null;
  }
}

export type AmountProblem = 'NOT_A_NUMBER' | 'TOO_MANY_PLACES' | 'TOO_LARGE';

export function readAmount(
  cell: string,
  { currency, mark, isInTenThousands }: { currency: string; mark: DecimalMark; isInTenThousands: boolean },
): Money | AmountProblem {
  const read = readNumber(cell, mark);
  if (read === null) return 'NOT_A_NUMBER';
  const exact = isInTenThousands ? decimal(read.units * 10_000n, read.places) : read;
  const minor = unitsAt(exact, minorDigits(currency));
  if (minor === null) return 'TOO_MANY_PLACES';
  const amount = money(minor, currency);
  return isStorable(amount) ? amount : 'TOO_LARGE';
}

function isStorable(amount: Money): boolean {
  try {
    toMicros(amount);
    return true;
  } catch {
    return false;
  }
}

export function amountAsDecimal({ minor, currency }: Money): Decimal {
  return decimal(minor, minorDigits(currency));
}
