/** The app's own files: `/public-assets/<workspace>/<application>/public/<path>`, to be had by everybody. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join, normalize, sep } from 'node:path';
import { refusal, sendJson } from '#scripts/workspace/http/json-http.ts';

export async function handPublicAsset(
  outputDir: string,
  path: string,
  response: ServerResponse,
): Promise<void> {
  const [, wanted = ''] =
    /^\/public-assets\/[^/]+\/[^/]+\/public\/(.+)$/.exec(decodeURIComponent(path)) ?? [];
  const folder = join(outputDir, 'public');
  const file = normalize(join(folder, wanted));
  const content =
    wanted !== '' && file.startsWith(folder + sep) ? await readFile(file).catch(() => null) : null;
  if (content === null) return sendJson(response, 404, refusal(404, 'File not found', 'FILE_NOT_FOUND'));
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(content);
}
