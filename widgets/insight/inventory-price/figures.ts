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
import { DISCOUNT_MONTHS, HOMES, SUPPLY_MONTHS, supplyStart } from './queries.ts';

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
  const basis: SoldBasis = told.choice === 'SUBSCRIBED' ? 'SUBSCRIBED' : 'CONTRACTED';
  const units = stockGroups(inCurrency(groups.units, currency), currency);
  const stock = stockOf(units, basis);
  const available = stockOf(units, 'SUBSCRIBED').unsold.count;
  const netSales = netSalesOf(groups.signed, groups.ended, told);
  const discounts = inCurrency(groups.discounts, currency);
  return {
    basis,
    stock,
    absorption: absorption(stock),
    age: stockAge(units, today, basis),
    available,
    monthsOfSupply: monthsOfSupply(available, netSales),
    netSales,
    types: typesOf(inCurrency(groups.types, currency), basis, currency),
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

export function stockGroups(groups: readonly Group[], currency: string): StockGroup[] {
  return groups.map((group) => ({
    state: group.by.state ?? 'PLANNED',
    releasedOn: dayOf(group, 'releasedAt'),
    count: group.count,
    area: sumOfArea(group.sums.areaSquareMetres),
    value: moneyOf(group, 'listPrice', currency).minor,
  }));
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
      // The query has chosen what is launched: a day of release says so of what is held back now.
      const launched = stockGroups(own, currency).map((group) => ({ ...group, releasedOn: EVER }));
      const stock = stockOf(launched, basis);
      return { name, stock, absorption: absorption(stock) };
    })
    .sort((left, right) => right.stock.launched.count - left.stock.launched.count);
}

const EVER = '1970-01-01' as PlainDate;

function depthOf(groups: readonly Group[], currency: string): Ratio {
  const [agreed, list] = ['price', 'listPrice'].map((field) => moneySum(groups, field, currency).minor);
  return discountDepth(agreed ?? 0n, list ?? 0n);
}
