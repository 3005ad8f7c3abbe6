/** The units of a project as the server counts and sums them: by building, state and currency, in one request. */
import type { HeldAs, UnitState } from '#domain/inventory/unit-states.ts';
import { literal } from '#widgets/shared/api/graphql.ts';
import { amountOf } from '#widgets/shared/format/amount.ts';
import { isHeldBack } from './figures.ts';
import type { UnitGroup } from './overview.ts';

export const GROUPS_ROOT = 'keyturnUnitsGroupBy';

/** Far more than buildings by states; without it Twenty gives fifty groups and does not say so. */
const MOST_GROUPS = 5_000;

export type GroupRecord = {
  groupByDimensionValues: (string | null)[];
  totalCount: number;
  countNotEmptyReleasedAt: number;
  sumListPriceAmountMicros: number | string | null;
};

export function groupsField(projectId: string): string {
  return `${GROUPS_ROOT}(
    groupBy: [{ buildingId: true }, { state: true }, { heldAs: true }, { listPrice: { currencyCode: true } }],
    filter: { projectId: { eq: ${literal(projectId)} } }, limit: ${MOST_GROUPS}
  ) { groupByDimensionValues totalCount countNotEmptyReleasedAt sumListPriceAmountMicros }`;
}

export function unitGroup(record: GroupRecord): UnitGroup {
  const [buildingId = null, state = null, heldAs = null, currencyCode = null] = record.groupByDimensionValues;
  const known = (state ?? 'PLANNED') as UnitState;
  return {
    buildingId,
    state: known,
    heldAs: heldAs as HeldAs | null,
    count: Number(record.totalCount),
    released: Number(isHeldBack(known) ? record.countNotEmptyReleasedAt : record.totalCount),
    value: amountOf({ amountMicros: record.sumListPriceAmountMicros, currencyCode }),
  };
}
