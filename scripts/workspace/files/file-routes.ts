/** The two signed addresses of a file: one to send it to, one to read it from. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FileShelf } from '#scripts/workspace/files/file-shelf.ts';
import { fileHeaders } from '#scripts/workspace/files/file-types.ts';
import { readBytes, refusal, sendJson } from '#scripts/workspace/http/json-http.ts';
import { isParsedType } from '#scripts/workspace/http/request-body.ts';

const FORBIDDEN = { message: 'Forbidden resource', error: 'Forbidden', statusCode: 403 };

async function receive(
  shelf: FileShelf,
  fileId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = await shelf.find(fileId);
  if (!file) return sendJson(response, 404, refusal(404, `File not found: ${fileId}`, 'FILE_NOT_FOUND'));
  // A type that the server reads by itself leaves nothing for the file.
  const sent = await readBytes(request, Number.POSITIVE_INFINITY);
  const content = isParsedType(request) ? Buffer.alloc(0) : sent;
  if (file.state !== 'PENDING') {
    return sendJson(response, 400, refusal(400, `File ${fileId} is not awaiting an upload`, 'BAD_REQUEST'));
  }
  if (content.length > file.size) {
    const message = `Upload exceeds declared size of ${file.size} bytes`;
    return sendJson(response, 413, refusal(413, message, 'FILE_TOO_LARGE'));
  }
  if (content.length < file.size) {
    const message = `Uploaded ${content.length} bytes but ${file.size} were declared`;
    return sendJson(response, 400, refusal(400, message, 'FILE_SIZE_MISMATCH'));
  }
  await shelf.store(fileId, content);
  response.writeHead(204).end();
}

async function hand(shelf: FileShelf, fileId: string, response: ServerResponse): Promise<void> {
  const file = await shelf.find(fileId);
  const content = file && file.state !== 'PENDING' ? await shelf.contentOf(fileId) : undefined;
  if (!file || !content) return sendJson(response, 404, refusal(404, 'File not found', 'FILE_NOT_FOUND'));
  response.writeHead(200, fileHeaders(file.extension)).end(content);
}

/** @returns whether the request was about a file. */
export async function handleFile(
  shelf: FileShelf,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, kind, fileId = ''] = /^\/(file-upload|file\/files-field)\/([^/]+)$/.exec(url.pathname) ?? [];
  const isUpload = kind === 'file-upload' && request.method === 'PUT';
  const isRead = kind === 'file/files-field' && request.method === 'GET';
  if (!isUpload && !isRead) return false;
  const token = url.searchParams.get('token');
  if (!shelf.isTokenFor(isUpload ? 'FILE_UPLOAD' : 'FILE', fileId, token)) sendJson(response, 403, FORBIDDEN);
  else if (isUpload) await receive(shelf, fileId, request, response);
  else await hand(shelf, fileId, response);
  return true;
}
