/** The public door by which a customer says how a ticket was done. Nobody is signed in; the link is what counts. */
import type { Response, RoutePayload } from 'twenty-sdk/logic-function';
import { readRating, takeRating } from '#commands/care/rating.ts';
import { HTTP_STATUS, refusalText } from '#commands/system/refusal-text.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { jsonAnswer } from '../shared/json-answer.ts';
import { pageAnswer } from '../shared/page-answer.ts';
import { openPublicDoor, readersLanguage } from '../shared/public-door.ts';
import { ratingPage, ratingProblem } from './rating-page.ts';

export const RATING_HEADERS = ['accept-language'];

export async function showRatingPage(event: RoutePayload): Promise<Response> {
  const language = readersLanguage(event);
  try {
    const rating = await readRating(openPublicDoor(), event.pathParameters.token ?? '');
    if (!isRefused(rating)) return pageAnswer(200, ratingPage(rating.plan, language), language);
    const status = HTTP_STATUS[rating.refused.code];
    return pageAnswer(status, ratingProblem(refusalText(rating.refused, language), language), language);
  } catch (error) {
    console.error(error);
    return pageAnswer(503, ratingProblem(null, language), language);
  }
}

export async function takeRatingAnswer(event: RoutePayload): Promise<Response> {
  const language = readersLanguage(event);
  const { rawBody } = event as { rawBody?: string };
  try {
    const taken = await takeRating(openPublicDoor(), event.pathParameters.token ?? '', rawBody ?? '');
    if (!isRefused(taken)) return jsonAnswer(200, { ok: true });
    const { code } = taken.refused;
    const message = refusalText(taken.refused, language);
    return jsonAnswer(HTTP_STATUS[code], { ok: false, code, message });
  } catch (error) {
    // The page sends the same request again, which goes on.
    console.error(error);
    return jsonAnswer(503, { ok: false, code: '', message: '' });
  }
}
