/** Grouped totals: `<plural>GroupBy(groupBy, filter, orderBy, limit, includeRecords)`. */
import { assertPermitted } from '#scripts/workspace/access/roles.ts';
import type { Selection } from '#scripts/workspace/graphql/document.ts';
import { ApiError } from '#scripts/workspace/graphql/errors.ts';
import { quote } from '#scripts/workspace/model/make-field.ts';
import type { ObjectModel } from '#scripts/workspace/model/model.ts';
import { aggregatesOf } from '#scripts/workspace/records/aggregates.ts';
import type { ApiRecord, RecordContext } from '#scripts/workspace/records/context.ts';
import { fromWhere, startTarget } from '#scripts/workspace/records/find.ts';
import { type Dimension, readDimensions } from '#scripts/workspace/records/group-dimensions.ts';
import { directionSql, type OrderBy, orderSql, readOrderBy } from '#scripts/workspace/records/order.ts';
import { planRoot, type ReadPlan } from '#scripts/workspace/records/read-plan.ts';
import { loadRelations } from '#scripts/workspace/records/relations.ts';
import { toRecord } from '#scripts/workspace/records/rows.ts';
import { columnRef } from '#scripts/workspace/records/sql.ts';
import type { Filter } from '#scripts/workspace/records/where.ts';

export type GroupByArguments = {
  groupBy: unknown;
  filter?: Filter;
  orderBy?: unknown;
  orderByForRecords?: unknown;
  includeRecords?: boolean;
  limit?: number;
  offsetForRecords?: number;
};

export type Group = { dimensionValues: unknown[]; aggregates: Record<string, unknown>; records: ApiRecord[] };

const DEFAULT_GROUPS = 50;
const RECORDS_PER_GROUP = 10;
const RELATIONS_PER_RECORD = 5;

const userInput = (message: string) => new ApiError(message, 'BAD_USER_INPUT');

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const YEAR = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Names of days and months sort by the calendar. */
function sortSql({ sql, granularity }: Dimension): string {
  const names =
    granularity === 'DAY_OF_THE_WEEK' ? WEEK : granularity === 'MONTH_OF_THE_YEAR' ? YEAR : undefined;
  return names ? `array_position(ARRAY[${names.map((name) => `'${name}'`).join(',')}]::text[], ${sql})` : sql;
}

function findDimension(dimensions: Dimension[], entry: Record<string, unknown>): [Dimension, unknown] {
  const path: string[] = [];
  let value: unknown = entry;
  while (typeof value === 'object' && value !== null) {
    if ('orderBy' in value && 'granularity' in value) {
      const { granularity, orderBy } = value;
      const found = dimensions.find(
        (item) => item.path.join('.') === path.join('.') && item.granularity === granularity,
      );
      if (!found)
        throw userInput(
          `Cannot order by a date granularity that is not in groupBy criteria: ${String(granularity)}`,
        );
      return [found, orderBy];
    }
    const keys = Object.keys(value);
    const [key] = keys;
    if (key === undefined || keys.length > 1) {
      throw userInput('Please provide orderBy field criteria one by one in orderBy array');
    }
    path.push(key);
    value = (value as Record<string, unknown>)[key];
  }
  const found = dimensions.find((item) => item.path.join('.') === path.join('.'));
  if (!found) {
    throw userInput(
      `Cannot order by a field that is not an aggregate nor in groupBy criteria: ${path.join('.')}.`,
    );
  }
  return [found, value];
}

function groupOrder(object: ObjectModel, alias: string, orderBy: OrderBy, dimensions: Dimension[]): string {
  const keys = orderBy.map((entry) => {
    if (entry.aggregate === undefined) {
      const [dimension, direction] = findDimension(dimensions, entry);
      return `${sortSql(dimension)} ${directionSql(direction)}`;
    }
    const [name, direction] = Object.entries(entry.aggregate as Record<string, unknown>)[0] ?? [];
    const aggregate = aggregatesOf(object).get(name ?? '');
    if (!aggregate) throw userInput(`Unknown aggregate field: ${name}`);
    return `${aggregate.sql(alias)} ${directionSql(direction)}`;
  });
  return keys.length > 0 ? ` ORDER BY ${keys.join(', ')}` : '';
}

const groupKey = (row: Record<string, unknown>, count: number) =>
  JSON.stringify(Array.from({ length: count }, (_, index) => row[`dimension:${index}`] ?? null));

/** Ten rows a group, in the order asked for. */
async function recordsByGroup(
  context: RecordContext,
  plan: ReadPlan,
  args: GroupByArguments,
): Promise<Map<string, ApiRecord[]>> {
  const target = startTarget(context, plan.object);
  const dimensions = readDimensions(target, args.groupBy);
  const order = orderSql(target, readOrderBy(args.orderByForRecords));
  const source = fromWhere(target, args.filter);
  const columns = plan.columns.map(({ name }) => columnRef(target.alias, name)).join(', ');
  const groups = dimensions.map(({ sql }, index) => `${sql} AS ${quote(`dimension:${index}`)}`).join(', ');
  const partition = dimensions.map(({ sql }) => sql).join(', ');
  const from = args.offsetForRecords ?? 0;
  const rows = await context.database.query(
    `SELECT * FROM (SELECT ${columns}, ${groups}, row_number() OVER (PARTITION BY ${partition} ORDER BY ${order}) AS "rank" ` +
      `${source}) AS "ranked" WHERE "rank" > ${from} AND "rank" <= ${from + RECORDS_PER_GROUP} ORDER BY "rank"`,
    target.parameters.values,
  );
  const found = new Map<string, ApiRecord[]>();
  const records = rows.map((row) => {
    const record = toRecord(row, plan.columns);
    const key = groupKey(row, dimensions.length);
    found.set(key, [...(found.get(key) ?? []), record]);
    return record;
  });
  await loadRelations(context, plan, records, RELATIONS_PER_RECORD);
  return found;
}

export async function groupBy(
  context: RecordContext,
  object: ObjectModel,
  args: GroupByArguments,
  selection: Selection,
): Promise<Group[]> {
  const plan = planRoot(context.model, object, selection);
  const target = startTarget(context, object);
  const dimensions = readDimensions(target, args.groupBy);
  const touched = [
    ...plan.aggregates.map(({ field }) => field),
    ...dimensions.map(({ fieldName }) => fieldName),
  ];
  assertPermitted(context.identity.role, object, 'read', { read: touched });
  const source = fromWhere(target, args.filter);
  const list = [
    ...dimensions.map(({ sql }, index) => `${sql} AS ${quote(`dimension:${index}`)}`),
    ...plan.aggregates.map(({ name, sql }) => `${sql(target.alias)} AS ${quote(name)}`),
  ];
  const order = groupOrder(object, target.alias, readOrderBy(args.orderBy), dimensions);
  const limit =
    args.limit !== undefined && Number.isInteger(args.limit) && args.limit > 0 ? args.limit : DEFAULT_GROUPS;
  const rows = await context.database.query(
    `SELECT ${list.join(', ')} ${source} GROUP BY ${dimensions.map(({ sql }) => sql).join(', ')}${order} LIMIT ${limit}`,
    target.parameters.values,
  );
  const records = args.includeRecords
    ? await recordsByGroup(context, plan, args)
    : new Map<string, ApiRecord[]>();
  return rows.map((row) => ({
    dimensionValues: dimensions.map((_, index) => row[`dimension:${index}`] ?? null),
    aggregates: row,
    records: records.get(groupKey(row, dimensions.length)) ?? [],
  }));
}
