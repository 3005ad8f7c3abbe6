/** Release batches, withdrawing and the unit generator on the road (A003, H2.3): twice, cut off and raced. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reserveUnit } from '#commands/deal/reserve-unit.ts';
import { ALL_COMMANDS } from '#commands/index.ts';
import { generateUnits, previewUnits } from '#commands/inventory/generate-units.ts';
import {
  assignUnitsToBatch,
  closeReleaseBatch,
  openReleaseBatch,
} from '#commands/inventory/release-batches.ts';
import { releaseUnits } from '#commands/inventory/release-units.ts';
import { withdrawUnits } from '#commands/inventory/withdraw-units.ts';
import type { AnyCommand } from '#commands/system/command.ts';
import { checkUnits, resumeCommands } from '#commands/system/jobs.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import type { Fields } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { day } from '../domain/amounts.ts';
import { type Ground, openGround } from './ground.ts';
import { type Desk, eachCrash, inProcess } from './in-process.ts';
import { buildPriceSite, type PriceSite, unitsOf } from './price-site.ts';

let ground: Ground;
let desk: Desk;
let store: Store;

beforeAll(async () => {
  ground = await openGround();
  desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
  store = desk.store;
});
afterAll(() => ground.close());

const LATER = () => new Date(Date.now() + 10 * 60_000);

async function batchSite(
  count = 3,
  unit: (index: number) => Partial<Fields<'unit'>> = () => ({ state: 'PLANNED' }),
) {
  const site = await buildPriceSite(store, count, unit);
  const releaseBatchId = randomUUID();
  const row = { id: releaseBatchId, name: 'First release', projectId: site.projectId };
  await store.write([{ create: 'releaseBatch', row }]);
  if (count > 0) await desk.done(assignUnitsToBatch, { releaseBatchId, unitIds: site.unitIds });
  return { ...site, releaseBatchId };
}

type BatchSite = Awaited<ReturnType<typeof batchSite>>;

async function stateOf(site: PriceSite & { releaseBatchId?: string }) {
  const { batches } = await store.read({
    batches: { object: 'releaseBatch', filter: { projectId: site.projectId } },
  });
  const units = await unitsOf(store, site);
  return {
    units: units.map(({ state, holder, releaseBatchId }) => [state, holder, releaseBatchId !== null]),
    isReleased: units.map(({ releasedAt }) => releasedAt !== null),
    batches: batches.map(({ state, permitNumber, openedAt, closedAt }) => [
      state,
      permitNumber,
      openedAt !== null,
      closedAt !== null,
    ]),
  };
}

const states = async (site: PriceSite) => (await unitsOf(store, site)).map(({ state }) => state);

describe('a release batch', () => {
  it('A003: opened, its units are on sale; closed, those that nobody has are under control again', async () => {
    const site = await batchSite();
    const opened = await desk.done(openReleaseBatch, { releaseBatchId: site.releaseBatchId });
    expect(opened.result).toMatchObject({ released: 3 });
    expect(await states(site)).toEqual(['AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
    await desk.done(reserveUnit, { unitId: site.unitIds[1], buyerName: 'Lin Mei' });
    const closed = await desk.done(closeReleaseBatch, { releaseBatchId: site.releaseBatchId });
    expect(closed.result).toMatchObject({ withdrawn: 2 });
    expect(await states(site)).toEqual(['CONTROLLED', 'LARGE_RESERVED', 'CONTROLLED']);
    await desk.done(openReleaseBatch, { releaseBatchId: site.releaseBatchId });
    expect(await states(site)).toEqual(['AVAILABLE', 'LARGE_RESERVED', 'AVAILABLE']);
  });

  it("D6: the building's permit counts before the project's, and the batch keeps its number", async () => {
    const site = await batchSite();
    const { projects, buildings } = await store.read({
      projects: { object: 'project', filter: { id: site.projectId } },
      buildings: { object: 'building', filter: { id: site.buildingId } },
    });
    const [project, building] = [projects[0], buildings[0]];
    if (project === undefined || building === undefined) throw new Error('no site');
    await store.write([{ change: 'project', record: project, to: { permitRequired: true } }]);
    const { releaseBatchId } = site;
    expect(await desk.refused(openReleaseBatch, { releaseBatchId })).toMatchObject({
      code: 'PERMIT_REQUIRED',
    });
    expect(await desk.refused(releaseUnits, { unitIds: site.unitIds })).toMatchObject({
      code: 'PERMIT_REQUIRED',
    });
    const own = { permitNumber: 'B-7', permitExpiresOn: day('2999-12-31') };
    await store.write([{ change: 'building', record: building, to: own }]);
    await desk.done(openReleaseBatch, { releaseBatchId });
    expect((await stateOf(site)).batches).toEqual([['OPEN', 'B-7', true, false]]);
    await desk.done(reserveUnit, { unitId: site.unitIds[0], buyerName: 'Lin Mei' });
    await store.write([
      { change: 'building', record: building, to: { ...own, permitExpiresOn: day('2020-01-01') } },
    ]);
    const late = await desk.refused(reserveUnit, { unitId: site.unitIds[1], buyerName: 'Chen Wei' });
    expect(late).toMatchObject({ code: 'PERMIT_EXPIRED', permit: 'B-7' });
  });

  it('one unit without a price keeps the whole batch from sale, and is named', async () => {
    const site = await batchSite(3, (index) => ({
      state: 'PLANNED',
      ...(index === 1 && { listPrice: null }),
    }));
    expect(await desk.refused(openReleaseBatch, { releaseBatchId: site.releaseBatchId })).toMatchObject({
      code: 'UNITS_NOT_RELEASABLE',
      count: 1,
      units: [{ unit: `${site.code}-2`, state: 'UNIT_HAS_NO_PRICE' }],
    });
    expect(await states(site)).toEqual(['PLANNED', 'PLANNED', 'PLANNED']);
  });

  it.each<[string, AnyCommand, (site: BatchSite) => Record<string, unknown>, string]>([
    [
      'opening one that is not there',
      openReleaseBatch,
      () => ({ releaseBatchId: randomUUID() }),
      'NOT_FOUND',
    ],
    [
      'closing one that is not there',
      closeReleaseBatch,
      () => ({ releaseBatchId: randomUUID() }),
      'NOT_FOUND',
    ],
    ['closing a draft', closeReleaseBatch, ({ releaseBatchId }) => ({ releaseBatchId }), 'STATE_NOT_ALLOWED'],
    [
      'assigning to one that is not there',
      assignUnitsToBatch,
      ({ unitIds }) => ({ releaseBatchId: randomUUID(), unitIds }),
      'NOT_FOUND',
    ],
    [
      'assigning units that are not there',
      assignUnitsToBatch,
      ({ releaseBatchId }) => ({ releaseBatchId, unitIds: [randomUUID()] }),
      'NOT_FOUND',
    ],
    [
      'withdrawing units that are not there',
      withdrawUnits,
      () => ({ unitIds: [randomUUID()], reason: 'x' }),
      'NOT_FOUND',
    ],
  ])('%s is refused', async (_what, command, input, code) => {
    const site = await batchSite(1);
    const before = await stateOf(site);
    expect(await desk.refused(command, input(site))).toMatchObject({ code });
    expect(await stateOf(site)).toEqual(before);
  });

  it('a batch without units that wait is not opened', async () => {
    const { releaseBatchId } = await batchSite(0);
    expect(await desk.refused(openReleaseBatch, { releaseBatchId })).toMatchObject({
      code: 'RELEASE_BATCH_EMPTY',
    });
  });

  it('units that are taken belong to no other batch', async () => {
    const site = await batchSite(2);
    await desk.done(openReleaseBatch, { releaseBatchId: site.releaseBatchId });
    await desk.done(reserveUnit, { unitId: site.unitIds[0], buyerName: 'Lin Mei' });
    const { releaseBatchId, unitIds } = site;
    expect(await desk.refused(assignUnitsToBatch, { releaseBatchId, unitIds })).toMatchObject({
      code: 'UNITS_NOT_RELEASABLE',
      units: [{ state: 'LARGE_RESERVED' }],
    });
  });

  it('opened by five at the same moment it is opened once', async () => {
    const site = await batchSite();
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => desk.run(openReleaseBatch, { releaseBatchId: site.releaseBatchId })),
    );
    expect(outcomes.filter((one) => !isRefused(one)).length).toBeGreaterThanOrEqual(1);
    expect(await states(site)).toEqual(['AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
  });
});

describe('cut off at any write', () => {
  type Case = {
    what: string;
    command: AnyCommand;
    prepare: (site: BatchSite) => Promise<unknown>;
    input: (site: BatchSite) => Record<string, unknown>;
  };
  const byBatch = ({ releaseBatchId }: BatchSite) => ({ releaseBatchId });
  const open = ({ releaseBatchId }: BatchSite) => desk.done(openReleaseBatch, { releaseBatchId });
  const CASES: Case[] = [
    { what: 'opening', command: openReleaseBatch, prepare: async () => undefined, input: byBatch },
    { what: 'closing', command: closeReleaseBatch, prepare: open, input: byBatch },
    {
      what: 'withdrawing',
      command: withdrawUnits,
      prepare: open,
      input: ({ unitIds }) => ({ unitIds, reason: 'Later' }),
    },
    {
      what: 'releasing',
      command: releaseUnits,
      prepare: async () => undefined,
      input: ({ unitIds }) => ({ unitIds }),
    },
    {
      what: 'assigning',
      command: assignUnitsToBatch,
      prepare: async () => undefined,
      input: ({ releaseBatchId, unitIds }) => ({ releaseBatchId, unitIds }),
    },
    {
      what: 'generating',
      command: generateUnits,
      prepare: async () => undefined,
      input: ({ buildingId }) => ({
        buildingId,
        fromFloor: 1,
        toFloor: 2,
        positions: [{}, {}],
        pattern: 'G{floor}{no}',
      }),
    },
  ];

  it.each(CASES.flatMap((one) => (['AGAIN', 'JOB'] as const).map((way) => ({ ...one, way }))))(
    '$what, then $way: it ends as a clean run',
    async ({ command, prepare, input, way }) => {
      const cleanSite = await batchSite(2);
      await prepare(cleanSite);
      await desk.done(command, input(cleanSite));
      const clean = await stateOf(cleanSite);
      let site: BatchSite;
      let requestId: string;
      await eachCrash(
        async (wrap) => {
          site = await batchSite(2);
          await prepare(site);
          requestId = randomUUID();
          await desk.run(command, input(site), { requestId, wrap });
        },
        async (label) => {
          if (way === 'JOB') await resumeCommands({ store, clock: { now: LATER } }, ALL_COMMANDS);
          const { entries } = await store.read({
            entries: { object: 'auditEntry', filter: { requestKey: requestId } },
          });
          // Without an entry nothing had begun: there is nothing for the job to carry through.
          if (way === 'AGAIN' || entries.length === 0) await desk.done(command, input(site), { requestId });
          expect(await stateOf(site), label).toEqual(clean);
        },
      );
    },
    120_000,
  );
});

describe('withdrawing', () => {
  it('what is reserved stays with its holder and is named', async () => {
    const site = await buildPriceSite(store, 2);
    await desk.done(reserveUnit, { unitId: site.unitIds[0], buyerName: 'Lin Mei' });
    expect(await desk.refused(withdrawUnits, { unitIds: site.unitIds, reason: 'Later' })).toMatchObject({
      code: 'UNITS_NOT_WITHDRAWABLE',
      units: [{ unit: `${site.code}-1`, state: 'LARGE_RESERVED' }],
    });
  });

  it('C3: a unit whose lock stands already, though its state does not show it, is not withdrawn', async () => {
    const site = await buildPriceSite(store, 2);
    const [unitId = ''] = site.unitIds;
    const lock = {
      id: randomUUID(),
      name: 'lock',
      lockKey: unitId,
      unitId,
      holderKind: 'RESERVATION' as const,
    };
    const heldUntil = LATER().toISOString();
    await store.claim('unitLock', [
      { ...lock, holderId: randomUUID(), holderName: 'Lin Mei', heldUntil, requestKey: lock.id },
    ]);
    const { result } = await desk.done(withdrawUnits, { unitIds: site.unitIds, reason: 'Later' });
    expect(result).toMatchObject({ withdrawn: 1, taken: [{ unit: `${site.code}-1`, holder: 'Lin Mei' }] });
    expect(await states(site)).toEqual(['AVAILABLE', 'CONTROLLED']);
  });

  it('racing reservations: a unit is reserved with a lock, or withdrawn without one, never between', async () => {
    await checkUnits({ store, clock: { now: () => new Date() } });
    for (let round = 0; round < 8; round++) {
      const site = await buildPriceSite(store, 10);
      const reserve = (unitId: string) => desk.run(reserveUnit, { unitId, buyerName: 'Lin Mei' });
      const withdraw = desk.run(withdrawUnits, { unitIds: site.unitIds, reason: 'Later' });
      await Promise.all([withdraw, ...site.unitIds.map(reserve)]);
      const { locks } = await store.read({
        locks: { object: 'unitLock', filter: { lockKey: { in: site.unitIds } } },
      });
      const held = new Set(locks.map(({ lockKey }) => lockKey));
      for (const { id, state } of await unitsOf(store, site))
        expect(state).toBe(held.has(id) ? 'LARGE_RESERVED' : 'CONTROLLED');
      // And the nightly check finds nothing to put right.
      const { done } = await checkUnits({ store, clock: { now: () => new Date() } });
      expect(done).toBe(0);
    }
  });

  it('450 units are withdrawn and released again in batches', async () => {
    const site = await buildPriceSite(store, 450);
    await desk.done(withdrawUnits, { unitIds: site.unitIds, reason: 'Later' });
    expect(new Set(await states(site))).toEqual(new Set(['CONTROLLED']));
    await desk.done(releaseUnits, { unitIds: site.unitIds });
    expect(new Set(await states(site))).toEqual(new Set(['AVAILABLE']));
  });
});

describe('the unit generator (H2.3)', () => {
  const input = (buildingId: string) => ({
    buildingId,
    fromFloor: 3,
    toFloor: 6,
    skipFloors: [4],
    positions: [
      { areaSquareMetres: '89.50', orientation: 'south' },
      { areaSquareMetres: '120', percent: '2' },
    ],
    basePricePerSquareMetre: '10000.00',
    floorStep: { percent: '1' },
  });

  it('the preview shows the grid, the highest floor first, and what is there already; nothing is written', async () => {
    const site = await buildPriceSite(store, 1, () => ({ number: '301' }));
    const answer = await previewUnits.answer({ store } as never, input(site.buildingId) as never);
    expect(answer).toMatchObject({ plan: { units: 6, alreadyThere: 1, currency: 'EUR', more: 0 } });
    if (isRefused(answer)) throw new Error('refused');
    expect(answer.plan.floors.map(({ floor }) => floor)).toEqual([6, 5, 3]);
    expect(answer.plan.floors[2]?.units).toEqual([
      { number: '301', price: '895000.00', isThere: true },
      { number: '302', price: '1224000.00', isThere: false },
    ]);
    expect(await unitsOf(store, site)).toHaveLength(1);
  });

  it('makes PLANNED units; again it makes only what is missing', async () => {
    const site = await buildPriceSite(store, 1, () => ({ number: '301', areaSquareMetres: 70 }));
    expect((await desk.done(generateUnits, input(site.buildingId))).result).toMatchObject({
      made: 5,
      alreadyThere: 1,
    });
    expect((await desk.done(generateUnits, input(site.buildingId))).result).toMatchObject({
      made: 0,
      alreadyThere: 6,
    });
    const units = await unitsOf(store, site);
    expect(
      units.map(({ number, floor, areaSquareMetres, state }) => [number, floor, areaSquareMetres, state]),
    ).toEqual([
      ['301', null, 70, 'AVAILABLE'],
      ['302', 3, 120, 'PLANNED'],
      ['501', 5, 89.5, 'PLANNED'],
      ['502', 5, 120, 'PLANNED'],
      ['601', 6, 89.5, 'PLANNED'],
      ['602', 6, 120, 'PLANNED'],
    ]);
  });

  it('made by five at the same moment every unit is there once', async () => {
    const site = await buildPriceSite(store, 0);
    await Promise.all(Array.from({ length: 5 }, () => desk.done(generateUnits, input(site.buildingId))));
    expect((await unitsOf(store, site)).map(({ number }) => number)).toEqual([
      '301',
      '302',
      '501',
      '502',
      '601',
      '602',
    ]);
  });

  it('numbers that deleted units still have are named', async () => {
    const site = await buildPriceSite(store, 1, () => ({ number: '301' }));
    await ground.client.graphql('mutation ($id: UUID!) { deleteKeyturnUnit(id: $id) { id } }', {
      id: site.unitIds[0],
    });
    expect(await desk.refused(generateUnits, input(site.buildingId))).toMatchObject({
      code: 'UNIT_NUMBERS_IN_TRASH',
      numbers: expect.arrayContaining(['301']),
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no such building', { buildingId: randomUUID() }, 'NOT_FOUND'],
    ['no such unit type', { positions: [{ unitTypeId: randomUUID() }] }, 'NOT_FOUND'],
    ['floors the wrong way round', { toFloor: 1 }, 'INVALID_INPUT'],
    ['a pattern that gives a number twice', { pattern: '{no}' }, 'INVALID_INPUT'],
    ['tenths of a cent', { floorStep: { amount: '0.001' } }, 'INVALID_INPUT'],
  ])('%s is refused', async (_what, changes, code) => {
    const site = await buildPriceSite(store, 0);
    expect(await desk.refused(generateUnits, { ...input(site.buildingId), ...changes })).toMatchObject({
      code,
    });
    expect(await unitsOf(store, site)).toEqual([]);
  });
});
