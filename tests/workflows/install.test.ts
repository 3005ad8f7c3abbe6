import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { type WorkflowEngine, WorkflowsForbidden } from '#port/workflow-engine.ts';
import { type Ground, openGround } from '#tests/road/ground.ts';
import { Died } from '#tests/road/in-process.ts';
import { twentyClient } from '#twenty/client.ts';
import { twentyStore } from '#twenty/store.ts';
import { twentyWorkflows } from '#twenty/workflows/engine.ts';
import type { Language, NativeWorkflow } from '#workflows/definition.ts';
import { actionsOf } from '#workflows/installer/content.ts';
import { installWorkflow, type Report } from '#workflows/installer/install.ts';
import { NATIVE_WORKFLOWS } from '#workflows/native/index.ts';
import { ADMIN, API_KEY, MEMBER, SmallWorkflows, URL_OF_WORKFLOWS } from './small-workflows.ts';

const START = Date.parse('2026-03-02T09:00:00Z');
const MINUTES = 60_000;
const [FIRST] = NATIVE_WORKFLOWS as [NativeWorkflow];
const ACTIONS = new Set(NATIVE_WORKFLOWS.flatMap(actionsOf).map(({ action }) => action));

let ground: Ground;
let store: Store;
let minutes = 0;

beforeAll(async () => {
  ground = await openGround();
  store = twentyStore(twentyClient(ground.workspace.url, ground.workspace.applicationToken));
});
afterAll(() => ground.close());

/** Counts every change, of the record and of the workflow alike, and dies at the n-th. */
async function mortal(at: number, fault: 'BEFORE' | 'AFTER') {
  let changes = 0;
  let isDead = false;
  const strike = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isDead) throw new Died();
    changes++;
    if (changes < at) return work();
    isDead = true;
    if (fault === 'AFTER') await work();
    throw new Died();
  };
  const client = twentyClient(URL_OF_WORKFLOWS, ADMIN);
  return {
    hasDied: () => isDead,
    store: {
      ...store,
      claim: (object, rows) => strike(() => store.claim(object, rows)),
      changeWhere: (object, filter, to) => strike(() => store.changeWhere(object, filter, to)),
      write: (writes) => strike(() => store.write(writes)),
    } satisfies Store as Store,
    engine: await twentyWorkflows({
      ...client,
      graphql: (document, variables) =>
        document.startsWith('mutation')
          ? strike(() => client.graphql(document, variables))
          : client.graphql(document, variables),
    }),
  };
}

describe.each(['records', 'core'] as const)('on a server that keeps workflows as %s', (generation) => {
  const twenty = new SmallWorkflows(generation);
  beforeAll(() => twenty.server.listen({ onUnhandledRequest: 'bypass' }));
  afterAll(() => twenty.server.close());
  beforeEach(async () => {
    twenty.clear();
    twenty.installActions(ACTIONS);
    await forget();
    minutes = 0;
  });

  const engineOf = (token = ADMIN) => twentyWorkflows(twentyClient(URL_OF_WORKFLOWS, token));

  async function forget() {
    const { all } = await store.read({ all: { object: 'workflowInstall', filter: {} } });
    if (all.length > 0) await store.destroyWhere('workflowInstall', { id: { in: all.map(({ id }) => id) } });
  }

  async function recordOf({ key }: NativeWorkflow): Promise<RecordOf<'workflowInstall'>> {
    const { found } = await store.read({
      found: { object: 'workflowInstall', filter: { workflowKey: key } },
    });
    const [record] = found;
    if (record === undefined) throw new Error(`no record of ${key}`);
    return record;
  }

  type Options = {
    again?: boolean;
    language?: Language;
    token?: string;
    store?: Store;
    engine?: WorkflowEngine;
  };

  async function install(workflow: NativeWorkflow, options: Options = {}): Promise<Report> {
    // Whoever was cut off is waited for.
    minutes += 5;
    const now = new Date(START + minutes * MINUTES);
    return installWorkflow(
      {
        store: options.store ?? store,
        engine: options.engine ?? (await engineOf(options.token)),
        clock: { now: () => now },
        by: 'Ada Admin',
        language: options.language ?? 'en',
        isAskedAgain: options.again ?? false,
      },
      workflow,
    );
  }

  /** What runs now, without ids: equal for equal ends. */
  function running() {
    return twenty.living().map(({ id, name }) => {
      const { trigger, steps } = twenty.active(id);
      return {
        name,
        trigger: { ...trigger?.settings, next: trigger?.nextStepIds.length },
        steps: steps?.map((step) => ({ name: step.name, type: step.type, links: step.nextStepIds?.length })),
        drafts: twenty.versionsOf(id).filter(({ status }) => status === 'DRAFT').length,
      };
    });
  }

  it('each of them is installed, whole and switched on', async () => {
    for (const workflow of NATIVE_WORKFLOWS) {
      const report = await install(workflow);
      expect(report).toMatchObject({ key: workflow.key, outcome: 'INSTALLED', name: workflow.name.en });
      const { trigger, steps } = twenty.active((await recordOf(workflow)).workflowId);
      expect(steps?.map(({ name }) => name)).toEqual(workflow.steps.map(({ name }) => name.en));
      expect(trigger?.nextStepIds).toEqual([steps?.[0]?.id]);
      expect(steps?.map(({ nextStepIds }) => nextStepIds)).toEqual(
        workflow.steps.map((_, index) => (steps?.[index + 1] ? [steps[index + 1]?.id] : [])),
      );
    }
    expect(twenty.living()).toHaveLength(NATIVE_WORKFLOWS.length);
  });

  it('installed again nothing is doubled and nothing is changed', async () => {
    await install(FIRST);
    const before = running();
    const versions = twenty.versions.size;
    expect(await install(FIRST)).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await install(FIRST, { language: 'zh-CN' })).toMatchObject({ outcome: 'UNCHANGED' });
    expect(running()).toEqual(before);
    expect(twenty.versions.size).toBe(versions);
  });

  it('its words are those of the admin who installs', async () => {
    const report = await install(FIRST, { language: 'zh-CN' });
    expect(report).toMatchObject({ name: FIRST.name['zh-CN'], message: '已启用，将自动运行。' });
    expect(running()[0]).toMatchObject({ name: FIRST.name['zh-CN'] });
  });

  it('what an admin has changed is left alone and reported', async () => {
    await install(FIRST);
    const active = twenty.active((await recordOf(FIRST)).workflowId);
    const [step] = active.steps ?? [];
    (step?.settings.input.logicFunctionInput as Record<string, unknown>).withinHours = 48;
    const changed: NativeWorkflow = { ...FIRST, steps: FIRST.steps.slice(0, 1) };
    for (const definition of [FIRST, changed]) {
      expect(await install(definition)).toMatchObject({ outcome: 'LEFT_ALONE' });
      expect(twenty.active(active.workflowId).steps).toEqual(active.steps);
    }
    expect(await recordOf(FIRST)).toMatchObject({
      outcome: 'LEFT_ALONE',
      note: 'Somebody has changed it, so it stays as it is.',
    });
  });

  it('moving a step about, or its schema computed anew, is no change', async () => {
    await install(FIRST);
    for (const step of twenty.active((await recordOf(FIRST)).workflowId).steps ?? []) {
      step.position = { x: 500, y: 7 };
      step.settings.outputSchema = {};
      step.settings.expectedOutputSchema = {};
    }
    expect(await install(FIRST)).toMatchObject({ outcome: 'UNCHANGED' });
  });

  it.each([
    ['another setting', (input: Record<string, unknown>) => Object.assign(input, { withinHours: 5 })],
    ['one more setting', (input: Record<string, unknown>) => Object.assign(input, { other: 'x' })],
  ])('%s in a draft is somebody at work: left alone', async (_, edit) => {
    await install(FIRST);
    const { workflowId, id } = twenty.active((await recordOf(FIRST)).workflowId);
    const draftId = await (await engineOf()).draftOf(workflowId, id);
    const [step] = twenty.versions.get(draftId)?.steps ?? [];
    edit(step?.settings.input.logicFunctionInput as Record<string, unknown>);
    expect(await install(FIRST)).toMatchObject({ outcome: 'LEFT_ALONE' });
    expect(twenty.versions.get(draftId)?.status).toBe('DRAFT');
  });

  it('switched off by an admin it stays off', async () => {
    await install(FIRST);
    const active = twenty.active((await recordOf(FIRST)).workflowId);
    active.status = 'DEACTIVATED';
    expect(await install(FIRST)).toMatchObject({ outcome: 'LEFT_ALONE' });
    expect(active.status).toBe('DEACTIVATED');
  });

  it('deleted by an admin it is not made again unless asked, and then once', async () => {
    await install(FIRST);
    for (const workflow of twenty.living()) workflow.isDeleted = true;
    expect(await install(FIRST)).toMatchObject({ outcome: 'REMOVED' });
    expect(await install(FIRST)).toMatchObject({ outcome: 'REMOVED' });
    expect(twenty.living()).toEqual([]);
    expect(await install(FIRST, { again: true })).toMatchObject({ outcome: 'INSTALLED' });
    expect(await install(FIRST, { again: true })).toMatchObject({ outcome: 'UNCHANGED' });
    expect(twenty.living()).toHaveLength(1);
  });

  it('a new definition of an untouched one is installed as a new version', async () => {
    await install(FIRST);
    const [step] = FIRST.steps;
    const newer = { ...FIRST, steps: [{ ...step, input: { withinHours: 12 } }] } as NativeWorkflow;
    expect(await install(newer)).toMatchObject({ outcome: 'UPDATED' });
    const { workflowId } = await recordOf(FIRST);
    expect(twenty.active(workflowId).steps?.[0]?.settings.input.logicFunctionInput).toEqual({
      withinHours: 12,
    });
    expect(twenty.active(workflowId).steps).toHaveLength(1);
    expect(await install(newer)).toMatchObject({ outcome: 'UNCHANGED' });
    expect(twenty.living()).toHaveLength(1);
  });

  it('Keyturn installed anew: its steps are tied to the actions of now', async () => {
    await install(FIRST);
    twenty.installActions(ACTIONS);
    expect(await install(FIRST)).toMatchObject({ outcome: 'UPDATED', message: /installed anew/ });
    const { steps } = twenty.active((await recordOf(FIRST)).workflowId);
    expect(steps?.map(({ settings }) => settings.input.logicFunctionId)).toEqual(
      actionsOf(FIRST).map(({ action }) => twenty.actions.get(action)),
    );
    expect(await install(FIRST)).toMatchObject({ outcome: 'UNCHANGED' });
  });

  it('another action put in the place of ours is an edit', async () => {
    await install(FIRST);
    const [step] = twenty.active((await recordOf(FIRST)).workflowId).steps ?? [];
    const other = [...twenty.actions.values()].find((id) => id !== step?.settings.input.logicFunctionId);
    if (step) step.settings.input.logicFunctionId = other;
    expect(await install(FIRST)).toMatchObject({ outcome: 'LEFT_ALONE' });
  });

  it('our records lost with Keyturn: what is just as we would install it is ours again', async () => {
    await install(FIRST);
    await forget();
    twenty.installActions(ACTIONS);
    expect(await install(FIRST)).toMatchObject({ outcome: 'UPDATED' });
    expect(twenty.living()).toHaveLength(1);
    expect(await install(FIRST)).toMatchObject({ outcome: 'UNCHANGED' });
  });

  it("another workflow of the same name is somebody's, and left alone", async () => {
    const engine = await engineOf();
    const id = (await engine.create('11111111-1111-4111-8111-111111111111', FIRST.name.en)) ?? '';
    const [version] = twenty.versionsOf(id);
    if (version) version.trigger = { type: 'MANUAL', settings: {}, nextStepIds: [] };
    expect(await install(FIRST)).toMatchObject({ outcome: 'LEFT_ALONE' });
    expect(twenty.living()).toHaveLength(1);
  });

  it('an action that is not installed is told of, and nothing is begun', async () => {
    twenty.actions.delete(actionsOf(FIRST)[0]?.action ?? '');
    expect(await install(FIRST)).toMatchObject({ outcome: 'FAILED', message: /missing here/ });
    expect(twenty.living()).toEqual([]);
  });

  it.each([MEMBER, API_KEY])('%s: Twenty refuses, and nothing is left behind', async (token) => {
    await expect(install(FIRST, { token })).rejects.toThrow(WorkflowsForbidden);
    expect(twenty.living()).toEqual([]);
    expect(await install(FIRST)).toMatchObject({ outcome: 'INSTALLED' });
  });

  it('of two admins at once one installs, the other is told so; one workflow', async () => {
    minutes += 5;
    const now = new Date(START + minutes * MINUTES);
    const engine = await engineOf();
    const both = await Promise.all(
      ['Ada', 'Bob'].map((by) =>
        installWorkflow(
          { store, engine, clock: { now: () => now }, by, language: 'en', isAskedAgain: false },
          FIRST,
        ),
      ),
    );
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['FAILED', 'INSTALLED']);
    expect(twenty.living()).toHaveLength(1);
  });

  const clean = async () => {
    twenty.clear();
    await forget();
  };
  const newer = { ...FIRST, steps: FIRST.steps.slice(0, 1) };
  const roads: [string, () => Promise<unknown>, NativeWorkflow][] = [
    ['installing', async () => undefined, FIRST],
    ['updating', () => install(FIRST), newer],
    [
      'tying to new actions',
      async () => {
        await install(FIRST);
        twenty.installActions(ACTIONS);
      },
      FIRST,
    ],
  ];

  it.each(roads)(
    'killed anywhere while %s, the next run ends as an uncut one',
    async (_, prepare, wanted) => {
      await clean();
      await prepare();
      await install(wanted);
      const end = running();
      expect(end).toHaveLength(1);
      let cuts = 0;
      for (const fault of ['BEFORE', 'AFTER'] as const) {
        for (let at = 1; ; at++) {
          await clean();
          await prepare();
          const death = await mortal(at, fault);
          const cut = await install(wanted, death).catch((error: unknown) => {
            if (!(error instanceof Died)) throw error;
            return null;
          });
          if (!death.hasDied()) break;
          cuts++;
          expect(cut).toBeNull();
          const next = await install(wanted);
          expect(['INSTALLED', 'UPDATED', 'UNCHANGED'], `${fault} ${at}`).toContain(next.outcome);
          expect(running(), `${fault} ${at}`).toEqual(end);
          expect(await install(wanted), `${fault} ${at}`).toMatchObject({ outcome: 'UNCHANGED' });
        }
      }
      expect(cuts).toBeGreaterThan(12);
    },
  );

  it('whoever comes while another is at work, or just after one was cut off, is told to wait', async () => {
    const death = await mortal(3, 'AFTER');
    await expect(install(FIRST, death)).rejects.toThrow(Died);
    minutes -= 5;
    expect(await install(FIRST)).toMatchObject({ outcome: 'FAILED', message: /two minutes/ });
    expect(await install(FIRST)).toMatchObject({ outcome: 'INSTALLED' });
    expect(twenty.living()).toHaveLength(1);
  });
});
