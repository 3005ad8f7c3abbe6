/** What a buyer is worth and what is open, currency by currency, by the functions of the boards (F2, D10). Pure. */
import { ageingOfGroups, type BuyerValue, buyerValue, type DueGroup } from '#domain/insight/index.ts';
import { add, type Money, zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { dueGroups, inCurrency } from '#widgets/insight/board/amounts.ts';
import { moneyOf } from '#widgets/shared/format/stored-money.ts';
import type { BuyerPage } from './buyer-records.ts';

export type BuyerFigures = BuyerValue & {
  /** Null for who may not see installments. */
  dues: {
    open: Money;
    /** Today's included. */
    due: Money;
    overdue: Money;
    overdueSince: PlainDate | null;
    next: { on: PlainDate; amount: Money } | null;
  } | null;
};

export function buyerFigures({ contracts, open }: BuyerPage, today: PlainDate): BuyerFigures[] {
  const bought = (contracts ?? []).map(({ state, price, paid }) => ({
    state: state ?? 'DRAFT',
    price: moneyOf(price),
    paid: moneyOf(paid),
  }));
  return buyerValue(bought).map((value) => ({
    ...value,
    dues:
      open === null
        ? null
        : duesOf(dueGroups(inCurrency(open, value.currency), value.currency), value.currency, today),
  }));
}

function duesOf(groups: readonly DueGroup[], currency: string, today: PlainDate): BuyerFigures['dues'] {
  const { overdue } = ageingOfGroups(groups, today, currency);
  const total = (some: readonly DueGroup[]) => some.reduce((all, one) => add(all, one.open), zero(currency));
  const dated = groups
    .flatMap(({ dueOn, open }) => (dueOn !== null && open.minor > 0n ? [{ on: dueOn, amount: open }] : []))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  return {
    open: total(groups),
    due: total(groups.filter(({ dueOn }) => dueOn !== null && dueOn <= today)),
    overdue: overdue.open,
    overdueSince: dated.find(({ on }) => on < today)?.on ?? null,
    next: dated.find(({ on }) => on > today) ?? null,
  };
}
