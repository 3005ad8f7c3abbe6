/** Ageing (D10) of what a server has summed by due date: the buckets, and the days weighted by what is open. */
import { AGEING_BUCKETS, type AgeingBucket, ageingBucket } from '#domain/ledger/index.ts';
import { add, type Money, zero } from '#domain/shared/money.ts';
import { daysBetween, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Ratio, ratio } from './ratio.ts';

/** Installments that fall due on one day. */
export type DueGroup = { dueOn: PlainDate | null; count: number; open: Money };

export type BucketSum = { count: number; open: Money };

export type AgeingSums = {
  buckets: Record<AgeingBucket, BucketSum>;
  /** Everything but NOT_DUE. */
  overdue: BucketSum;
  /** Days since the due date, weighted by what is open; n/a when nothing is overdue. */
  weightedDays: Ratio;
};

/** @throws CurrencyMismatch when a group is in another currency. */
export function ageingOfGroups(groups: readonly DueGroup[], asOf: PlainDate, currency: string): AgeingSums {
  const buckets = Object.fromEntries(
    AGEING_BUCKETS.map((bucket) => [bucket, sumOf(inBucket(groups, bucket, asOf), currency)]),
  ) as Record<AgeingBucket, BucketSum>;
  const late = groups.filter(({ dueOn }) => ageingBucket(dueOn, asOf) !== 'NOT_DUE');
  const overdue = sumOf(late, currency);
  const weighted = late.reduce(
    (all, { dueOn, open }) => all + open.minor * BigInt(daysBetween(dueOn as PlainDate, asOf)),
    0n,
  );
  return { buckets, overdue, weightedDays: ratio(weighted, overdue.open.minor) };
}

function inBucket(groups: readonly DueGroup[], bucket: AgeingBucket, asOf: PlainDate): DueGroup[] {
  return groups.filter(({ dueOn }) => ageingBucket(dueOn, asOf) === bucket);
}

function sumOf(groups: readonly { count: number; open: Money }[], currency: string): BucketSum {
  return groups.reduce((all, { count, open }) => ({ count: all.count + count, open: add(all.open, open) }), {
    count: 0,
    open: zero(currency),
  });
}

/** What falls due from a day to another, both included. */
export function dueBetween(
  groups: readonly DueGroup[],
  from: PlainDate,
  to: PlainDate,
  currency: string,
): BucketSum {
  return sumOf(
    groups.filter(({ dueOn }) => dueOn !== null && dueOn >= from && dueOn <= to),
    currency,
  );
}
