import { buildingCodes } from './buildings.ts';
import { groupBy } from './group-by.ts';
import type { SaleRow } from './sale-row.ts';
import type { Building, Project, SalesRecord, SkippedRow, Unit, UnitType } from './sales-record.ts';
import { unitNumbers } from './unit-numbers.ts';
import { type UnitSales, unitSales } from './unit-sales.ts';

/**
 * Puts the rows together to projects, their buildings and unit types, units and sales. Keys are paths of names
 * ("安南區/國安段/A/12-03"), so the same file always gives the same keys.
 */
export function assemble(rows: readonly SaleRow[], skipped: SkippedRow[]): SalesRecord {
  const record: SalesRecord = {
    currency: 'TWD',
    projects: [],
    buildings: [],
    unitTypes: [],
    units: [],
    sales: [],
    skipped,
  };
  for (const [key, projectRows] of groupBy(rows, projectKey)) addProject(record, key, projectRows);
  record.sales.sort((one, other) => one.line - other.line);
  return record;
}

// Names of projects repeat from city to city and district to district, so the place is part of the key.
const projectKey = (row: SaleRow): string =>
  keyOf([row.city, row.district, row.projectName ?? row.location].filter((part) => part !== null));

// A name may hold a slash itself; its full-width twin keeps the parts of a key apart.
const keyOf = (parts: readonly string[]): string => parts.map((part) => part.replaceAll('/', '／')).join('/');

function addProject(record: SalesRecord, key: string, rows: readonly SaleRow[]): void {
  const [first] = rows;
  if (first === undefined) return;
  record.projects.push(projectOf(key, first));
  const { codeByRow, storeysByCode } = buildingCodes(rows);
  const unitTypes = new Map<string, UnitType>();
  for (const [code, buildingRows] of groupBy(rows, (row) => codeByRow.get(row) ?? 'A')) {
    const building = {
      key: `${key}/${keyOf([code])}`,
      projectKey: key,
      code,
      storeys: storeysByCode.get(code) ?? null,
    };
    record.buildings.push(building);
    addUnits(record, building, buildingRows, unitTypes);
  }
  record.unitTypes.push(...unitTypes.values());
}

function projectOf(key: string, { projectName, city, district, location }: SaleRow): Project {
  const place = location.includes(district) ? location : `${district}${location}`;
  return { key, name: projectName ?? place, city, district, location };
}

function addUnits(
  record: SalesRecord,
  building: Building,
  rows: readonly SaleRow[],
  unitTypes: Map<string, UnitType>,
): void {
  const units = unitSales(rows);
  const numbers = unitNumbers(units);
  for (const sales of units) {
    const unitType = unitTypeOf(building.projectKey, sales.first);
    if (unitType !== null) unitTypes.set(unitType.key, unitTypes.get(unitType.key) ?? unitType);
    const unit = unitOf(building, numbers.get(sales) ?? '', unitType, sales);
    record.units.push(unit);
    for (const row of sales.rows) {
      const { line, contractedOn, price, parkingPrice, note, cancelledOn, relatedParties } = row;
      const sale = {
        line,
        unitKey: unit.key,
        contractedOn,
        price,
        parkingPrice,
        note,
        cancelledOn,
        relatedParties,
      };
      record.sales.push({ key: row.serial, ...sale });
    }
  }
}

function unitOf(building: Building, number: string, unitType: UnitType | null, { first }: UnitSales): Unit {
  return {
    key: `${building.key}/${keyOf([number])}`,
    buildingKey: building.key,
    unitTypeKey: unitType?.key ?? null,
    kind: first.kind,
    floor: first.floor,
    floorText: first.floorText,
    number,
    areaHundredths: first.areaHundredths,
    parkingAreaHundredths: first.parkingAreaHundredths,
    landAreaHundredths: first.landAreaHundredths,
    listPrice: first.price,
    parkingPrice: first.parkingPrice,
    parkingKind: first.parkingKind,
    parkingSpaces: first.parkingSpaces,
  };
}

/** Null for a parking space and for a unit whose layout the record leaves blank or 0. */
function unitTypeOf(key: string, { kind, rooms, halls, baths }: SaleRow): UnitType | null {
  if (kind === 'PARKING' || rooms + halls + baths === 0) return null;
  const name = [counted(rooms, 'room'), counted(halls, 'hall'), counted(baths, 'bath')].join(', ');
  return { key: `${key}/${rooms}-${halls}-${baths}`, projectKey: key, name, rooms, halls, baths };
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
