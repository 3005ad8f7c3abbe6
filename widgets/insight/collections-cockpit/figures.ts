/** What is due, late, promised and not yet in the books (F1), with the rates of F2. */
import {
  type AgeingSums,
  ageingOfGroups,
  type BucketSum,
  dueBetween,
  firstOfMonth,
  lateFeeRecovery,
  overdueRatio,
  periodCollectionRate,
  type Ratio,
} from '#domain/insight/index.ts';
import { type Money, sum } from '#domain/shared/money.ts';
import { addDays, addMonths, type PlainDate } from '#domain/shared/plain-date.ts';
import { countSum, dayOf, dueGroups, inCurrency, moneyOf, moneySum } from '../board/amounts.ts';
import type { BoardAnswer, Group } from '../board/grouped.ts';
import type { Told } from '../board/scope.ts';
import { RATE_MONTHS } from './queries.ts';

export type MonthRate = { month: PlainDate; dues: Money; applied: Money; rate: Ratio };

export type CollectionsFigures = {
  dueToday: BucketSum;
  dueIn7: BucketSum;
  dueIn30: BucketSum;
  ageing: AgeingSums;
  months: MonthRate[];
  /** Of what has fallen due in these months. */
  overdueRatio: Ratio;
  promises: { open: BucketSum; late: BucketSum; broken: BucketSum };
  bankLines: { unmatched: BucketSum; matched: BucketSum };
  pending: BucketSum;
  bounced: BucketSum;
  lateFee: { accrued: Money; paid: Money; waived: Money; recovery: Ratio };
};

export function collectionsFigures({ groups }: BoardAnswer, { currency, today }: Told): CollectionsFigures {
  const due = dueGroups(inCurrency(groups.due, currency), currency);
  const ageing = ageingOfGroups(due, today, currency);
  const months = monthRates(inCurrency(groups.dues, currency), today, currency);
  const lines = inCurrency(groups.bankLines, currency);
  const receipts = inCurrency(groups.receipts, currency);
  const fees = inCurrency(groups.lateFees, currency);
  const [accrued, paid, waived] = ['lateFee', 'lateFeePaid', 'lateFeeWaived'].map((field) =>
    moneySum(fees, field, currency),
  ) as [Money, Money, Money];
  const sumIn = (list: readonly Group[], states: readonly string[]): BucketSum => {
    const chosen = list.filter(({ by }) => states.includes(by.state ?? ''));
    return { count: countSum(chosen), open: moneySum(chosen, 'amount', currency) };
  };
  const dueToDate = sum(
    months.map(({ dues }) => dues),
    currency,
  );
  const start = months[0]?.month ?? today;
  const late = due.filter(({ dueOn }) => dueOn !== null && dueOn >= start);
  return {
    dueToday: dueBetween(due, today, today, currency),
    dueIn7: dueBetween(due, today, addDays(today, 6), currency),
    dueIn30: dueBetween(due, today, addDays(today, 29), currency),
    ageing,
    months,
    overdueRatio: overdueRatio(ageingOfGroups(late, today, currency).overdue.open.minor, dueToDate.minor),
    promises: promisesOf(inCurrency(groups.promises, currency), today, currency),
    bankLines: { unmatched: sumIn(lines, ['UNMATCHED', 'DOUBTFUL']), matched: sumIn(lines, ['MATCHED']) },
    pending: sumIn(receipts, ['PENDING_CLEARANCE']),
    bounced: sumIn(receipts, ['BOUNCED']),
    lateFee: {
      accrued,
      paid,
      waived,
      recovery: lateFeeRecovery(paid.minor, accrued.minor, waived.minor),
    },
  };
}

function monthRates(dues: readonly Group[], today: PlainDate, currency: string): MonthRate[] {
  const first = addMonths(firstOfMonth(today), 1 - RATE_MONTHS);
  return Array.from({ length: RATE_MONTHS }, (_, index) => {
    const month = addMonths(first, index);
    const own = dues.filter((group) => dayOf(group, 'dueOn') === month);
    const [amount, credited, applied] = ['amount', 'credited', 'paid'].map((field) =>
      moneySum(own, field, currency),
    ) as [Money, Money, Money];
    const asked: Money = { minor: amount.minor - credited.minor, currency };
    return { month, dues: asked, applied, rate: periodCollectionRate(applied.minor, asked.minor) };
  });
}

/** A promise counts with what is still to come of it. */
function promisesOf(
  groups: readonly Group[],
  today: PlainDate,
  currency: string,
): CollectionsFigures['promises'] {
  const sumOf = (list: readonly Group[]): BucketSum => ({
    count: countSum(list),
    open: {
      minor: list.reduce(
        (all, group) =>
          all + moneyOf(group, 'amount', currency).minor - moneyOf(group, 'paidSince', currency).minor,
        0n,
      ),
      currency,
    },
  });
  const open = groups.filter(({ by }) => by.state === 'OPEN');
  return {
    open: sumOf(open),
    late: sumOf(open.filter((group) => (dayOf(group, 'payBy') ?? today) < today)),
    broken: sumOf(groups.filter(({ by }) => by.state === 'BROKEN')),
  };
}
