/** An answer over HTTP, as JSON. */
import type { Response } from 'twenty-sdk/logic-function';

/**
 * What the SDK's class `Response` makes, without the class: since SDK 2.43 that import alone brings 104 KB
 * into a bundle. Twenty knows an answer by its mark; a test compares the two.
 */
export function jsonAnswer(status: number, body: object): Response {
  const headers = { 'content-type': 'application/json' };
  return { __twentyHttpResponse: true, status, headers, body: JSON.stringify(body) };
}
