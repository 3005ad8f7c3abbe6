/** The board's numbers: counts and exact values, by state and in total; of units, or of totals the server grouped. */
import type { HeldAs, UnitState } from '#domain/inventory/unit-states.ts';
import { type Amount, totals } from '#widgets/shared/format/amount.ts';
import {
  classOf,
  SOLD_STATES,
  UNIT_CLASSES,
  type UnitClass,
} from '#widgets/shared/unit-state/unit-appearance.ts';
import type { BoardUnit } from './board-unit.ts';

/** So many units in one state: a single unit, or a group of them. */
export type Tally = {
  readonly state: UnitState;
  readonly heldAs: HeldAs | null;
  readonly count: number;
  /** Offered for sale now or before: what absorption is measured against (D11). */
  readonly released: number;
  readonly value: Amount | null;
};

export function tallyOf(unit: BoardUnit): Tally {
  const { state, heldAs, price } = unit;
  return { state, heldAs, count: 1, released: isReleased(unit) ? 1 : 0, value: price };
}

export type LegendEntry = { state: UnitClass; count: number; value: Amount[] };

/** One entry a class that occurs, in the order of the road from plan to title. */
export function legendOf(tallies: readonly Tally[]): LegendEntry[] {
  const byClass = new Map<UnitClass, Tally[]>();
  for (const tally of tallies) {
    const same = byClass.get(classOf(tally));
    if (same === undefined) byClass.set(classOf(tally), [tally]);
    else same.push(tally);
  }
  return UNIT_CLASSES.flatMap((state) => {
    const same = byClass.get(state);
    return same === undefined
      ? []
      : [{ state, count: countOf(same), value: totals(same.map(({ value }) => value)) }];
  });
}

export type Figures = {
  units: number;
  released: number;
  /** By signed contract. */
  sold: number;
  value: Amount[];
  soldValue: Amount[];
};

/** Held back from sale: whether such units were ever offered is told by their release alone. */
export function isHeldBack(state: UnitState): boolean {
  return state === 'PLANNED' || state === 'CONTROLLED' || state === 'FROZEN';
}

export function isReleased({ state, releasedAt }: Pick<BoardUnit, 'state' | 'releasedAt'>): boolean {
  return !isHeldBack(state) || releasedAt !== null;
}

export function figuresOf(tallies: readonly Tally[]): Figures {
  const sold = tallies.filter(({ state }) => SOLD_STATES.includes(state));
  return {
    units: countOf(tallies),
    released: tallies.reduce((sum, { released }) => sum + released, 0),
    sold: countOf(sold),
    value: totals(tallies.map(({ value }) => value)),
    soldValue: totals(sold.map(({ value }) => value)),
  };
}

export function countOf(tallies: readonly { count: number }[]): number {
  return tallies.reduce((sum, { count }) => sum + count, 0);
}
