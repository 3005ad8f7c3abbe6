/** Item 5 of the boards: a sample that comes by the commands, step by step, and goes without a trace. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reserveUnit } from '#commands/deal/reserve-unit.ts';
import { ALL_COMMANDS } from '#commands/index.ts';
import { resumeCommands } from '#commands/system/jobs.ts';
import { loadSampleData } from '#commands/system/load-sample-data.ts';
import { removeSampleData } from '#commands/system/remove-sample-data.ts';
import { sampleSteps } from '#commands/system/sample-script.ts';
import { listPriceOf, SAMPLE_UNIT_COUNT, type SampleSite } from '#commands/system/sample-site.ts';
import { readSample } from '#commands/system/sample-state.ts';
import type { ObjectName } from '#port/records.ts';
import { type Ground, openGround } from './ground.ts';
import { type Desk, Died, dieAt, inProcess } from './in-process.ts';

let ground: Ground;
let desk: Desk;

beforeAll(async () => {
  ground = await openGround();
  desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
});
afterAll(() => ground.close());

const COUNTED = [
  'project',
  'building',
  'unit',
  'milestone',
  'paymentPlan',
  'paymentPlanLine',
  'unitLock',
  'unitHold',
  'reservation',
  'contract',
  'party',
  'installment',
  'receipt',
  'allocation',
  'mortgageCase',
  'commission',
  'paymentPromise',
  'handover',
  'handoverBatch',
  'inspectionTemplate',
  'inspectionItem',
  'inspection',
  'snag',
  'keySet',
  'titleCase',
  'engineeringChange',
  'changeAnswer',
  'warrantyTerm',
  'serviceLevel',
  'serviceTicket',
  'calendarDay',
] as const satisfies readonly ObjectName[];

const AT_ONCE = 15;

async function counts(): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  // Twenty answers no more questions than these at a time.
  for (let at = 0; at < COUNTED.length; at += AT_ONCE) {
    const some = COUNTED.slice(at, at + AT_ONCE);
    const queries = Object.fromEntries(some.map((object) => [object, { object, filter: {} }]));
    const found = await desk.store.read(queries as never);
    for (const [name, rows] of Object.entries(found)) counted[name] = (rows as unknown[]).length;
  }
  return counted;
}

/** What people see of the sample, by names: ids differ between loadings. */
async function picture() {
  const { units, contracts, receipts } = await desk.store.read({
    units: { object: 'unit', filter: {} },
    contracts: { object: 'contract', filter: {} },
    receipts: { object: 'receipt', filter: {} },
  });
  return {
    units: units.map(({ name, state, listPrice }) => `${name} ${state} ${listPrice?.minor}`).sort(),
    contracts: contracts
      .map(({ name, state, price, paid }) => `${name} ${state} ${price?.minor} ${paid?.minor}`)
      .sort(),
    receipts: receipts.map(({ amount, state }) => `${amount?.minor} ${state}`).sort(),
  };
}

async function loadAll(): Promise<number> {
  for (let calls = 1; calls < 100; calls++) {
    const { result } = await desk.done(loadSampleData, { most: 10 });
    if (result.isComplete === true) return calls;
  }
  throw new Error('the sample is never complete');
}

/** Thousands of requests on a machine that may have other work. */
describe('the sample', { timeout: 300_000 }, () => {
  let clean: Record<string, number>;
  let shown: Awaited<ReturnType<typeof picture>>;

  it('comes step by step and is a development with every state', async () => {
    const first = await desk.done(loadSampleData, { most: 5 });
    expect(first.result).toMatchObject({ done: 5, isComplete: false });
    await loadAll();
    clean = await counts();
    shown = await picture();
    expect(clean).toMatchObject({
      project: 1,
      building: 2,
      unit: SAMPLE_UNIT_COUNT,
      contract: 15,
      handover: 11,
    });
    const { units } = await desk.store.read({ units: { object: 'unit', filter: {} } });
    expect(new Set(units.map(({ state }) => state))).toEqual(
      new Set([
        'AVAILABLE',
        'CONTROLLED',
        'HELD',
        'SMALL_RESERVED',
        'LARGE_RESERVED',
        'CONTRACTED',
        'HANDED_OVER',
        'TITLED',
        'FROZEN',
      ]),
    );
    const { site } = await readSample(desk.store, new Date(), {});
    const one = units.find(({ number, name }) => number === '304' && name.includes('SA'));
    expect(one?.listPrice?.minor).toBe(BigInt(listPriceOf(site, 'A', '304') * 100));
  });

  it('is there once, however often it is asked for', async () => {
    expect(await loadAll()).toBe(1);
    expect(await counts()).toEqual(clean);
    expect(await picture()).toEqual(shown);
  });

  it('stays while a deal of a stranger hangs on it, and goes with those of its own buyers', async () => {
    const { free } = await desk.store.read({
      free: { object: 'unit', filter: { state: 'AVAILABLE' }, limit: 1 },
    });
    const unitId = free[0]?.id ?? '';
    const stranger = await desk.done(reserveUnit, { unitId, buyerName: 'A real buyer' });
    expect(await desk.refused(removeSampleData, {})).toMatchObject({
      code: 'SAMPLE_IN_USE',
      deals: [expect.stringContaining('A real buyer')],
    });
    expect((await counts()).unit).toBe(SAMPLE_UNIT_COUNT);
    await desk.store.destroyWhere('party', { id: { in: await partiesOf(stranger.result.reservationId) } });
    await desk.store.destroyWhere('unitLock', { id: { in: await locksOf(unitId) } });
    await desk.store.destroyWhere('reservation', { id: String(stranger.result.reservationId) });
  });

  it('goes without a trace, and what is no sample stays', async () => {
    const own = await create('KeyturnProject', {
      name: 'Real',
      code: 'REAL',
      currencyCode: 'EUR',
      timeZone: 'UTC',
    });
    const gone = await desk.done(removeSampleData, {});
    expect(Number(gone.result.records)).toBeGreaterThan(200);
    expect(await counts()).toEqual({ ...Object.fromEntries(COUNTED.map((name) => [name, 0])), project: 1 });
    const { left } = await desk.store.read({ left: { object: 'project', filter: {} } });
    expect(left.map(({ id }) => id)).toEqual([own]);
    await desk.store.destroyWhere('project', { id: own });
    expect((await desk.done(removeSampleData, {})).result).toEqual({ records: 0 });
  });

  it('killed at any time it ends the same: asked again, or taken over by the repair job', async () => {
    for (const [write, fault] of [
      [1, 'AFTER'],
      [3, 'BEFORE'],
      [9, 'AFTER'],
      [14, 'BEFORE'],
      [40, 'AFTER'],
      [67, 'BEFORE'],
      [90, 'AFTER'],
      [130, 'BEFORE'],
    ] as const) {
      const death = dieAt(write, fault);
      const killed = desk.run(loadSampleData, { most: 200 }, { requestId: randomUUID(), wrap: death.wrap });
      await expect(killed).rejects.toThrow(Died);
    }
    const clock = { now: () => new Date(Date.now() + 10 * 60_000) };
    const report = await resumeCommands({ store: desk.store, clock }, ALL_COMMANDS);
    expect(report.failed).toEqual([]);
    await loadAll();
    expect(await counts()).toEqual(clean);
    expect(await picture()).toEqual(shown);
  });

  it('a removal that was killed is carried through, and the sample may come again', async () => {
    for (const [write, fault] of [
      [2, 'AFTER'],
      [5, 'BEFORE'],
      [12, 'AFTER'],
    ] as const) {
      const death = dieAt(write, fault);
      const killed = desk.run(removeSampleData, {}, { requestId: randomUUID(), wrap: death.wrap });
      await expect(killed).rejects.toThrow(Died);
      expect(await desk.refused(loadSampleData, {})).toMatchObject({ code: 'BUSY' });
    }
    const clock = { now: () => new Date(Date.now() + 10 * 60_000) };
    await resumeCommands({ store: desk.store, clock }, ALL_COMMANDS);
    expect(await counts()).toEqual(Object.fromEntries(COUNTED.map((name) => [name, 0])));
    await loadAll();
    expect(await counts()).toEqual(clean);
  });
});

it.each(['EUR', 'CNY', 'JPY', 'AED'])(
  'in %s every payment is a whole amount of its smallest coin',
  (currency) => {
    const site: SampleSite = {
      generation: 0,
      base: new Date('2025-06-01T08:00:00Z'),
      currency,
      timeZone: 'UTC',
    };
    const known = { answerOf: () => ({}), idOf: () => '', memberId: null, isThere: () => true };
    const amounts = sampleSteps(site).flatMap(({ input }) => {
      const { amount, amountAsked } = input(known) as { amount?: string; amountAsked?: string };
      return [amount, amountAsked].flatMap((one) => one ?? []);
    });
    expect(amounts.length).toBeGreaterThan(30);
    for (const amount of amounts) expect(amount).toMatch(currency === 'JPY' ? /^\d+$/ : /^\d+(\.\d{1,2})?$/);
  },
);

async function partiesOf(reservationId: unknown): Promise<string[]> {
  const filter = { reservationId: String(reservationId) };
  const { found } = await desk.store.read({ found: { object: 'party', filter } });
  return found.map(({ id }) => id);
}

async function locksOf(unitId: string): Promise<string[]> {
  const { found } = await desk.store.read({ found: { object: 'unitLock', filter: { unitId } } });
  return found.map(({ id }) => id);
}

async function create(type: string, data: Record<string, unknown>): Promise<string> {
  const id = randomUUID();
  await ground.client.graphql(`mutation ($data: ${type}CreateInput!) { create${type}(data: $data) { id } }`, {
    data: { id, ...data },
  });
  return id;
}
