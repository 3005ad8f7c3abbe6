/** The board's numbers: counts and exact values, by state and in total. */
import { type Amount, totals } from '#widgets/shared/format/amount.ts';
import {
  classOf,
  SOLD_STATES,
  UNIT_CLASSES,
  type UnitClass,
} from '#widgets/shared/unit-state/unit-appearance.ts';
import type { BoardUnit } from './board-unit.ts';

export type LegendEntry = { state: UnitClass; count: number; value: Amount[] };

/** One entry a class that occurs, in the order of the road from plan to title. */
export function legendOf(units: readonly BoardUnit[]): LegendEntry[] {
  const byClass = new Map<UnitClass, BoardUnit[]>();
  for (const unit of units) {
    const same = byClass.get(classOf(unit));
    if (same === undefined) byClass.set(classOf(unit), [unit]);
    else same.push(unit);
  }
  return UNIT_CLASSES.flatMap((state) => {
    const same = byClass.get(state);
    return same === undefined
      ? []
      : [{ state, count: same.length, value: totals(same.map((unit) => unit.price)) }];
  });
}

export type Figures = {
  units: number;
  /** Offered for sale now or before: what absorption is measured against (D11). */
  released: number;
  /** By signed contract. */
  sold: number;
  value: Amount[];
  soldValue: Amount[];
};

export function isReleased(unit: BoardUnit): boolean {
  const isHeldBack = unit.state === 'PLANNED' || unit.state === 'CONTROLLED' || unit.state === 'FROZEN';
  return !isHeldBack || unit.releasedAt !== null;
}

export function figuresOf(units: readonly BoardUnit[]): Figures {
  const sold = units.filter((unit) => SOLD_STATES.includes(unit.state));
  return {
    units: units.length,
    released: units.filter(isReleased).length,
    sold: sold.length,
    value: totals(units.map((unit) => unit.price)),
    soldValue: totals(sold.map((unit) => unit.price)),
  };
}
