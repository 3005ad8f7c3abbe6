/**
 * The place a person looked at last, kept by the browser where the sandbox has a storage: on a plain page, and in
 * newer versions of Twenty. Elsewhere the board starts at the first building again when its page is opened anew.
 */
import type { Place, Places } from './read-board.ts';

const KEY = 'keyturn.sales-control.place';

function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    // An opaque sandbox throws where it has none.
    return null;
  }
}

export function rememberPlace(place: Place): void {
  try {
    storage()?.setItem(KEY, JSON.stringify(place));
  } catch {
    // A full or forbidden storage: the board works without memory.
  }
}

/** Null when nothing is kept, or its project or building is gone. */
export function rememberedPlace({ projects, buildings }: Places): Place | null {
  try {
    const kept = JSON.parse(storage()?.getItem(KEY) ?? 'null') as Partial<Place> | null;
    const { projectId, buildingId = null } = kept ?? {};
    if (projectId === undefined || !projects.some(({ id }) => id === projectId)) return null;
    const isThere = buildings.some(
      (building) => building.id === buildingId && building.projectId === projectId,
    );
    return buildingId === null || isThere ? { projectId, buildingId } : null;
  } catch {
    return null;
  }
}
