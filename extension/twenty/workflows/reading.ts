/** Reads of workflows, in either dialect. */
import type { FoundWorkflow, VersionStatus, WorkflowJson, WorkflowVersion } from '#port/workflow-engine.ts';
import type { Ask } from './asking.ts';
import type { Dialect } from './dialects.ts';
import { CORE_DIALECT } from './dialects.ts';

type VersionNode = {
  id: string;
  status: VersionStatus;
  trigger: WorkflowJson | null;
  steps: WorkflowJson[] | null;
};
type WorkflowNode = { id: string; name: string | null };
type Edges<T> = { edges: { node: T }[] };
type Page<T> = Edges<T> & { pageInfo: { hasNextPage: boolean; endCursor: string | null } };

const MOST_PAGES = 50;

export async function readWorkflow(ask: Ask, dialect: Dialect, id: string): Promise<FoundWorkflow | null> {
  return dialect === CORE_DIALECT ? coreWorkflow(ask, id) : recordWorkflow(ask, id);
}

export async function readNamed(ask: Ask, dialect: Dialect, name: string): Promise<FoundWorkflow[]> {
  const found = dialect === CORE_DIALECT ? await coreNamed(ask, name) : await recordsNamed(ask, name);
  const read = await Promise.all(found.map(({ id }) => readWorkflow(ask, dialect, id)));
  return read.filter((workflow) => workflow !== null);
}

const RECORD = `query ($workflow: WorkflowFilterInput, $versions: WorkflowVersionFilterInput) {
  workflows(filter: $workflow, first: 1) { edges { node { id name } } }
  workflowVersions(filter: $versions, first: 100, orderBy: [{ createdAt: DescNullsLast }]) {
    edges { node { id status trigger steps } } } }`;

async function recordWorkflow(ask: Ask, id: string): Promise<FoundWorkflow | null> {
  const data = await ask(RECORD, { workflow: { id: { eq: id } }, versions: { workflowId: { eq: id } } });
  const [workflow] = (data.workflows as Edges<WorkflowNode>).edges;
  if (workflow === undefined) return null;
  const versions = (data.workflowVersions as Edges<VersionNode>).edges.map(({ node }) => versionOf(node));
  return { id, name: workflow.node.name ?? '', versions };
}

async function recordsNamed(ask: Ask, name: string): Promise<WorkflowNode[]> {
  const document =
    'query ($filter: WorkflowFilterInput) { workflows(filter: $filter, first: 20) { edges { node { id name } } } }';
  const data = await ask(document, { filter: { name: { eq: name } } });
  return (data.workflows as Edges<WorkflowNode>).edges.map(({ node }) => node);
}

const CORE = `query ($id: UUID!) { coreWorkflowById(coreWorkflowId: $id) { id name }
  coreWorkflowVersionsByCoreWorkflowId(coreWorkflowId: $id) { id status trigger steps } }`;

async function coreWorkflow(ask: Ask, id: string): Promise<FoundWorkflow | null> {
  const data = await ask(CORE, { id }).catch((error: unknown) => {
    // A workflow that is gone is an error there and no empty answer.
    if (error instanceof Error && /not found/i.test(error.message)) return null;
    throw error;
  });
  const workflow = (data?.coreWorkflowById ?? null) as WorkflowNode | null;
  if (data === null || workflow === null) return null;
  const versions = (data.coreWorkflowVersionsByCoreWorkflowId as VersionNode[]).map(versionOf);
  return { id, name: workflow.name ?? '', versions };
}

const CORE_NAMED = `query ($filter: CoreWorkflowFilterInput, $after: String) {
  coreWorkflows(first: 100, after: $after, filter: $filter) {
    edges { node { id name } } pageInfo { hasNextPage endCursor } } }`;

/** That filter knows no equality: what contains the name is asked for, page by page, and compared here. */
async function coreNamed(ask: Ask, name: string): Promise<WorkflowNode[]> {
  const filter = {
    logicalOperator: 'AND',
    rules: [{ fieldKey: 'NAME', operand: 'CONTAINS', value: name }],
  };
  const found: WorkflowNode[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const data = await ask(CORE_NAMED, { filter, after });
    const { edges, pageInfo } = data.coreWorkflows as Page<WorkflowNode>;
    found.push(...edges.map(({ node }) => node).filter((one) => one.name === name));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  return found;
}

function versionOf({ id, status, trigger, steps }: VersionNode): WorkflowVersion {
  return { id, status, trigger: trigger ?? null, steps: steps ?? [] };
}
