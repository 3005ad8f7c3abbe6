/** A development for the road of reservations: a project with both stages, discounts, people of two teams. */
import { randomUUID } from 'node:crypto';
import { reserveUnit } from '#commands/deal/reserve-unit.ts';
import type { ObjectName, RecordOf } from '#port/records.ts';
import type { Filter, Store } from '#port/store.ts';
import type { WorkspaceClient } from '#scripts/shared/workspace-client.ts';
import { eur } from '../domain/amounts.ts';
import type { Desk, Options } from './in-process.ts';

export const HOUR = 3_600_000;

export type ReservationSite = {
  projectId: string;
  unitIds: string[];
  buyerIds: string[];
  rules: { early: string; cash: string; manager: string; approval: string };
  planId: string;
};

/** Units of 1,000,000.00 with a floor of 950,000.00, on sale. */
export async function reservationSite(
  client: WorkspaceClient,
  store: Store,
  units: number,
  project = {},
): Promise<ReservationSite> {
  const id = () => randomUUID();
  const [projectId, buildingId, planId] = [id(), id(), id()];
  const buyerIds = [id(), id(), id()];
  const unitIds = Array.from({ length: units }, id);
  const rules = { early: id(), cash: id(), manager: id(), approval: id() };
  await store.write([
    {
      create: 'project',
      row: {
        id: projectId,
        name: 'Harbour',
        currencyCode: 'EUR',
        timeZone: 'UTC',
        holdHours: 24,
        depositAsked: eur('50000.00'),
        smallDepositAsked: eur('5000.00'),
        smallDepositHours: 72,
        depositKind: 'DINGJIN',
        mostExtensions: 2,
        extensionHours: 24,
        ...project,
      },
    },
    { create: 'paymentPlan', row: { id: planId, name: `All at once ${planId.slice(0, 8)}`, isActive: true } },
  ]);
  await store.write([
    { create: 'building', row: { id: buildingId, name: 'House', code: 'H', projectId } },
    {
      create: 'paymentPlanLine',
      row: {
        id: id(),
        name: 'All',
        paymentPlanId: planId,
        step: 1,
        basis: 'PERCENT',
        percent: 100,
        anchor: 'SIGNING',
      },
    },
    {
      createMany: 'discountRule',
      rows: [
        { id: rules.early, name: 'Early', step: 1, percent: 2, authority: 'SALESPERSON' as const },
        { id: rules.cash, name: 'Cash', step: 2, percent: 1, authority: 'SALESPERSON' as const },
        { id: rules.manager, name: 'Manager', step: 3, percent: 1, authority: 'MANAGER' as const },
        { id: rules.approval, name: 'Board', step: 4, percent: 5, authority: 'APPROVAL' as const },
      ].map((rule) => ({ ...rule, projectId, kind: 'PERCENT' as const, isActive: true })),
    },
  ]);
  const people = buyerIds.map((id, index) => ({
    id,
    name: { firstName: ['Mei', 'Wei', 'Jun'][index], lastName: ['Lin', 'Wang', 'Zhao'][index] },
  }));
  await client.graphql('mutation ($data: [PersonCreateInput!]!) { createPeople(data: $data) { id } }', {
    data: people,
  });
  await store.write([
    {
      createMany: 'unit',
      rows: unitIds.map((unitId, index) => ({
        id: unitId,
        name: `H-${index + 1}`,
        number: String(index + 1),
        projectId,
        buildingId,
        listPrice: eur('1000000.00'),
        floorPrice: eur('950000.00'),
        state: 'AVAILABLE' as const,
      })),
    },
  ]);
  return { projectId, unitIds, buyerIds, rules, planId };
}

export async function one<O extends ObjectName>(store: Store, object: O, id: string): Promise<RecordOf<O>> {
  const { found } = await store.read({ found: { object, filter: { id } as Filter<O> } } as never);
  const [record] = found as RecordOf<O>[];
  if (record === undefined) throw new Error(`No ${object} ${id}`);
  return record;
}

export async function all<O extends ObjectName>(
  store: Store,
  object: O,
  filter: Filter<O>,
): Promise<RecordOf<O>[]> {
  const { found } = await store.read({ found: { object, filter } } as never);
  return found as RecordOf<O>[];
}

export async function reserved(
  desk: Desk,
  site: ReservationSite,
  input: Record<string, unknown> & { unitId: string },
  options?: Options,
): Promise<string> {
  const body = { buyerId: site.buyerIds[0], ...input };
  const { result } = await desk.done(reserveUnit, body, options);
  return String(result.reservationId);
}

/** Everything that a unit's deal left, without ids and times: equal for equal ends. */
export async function leftOf(store: Store, unitIds: readonly string[]) {
  const { units, locks, reservations } = await store.read({
    units: { object: 'unit', filter: { id: { in: unitIds } }, orderBy: { name: 'ASC' } },
    locks: { object: 'unitLock', filter: { lockKey: { in: unitIds } } },
    reservations: { object: 'reservation', filter: { unitId: { in: unitIds } } },
  });
  const ids = reservations.map(({ id }) => id);
  const { parties, discounts } = await store.read({
    parties: { object: 'party', filter: { reservationId: { in: ids } } },
    discounts: { object: 'discountLine', filter: { reservationId: { in: ids } } },
  });
  const sorted = <T>(rows: T[]) => rows.map((row) => JSON.stringify(row, plain)).sort();
  return {
    units: units.map(({ state, holder, heldAs }, index) => [
      index,
      state,
      holder === '' ? '' : 'held',
      heldAs,
    ]),
    locks: sorted(locks.map(({ holderKind, holderId }) => [holderKind, ids.includes(holderId)])),
    reservations: sorted(
      reservations.map(({ state, stage, price, depositAsked, extensions, bundleKey }) => ({
        ...{ state, stage, price, depositAsked, extensions },
        isBundle: bundleKey !== '',
      })),
    ),
    parties: sorted(parties.map(({ state, sharePercent, isFirst }) => ({ state, sharePercent, isFirst }))),
    discounts: sorted(discounts.map(({ step, amount }) => ({ step, amount }))),
    /** A lock without a reservation that says the same would be a unit locked by nobody. */
    isConsistent: locks.every((lock) =>
      reservations.some(
        ({ id, unitId, validUntil }) =>
          id === lock.holderId &&
          unitId === lock.lockKey &&
          Date.parse(validUntil ?? '') === Date.parse(lock.heldUntil ?? ''),
      ),
    ),
  };
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
