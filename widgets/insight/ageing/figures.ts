/** Ageing (D10): overdue by bucket and charge, weighted days, and the contracts that owe most. */
import { type AgeingSums, ageingOfGroups, type BucketSum } from '#domain/insight/index.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Amount, amountOf, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { personName } from '#widgets/shared/people/person-name.ts';
import { dueGroups, inCurrency, openOf } from '../board/amounts.ts';
import type { BoardAnswer } from '../board/grouped.ts';
import type { Told } from '../board/scope.ts';

export type Debtor = {
  id: string;
  name: string;
  who: string;
  overdue: Amount | null;
  since: PlainDate | null;
  lateFee: Amount | null;
};

export type AgeingFigures = {
  all: AgeingSums;
  /** By what the installments are asked for, the most first. */
  byCharge: { charge: string; overdue: BucketSum }[];
  debtors: Debtor[];
};

type ContractRecord = {
  id: string;
  name: string;
  overdue: StoredAmount;
  overdueSince: string | null;
  lateFee: StoredAmount;
  lateFeePaid: StoredAmount;
  lateFeeWaived: StoredAmount;
  buyer: { name: { firstName: string; lastName: string } } | null;
  company: { name: string } | null;
};

export function ageingFigures({ groups, lists }: BoardAnswer, { currency, today }: Told): AgeingFigures {
  const charges = inCurrency(groups.charges, currency).map((group) => ({
    charge: group.by.chargeType ?? 'HOUSE_PRICE',
    overdue: { count: group.count, open: openOf(group, currency) },
  }));
  return {
    all: ageingOfGroups(dueGroups(inCurrency(groups.late, currency), currency), today, currency),
    byCharge: charges.sort((left, right) => Number(right.overdue.open.minor - left.overdue.open.minor)),
    debtors: ((lists.debtors ?? []) as ContractRecord[])
      .filter(({ overdue }) => overdue?.currencyCode === currency)
      .map(debtorOf),
  };
}

function debtorOf(record: ContractRecord): Debtor {
  const [fee, paid, waived] = [record.lateFee, record.lateFeePaid, record.lateFeeWaived].map(amountOf);
  return {
    id: record.id,
    name: record.name,
    who: personName(record.buyer?.name) ?? record.company?.name ?? '',
    overdue: amountOf(record.overdue),
    since: record.overdueSince as PlainDate | null,
    lateFee: fee ? { ...fee, micros: fee.micros - (paid?.micros ?? 0n) - (waived?.micros ?? 0n) } : null,
  };
}
