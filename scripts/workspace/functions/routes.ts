/** HTTP routes of functions: `/s/<path>` with `:param`, the event they get and the answer they give. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Directory } from '#scripts/workspace/access/directory.ts';
import type { Member } from '#scripts/workspace/access/identity.ts';
import { ApiError } from '#scripts/workspace/graphql/errors.ts';
import { refusal, sendJson } from '#scripts/workspace/http/json-http.ts';
import { readRequestBody } from '#scripts/workspace/http/request-body.ts';
import type { ManifestFunction } from '#scripts/workspace/model/manifest.ts';

export type RouteHost = {
  functions: ManifestFunction[];
  directory: Directory;
  run(definition: ManifestFunction, payload: unknown, member?: Member): Promise<unknown>;
};

type Match = { definition: ManifestFunction; pathParameters: Record<string, string> };

const patterns = new Map<string, RegExp>();

/** `/units/:id/hold` -> a pattern with named groups. */
function patternOf(path: string): RegExp {
  let pattern = patterns.get(path);
  if (!pattern) {
    const source = path
      .split('/')
      .map((part) =>
        part.startsWith(':') ? `(?<${part.slice(1)}>[^/]+)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      )
      .join('/');
    // Nobody should tell two routes apart by their case: the real server does not.
    pattern = new RegExp(`^${source}/?$`, 'i');
    patterns.set(path, pattern);
  }
  return pattern;
}

function findRoute(functions: ManifestFunction[], method: string, path: string): Match | undefined {
  for (const definition of functions) {
    const settings = definition.httpRouteTriggerSettings;
    if (settings?.httpMethod !== method) continue;
    const match = patternOf(settings.path).exec(path);
    if (!match) continue;
    const groups = Object.entries(match.groups ?? {});
    return {
      definition,
      pathParameters: Object.fromEntries(groups.map(([name, value]) => [name, decodeURIComponent(value)])),
    };
  }
  return undefined;
}

function forwardedHeaders(request: IncomingMessage, names: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of names.map((item) => item.toLowerCase())) {
    const value = request.headers[name];
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

/** A parameter that comes more than once is one text with commas. */
function queryParameters(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name).join(',')]));
}

const KEPT_HEADERS = new Set([
  'content-type',
  'content-language',
  'content-disposition',
  'cache-control',
  'retry-after',
]);

type FunctionResponse = { status?: number; headers?: Record<string, string>; body?: unknown };

/** The SDK marks its `Response` so that a plain object is never taken for one. */
function asResponse(value: unknown): FunctionResponse | undefined {
  const marked = typeof value === 'object' && value !== null && '__twentyHttpResponse' in value;
  return marked ? (value as FunctionResponse) : undefined;
}

function sendResult(response: ServerResponse, value: unknown): void {
  const special = asResponse(value);
  const body = special ? special.body : value;
  for (const [name, text] of Object.entries(special?.headers ?? {})) {
    if (KEPT_HEADERS.has(name.toLowerCase())) response.setHeader(name, text);
  }
  response.statusCode = special?.status ?? 200;
  if (body === undefined || body === null) {
    response.end();
    return;
  }
  // Every answer is text in UTF-8, whatever type it names: bytes, as of a PDF, do not survive.
  const given = response.getHeader('content-type');
  const type = given ?? (typeof body === 'string' ? 'text/plain' : 'application/json');
  response.setHeader('content-type', `${String(type).replace(/;\s*charset=[^;]*/i, '')}; charset=utf-8`);
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

export async function handleRoute(
  host: RouteHost,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { body, rawBody } = await readRequestBody(request);
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = url.pathname.replace(/^\/s\//, '/');
  const match = findRoute(host.functions, request.method ?? 'GET', path);
  if (!match) return sendJson(response, 404, refusal(404, 'No Route trigger found', 'TRIGGER_NOT_FOUND'));
  const { definition, pathParameters } = match;
  const settings = definition.httpRouteTriggerSettings;
  let member: Member | undefined;
  if (settings?.isAuthRequired) {
    try {
      const identity = host.directory.identify(request.headers.authorization);
      if (!identity) throw new ApiError('Missing authentication token', 'FORBIDDEN');
      member = identity.member;
    } catch (error) {
      const message = error instanceof Error ? error.message : 'Unauthorized';
      return sendJson(response, 403, refusal(403, message, 'FORBIDDEN_EXCEPTION'));
    }
  }
  const event = {
    headers: forwardedHeaders(request, settings?.forwardedRequestHeaders ?? []),
    queryStringParameters: queryParameters(url.searchParams),
    pathParameters,
    body,
    ...(rawBody === undefined ? {} : { rawBody }),
    isBase64Encoded: false,
    requestContext: { http: { method: request.method, path: url.pathname } },
    userWorkspaceId: member?.userWorkspaceId ?? null,
  };
  try {
    sendResult(response, await host.run(definition, event, member));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    sendJson(response, 500, refusal(500, message, 'ROUTE_TRIGGER_USER_UNCAUGHT_ERROR'));
  }
}
