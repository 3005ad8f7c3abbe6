/** What makes sense with a unit now; the server decides whether it is done, and says why not. */
import type { BoardUnit } from './board-unit.ts';
import type { Deal } from './read-deal.ts';
import { endingOf } from './time-left.ts';
import type { Viewer } from './viewer.ts';

export type BoardAction =
  | 'RESERVE'
  | 'HOLD'
  | 'RELEASE'
  | 'EXTEND_HOLD'
  | 'RELEASE_HOLD'
  | 'EXTEND_RESERVATION'
  | 'CANCEL_RESERVATION'
  | 'WITHDRAW';

/** Free, or held by somebody whose time is over: the server lets the next buyer have it (C3). */
export function isReservable(unit: Pick<BoardUnit, 'state' | 'heldUntil'>, now: number): boolean {
  const { state } = unit;
  const isHeld = state === 'HELD' || state === 'SMALL_RESERVED' || state === 'LARGE_RESERVED';
  return state === 'AVAILABLE' || (isHeld && endingOf(unit, now) === 'OVER');
}

/** In the order in which they are offered: what is done most often first. */
export function actionsFor(unit: BoardUnit, deal: Deal | null, viewer: Viewer, now: number): BoardAction[] {
  const { state } = unit;
  const isFree = isReservable(unit, now);
  const isOwn = unit.isMine || viewer.controlsSales;
  const actions: [BoardAction, boolean][] = [
    // A reservation takes over from the salesperson's own hold.
    ['RESERVE', isFree || (state === 'HELD' && unit.isMine)],
    ['HOLD', state === 'AVAILABLE' || (state === 'HELD' && isFree)],
    ['RELEASE', (state === 'PLANNED' || state === 'CONTROLLED') && viewer.controlsSales],
    ['EXTEND_HOLD', isOwn && hasHold(deal)],
    ['RELEASE_HOLD', isOwn && hasHold(deal)],
    ['EXTEND_RESERVATION', isOwn && deal?.reservation?.state === 'ACTIVE'],
    ['CANCEL_RESERVATION', isOwn && hasReservation(deal)],
    ['WITHDRAW', (state === 'PLANNED' || state === 'AVAILABLE') && viewer.controlsSales],
  ];
  return actions.flatMap(([action, makesSense]) => (makesSense ? [action] : []));
}

function hasHold(deal: Deal | null): boolean {
  return deal !== null && deal.hold !== null;
}

function hasReservation(deal: Deal | null): boolean {
  return deal !== null && deal.reservation !== null;
}
