/**
 * A clean folder to build in, one for each SDK: only what ships is copied, so tests and scripts
 * never reach the SDK's scan, and `twenty-sdk` resolves to the version that the server wants.
 */
import { cp, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { projectPath, SHIPPED_FOLDERS } from './definition-files.ts';

/** `current` deploys to today's servers, `legacy` to servers like 2.21 (see scripts/deploy/server-version.ts). */
export type SdkGeneration = 'current' | 'legacy';

export const SDK_PACKAGES: Record<SdkGeneration, { sdk: string; client: string }> = {
  current: { sdk: 'twenty-sdk', client: 'twenty-client-sdk' },
  legacy: { sdk: 'twenty-sdk-2-23', client: 'twenty-client-sdk-2-23' },
};

export function stageFolder(generation: SdkGeneration): string {
  return projectPath(`.keyturn/build/${generation}`);
}

export function outputFolder(generation: SdkGeneration): string {
  return path.join(stageFolder(generation), '.twenty/output');
}

/** Lays a stage out beside the last one, which stays usable until `adoptStage`. Returns its folder. */
export async function prepareStage(generation: SdkGeneration): Promise<string> {
  const stage = `${stageFolder(generation)}-${process.pid}`;
  await rm(stage, { recursive: true, force: true });
  await mkdir(path.join(stage, 'node_modules'), { recursive: true });
  for (const entry of [...SHIPPED_FOLDERS, 'public', 'locales', 'tsconfig.json', 'README.md', 'LICENSE']) {
    await cp(projectPath(entry), path.join(stage, entry), { recursive: true }).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    });
  }
  await writeFile(path.join(stage, 'package.json'), JSON.stringify(stagedPackage(generation), null, 2));
  await linkModules(generation, path.join(stage, 'node_modules'));
  return stage;
}

/** Puts a finished stage in the place of the last one. */
export async function adoptStage(generation: SdkGeneration, stage: string): Promise<void> {
  const place = stageFolder(generation);
  const last = `${place}-last-${process.pid}`;
  await rename(place, last).catch(() => undefined);
  await rename(stage, place);
  await rm(last, { recursive: true, force: true });
}

function stagedPackage(generation: SdkGeneration) {
  const { name, version, description, license, type, keywords, engines, imports } = packageJson;
  const { sdk, client } = SDK_PACKAGES[generation];
  const versions: Record<string, string> = packageJson.devDependencies;
  const bare = (spec = '') => spec.replace(/^npm:.*@/, '');
  return {
    name,
    version,
    description,
    license,
    type,
    keywords,
    engines,
    imports,
    devDependencies: { 'twenty-sdk': bare(versions[sdk]), 'twenty-client-sdk': bare(versions[client]) },
  };
}

async function linkModules(generation: SdkGeneration, target: string): Promise<void> {
  const { sdk, client } = SDK_PACKAGES[generation];
  const replaced = new Set(Object.values(SDK_PACKAGES).flatMap((names) => [names.sdk, names.client]));
  for (const entry of await readdir(projectPath('node_modules'))) {
    if (!replaced.has(entry)) await symlink(projectPath(`node_modules/${entry}`), path.join(target, entry));
  }
  await symlink(projectPath(`node_modules/${sdk}`), path.join(target, 'twenty-sdk'));
  await symlink(projectPath(`node_modules/${client}`), path.join(target, 'twenty-client-sdk'));
}
