/** What the public doors have in common: nobody is signed in, so the reader says the language and a link what counts. */
import type { RoutePayload } from 'twenty-sdk/logic-function';
import { LINK_VARIABLE, linkSecrets } from '#commands/handover/signed-link.ts';
import type { Language } from '#commands/system/refusal-text.ts';
import { openAsApplication } from './workspace.ts';

/** As the address says (`lang`), else as the browser does. */
export function readersLanguage({ headers, queryStringParameters }: RoutePayload): Language {
  const asked = queryStringParameters?.lang ?? headers['accept-language'] ?? '';
  return /^zh\b/i.test(asked) ? 'zh-CN' : 'en';
}

/** The workspace as the application, with the secrets that links are signed with. */
export function openPublicDoor() {
  return { ...openAsApplication(), secrets: linkSecrets(process.env[LINK_VARIABLE]) };
}
