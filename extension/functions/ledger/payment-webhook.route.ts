/**
 * The payment gateway's door: POST /keyturn/webhooks/payment. Nobody is signed in: the signature over the raw
 * body is what counts. Answers 200 to everything that was understood, so that the gateway stops telling it.
 */

import { defineLogicFunction } from 'twenty-sdk/define';
import type { Response, RoutePayload } from 'twenty-sdk/logic-function';
import { hearGateway } from '#commands/ledger/gateway-events.ts';
import { HTTP_STATUS, refusalText } from '#commands/system/refusal-text.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { functionsId } from '#identifiers/functions.ts';
import { jsonAnswer } from '../shared/json-answer.ts';
import { openAsApplication } from '../shared/workspace.ts';

const SIGNATURE = 'x-keyturn-signature';

export default defineLogicFunction({
  universalIdentifier: functionsId('payment-webhook.route'),
  name: 'keyturn-payment-webhook',
  description: 'Hears what the payment gateway tells, once.',
  timeoutSeconds: 120,
  httpRouteTriggerSettings: {
    path: '/keyturn/webhooks/payment',
    httpMethod: 'POST',
    isAuthRequired: false,
    forwardedRequestHeaders: [SIGNATURE],
  },
  handler: async (event: RoutePayload): Promise<Response> => {
    const secrets = (process.env.KEYTURN_PAYMENT_SECRET ?? '').split(',');
    const { rawBody } = event as { rawBody?: string };
    try {
      // Without the bytes as they were sent no signature can be checked: it must be sent as JSON.
      const heard = await hearGateway(
        { ...openAsApplication(), secrets },
        rawBody ?? '',
        event.headers[SIGNATURE],
      );
      if (!isRefused(heard)) return jsonAnswer(200, { ok: true, ...heard.plan });
      const { code } = heard.refused;
      return jsonAnswer(HTTP_STATUS[code], { ok: false, code, message: refusalText(heard.refused) });
    } catch (error) {
      // The gateway tells it again; what was begun is finished then.
      console.error(error);
      return jsonAnswer(500, { ok: false, message: 'Something went wrong; tell it again' });
    }
  },
});
