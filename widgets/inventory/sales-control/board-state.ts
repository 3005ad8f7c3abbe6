/** What the board knows, and how each event changes it. */
import type { ApiFailure } from '#widgets/shared/api/failure.ts';
import { type BoardUnit, isSameUnit } from './board-unit.ts';
import type { UnitGroup } from './overview.ts';
import type { Place, Places } from './read-board.ts';
import type { Viewer } from './viewer.ts';

/** How far the board reaches: everything, or the record on whose page it stands. */
export type Scope = 'ALL' | 'PROJECT' | 'BUILDING';

export type BoardState = {
  phase: 'LOADING' | 'FAILED' | 'READY';
  scope: Scope;
  viewer: Viewer;
  places: Places;
  place: Place | null;
  units: readonly BoardUnit[];
  /** Instead of units while the place is a whole project. */
  groups: readonly UnitGroup[];
  /** When the units shown were last known to be right, by the reader's clock. */
  asOf: number | null;
  progress: { read: number; total: number } | null;
  /** Why loading failed, or why the last refresh did while older units are still shown. */
  failure: ApiFailure | null;
  /** How many refreshes failed one after the other. */
  failures: number;
  isRefreshing: boolean;
};

export const EMPTY_BOARD: BoardState = {
  phase: 'LOADING',
  scope: 'ALL',
  viewer: { controlsSales: false },
  places: { projects: [], buildings: [] },
  place: null,
  units: [],
  groups: [],
  asOf: null,
  progress: null,
  failure: null,
  failures: 0,
  isRefreshing: false,
};

export type BoardEvent =
  | { type: 'OPENING'; place: Place | null }
  | { type: 'PLACES'; places: Places; place: Place | null; scope: Scope }
  | { type: 'VIEWER'; viewer: Viewer }
  | { type: 'PROGRESS'; read: number; total: number }
  | { type: 'LOADED'; units: readonly BoardUnit[]; at: number }
  | { type: 'COUNTED'; groups: readonly UnitGroup[]; at: number }
  | { type: 'CHANGED'; units: readonly BoardUnit[]; at: number }
  | { type: 'GONE'; unitId: string }
  | { type: 'REFRESHING' }
  | { type: 'FAILED'; failure: ApiFailure };

export function boardReducer(state: BoardState, event: BoardEvent): BoardState {
  switch (event.type) {
    case 'OPENING':
      return {
        ...EMPTY_BOARD,
        scope: state.scope,
        viewer: state.viewer,
        places: state.places,
        place: event.place,
      };
    case 'PLACES':
      return { ...state, places: event.places, place: event.place, scope: event.scope };
    case 'VIEWER':
      return { ...state, viewer: event.viewer };
    case 'PROGRESS':
      return state.phase === 'READY'
        ? state
        : { ...state, progress: { read: event.read, total: event.total } };
    case 'LOADED':
      return { ...settled(state, event.at), units: kept(state.units, event.units) };
    case 'COUNTED':
      return { ...settled(state, event.at), groups: event.groups };
    case 'CHANGED':
      return { ...settled(state, event.at), units: merged(state.units, event.units) };
    case 'GONE':
      return { ...state, units: state.units.filter((unit) => unit.id !== event.unitId) };
    case 'REFRESHING':
      return { ...state, isRefreshing: true };
    case 'FAILED':
      return {
        ...state,
        phase: state.phase === 'READY' ? 'READY' : 'FAILED',
        failure: event.failure,
        failures: state.failures + 1,
        isRefreshing: false,
      };
  }
}

function settled(state: BoardState, at: number): BoardState {
  return {
    ...state,
    phase: 'READY',
    asOf: at,
    progress: null,
    failure: null,
    failures: 0,
    isRefreshing: false,
  };
}

/** The units read now, but the very objects of before where nothing changed: their cells stay as they are. */
function kept(before: readonly BoardUnit[], now: readonly BoardUnit[]): readonly BoardUnit[] {
  const byId = new Map(before.map((unit) => [unit.id, unit]));
  const units = now.map((unit) => {
    const old = byId.get(unit.id);
    return old !== undefined && isSameUnit(old, unit) ? old : unit;
  });
  const isSame = units.length === before.length && units.every((unit, index) => unit === before[index]);
  return isSame ? before : units;
}

function merged(before: readonly BoardUnit[], changed: readonly BoardUnit[]): readonly BoardUnit[] {
  const byId = new Map(changed.map((unit) => [unit.id, unit]));
  const after = before.map((unit) => byId.get(unit.id) ?? unit);
  const known = new Set(before.map((unit) => unit.id));
  return kept(before, [...after, ...changed.filter((unit) => !known.has(unit.id))]);
}

/** The newest change that the board has seen, by the server's clock. */
export function newestChange(units: readonly BoardUnit[]): string | null {
  return units.reduce<string | null>(
    (newest, unit) => (newest === null || unit.updatedAt > newest ? unit.updatedAt : newest),
    null,
  );
}

/** The first project that has buildings, and its first building. */
export function firstPlace({ projects, buildings }: Places): Place | null {
  const project = projects.find(({ id }) => buildings.some((building) => building.projectId === id));
  const chosen = project ?? projects[0];
  if (chosen === undefined) return null;
  return {
    projectId: chosen.id,
    buildingId: buildings.find((building) => building.projectId === chosen.id)?.id ?? null,
  };
}
