/** The workspace's HTTP server: `/graphql`, `/metadata`, `/s/…`, files, `/healthz`, and whatever its owner adds. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handleFile } from '#scripts/workspace/files/file-routes.ts';
import type { FileShelf } from '#scripts/workspace/files/file-shelf.ts';
import { handPublicAsset } from '#scripts/workspace/files/public-assets.ts';
import { handleRoute, type RouteHost } from '#scripts/workspace/functions/routes.ts';
import { answerRecords, type RecordsEndpoint } from '#scripts/workspace/graphql/endpoint.ts';
import {
  allowOrigins,
  BodyRefused,
  readBody,
  readGraphqlRequest,
  sendJson,
} from '#scripts/workspace/http/json-http.ts';
import type { MetadataEndpoint } from '#scripts/workspace/metadata/endpoint.ts';
import type { WorkspaceOptions } from '#scripts/workspace/workspace-types.ts';

export type ServerParts = {
  records: RecordsEndpoint;
  metadata: MetadataEndpoint;
  routes: RouteHost;
  files: FileShelf;
  /** Where the built app lies; its folder `public` is open to everybody. */
  outputDir: string;
  handleRequest?: WorkspaceOptions['handleRequest'];
};

async function handleGraphql(
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const graphql = readGraphqlRequest(await readBody(request));
  if (!graphql) return sendJson(response, 400, { errors: [{ message: 'Must provide query string.' }] });
  const { authorization } = request.headers;
  if (request.url?.startsWith('/metadata')) {
    return sendJson(response, 200, await parts.metadata.answer(graphql, authorization));
  }
  const answer = await answerRecords(parts.records, graphql, authorization);
  if (answer === 'drop') {
    request.socket.destroy();
    return;
  }
  sendJson(response, 200, answer);
}

async function route(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (await parts.handleRequest?.(request, response)) return;
  allowOrigins(request, response);
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
  } else if (path === '/healthz') {
    sendJson(response, 200, { status: 'ok', info: {}, error: {}, details: {} });
  } else if (path.startsWith('/s/')) {
    await handleRoute(parts.routes, request, response);
  } else if (path.startsWith('/public-assets/')) {
    await handPublicAsset(parts.outputDir, path, response);
  } else if (await handleFile(parts.files, request, response)) {
    return;
  } else if (request.method === 'POST' && (path === '/graphql' || path === '/metadata')) {
    await handleGraphql(parts, request, response);
  } else {
    sendJson(response, 404, {
      statusCode: 404,
      error: 'Not Found',
      messages: [`Cannot ${request.method} ${path}`],
    });
  }
}

export async function listen(parts: ServerParts, port: number): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    route(parts, request, response).catch((error: unknown) => {
      if (error instanceof BodyRefused) return sendJson(response, error.status, error.answer);
      const message = error instanceof Error ? error.message : String(error);
      sendJson(response, 500, { statusCode: 500, error: 'Internal Server Error', messages: [message] });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${bound}` };
}

export async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
