/** The page behind a buyer's signed link: GET /keyturn/visit/<token>. Nobody is signed in; the link is what counts. */
import { defineLogicFunction } from 'twenty-sdk/define';
import type { Response, RoutePayload } from 'twenty-sdk/logic-function';
import { LINK_VARIABLE, linkSecrets } from '#commands/handover/signed-link.ts';
import { readVisit, VISIT_PATH } from '#commands/handover/visit.ts';
import { HTTP_STATUS, type Language, refusalText } from '#commands/system/refusal-text.ts';
import { isPlainDate } from '#domain/shared/plain-date.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { functionsId } from '#identifiers/functions.ts';
import { languageOf } from '../shared/command-route.ts';
import { pageAnswer } from '../shared/page-answer.ts';
import { openAsApplication } from '../shared/workspace.ts';
import { problemPage, visitPage } from './visit-page.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('visit.route'),
  name: 'keyturn-visit',
  description: 'Shows a buyer the appointment of the handover, over a signed link.',
  timeoutSeconds: 60,
  httpRouteTriggerSettings: {
    path: `${VISIT_PATH}/:token`,
    httpMethod: 'GET',
    isAuthRequired: false,
    forwardedRequestHeaders: ['accept-language'],
  },
  handler: async (event: RoutePayload): Promise<Response> => {
    const { lang, from } = (event.queryStringParameters ?? {}) as Record<string, string | undefined>;
    const language: Language =
      lang === undefined ? languageOf(event.headers['accept-language']) : languageOf(lang);
    try {
      const door = { ...openAsApplication(), secrets: linkSecrets(process.env[LINK_VARIABLE]) };
      const day = from !== undefined && isPlainDate(from) ? from : null;
      const visit = await readVisit(door, event.pathParameters.token ?? '', day);
      if (!isRefused(visit)) return pageAnswer(200, visitPage(visit.plan, language), language);
      const { code } = visit.refused;
      return pageAnswer(
        HTTP_STATUS[code],
        problemPage(refusalText(visit.refused, language), language),
        language,
      );
    } catch (error) {
      console.error(error);
      return pageAnswer(500, problemPage(null, language), language);
    }
  },
});
