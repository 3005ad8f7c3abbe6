/** Fields and names that several forms ask for. */
import { type Amount, amountText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { type PersonName, personName } from '#widgets/shared/people/person-name.ts';

export const MONEY = '{ amountMicros currencyCode }';
export const BUYER = 'buyer { id name { firstName lastName } } company { id name }';

export type BuyerRecord = {
  buyer: { id: string; name: PersonName } | null;
  company: { id: string; name: string | null } | null;
};

export type MoneyRecord = StoredAmount;

export function buyerName({ buyer, company }: BuyerRecord): string | null {
  return personName(buyer?.name) ?? company?.name ?? null;
}

export function amountOrDash(amount: Amount | null, locale: string): string {
  return amount === null ? '–' : amountText(amount, locale);
}

/** Nothing at all for zero: a fact that is worth no line. */
export function someAmount(amount: Amount | null, locale: string): string | null {
  return amount === null || amount.micros === 0n ? null : amountText(amount, locale);
}
