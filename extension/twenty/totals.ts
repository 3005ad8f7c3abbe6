/** Totals by group as GraphQL queries: one group field an object and document, as Twenty takes it. */
import { fromMicros } from '#domain/shared/money.ts';
import { type ObjectName, RECORDS } from '#port/records.ts';
import type { AnyTotal, Group } from '#port/store.ts';
import { dataOrThrow, type TwentyClient } from './client.ts';
import { filterInput, plural, typeName } from './mapping.ts';

/** Twenty gives 50 groups unless told otherwise. */
const MOST_GROUPS = 2_000;

type Row = { groupByDimensionValues: (string | null)[] } & Record<string, unknown>;

export async function readTotals<Q extends Record<string, AnyTotal>>(
  client: TwentyClient,
  queries: Q,
): Promise<{ [K in keyof Q]: Group[] }> {
  const answers: Record<string, Group[]> = {};
  let pending = Object.entries<AnyTotal>(queries);
  while (pending.length > 0) {
    const request = distinctObjects(pending);
    const { declared, roots, variables } = documentOf(request);
    const data = dataOrThrow(
      await client.graphql(`query (${declared.join(', ')}) { ${roots.join(' ')} }`, variables),
    );
    for (const [name, query] of request) {
      answers[name] = groupsOf(query, data[`${plural(query.object)}GroupBy`] as Row[]);
    }
    pending = pending.filter((entry) => !request.includes(entry));
  }
  return answers as { [K in keyof Q]: Group[] };
}

/** The same root field twice in a document is refused, so a repeated object waits for the next request. */
function distinctObjects(pending: readonly [string, AnyTotal][]): [string, AnyTotal][] {
  const seen = new Set<ObjectName>();
  return pending.filter(([, { object }]) => !seen.has(object) && seen.add(object));
}

function documentOf(request: readonly [string, AnyTotal][]) {
  const declared = request.map(([, { object }], index) => `$filter${index}: ${typeName(object)}FilterInput`);
  const variables = request.map(([, { filter }], index) => [`filter${index}`, filterInput(filter)]);
  const roots = request.map(([, query], index) => {
    const sum = query.sum === undefined ? '' : ` ${sumField(query.sum)}`;
    return `${plural(query.object)}GroupBy(groupBy: [${dimensionsOf(query).join(', ')}], filter: $filter${index}, limit: ${MOST_GROUPS}) { groupByDimensionValues totalCount${sum} }`;
  });
  return { declared, roots, variables: Object.fromEntries(variables) as Record<string, unknown> };
}

function dimensionsOf({ by, sum }: AnyTotal): string[] {
  const names: readonly string[] = by;
  const currency = sum === undefined ? [] : [`{ ${sum}: { currencyCode: true } }`];
  return [...names.map((name) => `{ ${name}: true }`), ...currency];
}

function sumField(name: string): string {
  return `sum${name.charAt(0).toUpperCase()}${name.slice(1)}AmountMicros`;
}

function groupsOf({ object, by, sum }: AnyTotal, rows: readonly Row[]): Group[] {
  if (rows.length >= MOST_GROUPS) throw new Error(`More than ${MOST_GROUPS} groups of ${object}`);
  return rows.map((row) => {
    const values = row.groupByDimensionValues;
    const names: readonly string[] = by;
    const currency = sum === undefined ? null : (values[names.length] ?? null);
    const amount = sum === undefined ? null : (row[sumField(sum)] as number | string | null);
    return {
      by: Object.fromEntries(names.map((name, index) => [name, values[index] ?? emptyOf(object, name)])),
      count: Number(row.totalCount),
      sum: currency === null || amount === null ? null : fromMicros(amount, currency),
    };
  });
}

/** An empty choice reads as the one that it stands for, as in a record. */
function emptyOf(object: ObjectName, name: string): string | null {
  const { empty }: { empty?: unknown } = RECORDS[object][name as never];
  return typeof empty === 'string' ? empty : null;
}
