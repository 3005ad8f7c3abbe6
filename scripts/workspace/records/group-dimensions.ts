/** `groupBy` entries -> expressions: plain fields, sub-fields, dates by granularity, fields of a relation. */
import { badInput, invalidQuery } from '#scripts/workspace/graphql/errors.ts';
import { isCompositeType } from '#scripts/workspace/model/field-types.ts';
import { literal } from '#scripts/workspace/model/make-field.ts';
import {
  type ColumnModel,
  type FieldModel,
  type ObjectModel,
  objectNamed,
} from '#scripts/workspace/model/model.ts';
import { columnRef } from '#scripts/workspace/records/sql.ts';
import { joinRelation, type WhereTarget } from '#scripts/workspace/records/where.ts';

type DateDefinition = { granularity: string; timeZone?: string; weekStartDay?: string };

export type Dimension = {
  sql: string;
  /** Where it comes from, so that an `orderBy` entry finds its dimension. */
  path: string[];
  granularity?: string;
  fieldName: string;
  whenNull: unknown;
};

const isDateDefinition = (value: unknown): value is DateDefinition =>
  typeof value === 'object' && value !== null && 'granularity' in value;

function onlyKey(value: object, message: string): string {
  const keys = Object.keys(value);
  const [key] = keys;
  if (!key || keys.length > 1) throw invalidQuery(message);
  return key;
}

function isTimeZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function weekSql(ref: string, start: string | undefined, zone: string): string {
  const shift = { SUNDAY: '1 day', SATURDAY: '2 days' }[start ?? ''];
  const truncated = (sql: string) => `DATE_TRUNC('week', ${sql}${zone})`;
  return shift ? `(${truncated(`${ref} + INTERVAL '${shift}'`)} - INTERVAL '${shift}')` : truncated(ref);
}

const NEEDS_ZONE = new Set(['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']);

function dateSql(
  ref: string,
  column: ColumnModel,
  { granularity, timeZone, weekStartDay }: DateDefinition,
): string {
  const needsZone = column.type === 'DATE_TIME' && NEEDS_ZONE.has(granularity);
  if (needsZone && !timeZone) {
    throw badInput(
      'Time zone should be specified for a group by date on Day, Week, Month, Quarter or Year',
      'MISSING_TIMEZONE_FOR_DATE_GROUP_BY',
    );
  }
  if (needsZone && !isTimeZone(timeZone ?? ''))
    throw badInput(`Invalid timezone: ${timeZone}`, 'INVALID_TIMEZONE');
  const zone = needsZone ? `, ${literal(timeZone ?? '')}` : '';
  const inZone = needsZone ? ` AT TIME ZONE ${literal(timeZone ?? '')}` : '';
  switch (granularity) {
    case 'NONE':
      return ref;
    case 'DAY_OF_THE_WEEK':
      return `TRIM(TO_CHAR(${ref}, 'TMDay'))`;
    case 'MONTH_OF_THE_YEAR':
      return `TRIM(TO_CHAR(${ref}, 'TMMonth'))`;
    case 'QUARTER_OF_THE_YEAR':
      return `TRIM(TO_CHAR(${ref}, '"Q"Q'))`;
    case 'WEEK':
      return `TO_CHAR(${weekSql(ref, weekStartDay, zone)}${inZone}, 'YYYY-MM-DD')`;
    case 'DAY':
    case 'MONTH':
    case 'QUARTER':
    case 'YEAR':
      return `TO_CHAR(DATE_TRUNC('${granularity}', ${ref}${zone})${inZone}, 'YYYY-MM-DD')`;
    default:
      throw invalidQuery(`Invalid groupBy definition for field "${column.field.name}"`);
  }
}

function fieldDimension(alias: string, field: FieldModel, definition: unknown, path: string[]): Dimension {
  if (isCompositeType(field.type)) {
    // The real server passes this on to the database, which does not know such a column.
    if (typeof definition !== 'object' || definition === null) {
      throw new Error(`column ${alias}.${field.name} does not exist`);
    }
    const part = onlyKey(
      definition,
      'You cannot provide multiple subfields in one GroupByInput, split them into multiple GroupByInput',
    );
    const column = field.columns.find(
      (candidate) => candidate.part === part && candidate.type !== 'RAW_JSON',
    );
    if (!column)
      throw invalidQuery(`Composite subfield "${part}" is not supported in groupBy for "${field.name}"`);
    return {
      sql: columnRef(alias, column.name),
      path: [...path, part],
      fieldName: field.name,
      whenNull: null,
    };
  }
  const [column] = field.columns;
  if (!column || column.type === 'RAW_JSON' || column.type === 'FILES') {
    throw invalidQuery(`Field "${field.name}" is not supported in groupBy`);
  }
  const ref = columnRef(alias, column.name);
  const isDate = column.type === 'DATE' || column.type === 'DATE_TIME';
  if (isDate && isDateDefinition(definition)) {
    const { granularity } = definition;
    return {
      sql: dateSql(ref, column, definition),
      path,
      granularity,
      fieldName: field.name,
      whenNull: null,
    };
  }
  if (typeof definition === 'object' && definition !== null && 'unnest' in definition) {
    const sql = `UNNEST(CASE WHEN CARDINALITY(${ref}) > 0 THEN ${ref} ELSE ARRAY[${ref}[1]] END)`;
    return { sql, path, fieldName: field.name, whenNull: null };
  }
  if (definition !== true) {
    throw invalidQuery(
      typeof definition === 'object'
        ? `Field "${field.name}" does not support nested subfields in groupBy`
        : `Invalid groupBy definition for field "${field.name}"`,
    );
  }
  return { sql: ref, path, fieldName: field.name, whenNull: null };
}

function relationDimension(target: WhereTarget, field: FieldModel, definition: unknown): Dimension {
  if (field.relation?.kind !== 'MANY_TO_ONE')
    throw invalidQuery(`Field "${field.name}" is not supported in groupBy`);
  if (typeof definition !== 'object' || definition === null) {
    throw invalidQuery(`Invalid groupBy definition for relation field "${field.name}"`);
  }
  const name = onlyKey(
    definition,
    'You cannot provide multiple nested fields in one relation GroupByInput, split them into multiple GroupByInput',
  );
  const other = objectNamed(target.model, field.relation.targetObject);
  const inner = other.fieldByName.get(name);
  if (!inner) throw invalidQuery(`Nested field "${name}" not found in target object "${other.nameSingular}"`);
  if (inner.relation) {
    throw invalidQuery(
      `Cannot group by a relation field of the relation field: "${name}" is a relation field of "${other.nameSingular}"`,
    );
  }
  const alias = joinRelation(target, field);
  const nested = fieldDimension(alias, inner, (definition as Record<string, unknown>)[name], [
    field.name,
    name,
  ]);
  return { ...nested, fieldName: field.name };
}

function dimensionOf(target: WhereTarget, object: ObjectModel, entry: Record<string, unknown>): Dimension {
  const name = onlyKey(
    entry,
    'You cannot provide multiple fields in one GroupByInput, split them into multiple GroupByInput',
  );
  const definition = entry[name];
  const field = object.fieldByName.get(name);
  if (field?.relation) return relationDimension(target, field, definition);
  if (field) return fieldDimension(target.alias, field, definition, [name]);
  const byKey = object.fieldByJoinColumn.get(name);
  if (!byKey) throw invalidQuery(`Unidentified field in groupBy: ${name}`);
  return { ...relationDimension(target, byKey, { id: true }), path: [name] };
}

export function readDimensions(target: WhereTarget, groupBy: unknown): Dimension[] {
  const entries = (Array.isArray(groupBy) ? groupBy : [groupBy]) as Record<string, unknown>[];
  return entries.map((entry) => dimensionOf(target, target.object, entry));
}
