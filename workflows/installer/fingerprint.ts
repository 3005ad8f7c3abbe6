/**
 * What a version of a workflow does, as one fingerprint: the same for the same trigger, steps, settings and
 * edges, whatever ids a workspace has given them, where they are drawn, and what schemas it keeps beside. Pure.
 */
import { canonicalJson, derivedId } from '#commands/system/request-ids.ts';
import type { Content, WorkflowJson } from '#port/workflow-engine.ts';

type Side = { trigger: WorkflowJson | null; steps: readonly WorkflowJson[] };

/** null for a version without trigger and steps: nothing to compare. */
export function fingerprintOf({ trigger, steps }: Side): string | null {
  if (trigger === null && steps.length === 0) return null;
  const order = inOrder(trigger, steps);
  const names = new Map(order.map((step, index) => [String(step.id), `step ${index + 1}`]));
  const said = {
    trigger: trigger === null ? null : { ...kept(trigger), next: nextOf(trigger).map((id) => names.get(id)) },
    steps: order.map((step) => ({ ...kept(step), next: nextOf(step).map((id) => names.get(id)) })),
  };
  let text = canonicalJson(said);
  // Variables name the step whose answer they take.
  for (const [id, name] of names) text = text.replaceAll(id, name);
  return derivedId('workflow content', text);
}

/** The fingerprint that a server's version will have once it is built of this content. */
export function fingerprintOfContent({ trigger, steps }: Content): string | null {
  const nextAfter = (id: string) => steps.filter(({ parentId }) => parentId === id).map((step) => step.id);
  return fingerprintOf({
    trigger: { ...trigger, nextStepIds: nextAfter('trigger') },
    steps: steps.map(({ id, type, name, input }) => ({
      id,
      type,
      name,
      settings: { input, errorHandlingOptions: UNHANDLED },
      nextStepIds: nextAfter(id),
    })),
  });
}

/** How Twenty handles errors unless somebody says otherwise: the run fails. */
export const UNHANDLED = { retryOnFailure: { value: false }, continueOnFailure: { value: false } };

/** The actions that a version's steps name, as ids of the workspace, in the order of the steps. */
export function actionIdsOf({ trigger, steps }: Side): string[] {
  return inOrder(trigger, steps).flatMap((step) => {
    const id = inputOf(step).logicFunctionId;
    return step.type === 'LOGIC_FUNCTION' && typeof id === 'string' ? [id] : [];
  });
}

/** From the trigger along the edges; what hangs nowhere comes last. */
function inOrder(trigger: WorkflowJson | null, steps: readonly WorkflowJson[]): WorkflowJson[] {
  const byId = new Map(steps.map((step) => [String(step.id), step]));
  const order = new Map<string, WorkflowJson>();
  const waiting = trigger === null ? [] : nextOf(trigger);
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const step = byId.get(id);
    if (step === undefined || order.has(id)) continue;
    order.set(id, step);
    waiting.push(...nextOf(step));
  }
  for (const [id, step] of byId) if (!order.has(id)) order.set(id, step);
  return [...order.values()];
}

function nextOf({ nextStepIds }: WorkflowJson): string[] {
  return Array.isArray(nextStepIds) ? nextStepIds.map(String) : [];
}

function inputOf({ settings }: WorkflowJson): WorkflowJson {
  return ((settings as WorkflowJson | undefined)?.input ?? {}) as WorkflowJson;
}

/** Ids of actions change with every installation of the app, so they are compared by themselves. */
const LEFT_OUT = new Set([
  'id',
  'valid',
  'position',
  'nextStepIds',
  'outputSchema',
  'expectedOutputSchema',
  'logicFunctionId',
]);

/** Without what the server adds and what is empty: the builder writes empty fields as it likes. */
function kept(value: WorkflowJson): WorkflowJson {
  const entries = Object.entries(value)
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, inner]) => [name, keptValue(inner)] as const)
    .filter(([, inner]) => !isEmpty(inner));
  return Object.fromEntries(entries);
}

function keptValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keptValue);
  return typeof value === 'object' && value !== null ? kept(value as WorkflowJson) : value;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
