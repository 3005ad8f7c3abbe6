/**
 * Changes: everything that hangs on the sample's project and plans is deleted for good, what hangs on others first.
 * Guard: only records reached from the sample's own ids; refused while a deal of somebody who is no buyer of the
 * sample hangs on it. After a crash: some are gone; the same request, or the repair job, deletes the rest.
 */
import * as z from 'zod/mini';
import { refuse } from '#domain/shared/refusal.ts';
import type { ObjectName, RecordOf } from '#port/records.ts';
import type { AnyRead, Store } from '#port/store.ts';
import { usualLevelRows } from '../care/set-up-service-levels.ts';
import type { Answered } from './carry-out.ts';
import type { Command } from './command.ts';
import { requestId } from './input.ts';
import { LEVELS_STEP } from './sample-service.ts';
import { SAMPLE_BUILDINGS, sampleId } from './sample-site.ts';
import { LOAD, REMOVE, readSample, type SampleState } from './sample-state.ts';

const schema = z.object({ requestId });

type Input = z.infer<typeof schema>;
/** Ids by object of what the rest hangs on. */
type Roots = {
  units: string[];
  reservations: string[];
  contracts: string[];
  templates: string[];
  state: SampleState;
};

export const removeSampleData: Command<Input, Roots, Roots, { records: number }> = {
  name: REMOVE,
  room: 'system',
  title: 'Remove sample data',
  right: 'administer',
  schema,
  subject: () => ({ kind: 'project', id: '' }),

  async load({ store }) {
    // What goes on being loaded, be it by the repair job, would be there again.
    const { loading } = await store.read({
      loading: { object: 'auditEntry', filter: { command: LOAD, outcome: 'STARTED' }, limit: 1 },
    });
    if (loading.length > 0) return refuse({ code: 'BUSY', what: 'the sample' });
    // What is not there yet needs no day.
    const state = await readSample(store, new Date(0), {});
    const deals = await readDeals(store, state);
    const strangers = strangersIn(state, deals);
    if (strangers.length > 0) return refuse({ code: 'SAMPLE_IN_USE', deals: strangers.slice(0, 5) });
    const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id);
    return {
      plan: {
        units: ids(deals.units),
        reservations: ids(deals.reservations),
        contracts: ids(deals.contracts),
        templates: ids(deals.templates),
        state,
      },
    };
  },

  decide: (_run, _input, roots) => ({ plan: roots }),

  async apply(run, _input, _snapshot, roots) {
    let records = 0;
    for (const { object, filter } of inOrder(roots)) records += await destroyAll(run.store, object, filter);
    const levels = await unusedLevels(run.store, roots.state);
    records += await destroyAll(run.store, 'serviceLevel', { id: { in: levels } });
    const answer = { records };
    const message =
      records === 0 ? 'There is no sample to remove.' : `The sample is gone: ${records} records.`;
    return { plan: { answer, message, after: answer } };
  },
};

type Deals = {
  units: RecordOf<'unit'>[];
  reservations: RecordOf<'reservation'>[];
  contracts: RecordOf<'contract'>[];
  holds: RecordOf<'unitHold'>[];
  byPlan: RecordOf<'contract'>[];
  templates: RecordOf<'inspectionTemplate'>[];
  /** Of the sample's buyers, wherever. */
  reservedBy: RecordOf<'reservation'>[];
  signedBy: RecordOf<'contract'>[];
};

async function readDeals(store: Store, { site, people }: SampleState): Promise<Deals> {
  const id = (...parts: string[]) => sampleId(site.generation, ...parts);
  const buyerId = { in: [...people] };
  const { units, byPlan, reservedBy, templates } = await store.read({
    units: { object: 'unit', filter: { projectId: id('project') } },
    templates: { object: 'inspectionTemplate', filter: { projectId: id('project') } },
    reservedBy: { object: 'reservation', filter: { buyerId } },
    byPlan: {
      object: 'contract',
      filter: { paymentPlanId: { in: [id('plan', 'stages'), id('plan', 'full')] } },
    },
  });
  const unitId = { in: units.map((unit) => unit.id) };
  const { reservations, contracts, holds, signedBy } = await store.read({
    signedBy: { object: 'contract', filter: { buyerId } },
    reservations: { object: 'reservation', filter: { unitId } },
    contracts: { object: 'contract', filter: { unitId } },
    holds: { object: 'unitHold', filter: { unitId, kind: { in: ['SALES', 'VIP'] } } },
  });
  return { units, reservations, contracts, holds, byPlan, templates, reservedBy, signedBy };
}

/**
 * Deals that are no play: not made by the sample's own steps, and not for one of its buyers either; and deals of
 * another project with its plans or buyers.
 */
function strangersIn({ entries, people }: SampleState, deals: Deals): string[] {
  const made = new Set([...entries.values()].flatMap(({ answer }) => idsIn(answer)));
  const sampleReservations = new Set(
    deals.reservations
      .filter(({ id, buyerId }) => made.has(id) || people.has(buyerId ?? ''))
      .map(({ id }) => id),
  );
  const reservations = deals.reservations.filter(({ id }) => !sampleReservations.has(id));
  const contracts = deals.contracts.filter(
    ({ id, buyerId, reservationId }) =>
      !made.has(id) && !people.has(buyerId ?? '') && !sampleReservations.has(reservationId ?? ''),
  );
  const holds = deals.holds.filter(
    ({ id, buyerId, state }) => !made.has(id) && !people.has(buyerId ?? '') && state === 'ACTIVE',
  );
  const units = new Set(deals.units.map(({ id }) => id));
  const onTheSide = [...deals.byPlan, ...deals.reservedBy, ...deals.signedBy];
  const elsewhere = onTheSide.filter(({ unitId }) => !units.has(unitId ?? ''));
  return [...reservations, ...contracts, ...holds, ...elsewhere].map(({ name }) => name);
}

function idsIn(answer: unknown): string[] {
  const { result = {} } = (answer ?? {}) as { result?: Record<string, unknown> };
  return Object.values(result).filter((value): value is string => typeof value === 'string');
}

/** Of each object what hangs on the roots, those first that hang on others. */
function inOrder({
  units,
  reservations,
  contracts,
  templates,
  state,
}: Roots): { object: ObjectName; filter: object }[] {
  const id = (...parts: string[]) => sampleId(state.site.generation, ...parts);
  const buildings = Object.keys(SAMPLE_BUILDINGS).map((key) => id('building', key));
  const plans = [id('plan', 'stages'), id('plan', 'full')];
  const of = (field: string, ids: readonly string[]) => (object: ObjectName) => ({
    object,
    filter: { [field]: { in: ids } },
  });
  const ofContract = of('contractId', contracts);
  const ofReservation = of('reservationId', reservations);
  const ofUnit = of('unitId', units);
  const ofProject = of('projectId', [id('project')]);
  return [
    ...(['snag', 'keySet', 'inspection'] as const).map(ofUnit),
    ...(['serviceTicket', 'warrantyTerm'] as const).map(ofProject),
    ...(
      [
        'titleCase',
        'changeAnswer',
        'allocation',
        'adjustment',
        'lateFeeEntry',
        'refund',
        'areaSettlement',
        'mortgageCase',
        'dunningNotice',
        'paymentPromise',
        'commission',
        'paymentRequest',
        'handover',
        'contractChange',
        'approval',
        'party',
        'receipt',
        'installment',
      ] as const
    ).map(ofContract),
    ...(['discountLine', 'party', 'approval', 'refund', 'receipt', 'queueTicket'] as const).map(
      ofReservation,
    ),
    of('id', contracts)('contract'),
    of('id', reservations)('reservation'),
    ...(['unitHold', 'unitLock', 'priceSchemeItem'] as const).map(ofUnit),
    of('id', units)('unit'),
    of('templateId', templates)('inspectionItem'),
    of('buildingId', buildings)('milestone'),
    of('commissionPlanId', [id('commission plan')])('commissionTier'),
    of('paymentPlanId', plans)('paymentPlanLine'),
    ...(
      [
        'inspectionTemplate',
        'handoverBatch',
        'engineeringChange',
        'salesFigure',
        'priceScheme',
        'releaseBatch',
        'discountRule',
        'dunningStep',
        'calendarDay',
        'commissionPlan',
        'unitType',
        'building',
      ] as const
    ).map(ofProject),
    of('id', plans)('paymentPlan'),
    of('id', [id('project')])('project'),
  ];
}

/**
 * The usual service levels, where the sample has set them up and nobody works with them: no ticket of others is
 * there, and they are as they were made.
 */
async function unusedLevels(store: Store, { site, entries }: SampleState): Promise<string[]> {
  const entry = entries.get(sampleId(site.generation, 'step', LEVELS_STEP));
  const { result } = (entry?.answer ?? {}) as Partial<Answered>;
  if (Number(result?.levels ?? 0) === 0) return [];
  const { tickets, levels } = await store.read({
    tickets: { object: 'serviceTicket', filter: {}, limit: 1 },
    levels: { object: 'serviceLevel', filter: {} },
  });
  if (tickets.length > 0) return [];
  const made = new Map(usualLevelRows(null).map((row) => [row.id, row]));
  const isAsMade = (level: RecordOf<'serviceLevel'>) => {
    const row = made.get(level.id);
    const names = row === undefined ? [] : (Object.keys(row) as (keyof typeof row)[]);
    return row !== undefined && names.every((name) => (level[name] ?? null) === (row[name] ?? null));
  };
  return levels.filter(isAsMade).map(({ id }) => id);
}

/** Page by page, because a request deletes no more than a page. */
async function destroyAll(store: Store, object: ObjectName, filter: object): Promise<number> {
  const [ids] = Object.values(filter) as { in: readonly string[] }[];
  if (ids === undefined || ids.in.length === 0) return 0;
  let count = 0;
  for (;;) {
    const { found } = await store.read({ found: { object, filter, limit: 100 } as AnyRead });
    if (found.length === 0) return count;
    await store.destroyWhere(object, { id: { in: found.map((record) => record.id) } });
    count += found.length;
  }
}
