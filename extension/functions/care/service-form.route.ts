/** The public service form: GET /keyturn/service/<key>, a page of a project's own. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { functionsId } from '#identifiers/functions.ts';
import { SENDER_HEADERS, showServicePage } from './service-door.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('service-form.route'),
  name: 'keyturn-service-form',
  description: 'Shows the public service form of a project.',
  timeoutSeconds: 60,
  httpRouteTriggerSettings: {
    path: '/keyturn/service/:key',
    httpMethod: 'GET',
    isAuthRequired: false,
    forwardedRequestHeaders: SENDER_HEADERS,
  },
  handler: showServicePage,
});
