/** How high a floor may be on paper, so that all floors of a building stand on one page (up to sixty of them). */
import type { BoardUnit } from './board-unit.ts';

/** In steps: a sandboxed widget can measure nothing, so the style sheet has to know the heights beforehand. */
export type PrintSize = 'L' | 'M' | 'S' | 'XS' | 'XXS';

const MOST_FLOORS: readonly (readonly [PrintSize, number])[] = [
  ['L', 10],
  ['M', 16],
  ['S', 24],
  ['XS', 38],
];

export function printSizeOf(units: readonly Pick<BoardUnit, 'floor'>[]): PrintSize {
  const floors = new Set(units.map(({ floor }) => floor)).size;
  return MOST_FLOORS.find(([, most]) => floors <= most)?.[0] ?? 'XXS';
}
