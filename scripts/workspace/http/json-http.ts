/** Reading requests and writing answers; CORS is open, as on the real server. */
import type { IncomingMessage, ServerResponse } from 'node:http';

const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** A body that is refused before anything looks at what it asks for. */
export class BodyRefused extends Error {
  constructor(
    readonly status: number,
    readonly answer: unknown,
  ) {
    super('The request body was refused');
    this.name = 'BodyRefused';
  }
}

export const badBody = (message: string) =>
  new BodyRefused(400, { message, error: 'Bad Request', statusCode: 400 });

/** The real server answers the bare text, and as its own failure, not the sender's. */
const tooLarge = () => new BodyRefused(500, 'request entity too large');

/** How the real server words what a route or a file's address refuses. */
export const refusal = (statusCode: number, message: string, code: string) => ({
  statusCode,
  error: 'Error',
  messages: [message],
  code,
});

export function readBytes(request: IncomingMessage, limit = MAX_BODY_BYTES): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // The rest is read and thrown away, or the sender would see a broken connection and no answer.
      if (size > limit) reject(tooLarge());
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString('utf8');
}

export function allowOrigins(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Allow-Methods', 'GET,HEAD,PUT,PATCH,POST,DELETE');
  const asked = request.headers['access-control-request-headers'];
  if (asked) response.setHeader('Access-Control-Allow-Headers', asked);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.writableEnded || response.destroyed) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

export type GraphqlRequest = { query: string; variables: Record<string, unknown>; operationName?: string };

/** The three members of a GraphQL request, or undefined when there is no query. */
export function readGraphqlRequest(body: string): GraphqlRequest | undefined {
  let given: Partial<GraphqlRequest>;
  try {
    given = JSON.parse(body) as Partial<GraphqlRequest>;
  } catch (error) {
    throw badBody((error as Error).message);
  }
  const { query, variables, operationName } = given;
  if (typeof query !== 'string' || query === '') return undefined;
  return { query, variables: variables ?? {}, ...(operationName ? { operationName } : {}) };
}
