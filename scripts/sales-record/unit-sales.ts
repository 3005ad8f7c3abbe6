import { groupBy } from './group-by.ts';
import type { SaleRow } from './sale-row.ts';

/** The sales of one unit in the order of their contracts; there is always a first. */
export type UnitSales = { first: SaleRow; rows: SaleRow[] };

/**
 * Puts the rows that sell the same unit of one building together, in the order of the file. Only 棟及號 tells
 * units apart, so a row whose 棟及號 gives no number is a unit of its own. A unit is sold again once its sale
 * was cancelled; a second sale while the first one stands must be of another unit with the same label.
 */
export function unitSales(rows: readonly SaleRow[]): UnitSales[] {
  const units = [...groupBy(rows, identityOf).values()].flatMap(successiveSales);
  return units.sort((one, other) => firstLine(one) - firstLine(other));
}

const firstLine = (unit: UnitSales): number => Math.min(...unit.rows.map((row) => row.line));

function identityOf(row: SaleRow): string {
  if ((row.label?.number ?? null) === null) return `line ${row.line}`;
  // A label may stand for a whole column of flats, and a parking space bought later carries the home's label.
  return JSON.stringify([row.label?.text, row.floor ?? row.floorText, row.kind === 'PARKING']);
}

function successiveSales(rows: readonly SaleRow[]): UnitSales[] {
  const units: UnitSales[] = [];
  for (const row of [...rows].sort(byContract)) {
    const resold = units.find((unit) => {
      const cancelledOn = unit.rows.at(-1)?.cancelledOn ?? null;
      return cancelledOn !== null && cancelledOn <= row.contractedOn;
    });
    if (resold === undefined) units.push({ first: row, rows: [row] });
    else resold.rows.push(row);
  }
  return units;
}

// Not by line: the same rows in another order must give the same units.
function byContract(one: SaleRow, other: SaleRow): number {
  return (
    compare(one.contractedOn, other.contractedOn) ||
    compare(one.cancelledOn ?? '9999', other.cancelledOn ?? '9999') ||
    compare(one.serial, other.serial)
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
