/** The store on Twenty's GraphQL API: reads and writes grouped into as few requests as it allows. */
import { COMMAND_MADE, isGuarded, SEALED } from '#port/guarded.ts';
import type { Fields, ObjectName, RecordOf } from '#port/records.ts';
import { hasSeal } from '#port/seal.ts';
import type { AnyRead, Observed, Store, Write } from '#port/store.ts';
import { DuplicateKey } from '#port/store.ts';
import { asError, dataOrThrow, isDuplicate, type TwentyClient, TwentyError } from './client.ts';
import {
  filterInput,
  loadedRecord,
  plural,
  pluralTypeName,
  storedRecord,
  typeName,
  writeData,
} from './mapping.ts';
import { createMutation, type Mutation, mutationsOf, runMutations } from './mutations.ts';
import { readPageLayouts } from './page-layouts.ts';
import { readNodes } from './queries.ts';
import { readTotals } from './totals.ts';

/** Most rows that Twenty takes or gives in one request. */
export const BATCH = 200;

/** Every object brings all its fields along; a request stays of a size that any server takes. */
const OBJECTS_AT_ONCE = 8;

export function twentyStore(client: TwentyClient): Store {
  return {
    async read(queries) {
      const nodes = await readNodes(client, queries);
      const answers = Object.entries(queries).map(([name, query]: [string, AnyRead]) => [
        name,
        (nodes[name] ?? [])
          .filter((node) => hasSeal(node) || !COMMAND_MADE.some((made) => made === query.object))
          .map((node) => loadedRecord(query.object, node, query.with)),
      ]);
      return Object.fromEntries(answers);
    },

    total: (queries) => readTotals(client, queries),

    pageLayouts: () => readPageLayouts(client),

    async observe(object, filter, limit) {
      const { found = [] } = await readNodes(client, { found: { object, filter, limit } as AnyRead });
      return found.map((node) => observed(object, node));
    },

    async observeSince(objects, since) {
      const found = [];
      for (let at = 0; at < objects.length; at += OBJECTS_AT_ONCE) {
        const some = objects.slice(at, at + OBJECTS_AT_ONCE);
        const filter = { updatedAt: { gte: since.toISOString() } };
        const queries = some.map((object) => [object, { object, filter } as unknown as AnyRead]);
        const nodes = await readNodes(client, Object.fromEntries(queries));
        found.push(
          ...some.map((object) => ({
            object,
            observed: (nodes[object] ?? []).map((node) => observed(object, node)),
          })),
        );
      }
      return found as Awaited<ReturnType<typeof this.observeSince<(typeof objects)[number]>>>;
    },

    async claim(object, rows) {
      if (rows.length > BATCH) throw new RangeError(`At most ${BATCH} rows are all or nothing`);
      const mutation = createMutation(object, rows);
      const [outcome] = await runMutations(client, [mutation]);
      const failure = outcome?.failure ?? null;
      if (failure !== null && !isDuplicate(failure)) throw asError(failure);
      if (failure === null) return { won: true, isNew: true };
      if (await areAllThere(client, mutation)) return { won: true, isNew: false };
      return { won: false, conflictingId: failure.extensions?.conflictingRecordId ?? null };
    },

    async changeWhere(object, filter, to) {
      refuseEmptyText(filter);
      const name = `update${pluralTypeName(object)}`;
      const answer = await client.graphql(
        `mutation ($filter: ${typeName(object)}FilterInput!, $data: ${typeName(object)}UpdateInput!) {
          ${name}(filter: $filter, data: $data) { id } }`,
        { filter: filterInput(filter), data: guardedData(object, to) },
      );
      const taken = answer.errors.find(isDuplicate);
      if (taken !== undefined) throw new DuplicateKey(object, taken.extensions?.conflictingRecordId ?? null);
      const data = dataOrThrow(answer);
      return (data[name] as { id: string }[]).map(({ id }) => id);
    },

    async write(writes: readonly Write[]) {
      const outcomes = await runMutations(client, writes.flatMap(mutationsOf));
      for (const { mutation, failure } of outcomes) {
        if (failure === null) continue;
        if (!isDuplicate(failure)) throw asError(failure);
        await assertExists(client, mutation, failure);
      }
    },

    async destroyWhere(object, filter) {
      const name = `destroy${pluralTypeName(object)}`;
      const document = `mutation ($filter: ${typeName(object)}FilterInput!) { ${name}(filter: $filter) { id } }`;
      dataOrThrow(await client.graphql(document, { filter: filterInput(filter) }));
    },
  };
}

/** Twenty cannot guard an update by an empty text: it answers with an error of its own. */
function refuseEmptyText(filter: object): void {
  const [name] = Object.entries(filter).find(([, condition]) => condition === '') ?? [];
  if (name !== undefined) throw new Error(`No update can be guarded by the empty text in ${name}`);
}

/** A guarded update cannot seal what it has not loaded, so it carries all sealed fields or none. */
function guardedData<O extends ObjectName>(object: O, to: Partial<Fields<O>>): Record<string, unknown> {
  const { seal, ...data } = writeData(object, to);
  if (!isGuarded(object)) return data;
  const given = SEALED[object].filter((name) => name in to).length;
  if (given === 0) return data;
  if (given !== SEALED[object].length)
    throw new Error(`A guarded update of ${object} must give all sealed fields`);
  return { ...data, seal };
}

function observed<O extends ObjectName>(object: O, node: Record<string, unknown>): Observed<O> {
  const stored = storedRecord(object, node);
  return { sealed: loadedRecord(object, node) as RecordOf<O>, stored, isSealed: hasSeal(node) };
}

/** A create that broke a key is fine when its own rows are what stands there. @throws DuplicateKey */
async function assertExists(
  client: TwentyClient,
  mutation: Mutation,
  failure: { extensions?: { conflictingRecordId?: string } },
) {
  if (mutation.createdIds.length > 0 && (await areAllThere(client, mutation))) return;
  throw new DuplicateKey(mutation.object, failure.extensions?.conflictingRecordId ?? null);
}

async function areAllThere(client: TwentyClient, { object, createdIds }: Mutation): Promise<boolean> {
  const data = dataOrThrow(
    await client.graphql(
      `query ($filter: ${typeName(object)}FilterInput) { ${plural(object)}(filter: $filter, first: 1) { totalCount } }`,
      { filter: { id: { in: createdIds } } },
    ),
  );
  const connection = data[plural(object)] as { totalCount?: number } | null;
  if (connection === null) throw new TwentyError(`No answer about ${object}`, 'INTERNAL_SERVER_ERROR');
  return connection.totalCount === createdIds.length;
}
