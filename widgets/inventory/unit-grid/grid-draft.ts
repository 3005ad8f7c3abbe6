/** What is entered for a grid of units, as the command takes it and as the domain works it out. */

import { DEFAULT_PATTERN, type GridUnit, readNumberList, unitGrid } from '#domain/inventory/unit-grid.ts';
import type { UnitKind } from '#domain/inventory/unit-states.ts';
import { parseDecimal } from '#domain/shared/decimal.ts';
import { money, NO_CURRENCY, parseMoney } from '#domain/shared/money.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import type { UnitGridInput } from '#widgets/shared/api/inventory-commands.ts';
import { given } from '#widgets/shared/command-form/field-form.tsx';
import type { Values } from '#widgets/shared/command-form/field-list.tsx';
import { readPositions, type UnitTypeRecord } from './positions.ts';

export type GridKey =
  | 'fromFloor'
  | 'toFloor'
  | 'skipFloors'
  | 'positions'
  | 'skipNumbers'
  | 'pattern'
  | 'kind'
  | 'basePrice'
  | 'floorPercent';

export type GridSubject = {
  id: string;
  name: string | null;
  code: string | null;
  currency: string;
  types: UnitTypeRecord[];
  numbers: ReadonlySet<string>;
};

export type GridProblem = { field: GridKey; problem: string };

/** The field that cannot be read, or the command's input. */
export function gridInput(values: Values<GridKey>, { id, types }: GridSubject): UnitGridInput | GridProblem {
  const [skipFloors, skipNumbers] = [readNumberList(values.skipFloors), readNumberList(values.skipNumbers)];
  if (skipFloors === null) return { field: 'skipFloors', problem: 'LIST' };
  if (skipNumbers === null) return { field: 'skipNumbers', problem: 'LIST' };
  for (const field of ['fromFloor', 'toFloor'] as const)
    if (!/^-?\d{1,3}$/.test(values[field].trim())) return { field, problem: 'FLOOR' };
  const read = readPositions(values.positions, types);
  if ('wrongLine' in read) return { field: 'positions', problem: String(read.wrongLine) };
  const percent = values.floorPercent.replace(/%/, '').replace(/^\+/, '').trim();
  if (!/^(-?\d{1,3}(\.\d{1,4})?)?$/.test(percent)) return { field: 'floorPercent', problem: 'PERCENT' };
  const basePricePerSquareMetre = given(values.basePrice);
  return {
    buildingId: id,
    fromFloor: Number(values.fromFloor),
    toFloor: Number(values.toFloor),
    skipFloors,
    skipNumbers,
    positions: read.positions.map(({ unitTypeId, area, percent: rise, orientation, outlook }) => ({
      ...(unitTypeId !== null && { unitTypeId }),
      ...(area !== null && { areaSquareMetres: area }),
      ...(rise !== null && { percent: rise }),
      ...(orientation !== '' && { orientation }),
      ...(outlook !== '' && { outlook }),
    })),
    pattern: values.pattern.trim() || DEFAULT_PATTERN,
    kind: values.kind as UnitKind,
    ...(basePricePerSquareMetre !== undefined && { basePricePerSquareMetre }),
    ...(percent !== '' && { floorStep: { percent } }),
  };
}

const NO_RISE = { percent: null, amount: null };

/** The grid that the command would make; null while something cannot be read or makes none. */
export function foretoldGrid(input: UnitGridInput, { code, name, currency }: GridSubject): GridUnit[] | null {
  const decimalOf = (text: string | undefined) => (text === undefined ? null : parseDecimal(text));
  try {
    const base = input.basePricePerSquareMetre;
    const made = unitGrid({
      building: code || name || '',
      fromFloor: input.fromFloor,
      toFloor: input.toFloor,
      skipFloors: input.skipFloors ?? [],
      skipNumbers: input.skipNumbers ?? [],
      pattern: input.pattern ?? DEFAULT_PATTERN,
      kind: input.kind ?? 'RESIDENCE',
      basePrice: base === undefined ? null : parseMoney(base, currency || NO_CURRENCY),
      floorStep: { ...NO_RISE, percent: decimalOf(input.floorStep?.percent) },
      floors: [],
      positions: input.positions.map((one) => ({
        unitTypeId: one.unitTypeId ?? null,
        area: decimalOf(one.areaSquareMetres),
        innerArea: null,
        orientation: one.orientation ?? '',
        outlook: one.outlook ?? '',
        rise: { ...NO_RISE, percent: decimalOf(one.percent) },
      })),
    });
    return isRefused(made) ? null : made.plan;
  } catch {
    return null;
  }
}

/** All prices of the grid together; null when a unit has none. */
export function gridAmount(grid: readonly GridUnit[]) {
  const [first] = grid;
  if (first?.listPrice == null || grid.some(({ listPrice }) => listPrice === null)) return null;
  return money(
    grid.reduce((minor, { listPrice }) => minor + (listPrice?.minor ?? 0n), 0n),
    first.listPrice.currency,
  );
}
