/** How long things take (F2): the median of finished ones, and averages from sums of days. */
import { daysBetween, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Ratio, ratio } from './ratio.ts';

/**
 * Mortgage cycle: median days from signing to disbursement, by bank. Basis: finished cases only, which is a
 * little better than the truth while many are open. n/a without a finished one.
 */
export function medianDays(spans: readonly { from: PlainDate; to: PlainDate }[]): Ratio {
  const days = spans.map(({ from, to }) => daysBetween(from, to)).sort((left, right) => left - right);
  const middle = Math.floor(days.length / 2);
  const upper = days[middle];
  if (upper === undefined) return null;
  const lower = days.length % 2 === 1 ? upper : (days[middle - 1] ?? upper);
  return (lower + upper) / 2;
}

export type DayGroup = { on: PlainDate; count: number };

/** Some day before all others: only differences of days are ever looked at. */
const EPOCH = '1970-01-01' as PlainDate;

function sumOfDays(groups: readonly DayGroup[]): { days: number; count: number } {
  return groups.reduce(
    (all, { on, count }) => ({
      days: all.days + count * daysBetween(EPOCH, on),
      count: all.count + count,
    }),
    { days: 0, count: 0 },
  );
}

/**
 * Average days in a stage, of the same records grouped once by the day they came in and once by the day they
 * went out: the average of the differences is the difference of the averages. n/a when there is none, and when
 * the two are not of the same number and so not of the same records.
 */
export function averageDays(came: readonly DayGroup[], went: readonly DayGroup[]): Ratio {
  const [from, to] = [sumOfDays(came), sumOfDays(went)];
  return from.count !== to.count ? null : ratio(to.days - from.days, to.count);
}

/** Average days since a day, of what is still there. */
export function averageDaysSince(groups: readonly DayGroup[], asOf: PlainDate): Ratio {
  const { days, count } = sumOfDays(groups);
  return ratio(daysBetween(EPOCH, asOf) * count - days, count);
}
