/** The translations as the SDK bakes them into a widget: by a hash of the English text (since 2.3x). */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectPath } from '#scripts/build/definition-files.ts';

export type Catalog = Record<string, string>;

const SEPARATOR = '\u001f';

function messageId(text: string): string {
  return createHash('sha256').update(`${text}${SEPARATOR}`).digest('base64').slice(0, 6);
}

/** By locale, with the plain text as key too: that is how older SDKs look it up. */
export async function catalogs(): Promise<Record<string, Catalog>> {
  const found: Record<string, Catalog> = {};
  for (const file of await readdir(projectPath('locales'))) {
    const plain = await readCatalog(path.basename(file, '.json'));
    const hashed = Object.entries(plain).map(([text, translation]) => [messageId(text), translation]);
    found[path.basename(file, '.json')] = { ...plain, ...Object.fromEntries(hashed) };
  }
  return found;
}

export async function readCatalog(locale: string): Promise<Catalog> {
  return JSON.parse(await readFile(projectPath(`locales/${locale}.json`), 'utf8')) as Catalog;
}

export const CATALOGS_KEY = '__twentySdkFrontComponentTranslations__';
