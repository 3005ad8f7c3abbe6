/** Opening and closing a release batch, and taking units off the market again (A003, C4, D6). */
import { compare, isPositive } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import { permitRefusal, type ReleaseProject, type ReleaseUnit } from './release.ts';
import { RELEASE_BATCH_TRANSITIONS, type ReleaseBatchState } from './sales-states.ts';
import { UNIT_TRANSITIONS, type UnitState } from './unit-states.ts';

export type Batch = { name: string; projectId: string | null; state: ReleaseBatchState };
export type BatchUnit = ReleaseUnit & { projectId: string | null };

const NAMED = 10;

/**
 * Plan: the units to put on sale. Units that are sold or held already stay as they are; of the others each
 * needs a price within its limits, or none is released. An open batch releases what was added to it.
 */
export function decideOpenBatch(
  batch: Batch,
  units: readonly BatchUnit[],
  permits: readonly ReleaseProject[],
  today: PlainDate,
): Decision<{ release: string[] }> {
  const waiting = units.filter(({ state }) => state === 'PLANNED' || state === 'CONTROLLED');
  if (batch.state === 'OPEN' && waiting.length === 0)
    return refuse({ code: 'STATE_NOT_ALLOWED', what: batch.name, from: 'OPEN', to: 'OPEN' });
  if (waiting.length === 0) return refuse({ code: 'RELEASE_BATCH_EMPTY', batch: batch.name });
  for (const one of permits) {
    const permit = permitRefusal(one, today);
    if (permit !== null) return permit;
  }
  const wrong = waiting.flatMap((unit) => {
    const problem = whyNotOnSale(unit, batch);
    return problem === null ? [] : [{ unit: unit.name, state: problem }];
  });
  return wrong.length > 0
    ? refuse({ code: 'UNITS_NOT_RELEASABLE', units: wrong.slice(0, NAMED), count: wrong.length })
    : { plan: { release: waiting.map(({ id }) => id) } };
}

function whyNotOnSale({ listPrice, filedPrice, projectId }: BatchUnit, batch: Batch): string | null {
  if (projectId !== batch.projectId) return 'OTHER_PROJECT';
  if (listPrice === null || !isPositive(listPrice)) return 'UNIT_HAS_NO_PRICE';
  if (filedPrice === null) return null;
  if (filedPrice.currency !== listPrice.currency) return 'CURRENCY_MISMATCH';
  return compare(listPrice, filedPrice) > 0 ? 'PRICE_ABOVE_FILED' : null;
}

export function decideCloseBatch({ name, state }: Batch): Decision<null> {
  return canGo(RELEASE_BATCH_TRANSITIONS, state, 'CLOSED')
    ? { plan: null }
    : refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to: 'CLOSED' });
}

/** Units that are nobody's may go into a batch of their project that is not closed. */
export function decideAssign(
  batch: Batch,
  units: readonly { id: string; name: string; state: UnitState; projectId: string | null }[],
): Decision<{ assign: string[] }> {
  if (batch.state === 'CLOSED')
    return refuse({ code: 'STATE_NOT_ALLOWED', what: batch.name, from: batch.state, to: 'OPEN' });
  const wrong = units.flatMap(({ name: unit, state, projectId }) => {
    if (projectId !== batch.projectId) return [{ unit, state: 'OTHER_PROJECT' }];
    return ASSIGNABLE_STATES.includes(state) ? [] : [{ unit, state }];
  });
  return wrong.length > 0
    ? refuse({ code: 'UNITS_NOT_RELEASABLE', units: wrong.slice(0, NAMED), count: wrong.length })
    : { plan: { assign: units.map(({ id }) => id) } };
}

export const ASSIGNABLE_STATES: readonly UnitState[] = ['PLANNED', 'CONTROLLED', 'AVAILABLE'];

/** Plan: the units to take off the market; those under sales control already are left out. */
export function decideWithdraw(
  units: readonly { id: string; name: string; state: UnitState }[],
): Decision<{ withdraw: string[]; alreadyControlled: number }> {
  const others = units.filter(({ state }) => state !== 'CONTROLLED');
  const wrong = others.filter(
    ({ state }) => state === 'FROZEN' || !canGo(UNIT_TRANSITIONS, state, 'CONTROLLED'),
  );
  // What is sold becomes free by ending its contract, never by withdrawing it.
  const sold = others.filter(({ state }) => state === 'CONTRACTED');
  const refused = [...new Set([...wrong, ...sold])];
  if (refused.length > 0) {
    const named = refused.slice(0, NAMED).map(({ name, state }) => ({ unit: name, state }));
    return refuse({ code: 'UNITS_NOT_WITHDRAWABLE', units: named, count: refused.length });
  }
  const withdraw = others.map(({ id }) => id);
  return { plan: { withdraw, alreadyControlled: units.length - others.length } };
}
