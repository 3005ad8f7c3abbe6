/** The cash forecast of twelve months, with what has no date, what is promised and what banks will pay. */
import { type BucketSum, type CashForecast, cashForecast } from '#domain/insight/index.ts';
import { type Money, sum } from '#domain/shared/money.ts';
import { countSum, dayOf, inCurrency, moneySum, openOf } from '../board/amounts.ts';
import type { BoardAnswer, Group } from '../board/grouped.ts';
import type { Told } from '../board/scope.ts';

export type ForecastFigures = {
  forecast: CashForecast;
  overdue: BucketSum;
  promised: BucketSum;
  loans: BucketSum;
};

export function forecastFigures({ groups }: BoardAnswer, { currency, today }: Told): ForecastFigures {
  const late = inCurrency(groups.overdue, currency);
  const overdue = { count: countSum(late), open: openSum(late, currency) };
  const toCome = inCurrency(groups.toCome, currency).map((group) => ({
    month: dayOf(group, 'dueOn'),
    anchor: group.by.anchor ?? null,
    open: openOf(group, currency),
  }));
  return {
    forecast: cashForecast(toCome, overdue.open, today),
    overdue,
    promised: leftOf(inCurrency(groups.promises, currency), 'amount', 'paidSince', currency),
    loans: leftOf(inCurrency(groups.loans, currency), 'amountApproved', 'amountDisbursed', currency),
  };
}

function openSum(groups: readonly Group[], currency: string): Money {
  return sum(
    groups.map((group) => openOf(group, currency)),
    currency,
  );
}

function leftOf(groups: readonly Group[], all: string, done: string, currency: string): BucketSum {
  const [whole, gone] = [moneySum(groups, all, currency), moneySum(groups, done, currency)];
  return { count: countSum(groups), open: { minor: whole.minor - gone.minor, currency } };
}
