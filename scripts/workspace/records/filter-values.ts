/** Which operators a field type knows and which values they take, with Twenty's messages. */
import { inspect } from 'node:util';
import { isUuid } from '#scripts/workspace/graphql/arguments.ts';
import { invalidFilter, refusedByDatabase } from '#scripts/workspace/graphql/errors.ts';
import type { ScalarType } from '#scripts/workspace/model/field-types.ts';
import { isDateText, parseDateTime } from '#scripts/workspace/records/dates.ts';

const COMPARE = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in', 'is'];
const STRING = [...COMPARE, 'like', 'ilike', 'startsWith', 'endsWith'];
const CHOICE = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in', 'containsAny', 'is', 'isEmptyArray'];

const OPERATORS: Record<ScalarType, string[]> = {
  TEXT: STRING,
  UUID: COMPARE,
  NUMBER: COMPARE,
  NUMERIC: COMPARE,
  POSITION: COMPARE,
  BOOLEAN: ['eq', 'is'],
  DATE: COMPARE,
  DATE_TIME: COMPARE,
  SELECT: CHOICE,
  RATING: CHOICE,
  MULTI_SELECT: ['containsAny', 'is', 'isEmptyArray'],
  ARRAY: ['containsIlike', 'is', 'isEmptyArray'],
  RAW_JSON: ['is', 'like'],
  FILES: ['is', 'like'],
};

/** Twenty asks a filter for a version and a variant, which the id of zeros has not. */
const NIL = '00000000-0000-0000-0000-000000000000';

/** `label` is the field's name, or `field.subField`; relations are filtered by id as UUID. */
export type FilterTarget = { label: string; type: ScalarType; options: string[] };

function refuse(kind: string, value: unknown, label: string, expected = ''): never {
  throw invalidFilter(
    `Invalid ${kind} value ${inspect(value)} for field "${label}"${expected}`,
    `Invalid value: "${inspect(value)}"`,
  );
}

function checkDate(value: unknown, label: string, kind: 'date' | 'date-time', ok: boolean): unknown {
  if (ok) return value;
  const format = kind === 'date' ? 'YYYY-MM-DD' : 'YYYY-MM-DDTHH:mm:ssZ';
  throw invalidFilter(
    `Invalid value ${inspect(value)} for ${kind} field "${label}". Expected format: '${format}'`,
    `Invalid value for ${kind}: "${inspect(value)}". Expected format: '${format}'`,
  );
}

function scalarValue(value: unknown, { label, type, options }: FilterTarget): unknown {
  if (value === null) return null;
  switch (type) {
    case 'NUMBER':
    case 'NUMERIC':
    case 'POSITION': {
      const number = typeof value === 'string' ? Number.parseFloat(value) : value;
      return typeof number === 'number' && Number.isFinite(number) ? number : refuse('number', number, label);
    }
    case 'BOOLEAN': {
      const flag = value === 'true' ? true : value === 'false' ? false : value;
      return typeof flag === 'boolean' ? flag : refuse('boolean', value, label);
    }
    case 'UUID':
      return isUuid(value) && value !== NIL ? value : refuse('UUID', value, label);
    case 'DATE':
      return checkDate(value, label, 'date', isDateText(value));
    case 'DATE_TIME':
      return checkDate(value, label, 'date-time', parseDateTime(value) !== undefined);
    case 'SELECT':
    case 'RATING':
      // The real column is an enum, and it is PostgreSQL that refuses an unknown option.
      if (!options.includes(String(value))) {
        throw refusedByDatabase(
          `invalid input value for enum: "${String(value)}"`,
          'Invalid input provided.',
        );
      }
      return value;
    default:
      return value;
  }
}

function listValue(value: unknown, operator: string, label: string): unknown[] {
  if (!Array.isArray(value)) {
    throw invalidFilter(
      `Filter operator "${operator}" requires an array value for field ${label}`,
      `Invalid filter: "${operator}" operator requires an array`,
    );
  }
  return value;
}

function stringValue(value: unknown, operator: string, label: string): string {
  if (typeof value === 'string') return value;
  throw invalidFilter(
    `Filter operator "${operator}" requires a string value for field "${label}", got ${typeof value}`,
    `Invalid filter: "${operator}" operator requires a String`,
  );
}

function operatorValue(operator: string, value: unknown, target: FilterTarget): unknown {
  switch (operator) {
    case 'is':
      if (value === 'NULL' || value === 'NOT_NULL') return value;
      throw invalidFilter(
        'Invalid filter value for "is" operator. Expected "NULL" or "NOT_NULL"',
        'Invalid value for "is" operator',
      );
    case 'isEmptyArray':
      if (typeof value === 'boolean') return value;
      throw invalidFilter(
        `Filter operator "isEmptyArray" requires a boolean value for field ${target.label}`,
        'Invalid filter: "isEmptyArray" operator requires a boolean',
      );
    case 'in':
      return listValue(value, operator, target.label).map((item) => scalarValue(item, target));
    case 'containsAny':
      return listValue(value, operator, target.label);
    case 'like':
    case 'ilike':
    case 'startsWith':
    case 'endsWith':
    case 'containsIlike':
      return stringValue(value, operator, target.label);
    default:
      return scalarValue(value, target);
  }
}

/** Exactly one operator a field: a range over one field is written with `and`. */
export function readOperator(filter: unknown, target: FilterTarget): [operator: string, value: unknown] {
  if (typeof filter !== 'object' || filter === null) {
    throw invalidFilter(
      `Filter value for field "${target.label}" must be an object`,
      'Invalid filter: filter value must be an object',
    );
  }
  const entries = Object.entries(filter);
  const [entry] = entries;
  if (!entry || entries.length !== 1) {
    throw invalidFilter(
      `Filter for field "${target.label}" must have exactly one operator`,
      'Invalid filter: exactly one operator per field is required',
    );
  }
  const [operator, value] = entry;
  const allowed = OPERATORS[target.type];
  if (!allowed.includes(operator)) {
    throw invalidFilter(
      `Operator "${operator}" is not valid for field "${target.label}" of type ${target.type} - Allowed operators: ${allowed.join(', ')}`,
      `Invalid filter : Operator "${operator}" is not valid for this "${target.label}" ${target.type} field`,
    );
  }
  return [operator, operatorValue(operator, value, target)];
}
