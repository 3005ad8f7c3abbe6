/**
 * The SDK bakes the whole catalogue of every language into every widget, some hundred kilobytes that nobody reads.
 * After a build each widget keeps the translations of the texts that occur in its code, and the manifest the new
 * checksums. What is not recognised is kept.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { projectPath } from './definition-files.ts';

type Catalogs = Record<string, Record<string, string>>;

const HEAD = 'globalThis["__twentySdkFrontComponentTranslations__"]=';
const SEPARATOR = '\u001f';

/** How newer SDKs name a text: older ones look it up by the text itself. */
function messageId(text: string): string {
  return createHash('sha256').update(`${text}${SEPARATOR}`).digest('base64').slice(0, 6);
}

const ESCAPED = /\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})|\r?\n|(.))/gi;
const PLAIN: Record<string, string> = { n: '\n', t: '\t', r: '\r' };

/** Code with the escapes of its texts undone, however the bundler wrote them. */
function unescaped(code: string): string {
  return code.replace(ESCAPED, (_all, braced?: string, four?: string, two?: string, one?: string) => {
    const point = braced ?? four ?? two;
    if (point !== undefined) return String.fromCodePoint(Number.parseInt(point, 16));
    return one === undefined ? '' : (PLAIN[one] ?? one);
  });
}

const BEGINNING = 3;

/** The texts that occur, found in one walk: looking for each of them in each widget would take a minute. */
function occurring(texts: readonly string[], code: string): Set<string> {
  const found = new Set<string>();
  const byBeginning = new Map<string, string[]>();
  for (const text of texts) {
    const beginning = text.slice(0, BEGINNING);
    if (beginning.length < BEGINNING) {
      if (code.includes(text)) found.add(text);
    } else byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), text]);
  }
  for (let at = 0; at < code.length; at += 1) {
    for (const text of byBeginning.get(code.slice(at, at + BEGINNING)) ?? []) {
      if (!found.has(text) && code.startsWith(text, at)) found.add(text);
    }
  }
  return found;
}

/** @param texts every text that can be translated; a key that is none of them, nor names one, is kept. */
export function trimmed(bundle: string, texts: readonly string[]): string {
  const end = bundle.indexOf('\n');
  const line = bundle.slice(0, end);
  if (!line.startsWith(HEAD) || !line.endsWith(';')) return bundle;
  const code = bundle.slice(end);
  const used = occurring(texts, unescaped(code));
  const unused = new Set(texts.filter((text) => !used.has(text)).flatMap((text) => [text, messageId(text)]));
  const catalogs = JSON.parse(line.slice(HEAD.length, -1)) as Catalogs;
  const kept = Object.entries(catalogs).map(([locale, catalog]) => [
    locale,
    Object.fromEntries(Object.entries(catalog).filter(([key]) => !unused.has(key))),
  ]);
  return `${HEAD}${JSON.stringify(Object.fromEntries(kept))};${code}`;
}

type Manifest = { frontComponents: { builtComponentPath: string; builtComponentChecksum: string }[] };

export async function trimCatalogs(outputDir: string): Promise<void> {
  const texts = await translatedTexts();
  const checksums = new Map<string, string>();
  for (const file of await glob('widgets/**/*.mjs', { cwd: outputDir })) {
    const bundle = trimmed(await readFile(path.join(outputDir, file), 'utf8'), texts);
    await writeFile(path.join(outputDir, file), bundle);
    checksums.set(file, createHash('sha256').update(bundle).digest('hex'));
  }
  const place = path.join(outputDir, 'manifest.json');
  const manifest = JSON.parse(await readFile(place, 'utf8')) as Manifest;
  for (const component of manifest.frontComponents) {
    const { builtComponentPath: file, builtComponentChecksum: last } = component;
    component.builtComponentChecksum = checksums.get(file) ?? last;
  }
  await writeFile(place, `${JSON.stringify(manifest, null, 2)}\n`);
}

async function translatedTexts(): Promise<string[]> {
  const texts = new Set<string>();
  for (const file of await readdir(projectPath('locales'))) {
    const catalog = JSON.parse(await readFile(projectPath(`locales/${file}`), 'utf8')) as object;
    for (const text of Object.keys(catalog)) texts.add(text);
  }
  return [...texts];
}
