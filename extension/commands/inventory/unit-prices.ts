/**
 * What units have right now, as price schemes look at it: state, prices, and who has them (C3).
 *
 * Changes: prices of units. Guard: that of the price scheme at work; who has a unit is looked at before and
 * after. After a crash: some of 200 units have their prices; the scheme's own items say which are done.
 */
import type { PricedUnit, Prices, UnitNow } from '#domain/inventory/index.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';

export const BATCH = 200;

/** Any lock counts, also one whose time is over: what it was for is settled by its own command first. */
export function holderOf(lock: RecordOf<'unitLock'> | undefined): string | null {
  return lock === undefined ? null : lock.holderName;
}

export async function projectUnits(store: Pick<Store, 'read'>, projectId: string): Promise<PricedUnit[]> {
  const { units, locks } = await store.read({
    units: { object: 'unit', filter: { projectId }, with: { building: true } },
    locks: { object: 'unitLock', filter: { lockKey: { not: '' }, unit: { projectId } } },
  });
  const lockOf = new Map(locks.map((lock) => [lock.lockKey, lock]));
  return units.map((unit) => priced(unit, lockOf.get(unit.id)));
}

function priced(
  unit: Loaded<'unit', { building: true }>,
  lock: RecordOf<'unitLock'> | undefined,
): PricedUnit {
  const { id, name, number, state, building, listPrice, floorPrice, filedPrice } = unit;
  const { areaSquareMetres, innerAreaSquareMetres } = unit;
  return {
    id,
    name,
    number,
    state,
    building: building === null ? null : { name: building.name, code: building.code },
    areaSquareMetres,
    innerAreaSquareMetres,
    listPrice,
    floorPrice,
    filedPrice,
    holder: holderOf(lock),
  };
}

export type UnitRecord = RecordOf<'unit'>;

/** The units as they are at this moment, by id, at most 200. */
export async function unitsNow(
  store: Store,
  ids: readonly string[],
): Promise<Map<string, { record: UnitRecord; now: UnitNow }>> {
  const { units, locks } = await store.read({
    units: { object: 'unit', filter: { id: { in: ids } } },
    locks: { object: 'unitLock', filter: { lockKey: { in: ids } } },
  });
  const lockOf = new Map(locks.map((lock) => [lock.lockKey, lock]));
  return new Map(
    units.map((record) => [
      record.id,
      { record, now: { ...record, holder: holderOf(lockOf.get(record.id)) } },
    ]),
  );
}

/** Which of these units somebody has by now, and who. */
export async function takenOf(store: Store, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { locks } = await store.read({ locks: { object: 'unitLock', filter: { lockKey: { in: ids } } } });
  return new Map(locks.map(({ lockKey, holderName }) => [lockKey, holderName]));
}

/** Writes prices to units; each gets values of its own, and nothing else of it is touched. */
export async function givePrices(
  store: Store,
  given: readonly { record: UnitRecord; prices: Prices }[],
): Promise<void> {
  if (given.length === 0) return;
  const changes = given.map(({ record, prices: { listPrice, floorPrice, filedPrice } }) => ({
    record,
    to: { listPrice, floorPrice, filedPrice },
  }));
  await store.write([{ changeMany: 'unit', changes }]);
}

/** Just this instant, as a condition of an update: Twenty cannot guard one by `eq` of an instant. */
export function justAt(instant: string | null): null | { gte: string; lte: string } {
  return instant === null ? null : { gte: instant, lte: instant };
}

export function inBatches<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / BATCH);
  return Array.from({ length: count }, (_, index) => all.slice(index * BATCH, (index + 1) * BATCH));
}
