/**
 * What the installer relies on in Twenty's workflows: against the stand-in always, and against a real server
 * with Keyturn installed when KEYTURN_TWENTY_URL, _API_KEY and _USER_TOKEN (of an admin) are set. Where they
 * differ, the stand-in is wrong.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type WorkflowEngine, WorkflowsForbidden } from '#port/workflow-engine.ts';
import { ADMIN, API_KEY, SmallWorkflows, URL_OF_WORKFLOWS } from '#tests/workflows/small-workflows.ts';
import { dataOrThrow, twentyClient } from '#twenty/client.ts';
import { twentyWorkflows } from '#twenty/workflows/engine.ts';
import { actionsOf, contentOf } from '#workflows/installer/content.ts';
import { actionIdsOf, fingerprintOf, fingerprintOfContent } from '#workflows/installer/fingerprint.ts';
import { NATIVE_WORKFLOWS } from '#workflows/native/index.ts';

const small = new SmallWorkflows('records');
const { KEYTURN_TWENTY_URL, KEYTURN_TWENTY_API_KEY, KEYTURN_TWENTY_USER_TOKEN } = process.env;
const isReal = KEYTURN_TWENTY_URL && KEYTURN_TWENTY_API_KEY && KEYTURN_TWENTY_USER_TOKEN;
const TARGETS = [
  { name: 'stand-in', url: URL_OF_WORKFLOWS, key: API_KEY, admin: ADMIN },
  ...(isReal
    ? [
        {
          name: 'real',
          url: KEYTURN_TWENTY_URL,
          key: KEYTURN_TWENTY_API_KEY,
          admin: KEYTURN_TWENTY_USER_TOKEN,
        },
      ]
    : []),
];

beforeAll(() => {
  small.server.listen({ onUnhandledRequest: 'bypass' });
  small.installActions(NATIVE_WORKFLOWS.flatMap(actionsOf).map(({ action }) => action));
});
afterAll(() => small.server.close());

describe.each(TARGETS)('workflows of the $name server', ({ name, url, key, admin }) => {
  const made: string[] = [];
  const label = `contract ${randomUUID()}`;
  let engine: WorkflowEngine;
  let actions: ReadonlyMap<string, string>;

  beforeAll(async () => {
    engine = await twentyWorkflows(twentyClient(url, admin));
    actions = await engine.actionIds();
  });
  afterAll(async () => {
    if (name !== 'real') return;
    for (const id of made) {
      const document = 'mutation ($id: UUID!) { destroyWorkflow(id: $id) { id } }';
      dataOrThrow(await twentyClient(url, admin).graphql(document, { id }));
    }
  });

  const create = async (id: string = randomUUID()) => {
    const created = await engine.create(id, label);
    if (created !== null) made.push(created);
    return created;
  };
  const read = async (id: string) => {
    const found = await engine.workflow(id);
    if (found === null) throw new Error('it is gone');
    return found;
  };
  const versionIn = async (id: string, status: string) => {
    const version = (await read(id)).versions.find((one) => one.status === status);
    if (version === undefined) throw new Error(`no version is ${status}`);
    return version;
  };

  it('tells whoever is no person the actions, and lets them change nothing', async () => {
    const machine = await twentyWorkflows(twentyClient(url, key));
    const id = (await create()) ?? '';
    const draft = await versionIn(id, 'DRAFT');
    expect((await machine.actionIds()).size).toBeGreaterThan(5);
    expect(await machine.workflow(id)).toMatchObject({ name: label });
    await expect(machine.activate(draft.id)).rejects.toThrow(WorkflowsForbidden);
  });

  it('takes the id that it is given, once, with an empty draft', async () => {
    const id = randomUUID();
    expect(await create(id)).toBe(id);
    expect(await create(id)).toBeNull();
    expect((await read(id)).versions).toMatchObject([{ status: 'DRAFT', trigger: null, steps: [] }]);
    expect((await engine.named(label)).map((one) => one.id)).toContain(id);
    expect(await engine.workflow(randomUUID())).toBeNull();
  });

  it.each(NATIVE_WORKFLOWS)(
    '$key reads back as it was built, built twice too, and as a copy',
    async (one) => {
      const id = (await create()) ?? '';
      const content = contentOf(one, id, 'en', actions);
      const wanted = fingerprintOfContent(content);
      for (let times = 0; times < 2; times++) await engine.build(await versionIn(id, 'DRAFT'), content);
      const built = await versionIn(id, 'DRAFT');
      expect(fingerprintOf(built)).toBe(wanted);
      expect(actionIdsOf(built)).toEqual(actionsOf(one).map(({ action }) => actions.get(action)));
      // Nothing of it ever runs by itself: what is switched on is switched off by being destroyed.
      await engine.activate(built.id);
      expect(fingerprintOf(await versionIn(id, 'ACTIVE'))).toBe(wanted);
      const copy = await engine.draftOf(id, built.id);
      expect(fingerprintOf(await versionIn(id, 'DRAFT'))).toBe(wanted);
      await engine.activate(copy);
      expect((await read(id)).versions.map(({ status }) => status).sort()).toEqual(['ACTIVE', 'ARCHIVED']);
      await expect(engine.activate(built.id)).rejects.toThrow('Cannot activate');
    },
  );
});
