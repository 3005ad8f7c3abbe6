/**
 * Who looks at the board, and what it shows of other people's deals (F1). Who may not control sales sees of a unit
 * that a colleague has the state and the time, not who buys. That keeps names off a screen that customers look at
 * too; it is no secrecy: what Twenty's own lists and API show is decided by the reader's role, not here.
 */
import { TAKEN_STATES } from '#domain/inventory/unit-states.ts';
import { ApiFailure } from '#widgets/shared/api/failure.ts';
import { query } from '#widgets/shared/api/graphql.ts';
import type { BoardUnit } from './board-unit.ts';

export type Viewer = { readonly controlsSales: boolean };

/** Who may read the field of a right has the right; a refusal is an answer too. @throws ApiFailure */
export async function readViewer(): Promise<Viewer> {
  try {
    await query('query { keyturnRights(first: 1) { edges { node { controlSales } } } }');
    return { controlsSales: true };
  } catch (error) {
    if (error instanceof ApiFailure && error.kind === 'NO_RIGHT') return { controlsSales: false };
    throw error;
  }
}

/** @param mine the units whose hold, reservation or contract is the viewer's own. */
export function seenBy(unit: BoardUnit, viewer: Viewer, mine: ReadonlySet<string>): BoardUnit {
  const isMine = mine.has(unit.id);
  const isMasked = !viewer.controlsSales && !isMine && TAKEN_STATES.includes(unit.state);
  return { ...unit, isMine, isMasked, holder: isMasked ? null : unit.holder };
}
