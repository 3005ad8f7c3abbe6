/**
 * Findings and tasks as steps of Twenty's workflows, run as the application. What is wrong with a step's
 * settings fails its run, where an admin sees it; an answer that says no would only find nothing for ever.
 */
import { LINK_VARIABLE, linkSecrets } from '#commands/handover/signed-link.ts';
import { type AnyFinding, type FoundAnswer, lookFor } from '#commands/system/finding.ts';
import { parseInput } from '#commands/system/input.ts';
import {
  type LeaveTasksInput,
  leaveTasks,
  leaveTasksSchema,
  type TasksLeft,
} from '#commands/system/leave-tasks.ts';
import { refusalText } from '#commands/system/refusal-text.ts';
import { type Decision, isRefused } from '#domain/shared/refusal.ts';
import { publicUrl } from '#twenty/environment.ts';
import { openAsApplication } from './workspace.ts';

type Answer<A> = { ok: true; code: 'DONE'; message: string } & A;

/** @throws Error with the refusal's sentence. */
export function findingAction(finding: AnyFinding) {
  return async (input: Record<string, unknown>): Promise<Answer<FoundAnswer>> => {
    const parsed = planOf(parseInput<unknown>(finding.schema, given(input)));
    const links = { secrets: linkSecrets(process.env[LINK_VARIABLE]), urlOf: publicUrl };
    const found = planOf(await lookFor(finding, { ...openAsApplication(), links }, parsed));
    const later = found.more === 0 ? '' : `, ${found.more} more with the next run`;
    return { ok: true, code: 'DONE', message: `${found.count} found${later}`, ...found };
  };
}

/** @throws Error with the refusal's sentence. */
export async function leaveTasksAction(input: Record<string, unknown>): Promise<Answer<TasksLeft>> {
  const parsed = planOf(parseInput<LeaveTasksInput>(leaveTasksSchema, given(input)));
  const left = planOf(await leaveTasks(openAsApplication(), parsed));
  return {
    ok: true,
    code: 'DONE',
    message: `${left.left} tasks left, ${left.known} were there already`,
    ...left,
  };
}

/** Empty fields of a step count as not given. */
function given(input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input ?? {}).filter(([, value]) => value !== '' && value != null));
}

function planOf<P>(decision: Decision<P>): P {
  if (isRefused(decision)) throw new Error(refusalText(decision.refused));
  return decision.plan;
}
