/** Between amounts as records keep them, the domain's money, and amounts as they are written. */
import { fromMicros, type Money, minorDigits } from '#domain/shared/money.ts';
import { isPlainDate, type PlainDate } from '#domain/shared/plain-date.ts';
import type { Amount, StoredAmount } from './amount.ts';

/** Null for nothing, and for what is no exact amount of its currency: somebody wrote it by hand. */
export function moneyOf(stored: StoredAmount | undefined): Money | null {
  const { amountMicros = null, currencyCode = null } = stored ?? {};
  if (amountMicros === null || currencyCode === null) return null;
  try {
    return fromMicros(amountMicros, currencyCode);
  } catch {
    return null;
  }
}

export function shownMoney({ minor, currency }: Money): Amount {
  return { micros: minor * 10n ** BigInt(6 - minorDigits(currency)), currency };
}

export function dayOf(text: string | null | undefined): PlainDate | null {
  return text != null && isPlainDate(text) ? text : null;
}
