/** Which arguments each kind of root field takes, checked before anything else happens. */
import { invalidQuery } from '#scripts/workspace/graphql/errors.ts';
import type { RootMethod } from '#scripts/workspace/model/model.ts';

type Kind = 'number' | 'string' | 'boolean' | 'object' | 'list' | 'objectOrList' | 'uuid';
type Rule = { kind: Kind; required?: boolean };

const PAGE: Record<string, Rule> = {
  filter: { kind: 'object' },
  orderBy: { kind: 'objectOrList' },
  first: { kind: 'number' },
  last: { kind: 'number' },
  before: { kind: 'string' },
  after: { kind: 'string' },
  offset: { kind: 'number' },
};
const ID: Record<string, Rule> = { id: { kind: 'uuid', required: true } };
const FILTER: Record<string, Rule> = { filter: { kind: 'object', required: true } };
const DATA: Record<string, Rule> = { data: { kind: 'object', required: true } };
const UPSERT: Record<string, Rule> = { upsert: { kind: 'boolean' } };

const RULES: Record<RootMethod, Record<string, Rule>> = {
  findMany: PAGE,
  findOne: { filter: { kind: 'object' } },
  groupBy: {
    groupBy: { kind: 'objectOrList', required: true },
    filter: { kind: 'object' },
    orderBy: { kind: 'objectOrList' },
    orderByForRecords: { kind: 'objectOrList' },
    viewId: { kind: 'string' },
    includeRecords: { kind: 'boolean' },
    limit: { kind: 'number' },
    offsetForRecords: { kind: 'number' },
  },
  createOne: { ...DATA, ...UPSERT },
  createMany: { data: { kind: 'list', required: true }, ...UPSERT },
  updateOne: { ...ID, ...DATA },
  updateMany: { ...FILTER, ...DATA },
  deleteOne: ID,
  deleteMany: FILTER,
  destroyOne: ID,
  destroyMany: FILTER,
  restoreOne: ID,
  restoreMany: FILTER,
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

const CHECKS: Record<Kind, (value: unknown) => boolean> = {
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  object: isObject,
  list: Array.isArray,
  objectOrList: (value) => isObject(value) || Array.isArray(value),
  uuid: isUuid,
};

const NOUNS: Record<Kind, string> = {
  number: 'a number',
  string: 'a string',
  boolean: 'a boolean',
  object: 'an object',
  list: 'an array',
  objectOrList: 'an array',
  uuid: 'a UUID',
};

function missing(name: string, kind: Kind): string {
  if (kind === 'uuid') return `Missing required argument: "${name}" (UUID)`;
  if (kind === 'objectOrList') return `Missing required argument: "${name}" must be an array.`;
  return `Missing required argument: "${name}" (${kind === 'list' ? 'array' : 'object'})`;
}

export function assertArguments(method: RootMethod, values: Record<string, unknown>): void {
  const rules = RULES[method];
  for (const name of Object.keys(values)) {
    if (!(name in rules)) throw invalidQuery(`Argument not allowed: ${name}`);
  }
  for (const [name, rule] of Object.entries(rules)) {
    const value = values[name];
    if (rule.required) {
      if (!CHECKS[rule.kind](value)) throw invalidQuery(missing(name, rule.kind));
    } else if (value !== undefined && !CHECKS[rule.kind](value)) {
      throw invalidQuery(`Invalid argument: "${name}" must be ${NOUNS[rule.kind]}`);
    }
  }
}
