/** A project from afar: what the server counted, building by building. */
import type { Tally } from './figures.ts';
import type { Building } from './read-board.ts';

/** Units of a building in one state and currency, counted and summed by the server. */
export type UnitGroup = Tally & { readonly buildingId: string | null };

export type BuildingSummary = { id: string; name: string; tallies: readonly UnitGroup[] };

/** Stands for the units of a project that are in no building: nothing for sale may be hidden. */
export const NO_BUILDING = 'none';

/** Buildings in their order, also without units; then what is in none of them. */
export function summariesOf(
  buildings: readonly Building[],
  groups: readonly UnitGroup[],
  nameOfNone: string,
): BuildingSummary[] {
  const summaries = new Map(
    buildings.map(({ id, name }) => [id, { id, name, tallies: [] as UnitGroup[] }] as const),
  );
  const others = { id: NO_BUILDING, name: nameOfNone, tallies: [] as UnitGroup[] };
  for (const group of groups) (summaries.get(group.buildingId ?? '') ?? others).tallies.push(group);
  return [...summaries.values(), ...(others.tallies.length > 0 ? [others] : [])];
}
