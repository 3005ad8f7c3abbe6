/** What the public routes of snags work with: the workspace as the application, and the secrets of links. */
import type { RoutePayload } from 'twenty-sdk/logic-function';
import { LINK_VARIABLE, linkSecrets } from '#commands/handover/signed-link.ts';
import type { Door } from '#commands/handover/snag-links.ts';
import { twentyClient } from '#twenty/client.ts';
import { readEnvironment } from '#twenty/environment.ts';
import { twentyFiles } from '#twenty/files.ts';
import { twentyStore } from '#twenty/store.ts';
import { languageOf } from '../shared/command-route.ts';
import type { PageLanguage } from './snag-page-words.ts';

export function snagDoor(): Door {
  const environment = readEnvironment();
  const client = twentyClient(environment.apiUrl, environment.applicationToken);
  return {
    store: twentyStore(client),
    files: twentyFiles(environment, client),
    clock: { now: () => new Date() },
    secrets: linkSecrets(process.env[LINK_VARIABLE]),
  };
}

/** As the address asks for, else as the browser does. */
export function pageLanguage(event: RoutePayload): PageLanguage {
  return languageOf(event.queryStringParameters?.lang ?? event.headers['accept-language']);
}
