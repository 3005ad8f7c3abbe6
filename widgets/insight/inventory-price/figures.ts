/** Absorption by count, area and value, months of supply, age of what is unsold, depth of discounts (D11, F2). */
import {
  type Absorption,
  absorption,
  discountDepth,
  firstOfMonth,
  monthsOfSupply,
  netContracts,
  noVolume,
  type Ratio,
  type SoldBasis,
  type Stock,
  type StockAge,
  type StockGroup,
  stockAge,
  stockOf,
  sumOfArea,
} from '#domain/insight/index.ts';
import { addMonths, type PlainDate } from '#domain/shared/plain-date.ts';
import { dayOf, inCurrency, moneyOf, moneySum, volumeOf } from '../board/amounts.ts';
import type { BoardAnswer, Group } from '../board/grouped.ts';
import type { Told } from '../board/scope.ts';
import { basisOf, DISCOUNT_MONTHS, HOMES, SUPPLY_MONTHS, supplyStart } from './queries.ts';

export type TypeStock = { name: string; stock: Stock; absorption: Absorption };
export type MonthDiscount = { month: PlainDate; depth: Ratio };

export type InventoryFigures = {
  basis: SoldBasis;
  stock: Stock;
  absorption: Absorption;
  age: StockAge;
  /** On sale and not sold by contract nor reservation, by the net sales of the last whole months. */
  available: number;
  monthsOfSupply: Ratio;
  netSales: number[];
  types: TypeStock[];
  discount: Ratio;
  discounts: MonthDiscount[];
};

export function inventoryFigures({ groups }: BoardAnswer, told: Told): InventoryFigures {
  const { currency, today } = told;
  const basis = basisOf(told);
  const launched = inCurrency(groups.units, currency);
  const units = stockGroups(launched, currency);
  const stock = stockOf(units, basis);
  const available = stockOf(units, 'SUBSCRIBED').unsold.count;
  const netSales = netSalesOf(groups.signed, groups.ended, told);
  const discounts = inCurrency(groups.discounts, currency);
  return {
    basis,
    stock,
    absorption: absorption(stock),
    age: stockAge(unsoldGroups(inCurrency(groups.unsold, currency), currency), today, basis),
    available,
    monthsOfSupply: monthsOfSupply(available, netSales),
    netSales,
    types: typesOf(launched, basis, currency),
    discount: depthOf(discounts, currency),
    discounts: Array.from({ length: DISCOUNT_MONTHS }, (_, index) => {
      const month = addMonths(firstOfMonth(today), index + 1 - DISCOUNT_MONTHS);
      return {
        month,
        depth: depthOf(
          discounts.filter((group) => dayOf(group, 'reservedAt') === month),
          currency,
        ),
      };
    }),
  };
}

/** Groups of launched units: with a day of release, whichever it was, what is held back now is launched too. */
export function stockGroups(groups: readonly Group[], currency: string): StockGroup[] {
  return groups.map((group) => ({
    ...sumsOf(group, currency),
    state: group.by.state ?? 'PLANNED',
    releasedOn: EVER,
  }));
}

const EVER = '1970-01-01' as PlainDate;

/** Of the unsold the query says the day and not the state: on sale is what they are to the figures. */
function unsoldGroups(groups: readonly Group[], currency: string): StockGroup[] {
  return groups.map((group) => ({
    ...sumsOf(group, currency),
    state: 'AVAILABLE',
    releasedOn: dayOf(group, 'releasedAt'),
  }));
}

function sumsOf(group: Group, currency: string) {
  return {
    count: group.count,
    area: sumOfArea(group.sums.areaSquareMetres),
    value: moneyOf(group, 'listPrice', currency).minor,
  };
}

/** Net contracts of homes in each of the last whole months. */
export function netSalesOf(
  signed: readonly Group[] | undefined,
  ended: readonly Group[] | undefined,
  { currency, today }: Told,
): number[] {
  const ofMonth = (groups: readonly Group[] | undefined, field: string, month: PlainDate) =>
    volumeOf(
      inCurrency(groups, currency).filter(
        (group) => dayOf(group, field) === month && HOMES.includes(group.by['unit.kind'] ?? ''),
      ),
      currency,
    );
  return Array.from({ length: SUPPLY_MONTHS }, (_, index) => {
    const month = addMonths(supplyStart(today), index);
    const [came, went] = [ofMonth(signed, 'signedOn', month), ofMonth(ended, 'cancelledOn', month)];
    return netContracts(came, went, noVolume(currency)).count;
  });
}

function typesOf(groups: readonly Group[], basis: SoldBasis, currency: string): TypeStock[] {
  const names = [...new Set(groups.map(({ by }) => by['unitType.name'] ?? ''))].sort();
  return names
    .map((name) => {
      const own = groups.filter(({ by }) => (by['unitType.name'] ?? '') === name);
      const stock = stockOf(stockGroups(own, currency), basis);
      return { name, stock, absorption: absorption(stock) };
    })
    .sort((left, right) => right.stock.launched.count - left.stock.launched.count);
}

function depthOf(groups: readonly Group[], currency: string): Ratio {
  const [agreed, list] = ['price', 'listPrice'].map((field) => moneySum(groups, field, currency).minor);
  return discountDepth(agreed ?? 0n, list ?? 0n);
}
