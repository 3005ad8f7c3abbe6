/**
 * Installs one workflow, or says why not.
 *
 * Changes: our record of it; a workflow of Twenty with its versions. Guard: the record says that an
 * installation is under way before anything else is changed, by an insert with a unique key or a guarded
 * update, so that of two admins one goes on. After a crash: the record says that it is unfinished and which
 * version was being made; the next installation finishes or replaces it, and leaves what an admin has made.
 */
import { derivedId } from '#commands/system/request-ids.ts';
import type { WorkflowOutcome } from '#domain/system/index.ts';
import type { RecordOf } from '#port/records.ts';
import type { Clock, Store } from '#port/store.ts';
import type { FoundWorkflow, WorkflowEngine, WorkflowVersion } from '#port/workflow-engine.ts';
import { LANGUAGES, type Language, type NativeWorkflow } from '../definition.ts';
import { actionsOf, contentOf } from './content.ts';
import { fingerprintOf, fingerprintOfContent } from './fingerprint.ts';
import { type Plan, planFor, type Situation, type Wanted } from './plan.ts';
import { type Told, toldIn } from './report.ts';

export type Installing = {
  store: Store;
  engine: WorkflowEngine;
  clock: Clock;
  /** Who installs, for the record. */
  by: string;
  language: Language;
  isAskedAgain: boolean;
};

export type Report = {
  key: string;
  name: string;
  outcome: WorkflowOutcome;
  /** One sentence: what was done and why. */
  message: string;
  workflowId: string;
};

type Install = RecordOf<'workflowInstall'>;

/** An installation that was cut off is taken over after so long. */
const PATIENCE_MS = 90_000;
/** Marks a record whose installation is under way; ends with when it began. */
const UNDER_WAY = 'Under way since ';
/** Ids of deleted workflows stay taken. */
const MOST_IDS = 20;

export async function installWorkflow(installing: Installing, workflow: NativeWorkflow): Promise<Report> {
  const { store, engine } = installing;
  const [{ records }, actionIds] = await Promise.all([
    store.read({ records: { object: 'workflowInstall', filter: { workflowKey: workflow.key } } }),
    engine.actionIds(),
  ]);
  const record = records[0] ?? null;
  const plan = planFor(await situationOf(installing, workflow, record, actionIds));
  if (plan.do !== 'CREATE' && plan.do !== 'FINISH' && plan.do !== 'UPDATE') {
    return conclude(installing, workflow, record, plan);
  }
  const held = await hold(installing, workflow, record);
  if (held === null) return busy(installing, workflow, record);
  try {
    return await make(installing, workflow, held, plan, actionIds);
  } catch (error) {
    // Whoever tries again need not wait for somebody who has given up.
    const problem = error instanceof Error ? error.message : String(error);
    await note(store, held, { note: `Failed: ${problem}`.slice(0, 500) }).catch(() => undefined);
    throw error;
  }
}

async function situationOf(
  { engine, isAskedAgain }: Installing,
  workflow: NativeWorkflow,
  record: Install | null,
  actionIds: ReadonlyMap<string, string>,
): Promise<Situation> {
  const found = record === null || record.workflowId === '' ? null : await engine.workflow(record.workflowId);
  const names = found === null ? LANGUAGES.map((language) => workflow.name[language]) : [];
  const namesakes = (await Promise.all(names.map((name) => engine.named(name)))).flat();
  return {
    wanted: LANGUAGES.map((language) => wantedIn(workflow, language)),
    actionIds: actionsOf(workflow).map(({ action }) => actionIds.get(action) ?? null),
    knownActions: new Set(actionIds.values()),
    remembered:
      record === null
        ? null
        : { ...record, isInstalled: record.installedAt !== null, isUnfinished: record.outcome === 'FAILED' },
    workflow: found,
    namesakes,
    isAskedAgain,
  };
}

/** Ids of a workspace count in neither, so none are needed. */
function wantedIn(workflow: NativeWorkflow, language: Language): Wanted {
  const fingerprint = fingerprintOfContent(contentOf(workflow, 'any', language, new Map())) ?? '';
  const definition = derivedId(
    'workflow definition',
    fingerprint,
    ...actionsOf(workflow).map(({ action }) => action),
  );
  return { fingerprint, definition };
}

/** Says in our record that we are at it. null when somebody else is, or was until a moment ago. */
async function hold(
  { store, clock, by }: Installing,
  workflow: NativeWorkflow,
  record: Install | null,
): Promise<Install | null> {
  const now = clock.now();
  const note = `${UNDER_WAY}${now.toISOString()} (${by})`;
  if (record === null) {
    const row = {
      id: derivedId('workflow install', workflow.key),
      name: workflow.name.en,
      workflowKey: workflow.key,
      outcome: 'FAILED' as const,
      installedBy: by,
      note,
    };
    const claimed = await store.claim('workflowInstall', [row]);
    if (!claimed.won || !claimed.isNew) return null;
    const { made } = await store.read({ made: { object: 'workflowInstall', filter: { id: row.id } } });
    return made[0] ?? null;
  }
  if (isUnderWay(record, now)) return null;
  // Guarded by what we have read: of two who go on, one finds it so.
  const guard = {
    id: record.id,
    outcome: record.outcome,
    ...(record.note === '' ? {} : { note: record.note }),
  };
  const won = await store.changeWhere('workflowInstall', guard, { outcome: 'FAILED', note });
  return won.length === 0 ? null : { ...record, outcome: 'FAILED', note };
}

function isUnderWay({ note }: Install, now: Date): boolean {
  if (!note.startsWith(UNDER_WAY)) return false;
  const since = Date.parse(note.slice(UNDER_WAY.length).split(' ')[0] ?? '');
  return now.getTime() - since < PATIENCE_MS;
}

type Making = Extract<Plan, { do: 'CREATE' | 'FINISH' | 'UPDATE' }>;

async function make(
  installing: Installing,
  workflow: NativeWorkflow,
  held: Install,
  plan: Making,
  actionIds: ReadonlyMap<string, string>,
): Promise<Report> {
  const { store, engine, language } = installing;
  const { found, from } =
    plan.do === 'CREATE'
      ? await create(installing, workflow, held)
      : { found: plan.workflow, from: plan.from };
  const draft = await draftIn(engine, found, from);
  const content = contentOf(workflow, found.id, language, actionIds);
  const building = { workflowId: found.id, versionId: draft.id };
  // Which draft is ours is known before anything is put into it.
  await note(store, held, building);
  await engine.build(draft, content);
  const built = await versionOf(engine, found.id, draft.id);
  const fingerprint = fingerprintOf(built) ?? '';
  const before = from === null ? null : fingerprintOf(from);
  const hashes = [...new Set([...(before === null ? [] : [before]), fingerprint])];
  await note(store, held, { ...building, installedHash: hashes.join(' ') });
  await engine.activate(draft.id);
  const definitionHash = wantedIn(workflow, language).definition;
  return conclude(
    installing,
    workflow,
    { ...held, ...building, installedHash: fingerprint, definitionHash },
    plan,
  );
}

async function create(
  { store, engine, language }: Installing,
  workflow: NativeWorkflow,
  held: Install,
): Promise<{ found: FoundWorkflow; from: null }> {
  let wish = derivedId('workflow', workflow.key, held.installedAt === null ? '' : held.workflowId);
  for (let tries = 0; tries < MOST_IDS; tries++) {
    // Written first: a workflow that nobody knows of would be made a second time.
    await note(store, held, {
      workflowId: wish,
      versionId: '',
      installedHash: '',
      installedAt: null,
    });
    const id = await engine.create(wish, workflow.name[language]);
    const found = id === null ? null : await engine.workflow(id);
    if (found !== null) {
      if (id !== wish) await note(store, held, { workflowId: found.id });
      return { found, from: null };
    }
    wish = derivedId('workflow', workflow.key, wish);
  }
  throw new Error(`No id is free for the workflow ${workflow.key}`);
}

/** The draft that is there, or a copy of the version to start from. */
async function draftIn(
  engine: WorkflowEngine,
  found: FoundWorkflow,
  from: WorkflowVersion | null,
): Promise<WorkflowVersion> {
  const there = found.versions.find(({ status }) => status === 'DRAFT');
  if (there !== undefined) return there;
  const source = from ?? found.versions[0];
  if (source === undefined) throw new Error(`The workflow ${found.name} has no version to start from`);
  return versionOf(engine, found.id, await engine.draftOf(found.id, source.id));
}

async function versionOf(engine: WorkflowEngine, workflowId: string, id: string): Promise<WorkflowVersion> {
  const found = await engine.workflow(workflowId);
  const version = found?.versions.find((one) => one.id === id);
  if (version === undefined) throw new Error('The draft is gone: somebody has removed it meanwhile');
  return version;
}

async function note(store: Store, record: Install, to: Partial<Install>): Promise<void> {
  const { id: _, ...values } = to;
  await store.write([{ change: 'workflowInstall', record, to: values }]);
}

const OUTCOMES: Record<Plan['do'], WorkflowOutcome> = {
  CREATE: 'INSTALLED',
  FINISH: 'INSTALLED',
  UPDATE: 'UPDATED',
  NOTHING: 'UNCHANGED',
  LEAVE: 'LEFT_ALONE',
  REMOVED: 'REMOVED',
  FAIL: 'FAILED',
};

/** Writes down what came of it, where that is news, and tells it. */
async function conclude(
  installing: Installing,
  workflow: NativeWorkflow,
  record: Install | null,
  plan: Plan,
): Promise<Report> {
  const { store, clock, by, language } = installing;
  const isMade = plan.do === 'CREATE' || plan.do === 'FINISH' || plan.do === 'UPDATE';
  const outcome = OUTCOMES[plan.do];
  const message = toldIn(language, toldBy(plan));
  if (record !== null && plan.do !== 'FAIL') {
    const wasCutOff = plan.do === 'NOTHING' && plan.isUnfinished;
    const made = isMade ? madeFields(record) : wasCutOff ? finishedFields(workflow, plan) : {};
    const at = isMade || wasCutOff ? { installedAt: clock.now().toISOString(), installedBy: by } : {};
    await note(store, record, { outcome, note: message, ...made, ...at });
  }
  const workflowId = record?.workflowId ?? '';
  return { key: workflow.key, name: workflow.name[language], outcome, message, workflowId };
}

function madeFields({ workflowId, versionId, installedHash, definitionHash }: Install) {
  return { workflowId, versionId, installedHash, definitionHash };
}

/** It died between activating and writing it down: what is active says what was installed. */
function finishedFields(workflow: NativeWorkflow, { version }: Extract<Plan, { do: 'NOTHING' }>) {
  const installedHash = fingerprintOf(version) ?? '';
  const language = LANGUAGES.find((one) => wantedIn(workflow, one).fingerprint === installedHash);
  const definitionHash = wantedIn(workflow, language ?? 'en').definition;
  return { versionId: version.id, installedHash, definitionHash };
}

function toldBy(plan: Plan): Told {
  if (plan.do === 'LEAVE') return plan.hasStaleActions ? `${plan.why}_STALE` : plan.why;
  if (plan.do === 'CREATE' || plan.do === 'UPDATE' || plan.do === 'FAIL') return plan.why;
  if (plan.do === 'NOTHING') return plan.isUnfinished ? 'FINISHED' : 'UNCHANGED';
  return plan.do === 'FINISH' ? 'FINISHED' : plan.do;
}

function busy({ language }: Installing, workflow: NativeWorkflow, record: Install | null): Report {
  return {
    key: workflow.key,
    name: workflow.name[language],
    outcome: 'FAILED',
    message: toldIn(language, 'BUSY'),
    workflowId: record?.workflowId ?? '',
  };
}
