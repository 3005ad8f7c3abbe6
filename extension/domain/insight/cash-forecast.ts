/**
 * Cash forecast (F1): what contracts ask for in the next months by due date. What is overdue already and what has no
 * date yet, because it waits for a milestone, the keys or a loan, is told apart and is in no month. Promises and
 * loans are not added: they say when installments will be paid, not that more will be.
 */
import { add, type Money, sum, zero } from '#domain/shared/money.ts';
import { addMonths, type PlainDate, plainDate } from '#domain/shared/plain-date.ts';

export const FORECAST_MONTHS = 12;

/** Open installments of one month; null for those that have no date. */
export type OpenGroup = { month: PlainDate | null; anchor: string | null; open: Money };

export type CashForecast = {
  /** This month first; from today on. */
  months: { month: PlainDate; open: Money }[];
  /** Due after the last of these months. */
  later: Money;
  overdue: Money;
  undated: Money;
  /** What has no date, by what it waits for. */
  undatedBy: { anchor: string; open: Money }[];
  total: Money;
};

export function firstOfMonth(date: PlainDate): PlainDate {
  return plainDate(`${date.slice(0, 7)}-01`);
}

/** `groups` without what is overdue, which comes by itself: a month does not tell its past from its future. */
export function cashForecast(
  groups: readonly OpenGroup[],
  overdue: Money,
  today: PlainDate,
  count = FORECAST_MONTHS,
): CashForecast {
  const { currency } = overdue;
  const start = firstOfMonth(today);
  const months = Array.from({ length: count }, (_, index) => addMonths(start, index));
  const end = addMonths(start, count);
  const openOf = (chosen: readonly OpenGroup[]) =>
    sum(
      chosen.map(({ open }) => open),
      currency,
    );
  const undated = groups.filter(({ month }) => month === null);
  const anchors = [...new Set(undated.map(({ anchor }) => anchor ?? ''))].sort();
  return {
    // A month before this one is of today's time zone being ahead of the server's: it is this month's.
    months: months.map((month, index) => ({
      month,
      open: openOf(
        groups.filter((group) =>
          group.month === null ? false : index === 0 ? group.month <= month : group.month === month,
        ),
      ),
    })),
    later: openOf(groups.filter(({ month }) => month !== null && month >= end)),
    overdue,
    undated: openOf(undated),
    undatedBy: anchors.map((anchor) => ({
      anchor,
      open: openOf(undated.filter((group) => (group.anchor ?? '') === anchor)),
    })),
    total: groups.reduce((all, { open }) => add(all, open), add(zero(currency), overdue)),
  };
}
