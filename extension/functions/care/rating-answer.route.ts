/** What a customer says of a ticket: POST /keyturn/rating/<token>. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { functionsId } from '#identifiers/functions.ts';
import { RATING_HEADERS, takeRatingAnswer } from './rating-door.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('rating-answer.route'),
  name: 'keyturn-rating-answer',
  description: 'Keeps what a customer says of a ticket, over a signed link.',
  timeoutSeconds: 60,
  httpRouteTriggerSettings: {
    path: '/keyturn/rating/:token',
    httpMethod: 'POST',
    isAuthRequired: false,
    forwardedRequestHeaders: RATING_HEADERS,
  },
  handler: takeRatingAnswer,
});
