/**
 * The network's other end for the tests of the adapter: rows in memory behind msw, with the rules of
 * Twenty's API that the adapter has to live with (platform §3, §8): a root field once a document, at
 * most 20 of them, 200 rows a field, unique keys, no empty lists, and errors that carry no path.
 */
import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { get, isEqual, orderBy } from 'lodash';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';

export type Row = { id: string } & Record<string, unknown>;
export type Failure = { message: string; extensions?: Record<string, unknown> };
export type Asked = { path: string; query: string; variables: Record<string, unknown>; token: string };

export const URL_OF_TWENTY = 'http://twenty.test';
export const DUPLICATE = 'A duplicate entry was detected';
export const NOT_ALLOWED: Failure = { message: 'Not allowed', extensions: { code: 'FORBIDDEN' } };

const MOST_ROOTS = 20;
const MOST_ROWS = 200;

/** The arguments of a root field; which of them are there depends on the field. */
type Given = {
  data: object;
  upsert?: boolean;
  id: string;
  filter?: unknown;
  first?: number;
  after?: string;
  orderBy?: Record<string, string>[];
};

class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

const badInput = (message: string, facts: Record<string, unknown> = {}) =>
  new Refused({ message, extensions: { code: 'BAD_USER_INPUT', ...facts } });

export class SmallTwenty {
  readonly requests: Asked[] = [];
  /** Rows by the plural name of their object, `keyturnUnits`. */
  readonly rows = new Map<string, Row[]>();
  /** Fields that no two rows share, by plural name. */
  readonly uniqueKeys = new Map<string, string>();
  /** Root fields that fail, and how. */
  readonly failures = new Map<string, Failure>();
  /** Where the next answer gets lost: before the server has done anything, or after. */
  cut: 'before' | 'after' | null = null;
  /** Answers in place of the rows, for what a server says when it is not itself. */
  instead: ((asked: Asked) => Response | null) | null = null;
  /** Whether a duplicate names the object that it is in, as newer servers do. */
  namesObjects = false;

  readonly server = setupServer(
    http.post(`${URL_OF_TWENTY}/*`, async ({ request }) => {
      const { query, variables } = (await request.json()) as Pick<Asked, 'query' | 'variables'>;
      const token = (request.headers.get('authorization') ?? '').replace('Bearer ', '');
      const asked = { path: new URL(request.url).pathname, query, variables, token };
      this.requests.push(asked);
      const { cut } = this;
      this.cut = null;
      if (cut === 'before') return HttpResponse.error();
      const answer = this.instead?.(asked) ?? HttpResponse.json(this.answer(asked));
      return cut === 'after' ? HttpResponse.error() : answer;
    }),
  );

  put(plural: string, rows: readonly Row[]): void {
    this.rows.set(plural, [...(this.rows.get(plural) ?? []), ...rows]);
  }

  all(plural: string): Row[] {
    return this.rows.get(plural) ?? [];
  }

  private answer({ query, variables }: Asked) {
    const [operation] = parse(query).definitions as OperationDefinitionNode[];
    const roots = (operation?.selectionSet.selections ?? []) as FieldNode[];
    const names = roots.map(({ name }) => name.value);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) return { errors: [{ message: `Duplicate root resolver: ${twice}` }] };
    if (roots.length > MOST_ROOTS) return { errors: [{ message: 'Too many root resolvers' }] };
    const data: Record<string, unknown> = {};
    const errors: Failure[] = [];
    for (const root of roots) {
      try {
        data[root.name.value] = this.resolve(root, variables);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        data[root.name.value] = null;
        errors.push(error.failure);
      }
    }
    return errors.length === 0 ? { data } : { data, errors };
  }

  private resolve(root: FieldNode, variables: Record<string, unknown>): unknown {
    const name = root.name.value;
    const failure = this.failures.get(name);
    if (failure !== undefined) throw new Refused(failure);
    const given = Object.fromEntries(
      (root.arguments ?? []).map((one) => [one.name.value, valueFromASTUntyped(one.value, variables)]),
    ) as Given;
    const [, verb, object = ''] = /^(create|update|destroy)?(.*)$/.exec(name) ?? [];
    const plural = object.charAt(0).toLowerCase() + object.slice(1);
    if (verb === 'create') return this.create(plural, given.data as Row[], given.upsert === true);
    if (verb === 'destroy') return this.destroy(plural, given.filter);
    if (verb === 'update' && 'id' in given) return this.updateOne(plural, given.id, given.data);
    if (verb === 'update') return this.updateMany(plural, given.filter, given.data);
    return this.find(plural, given, root.selectionSet);
  }

  private create(plural: string, data: Row[], isUpsert: boolean): { id: string }[] {
    if (data.length > MOST_ROWS) throw badInput(`Maximum number of records to create is ${MOST_ROWS}`);
    const rows = [...this.all(plural)];
    for (const row of data) {
      const known = rows.findIndex(({ id }) => id === row.id);
      if (known >= 0 && isUpsert) {
        rows[known] = { ...(rows[known] as Row), ...row };
        continue;
      }
      const inTheWay = rows[known] ?? rows.find((other) => this.sharesKey(plural, row, other));
      if (inTheWay !== undefined) throw this.duplicate(plural, inTheWay);
      rows.push(row);
    }
    this.rows.set(plural, rows);
    return data.map(({ id }) => ({ id }));
  }

  private sharesKey(plural: string, row: Row, other: Row): boolean {
    const key = this.uniqueKeys.get(plural);
    const value = key === undefined ? null : (row[key] ?? null);
    return key !== undefined && value !== null && value !== '' && isEqual(value, other[key]);
  }

  private duplicate(plural: string, { id }: Row): Refused {
    const object = { conflictingObjectNameSingular: plural.replace(/s$/, '') };
    return badInput(DUPLICATE, { conflictingRecordId: id, ...(this.namesObjects ? object : {}) });
  }

  private updateOne(singular: string, id: string, data: object): { id: string } {
    const plural = `${singular}s`.replace(/ys$/, 'ies');
    const row = this.all(plural).find((one) => one.id === id);
    if (row === undefined) throw badInput('Record not found');
    const other = this.all(plural).find(
      (one) => one.id !== id && this.sharesKey(plural, { ...row, ...data }, one),
    );
    if (other !== undefined) throw this.duplicate(plural, other);
    Object.assign(row, data);
    return { id };
  }

  private updateMany(plural: string, filter: unknown, data: object): { id: string }[] {
    const found = this.all(plural).filter((row) => matches(row, filter));
    for (const row of found) Object.assign(row, data);
    return found.map(({ id }) => ({ id }));
  }

  private destroy(plural: string, filter: unknown): { id: string }[] {
    const found = this.all(plural).filter((row) => matches(row, filter));
    this.rows.set(
      plural,
      this.all(plural).filter((row) => !found.includes(row)),
    );
    return found.map(({ id }) => ({ id }));
  }

  private find(plural: string, given: Given, wanted: SelectionSetNode | undefined) {
    const { filter, first = 60, after, orderBy: orders = [] } = given;
    if (first > MOST_ROWS) throw badInput(`Maximum number of records is ${MOST_ROWS}`);
    const [order] = orders.map((one) => Object.entries(one)[0]);
    const found = this.all(plural).filter((row) => matches(row, filter));
    const sorted = order ? orderBy(found, [order[0]], [order[1].startsWith('Asc') ? 'asc' : 'desc']) : found;
    const start = after == null ? 0 : Number(after);
    const page = sorted.slice(start, start + first);
    const end = start + page.length;
    return {
      totalCount: found.length,
      edges: page.map((row) => ({ node: pickFields(row, nodeOf(wanted)) })),
      pageInfo: { hasNextPage: end < found.length, endCursor: String(end) },
    };
  }
}

function nodeOf(wanted: SelectionSetNode | undefined): SelectionSetNode | undefined {
  const child = (set: SelectionSetNode | undefined, name: string) =>
    set?.selections.find((one): one is FieldNode => one.kind === Kind.FIELD && one.name.value === name)
      ?.selectionSet;
  return child(child(wanted, 'edges'), 'node');
}

/** Only what was asked for, as a server answers. */
function pickFields(value: unknown, wanted: SelectionSetNode | undefined): unknown {
  if (wanted === undefined || typeof value !== 'object' || value === null) return value ?? null;
  const fields = wanted.selections.filter((one): one is FieldNode => one.kind === Kind.FIELD);
  return Object.fromEntries(
    fields.map(({ name, selectionSet }) => [name.value, pickFields(get(value, name.value), selectionSet)]),
  );
}

function matches(row: Row, filter: unknown): boolean {
  if (typeof filter !== 'object' || filter === null) return true;
  return Object.entries(filter as Record<string, unknown>).every(([name, condition]) =>
    name === 'and'
      ? (condition as unknown[]).every((one) => matches(row, one))
      : holds(row[name] === '' ? null : (row[name] ?? null), condition as Record<string, unknown>),
  );
}

function holds(value: unknown, condition: Record<string, unknown>): boolean {
  const [[operator, operand] = []] = Object.entries(condition);
  if (operator === 'eq') return isEqual(value, operand);
  if (operator === 'is') return (value === null) === (operand === 'NULL');
  if (operator === 'neq') return value !== null && !isEqual(value, operand);
  if (operator === 'in') {
    const list = operand as unknown[];
    if (list.length === 0) throw badInput('Invalid filter value for field "in", array must contain a value');
    return list.some((one) => isEqual(value, one));
  }
  const [left, right] = [String(value ?? ''), String(operand)];
  if (value === null) return false;
  if (operator === 'lt') return left < right;
  if (operator === 'lte') return left <= right;
  if (operator === 'gt') return left > right;
  throw badInput(`Unknown operator ${operator}`);
}
