/** Applies the schema plan and keeps the workspace's own settings (secret, version) and files in tables. */
import type { Database } from '#scripts/workspace/database/open-database.ts';
import { type ExistingSchema, planSchema } from '#scripts/workspace/database/plan-schema.ts';
import type { WorkspaceModel } from '#scripts/workspace/model/model.ts';

const SETTINGS_SCHEMA = `
  CREATE SCHEMA IF NOT EXISTS workspace_settings;
  CREATE TABLE IF NOT EXISTS workspace_settings.setting (name text PRIMARY KEY, value text NOT NULL);
  CREATE TABLE IF NOT EXISTS workspace_settings.file (
    id uuid PRIMARY KEY, field_id uuid NOT NULL, extension text NOT NULL, size integer NOT NULL,
    state text NOT NULL, content bytea, created_at timestamptz NOT NULL DEFAULT now()
  );
`;

async function readSchema(database: Database): Promise<ExistingSchema> {
  const columns = await database.query(
    `SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const tables: ExistingSchema['tables'] = new Map();
  for (const { table_name, column_name, data_type } of columns) {
    const table = String(table_name);
    if (!tables.has(table)) tables.set(table, new Map());
    tables.get(table)?.set(String(column_name), String(data_type));
  }
  const indexes = await database.query(`SELECT indexname FROM pg_indexes WHERE schemaname = 'public'`);
  const constraints = await database.query(`SELECT conname FROM pg_constraint WHERE contype = 'f'`);
  return {
    tables,
    indexes: new Set(indexes.map((row) => String(row.indexname))),
    constraints: new Set(constraints.map((row) => String(row.conname))),
  };
}

/** Returns the warnings: what the manifest no longer declares, or declares with another type. */
export async function migrate(database: Database, model: WorkspaceModel): Promise<string[]> {
  await database.script(SETTINGS_SCHEMA);
  const plan = planSchema(model, await readSchema(database));
  if (plan.statements.length > 0) await database.script(`BEGIN;\n${plan.statements.join(';\n')};\nCOMMIT;`);
  return plan.warnings;
}

export async function readSetting(database: Database, name: string): Promise<string | undefined> {
  const [row] = await database.query('SELECT value FROM workspace_settings.setting WHERE name = $1', [name]);
  return row === undefined ? undefined : String(row.value);
}

export async function writeSetting(database: Database, name: string, value: string): Promise<void> {
  await database.query(
    'INSERT INTO workspace_settings.setting VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2',
    [name, value],
  );
}

/** The settings whose names begin so, by the rest of their names. */
export async function readSettings(database: Database, prefix: string): Promise<Map<string, string>> {
  const rows = await database.query(
    'SELECT name, value FROM workspace_settings.setting WHERE starts_with(name, $1)',
    [prefix],
  );
  return new Map(rows.map((row) => [String(row.name).slice(prefix.length), String(row.value)]));
}

export async function removeSetting(database: Database, name: string): Promise<void> {
  await database.query('DELETE FROM workspace_settings.setting WHERE name = $1', [name]);
}
