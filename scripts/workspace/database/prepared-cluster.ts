/**
 * Making an empty PostgreSQL cluster takes seconds, unpacking one half a second. So the first one made is
 * kept in `.keyturn` (ignored by git) and every later workspace starts from it.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';

const FOLDER = fileURLToPath(new URL('../../../.keyturn', import.meta.url));

function pgliteVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

const clusterFile = () => join(FOLDER, `empty-cluster-${pgliteVersion()}.tar`);

/** Written beside its place and moved there, so that nobody reads half of it. */
async function keep(lite: PGlite): Promise<void> {
  const dump = await lite.dumpDataDir('none');
  const draft = join(FOLDER, `${randomUUID()}.tmp`);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(draft, Buffer.from(await dump.arrayBuffer()));
  await rename(draft, clusterFile());
}

const isNew = (dataDir: string | undefined) =>
  dataDir === undefined || !existsSync(join(dataDir, 'PG_VERSION'));

/** Opens the data folder, or a new cluster there (or in memory when there is no folder). */
export async function openCluster(options: PGliteOptions & { dataDir?: string }): Promise<PGlite> {
  if (!isNew(options.dataDir)) return PGlite.create(options);
  const prepared = await readFile(clusterFile()).catch(() => undefined);
  if (prepared) {
    try {
      return await PGlite.create({ ...options, loadDataDir: new Blob([new Uint8Array(prepared)]) });
    } catch (error) {
      // A damaged file is made anew next time. A folder of the caller's is left as it is.
      await rm(clusterFile(), { force: true });
      if (options.dataDir) throw error;
    }
  }
  const lite = await PGlite.create(options);
  await keep(lite).catch(() => {});
  return lite;
}
