/** Keys given and still to be given, who must pay first, first inspections passed, and snags still open (F1, C4). */
import type { InspectionState, SnagCategory } from '#domain/handover/after-sale-states.ts';
import { type FirstPass, firstPassRate } from '#domain/handover/inspections.ts';
import { SNAG_AGES, type SnagAge, snagAge } from '#domain/handover/snags.ts';
import { firstOfMonth, type Ratio, ratio } from '#domain/insight/index.ts';
import type { Money } from '#domain/shared/money.ts';
import { addMonths, daysBetween, type PlainDate } from '#domain/shared/plain-date.ts';
import { CATEGORY_NAMES } from '#widgets/handover/names.ts';
import { countSum, dayOf, inCurrency, inCurrencyOrNone, moneySum } from '../board/amounts.ts';
import type { BoardAnswer, Group } from '../board/grouped.ts';
import type { Told } from '../board/scope.ts';
import { WITH_KEYS, WITHOUT_KEYS } from './queries.ts';

export const MONTHS = 12;

export type Contractor = { id: string | null; name: string | null; count: number };

export type SnagFigures = {
  open: number;
  /** Of them, those that keep the keys back. */
  blocking: number;
  categories: { category: SnagCategory; count: number }[];
  /** Most first; without an id nobody has them yet. */
  contractors: Contractor[];
  ages: { age: SnagAge; count: number }[];
};

export type HandoverFigures = {
  withKeys: number;
  waiting: number;
  /** Of contracts that bind. */
  share: Ratio;
  owing: { count: number; overdue: Money };
  states: { state: string; count: number }[];
  /** Appointments at which nobody came, also where the buyer came later. */
  noShows: number;
  months: { month: PlainDate; count: number }[];
  firstPass: FirstPass;
  snags: SnagFigures;
};

export function handoverFigures({ groups }: BoardAnswer, { currency, today }: Told): HandoverFigures {
  const contracts = inCurrency(groups.contracts, currency);
  const count = (states: readonly string[]) =>
    countSum(contracts.filter(({ by }) => states.includes(by.state ?? '')));
  const handovers = inCurrency(groups.handovers, currency);
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
    noShows: handovers.reduce((all, { sums }) => all + Number(sums.noShows ?? 0), 0),
    months: Array.from({ length: MONTHS }, (_, index) => {
      const month = addMonths(firstOfMonth(today), index + 1 - MONTHS);
      return {
        month,
        count: countSum(handovers.filter((group) => dayOf(group, 'handedOverOn') === month)),
      };
    }),
    firstPass: firstPassRate(inCurrencyOrNone(groups.inspections, currency).flatMap(inspectionsOf)),
    snags: snagFigures(
      inCurrencyOrNone(groups.snags, currency),
      inCurrencyOrNone(groups.ages, currency),
      today,
    ),
  };
}

function inspectionsOf({ by, count }: Group) {
  const one = {
    handoverId: null,
    number: Number(by.number),
    state: (by.state ?? 'OPEN') as InspectionState,
    isPassed: String(by.isPassed) === 'true',
    defects: by.defects === null || by.defects === undefined ? null : Number(by.defects),
  };
  return Array.from({ length: count }, () => one);
}

function snagFigures(snags: readonly Group[], ages: readonly Group[], today: PlainDate): SnagFigures {
  const contractors = new Map<string, Contractor>();
  for (const { by, count } of snags) {
    const id = by.contractorId || null;
    const known = contractors.get(id ?? '') ?? { id, name: by['contractor.name'] ?? null, count: 0 };
    contractors.set(id ?? '', { ...known, count: known.count + count });
  }
  const ageOf = (group: Group) => {
    const found = dayOf(group, 'foundAt');
    return snagAge(found === null ? 0 : daysBetween(found, today));
  };
  return {
    open: countSum(snags),
    blocking: countSum(snags.filter(({ by }) => by.severity === 'BLOCKING')),
    categories: (Object.keys(CATEGORY_NAMES) as SnagCategory[]).map((category) => ({
      category,
      count: countSum(snags.filter(({ by }) => (by.category ?? 'OTHER') === category)),
    })),
    contractors: [...contractors.values()].sort((a, b) => b.count - a.count),
    ages: SNAG_AGES.map((age) => ({
      age,
      count: countSum(ages.filter((group) => ageOf(group) === age)),
    })),
  };
}
