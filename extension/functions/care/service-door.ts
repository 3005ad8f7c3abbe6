/** The public door of the service: a page, and what it sends. Nobody is signed in; the key in the address counts. */
import type { Response, RoutePayload } from 'twenty-sdk/logic-function';
import { formProject, takeWebRequest } from '#commands/care/web-request.ts';
import { HTTP_STATUS, refusalText } from '#commands/system/refusal-text.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { jsonAnswer } from '../shared/json-answer.ts';
import { openPublicDoor, readersLanguage } from '../shared/public-door.ts';
import { servicePage, sorryPage } from './service-page.ts';

/** What a proxy says of the sender: the last one in the list is what our own proxy saw. */
export const SENDER_HEADERS = ['x-forwarded-for', 'accept-language'];
const TOO_LARGE = 413;

export async function showServicePage(event: RoutePayload): Promise<Response> {
  const language = readersLanguage(event);
  try {
    const project = await formProject(openPublicDoor(), event.pathParameters.key ?? '');
    if (!isRefused(project)) return html(200, servicePage(project.plan.name, language));
    return html(
      HTTP_STATUS[project.refused.code],
      sorryPage(refusalText(project.refused, language), language),
    );
  } catch (error) {
    console.error(error);
    const sorry = { en: 'Please try again in a moment.', 'zh-CN': '请稍后重试。' };
    return html(503, sorryPage(sorry[language], language));
  }
}

export async function takeServiceRequest(event: RoutePayload): Promise<Response> {
  const language = readersLanguage(event);
  const { rawBody } = event as { rawBody?: string };
  const forwarded = event.headers['x-forwarded-for'] ?? '';
  try {
    const taken = await takeWebRequest(openPublicDoor(), {
      key: event.pathParameters.key ?? '',
      rawBody: rawBody ?? '',
      address: forwarded.split(',').at(-1)?.trim() ?? '',
    });
    if (!isRefused(taken)) return jsonAnswer(200, { ok: true, ...taken.plan });
    const { refused } = taken;
    const isLarge =
      refused.code === 'INVALID_INPUT' && (rawBody ?? '').length > 0 && isTooLarge(refused.problem);
    const status = isLarge ? TOO_LARGE : HTTP_STATUS[refused.code];
    return jsonAnswer(status, { ok: false, code: refused.code, message: refusalText(refused, language) });
  } catch (error) {
    console.error(error);
    const sorry = { en: 'It could not be kept. Please try again.', 'zh-CN': '未能保存，请重试。' };
    return jsonAnswer(503, { ok: false, message: sorry[language] });
  }
}

const isTooLarge = (problem: string) => problem.endsWith('bytes');

function html(status: number, body: string): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return { __twentyHttpResponse: true, status, headers, body };
}
