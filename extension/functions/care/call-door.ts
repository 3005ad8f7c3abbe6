/** Who may ask who calls: a member who serves or sells, or a phone system that signs the body. */
import type { Response, RoutePayload } from 'twenty-sdk/logic-function';
import { type CallPop, popCall, popSchema } from '#commands/care/call-pop.ts';
import { LINK_VARIABLE, linkSecrets } from '#commands/handover/signed-link.ts';
import { signatureProblem } from '#commands/ledger/webhook-signature.ts';
import { parseInput } from '#commands/system/input.ts';
import { HTTP_STATUS, refusalText } from '#commands/system/refusal-text.ts';
import { isRefused, type Refusal } from '#domain/shared/refusal.ts';
import { identifyWithAny } from '#twenty/caller.ts';
import { twentyClient } from '#twenty/client.ts';
import { readEnvironment } from '#twenty/environment.ts';
import { twentyPhoneBook } from '#twenty/phone-book.ts';
import { twentyStore } from '#twenty/store.ts';
import { languageOf } from '../shared/command-route.ts';
import { jsonAnswer } from '../shared/json-answer.ts';

const SIGNATURE = 'x-keyturn-signature';
export const CALL_HEADERS = ['authorization', 'accept-language', SIGNATURE];

export async function answerCall(event: RoutePayload): Promise<Response> {
  const refused = (refusal: Refusal) => {
    const message = refusalText(refusal, languageOf(event.headers['accept-language']));
    return jsonAnswer(HTTP_STATUS[refusal.code], { ok: false, code: refusal.code, message });
  };
  try {
    const stranger = await strangerAt(event);
    if (stranger !== null) return refused(stranger);
    const call = parseInput<CallPop>(popSchema, event.body);
    if (isRefused(call)) return refused(call.refused);
    const { apiUrl, applicationToken } = readEnvironment();
    const client = twentyClient(apiUrl, applicationToken);
    const answering = {
      store: twentyStore(client),
      phoneBook: twentyPhoneBook(client),
      clock: { now: () => new Date() },
    };
    const popped = await popCall(answering, call.plan);
    return isRefused(popped) ? refused(popped.refused) : jsonAnswer(200, { ok: true, ...popped.plan });
  } catch (error) {
    console.error(error);
    return jsonAnswer(503, { ok: false, message: 'Something went wrong; ask again' });
  }
}

async function strangerAt(event: RoutePayload): Promise<Refusal | null> {
  const { rawBody = '' } = event as { rawBody?: string };
  const signature = event.headers[SIGNATURE];
  if (signature !== undefined) {
    const secrets = linkSecrets(process.env[LINK_VARIABLE]);
    const problem = signatureProblem(rawBody, signature, secrets, new Date());
    return problem === null ? null : { code: 'SIGNATURE_WRONG', problem };
  }
  const caller = await identifyWithAny(readEnvironment(), event.headers.authorization, ['serve', 'sell']);
  return isRefused(caller) ? caller.refused : null;
}
