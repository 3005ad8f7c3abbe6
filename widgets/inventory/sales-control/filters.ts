/** What a person looks for on the board: state, type, price, text, own deals and ending time, all at once. */
import { classOf, type UnitClass } from '#widgets/shared/unit-state/unit-appearance.ts';
import type { BoardUnit } from './board-unit.ts';
import { endingOf } from './time-left.ts';

export type PriceBand = { from: bigint; to: bigint };

export type Filters = {
  states: readonly UnitClass[];
  /** `kind:SHOP` or `type:2BR-A`; empty for all. */
  type: string;
  band: PriceBand | null;
  text: string;
  /** Only what the viewer has; only what ends soon or has ended. */
  isMine: boolean;
  isEnding: boolean;
};

export const NO_FILTERS: Filters = {
  states: [],
  type: '',
  band: null,
  text: '',
  isMine: false,
  isEnding: false,
};

export function isFiltering(filters: Filters): boolean {
  return (
    filters.states.length > 0 ||
    filters.type !== '' ||
    filters.band !== null ||
    filters.text.trim() !== '' ||
    filters.isMine ||
    filters.isEnding
  );
}

export function matches(unit: BoardUnit, filters: Filters, now: number): boolean {
  return (
    (filters.states.length === 0 || filters.states.includes(classOf(unit))) &&
    hasType(unit, filters.type) &&
    isInBand(unit, filters.band) &&
    hasText(unit, filters.text) &&
    (!filters.isMine || unit.isMine) &&
    (!filters.isEnding || endingOf(unit, now) !== null)
  );
}

function hasType(unit: BoardUnit, type: string): boolean {
  if (type.startsWith('kind:')) return `kind:${unit.kind}` === type;
  return type === '' || `type:${unit.unitType}` === type;
}

function isInBand(unit: BoardUnit, band: PriceBand | null): boolean {
  if (band === null) return true;
  const micros = unit.price?.micros;
  return micros !== undefined && micros >= band.from && micros < band.to;
}

function hasText(unit: BoardUnit, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  return [unit.number, unit.holder, unit.unitType].some((field) => field?.toLowerCase().includes(wanted));
}

export function toggled(states: readonly UnitClass[], state: UnitClass): UnitClass[] {
  return states.includes(state) ? states.filter((other) => other !== state) : [...states, state];
}

/** Kinds and unit types that occur, each once, in the order of the alphabet. */
export function typesOf(units: readonly BoardUnit[]): {
  kinds: NonNullable<BoardUnit['kind']>[];
  types: string[];
} {
  const kinds = new Set(units.flatMap((unit) => (unit.kind === null ? [] : [unit.kind])));
  const types = new Set(units.flatMap((unit) => (unit.unitType === null ? [] : [unit.unitType])));
  return {
    kinds: [...kinds].sort(),
    types: [...types].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
  };
}

const MOST_BANDS = 6;

/** Bands of a round width (1, 2 or 5 and zeros) that cover the prices: at most six. */
export function bandsOf(units: readonly BoardUnit[]): PriceBand[] {
  const prices = units.flatMap((unit) => (unit.price === null ? [] : [unit.price.micros]));
  if (new Set(prices).size < 2) return [];
  prices.sort((left, right) => (left < right ? -1 : 1));
  const [lowest = 0n] = prices;
  const highest = prices.at(-1) ?? lowest;
  const width = roundWidth(highest - lowest);
  const bands: PriceBand[] = [];
  for (let from = (lowest / width) * width; from <= highest; from += width) {
    const to = from + width;
    if (prices.some((price) => price >= from && price < to)) bands.push({ from, to });
  }
  return bands;
}

function roundWidth(spread: bigint): bigint {
  for (let power = 1n; ; power *= 10n) {
    for (const factor of [1n, 2n, 5n]) {
      if (spread / (factor * power) < BigInt(MOST_BANDS - 1)) return factor * power;
    }
  }
}
