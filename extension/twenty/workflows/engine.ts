/** Twenty's workflows over its API, as the person whose token it is given: it lets no API key and no app change them. */
import type { NewStep, WorkflowEngine, WorkflowJson } from '#port/workflow-engine.ts';
import { dataOrThrow, isDuplicate, type TwentyClient, TwentyError } from '../client.ts';
import { type Ask, asking } from './asking.ts';
import { CORE_DIALECT, type Dialect, RECORD_DIALECT } from './dialects.ts';
import { readNamed, readWorkflow } from './reading.ts';

export async function twentyWorkflows(client: TwentyClient): Promise<WorkflowEngine> {
  const ask = asking(client);
  const dialect = await dialectOf(client);
  return {
    async actionIds() {
      const document = 'query { findManyLogicFunctions { id universalIdentifier } }';
      const data = dataOrThrow(await client.metadata(document));
      const found = data.findManyLogicFunctions as { id: string; universalIdentifier: string | null }[];
      return new Map(found.map(({ id, universalIdentifier }) => [universalIdentifier ?? id, id]));
    },

    workflow: (id) => readWorkflow(ask, dialect, id),
    named: (name) => readNamed(ask, dialect, name),

    async create(id, name) {
      if (!dialect.choosesId) return madeId(await ask(dialect.create, { data: { name } }));
      const answer = await client.graphql(dialect.create, { data: { id, name } });
      const [failure] = answer.errors;
      if (failure !== undefined && isDuplicate(failure)) return null;
      return madeId(await asking({ ...client, graphql: async () => answer })(dialect.create, {}));
    },

    async draftOf(workflowId, versionId) {
      const input = { [dialect.workflowKey]: workflowId, [dialect.copyKey]: versionId };
      return madeId(await ask(dialect.draftOf, { input }));
    },

    async build(version, content) {
      const at = { [dialect.versionKey]: version.id };
      for (const { id } of version.steps) {
        await ask(dialect.removeStep, { input: { ...at, stepId: id } });
      }
      await setTrigger(ask, dialect, version.id, content.trigger);
      // A step is linked to the one before it when it is added, so they come in order.
      for (const step of content.steps) await addStep(ask, dialect, at, step);
    },

    async activate(versionId) {
      await ask(dialect.activate, { id: versionId });
    },
  };
}

/** @throws TwentyError when the server says neither. */
async function dialectOf(client: TwentyClient): Promise<Dialect> {
  const { data, errors } = await client.graphql('query { coreWorkflows(first: 1) { totalCount } }', {});
  if (data?.coreWorkflows != null) return CORE_DIALECT;
  // The field is there, though this caller may not read it: what follows says so.
  if (errors.some(({ extensions }) => extensions?.code === 'FORBIDDEN')) return CORE_DIALECT;
  return RECORD_DIALECT;
}

function madeId(data: Record<string, unknown>): string {
  const made = data.made as { id?: string } | null;
  if (typeof made?.id !== 'string')
    throw new TwentyError('Twenty answered without an id', 'INTERNAL_SERVER_ERROR');
  return made.id;
}

async function setTrigger(ask: Ask, dialect: Dialect, id: string, trigger: WorkflowJson): Promise<void> {
  if (dialect === CORE_DIALECT) {
    await ask(dialect.setTrigger, { input: { [dialect.versionKey]: id, trigger } });
  } else {
    await ask(dialect.setTrigger, { id, data: { trigger } });
  }
}

/**
 * Twenty makes a step with the settings of its type, schemas of the action included, then takes ours. What it
 * has made is given back to it whole: it keeps what it is sent and nothing else.
 */
async function addStep(ask: Ask, dialect: Dialect, at: Record<string, string>, step: NewStep): Promise<void> {
  const { id, type, name, input, parentId, position } = step;
  const made = await ask(dialect.addStep, {
    input: {
      ...at,
      id,
      stepType: type,
      parentStepId: parentId,
      defaultSettings: { input },
      ...(dialect.choosesId ? { position } : {}),
    },
  });
  const settings = settingsIn(made, id);
  await ask(dialect.changeStep, {
    input: {
      ...at,
      step: { id, type, name, valid: true, position, nextStepIds: [], settings: { ...settings, input } },
    },
  });
}

const UNHANDLED = { retryOnFailure: { value: false }, continueOnFailure: { value: false } };

/** The settings that the server made: somewhere in the differences it answers with. */
function settingsIn(made: Record<string, unknown>, id: string): WorkflowJson {
  const found = stepIn(made, id)?.settings;
  return (found ?? { outputSchema: {}, errorHandlingOptions: UNHANDLED }) as WorkflowJson;
}

function stepIn(value: unknown, id: string): WorkflowJson | null {
  if (typeof value !== 'object' || value === null) return null;
  const own = value as WorkflowJson;
  if (own.id === id && typeof own.settings === 'object') return own;
  for (const inner of Object.values(own)) {
    const found = stepIn(inner, id);
    if (found !== null) return found;
  }
  return null;
}
