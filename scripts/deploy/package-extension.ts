/** Lays out the package that a server installs, and packs it. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { stageFolder } from '#scripts/build/stage.ts';
import { contentDigest, shippedFiles } from './content-digest.ts';
import type { Manifest } from './manifest.ts';
import { type Capabilities, PACKAGED_RANGE } from './server-version.ts';

type BuiltPackage = { version: string; engines?: Record<string, string>; [key: string]: unknown };

const run = promisify(execFile);

export type Contents = {
  outputDir: string;
  manifest: Manifest;
  packageJson: BuiltPackage;
  digest: string;
};

/** What would be installed, before it has a version. */
export async function readContents(outputDir: string, adapted: Manifest): Promise<Contents> {
  const built = JSON.parse(await readFile(path.join(outputDir, 'package.json'), 'utf8')) as BuiltPackage;
  const packageJson = { ...built, engines: { ...built.engines, twenty: PACKAGED_RANGE } };
  return {
    outputDir,
    manifest: adapted,
    packageJson,
    digest: await contentDigest(outputDir, adapted, packageJson),
  };
}

/**
 * The package.json of one version. It carries the digest, and a server keeps and gives back the
 * checksum of this very text: that is how a later deploy knows what is installed.
 */
export function packageJsonText(contents: Contents, version: string): string {
  return `${JSON.stringify({ ...contents.packageJson, version, keyturn: { contents: contents.digest } }, null, 2)}\n`;
}

export function checksumOf(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** @returns the path of the tarball. */
export async function packExtension(
  contents: Contents,
  version: string,
  server: Capabilities,
): Promise<string> {
  const folder = path.join(stageFolder(server.generation), '.deploy');
  const packageFolder = path.join(folder, 'package');
  await rm(folder, { recursive: true, force: true });
  await mkdir(packageFolder, { recursive: true });
  for (const file of await shippedFiles(contents.outputDir)) {
    await cp(path.join(contents.outputDir, file), path.join(packageFolder, file));
  }
  const text = packageJsonText(contents, version);
  await writeFile(path.join(packageFolder, 'package.json'), text);
  const { application } = contents.manifest;
  const manifest = {
    ...contents.manifest,
    application: { ...application, packageJsonChecksum: checksumOf(text) },
  };
  await writeFile(path.join(packageFolder, 'manifest.json'), JSON.stringify(manifest, null, 2));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { stdout } = await run(npm, ['pack', '--json', '--pack-destination', folder], {
    cwd: packageFolder,
    shell: process.platform === 'win32',
  });
  const [packed] = JSON.parse(stdout) as { filename: string }[];
  if (packed === undefined) throw new Error('npm pack made no package');
  return path.join(folder, packed.filename);
}
