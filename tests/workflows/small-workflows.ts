/**
 * The part of Twenty that keeps workflows, in memory behind msw, with shapes and refusals as a running 2.21.0
 * gave them; the core dialect (from 2.42) after Twenty's public sources. Whoever is no person is let read only.
 */
import { randomUUID } from 'node:crypto';
import { type FieldNode, Kind, type OperationDefinitionNode, parse, valueFromASTUntyped } from 'graphql';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';

type Json = Record<string, unknown>;
export type KeptStep = Json & {
  id: string;
  name: string;
  type: string;
  settings: Json & { input: Json };
  nextStepIds?: string[];
};
export type KeptTrigger = Json & { type: string; settings: Json; nextStepIds: string[] };
export type KeptVersion = {
  id: string;
  workflowId: string;
  status: 'DRAFT' | 'ACTIVE' | 'DEACTIVATED' | 'ARCHIVED';
  trigger: KeptTrigger | null;
  steps: KeptStep[] | null;
};
export type KeptWorkflow = { id: string; name: string; isDeleted: boolean };

export const URL_OF_WORKFLOWS = 'http://workflows.test';
export const ADMIN = 'token of an admin';
export const MEMBER = 'token of a member';
export const API_KEY = 'token of an API key';

class Refused extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

/** Of the core dialect, the name that the other one has for the same. */
const CORE_NAMES: Record<string, string> = {
  createCoreWorkflow: 'createWorkflow',
  createDraftFromCoreWorkflowVersion: 'createDraftFromWorkflowVersion',
  updateCoreWorkflowVersionTrigger: 'updateWorkflowVersion',
  createCoreWorkflowVersionStep: 'createWorkflowVersionStep',
  updateCoreWorkflowVersionStep: 'updateWorkflowVersionStep',
  deleteCoreWorkflowVersionStep: 'deleteWorkflowVersionStep',
  activateCoreWorkflowVersion: 'activateWorkflowVersion',
};

export class SmallWorkflows {
  readonly workflows = new Map<string, KeptWorkflow>();
  readonly versions = new Map<string, KeptVersion>();
  /** Ids of actions by their universal identifiers. */
  actions = new Map<string, string>();
  readonly server = setupServer(
    http.post(`${URL_OF_WORKFLOWS}/:path`, async ({ request }) => {
      const token = (request.headers.get('authorization') ?? '').replace('Bearer ', '');
      const { query, variables } = (await request.json()) as { query: string; variables?: Json };
      return HttpResponse.json(this.answer(query, variables ?? {}, token));
    }),
  );

  constructor(readonly generation: 'records' | 'core') {}

  clear(): void {
    this.workflows.clear();
    this.versions.clear();
  }

  /** A new installation of the app: the same actions under other ids. */
  installActions(universalIds: Iterable<string>): void {
    this.actions = new Map([...universalIds].map((id) => [id, randomUUID()]));
  }

  living(): KeptWorkflow[] {
    return [...this.workflows.values()].filter(({ isDeleted }) => !isDeleted);
  }

  versionsOf(workflowId: string): KeptVersion[] {
    return [...this.versions.values()].filter((version) => version.workflowId === workflowId);
  }

  active(workflowId: string): KeptVersion {
    const found = this.versionsOf(workflowId).find(({ status }) => status === 'ACTIVE');
    if (found === undefined) throw new Error('no version is active');
    return found;
  }

  private answer(query: string, variables: Json, token: string) {
    const operation = parse(query).definitions[0] as OperationDefinitionNode;
    const data: Json = {};
    try {
      for (const selection of operation.selectionSet.selections) {
        if (selection.kind !== Kind.FIELD) continue;
        const { name, alias, arguments: given = [] } = selection as FieldNode;
        const args = Object.fromEntries(
          given.map((one) => [one.name.value, valueFromASTUntyped(one.value, variables)]),
        );
        if (operation.operation === 'mutation' && token !== ADMIN)
          throw new Refused('Forbidden resource', 'FORBIDDEN');
        data[alias?.value ?? name.value] = this.root(name.value, args as Json);
      }
      return { data };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { data: null, errors: [{ message: error.message, extensions: { code: error.code } }] };
    }
  }

  private root(name: string, args: Json): unknown {
    const isCore = /core/i.test(name);
    if (name === 'findManyLogicFunctions')
      return [...this.actions].map(([universalIdentifier, id]) => ({ id, universalIdentifier }));
    if (isCore !== (this.generation === 'core'))
      throw new Refused(`Cannot query field "${name}".`, 'GRAPHQL_VALIDATION_FAILED');
    if (name === 'workflows' || name === 'coreWorkflows') return this.list(args);
    if (name === 'coreWorkflowById') {
      const found = this.workflows.get(String(args.coreWorkflowId));
      if (found === undefined || found.isDeleted) throw new Refused('Core workflow not found', 'NOT_FOUND');
      return found;
    }
    if (name === 'coreWorkflowVersionsByCoreWorkflowId') return this.versionsOf(String(args.coreWorkflowId));
    if (name === 'workflowVersions') {
      const { workflowId } = args.filter as { workflowId: { eq: string } };
      return { edges: this.versionsOf(workflowId.eq).map((node) => ({ node: structuredClone(node) })) };
    }
    return structuredClone(this.change(CORE_NAMES[name] ?? name, args) ?? null);
  }

  private list({ filter = {} }: Json) {
    const { id, name, rules } = filter as {
      id?: { eq: string };
      name?: { eq: string };
      rules?: { value: string }[];
    };
    const found = this.living().filter(
      (one) =>
        (id === undefined || one.id === id.eq) &&
        (name === undefined || one.name === name.eq) &&
        (rules ?? []).every(({ value }) => one.name.includes(value)),
    );
    return {
      edges: found.map((node) => ({ node: { ...node } })),
      pageInfo: { hasNextPage: false, endCursor: null },
      totalCount: found.length,
    };
  }

  private change(name: string, args: Json): unknown {
    const input = (args.input ?? {}) as Json;
    const versionId = String(input.workflowVersionId ?? input.coreWorkflowVersionId ?? args.id ?? '');
    if (name === 'createWorkflow') return this.create((args.data ?? input) as { id?: string; name: string });
    if (name === 'createDraftFromWorkflowVersion') {
      const source = String(input.workflowVersionIdToCopy ?? input.coreWorkflowVersionIdToCopy);
      return this.draft(String(input.workflowId ?? input.coreWorkflowId), source);
    }
    if (name === 'activateWorkflowVersion')
      return this.activate(String(args.workflowVersionId ?? args.coreWorkflowVersionId));
    const version = this.draftNamed(versionId);
    if (name === 'updateWorkflowVersion') {
      version.trigger = ((args.data as Json | undefined)?.trigger ?? input.trigger) as KeptTrigger;
      return { id: version.id };
    }
    if (name === 'createWorkflowVersionStep') return this.addStep(version, input);
    if (name === 'deleteWorkflowVersionStep') return this.removeStep(version, String(input.stepId));
    const step = input.step as KeptStep;
    if (!version.steps?.some(({ id }) => id === step.id)) throw new Refused('Step not found', 'NOT_FOUND');
    version.steps = version.steps.map((one) => (one.id === step.id ? step : one));
    return { id: step.id };
  }

  private create({ id: wish, name }: { id?: string; name: string }) {
    if (wish !== undefined && this.workflows.has(wish))
      throw new Refused('A duplicate entry was detected', 'BAD_USER_INPUT');
    const id = wish ?? randomUUID();
    this.workflows.set(id, { id, name, isDeleted: false });
    this.keep({ id: randomUUID(), workflowId: id, status: 'DRAFT', trigger: null, steps: null });
    return { id };
  }

  private keep(version: KeptVersion): KeptVersion {
    this.versions.set(version.id, version);
    return version;
  }

  private draft(workflowId: string, sourceId: string) {
    const source = this.versions.get(sourceId);
    if (source?.trigger == null || source.steps == null)
      throw new Refused('WorkflowVersion to copy not found', 'NOT_FOUND');
    const { trigger, steps } = structuredClone(source);
    const there = this.versionsOf(workflowId).find(({ status }) => status === 'DRAFT');
    if (there !== undefined) return Object.assign(there, { trigger, steps });
    return this.keep({ id: randomUUID(), workflowId, status: 'DRAFT', trigger, steps });
  }

  private draftNamed(id: string): KeptVersion {
    const version = this.versions.get(id);
    if (version === undefined) throw new Refused('Workflow version not found', 'NOT_FOUND');
    if (version.status !== 'DRAFT') throw new Refused('Workflow version is not in draft status', 'FORBIDDEN');
    return version;
  }

  private addStep(version: KeptVersion, { id, stepType, parentStepId, position, defaultSettings }: Json) {
    const { input } = defaultSettings as { input: { logicFunctionId?: string } };
    if (stepType === 'LOGIC_FUNCTION' && ![...this.actions.values()].includes(input.logicFunctionId ?? ''))
      throw new Refused('Logic function not found', 'NOT_FOUND');
    const step: KeptStep = {
      id: String(id),
      name: 'As the server names it',
      type: String(stepType),
      valid: false,
      ...(position === undefined ? {} : { position }),
      settings: {
        input: stepType === 'DELAY' ? { delayType: 'DURATION', duration: {} } : { ...input, extra: null },
        outputSchema: { ok: { isLeaf: true } },
        errorHandlingOptions: { retryOnFailure: { value: false }, continueOnFailure: { value: false } },
      },
    };
    const oldValue = version.steps;
    const parent =
      parentStepId === 'trigger' ? version.trigger : version.steps?.find((one) => one.id === parentStepId);
    if (parent == null) throw new Refused('Parent step not found', 'NOT_FOUND');
    parent.nextStepIds = [...(parent.nextStepIds ?? []), step.id];
    version.steps = [...(version.steps ?? []), step];
    // As the server tells: the whole list when there was none, else what was added.
    const stepsDiff =
      oldValue === null
        ? [{ path: ['steps'], type: 'CHANGE', value: version.steps, oldValue }]
        : [{ path: ['steps', version.steps.length - 1], type: 'CREATE', value: step }];
    return { triggerDiff: [], stepsDiff };
  }

  private removeStep(version: KeptVersion, id: string) {
    const gone = version.steps?.find((one) => one.id === id);
    if (gone === undefined) throw new Refused('Step not found', 'NOT_FOUND');
    version.steps = (version.steps ?? []).filter((one) => one.id !== id);
    const links = [version.trigger, ...version.steps].flatMap((one) => (one === null ? [] : [one]));
    for (const one of links.filter(({ nextStepIds }) => nextStepIds?.includes(id))) {
      one.nextStepIds = [...new Set([...(one.nextStepIds ?? []), ...(gone.nextStepIds ?? [])])].filter(
        (next) => next !== id,
      );
    }
    return { stepsDiff: [] };
  }

  private activate(id: string): boolean {
    const version = this.versions.get(id);
    if (version?.trigger == null || !version.steps?.length)
      throw new Refused('No steps provided in workflow version', 'BAD_USER_INPUT');
    if (version.status !== 'DRAFT')
      throw new Refused('Cannot activate non-draft or non-last-published version', 'BAD_USER_INPUT');
    for (const other of this.versionsOf(version.workflowId)) {
      if (other.status === 'ACTIVE' || other.status === 'DEACTIVATED') other.status = 'ARCHIVED';
    }
    version.status = 'ACTIVE';
    return true;
  }
}
