/** Keys given and still to be given, and who must pay first (F1, C4). */
import { firstOfMonth, type Ratio, ratio } from '#domain/insight/index.ts';
import type { Money } from '#domain/shared/money.ts';
import { addMonths, type PlainDate } from '#domain/shared/plain-date.ts';
import { countSum, dayOf, inCurrency, moneySum } from '../board/amounts.ts';
import type { BoardAnswer } from '../board/grouped.ts';
import type { Told } from '../board/scope.ts';
import { WITH_KEYS, WITHOUT_KEYS } from './queries.ts';

export const MONTHS = 12;

export type HandoverFigures = {
  withKeys: number;
  waiting: number;
  /** Of contracts that bind. */
  share: Ratio;
  owing: { count: number; overdue: Money };
  states: { state: string; count: number }[];
  months: { month: PlainDate; count: number }[];
};

export function handoverFigures({ groups }: BoardAnswer, { currency, today }: Told): HandoverFigures {
  const contracts = inCurrency(groups.contracts, currency);
  const count = (states: readonly string[]) =>
    countSum(contracts.filter(({ by }) => states.includes(by.state ?? '')));
  const handovers = groups.handovers ?? [];
  const owing = inCurrency(groups.owing, currency);
  const [withKeys, waiting] = [count(WITH_KEYS), count(WITHOUT_KEYS)];
  const states = [...new Set(handovers.map(({ by }) => by.state ?? 'NOTIFIED'))].sort();
  return {
    withKeys,
    waiting,
    share: ratio(withKeys, withKeys + waiting),
    owing: { count: countSum(owing), overdue: moneySum(owing, 'overdue', currency) },
    states: states.map((state) => ({
      state,
      count: countSum(handovers.filter(({ by }) => (by.state ?? 'NOTIFIED') === state)),
    })),
    months: Array.from({ length: MONTHS }, (_, index) => {
      const month = addMonths(firstOfMonth(today), index + 1 - MONTHS);
      return {
        month,
        count: countSum(handovers.filter((group) => dayOf(group, 'handedOverOn') === month)),
      };
    }),
  };
}
