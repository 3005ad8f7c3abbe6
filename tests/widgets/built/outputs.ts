/** The outputs of `npm run build` that are there, for tests of what really ships. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { outputFolder, type SdkGeneration } from '#scripts/build/stage.ts';
import type { Manifest } from '#tests/widgets/i18n/manifest-labels.ts';

const GENERATIONS: readonly SdkGeneration[] = ['current', 'legacy'];

export const BUILT = GENERATIONS.filter((generation) =>
  existsSync(path.join(outputFolder(generation), 'manifest.json')),
);

export const NOT_BUILT = BUILT.length === 0;

if (NOT_BUILT)
  console.warn('Not built: the tests of bundles and manifest are left out. Run "npm run build" first.');

export async function readManifest(generation: SdkGeneration): Promise<Manifest> {
  return JSON.parse(await readFile(path.join(outputFolder(generation), 'manifest.json'), 'utf8')) as Manifest;
}
