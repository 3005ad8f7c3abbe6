/**
 * Ageing (D10): what is open at a date, by the days since it fell due. Due today is not overdue, and what
 * has no due date yet is not due. Bounced and reversed receipts are left out by whoever asks, or come
 * with their mirror rows.
 */
import { type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import { daysBetween, type PlainDate } from '#domain/shared/plain-date.ts';

export const AGEING_BUCKETS = ['NOT_DUE', 'D1_30', 'D31_60', 'D61_90', 'D91_PLUS'] as const;

export type AgeingBucket = (typeof AGEING_BUCKETS)[number];

export type AgedItem = {
  dueOn: PlainDate | null;
  amount: Money;
  /** By value date: money that came in after the date asked for does not count yet. */
  receipts: readonly { on: PlainDate; amount: Money }[];
  waived: Money | null;
};

export type Ageing = { buckets: Record<AgeingBucket, Money>; total: Money };

export function ageingBucket(dueOn: PlainDate | null, asOf: PlainDate): AgeingBucket {
  const days = dueOn === null ? 0 : daysBetween(dueOn, asOf);
  if (days <= 0) return 'NOT_DUE';
  if (days <= 30) return 'D1_30';
  if (days <= 60) return 'D31_60';
  return days <= 90 ? 'D61_90' : 'D91_PLUS';
}

/** What is still open of one item at a date; paid too much is the buyer's balance, not a debt below zero. */
export function openAt({ amount, receipts, waived }: AgedItem, asOf: PlainDate): Money {
  const { currency } = amount;
  const received = sum(
    receipts.filter(({ on }) => on <= asOf).map((receipt) => receipt.amount),
    currency,
  );
  const open = subtract(subtract(amount, received), waived ?? zero(currency));
  return open.minor < 0n ? zero(currency) : open;
}

/** @throws CurrencyMismatch when an amount is in another currency: there is no ageing over two. */
export function ageing(items: readonly AgedItem[], asOf: PlainDate, currency: string): Ageing {
  const open: Record<AgeingBucket, Money[]> = {
    NOT_DUE: [],
    D1_30: [],
    D31_60: [],
    D61_90: [],
    D91_PLUS: [],
  };
  for (const item of items) open[ageingBucket(item.dueOn, asOf)].push(openAt(item, asOf));
  const buckets = {
    NOT_DUE: sum(open.NOT_DUE, currency),
    D1_30: sum(open.D1_30, currency),
    D31_60: sum(open.D31_60, currency),
    D61_90: sum(open.D61_90, currency),
    D91_PLUS: sum(open.D91_PLUS, currency),
  };
  return { buckets, total: sum(Object.values(buckets), currency) };
}
