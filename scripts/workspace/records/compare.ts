/**
 * One operator as SQL, with Twenty's equivalence of nothing: '' and NULL are the same text, an empty list
 * and NULL the same list. Instants compare by the millisecond.
 */

import { badInput } from '#scripts/workspace/graphql/errors.ts';
import { isCompositeType } from '#scripts/workspace/model/field-types.ts';
import { literal } from '#scripts/workspace/model/make-field.ts';
import type { ColumnModel } from '#scripts/workspace/model/model.ts';
import { type Parameters, toSqlValue } from '#scripts/workspace/records/sql.ts';

/** Whether the column treats '' (or []) and NULL alike. */
function emptyIsNull(column: ColumnModel): '' | '{}' | undefined {
  if (isCompositeType(column.field.type)) {
    if (column.whenNull === '') return '';
    return Array.isArray(column.whenNull) ? '{}' : undefined;
  }
  if (column.type === 'TEXT') return '';
  return column.sqlType === 'text[]' ? '{}' : undefined;
}

const isEmpty = (value: unknown) =>
  value === '' || value === null || value === 'NULL' || (Array.isArray(value) && value.length === 0);

const millisecond = (place: string) => `${place}::timestamptz + interval '1 millisecond'`;

function compareInstant(ref: string, operator: string, place: string): string | undefined {
  const at = `${place}::timestamptz`;
  switch (operator) {
    case 'eq':
      return `(${ref} >= ${at} AND ${ref} < ${millisecond(place)})`;
    case 'neq':
      return `(${ref} < ${at} OR ${ref} >= ${millisecond(place)})`;
    case 'gt':
      return `${ref} >= ${millisecond(place)}`;
    case 'lte':
      return `${ref} < ${millisecond(place)}`;
    default:
      return undefined;
  }
}

/** Options compare and sort by their position, as the enum of the real column does. */
export const optionRank = (sql: string, { field }: ColumnModel) =>
  `array_position(ARRAY[${field.options.map(literal).join(',')}]::text[], ${sql}::text)`;

function compareScalar(
  ref: string,
  column: ColumnModel,
  operator: string,
  sign: string,
  place: string,
): string {
  if (column.type === 'DATE_TIME') return compareInstant(ref, operator, place) ?? `${ref} ${sign} ${place}`;
  const isChoice = column.type === 'SELECT' || column.type === 'RATING';
  if (!isChoice || operator === 'eq' || operator === 'neq') return `${ref} ${sign} ${place}`;
  return `${optionRank(ref, column)} ${sign} ${optionRank(place, column)}`;
}

const SIGNS: Record<string, string> = { eq: '=', neq: '<>', gt: '>', gte: '>=', lt: '<', lte: '<=' };

export function compareSql(
  ref: string,
  column: ColumnModel,
  operator: string,
  value: unknown,
  parameters: Parameters,
): string {
  const nothing = emptyIsNull(column);
  const meansNothing = nothing !== undefined && isEmpty(value);
  const add = (item: unknown) => parameters.add(toSqlValue(item, column));
  const orNull = (sql: string) => (meansNothing ? `${sql} OR ${ref} IS NULL` : sql);
  const sign = SIGNS[operator];
  if (sign !== undefined) {
    const place = add(value);
    const sql = compareScalar(ref, column, operator, sign, place);
    if (operator === 'eq') return orNull(sql);
    return operator === 'neq' && meansNothing ? `${sql} AND ${ref} IS NOT NULL` : sql;
  }
  switch (operator) {
    case 'in':
      return `${ref} IN (${(value as unknown[]).map(add).join(', ')})`;
    case 'is': {
      const sql = `${ref} IS ${value === 'NULL' ? 'NULL' : 'NOT NULL'}`;
      if (value !== 'NULL' || nothing === undefined || column.sqlType === 'jsonb') return sql;
      return `${sql} OR ${ref} = '${nothing}'`;
    }
    case 'isEmptyArray':
      return `${ref} = '{}'`;
    case 'like':
      return orNull(`${ref}::text LIKE ${parameters.add(value)}`);
    case 'ilike':
      return orNull(`${ref}::text ILIKE ${parameters.add(value)}`);
    case 'startsWith':
      return `${ref}::text ^@ ${parameters.add(value)}::text`;
    case 'endsWith': {
      const place = `${parameters.add(value)}::text`;
      return `RIGHT(${ref}::text, LENGTH(${place})) = ${place}`;
    }
    case 'containsAny':
      return `${ref}::text[] && ${parameters.add((value as unknown[]).map(String))}::text[]`;
    case 'containsIlike':
      return `EXISTS (SELECT 1 FROM unnest(${ref}) AS item WHERE item ILIKE ${parameters.add(value)})`;
    default:
      throw badInput(`Operator "${operator}" is not supported`, 'UNSUPPORTED_OPERATOR');
  }
}
