/** A project in figures: stock, sales, money and milestones, by the functions of the boards (D11, F2). Pure. */
import {
  type Absorption,
  absorption,
  contractCollectionRate,
  isCancelled,
  lastPeriods,
  netContracts,
  noVolume,
  type Ratio,
  startOf,
  stockOf,
  sumOfArea,
  type Volume,
} from '#domain/insight/index.ts';
import type { UnitState } from '#domain/inventory/unit-states.ts';
import { add, type Money, subtract, zero } from '#domain/shared/money.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { dayOf, inCurrency, moneyOf, moneySum, openOf, volumeOf } from '#widgets/insight/board/amounts.ts';
import type { Group } from '#widgets/insight/board/grouped.ts';
import { HOMES } from '#widgets/insight/inventory-price/queries.ts';
import { isUnitState, UNIT_STATES } from '#widgets/shared/unit-state/unit-appearance.ts';
import type { MilestoneRow, ProjectPage } from './project-queries.ts';

export type StateStock = { state: UnitState; count: number; value: Money };
export type MonthSales = { month: PlainDate; net: Volume };
export type MilestoneLine = MilestoneRow & { open: Money | null };

export type ProjectFigures = {
  today: PlainDate;
  currency: string;
  /** Null for who may not see units. */
  stock: { all: number; states: StateStock[]; contracted: Absorption; subscribed: Absorption } | null;
  /** Null for who may not see contracts. */
  sales: { thisMonth: Volume; inAll: Volume; months: MonthSales[] } | null;
  money: { contracted: Money; collected: Money; overdue: Money; rate: Ratio } | null;
  milestones: MilestoneLine[] | null;
};

const MONTHS = 12;

export function projectFigures(page: ProjectPage, now: Date): ProjectFigures {
  const { project, answer } = page;
  const today = dateIn(now, project.timeZone || 'UTC');
  const currency = project.currencyCode || 'XXX';
  const contracts = answer.refused.has('contracts') ? null : inCurrency(answer.groups.contracts, currency);
  return {
    today,
    currency,
    stock: answer.refused.has('units') ? null : stockFigures(answer.groups.units ?? [], currency),
    sales: contracts && salesOf(contracts, today, currency),
    money: contracts && moneyFigures(contracts, currency),
    milestones: page.milestones?.map((one) => ({ ...one, open: openFor(one.id, page, currency) })) ?? null,
  };
}

function stockFigures(groups: readonly Group[], currency: string): ProjectFigures['stock'] {
  // Of homes, as the board of inventory counts them: a share over homes and parking would say nothing.
  const homes = groups.filter(({ by }) => HOMES.includes(by.kind ?? ''));
  const stock = inCurrency(homes, currency).map((group) => ({
    state: group.by.state ?? 'PLANNED',
    releasedOn: dayOf(group, 'releasedAt'),
    count: group.count,
    area: sumOfArea(group.sums.areaSquareMetres),
    value: moneyOf(group, 'listPrice', currency).minor,
  }));
  const states = UNIT_STATES.filter(isUnitState).flatMap((state) => {
    const own = groups.filter(({ by }) => by.state === state);
    const count = own.reduce((all, each) => all + each.count, 0);
    return count === 0
      ? []
      : [{ state, count, value: moneySum(inCurrency(own, currency), 'listPrice', currency) }];
  });
  return {
    all: groups.reduce((all, { count }) => all + count, 0),
    states,
    contracted: absorption(stockOf(stock, 'CONTRACTED')),
    subscribed: absorption(stockOf(stock, 'SUBSCRIBED')),
  };
}

/** By signing and by cancellation date: an end hits the month in which it comes (F2, D11). */
function salesOf(groups: readonly Group[], today: PlainDate, currency: string): ProjectFigures['sales'] {
  const ended = groups.filter(({ by }) => isCancelled(by.state ?? ''));
  const net = (signed: readonly Group[], gone: readonly Group[]) =>
    netContracts(volumeOf(signed, currency), volumeOf(gone, currency), noVolume(currency));
  const ofMonth = (month: PlainDate) =>
    net(
      groups.filter((group) => dayOf(group, 'signedOn') === month),
      ended.filter((group) => dayOf(group, 'cancelledOn') === month),
    );
  return {
    thisMonth: ofMonth(startOf(today, 'MONTH')),
    inAll: net(groups, ended),
    months: lastPeriods(today, 'MONTH', MONTHS).map((month) => ({ month, net: ofMonth(month) })),
  };
}

/** Of contracts that bind. What came in is what is allocated, of principal and fees, and what still waits. */
function moneyFigures(groups: readonly Group[], currency: string): ProjectFigures['money'] {
  const live = groups.filter(({ by }) => !isCancelled(by.state ?? ''));
  const total = (field: string) => moneySum(live, field, currency);
  const contracted = total('price');
  const collected = add(add(total('paid'), total('prepaid')), total('lateFeePaid'));
  return {
    contracted,
    collected,
    overdue: total('overdue'),
    rate: contractCollectionRate(collected.minor, contracted.minor),
  };
}

function openFor(id: string, { waiting }: ProjectPage, currency: string): Money | null {
  if (waiting === null) return null;
  const own = inCurrency(waiting.groups.open, currency).filter(({ by }) => by.milestoneId === id);
  return own.reduce((all, group) => add(all, openOf(group, currency)), zero(currency));
}

/** What neither came in nor is late. */
export function notYet({ contracted, collected, overdue }: NonNullable<ProjectFigures['money']>): Money {
  const rest = subtract(subtract(contracted, collected), overdue);
  return rest.minor > 0n ? rest : zero(contracted.currency);
}
