/** Finds the unit that a row of a price list means: by building and number, or by the unit's full name. Pure. */
import type { Money } from '#domain/shared/money.ts';
import type { UnitState } from './unit-states.ts';

export type PricedUnit = {
  id: string;
  name: string;
  number: string;
  state: UnitState;
  building: { name: string; code: string } | null;
  areaSquareMetres: number | null;
  innerAreaSquareMetres: number | null;
  listPrice: Money | null;
  floorPrice: Money | null;
  filedPrice: Money | null;
  /** Who has the unit; null when nobody does. */
  holder: string | null;
};

export type UnitIndex = { find(building: string, number: string): PricedUnit[] };

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

/** "1号楼", "1栋" and "Tower 1" beside "1": what kind of building it is tells none apart. */
function buildingKey(text: string): string {
  return plain(text)
    .replace(/^(building|tower|block)/, '')
    .replace(/(号楼|楼栋|栋|幢|座|号)$/, '');
}

function numberKey(text: string): string {
  return plain(text).replace(/(室|号房|号)$/, '');
}

export function unitIndex(units: readonly PricedUnit[]): UnitIndex {
  const byNumber = new Map<string, PricedUnit[]>();
  const byName = new Map<string, PricedUnit[]>();
  for (const unit of units) {
    push(byNumber, numberKey(unit.number), unit);
    push(byName, plain(unit.name), unit);
  }
  return {
    find(building, number) {
      const named = byName.get(plain(number)) ?? [];
      const numbered = byNumber.get(numberKey(number)) ?? [];
      if (building.trim() === '') return [...new Set([...numbered, ...named])];
      const inside = [...numbered, ...named].filter((unit) => isIn(unit, building));
      return [...new Set(inside)];
    },
  };
}

function isIn({ building }: PricedUnit, asked: string): boolean {
  if (building === null) return false;
  return [building.name, building.code].some(
    (one) => one !== '' && (plain(one) === plain(asked) || buildingKey(one) === buildingKey(asked)),
  );
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
