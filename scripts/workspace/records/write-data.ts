/** The `data` argument -> columns to set, including the connection of related records. */
import { invalidData, refusedByDatabase } from '#scripts/workspace/graphql/errors.ts';
import { isCompositeType } from '#scripts/workspace/model/field-types.ts';
import { quote } from '#scripts/workspace/model/make-field.ts';
import { type FieldModel, type ObjectModel, objectNamed } from '#scripts/workspace/model/model.ts';
import type { RecordContext } from '#scripts/workspace/records/context.ts';
import { filesToWrite } from '#scripts/workspace/records/files-value.ts';
import { compositeToWrite, scalarToWrite } from '#scripts/workspace/records/write-values.ts';

export type InputData = Record<string, unknown>;

/** Column name -> value, with the fields it touches. */
export type WriteSet = {
  columns: Map<string, unknown>;
  fields: Set<string>;
  /** Files that become the record's once it is written. */
  files: string[];
  /** 'first' and 'last' ask for a place; a number is one. */
  position: unknown;
};

type ConnectValue = { connect?: { where?: InputData }; disconnect?: boolean };

function connectColumns(target: ObjectModel, field: FieldModel, where: InputData): [string, unknown][] {
  const given = new Set(Object.keys(where));
  if (
    !target.uniqueKeys.some((key) =>
      key.fields.every((name) => where[name] !== undefined && where[name] !== null),
    )
  ) {
    throw refusedByDatabase(
      `Missing required fields: at least one unique constraint have to be fully populated for '${field.name}'.`,
      'Missing required fields: at least one unique constraint have to be fully populated for {connectFieldName}.',
    );
  }
  return [...given].flatMap((name): [string, unknown][] => {
    const unique = target.fieldByName.get(name);
    if (!unique || !target.uniqueKeys.some((key) => key.fields.includes(name))) {
      throw refusedByDatabase(
        `Field ${name} is not a unique constraint field for '${field.name}'.`,
        'An error occurred.',
      );
    }
    if (!isCompositeType(unique.type)) return [[name, where[name]]];
    return Object.entries((where[name] ?? {}) as InputData).map(([part, value]) => {
      const column = unique.columns.find((candidate) => candidate.part === part);
      return [column?.name ?? part, value];
    });
  });
}

async function connectedId(context: RecordContext, field: FieldModel, where: InputData): Promise<string> {
  const target = objectNamed(context.model, field.relation?.targetObject ?? '');
  const conditions = connectColumns(target, field, where);
  const rows = await context.database.query(
    `SELECT "id" FROM ${quote(target.nameSingular)} WHERE ${conditions
      .map(([column], index) => `${quote(column)}::text = $${index + 1}`)
      .join(' AND ')} AND "deletedAt" IS NULL`,
    conditions.map(([, value]) => String(value)),
  );
  const [row] = rows;
  if (!row || rows.length !== 1) {
    const asked = conditions.map(([column, value]) => `${column} = ${String(value)}`).join(' and ');
    throw refusedByDatabase(
      `Expected 1 record to connect to ${field.name}, but found ${rows.length} for ${asked}`,
      `Can't connect to ${field.name}. No unique record found with condition: ${asked}`,
    );
  }
  return String(row.id);
}

async function relationToWrite(
  context: RecordContext,
  field: FieldModel,
  value: unknown,
  data: InputData,
): Promise<[string, unknown] | undefined> {
  const { relation } = field;
  if (relation?.kind !== 'MANY_TO_ONE') {
    throw invalidData(`One-to-many relation ${field.name} field does not support write operations.`);
  }
  const operation = (typeof value === 'object' && value !== null ? value : {}) as ConnectValue;
  if (operation.connect === undefined && operation.disconnect === undefined) {
    throw invalidData(`Relation "${field.name}" requires connect or disconnect operation`);
  }
  if (data[relation.joinColumn] !== undefined && data[relation.joinColumn] !== null) {
    const message = `${field.name} and ${relation.joinColumn} cannot be both provided.`;
    throw refusedByDatabase(message, message);
  }
  if (operation.disconnect === true) return [relation.joinColumn, null];
  if (!operation.connect) return undefined;
  return [relation.joinColumn, await connectedId(context, field, operation.connect.where ?? {})];
}

function fieldOf(object: ObjectModel, key: string): FieldModel {
  const field = object.fieldByName.get(key) ?? object.fieldByJoinColumn.get(key);
  if (!field) throw invalidData(`Object ${object.nameSingular} doesn't have any "${key}" field.`);
  return field;
}

function assertNullable(field: FieldModel, key: string, value: unknown): void {
  if (value !== null || field.isNullable || field.hasDefault) return;
  throw invalidData(`Field ${key} is not nullable and has no default value.`, 'A required field is missing.');
}

/** Reads one record of `data`; every refusal comes before anything is written. */
export async function readData(
  context: RecordContext,
  object: ObjectModel,
  data: InputData,
): Promise<WriteSet> {
  const set: WriteSet = { columns: new Map(), fields: new Set(), files: [], position: data.position };
  for (const [key, value] of Object.entries(data)) {
    if (value === undefined) continue;
    const field = fieldOf(object, key);
    assertNullable(field, key, value);
    if (field.type === 'POSITION' && typeof value === 'string') continue;
    set.fields.add(field.name);
    if (field.relation && key === field.name) {
      const column = await relationToWrite(context, field, value, data);
      if (column) set.columns.set(...column);
    } else if (field.relation) {
      set.columns.set(key, scalarToWrite('UUID', value, key, []));
    } else if (isCompositeType(field.type)) {
      const parts = compositeToWrite(field, value);
      for (const column of field.columns) {
        const part = parts?.[column.part ?? ''];
        if (part !== undefined) set.columns.set(column.name, part);
      }
    } else {
      const [column] = field.columns;
      if (column?.type === 'FILES') {
        const items = await filesToWrite(context.files, field, value);
        set.columns.set(column.name, items);
        set.files.push(...(items ?? []).map(({ fileId }) => fileId));
      } else if (column) set.columns.set(column.name, scalarToWrite(column.type, value, key, field.options));
    }
  }
  return set;
}

/** Who wrote: createdBy keeps what an importer states, updatedBy is always the caller. */
export function stampActor(context: RecordContext, set: WriteSet, name: 'createdBy' | 'updatedBy'): void {
  const { actor } = context.identity;
  if (name === 'createdBy' && set.columns.get('createdByName')) return;
  const source = name === 'createdBy' ? (set.columns.get('createdBySource') ?? actor.source) : actor.source;
  set.columns.set(`${name}Source`, source);
  set.columns.set(`${name}WorkspaceMemberId`, actor.workspaceMemberId);
  set.columns.set(`${name}Name`, actor.name);
  set.columns.set(`${name}Context`, {});
}
