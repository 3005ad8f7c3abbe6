/**
 * Grouped totals as a document: the server adds up, so that what is asked does not grow with the records. One root
 * field an object and document, as Twenty refuses the same one twice.
 */
import { ApiFailure } from '#widgets/shared/api/failure.ts';
import { type Connection, literal, nodes } from '#widgets/shared/api/graphql.ts';

export type Dimension = { name: string; input: string };

/** Twenty gives 50 groups unless told otherwise; more than this many would not be totals any more. */
export const MOST_GROUPS = 8_000;

/** A field of the record, or the id of a record it belongs to (`salespersonId`). */
export const by = (field: string): Dimension => ({ name: field, input: `{ ${field}: true }` });

/** A field of a record it belongs to: `of('unit', 'kind')` is called `unit.kind`. */
export const of = (relation: string, field: string): Dimension => ({
  name: `${relation}.${field}`,
  input: `{ ${relation}: { ${field}: true } }`,
});

/** Called as its field. */
export const currencyOf = (field: string): Dimension => ({
  name: 'currency',
  input: `{ ${field}: { currencyCode: true } }`,
});

/** The currency of an amount of a record it belongs to, such as its contract's price. */
export const currencyBehind = (relation: string, field: string): Dimension => ({
  name: 'currency',
  input: `{ ${relation}: { ${field}: { currencyCode: true } } }`,
});

type DateGrain = 'DAY' | 'WEEK' | 'MONTH';

/** The first day of the period, `YYYY-MM-DD`. A moment needs the time zone in which days begin, a date has none. */
export const dated = (field: string, grain: DateGrain, timeZone?: string): Dimension => ({
  name: field,
  input: `{ ${field}: { granularity: ${grain}${timeZone === undefined ? '' : `, timeZone: ${literal(timeZone)}`} } }`,
});

/**
 * A moment as it is. Only for what no total can tell, such as whether an answer came before its deadline: there are
 * as many groups as records then, so whoever asks bounds the time.
 */
export const exactly = (field: string): Dimension => ({
  name: field,
  input: `{ ${field}: { granularity: NONE } }`,
});

export type Totals = {
  /** Plural name in the API. */
  objects: string;
  by: readonly Dimension[];
  /** Money fields to be added up. */
  money?: readonly string[];
  /** Fields of numbers to be added up. */
  numbers?: readonly string[];
  /** Filter conditions as GraphQL literals, all of which must hold. */
  where?: readonly string[];
};

/** A short list of records beside the totals, such as the ten oldest; never all. */
export type ShortList = {
  objects: string;
  fields: string;
  first: number;
  where?: readonly string[];
  orderBy?: string;
};

export type Group = {
  by: Readonly<Record<string, string | null>>;
  count: number;
  sums: Readonly<Record<string, number | string | null>>;
};

/** One document: totals and lists by the names under which they are answered. */
export type BoardQuery = {
  totals?: Readonly<Record<string, Totals>>;
  lists?: Readonly<Record<string, ShortList>>;
};

export type BoardAnswer = { groups: Record<string, Group[]>; lists: Record<string, unknown[]> };

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const moneyField = (field: string) => `sum${capital(field)}AmountMicros`;
const numberField = (field: string) => `sum${capital(field)}`;

function filterOf(where: readonly string[] = []): string {
  return where.length === 0 ? '' : `, filter: { and: [${where.join(', ')}] }`;
}

export function documentOf({ totals = {}, lists = {} }: BoardQuery): string {
  const roots = Object.values(totals).map(({ objects, by: dimensions, money = [], numbers = [], where }) => {
    const sums = [...money.map(moneyField), ...numbers.map(numberField)].join(' ');
    const groupBy = dimensions.map(({ input }) => input).join(', ');
    return `${objects}GroupBy(groupBy: [${groupBy}]${filterOf(where)}, limit: ${MOST_GROUPS}) { groupByDimensionValues totalCount ${sums} }`;
  });
  const listed = Object.values(lists).map(({ objects, fields, first, where, orderBy }) => {
    const order = orderBy === undefined ? '' : `, orderBy: ${orderBy}`;
    return `${objects}(first: ${first}${filterOf(where)}${order}) { edges { node { ${fields} } } }`;
  });
  return `query { ${[...listed, ...roots].join(' ')} }`;
}

type Row = { groupByDimensionValues: (string | null)[]; totalCount: number } & Record<string, unknown>;

/** @throws ApiFailure when there are more groups than a board can tell. */
export function answerOf(
  { totals = {}, lists = {} }: BoardQuery,
  data: Record<string, unknown>,
): BoardAnswer {
  const groups = Object.entries(totals).map(([name, asked]) => {
    const rows = (data[`${asked.objects}GroupBy`] ?? []) as Row[];
    if (rows.length >= MOST_GROUPS) throw new ApiFailure('BROKEN', `Too many groups of ${asked.objects}.`);
    return [name, rows.map((row) => groupOf(asked, row))];
  });
  const found = Object.entries(lists).map(([name, { objects }]) => [
    name,
    nodes((data[objects] ?? { edges: [] }) as Connection<unknown>),
  ]);
  return { groups: Object.fromEntries(groups), lists: Object.fromEntries(found) };
}

function groupOf({ by: dimensions, money = [], numbers = [] }: Totals, row: Row): Group {
  const sums = [
    ...money.map((field) => [field, row[moneyField(field)]]),
    ...numbers.map((field) => [field, row[numberField(field)]]),
  ];
  return {
    by: Object.fromEntries(
      dimensions.map(({ name }, index) => [name, row.groupByDimensionValues[index] ?? null]),
    ),
    count: Number(row.totalCount),
    sums: Object.fromEntries(sums) as Group['sums'],
  };
}
