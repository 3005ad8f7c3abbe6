import { floorLabel } from './floors.ts';
import type { UnitSales } from './unit-sales.ts';

/**
 * A number for each unit of one building, unique in it. The number that 棟及號 gives is kept; where it stands on
 * several floors, the floor is put before it ("05-A1"), and what is still repeated is counted ("12-2"). Units
 * without one are counted on their floor in the order of the file: "12-03", "B1-02", "X-01".
 */
export function unitNumbers(units: readonly UnitSales[]): Map<UnitSales, string> {
  const numbers = new Map<UnitSales, string>();
  const nextNumber = numberGiver();
  const floorsByNumber = floorsOfNumbers(units);
  for (const unit of units) {
    const given = unit.first.label?.number ?? null;
    if (given === null) continue;
    const isOnSeveralFloors = (floorsByNumber.get(given)?.size ?? 0) > 1;
    const number = isOnSeveralFloors ? `${floorLabel(unit.first.floor)}-${given}` : given;
    numbers.set(
      unit,
      nextNumber(`given ${number}`, (count) => (count === 1 ? number : `${number}-${count}`)),
    );
  }
  for (const unit of units) {
    if (numbers.has(unit)) continue;
    const floor = floorLabel(unit.first.floor);
    numbers.set(
      unit,
      nextNumber(`floor ${floor}`, (count) => `${floor}-${String(count).padStart(2, '0')}`),
    );
  }
  return numbers;
}

function floorsOfNumbers(units: readonly UnitSales[]): Map<string, Set<string>> {
  const floors = new Map<string, Set<string>>();
  for (const { first } of units) {
    const given = first.label?.number ?? null;
    if (given !== null) floors.set(given, (floors.get(given) ?? new Set()).add(floorLabel(first.floor)));
  }
  return floors;
}

/** Hands out numbers of a series ("12-01", "12-02", …), passing over those that are taken. */
function numberGiver(): (series: string, numberAt: (count: number) => string) => string {
  const taken = new Set<string>();
  const lastCounts = new Map<string, number>();
  return (series, numberAt) => {
    let count = (lastCounts.get(series) ?? 0) + 1;
    // Every step meets a taken number, so the loop ends after at most as many steps as there are of those.
    while (taken.has(numberAt(count))) count += 1;
    lastCounts.set(series, count);
    taken.add(numberAt(count));
    return numberAt(count);
  };
}
