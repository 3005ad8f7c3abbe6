/**
 * The public page of snags: GET /keyturn/public/snags?t=<link>. Nobody is signed in: the link's signature says
 * whose snags are shown.
 */
import { defineLogicFunction } from 'twenty-sdk/define';
import type { Response, RoutePayload } from 'twenty-sdk/logic-function';
import { openSnags } from '#commands/handover/snag-links.ts';
import { HTTP_STATUS, refusalText } from '#commands/system/refusal-text.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { functionsId } from '#identifiers/functions.ts';
import { htmlAnswer } from '../shared/html-answer.ts';
import { pageLanguage, snagDoor } from './snag-door.ts';
import { refusedPage, snagPage } from './snag-page.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('snag-page.route'),
  name: 'keyturn-snag-page',
  description: 'Shows a contractor the snags of the own company.',
  timeoutSeconds: 60,
  httpRouteTriggerSettings: {
    path: '/keyturn/public/snags',
    httpMethod: 'GET',
    isAuthRequired: false,
    forwardedRequestHeaders: ['accept-language'],
  },
  handler: async (event: RoutePayload): Promise<Response> => {
    const language = pageLanguage(event);
    try {
      const door = snagDoor();
      const opened = await openSnags(door, event.queryStringParameters?.t ?? '');
      if (!isRefused(opened)) return htmlAnswer(200, snagPage(opened.plan, language), language);
      const message = refusalText(opened.refused, language);
      return htmlAnswer(HTTP_STATUS[opened.refused.code], refusedPage(message, language), language);
    } catch (error) {
      console.error(error);
      return htmlAnswer(500, refusedPage('…', language), language);
    }
  },
});
