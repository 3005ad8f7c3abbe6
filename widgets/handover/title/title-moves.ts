/** Where a title case may go by hand; its own state again brings the papers up to date. */
import type { TitleState } from '#domain/handover/after-sale-states.ts';
import { TITLE_ROAD, TITLE_TRANSITIONS } from '#domain/handover/title-states.ts';

export function movesFrom(state: TitleState): TitleState[] {
  const next = TITLE_TRANSITIONS[state].filter((to) => to !== 'BLOCKED');
  return state === 'BLOCKED' ? [] : [...next, state];
}

export const MOVABLE: readonly TitleState[] = TITLE_ROAD.filter((state) => state !== 'DELIVERED');
