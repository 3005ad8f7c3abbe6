/**
 * Files of the app's own `public` folder, as a function reads them at run time: the server serves them
 * to everybody below the ids that the application's token names. Storage elsewhere is a redirect away.
 */
import { ConnectionCut, TwentyError } from './client.ts';
import type { Environment } from './environment.ts';

const TIMEOUT_MS = 60_000;

/**
 * @param path inside of `public`, such as `fonts/a.ttf.br`.
 * @throws TwentyError when the server has no such file, ConnectionCut when it does not answer.
 */
export async function readPublicAsset(
  { apiUrl, applicationToken }: Environment,
  path: string,
): Promise<Uint8Array> {
  const { workspaceId, applicationId } = placeOf(applicationToken);
  const url = `${apiUrl}/public-assets/${workspaceId}/${applicationId}/public/${path}`;
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((cause: unknown) => {
    throw new ConnectionCut(`No answer for the app's file ${path}`, { cause });
  });
  if (!response.ok) {
    throw new TwentyError(`The app's file ${path} was answered with status ${response.status}`, 'NOT_FOUND');
  }
  const body = await response.arrayBuffer().catch((cause: unknown) => {
    throw new ConnectionCut(`The app's file ${path} broke off`, { cause });
  });
  return new Uint8Array(body);
}

type Place = { workspaceId: string; applicationId: string };

function placeOf(token: string): Place {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Place;
  return { workspaceId: claims.workspaceId, applicationId: claims.applicationId };
}
