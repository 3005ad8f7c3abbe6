/** Takes a copy of what was built, and packs it as the server installs it. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { adaptManifest } from './adapt-manifest.ts';
import { contentDigest, shippedFiles } from './content-digest.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { type Capabilities, PACKAGED_RANGE } from './server-version.ts';

const run = promisify(execFile);

type BuiltPackage = { version: string; engines?: Record<string, string>; [key: string]: unknown };

export type Contents = {
  /** Ours alone: another build may begin while this deploy still goes on. */
  folder: string;
  manifest: Manifest;
  packageJson: BuiltPackage;
  digest: string;
};

/** What would be installed on this server, before it has a version. */
export async function readContents(
  folder: string,
  outputDir: string,
  server: Capabilities,
): Promise<Contents> {
  const packageFolder = path.join(folder, 'package');
  for (const file of await shippedFiles(outputDir)) {
    await cp(path.join(outputDir, file), path.join(packageFolder, file));
  }
  const manifest = adaptManifest(await readManifest(packageFolder), server);
  const built = JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8')) as BuiltPackage;
  const packageJson = { ...built, engines: { ...built.engines, twenty: PACKAGED_RANGE } };
  return { folder, manifest, packageJson, digest: await contentDigest(packageFolder, manifest, packageJson) };
}

/** Gives `work` a folder that is gone afterwards, however it ends. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'keyturn-deploy-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The package.json of one version. It carries the digest, and a server keeps and gives back the
 * checksum of this very text: that is how a later deploy knows what is installed.
 */
export function packageJsonText(contents: Contents, version: string): string {
  return `${JSON.stringify({ ...contents.packageJson, version, keyturn: { contents: contents.digest } }, null, 2)}\n`;
}

/** What the server will give back as `packageJsonChecksum` once this version is installed. */
export function checksumOf(contents: Contents, version: string): string {
  return createHash('md5').update(packageJsonText(contents, version)).digest('hex');
}

/** @returns the path of the tarball. */
export async function packExtension(contents: Contents, version: string): Promise<string> {
  const packageFolder = path.join(contents.folder, 'package');
  await writeFile(path.join(packageFolder, 'package.json'), packageJsonText(contents, version));
  const application = {
    ...contents.manifest.application,
    packageJsonChecksum: checksumOf(contents, version),
  };
  await writeFile(
    path.join(packageFolder, 'manifest.json'),
    JSON.stringify({ ...contents.manifest, application }, null, 2),
  );
  const isWindows = process.platform === 'win32';
  const { stdout } = await run(
    isWindows ? 'npm.cmd' : 'npm',
    ['pack', '--json', '--pack-destination', '..'],
    {
      cwd: packageFolder,
      shell: isWindows,
    },
  );
  const [packed] = JSON.parse(stdout) as { filename: string }[];
  if (packed === undefined) throw new Error('npm pack made no package');
  return path.join(contents.folder, packed.filename);
}
