/** Builds the extension with one SDK, unless the last build was made from the very same sources. */
import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { ROOT, SHIPPED_FOLDERS } from './definition-files.ts';
import { runSdk } from './run-sdk.ts';
import { adoptStage, outputFolder, prepareStage, type SdkGeneration, stageFolder } from './stage.ts';
import { trimCatalogs } from './trim-catalogs.ts';

export type BuildResult = { outputDir: string; seconds: number; isFresh: boolean };

/** @throws SdkFailed with what the SDK printed. */
export async function buildExtension(
  generation: SdkGeneration,
  options: { force?: boolean } = {},
): Promise<BuildResult> {
  const started = performance.now();
  const fingerprint = await sourceFingerprint();
  const stamp = path.join(stageFolder(generation), '.fingerprint');
  const outputDir = outputFolder(generation);
  const isFresh =
    options.force !== true &&
    (await readFile(stamp, 'utf8').catch(() => '')) === fingerprint &&
    (await stat(path.join(outputDir, 'manifest.json')).catch(() => null)) !== null;
  if (!isFresh) {
    const stage = await prepareStage(generation);
    await runSdk(stage, ['dev:build']);
    await trimCatalogs(path.join(stage, '.twenty/output'));
    await writeFile(path.join(stage, '.fingerprint'), fingerprint);
    await adoptStage(generation, stage);
  }
  return { outputDir, seconds: (performance.now() - started) / 1000, isFresh };
}

async function sourceFingerprint(): Promise<string> {
  const files = await glob(
    [
      ...SHIPPED_FOLDERS.map((folder) => `${folder}/**/*`),
      'public/**/*',
      'locales/*',
      'package.json',
      'tsconfig.json',
    ],
    { cwd: ROOT },
  );
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(await readFile(path.join(ROOT, file)));
  return hash.digest('hex');
}
