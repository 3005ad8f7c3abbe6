/**
 * updateOne and updateMany: one UPDATE, so a filter on the object's own columns is a real guard. The real
 * server reads the rows again by the same filter to announce the change; a row that no longer matches, as
 * after a guarded change of its own filter, is updated without any event.
 */
import { assertPermitted } from '#scripts/workspace/access/roles.ts';
import type { Row } from '#scripts/workspace/database/open-database.ts';
import type { Selection } from '#scripts/workspace/graphql/document.ts';
import { recordNotFound, refusedByDatabase } from '#scripts/workspace/graphql/errors.ts';
import { quote } from '#scripts/workspace/model/make-field.ts';
import { columnNamed, type ObjectModel } from '#scripts/workspace/model/model.ts';
import { type ChangeAction, toChange } from '#scripts/workspace/records/changes.ts';
import { type ApiRecord, MAX_RECORDS, type RecordContext } from '#scripts/workspace/records/context.ts';
import { translateDatabaseError } from '#scripts/workspace/records/database-errors.ts';
import { assertNewRecords } from '#scripts/workspace/records/files-value.ts';
import { startTarget } from '#scripts/workspace/records/find.ts';
import { planRoot, type ReadPlan } from '#scripts/workspace/records/read-plan.ts';
import { loadRelations } from '#scripts/workspace/records/relations.ts';
import { allColumns, selectList, toRecord } from '#scripts/workspace/records/rows.ts';
import { toSqlValue } from '#scripts/workspace/records/sql.ts';
import { type Filter, type WhereTarget, whereSql } from '#scripts/workspace/records/where.ts';
import { type InputData, readData, stampActor } from '#scripts/workspace/records/write-data.ts';

/**
 * The condition of a write: relation traversals move into a subquery; deleted rows are not left out.
 * On an app's object the real server renames the table once in each condition, so one that names its column
 * twice (`is: NULL` or `eq: ''` on a text, `eq` on an instant) fails. So it does here.
 */
export function writeCondition(target: WhereTarget, filter: Filter): string {
  const repeats: WhereTarget['repeats'] = {};
  const where = whereSql({ ...target, repeats }, filter) ?? 'TRUE';
  if (target.joins.size === 0) {
    if (repeats.column && !target.object.isStandard) throw new Error('Data validation error.');
    return where;
  }
  const alias = quote(target.alias);
  const joins = [...target.joins.values()].join(' ');
  const inner = `SELECT ${alias}."id" FROM ${quote(target.object.nameSingular)} AS ${alias} ${joins} WHERE ${where}`;
  return `${alias}."id" IN (${inner})`;
}

const isPinned = (filter: Filter) =>
  typeof filter.id === 'object' && filter.id !== null && 'eq' in filter.id && filter.id.eq !== null;

async function assertNotTooMany(context: RecordContext, object: ObjectModel, filter: Filter): Promise<void> {
  if (isPinned(filter)) return;
  const target = startTarget(context, object);
  const condition = writeCondition(target, filter);
  const rows = await context.database.query(
    `SELECT 1 FROM ${quote(object.nameSingular)} AS ${quote(target.alias)} WHERE ${condition} LIMIT ${MAX_RECORDS + 1}`,
    target.parameters.values,
  );
  if (rows.length > MAX_RECORDS) {
    throw refusedByDatabase(
      `Cannot update more than ${MAX_RECORDS} records at once`,
      `You can only update up to ${MAX_RECORDS} records at once.`,
    );
  }
}

export type WrittenRow = { before: ApiRecord; after: ApiRecord; stillMatches: boolean };

type Writing = { target: WhereTarget; assignments: string[]; condition: string; action: ChangeAction };

const OLD = 'old:';

/**
 * Runs one UPDATE and answers the rows after it, and whether they still meet its condition. Rows before it,
 * and columns nobody selected, are read only if the change is to be announced.
 */
export async function updateRows(
  context: RecordContext,
  { object, columns: selected }: ReadPlan,
  { target, assignments, condition, action }: Writing,
): Promise<WrittenRow[]> {
  const isWatched = context.changes.isWatched(object, action);
  const columns = isWatched ? allColumns(object) : selected;
  const old = isWatched ? columns.map(({ name }) => `old.${quote(name)} AS ${quote(`${OLD}${name}`)}`) : [];
  const statement =
    `UPDATE ${quote(object.nameSingular)} AS ${quote(target.alias)} SET ${assignments.join(', ')} WHERE ${condition} ` +
    `RETURNING ${[selectList(target.alias, columns), ...old].join(', ')}, (${condition}) AS "stillMatches"`;
  let rows: Row[];
  try {
    rows = await context.database.query(statement, target.parameters.values);
  } catch (error) {
    throw await translateDatabaseError(error, context.database, object);
  }
  const before = (row: Row) => Object.fromEntries(columns.map(({ name }) => [name, row[`${OLD}${name}`]]));
  return rows.map((row) => ({
    after: toRecord(row, columns),
    before: isWatched ? toRecord(before(row), columns) : {},
    stillMatches: row.stillMatches === true,
  }));
}

export function announceRows(
  context: RecordContext,
  object: ObjectModel,
  action: ChangeAction,
  rows: WrittenRow[],
): void {
  if (!context.changes.isWatched(object, action)) return;
  const announced = rows.filter((row) => row.stillMatches);
  context.changes.announce(
    announced.flatMap((row) => toChange(object, action, row, context.identity.member)),
  );
}

export async function updateMany(
  context: RecordContext,
  object: ObjectModel,
  args: { filter: Filter; data: InputData },
  selection: Selection,
): Promise<ApiRecord[]> {
  const plan = planRoot(context.model, object, selection);
  const set = await readData(context, object, args.data);
  assertNewRecords(set.files, true);
  stampActor(context, set, 'updatedBy');
  assertPermitted(context.identity.role, object, 'update', { read: plan.fieldNames, write: [...set.fields] });
  await assertNotTooMany(context, object, args.filter);
  const target = startTarget(context, object);
  const condition = writeCondition(target, args.filter);
  set.columns.delete('updatedAt');
  const assignments = [...set.columns].map(([name, value]) => {
    return `${quote(name)} = ${target.parameters.add(toSqlValue(value, columnNamed(object, name)))}`;
  });
  const all = [...assignments, '"updatedAt" = now()'];
  const rows = await updateRows(context, plan, { target, assignments: all, condition, action: 'updated' });
  announceRows(context, object, 'updated', rows);
  const records = rows.map((row) => row.after);
  await loadRelations(context, plan, records);
  return records;
}

export async function updateOne(
  context: RecordContext,
  object: ObjectModel,
  args: { id: string; data: InputData },
  selection: Selection,
): Promise<ApiRecord> {
  const [record] = await updateMany(
    context,
    object,
    { filter: { id: { eq: args.id } }, data: args.data },
    selection,
  );
  if (!record) throw recordNotFound();
  return record;
}
