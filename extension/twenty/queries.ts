/** Reads as GraphQL queries: several connections to a request, further pages only for those that have them. */
import type { ObjectName } from '#port/records.ts';
import type { AnyRead } from '#port/store.ts';
import { dataOrThrow, type TwentyClient } from './client.ts';
import { filterInput, plural, selection, typeName } from './mapping.ts';

type Node = Record<string, unknown>;
type Connection = { edges: { node: Node }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

const PAGE = 200;
/** No read of a command needs more; a runaway loop stops here. */
const MAX_PAGES = 2_000;

type Pending = { name: string; query: AnyRead; after: string | null; nodes: Node[] };

export async function readNodes(
  client: TwentyClient,
  queries: Record<string, AnyRead>,
): Promise<Record<string, Node[]>> {
  const all: Pending[] = Object.entries(queries).map(([name, query]) => ({
    name,
    query,
    after: null,
    nodes: [],
  }));
  // Twenty refuses an empty list; nothing is in it, so nothing is asked.
  let pending = all.filter(({ query }) => !asksForNothing(query));
  for (let page = 0; pending.length > 0; page++) {
    if (page >= MAX_PAGES) throw new Error(`A read did not end after ${MAX_PAGES} requests`);
    const request = distinctRoots(pending);
    const unfinished = await readPage(client, request);
    pending = [...unfinished, ...pending.filter((entry) => !request.includes(entry))];
  }
  return Object.fromEntries(all.map(({ name, nodes }) => [name, nodes]));
}

function asksForNothing(query: AnyRead): boolean {
  const conditions = Object.values(query.filter) as unknown[];
  return conditions.some(
    (condition) =>
      typeof condition === 'object' &&
      condition !== null &&
      'in' in condition &&
      Array.isArray(condition.in) &&
      condition.in.length === 0,
  );
}

/** The same root field twice in a document is refused, so a repeated object waits for the next request. */
function distinctRoots(pending: readonly Pending[]): Pending[] {
  const seen = new Set<ObjectName>();
  return pending.filter(({ query }) => !seen.has(query.object) && seen.add(query.object));
}

async function readPage(client: TwentyClient, request: readonly Pending[]): Promise<Pending[]> {
  const declared: string[] = [];
  const variables: Record<string, unknown> = {};
  const roots = request.map(({ query, after, nodes }, index) => {
    declared.push(`$filter${index}: ${typeName(query.object)}FilterInput`, `$after${index}: String`);
    variables[`filter${index}`] = filterInput(query.filter);
    variables[`after${index}`] = after;
    const first = Math.min(PAGE, (query.limit ?? Number.POSITIVE_INFINITY) - nodes.length);
    const order = orderBy(query);
    return `${plural(query.object)}(filter: $filter${index}, after: $after${index}, first: ${first}${order})
      { edges { node { ${selection(query.object, query.with)} } } pageInfo { hasNextPage endCursor } }`;
  });
  const data = dataOrThrow(
    await client.graphql(`query (${declared.join(', ')}) { ${roots.join(' ')} }`, variables),
  );
  return request.filter((entry) => {
    const connection = data[plural(entry.query.object)] as Connection;
    entry.nodes.push(...connection.edges.map(({ node }) => node));
    entry.after = connection.pageInfo.endCursor;
    return (
      connection.pageInfo.hasNextPage && entry.nodes.length < (entry.query.limit ?? Number.POSITIVE_INFINITY)
    );
  });
}

function orderBy(query: AnyRead): string {
  const entries = Object.entries(query.orderBy ?? {});
  if (entries.length === 0) return '';
  const orders = entries.map(
    ([name, way]) => `{ ${name}: ${way === 'ASC' ? 'AscNullsLast' : 'DescNullsLast'} }`,
  );
  return `, orderBy: [${orders.join(', ')}]`;
}
