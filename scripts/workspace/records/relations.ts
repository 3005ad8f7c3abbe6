/** Nested records: one statement a relation, however many parents there are. */
import { assertPermitted } from '#scripts/workspace/access/roles.ts';
import { quote } from '#scripts/workspace/model/make-field.ts';
import { columnNamed, type FieldModel } from '#scripts/workspace/model/model.ts';
import {
  type ApiRecord,
  MAX_NESTED_RECORDS,
  type RecordContext,
} from '#scripts/workspace/records/context.ts';
import type { ReadPlan } from '#scripts/workspace/records/read-plan.ts';
import { selectList, toRecord } from '#scripts/workspace/records/rows.ts';
import { columnRef } from '#scripts/workspace/records/sql.ts';

/** A list inside a record: its rows and the aggregates asked for. */
export class NestedList {
  constructor(
    readonly records: ApiRecord[],
    readonly aggregates: Record<string, unknown>,
  ) {}
}

const idsOf = (records: ApiRecord[], key: string): string[] => [
  ...new Set(records.map((record) => record[key]).filter((id): id is string => typeof id === 'string')),
];

async function loadParents(
  context: RecordContext,
  field: FieldModel,
  plan: ReadPlan,
  records: ApiRecord[],
): Promise<ApiRecord[]> {
  const { relation } = field;
  if (!relation) return [];
  const { object } = plan;
  const ids = idsOf(records, relation.joinColumn);
  const deletedAt = columnNamed(object, 'deletedAt');
  const columns = plan.columns.includes(deletedAt) ? plan.columns : [...plan.columns, deletedAt];
  const rows =
    ids.length === 0
      ? []
      : await context.database.query(
          `SELECT ${selectList('t', columns)} FROM ${quote(object.nameSingular)} AS "t" WHERE "t"."id" = ANY($1::uuid[])`,
          [ids],
        );
  const found = new Map(rows.map((row) => [row.id, toRecord(row, columns)]));
  for (const record of records) {
    const parent = found.get(record[relation.joinColumn]);
    if (parent?.deletedAt) {
      // A soft-deleted parent is hidden, and so is the key that leads to it.
      record[field.name] = null;
      record[relation.joinColumn] = null;
    } else if (parent === undefined) record[field.name] = null;
    // As Twenty 2.21 does: without `deletedAt` among what is asked for it hands out a copy, and what is
    // nested deeper is filled into the original, where nobody sees it.
    else record[field.name] = plan.columns.includes(deletedAt) ? parent : withoutNested(parent, plan);
  }
  return [...found.values()];
}

function withoutNested(parent: ApiRecord, { relations }: ReadPlan): ApiRecord {
  return { ...parent, ...Object.fromEntries(relations.map(({ field }) => [field.name, null])) };
}

async function loadLists(
  context: RecordContext,
  field: FieldModel,
  plan: ReadPlan,
  records: ApiRecord[],
  limit: number,
): Promise<ApiRecord[]> {
  const { relation } = field;
  if (!relation || records.length === 0) return [];
  const { object } = plan;
  const key = relation.joinColumn;
  const ids = idsOf(records, 'id');
  const table = quote(object.nameSingular);
  const rows = await context.database.query(
    `SELECT "r".* FROM unnest($1::uuid[]) AS "p"("id") CROSS JOIN LATERAL (SELECT ${selectList('t', plan.columns)} ` +
      `FROM ${table} AS "t" WHERE ${columnRef('t', key)} = "p"."id" AND "t"."deletedAt" IS NULL LIMIT ${limit}) AS "r"`,
    [ids],
  );
  const children = rows.map((row) => toRecord(row, plan.columns));
  const byParent = groupBy(children, key);
  const aggregates = new Map<unknown, Record<string, unknown>>();
  if (plan.aggregates.length > 0) {
    const list = plan.aggregates.map(({ name, sql }) => `${sql('t')} AS ${quote(name)}`).join(', ');
    const grouped = await context.database.query(
      `SELECT ${columnRef('t', key)} AS "parentId", ${list} FROM ${table} AS "t" ` +
        `WHERE ${columnRef('t', key)} = ANY($1::uuid[]) AND "t"."deletedAt" IS NULL GROUP BY ${columnRef('t', key)}`,
      [ids],
    );
    for (const { parentId, ...values } of grouped) aggregates.set(parentId, values);
  }
  for (const record of records) {
    record[field.name] = new NestedList(byParent.get(record.id) ?? [], aggregates.get(record.id) ?? {});
  }
  return children;
}

function groupBy(records: ApiRecord[], key: string): Map<unknown, ApiRecord[]> {
  const groups = new Map<unknown, ApiRecord[]>();
  for (const record of records) {
    const group = groups.get(record[key]);
    if (group) group.push(record);
    else groups.set(record[key], [record]);
  }
  return groups;
}

/** Fills the relations of a plan into the records, level by level. */
export async function loadRelations(
  context: RecordContext,
  plan: ReadPlan,
  records: ApiRecord[],
  limit = MAX_NESTED_RECORDS,
): Promise<void> {
  for (const { field, plan: nested } of plan.relations) {
    assertPermitted(context.identity.role, nested.object, 'read', { read: nested.fieldNames });
    const loaded =
      field.relation?.kind === 'ONE_TO_MANY'
        ? await loadLists(context, field, nested, records, limit)
        : await loadParents(context, field, nested, records);
    if (nested.relations.length > 0) await loadRelations(context, nested, loaded, limit);
  }
}
