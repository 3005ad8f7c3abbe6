/** `npm run manifest`: writes manifest.json, the index of what installs; a test rebuilds and compares it. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildExtension } from '#scripts/build/build-extension.ts';
import { projectPath } from '#scripts/build/definition-files.ts';
import { manifestIndex } from '#scripts/manifest/manifest-index.ts';

const { outputDir } = await buildExtension('current');
const manifest = JSON.parse(await readFile(path.join(outputDir, 'manifest.json'), 'utf8')) as Record<
  string,
  unknown
>;
const index = manifestIndex(manifest);
await writeFile(projectPath('manifest.json'), `${JSON.stringify(index, null, 2)}\n`);
const count = Object.values(index.entities).reduce((sum, lines) => sum + lines.length, 0);
console.log(`manifest.json lists ${count} entities.`);
