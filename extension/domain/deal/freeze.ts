/** Legal freezes (冻结, C4): a unit may be frozen whatever it is; while its freeze stands nobody takes, signs or hands it over. */
import type { UnitState } from '#domain/inventory/index.ts';
import { type Decision, type Refusal, refuse } from '#domain/shared/refusal.ts';

/** The place of a unit's one live freeze: a unique key of the holds. */
export function freezeKey(unitId: string): string {
  return `freeze:${unitId}`;
}

export function decideFreeze(unit: { name: string; state: UnitState }, isFrozen: boolean): Decision<null> {
  return isFrozen || unit.state === 'FROZEN'
    ? refuse({ code: 'UNIT_FROZEN', unit: unit.name })
    : { plan: null };
}

export function decideUnfreeze(unit: { name: string; state: UnitState }, isFrozen: boolean): Decision<null> {
  return isFrozen || unit.state === 'FROZEN'
    ? { plan: null }
    : refuse({ code: 'STATE_NOT_ALLOWED', what: unit.name, from: unit.state, to: 'unfrozen' });
}

/**
 * What signing and handing over ask. The freeze itself counts, not only the state that the unit shows: of a
 * freeze and a reservation at the same moment the later write of the state may be the reservation's.
 */
export function frozenRefusal(
  unit: { name: string; state: UnitState },
  freeze: { state: string } | null,
): Refusal | null {
  const isFrozen = unit.state === 'FROZEN' || freeze?.state === 'ACTIVE';
  return isFrozen ? { code: 'UNIT_FROZEN', unit: unit.name } : null;
}
