/** Soft delete, restore and destroy. No ceiling of 200 here: the real server has none either. */
import { assertPermitted } from '#scripts/workspace/access/roles.ts';
import type { Row } from '#scripts/workspace/database/open-database.ts';
import type { Selection } from '#scripts/workspace/graphql/document.ts';
import { recordNotFound } from '#scripts/workspace/graphql/errors.ts';
import { quote } from '#scripts/workspace/model/make-field.ts';
import type { ObjectModel } from '#scripts/workspace/model/model.ts';
import { toChange } from '#scripts/workspace/records/changes.ts';
import type { ApiRecord, RecordContext } from '#scripts/workspace/records/context.ts';
import { translateDatabaseError } from '#scripts/workspace/records/database-errors.ts';
import { fileIdsOf, filesFields } from '#scripts/workspace/records/files-value.ts';
import { startTarget } from '#scripts/workspace/records/find.ts';
import { planRoot, type ReadPlan } from '#scripts/workspace/records/read-plan.ts';
import { loadRelations } from '#scripts/workspace/records/relations.ts';
import { allColumns, selectList, toRecord } from '#scripts/workspace/records/rows.ts';
import { announceRows, updateRows, writeCondition } from '#scripts/workspace/records/update.ts';
import type { Filter } from '#scripts/workspace/records/where.ts';

export type Removal = 'delete' | 'restore' | 'destroy';

/** Answers only rows that still meet the filter afterwards, because the real server reads them again by it. */
async function markDeleted(
  context: RecordContext,
  plan: ReadPlan,
  filter: Filter,
  isRestore: boolean,
): Promise<ApiRecord[]> {
  const { object } = plan;
  const target = startTarget(context, object);
  const condition = writeCondition(target, filter);
  const assignments = [`"deletedAt" = ${isRestore ? 'NULL' : 'now()'}`, '"updatedAt" = now()'];
  const action = isRestore ? 'restored' : 'deleted';
  const rows = await updateRows(context, plan, { target, assignments, condition, action });
  announceRows(context, object, action, rows);
  return rows.filter((row) => row.stillMatches).map((row) => row.after);
}

async function destroyRows(
  context: RecordContext,
  { object, columns: selected }: ReadPlan,
  filter: Filter,
): Promise<ApiRecord[]> {
  const target = startTarget(context, object);
  const condition = writeCondition(target, filter);
  const needsAll = context.changes.isWatched(object, 'destroyed') || filesFields(object).length > 0;
  const columns = needsAll ? allColumns(object) : selected;
  let rows: Row[];
  try {
    rows = await context.database.query(
      `DELETE FROM ${quote(object.nameSingular)} AS ${quote(target.alias)} WHERE ${condition} ` +
        `RETURNING ${selectList(target.alias, columns)}`,
      target.parameters.values,
    );
  } catch (error) {
    throw await translateDatabaseError(error, context.database, object);
  }
  const records = rows.map((row) => toRecord(row, columns));
  const [first] = records;
  // The real server announces one row only, however many were destroyed, and takes the files of that one.
  await context.files.discard(fileIdsOf(object, first ? [first] : []));
  if (first && context.changes.isWatched(object, 'destroyed')) {
    context.changes.announce(toChange(object, 'destroyed', { before: first }, context.identity.member));
  }
  return records;
}

export async function removeMany(
  context: RecordContext,
  object: ObjectModel,
  removal: Removal,
  filter: Filter,
  selection: Selection,
): Promise<ApiRecord[]> {
  const plan = planRoot(context.model, object, selection);
  const operation = removal === 'destroy' ? 'destroy' : 'softDelete';
  assertPermitted(context.identity.role, object, operation, { read: plan.fieldNames });
  const records =
    removal === 'destroy'
      ? await destroyRows(context, plan, filter)
      : await markDeleted(context, plan, filter, removal === 'restore');
  await loadRelations(context, plan, records);
  return records;
}

export async function removeOne(
  context: RecordContext,
  object: ObjectModel,
  removal: Removal,
  id: string,
  selection: Selection,
): Promise<ApiRecord> {
  const [record] = await removeMany(context, object, removal, { id: { eq: id } }, selection);
  if (!record) throw recordNotFound();
  return record;
}
