/** Writes as GraphQL mutations, several to a request as far as no root field repeats (platform rule). */
import type { ObjectName } from '#port/records.ts';
import type { Write } from '#port/store.ts';
import { asError, type GraphQLFailure, isDuplicate, type TwentyClient } from './client.ts';
import { pluralTypeName, singular, typeName, writeData } from './mapping.ts';

export type Mutation = {
  object: ObjectName;
  root: string;
  arguments: Record<string, { type: string; value: unknown }>;
  /** Ids of rows that it inserts: empty for an update. */
  createdIds: readonly string[];
};

export type Outcome = { mutation: Mutation; failure: GraphQLFailure | null };

/** Twenty takes at most 20 root fields and 200 rows a field. */
const ROOTS = 20;
const ROWS = 200;

type Row = { id: string } & Record<string, unknown>;

export function createMutation(object: ObjectName, rows: readonly Row[]): Mutation {
  const data = rows.map(({ id, ...fields }) => ({ id, ...writeData(object, fields as never) }));
  return {
    object,
    root: `create${pluralTypeName(object)}`,
    arguments: { data: { type: `[${typeName(object)}CreateInput!]!`, value: data } },
    createdIds: rows.map(({ id }) => id),
  };
}

/** Rows that are there already, found by their id: the API's only way to give each its own values. */
function upsertMutation(object: ObjectName, changes: readonly { record: Row; to: object }[]): Mutation {
  const data = changes.map(({ record, to }) => ({
    id: record.id,
    ...writeData(object, to as never, record),
  }));
  return {
    object,
    root: `create${pluralTypeName(object)}`,
    arguments: {
      data: { type: `[${typeName(object)}CreateInput!]!`, value: data },
      upsert: { type: 'Boolean', value: true },
    },
    createdIds: [],
  };
}

function inBatches<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / ROWS);
  return Array.from({ length: count }, (_, index) => rows.slice(index * ROWS, (index + 1) * ROWS));
}

export function mutationsOf(write: Write): Mutation[] {
  if ('create' in write) return [createMutation(write.create, [write.row])];
  if ('createMany' in write) {
    return inBatches<Row>(write.rows).map((rows) => createMutation(write.createMany, rows));
  }
  if ('changeMany' in write) {
    const changes: readonly { record: Row; to: object }[] = write.changes;
    return inBatches(changes).map((batch) => upsertMutation(write.changeMany, batch));
  }
  return [
    {
      object: write.change,
      root: `update${typeName(write.change)}`,
      arguments: {
        id: { type: 'UUID!', value: write.record.id },
        data: {
          type: `${typeName(write.change)}UpdateInput!`,
          value: writeData(write.change, write.to as never, write.record),
        },
      },
      createdIds: [],
    },
  ];
}

/** Splits into requests without a repeated root field, keeping the order of their first appearance. */
export function intoRequests(mutations: readonly Mutation[]): Mutation[][] {
  const requests: Mutation[][] = [];
  for (const mutation of mutations) {
    const free = requests.find(
      (request) => request.length < ROOTS && request.every(({ root }) => root !== mutation.root),
    );
    if (free === undefined) requests.push([mutation]);
    else free.push(mutation);
  }
  return requests;
}

export async function runMutations(client: TwentyClient, mutations: readonly Mutation[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const request of intoRequests(mutations)) outcomes.push(...(await runRequest(client, request)));
  return outcomes;
}

async function runRequest(client: TwentyClient, request: readonly Mutation[]): Promise<Outcome[]> {
  const declared: string[] = [];
  const variables: Record<string, unknown> = {};
  const roots = request.map((mutation, index) => {
    const passed = Object.entries(mutation.arguments).map(([name, { type, value }]) => {
      declared.push(`$${name}${index}: ${type}`);
      variables[`${name}${index}`] = value;
      return `${name}: $${name}${index}`;
    });
    return `${mutation.root}(${passed.join(', ')}) { id }`;
  });
  const answer = await client.graphql(`mutation (${declared.join(', ')}) { ${roots.join(' ')} }`, variables);
  const { data, errors } = answer;
  if (errors.length === 0) return request.map((mutation) => ({ mutation, failure: null }));
  const [first] = errors;
  if (data === null && first !== undefined) throw asError(first);
  // Errors carry no path: the fields without data failed, and a duplicate names its object.
  const failed = request.filter(({ root }) => (data?.[root] ?? null) === null);
  return request.map((mutation) => ({
    mutation,
    failure: failed.includes(mutation) ? failureOf(mutation, errors, failed.length) : null,
  }));
}

function failureOf(
  mutation: Mutation,
  errors: readonly GraphQLFailure[],
  failedCount: number,
): GraphQLFailure {
  const [first] = errors;
  if (first === undefined) throw new Error('a failed field has an error');
  const own = errors.find(
    ({ extensions }) => extensions?.conflictingObjectNameSingular === singular(mutation.object),
  );
  if (own !== undefined) return own;
  // Which error belongs to which field is not said; of several, one that is no mere duplicate counts.
  if (failedCount === 1 || mutation.createdIds.length === 0 || !errors.every(isDuplicate))
    return errors.find((error) => !isDuplicate(error)) ?? first;
  return (
    errors.find(
      (error) => isDuplicate(error) && error.extensions?.conflictingObjectNameSingular === undefined,
    ) ?? first
  );
}
