/**
 * One fingerprint for everything that a deploy installs. The order in which the build lists things
 * does not count, nor does the version: only then can "nothing changed" be said with certainty.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import type { Manifest } from './manifest.ts';

/** Rewritten for every package, so counted in their adapted form only. */
const REWRITTEN = ['manifest.json', 'package.json'];

export async function contentDigest(
  outputDir: string,
  adapted: Manifest,
  packageJson: object,
): Promise<string> {
  const hash = createHash('sha256');
  hash.update(canonical({ ...adapted, application: { ...adapted.application, packageJsonChecksum: null } }));
  hash.update(canonical({ ...packageJson, version: null }));
  for (const file of await shippedFiles(outputDir)) {
    if (REWRITTEN.includes(file)) continue;
    hash.update(`\n${file}\n`).update(await readFile(path.join(outputDir, file)));
  }
  return hash.digest('hex');
}

/** Source maps stay at home: no server reads them, and they carry the paths of the building machine. */
export async function shippedFiles(outputDir: string): Promise<string[]> {
  return (await glob('**/*', { cwd: outputDir, ignore: ['**/*.map', '**/*.tgz'] })).sort();
}

/** JSON with sorted keys; lists of entities are sorted by identifier, other lists keep their order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${sortEntities(value).map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
}

function sortEntities(list: readonly unknown[]): readonly unknown[] {
  return list.every((entry) => identifierOf(entry) !== undefined)
    ? [...list].sort((a, b) => ((identifierOf(a) ?? '') < (identifierOf(b) ?? '') ? -1 : 1))
    : list;
}

function identifierOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null || !('universalIdentifier' in entry)) return undefined;
  return typeof entry.universalIdentifier === 'string' ? entry.universalIdentifier : undefined;
}
