/** PostgreSQL in process (PGlite), with values read the way the API writes them. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { types } from '@electric-sql/pglite';
import { openCluster } from '#scripts/workspace/database/prepared-cluster.ts';

export type Row = Record<string, unknown>;

export type Database = {
  /** One statement with `$1` parameters. PGlite has one connection, so each statement runs alone. */
  query(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Several statements without parameters, for schema changes. */
  script(text: string): Promise<void>;
  /** Statements that commit together, or not at all. */
  transaction<T>(run: (query: Database['query']) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

const asNumber = (text: string) => Number(text);

/** DATE stays text, DATE_TIME becomes ISO with milliseconds, numbers become JSON numbers. */
const parsers = {
  [types.DATE]: (text: string) => text,
  [types.TIMESTAMPTZ]: (text: string) => new Date(text).toISOString(),
  [types.NUMERIC]: asNumber,
  [types.INT8]: asNumber,
};

export async function openDatabase(dataDir?: string): Promise<Database> {
  if (dataDir) await mkdir(dirname(dataDir), { recursive: true });
  const lite = await openCluster({ ...(dataDir ? { dataDir } : {}), parsers });
  await lite.exec(`SET TIME ZONE 'UTC'`);
  return {
    async query(text, parameters = []) {
      return (await lite.query<Row>(text, [...parameters])).rows;
    },
    async script(text) {
      await lite.exec(text);
    },
    transaction: (run) =>
      lite.transaction((tx) =>
        run(async (text, parameters = []) => (await tx.query<Row>(text, [...parameters])).rows),
      ),
    close: () => lite.close(),
  };
}
