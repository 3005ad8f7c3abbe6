/** `orderBy` as SQL. The id is always the last key, so that pages never overlap. */
import { badInput, invalidQuery } from '#scripts/workspace/graphql/errors.ts';
import { isCompositeType } from '#scripts/workspace/model/field-types.ts';
import {
  type ColumnModel,
  type FieldModel,
  type ObjectModel,
  objectNamed,
} from '#scripts/workspace/model/model.ts';
import { optionRank } from '#scripts/workspace/records/compare.ts';
import { columnRef } from '#scripts/workspace/records/sql.ts';
import { joinRelation, type WhereTarget } from '#scripts/workspace/records/where.ts';

export type OrderBy = Record<string, unknown>[];

const DIRECTIONS: Record<string, { order: 'ASC' | 'DESC'; nulls: string }> = {
  AscNullsFirst: { order: 'ASC', nulls: 'NULLS FIRST' },
  AscNullsLast: { order: 'ASC', nulls: 'NULLS LAST' },
  DescNullsFirst: { order: 'DESC', nulls: 'NULLS FIRST' },
  DescNullsLast: { order: 'DESC', nulls: 'NULLS LAST' },
};

export const isAscending = (direction: unknown) =>
  direction === 'AscNullsFirst' || direction === 'AscNullsLast';

export const readOrderBy = (orderBy: unknown): OrderBy =>
  orderBy === undefined ? [] : ((Array.isArray(orderBy) ? orderBy : [orderBy]) as OrderBy);

export function directionSql(direction: unknown, isForward = true): string {
  const known = DIRECTIONS[String(direction)];
  if (!known) throw badInput(`Invalid direction: ${String(direction)}`, 'INVALID_DIRECTION');
  const order = isForward === (known.order === 'ASC') ? 'ASC' : 'DESC';
  return `${order} ${known.nulls}`;
}

export function sortRef(alias: string, column: ColumnModel): string {
  const ref = columnRef(alias, column.name);
  return column.type === 'SELECT' || column.type === 'RATING' ? optionRank(ref, column) : ref;
}

const isDirection = (value: unknown) => typeof value === 'string' && value in DIRECTIONS;

function fieldKeys(alias: string, field: FieldModel, value: unknown, isForward: boolean): string[] {
  if (isCompositeType(field.type)) {
    if (typeof value !== 'object' || value === null) {
      throw invalidQuery(
        `Composite field "${field.name}" requires subfield ordering (e.g., { ${field.name}: { subFieldName: 'AscNullsFirst' } })`,
      );
    }
    return Object.entries(value).map(([part, direction]) => {
      const column = field.columns.find((candidate) => candidate.part === part);
      if (!column) throw new Error(`Sub field metadata not found for composite type: ${field.type}`);
      return `${sortRef(alias, column)} ${directionSql(direction, isForward)}`;
    });
  }
  if (!isDirection(value)) {
    throw invalidQuery(
      `Scalar field "${field.name}" requires a direction value (AscNullsFirst, AscNullsLast, DescNullsFirst, DescNullsLast)`,
    );
  }
  return field.columns.map((column) => `${sortRef(alias, column)} ${directionSql(value, isForward)}`);
}

function relationKeys(target: WhereTarget, field: FieldModel, value: unknown, isForward: boolean): string[] {
  if (typeof value !== 'object' || value === null) {
    throw invalidQuery(
      `Relation field "${field.name}" requires nested field ordering (e.g., { ${field.name}: { fieldName: 'AscNullsFirst' } })`,
    );
  }
  const [entry] = Object.entries(value);
  if (!entry || !field.relation) return [];
  const other = objectNamed(target.model, field.relation.targetObject);
  const inner = other.fieldByName.get(entry[0]);
  if (!inner) {
    throw badInput(
      `Nested field "${entry[0]}" not found in target object "${other.nameSingular}"`,
      'FIELD_NOT_FOUND',
    );
  }
  return fieldKeys(joinRelation(target, field), inner, entry[1], isForward);
}

function keysOf(target: WhereTarget, name: string, value: unknown, isForward: boolean): string[] {
  const object: ObjectModel = target.object;
  const field = object.fieldByName.get(name);
  if (field?.relation) return relationKeys(target, field, value, isForward);
  if (field) return fieldKeys(target.alias, field, value, isForward);
  const foreignKey = object.fieldByJoinColumn.get(name);
  if (!foreignKey) throw badInput(`Field "${name}" does not exist or is not sortable`, 'FIELD_NOT_FOUND');
  return fieldKeys(target.alias, { ...foreignKey, name }, value, isForward);
}

/** Fields an order reads, on the object itself and on a parent; they must be readable. */
export function orderedFields(
  object: ObjectModel,
  orderBy: OrderBy,
): { own: string[]; ofParents: [FieldModel, string][] } {
  const own: string[] = [];
  const ofParents: [FieldModel, string][] = [];
  for (const [name, value] of orderBy.flatMap((item) => Object.entries(item))) {
    const field = object.fieldByName.get(name);
    if (!field?.relation) own.push(name);
    else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.keys(value)) ofParents.push([field, inner]);
    }
  }
  return { own, ofParents };
}

export function orderSql(target: WhereTarget, orderBy: OrderBy, isForward = true): string {
  const keys = orderBy.flatMap((item) =>
    Object.entries(item).flatMap(([name, value]) => keysOf(target, name, value, isForward)),
  );
  keys.push(`${columnRef(target.alias, 'id')} ${directionSql('AscNullsFirst', isForward)}`);
  return keys.join(', ');
}
