/** One HTTP route a room: parse, ask who calls, carry out one command, answer. No rule lives here. */
import type { Response, RoutePayload } from 'twenty-sdk/logic-function';
import { LINK_VARIABLE, linkSecrets } from '#commands/handover/signed-link.ts';
import { carryOut } from '#commands/system/carry-out.ts';
import type { AnyCommand } from '#commands/system/command.ts';
import { parseInput } from '#commands/system/input.ts';
import type { AnyQuestion } from '#commands/system/question.ts';
import { HTTP_STATUS, type Language, refusalText } from '#commands/system/refusal-text.ts';
import { isRefused, type Refusal } from '#domain/shared/refusal.ts';
import type { Right } from '#domain/system/index.ts';
import { identifyCaller, identifyWithAny } from '#twenty/caller.ts';
import { twentyClient } from '#twenty/client.ts';
import { isVariableSet, publicUrl, readEnvironment } from '#twenty/environment.ts';
import { twentyFiles } from '#twenty/files.ts';
import { twentyStore } from '#twenty/store.ts';
import { chance } from './chance.ts';
import { jsonAnswer } from './json-answer.ts';

/** The headers that a route needs Twenty to pass on. */
export const FORWARDED_HEADERS = ['authorization', 'accept-language'];

/** The settings of a room's route, the same for all rooms. */
export function roomRoute(room: string) {
  return {
    path: `/keyturn/${room}/:command`,
    httpMethod: 'POST' as const,
    // The caller is asked for by us: an authenticated route would act with the caller's rights only.
    isAuthRequired: false,
    forwardedRequestHeaders: FORWARDED_HEADERS,
  };
}

export function commandRoute(commands: readonly AnyCommand[], questions: readonly AnyQuestion[] = []) {
  return async (event: RoutePayload): Promise<Response> => {
    const language = languageOf(event.headers['accept-language']);
    try {
      return await answer(commands, questions, event, language);
    } catch (error) {
      // The request may be half done: the same request id finishes it.
      console.error(error);
      const message = error instanceof Error ? error.message : 'Something went wrong';
      return jsonAnswer(/limit reached/i.test(message) ? 429 : 500, {
        ok: false,
        error: { message, retry: true },
      });
    }
  };
}

async function answer(
  commands: readonly AnyCommand[],
  questions: readonly AnyQuestion[],
  event: RoutePayload,
  language: Language,
): Promise<Response> {
  const name = event.pathParameters.command ?? '';
  const question = questions.find((one) => one.name === name);
  if (question !== undefined) return answerQuestion(question, event, language);
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    return refused({ code: 'NOT_FOUND', what: 'command', id: name }, language);
  }
  const environment = readEnvironment();
  const input = parseInput<{ requestId: string }>(command.schema, event.body);
  const caller = await callerOf(command, environment, event, isRefused(input) ? null : input.plan);
  if (isRefused(caller)) return refused(caller.refused, language);
  if (isRefused(input)) return refused(input.refused, language);
  const { rights, ...actor } = caller.plan;
  const store = twentyStore(twentyClient(environment.apiUrl, environment.applicationToken));
  const outcome = await carryOut(
    command,
    { store, clock: { now: () => new Date() }, chance, actor, rights },
    input.plan,
  );
  if (isRefused(outcome)) return refused(outcome.refused, language);
  return jsonAnswer(200, { ok: true, command: name, ...outcome.plan });
}

/** Who calls, with the rights that this command can use. Whose deal it is, is decided by `controlSales`, too. */
function callerOf(
  command: AnyCommand,
  environment: ReturnType<typeof readEnvironment>,
  event: RoutePayload,
  input: { requestId: string } | null,
) {
  const { authorization } = event.headers;
  if (command.anyOf !== undefined) return identifyWithAny(environment, authorization, command.anyOf);
  const right = (input === null ? undefined : command.rightFor?.(input)) ?? command.right;
  const owned: Right[] = command.dealOf === undefined || right === 'controlSales' ? [] : ['controlSales'];
  const extra = [...owned, ...((input === null ? undefined : command.alsoUses?.(input)) ?? [])];
  return identifyCaller(environment, authorization, right, [...new Set(extra)]);
}

async function answerQuestion(
  question: AnyQuestion,
  event: RoutePayload,
  language: Language,
): Promise<Response> {
  const environment = readEnvironment();
  const caller = await identifyWithAny(environment, event.headers.authorization, question.rights);
  if (isRefused(caller)) return refused(caller.refused, language);
  const input = parseInput<unknown>(question.schema, event.body);
  if (isRefused(input)) return refused(input.refused, language);
  const client = twentyClient(environment.apiUrl, environment.applicationToken);
  const files = twentyFiles(environment, client);
  const asked = {
    store: twentyStore(client),
    files,
    clock: { now: () => new Date() },
    caller: caller.plan,
    isSet: isVariableSet,
    links: { secrets: linkSecrets(process.env[LINK_VARIABLE]), urlOf: publicUrl },
  };
  const answered = await question.answer(asked, input.plan);
  if (isRefused(answered)) return refused(answered.refused, language);
  return jsonAnswer(200, { ok: true, command: question.name, result: answered.plan, message: '' });
}

function refused(refusal: Refusal, language: Language): Response {
  const { code, ...facts } = refusal;
  return jsonAnswer(HTTP_STATUS[code], {
    ok: false,
    refusal: { code, message: refusalText(refusal, language), facts },
  });
}

export function languageOf(header: string | undefined): Language {
  return /^zh\b/i.test(header ?? '') ? 'zh-CN' : 'en';
}
