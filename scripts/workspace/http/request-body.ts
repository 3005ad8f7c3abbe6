/**
 * A request's body as a route's function gets it. The real server reads three content types and ignores
 * every other one: then a function gets neither a body nor the raw text that a signature is made of.
 */
import type { IncomingMessage } from 'node:http';
import { parse as parseQuery } from 'node:querystring';
import { BodyRefused, badBody, readBytes } from '#scripts/workspace/http/json-http.ts';

export type RequestBody = { body: unknown; rawBody?: string };

const MAX_TEXT_BYTES = 1024 * 1024;

type Nested = { [key: string]: unknown };

/** `a[b]=1` nests and `a[]=1` lists, as in forms of a browser. */
function place(target: Nested, path: string[], value: unknown): void {
  const [key = '', next, ...rest] = path;
  if (next === undefined) target[key] = value;
  else if (next === '') target[key] = [value].flat();
  else {
    target[key] ??= {};
    place(target[key] as Nested, [next, ...rest], value);
  }
}

function parseForm(text: string): Nested {
  const form: Nested = {};
  for (const [name, value] of Object.entries(parseQuery(text))) {
    place(form, name.replaceAll(']', '').split('['), value);
  }
  return form;
}

/** Only objects and lists are JSON to the real server; a bare number or text is refused. */
function parseJson(bytes: Buffer, charset: string): unknown {
  if (!/^utf-/i.test(charset)) {
    throw new BodyRefused(500, `unsupported charset "${charset.toUpperCase()}"`);
  }
  if (bytes.length === 0) return {};
  const text = new TextDecoder(charset).decode(bytes);
  const first = text.trimStart().charAt(0);
  if (first !== '' && first !== '{' && first !== '[') {
    throw badBody(`Unexpected token '${first}', ${JSON.stringify(text)} is not valid JSON`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badBody((error as Error).message);
  }
}

/** Plain text that happens to be JSON reaches the function as what it says. */
function parseText(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return { raw: text };
  }
}

function contentType(request: IncomingMessage): { type: string; charset: string } {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').split(';');
  const charset = parameters.map((part) => /^\s*charset="?([^"\s]+)/i.exec(part)?.[1]).find(Boolean);
  return { type: type.trim().toLowerCase(), charset: charset ?? 'utf-8' };
}

const PARSED_TYPES = ['application/json', 'application/x-www-form-urlencoded', 'text/plain'];

export const isParsedType = (request: IncomingMessage) => PARSED_TYPES.includes(contentType(request).type);

/** @throws BodyRefused as the real server does, before it looks for a route. */
export async function readRequestBody(request: IncomingMessage): Promise<RequestBody> {
  const { type, charset } = contentType(request);
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || request.headers['content-length'] !== undefined;
  const isText = type === 'text/plain';
  if (!hasBody || !PARSED_TYPES.includes(type)) {
    request.resume();
    return { body: null };
  }
  const bytes = await readBytes(request, isText ? MAX_TEXT_BYTES : undefined);
  const rawBody = bytes.toString('utf8');
  if (isText) return { body: parseText(rawBody), rawBody };
  return { body: type === 'application/json' ? parseJson(bytes, charset) : parseForm(rawBody), rawBody };
}
