/**
 * One request for several lists of which some may be refused: what the reader may not see is left out and named,
 * and the rest is shown. Pages beyond the first are asked together, so that a reading has an end.
 */
import { ApiFailure, asFailure } from './failure.ts';
import { type Connection, type ListSpec, listField, nodes, readPartly } from './graphql.ts';

export type Parts<Name extends string> = {
  /** The records of each list; null where the reader has no right to it. */
  records: Record<Name, readonly unknown[] | null>;
  /** How many there are in all; null where the server did not say. */
  totals: Record<Name, number | null>;
};

/** Rounds of pages after the first one: with it the three requests that a record's widget may take. */
const MORE_ROUNDS = 2;

/**
 * `needed` is what nothing can be shown without. Lists named in `whole` are read on while there is more of them.
 * @throws ApiFailure
 */
export async function readParts<Name extends string>(
  specs: Readonly<Record<Name, ListSpec>>,
  { needed, whole = [] }: { needed: NoInfer<Name>; whole?: readonly NoInfer<Name>[] },
): Promise<Parts<Name>> {
  const names = Object.keys(specs) as Name[];
  const { data, failure } = await readPartly<Record<string, Connection<unknown> | null>>(
    `query { ${names.map((name) => listField(specs[name])).join(' ')} }`,
  );
  const pageOf = (name: Name) => data[specs[name].root] ?? null;
  if (pageOf(needed) === null) throw failure ?? new ApiFailure('BROKEN', `No ${specs[needed].root}.`);
  // A failure that is no question of rights would look like an empty list.
  if (failure !== null && failure.kind !== 'NO_RIGHT') throw failure;
  const records = {} as Record<Name, unknown[] | null>;
  const totals = {} as Record<Name, number | null>;
  for (const name of names) {
    const page = pageOf(name);
    records[name] = page === null ? null : nodes(page);
    totals[name] = page?.totalCount ?? null;
  }
  await readOn(specs, whole, (name) => pageOf(name)?.pageInfo, records);
  return { records, totals };
}

type Cursor = { hasNextPage: boolean; endCursor: string | null } | undefined;

async function readOn<Name extends string>(
  specs: Readonly<Record<Name, ListSpec>>,
  whole: readonly Name[],
  cursorOf: (name: Name) => Cursor,
  records: Record<Name, unknown[] | null>,
): Promise<void> {
  let cursors = whole.map((name) => [name, cursorOf(name)] as const);
  for (let round = 0; round < MORE_ROUNDS; round += 1) {
    const open = cursors.filter(([, cursor]) => cursor?.hasNextPage === true);
    if (open.length === 0) return;
    const fields = open.map(([name, cursor]) => listField(specs[name], cursor?.endCursor ?? null));
    const { data, failure } = await readPartly<Record<string, Connection<unknown> | null>>(
      `query { ${fields.join(' ')} }`,
    );
    if (failure !== null) throw asFailure(failure);
    cursors = open.map(([name]) => {
      const page = data[specs[name].root];
      if (page) records[name]?.push(...nodes(page));
      return [name, page?.pageInfo] as const;
    });
  }
}
