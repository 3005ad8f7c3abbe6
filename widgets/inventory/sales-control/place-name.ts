/** How the place is called that the board shows. */
import type { Translate } from '#widgets/shared/i18n/words.ts';
import type { BoardState } from './board-state.ts';
import { NO_BUILDING } from './overview.ts';

export function buildingName({ places, place }: Pick<BoardState, 'places' | 'place'>, t: Translate): string {
  if (place?.buildingId === NO_BUILDING) return t('In no building');
  return places.buildings.find(({ id }) => id === place?.buildingId)?.name ?? '–';
}

/** "Riverside · Tower A": the heading of a printed board. */
export function placeName(state: Pick<BoardState, 'places' | 'place'>, t: Translate): string {
  const project = state.places.projects.find(({ id }) => id === state.place?.projectId)?.name;
  const building = state.place?.buildingId === null ? t('All buildings') : buildingName(state, t);
  return [project, building].filter((part) => part !== undefined).join(' · ');
}
