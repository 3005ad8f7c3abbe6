/** The page on which a customer says how a ticket was done: GET /keyturn/rating/<token>. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { functionsId } from '#identifiers/functions.ts';
import { RATING_HEADERS, showRatingPage } from './rating-door.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('rating.route'),
  name: 'keyturn-rating',
  description: 'Asks a customer how a ticket was done, over a signed link.',
  timeoutSeconds: 60,
  httpRouteTriggerSettings: {
    path: '/keyturn/rating/:token',
    httpMethod: 'GET',
    isAuthRequired: false,
    forwardedRequestHeaders: RATING_HEADERS,
  },
  handler: showRatingPage,
});
