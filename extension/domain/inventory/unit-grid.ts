/**
 * The grid of units that a building gets (H2.3): floors times positions, with numbers that are skipped, and a
 * price per m² that grows by floor and position. Pure; the same request gives the same grid.
 */
import { addDecimals, type Decimal, decimal, fractionOf, parseDecimal } from '#domain/shared/decimal.ts';
import { isPositive, type Money, multiply, type Rounding } from '#domain/shared/money.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { UnitKind } from './unit-states.ts';

/** Both together: first the percent of the base price, then the amount per m². Either may be below zero. */
export type PriceRise = { percent: Decimal | null; amount: Money | null };

export type GridPosition = {
  unitTypeId: string | null;
  /** In m²; without one the unit has no price either. */
  area: Decimal | null;
  innerArea: Decimal | null;
  orientation: string;
  outlook: string;
  rise: PriceRise;
};

export type GridFloorRule = PriceRise & { from: number; to: number };

export type GridRequest = {
  /** The code of the building, or its name. */
  building: string;
  fromFloor: number;
  toFloor: number;
  skipFloors: readonly number[];
  /** The first position has the number 1, unless that is skipped. */
  positions: readonly GridPosition[];
  skipNumbers: readonly number[];
  /** `{building}`, `{floor}`, `{no}`; `{no:2}` has at least two digits. */
  pattern: string;
  kind: UnitKind;
  basePrice: Money | null;
  /** For each floor above the lowest one. */
  floorStep: PriceRise;
  floors: readonly GridFloorRule[];
  rounding?: Rounding;
};

export type GridUnit = {
  number: string;
  name: string;
  floor: number;
  position: number;
  kind: UnitKind;
  unitTypeId: string | null;
  area: Decimal | null;
  innerArea: Decimal | null;
  orientation: string;
  outlook: string;
  unitPrice: Money | null;
  listPrice: Money | null;
};

export const MOST_GRID_UNITS = 2_000;
export const DEFAULT_PATTERN = '{floor}{no:2}';
const PLACEHOLDER = /\{(building|floor|no)(?::(\d))?\}/g;

export function unitGrid(request: GridRequest): Decision<GridUnit[]> {
  const problem = gridProblem(request);
  if (problem !== null) return refuse({ code: 'INVALID_INPUT', ...problem });
  const floors = floorsOf(request);
  const numbers = numbersOf(request);
  const units = floors.flatMap((floor, level) =>
    request.positions.map((position, index): GridUnit => {
      const number = numberOf(request, floor, numbers[index] ?? index + 1);
      const unitPrice = unitPriceOf(request, position, floor, level);
      const { area, innerArea, unitTypeId, orientation, outlook } = position;
      return {
        number,
        name: `${request.building}-${number}`,
        floor,
        position: index + 1,
        kind: request.kind,
        unitTypeId,
        area,
        innerArea,
        orientation,
        outlook,
        unitPrice,
        listPrice:
          unitPrice === null || area === null ? null : timesDecimal(unitPrice, area, request.rounding),
      };
    }),
  );
  const twice = firstTwice(units.map(({ number }) => number));
  if (twice !== null) {
    const said = `gives ${twice} to two units: it has to tell floors and positions apart`;
    return refuse({ code: 'INVALID_INPUT', field: 'pattern', problem: said });
  }
  const below = units.find(({ listPrice }) => listPrice !== null && !isPositive(listPrice));
  if (below !== undefined) {
    const said = `comes to nothing or less for ${below.number}`;
    return refuse({ code: 'INVALID_INPUT', field: 'basePricePerSquareMetre', problem: said });
  }
  return { plan: units };
}

function gridProblem(request: GridRequest): { field: string; problem: string } | null {
  const { fromFloor, toFloor, positions, pattern } = request;
  if (fromFloor > toFloor) return { field: 'toFloor', problem: 'must not be below the lowest floor' };
  if (positions.length === 0) return { field: 'positions', problem: 'must not be empty' };
  const floors = floorsOf(request);
  if (floors.length === 0) return { field: 'skipFloors', problem: 'leave no floor' };
  if (floors.length * positions.length > MOST_GRID_UNITS)
    return { field: 'toFloor', problem: `makes more than ${MOST_GRID_UNITS} units at once` };
  if (/[{}]/.test(pattern.replace(PLACEHOLDER, '')))
    return { field: 'pattern', problem: 'may have {building}, {floor}, {no} and digits such as {no:2} only' };
  return null;
}

/** There is no floor 0: below 1 comes -1. */
function floorsOf({ fromFloor, toFloor, skipFloors }: GridRequest): number[] {
  const all = Array.from({ length: Math.max(0, toFloor - fromFloor + 1) }, (_, index) => fromFloor + index);
  return all.filter((floor) => floor !== 0 && !skipFloors.includes(floor));
}

function numbersOf({ positions, skipNumbers }: GridRequest): number[] {
  const numbers: number[] = [];
  for (let number = 1; numbers.length < positions.length; number++)
    if (!skipNumbers.includes(number)) numbers.push(number);
  return numbers;
}

function numberOf({ pattern, building }: GridRequest, floor: number, number: number): string {
  return pattern.replace(PLACEHOLDER, (_all, name: string, digits?: string) => {
    if (name === 'building') return building;
    if (name === 'no') return String(number).padStart(Number(digits ?? 0), '0');
    const padded = String(Math.abs(floor)).padStart(Number(digits ?? 0), '0');
    return floor < 0 ? `B${padded}` : padded;
  });
}

/** base x (100 + percents) / 100 + amounts, rounded once to the cent. */
function unitPriceOf(
  { basePrice, floorStep, floors, rounding }: GridRequest,
  position: GridPosition,
  floor: number,
  level: number,
): Money | null {
  if (basePrice === null || position.area === null) return null;
  const steps = decimal(BigInt(level));
  const rules = floors.filter(({ from, to }) => from <= floor && floor <= to);
  const percents = [
    decimal(100n),
    times(floorStep.percent, steps),
    ...rules.map(({ percent }) => percent),
    position.rise.percent,
  ];
  const percent = addDecimals(percents.flatMap((one) => one ?? []));
  const amounts = [...rules.map(({ amount }) => amount), position.rise.amount].flatMap((one) => one ?? []);
  const raised = timesDecimal(basePrice, { ...percent, places: percent.places + 2 }, rounding);
  const step = (floorStep.amount?.minor ?? 0n) * BigInt(level);
  return { ...raised, minor: amounts.reduce((minor, one) => minor + one.minor, raised.minor + step) };
}

function times(left: Decimal | null, right: Decimal): Decimal | null {
  return left === null ? null : decimal(left.units * right.units, left.places + right.places);
}

function timesDecimal(amount: Money, factor: Decimal, rounding: Rounding = 'HALF_UP'): Money {
  const { numerator, denominator } = fractionOf(factor);
  return multiply(amount, numerator, denominator, rounding);
}

function firstTwice(numbers: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const number of numbers) {
    if (seen.has(number)) return number;
    seen.add(number);
  }
  return null;
}

/** "4, 13-14" as numbers: how people write what is to be skipped. Null when it is something else. */
export function readNumberList(text: string): number[] | null {
  const parts = text
    .normalize('NFKC')
    .split(/[,;、\s]+/)
    .filter((part) => part !== '');
  const numbers = parts.map((part): number[] | null => {
    const [, from, to] = /^(-?\d{1,3})(?:-(\d{1,3}))?$/.exec(part) ?? [];
    if (from === undefined) return null;
    const [first, last] = [Number(from), Number(to ?? from)];
    return last < first ? null : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return numbers.includes(null) ? null : numbers.flatMap((some) => some ?? []);
}

/** A percent or an area of the input; checked by its schema before. */
export function decimalOrNull(text: string | undefined): Decimal | null {
  return text === undefined ? null : parseDecimal(text);
}
