/** The business at a glance: net sales, collection, stock and what is to come (F1); each by the same function as elsewhere. */
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import {
  type Absorption,
  absorption,
  type Cohort,
  cancellationCohorts,
  contractCollectionRate,
  firstOfMonth,
  monthsOfSupply,
  netContracts,
  noVolume,
  type Ratio,
  type Stock,
  stockOf,
  type Volume,
} from '#domain/insight/index.ts';
import type { Money } from '#domain/shared/money.ts';
import { addMonths, type PlainDate } from '#domain/shared/plain-date.ts';
import { dayOf, inCurrency, moneySum, volumeOf } from '../board/amounts.ts';
import type { BoardAnswer, Group } from '../board/grouped.ts';
import type { Told } from '../board/scope.ts';
import { type ForecastFigures, forecastFigures } from '../cash-forecast/figures.ts';
import { netSalesOf, stockGroups } from '../inventory-price/figures.ts';
import { firstMonth, MONTHS } from './queries.ts';

export type ExecutiveFigures = {
  months: { month: PlainDate; net: Volume }[];
  thisMonth: Volume;
  lastMonth: Volume;
  /** From January on. */
  thisYear: Volume;
  contracted: Money;
  received: Money;
  collection: Ratio;
  stock: Stock;
  absorption: Absorption;
  monthsOfSupply: Ratio;
  cohorts: Cohort[];
  cash: ForecastFigures;
};

export function executiveFigures(answer: BoardAnswer, told: Told): ExecutiveFigures {
  const { groups } = answer;
  const { currency, today } = told;
  const contracts = inCurrency(groups.contracts, currency);
  const ended = inCurrency(groups.ended, currency);
  const months = Array.from({ length: MONTHS }, (_, index) => addMonths(firstMonth(today), index));
  const net = (isWithin: (month: PlainDate) => boolean) => netOf(contracts, ended, isWithin, currency);
  const current = firstOfMonth(today);
  const last = addMonths(current, -1);
  const live = contracts.filter(({ by }) => LIVE_CONTRACT_STATES.some((state) => state === by.state));
  const [contracted, paid, prepaid] = ['price', 'paid', 'prepaid'].map((field) =>
    moneySum(live, field, currency),
  ) as [Money, Money, Money];
  const received: Money = { minor: paid.minor + prepaid.minor, currency };
  const units = stockGroups(inCurrency(groups.units, currency), currency);
  const stock = stockOf(units, 'CONTRACTED');
  const available = stockOf(units, 'SUBSCRIBED').unsold.count;
  return {
    months: months.map((month) => ({ month, net: net((each) => each === month) })),
    thisMonth: net((month) => month === current),
    lastMonth: net((month) => month === last),
    thisYear: net((month) => month.slice(0, 4) === today.slice(0, 4)),
    contracted,
    received,
    collection: contractCollectionRate(received.minor, contracted.minor),
    stock,
    absorption: absorption(stock),
    monthsOfSupply: monthsOfSupply(available, netSalesOf(groups.contracts, groups.ended, told)),
    cohorts: cohortsOf(contracts, firstMonth(today)),
    cash: forecastFigures(answer, told),
  };
}

function netOf(
  signed: readonly Group[],
  ended: readonly Group[],
  isWithin: (month: PlainDate) => boolean,
  currency: string,
): Volume {
  const within = (list: readonly Group[], field: string) =>
    list.filter((group) => {
      const month = dayOf(group, field);
      return month !== null && isWithin(month);
    });
  return netContracts(
    volumeOf(within(signed, 'signedOn'), currency),
    volumeOf(within(ended, 'cancelledOn'), currency),
    noVolume(currency),
  );
}

function cohortsOf(contracts: readonly Group[], since: PlainDate): Cohort[] {
  return cancellationCohorts(
    contracts.flatMap((group) => {
      const month = dayOf(group, 'signedOn');
      if (month === null || month < since) return [];
      return [{ month, state: group.by.state ?? '', count: group.count }];
    }),
  );
}
