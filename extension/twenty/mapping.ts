/** Between our records and Twenty's JSON: names, amounts in micros, filters, selections. */
import { fromMicros, type Money, toMicros } from '#domain/shared/money.ts';
import { type Fields, type ObjectName, RECORDS, RELATIONS, type RecordOf } from '#port/records.ts';
import { sealOf, touchesSeal, unseal } from '#port/seal.ts';

const STANDARD: Partial<Record<ObjectName, [singular: string, plural: string]>> = {
  person: ['person', 'people'],
  company: ['company', 'companies'],
  workspaceMember: ['workspaceMember', 'workspaceMembers'],
  dashboard: ['dashboard', 'dashboards'],
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `unit` is `keyturnUnit` in the API, so that a workspace's own `unit` stays apart. */
export function singular(object: ObjectName): string {
  return STANDARD[object]?.[0] ?? `keyturn${capital(object)}`;
}

export function plural(object: ObjectName): string {
  const name = singular(object);
  return STANDARD[object]?.[1] ?? (/[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`);
}

export function typeName(object: ObjectName): string {
  return capital(singular(object));
}

export function pluralTypeName(object: ObjectName): string {
  return capital(plural(object));
}

type Definition = { kind: 'plain' | 'money' | 'fullName'; empty?: unknown };

function definitions(object: ObjectName): [string, Definition][] {
  return Object.entries(RECORDS[object]) as [string, Definition][];
}

/** The GraphQL selection of a record and of the relations that come along. */
export function selection(object: ObjectName, relations: Record<string, unknown> = {}): string {
  const fields = definitions(object).map(([name, { kind }]) => {
    if (kind === 'money') return `${name} { amountMicros currencyCode }`;
    return kind === 'fullName' ? `${name} { firstName lastName }` : name;
  });
  const nested = Object.entries(relations).map(([name, deeper]) => {
    const target = relationTarget(object, name);
    const inner = typeof deeper === 'object' && deeper !== null ? (deeper as Record<string, unknown>) : {};
    // Twenty 2.21 loses what is nested in a relation whose `deletedAt` is not asked for: it fills a copy.
    const kept = Object.keys(inner).length > 0 ? 'deletedAt ' : '';
    return `${name} { ${kept}${selection(target, inner)} }`;
  });
  return ['id', ...fields, ...nested].join(' ');
}

function relationTarget(object: ObjectName, name: string): ObjectName {
  const relations: Partial<Record<string, Record<string, ObjectName>>> = RELATIONS;
  const target = relations[object]?.[name];
  if (target === undefined) throw new Error(`${object} has no relation ${name}`);
  return target;
}

type Json = Record<string, unknown>;

/** A record exactly as stored, whatever a hand may have written into it. */
export function storedRecord<O extends ObjectName>(object: O, node: Json): RecordOf<O> {
  const fields = definitions(object).map(([name, { kind, empty }]) => {
    const value = node[name] ?? null;
    if (kind === 'money') return [name, moneyFrom(value)];
    if (kind === 'fullName') return [name, fullName(value)];
    return [name, value ?? empty ?? null];
  });
  return { id: String(node.id), ...Object.fromEntries(fields) } as RecordOf<O>;
}

/** A record with its guarded fields as sealed, and the relations that were asked for. */
export function loadedRecord(object: ObjectName, node: Json, relations: Json = {}): Json {
  const record: Json = { ...unseal(object, storedRecord(object, node)) };
  for (const [name, deeper] of Object.entries(relations)) {
    const related = node[name];
    const inner = typeof deeper === 'object' && deeper !== null ? (deeper as Json) : {};
    record[name] =
      typeof related === 'object' && related !== null
        ? loadedRecord(relationTarget(object, name), related as Json, inner)
        : null;
  }
  return record;
}

function moneyFrom(value: unknown): Money | null {
  if (typeof value !== 'object' || value === null) return null;
  const { amountMicros, currencyCode } = value as {
    amountMicros?: number | string | null;
    currencyCode?: string;
  };
  if (amountMicros === null || amountMicros === undefined || !currencyCode) return null;
  try {
    return fromMicros(amountMicros, currencyCode);
  } catch (error) {
    // Only a hand writes an amount that is no whole number of cents. It counts as none: a guarded
    // field has its seal, and a price that nobody can pay is no price.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function fullName(value: unknown): string {
  const { firstName, lastName } = (value ?? {}) as { firstName?: string; lastName?: string };
  return [firstName, lastName].filter((part) => part).join(' ');
}

/**
 * The values to write. A new record is sealed whole; a change of a record known as `base` is sealed
 * anew only if it touches a sealed field, so that totals and decisions never overwrite each other.
 */
export function writeData<O extends ObjectName>(object: O, to: Partial<Fields<O>>, base?: Json): Json {
  const isSealedAnew = base === undefined || touchesSeal(object, to);
  const seal = isSealedAnew ? sealOf(object, { ...base, ...to }) : null;
  const values = Object.entries(to).map(([name, value]) => [name, jsonValue(object, name, value)]);
  return { ...Object.fromEntries(values), ...(seal === null ? {} : { seal }) };
}

function jsonValue(object: ObjectName, name: string, value: unknown): unknown {
  const definition = definitions(object).find(([field]) => field === name)?.[1];
  if (definition?.kind !== 'money') return value ?? null;
  if (value === null || value === undefined) return { amountMicros: null, currencyCode: null };
  const amount = value as Money;
  return { amountMicros: toMicros(amount), currencyCode: amount.currency };
}

/** Our filter in Twenty's words; an empty text is stored as NULL. */
export function filterInput(filter: Readonly<Json>): Json {
  const conditions = Object.entries(filter).flatMap(([name, condition]) =>
    isOfRelated(condition)
      ? [{ [name]: filterInput(condition) }]
      : single(condition).map((one) => ({ [name]: comparison(one) })),
  );
  return conditions.length === 1 ? (conditions[0] ?? {}) : { and: conditions };
}

const OPERATORS = ['in', 'lt', 'lte', 'gt', 'gte', 'not'];

/** Conditions on a related record have its fields' names where others have an operator. */
function isOfRelated(condition: unknown): condition is Json {
  if (typeof condition !== 'object' || condition === null) return false;
  return Object.keys(condition).every((name) => !OPERATORS.includes(name));
}

/** Twenty takes one operator a field: a range is two conditions. */
function single(condition: unknown): unknown[] {
  if (typeof condition !== 'object' || condition === null || !('gte' in condition)) return [condition];
  return Object.entries(condition).map(([operator, value]) => ({ [operator]: value }));
}

function comparison(condition: unknown): Json {
  if (condition === null || condition === '') return { is: 'NULL' };
  if (typeof condition === 'object') {
    const [operator = 'eq', value] = Object.entries(condition)[0] ?? [];
    if (operator === 'not') return value === null || value === '' ? { is: 'NOT_NULL' } : { neq: value };
    return { [operator]: value };
  }
  return { eq: condition };
}
