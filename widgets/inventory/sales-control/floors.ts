/** Floors of a building: units in rows, one stack below the other, and where the arrow keys lead. */
import type { BoardUnit } from './board-unit.ts';

export type Row = { readonly floor: number | null; readonly cells: readonly (BoardUnit | null)[] };
export type Grid = { readonly rows: readonly Row[]; readonly columns: number };

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Top floor first; what has no floor comes last. */
export function gridOf(units: readonly BoardUnit[]): Grid {
  const byFloor = new Map<number | null, BoardUnit[]>();
  for (const unit of units) {
    const row = byFloor.get(unit.floor);
    if (row === undefined) byFloor.set(unit.floor, [unit]);
    else row.push(unit);
  }
  const floors = [...byFloor].sort(
    ([left], [right]) => (right ?? Number.NEGATIVE_INFINITY) - (left ?? Number.NEGATIVE_INFINITY),
  );
  const stacks = sharedStacks(floors);
  const rows = floors.map(([floor, row]) => {
    row.sort((left, right) => collator.compare(left.number, right.number));
    return { floor, cells: stacks === null ? row : aligned(row, stacks) };
  });
  return { rows, columns: rows.reduce((most, row) => Math.max(most, row.cells.length), 0) };
}

/** What a number says apart from its floor: "1203" and "12-03" on floor 12, and "12F-03", are stack "03". */
export function stackOf(unit: Pick<BoardUnit, 'number' | 'floor'>): string {
  if (unit.floor === null) return unit.number;
  const floor = unit.floor < 0 ? `B${-unit.floor}` : String(unit.floor);
  const before = new RegExp(`^0*${floor}(?:F|L)?[-./ ]?(?=.)`, 'i');
  const after = new RegExp(`(?<=.)[-./ ]0*${floor}(?:F|L)?$`, 'i');
  const stack = unit.number.replace(before, '');
  return stack === unit.number ? unit.number.replace(after, '') : stack;
}

/**
 * The columns when floors share their stacks: no floor has one twice, and together they are hardly
 * more than the widest floor has. Otherwise null, and every floor is simply filled from the left.
 */
function sharedStacks(floors: readonly (readonly [number | null, readonly BoardUnit[]])[]): string[] | null {
  const all = new Set<string>();
  let widest = 0;
  for (const [, row] of floors) {
    const stacks = new Set(row.map(stackOf));
    if (stacks.size !== row.length) return null;
    for (const stack of stacks) all.add(stack);
    widest = Math.max(widest, row.length);
  }
  return all.size <= Math.ceil(widest * 1.35) ? [...all].sort(collator.compare) : null;
}

function aligned(row: readonly BoardUnit[], stacks: readonly string[]): (BoardUnit | null)[] {
  const byStack = new Map(row.map((unit) => [stackOf(unit), unit]));
  return stacks.map((stack) => byStack.get(stack) ?? null);
}

/** "12F", "B1"; a dash where no floor is given. */
export function floorLabel(floor: number | null): string {
  if (floor === null) return '–';
  return floor < 0 ? `B${-floor}` : `${floor}F`;
}

/**
 * Where a key leads from a unit: left, right, up and down over gaps, Home and End in the floor; with Ctrl
 * to the first and last floor. Null when the key means nothing here: Page Up and Down scroll, as ever.
 */
export function moveFrom(grid: Grid, unitId: string | null, key: string, isFar = false): string | null {
  const at = placeOf(grid, unitId);
  if (at === null) return firstIn(grid.rows[0]?.cells ?? []);
  const row = grid.rows[at.row]?.cells ?? [];
  switch (key) {
    case 'ArrowRight':
      return firstIn(row.slice(at.column + 1)) ?? unitId;
    case 'ArrowLeft':
      return firstIn(row.slice(0, at.column).reverse()) ?? unitId;
    case 'ArrowDown':
      return isFar ? inRow(grid, grid.rows.length - 1, at.column) : stepRows(grid, at, 1, unitId);
    case 'ArrowUp':
      return isFar ? inRow(grid, 0, at.column) : stepRows(grid, at, -1, unitId);
    case 'Home':
      return firstIn(isFar ? (grid.rows[0]?.cells ?? []) : row);
    case 'End':
      return firstIn([...(isFar ? (grid.rows.at(-1)?.cells ?? []) : row)].reverse());
    default:
      return null;
  }
}

type Place = { row: number; column: number };

function placeOf(grid: Grid, unitId: string | null): Place | null {
  for (const [row, { cells }] of grid.rows.entries()) {
    const column = cells.findIndex((unit) => unit !== null && unit.id === unitId);
    if (column >= 0) return { row, column };
  }
  return null;
}

function firstIn(cells: readonly (BoardUnit | null)[]): string | null {
  return cells.find((unit) => unit !== null)?.id ?? null;
}

function stepRows(grid: Grid, from: Place, step: 1 | -1, stay: string | null): string | null {
  const row = from.row + step;
  return row < 0 || row >= grid.rows.length ? stay : inRow(grid, row, from.column);
}

/** The unit in a row that is nearest to a column. */
function inRow(grid: Grid, row: number, column: number): string | null {
  const cells = grid.rows[row]?.cells ?? [];
  for (let distance = 0; distance < Math.max(grid.columns, 1); distance += 1) {
    const unit = cells[column - distance] ?? cells[column + distance];
    if (unit) return unit.id;
  }
  return null;
}
