/** Books or gives up over a buyer's signed link: POST /keyturn/visit/<token>. */
import { defineLogicFunction } from 'twenty-sdk/define';
import type { Response, RoutePayload } from 'twenty-sdk/logic-function';
import { LINK_VARIABLE, linkSecrets } from '#commands/handover/signed-link.ts';
import { changeVisit, VISIT_PATH } from '#commands/handover/visit.ts';
import { HTTP_STATUS, refusalText } from '#commands/system/refusal-text.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { functionsId } from '#identifiers/functions.ts';
import { languageOf } from '../shared/command-route.ts';
import { jsonAnswer } from '../shared/json-answer.ts';
import { openAsApplication } from '../shared/workspace.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('visit-change.route'),
  name: 'keyturn-visit-change',
  description: 'Lets a buyer book, move or give up the appointment, over a signed link.',
  timeoutSeconds: 60,
  httpRouteTriggerSettings: {
    path: `${VISIT_PATH}/:token`,
    httpMethod: 'POST',
    isAuthRequired: false,
    forwardedRequestHeaders: ['accept-language'],
  },
  handler: async (event: RoutePayload): Promise<Response> => {
    const language = languageOf(event.headers['accept-language']);
    try {
      const door = { ...openAsApplication(), secrets: linkSecrets(process.env[LINK_VARIABLE]) };
      const changed = await changeVisit(door, event.pathParameters.token ?? '', event.body);
      if (!isRefused(changed)) return jsonAnswer(200, { ok: true });
      const { code } = changed.refused;
      const message = refusalText(changed.refused, language);
      return jsonAnswer(HTTP_STATUS[code], { ok: false, code, message });
    } catch (error) {
      // The same request id finishes what was begun.
      console.error(error);
      return jsonAnswer(500, { ok: false, code: '', message: '' });
    }
  },
});
