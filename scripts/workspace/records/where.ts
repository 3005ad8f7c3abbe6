/**
 * A filter as SQL. Relations may be traversed one step, through a left join.
 *
 * As on the real server a single condition stands without brackets of its own. `is: NULL` and `eq: ''` on a
 * text are two conditions joined by OR, so a neighbour in the same object binds to one of them only: put
 * each into an entry of `and`, which has brackets.
 */
import { badInput, invalidFilter, invalidQuery } from '#scripts/workspace/graphql/errors.ts';
import { isCompositeType } from '#scripts/workspace/model/field-types.ts';
import { quote } from '#scripts/workspace/model/make-field.ts';
import {
  type ColumnModel,
  type FieldModel,
  type ObjectModel,
  objectNamed,
  type WorkspaceModel,
} from '#scripts/workspace/model/model.ts';
import { compareSql } from '#scripts/workspace/records/compare.ts';
import { readOperator } from '#scripts/workspace/records/filter-values.ts';
import { columnRef, type Joins, type Parameters } from '#scripts/workspace/records/sql.ts';

export type Filter = Record<string, unknown>;

export type WhereTarget = {
  model: WorkspaceModel;
  object: ObjectModel;
  alias: string;
  parameters: Parameters;
  joins: Joins;
  /** 0 on the object itself, 1 behind a relation: Twenty goes no further. */
  depth?: number;
  /** Set on a write: notes a condition that names its column twice, which the real server cannot write. */
  repeats?: { column?: string };
};

const BOOLEAN_KEYS = new Set(['and', 'or', 'not']);

function columnCondition(target: WhereTarget, column: ColumnModel, filter: unknown, label: string): string {
  const { field } = column;
  const [operator, value] = readOperator(filter, { label, type: column.type, options: field.options });
  if (operator === 'in' && (value as unknown[]).length === 0) {
    throw invalidQuery(
      `Invalid filter value for field ${column.part ?? field.name}. Expected non-empty array`,
      'Invalid filter value: ""',
    );
  }
  const ref = columnRef(target.alias, column.name);
  const sql = compareSql(ref, column, operator, value, target.parameters);
  if (target.repeats && sql.split(ref).length > 2) target.repeats.column = column.name;
  return sql;
}

function compositeCondition(target: WhereTarget, field: FieldModel, filter: Filter): string {
  const conditions = Object.entries(filter).map(([part, inner]) => {
    const column = field.columns.find((candidate) => candidate.part === part);
    if (!column) throw invalidFilter(`Sub field "${part}" not found for composite type: ${field.type}`);
    return columnCondition(target, column, inner, `${field.name}.${part}`);
  });
  return conditions.length === 0 ? 'TRUE' : conditions.join(' AND ');
}

export function joinRelation(target: Pick<WhereTarget, 'alias' | 'joins'>, field: FieldModel): string {
  const { relation } = field;
  if (!relation) throw new Error(`${field.name} is no relation.`);
  const on = `${columnRef(target.alias, relation.joinColumn)} = ${columnRef(field.name, 'id')}`;
  target.joins.set(field.name, `LEFT JOIN ${quote(relation.targetObject)} AS ${quote(field.name)} ON ${on}`);
  return field.name;
}

function relationCondition(target: WhereTarget, field: FieldModel, filter: unknown): string {
  const { relation } = field;
  if (relation?.kind !== 'MANY_TO_ONE') {
    throw invalidFilter(
      `Cannot filter by relation field "${field.name}"`,
      `Invalid filter: filtering by relation field "${field.name}" is not supported`,
    );
  }
  if (typeof filter !== 'object' || filter === null) {
    throw invalidFilter(
      `Cannot filter by relation field "${field.name}": use "${relation.joinColumn}" instead`,
      `Invalid filter: use "${relation.joinColumn}" to filter by this relation field`,
    );
  }
  if ((target.depth ?? 0) >= 1) {
    throw invalidFilter(
      'Relation filter nesting deeper than 1 hop is not supported',
      'Relation filters can only traverse one relation deep',
    );
  }
  const alias = joinRelation(target, field);
  const object = objectNamed(target.model, relation.targetObject);
  return whereSql({ ...target, object, alias, depth: 1 }, filter as Filter) ?? 'TRUE';
}

function fieldCondition(target: WhereTarget, key: string, filter: unknown): string {
  const { object } = target;
  const byColumn = object.fieldByJoinColumn.get(key);
  const joinColumn = byColumn && object.columnByName.get(key);
  if (joinColumn && !object.fieldByName.has(key)) return columnCondition(target, joinColumn, filter, key);
  const field = object.fieldByName.get(key);
  if (!field) {
    throw invalidFilter(
      `Object ${object.nameSingular} doesn't have any "${key}" field.`,
      `Invalid filter : ${object.nameSingular} object doesn't have any "${key}" field.`,
    );
  }
  if (field.relation) return relationCondition(target, field, filter);
  if (isCompositeType(field.type)) return compositeCondition(target, field, (filter ?? {}) as Filter);
  const [column] = field.columns;
  if (!column) throw badInput(`Field ${key} holds no value.`, 'INVALID_ARGS_FILTER');
  return columnCondition(target, column, filter, key);
}

function group(target: WhereTarget, filters: unknown, glue: 'AND' | 'OR'): string | undefined {
  const list = Array.isArray(filters) ? filters : [filters];
  const conditions = list
    .map((filter) => whereSql(target, filter as Filter))
    .filter((sql): sql is string => sql !== undefined);
  return conditions.length === 0 ? undefined : `(${conditions.join(` ${glue} `)})`;
}

function entryCondition(target: WhereTarget, key: string, value: unknown): string | undefined {
  if (key === 'and') return group(target, value, 'AND');
  if (key === 'or') return group(target, value, 'OR');
  if (key === 'not') {
    const inner = whereSql(target, value as Filter);
    return inner === undefined ? undefined : `NOT ${inner}`;
  }
  return fieldCondition(target, key, value);
}

/** The condition in brackets, or undefined for an empty filter. */
export function whereSql(target: WhereTarget, filter: Filter | undefined): string | undefined {
  const conditions: string[] = [];
  for (const [key, value] of Object.entries(filter ?? {})) {
    const sql = entryCondition(target, key, value);
    if (sql !== undefined) conditions.push(sql);
  }
  return conditions.length === 0 ? undefined : `(${conditions.join(' AND ')})`;
}

/** Soft-deleted rows are read only by a filter that speaks of deletedAt itself. */
export function mentionsDeletedAt(filter: unknown): boolean {
  if (Array.isArray(filter)) return filter.some(mentionsDeletedAt);
  if (typeof filter !== 'object' || filter === null) return false;
  return Object.entries(filter).some(
    ([key, value]) => key === 'deletedAt' || (BOOLEAN_KEYS.has(key) && mentionsDeletedAt(value)),
  );
}
