/** Groups as amounts: only those of the board's currency, exact to the minor unit. */
import { addVolumes, type DueGroup, sumOfArea, sumOfMicros, type Volume } from '#domain/insight/index.ts';
import { type Money, sum } from '#domain/shared/money.ts';
import { isPlainDate, type PlainDate } from '#domain/shared/plain-date.ts';
import type { Group } from './grouped.ts';

export function inCurrency(groups: readonly Group[] | undefined, currency: string): Group[] {
  return (groups ?? []).filter((group) => group.by.currency === currency);
}

/** Of records that may say no currency, as a home without a price: those count everywhere. */
export function inCurrencyOrNone(groups: readonly Group[] | undefined, currency: string): Group[] {
  return (groups ?? []).filter(({ by }) => !by.currency || by.currency === currency);
}

export function moneyOf(group: Group, field: string, currency: string): Money {
  return sumOfMicros(group.sums[field], currency);
}

export function moneySum(groups: readonly Group[], field: string, currency: string): Money {
  return sum(
    groups.map((group) => moneyOf(group, field, currency)),
    currency,
  );
}

export function countSum(groups: readonly Group[]): number {
  return groups.reduce((all, { count }) => all + count, 0);
}

/** Of contracts: how many, their area and their price. */
export function volumeOf(groups: readonly Group[], currency: string): Volume {
  return addVolumes(
    groups.map((group) => ({
      count: group.count,
      area: sumOfArea(group.sums.contractArea),
      amount: moneyOf(group, 'price', currency),
    })),
    currency,
  );
}

/** What installments still ask for: amount less what was taken off and what is paid. */
export function openOf(group: Group, currency: string): Money {
  const [amount, credited, paid] = ['amount', 'credited', 'paid'].map((field) =>
    moneyOf(group, field, currency),
  ) as [Money, Money, Money];
  return { minor: amount.minor - credited.minor - paid.minor, currency };
}

/** The day of a dimension; servers may say it with a time behind it. */
export function dayOf(group: Group, name: string): PlainDate | null {
  const day = group.by[name]?.slice(0, 10) ?? '';
  return isPlainDate(day) ? day : null;
}

/** Installments by due date, as ageing takes them. */
export function dueGroups(groups: readonly Group[], currency: string): DueGroup[] {
  return groups.map((group) => ({
    dueOn: dayOf(group, 'dueOn'),
    count: group.count,
    open: openOf(group, currency),
  }));
}
