/**
 * May these units go on sale? Guard of PLANNED/CONTROLLED -> AVAILABLE (C4): a price, not above the
 * filed one, and a valid pre-sale permit where the project asks for one (D6).
 */
import { compare, formatMoney, isPositive, type Money } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import { UNIT_TRANSITIONS, type UnitState } from './unit-states.ts';

export type ReleaseUnit = {
  id: string;
  name: string;
  state: UnitState;
  listPrice: Money | null;
  filedPrice: Money | null;
};

export type ReleaseProject = {
  name: string;
  permitRequired: boolean;
  permitNumber: string;
  permitExpiresOn: PlainDate | null;
};

export type ReleaseBuilding = Pick<ReleaseProject, 'name' | 'permitNumber' | 'permitExpiresOn'>;

/**
 * The permit that counts for a unit (D6): that of its building where it has one of its own, else the
 * project's. `name` is what the permit is of, for refusals.
 */
export function permitOf(project: ReleaseProject, building: ReleaseBuilding | null): ReleaseProject {
  const { name, permitRequired, permitNumber, permitExpiresOn } = project;
  if (building === null || building.permitNumber === '')
    return { name, permitRequired, permitNumber, permitExpiresOn };
  const own = { permitNumber: building.permitNumber, permitExpiresOn: building.permitExpiresOn };
  return { name: `${name} · ${building.name}`, permitRequired, ...own };
}

/** How many culprits a refusal names; the count says how many there are. */
const NAMED = 10;

/** Plan: ids of the units to put on sale; those already on sale are left out. `permits` are those of the units. */
export function decideRelease(
  units: readonly ReleaseUnit[],
  permits: readonly ReleaseProject[],
  today: PlainDate,
): Decision<{ release: string[]; alreadyAvailable: string[] }> {
  for (const one of permits) {
    const permit = permitRefusal(one, today);
    if (permit !== null) return permit;
  }
  const alreadyAvailable = units.filter((unit) => unit.state === 'AVAILABLE');
  const others = units.filter((unit) => unit.state !== 'AVAILABLE');
  const stuck = others.filter(
    (unit) =>
      unit.state === 'FROZEN' ||
      !isBeforeSale(unit.state) ||
      !canGo(UNIT_TRANSITIONS, unit.state, 'AVAILABLE'),
  );
  if (stuck.length > 0) {
    const named = stuck.slice(0, NAMED).map((unit) => ({ unit: unit.name, state: unit.state }));
    return refuse({ code: 'UNITS_NOT_RELEASABLE', units: named, count: stuck.length });
  }
  for (const unit of others) {
    if (unit.listPrice === null || !isPositive(unit.listPrice)) {
      return refuse({ code: 'UNIT_HAS_NO_PRICE', unit: unit.name });
    }
    if (unit.filedPrice !== null && unit.filedPrice.currency !== unit.listPrice.currency) {
      const given = unit.filedPrice.currency;
      return refuse({ code: 'CURRENCY_MISMATCH', expected: unit.listPrice.currency, given });
    }
    if (unit.filedPrice !== null && compare(unit.listPrice, unit.filedPrice) > 0) {
      return refuse({
        code: 'PRICE_ABOVE_FILED',
        unit: unit.name,
        price: formatMoney(unit.listPrice),
        filed: formatMoney(unit.filedPrice),
      });
    }
  }
  return {
    plan: {
      release: others.map((unit) => unit.id),
      alreadyAvailable: alreadyAvailable.map((unit) => unit.id),
    },
  };
}

/** Nobody has it yet: the only states that a release may start from. */
function isBeforeSale(state: UnitState): boolean {
  return state === 'PLANNED' || state === 'CONTROLLED';
}

/** D6: without a permit no sale; an expired one is none. */
export function permitRefusal(project: ReleaseProject, today: PlainDate) {
  if (!project.permitRequired) return null;
  if (project.permitNumber === '') return refuse({ code: 'PERMIT_REQUIRED', project: project.name });
  if (project.permitExpiresOn !== null && project.permitExpiresOn < today) {
    return refuse({
      code: 'PERMIT_EXPIRED',
      project: project.name,
      permit: project.permitNumber,
      expiredOn: project.permitExpiresOn,
    });
  }
  return null;
}
