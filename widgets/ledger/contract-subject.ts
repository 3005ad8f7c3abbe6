/** A contract as the forms of the ledger show it. */
import type { ContractState } from '#domain/deal/deal-states.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import {
  amountOrDash,
  BUYER,
  type BuyerRecord,
  buyerName,
  MONEY,
  someAmount,
} from '#widgets/shared/command-form/record-texts.ts';
import { type Amount, amountOf, decimalText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';

export type ContractRecord = BuyerRecord & {
  id: string;
  name: string | null;
  state: ContractState | null;
  price: StoredAmount;
  paid: StoredAmount;
  prepaid: StoredAmount;
  unit: { id: string; name: string | null } | null;
};

export const CONTRACT_FIELDS = `id name state price ${MONEY} paid ${MONEY} prepaid ${MONEY} unit { id name } ${BUYER}`;

export function contractFacts(contract: ContractRecord, { t, locale }: Words): Fact[] {
  const money = (stored: StoredAmount) => amountOrDash(amountOf(stored), locale);
  return [
    [t('Contract'), contract.name],
    [t('Unit'), contract.unit?.name],
    [t('Buyer'), buyerName(contract)],
    [t('Contract price'), money(contract.price)],
    [t('Paid'), money(contract.paid)],
    [t('Prepaid'), money(contract.prepaid)],
  ];
}

export function contractCurrency({ price }: Pick<ContractRecord, 'price'>): string {
  return amountOf(price)?.currency ?? '';
}

/** With what is late on it. */
export type LateContract = ContractRecord & {
  lateFee: StoredAmount;
  lateFeePaid: StoredAmount;
  lateFeeWaived: StoredAmount;
  overdue: StoredAmount;
  overdueSince: string | null;
  dunningPausedUntil: string | null;
  letterLanguage: string | null;
};

const LATE_FIELDS = `${CONTRACT_FIELDS} lateFee ${MONEY} lateFeePaid ${MONEY} lateFeeWaived ${MONEY}
  overdue ${MONEY} overdueSince dunningPausedUntil letterLanguage`;

export function readLateContract(id: string): Promise<LateContract | null> {
  return readOne<LateContract>('keyturnContracts', LATE_FIELDS, id);
}

type Fee = Pick<LateContract, 'lateFee' | 'lateFeePaid' | 'lateFeeWaived'>;

/** Late fee that is neither paid nor waived; null when there is none. */
export function openFee({ lateFee, lateFeePaid, lateFeeWaived }: Fee): Amount | null {
  const fee = amountOf(lateFee);
  if (fee === null) return null;
  const settled = (amountOf(lateFeePaid)?.micros ?? 0n) + (amountOf(lateFeeWaived)?.micros ?? 0n);
  return fee.micros > settled ? { ...fee, micros: fee.micros - settled } : null;
}

/** Principal and fee that are late, as a person enters an amount; empty when nothing is. */
export function lateText(contract: LateContract): string {
  const late = (amountOf(contract.overdue)?.micros ?? 0n) + (openFee(contract)?.micros ?? 0n);
  return late > 0n ? decimalText(late) : '';
}

export function lateFacts(contract: LateContract, words: Words): Fact[] {
  const { t, locale } = words;
  const since = contract.overdueSince;
  const until = contract.dunningPausedUntil;
  return [
    ...contractFacts(contract, words),
    [t('Overdue'), someAmount(amountOf(contract.overdue), locale)],
    [t('Overdue since'), since && dateText(since, locale)],
    [t('Late fee open'), someAmount(openFee(contract), locale)],
    [t('No reminders until'), until && dateText(until, locale)],
  ];
}
