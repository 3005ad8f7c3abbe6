/** What the public service form sends: POST /keyturn/service/<key>. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { functionsId } from '#identifiers/functions.ts';
import { SENDER_HEADERS, takeServiceRequest } from './service-door.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('service-request.route'),
  name: 'keyturn-service-request',
  description: 'Takes a request from the public service form.',
  timeoutSeconds: 60,
  httpRouteTriggerSettings: {
    path: '/keyturn/service/:key',
    httpMethod: 'POST',
    isAuthRequired: false,
    forwardedRequestHeaders: SENDER_HEADERS,
  },
  handler: takeServiceRequest,
});
