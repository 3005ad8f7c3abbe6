/** An answer over HTTP, as a page: see json-answer.ts. Never kept, for it is of one person. */
import type { Response } from 'twenty-sdk/logic-function';

export function pageAnswer(status: number, html: string, language: string): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'cache-control': 'no-store',
  };
  return { __twentyHttpResponse: true, status, headers, body: html };
}
