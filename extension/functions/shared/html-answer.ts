/** An answer over HTTP as a page for people without an account: small, of one piece, never kept by a cache. */
import type { Response } from 'twenty-sdk/logic-function';

/** See `jsonAnswer` for why this is no `new Response`. */
export function htmlAnswer(status: number, body: string, language: string): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'cache-control': 'no-store',
  };
  return { __twentyHttpResponse: true, status, headers, body };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that may stand between tags and in attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
