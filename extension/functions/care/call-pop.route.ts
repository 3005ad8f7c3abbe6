/** The phone system's door: POST /keyturn/calls/pop. Signed in, or signed over the raw body as the payment gateway does. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { functionsId } from '#identifiers/functions.ts';
import { answerCall, CALL_HEADERS } from './call-door.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('call-pop.route'),
  name: 'keyturn-call-pop',
  description: 'Tells a phone system who calls: people, open deals, dues and tickets.',
  timeoutSeconds: 30,
  httpRouteTriggerSettings: {
    path: '/keyturn/calls/pop',
    httpMethod: 'POST',
    isAuthRequired: false,
    forwardedRequestHeaders: CALL_HEADERS,
  },
  handler: answerCall,
});
