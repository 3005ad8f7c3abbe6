/** Item 5 of the boards: an admin sees what is set up and what is missing; nobody else is told. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SetupState } from '#domain/system/index.ts';
import type { WorkspaceClient } from '#scripts/shared/workspace-client.ts';
import { checksOf } from '#widgets/system/setup/checks.ts';
import { buildSite, type Ground, openGround } from './ground.ts';

let ground: Ground;
let admin: WorkspaceClient;

beforeAll(async () => {
  ground = await openGround();
  admin = ground.as('Keyturn Administrator');
});
afterAll(() => ground.close());

async function setup(client: WorkspaceClient = admin): Promise<SetupState> {
  const answer = await client.command<SetupState>('system', 'setup', { requestId: randomUUID() });
  if (!answer.ok) throw new Error(answer.message);
  return answer.result;
}

const stateOf = (state: SetupState, key: string) =>
  checksOf(state)
    .flatMap(({ checks }) => checks)
    .find((check) => check.key === key)?.state;

it('a new workspace lacks what is needed to sell', async () => {
  const state = await setup();
  for (const key of ['projects', 'units', 'plans', 'dunning', 'workflows'])
    expect([key, stateOf(state, key)]).toEqual([key, 'MISSING']);
  expect(state.jobs).toEqual([]);
  expect(state.variables).toEqual([
    { name: 'KEYTURN_PAYMENT_SECRET', isSet: true },
    { name: 'KEYTURN_LINK_SECRET', isSet: true },
  ]);
});

it('what is entered counts', async () => {
  await buildSite(ground.client, { units: 7, buyers: 1 });
  const state = await setup();
  expect(state.projects).toHaveLength(1);
  expect(state.counts).toMatchObject({ units: 7, buildings: 1, paymentPlans: 1 });
  for (const key of ['units', 'plans', 'milestones'])
    expect([key, stateOf(state, key)]).toEqual([key, 'DONE']);
  // Letterhead and bank details are nobody's to guess.
  expect(stateOf(state, 'letters')).toBe('MISSING');
});

it('the buttons of the page do what they say', async () => {
  const requestId = () => ({ requestId: randomUUID() });
  expect((await admin.command('ledger', 'set-up-dunning', requestId())).ok).toBe(true);
  expect((await admin.command('system', 'set-up-dashboards', requestId())).ok).toBe(true);
  for (const [room, name, body] of [
    ['handover', 'set-up-inspection-template', {}],
    ['care', 'set-up-warranty', { rules: 'CHINA' }],
    ['care', 'set-up-service-levels', {}],
  ] as const)
    expect([name, (await admin.command(room, name, { ...requestId(), ...body })).ok]).toEqual([name, true]);
  const state = await setup();
  for (const key of ['templates', 'warranty', 'levels', 'links'])
    expect([key, stateOf(state, key)]).toEqual([key, 'DONE']);
  expect(stateOf(state, 'dunning')).toBe('DONE');
  expect(stateOf(state, 'dashboards')).toBe('DONE');
});

it('the sample is asked for in steps, and says how far it is and who buys', async () => {
  const ask = async () => {
    const answer = await admin.command('sample', 'sample-data', { requestId: randomUUID() });
    if (!answer.ok) throw new Error(answer.message);
    return answer.result;
  };
  expect(await ask()).toMatchObject({ state: 'NONE', done: 0, projectId: null });
  const { people } = (await ask()) as { people: { id: string; firstName: string; isThere: boolean }[] };
  expect(people.every(({ isThere }) => !isThere)).toBe(true);
  const loaded = await admin.command('sample', 'load-sample-data', { requestId: randomUUID(), most: 3 });
  expect(loaded).toMatchObject({ ok: true, result: { done: 3, isComplete: false } });
  expect(await ask()).toMatchObject({ state: 'PARTLY', done: 3 });
  const gone = await admin.command('sample', 'remove-sample-data', { requestId: randomUUID() });
  expect(gone.ok).toBe(true);
  expect(await ask()).toMatchObject({ state: 'NONE', done: 0 });
});

it.each(['Keyturn Sales', 'Keyturn Finance', 'Keyturn Sales manager'])('%s is told nothing', async (role) => {
  for (const [room, name] of [
    ['system', 'setup'],
    ['sample', 'sample-data'],
    ['sample', 'load-sample-data'],
    ['sample', 'remove-sample-data'],
    ['system', 'set-up-dashboards'],
  ] as const) {
    const answer = await ground.as(role).command(room, name, { requestId: randomUUID() });
    expect([name, answer.ok ? 'OK' : answer.code]).toEqual([name, 'NO_RIGHT']);
  }
});
