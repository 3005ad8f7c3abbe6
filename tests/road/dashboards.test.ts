/** Item 4 of the boards: real dashboards are there after an installation, and an admin's hand is respected. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { setUpDashboards } from '#commands/system/set-up-dashboards.ts';
import { DASHBOARD_KEYS } from '#domain/system/index.ts';
import { type Ground, openGround } from './ground.ts';
import { type Desk, Died, dieAt, inProcess } from './in-process.ts';

let ground: Ground;
let desk: Desk;

beforeAll(async () => {
  ground = await openGround();
  desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
});
afterAll(() => ground.close());

type Told = { key: string; title: string; outcome: string };

async function setUp(input: Record<string, unknown> = {}) {
  const { result } = await desk.done(setUpDashboards, input);
  return new Map((result.dashboards as Told[]).map((told) => [told.key, told]));
}

const all = async () => {
  const { found } = await desk.store.read({ found: { object: 'dashboard', filter: {} } });
  return found;
};

/** As if nothing had ever been made. Keyturn itself may delete no dashboard. */
async function forget(): Promise<void> {
  const destroy = (plural: string, type: string, ids: string[]) =>
    ground.client.graphql(
      `mutation ($filter: ${type}FilterInput!) { destroy${plural}(filter: $filter) { id } }`,
      {
        filter: { id: { in: ids } },
      },
    );
  const { told } = await desk.store.read({
    told: { object: 'auditEntry', filter: { command: 'set-up-dashboards' } },
  });
  const made = (await all()).map(({ id }) => id);
  if (made.length > 0) await destroy('Dashboards', 'Dashboard', made);
  if (told.length > 0) await desk.store.destroyWhere('auditEntry', { id: { in: told.map(({ id }) => id) } });
}

const change = (name: string, id: string, more = '') =>
  ground.client.graphql(`mutation ($id: UUID!) { ${name}(id: $id${more}) { id } }`, { id });

it('the installation itself makes one dashboard for each layout', async () => {
  await vi.waitFor(async () => expect(await all()).toHaveLength(DASHBOARD_KEYS.length), {
    timeout: 30_000,
    interval: 200,
  });
  const layouts = [...(await desk.store.pageLayouts()).values()];
  expect((await all()).map(({ pageLayoutId }) => pageLayoutId).sort()).toEqual([...layouts].sort());
});

it('makes what is missing, and nothing the second time', async () => {
  await forget();
  const first = await setUp();
  expect([...first.values()].map(({ outcome }) => outcome)).toEqual(DASHBOARD_KEYS.map(() => 'MADE'));
  const made = await all();
  const second = await setUp();
  expect([...second.values()].map(({ outcome }) => outcome)).toEqual(DASHBOARD_KEYS.map(() => 'THERE'));
  expect(await all()).toEqual(made);
});

it.each([
  [1, 'AFTER'],
  [4, 'BEFORE'],
  [4, 'AFTER'],
  [9, 'BEFORE'],
  [10, 'BEFORE'],
] as const)('killed at its write %i (%s), the same request finishes it', async (write, fault) => {
  await forget();
  const requestId = randomUUID();
  const death = dieAt(write, fault);
  await expect(desk.run(setUpDashboards, {}, { requestId, wrap: death.wrap })).rejects.toThrow(Died);
  await desk.done(setUpDashboards, {}, { requestId });
  expect(await all()).toHaveLength(DASHBOARD_KEYS.length);
  expect([...(await setUp()).values()].every(({ outcome }) => outcome === 'THERE')).toBe(true);
});

it('two at once make each dashboard once', async () => {
  await Promise.all([setUp(), setUp()]);
  expect(await all()).toHaveLength(DASHBOARD_KEYS.length);
});

it('what an admin has renamed keeps its name, and what an admin has deleted stays away until asked for', async () => {
  const made = await all();
  const idOf = (title: string) => made.find((one) => one.title === title)?.id ?? '';
  await change('updateDashboard', idOf('Keyturn: Team'), ', data: { title: "Our people" }');
  await change('deleteDashboard', idOf('Keyturn: Funnel'));
  await change('destroyDashboard', idOf('Keyturn: Mortgage'));
  const told = await setUp();
  expect(told.get('team')).toMatchObject({ outcome: 'RENAMED', title: 'Our people' });
  expect(told.get('funnel')?.outcome).toBe('DELETED');
  expect(told.get('mortgage')?.outcome).toBe('DELETED');
  expect(await all()).toHaveLength(DASHBOARD_KEYS.length - 2);
  const again = await setUp({ again: ['funnel'] });
  expect(again.get('funnel')?.outcome).toBe('MADE');
  expect(again.get('mortgage')?.outcome).toBe('DELETED');
  expect(await all()).toHaveLength(DASHBOARD_KEYS.length - 1);
});

it('a dashboard whose layout went with a former installation shows the one of now', async () => {
  const [first] = await all();
  if (first === undefined) throw new Error('there is a dashboard');
  await change(
    'updateDashboard',
    first.id,
    ', data: { pageLayoutId: "0c8a3f5e-52a1-4a3e-9f6e-0d9b6c1a7e11" }',
  );
  const told = await setUp();
  expect([...told.values()].filter(({ outcome }) => outcome === 'LINKED')).toHaveLength(1);
  const now = (await all()).find(({ id }) => id === first.id);
  expect(now?.pageLayoutId).toBe(first.pageLayoutId);
});
