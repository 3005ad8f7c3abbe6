/**
 * Installs native workflows for an admin, one a request, so that the form can show how far it is and no
 * request outlives a function. Twenty lets only people change workflows, no app and no API key: so what is
 * changed there is changed with the caller's own token, and our record of it as the application.
 */
import type { Response, RoutePayload } from 'twenty-sdk/logic-function';
import * as z from 'zod/mini';
import { parseInput } from '#commands/system/input.ts';
import { HTTP_STATUS, type Language, refusalText } from '#commands/system/refusal-text.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import { WorkflowsForbidden } from '#port/workflow-engine.ts';
import { bearer, type Caller, identifyCaller } from '#twenty/caller.ts';
import { twentyClient } from '#twenty/client.ts';
import { readEnvironment } from '#twenty/environment.ts';
import { twentyStore } from '#twenty/store.ts';
import { twentyWorkflows } from '#twenty/workflows/engine.ts';
import { installWorkflow } from '#workflows/installer/install.ts';
import { NATIVE_WORKFLOWS } from '#workflows/native/index.ts';
import { languageOf } from './command-route.ts';
import { jsonAnswer } from './json-answer.ts';

const installSchema = z.object({
  workflowKey: z.string(),
  /** Also what an admin has deleted. */
  again: z.optional(z.boolean()),
});

type Answer = Decision<{ result: Record<string, unknown>; message: string }>;

export async function workflowsRoute(event: RoutePayload): Promise<Response> {
  const language = languageOf(event.headers['accept-language']);
  const name = event.pathParameters.command ?? '';
  try {
    const answered = await answer(name, event, language);
    if (!isRefused(answered)) return jsonAnswer(200, { ok: true, command: name, ...answered.plan });
    const { code, ...facts } = answered.refused;
    const message = refusalText(answered.refused, language);
    return jsonAnswer(HTTP_STATUS[code], { ok: false, refusal: { code, message, facts } });
  } catch (error) {
    console.error(error);
    const message = error instanceof Error ? error.message : 'Something went wrong';
    const status = /limit reached/i.test(message) ? 429 : 500;
    return jsonAnswer(status, { ok: false, error: { message, retry: true } });
  }
}

async function answer(name: string, event: RoutePayload, language: Language): Promise<Answer> {
  const caller = await adminOf(event);
  if (isRefused(caller)) return caller;
  if (name === 'list') return { plan: { result: { workflows: listed(language) }, message: '' } };
  if (name === 'install') return install(event, caller.plan, language);
  return refuse({ code: 'NOT_FOUND', what: 'command', id: name });
}

/** A person with the right. What Twenty itself lets them do shows when it is tried. */
async function adminOf({ headers }: RoutePayload): Promise<Decision<Caller>> {
  const caller = await identifyCaller(readEnvironment(), headers.authorization, 'administer');
  if (isRefused(caller)) return caller;
  return caller.plan.memberId === null ? refuse({ code: 'PERSON_NEEDED' }) : caller;
}

function listed(language: Language) {
  return NATIVE_WORKFLOWS.map(({ key, name, purpose }) => ({
    key,
    name: name[language],
    purpose: purpose[language],
  }));
}

async function install({ body, headers }: RoutePayload, by: Caller, language: Language): Promise<Answer> {
  const input = parseInput<z.infer<typeof installSchema>>(installSchema, body);
  if (isRefused(input)) return input;
  const { workflowKey, again = false } = input.plan;
  const workflow = NATIVE_WORKFLOWS.find(({ key }) => key === workflowKey);
  if (workflow === undefined) return refuse({ code: 'NOT_FOUND', what: 'workflow', id: workflowKey });
  const { apiUrl, applicationToken } = readEnvironment();
  try {
    const installing = {
      store: twentyStore(twentyClient(apiUrl, applicationToken)),
      engine: await twentyWorkflows(twentyClient(apiUrl, bearer(headers.authorization) ?? '')),
      clock: { now: () => new Date() },
      by: by.name,
      language,
      isAskedAgain: again,
    };
    const report = await installWorkflow(installing, workflow);
    return { plan: { result: report, message: report.message } };
  } catch (error) {
    if (!(error instanceof WorkflowsForbidden)) throw error;
    const refused: Refusal = { code: 'NO_WORKFLOW_PERMISSION' };
    return refuse(refused);
  }
}
