/** Reading: pages, single records and the aggregates of a page. */
import { assertPermitted } from '#scripts/workspace/access/roles.ts';
import type { Row } from '#scripts/workspace/database/open-database.ts';
import type { Selection } from '#scripts/workspace/graphql/document.ts';
import { badInput, invalidQuery, recordNotFound } from '#scripts/workspace/graphql/errors.ts';
import { quote } from '#scripts/workspace/model/make-field.ts';
import { type ObjectModel, objectNamed } from '#scripts/workspace/model/model.ts';
import { type ApiRecord, MAX_RECORDS, type RecordContext } from '#scripts/workspace/records/context.ts';
import { cursorFilter, encodeCursor } from '#scripts/workspace/records/cursor.ts';
import { type OrderBy, orderedFields, orderSql, readOrderBy } from '#scripts/workspace/records/order.ts';
import { planRoot, type ReadPlan } from '#scripts/workspace/records/read-plan.ts';
import { loadRelations } from '#scripts/workspace/records/relations.ts';
import { selectList, toRecord } from '#scripts/workspace/records/rows.ts';
import { Parameters } from '#scripts/workspace/records/sql.ts';
import {
  type Filter,
  mentionsDeletedAt,
  type WhereTarget,
  whereSql,
} from '#scripts/workspace/records/where.ts';

export type FindManyArguments = {
  filter?: Filter;
  orderBy?: unknown;
  first?: number;
  last?: number;
  before?: string;
  after?: string;
  offset?: number;
};

export type Page = {
  records: ApiRecord[];
  orderBy: OrderBy;
  aggregates: Row;
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
};

export const startTarget = (context: RecordContext, object: ObjectModel): WhereTarget => ({
  model: context.model,
  object,
  alias: object.nameSingular,
  parameters: new Parameters(),
  joins: new Map(),
});

/** `FROM … WHERE …`; soft-deleted rows only when the filter speaks of them. */
export function fromWhere(target: WhereTarget, filter: Filter | undefined, extra?: string): string {
  const { nameSingular } = target.object;
  const conditions = [whereSql(target, filter), extra].filter((sql) => sql !== undefined);
  if (!mentionsDeletedAt(filter)) conditions.push(`${quote(target.alias)}."deletedAt" IS NULL`);
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  return `FROM ${quote(nameSingular)} AS ${quote(target.alias)} ${[...target.joins.values()].join(' ')}${where}`;
}

const CONFLICTS: [keyof FindManyArguments, keyof FindManyArguments][] = [
  ['first', 'last'],
  ['before', 'after'],
  ['before', 'first'],
  ['after', 'last'],
];

function checkPaging(args: FindManyArguments): void {
  for (const [one, other] of CONFLICTS) {
    if (args[one] && args[other]) throw badInput(`Cannot provide both ${one} and ${other}`, 'ARGS_CONFLICT');
  }
  if ((args.first ?? 0) < 0) throw badInput('First argument must be non-negative', 'INVALID_ARGS_FIRST');
  if ((args.last ?? 0) < 0) throw badInput('Last argument must be non-negative', 'INVALID_ARGS_LAST');
}

/** Aggregates count the whole filter, not the page. */
async function readAggregates(
  context: RecordContext,
  plan: ReadPlan,
  filter: Filter | undefined,
): Promise<Row> {
  if (plan.aggregates.length === 0) return {};
  const { object } = plan;
  assertPermitted(context.identity.role, object, 'read', { read: plan.aggregates.map(({ field }) => field) });
  const target = startTarget(context, object);
  const source = fromWhere(target, filter);
  const list = plan.aggregates.map(({ name, sql }) => `${sql(target.alias)} AS ${quote(name)}`).join(', ');
  const [row] = await context.database.query(`SELECT ${list} ${source}`, target.parameters.values);
  return row ?? {};
}

async function readPage(
  context: RecordContext,
  plan: ReadPlan,
  args: FindManyArguments,
): Promise<Omit<Page, 'aggregates'>> {
  const { object } = plan;
  const orderBy = readOrderBy(args.orderBy);
  const isForward = args.before === undefined;
  const cursor = args.after ?? args.before;
  const page = cursor === undefined ? undefined : cursorFilter(cursor, orderBy, object, isForward);
  const filter = page
    ? args.filter && Object.keys(args.filter).length > 0
      ? { and: [args.filter, page] }
      : page
    : args.filter;
  const target = startTarget(context, object);
  const order = orderSql(target, orderBy, isForward);
  const source = fromWhere(target, filter);
  const limit = args.first ?? args.last ?? MAX_RECORDS;
  const offset = args.offset === undefined ? '' : ` OFFSET ${target.parameters.add(String(args.offset))}`;
  const rows = await context.database.query(
    `SELECT ${selectList(target.alias, plan.columns)} ${source} ORDER BY ${order} LIMIT ${target.parameters.add(String(limit + 1))}${offset}`,
    target.parameters.values,
  );
  const records = rows.map((row) => toRecord(row, plan.columns));
  const hasMore = records.length > limit;
  if (hasMore) records.pop();
  const cursorOf = (record: ApiRecord | undefined) => (record ? encodeCursor(record, orderBy, object) : null);
  // The real server takes both cursors before it turns a backward page round.
  const pageInfo = {
    hasNextPage: isForward && hasMore,
    hasPreviousPage: !isForward && hasMore,
    startCursor: cursorOf(records[0]),
    endCursor: cursorOf(records.at(-1)),
  };
  if (!isForward) records.reverse();
  return { records, orderBy, pageInfo };
}

export async function findMany(
  context: RecordContext,
  object: ObjectModel,
  args: FindManyArguments,
  selection: Selection,
): Promise<Page> {
  checkPaging(args);
  const plan = planRoot(context.model, object, selection);
  const { role } = context.identity;
  const ordered = orderedFields(object, readOrderBy(args.orderBy));
  assertPermitted(role, object, 'read', { read: [...plan.fieldNames, ...ordered.own] });
  for (const [field, name] of ordered.ofParents) {
    const parent = objectNamed(context.model, field.relation?.targetObject ?? '');
    assertPermitted(role, parent, 'read', { read: [name] });
  }
  const page = await readPage(context, plan, args);
  const aggregates = await readAggregates(context, plan, args.filter);
  await loadRelations(context, plan, page.records);
  return { ...page, aggregates };
}

export async function findOne(
  context: RecordContext,
  object: ObjectModel,
  args: { filter?: Filter },
  selection: Selection,
): Promise<ApiRecord> {
  if (!args.filter || Object.keys(args.filter).length === 0) throw invalidQuery('Missing filter argument');
  const plan = planRoot(context.model, object, selection);
  assertPermitted(context.identity.role, object, 'read', { read: plan.fieldNames });
  const target = startTarget(context, object);
  const source = fromWhere(target, args.filter);
  const [row] = await context.database.query(
    `SELECT ${selectList(target.alias, plan.columns)} ${source} LIMIT 1`,
    target.parameters.values,
  );
  if (!row) throw recordNotFound();
  const record = toRecord(row, plan.columns);
  await loadRelations(context, plan, [record]);
  return record;
}
