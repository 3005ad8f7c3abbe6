/**
 * Leaves in each widget the words that it says. The SDK bakes the whole catalog into every one, labels of the model
 * and words of all other widgets included, so that each new sentence would make all of them larger.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

type Catalog = Record<string, string>;

const HEAD = 'globalThis["__twentySdkFrontComponentTranslations__"]=';
/** What comes after the catalogs, which are written as JSON in one line. */
const TAIL = ';\n';

/** Newer SDKs look words up by this hash of the English text, older ones by the text itself. */
function messageId(text: string): string {
  return createHash('sha256').update(`${text}\u001f`).digest('base64').slice(0, 6);
}

const asAscii = (text: string) =>
  text.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A text may stand in code as it is, or escaped as a string; one that is part of another is kept as well. */
function isSaid(code: string, text: string): boolean {
  const escaped = JSON.stringify(text).slice(1, -1);
  return [text, escaped, asAscii(escaped), messageId(text)].some((form) => code.includes(form));
}

/** The bundle with the entries of `texts` that its code has; as it was when it has no catalogs. */
export function trimmed(bundle: string, texts: readonly string[]): string {
  const end = bundle.indexOf(TAIL);
  if (!bundle.startsWith(HEAD) || end < 0) return bundle;
  const code = bundle.slice(end);
  const catalogs = JSON.parse(bundle.slice(HEAD.length, end)) as Record<string, Catalog>;
  const said = new Set(texts.filter((text) => isSaid(code, text)).flatMap((text) => [text, messageId(text)]));
  const kept = Object.entries(catalogs).map(([locale, catalog]) => [
    locale,
    Object.fromEntries(Object.entries(catalog).filter(([key]) => said.has(key))),
  ]);
  return `${HEAD}${JSON.stringify(Object.fromEntries(kept))}${code}`;
}

type Manifest = { frontComponents: { builtComponentPath: string; builtComponentChecksum: string }[] };

/** Rewrites the widgets of a build, and their checksums in its manifest. */
export async function trimCatalogs(outputDir: string, localesDir: string): Promise<void> {
  const texts = new Set<string>();
  for (const file of await readdir(localesDir)) {
    const catalog = JSON.parse(await readFile(path.join(localesDir, file), 'utf8')) as Catalog;
    for (const text of Object.keys(catalog)) texts.add(text);
  }
  const manifestFile = path.join(outputDir, 'manifest.json');
  const written = await readFile(manifestFile, 'utf8');
  const manifest = JSON.parse(written) as Manifest;
  let changed = written;
  for (const { builtComponentPath, builtComponentChecksum } of manifest.frontComponents) {
    const file = path.join(outputDir, builtComponentPath);
    const bundle = trimmed(await readFile(file, 'utf8'), [...texts]);
    await writeFile(file, bundle);
    changed = changed.replaceAll(builtComponentChecksum, createHash('sha256').update(bundle).digest('hex'));
  }
  await writeFile(manifestFile, changed);
}
