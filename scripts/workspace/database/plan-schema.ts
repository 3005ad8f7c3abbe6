/** The statements that bring a database from what it has to what the model wants. */
import { quote } from '#scripts/workspace/model/make-field.ts';
import type { ColumnModel, ObjectModel, WorkspaceModel } from '#scripts/workspace/model/model.ts';

export type ExistingSchema = {
  /** table -> column -> type as PostgreSQL names it */
  tables: Map<string, Map<string, string>>;
  indexes: Set<string>;
  constraints: Set<string>;
};

export type SchemaPlan = { statements: string[]; warnings: string[] };

const ON_DELETE = { CASCADE: 'CASCADE', SET_NULL: 'SET NULL', RESTRICT: 'RESTRICT', NO_ACTION: 'NO ACTION' };

/** Names of PostgreSQL's catalogue for the types used here. */
const CATALOGUE_NAMES: Record<string, string> = {
  timestamptz: 'timestamp with time zone',
  'text[]': 'ARRAY',
};

function columnSql(column: ColumnModel): string {
  const isKey = column.name === 'id';
  const required = !column.field.isNullable && column.defaultSql !== undefined ? ' NOT NULL' : '';
  const fallback = column.defaultSql === undefined ? '' : ` DEFAULT ${column.defaultSql}`;
  return `${quote(column.name)} ${column.sqlType}${fallback}${isKey ? ' PRIMARY KEY' : required}`;
}

const columnsOf = (object: ObjectModel) => object.fields.flatMap((field) => field.columns);

function planTable(object: ObjectModel, existing: ExistingSchema, plan: SchemaPlan): void {
  const table = quote(object.nameSingular);
  const present = existing.tables.get(object.nameSingular);
  const columns = columnsOf(object);
  if (!present) {
    plan.statements.push(`CREATE TABLE ${table} (${columns.map(columnSql).join(', ')})`);
    return;
  }
  for (const column of columns) {
    const type = present.get(column.name);
    if (type === undefined) plan.statements.push(`ALTER TABLE ${table} ADD COLUMN ${columnSql(column)}`);
    else if (type !== (CATALOGUE_NAMES[column.sqlType] ?? column.sqlType)) {
      plan.warnings.push(
        `${object.nameSingular}.${column.name} is ${type}, the manifest wants ${column.sqlType}.`,
      );
    }
    if (type !== undefined && column.name !== 'id') {
      const fallback = column.defaultSql === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${column.defaultSql}`;
      plan.statements.push(`ALTER TABLE ${table} ALTER COLUMN ${quote(column.name)} ${fallback}`);
    }
  }
  const wanted = new Set(columns.map((column) => column.name));
  for (const name of present.keys()) {
    // A real server would delete the column with its data; the stand-in keeps it and says so.
    if (!wanted.has(name)) plan.warnings.push(`${object.nameSingular}.${name} is no longer in the manifest.`);
  }
}

function planIndexes(object: ObjectModel, existing: ExistingSchema, plan: SchemaPlan): void {
  const table = quote(object.nameSingular);
  const list = (columns: string[]) => columns.map(quote).join(', ');
  for (const key of object.uniqueKeys) {
    if (key.name.startsWith('PK_') || existing.indexes.has(key.name)) continue;
    plan.statements.push(`CREATE UNIQUE INDEX ${quote(key.name)} ON ${table} (${list(key.columns)})`);
  }
  for (const index of object.indexes) {
    if (existing.indexes.has(index.name)) continue;
    plan.statements.push(
      `CREATE INDEX ${quote(index.name)} ON ${table} USING ${index.method} (${list(index.columns)})`,
    );
  }
}

function planForeignKeys(object: ObjectModel, existing: ExistingSchema, plan: SchemaPlan): void {
  for (const { relation } of object.fields) {
    if (relation?.kind !== 'MANY_TO_ONE') continue;
    const name = `FK_${object.nameSingular}_${relation.joinColumn}`.slice(0, 63);
    if (existing.constraints.has(name)) continue;
    plan.statements.push(
      `ALTER TABLE ${quote(object.nameSingular)} ADD CONSTRAINT ${quote(name)} FOREIGN KEY (${quote(relation.joinColumn)}) ` +
        `REFERENCES ${quote(relation.targetObject)} ("id") ON DELETE ${ON_DELETE[relation.onDelete]}`,
    );
  }
}

/** Adds what is missing. What the manifest lacks is reported and kept. */
export function planSchema(model: WorkspaceModel, existing: ExistingSchema): SchemaPlan {
  const plan: SchemaPlan = { statements: [], warnings: [] };
  for (const object of model.objects) planTable(object, existing, plan);
  for (const object of model.objects) planIndexes(object, existing, plan);
  for (const object of model.objects) planForeignKeys(object, existing, plan);
  const wanted = new Set(model.objects.map((object) => object.nameSingular));
  for (const table of existing.tables.keys()) {
    if (!wanted.has(table)) plan.warnings.push(`Object ${table} is no longer in the manifest.`);
  }
  return plan;
}
