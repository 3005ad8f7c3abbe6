/** What the public page of snags does: POST /keyturn/public/snags, with the link in the body. */
import { defineLogicFunction } from 'twenty-sdk/define';
import type { Response, RoutePayload } from 'twenty-sdk/logic-function';
import type * as z from 'zod/mini';
import {
  moveByLink,
  moveByLinkSchema,
  photoByLink,
  photoByLinkSchema,
  photosByLink,
  photosByLinkSchema,
} from '#commands/handover/snag-links.ts';
import { parseInput } from '#commands/system/input.ts';
import { HTTP_STATUS, refusalText } from '#commands/system/refusal-text.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import { functionsId } from '#identifiers/functions.ts';
import { jsonAnswer } from '../shared/json-answer.ts';
import { pageLanguage, snagDoor } from './snag-door.ts';

type Body = Record<string, unknown>;

export default defineLogicFunction({
  universalIdentifier: functionsId('snag-acts.route'),
  name: 'keyturn-snag-acts',
  description: 'Takes what a contractor says of the own snags, and photos.',
  timeoutSeconds: 120,
  httpRouteTriggerSettings: {
    path: '/keyturn/public/snags',
    httpMethod: 'POST',
    isAuthRequired: false,
    forwardedRequestHeaders: ['accept-language'],
  },
  handler: async (event: RoutePayload): Promise<Response> => {
    const language = pageLanguage(event);
    try {
      const answered = await act(event.body);
      if (!isRefused(answered)) return jsonAnswer(200, { ok: true, ...answered.plan });
      const { code } = answered.refused;
      return jsonAnswer(HTTP_STATUS[code], {
        ok: false,
        code,
        message: refusalText(answered.refused, language),
      });
    } catch (error) {
      // The page sends the same again; what was begun is finished then.
      console.error(error);
      return jsonAnswer(500, { ok: false });
    }
  },
});

async function act(body: unknown): Promise<Decision<Body>> {
  const what = typeof body === 'object' && body !== null ? (body as Body).do : undefined;
  if (what === 'move') return taken(moveByLinkSchema, body, (input) => moveByLink(snagDoor(), input));
  if (what === 'photo') return taken(photoByLinkSchema, body, (input) => photoByLink(snagDoor(), input));
  if (what === 'photos') return taken(photosByLinkSchema, body, (input) => photosByLink(snagDoor(), input));
  return refuse({ code: 'INVALID_INPUT', field: 'do', problem: 'must be one of move, photo, photos' });
}

async function taken<I>(
  schema: z.ZodMiniType<I>,
  body: unknown,
  work: (input: I) => Promise<Decision<Body>>,
): Promise<Decision<Body>> {
  const input = parseInput(schema, body);
  return isRefused(input) ? input : work(input.plan);
}
