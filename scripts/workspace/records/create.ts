/** createOne and createMany: one INSERT, so all rows or none. With `upsert`, see upsert.ts. */
import { assertPermitted } from '#scripts/workspace/access/roles.ts';
import { isUuid } from '#scripts/workspace/graphql/arguments.ts';
import type { Selection } from '#scripts/workspace/graphql/document.ts';
import { badInput } from '#scripts/workspace/graphql/errors.ts';
import { quote } from '#scripts/workspace/model/make-field.ts';
import { columnNamed, type ObjectModel } from '#scripts/workspace/model/model.ts';
import { toChange } from '#scripts/workspace/records/changes.ts';
import {
  type ApiRecord,
  MAX_NESTED_RECORDS,
  MAX_RECORDS,
  type RecordContext,
} from '#scripts/workspace/records/context.ts';
import { translateDatabaseError } from '#scripts/workspace/records/database-errors.ts';
import { assertNewRecords } from '#scripts/workspace/records/files-value.ts';
import { placePositions } from '#scripts/workspace/records/positions.ts';
import { planRoot, type ReadPlan } from '#scripts/workspace/records/read-plan.ts';
import { loadRelations } from '#scripts/workspace/records/relations.ts';
import { allColumns, returningList, toRecord } from '#scripts/workspace/records/rows.ts';
import { Parameters, toSqlValue } from '#scripts/workspace/records/sql.ts';
import { upsertRecords } from '#scripts/workspace/records/upsert.ts';
import {
  type InputData,
  readData,
  stampActor,
  type WriteSet,
} from '#scripts/workspace/records/write-data.ts';

/** Inserts and answers the new rows, in the order of the sets: all columns if somebody is to be told. */
export async function insertRecords(
  context: RecordContext,
  { object, columns: selected }: ReadPlan,
  sets: WriteSet[],
): Promise<ApiRecord[]> {
  if (sets.length === 0) return [];
  const parameters = new Parameters();
  const names = [...new Set(sets.flatMap((set) => [...set.columns.keys()]))];
  const positions = placePositions(object, sets, parameters);
  const rows = sets.map((set, index) => {
    const values = names.map((name) =>
      set.columns.has(name)
        ? parameters.add(toSqlValue(set.columns.get(name), columnNamed(object, name)))
        : 'DEFAULT',
    );
    return `(${[...values, positions[index]].join(', ')})`;
  });
  const columns = context.changes.isWatched(object, 'created') ? allColumns(object) : selected;
  const statement =
    `INSERT INTO ${quote(object.nameSingular)} (${[...names, 'position'].map(quote).join(', ')}) ` +
    `VALUES ${rows.join(', ')} RETURNING ${returningList(columns)}`;
  try {
    const inserted = await context.database.query(statement, parameters.values);
    return inserted.map((row) => toRecord(row, columns));
  } catch (error) {
    throw await translateDatabaseError(error, context.database, object);
  }
}

export function announceCreated(context: RecordContext, object: ObjectModel, records: ApiRecord[]): void {
  if (!context.changes.isWatched(object, 'created')) return;
  const { member } = context.identity;
  context.changes.announce(records.flatMap((after) => toChange(object, 'created', { after }, member)));
}

export async function createMany(
  context: RecordContext,
  object: ObjectModel,
  args: { data: InputData[]; upsert?: boolean },
  selection: Selection,
): Promise<ApiRecord[]> {
  for (const item of args.data) {
    if (item?.id && !isUuid(item.id))
      throw badInput(`Value "${String(item.id)}" is not a valid UUID`, 'INVALID_QUERY_INPUT');
  }
  const plan = planRoot(context.model, object, selection);
  const sets: WriteSet[] = [];
  for (const item of args.data) sets.push(await readData(context, object, item));
  if (args.data.length > MAX_RECORDS) {
    const message = `Maximum number of records to upsert is ${MAX_RECORDS}.`;
    throw badInput(message, 'TOO_MANY_RECORDS_TO_UPDATE', message);
  }
  for (const set of sets) {
    stampActor(context, set, 'createdBy');
    stampActor(context, set, 'updatedBy');
  }
  const touched = [...new Set(sets.flatMap((set) => [...set.fields]))];
  assertPermitted(context.identity.role, object, 'update', { read: plan.fieldNames, write: touched });
  assertPermitted(context.identity.role, object, 'read', { read: plan.fieldNames });
  const files = sets.flatMap((set) => set.files);
  assertNewRecords(files, args.upsert === true);
  const records = args.upsert
    ? await upsertRecords(context, plan, sets)
    : await insertRecords(context, plan, sets);
  await context.files.mark(files, 'ATTACHED');
  if (!args.upsert) announceCreated(context, object, records);
  await loadRelations(context, plan, records, Math.max(MAX_RECORDS, MAX_NESTED_RECORDS));
  return records;
}
