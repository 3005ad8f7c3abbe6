/**
 * Upsert: rows are looked up by id and by every unique key (deleted ones too, which it restores), those
 * found are updated one by one and the others inserted. Not atomic, here as on the real server.
 */
import { badInput } from '#scripts/workspace/graphql/errors.ts';
import { quote } from '#scripts/workspace/model/make-field.ts';
import { columnNamed, type ObjectModel, type UniqueKey } from '#scripts/workspace/model/model.ts';
import type { ApiRecord, RecordContext } from '#scripts/workspace/records/context.ts';
import { announceCreated, insertRecords } from '#scripts/workspace/records/create.ts';
import { startTarget } from '#scripts/workspace/records/find.ts';
import type { ReadPlan } from '#scripts/workspace/records/read-plan.ts';
import { Parameters, toSqlValue } from '#scripts/workspace/records/sql.ts';
import { announceRows, updateRows } from '#scripts/workspace/records/update.ts';
import type { WriteSet } from '#scripts/workspace/records/write-data.ts';

type Existing = { id: string; values: Record<string, unknown> };

const keyValues = (set: WriteSet, key: UniqueKey): unknown[] | undefined => {
  const values = key.columns.map((column) => set.columns.get(column));
  return values.every((value) => value !== undefined && value !== null) ? values : undefined;
};

async function findExisting(
  context: RecordContext,
  object: ObjectModel,
  sets: WriteSet[],
): Promise<Existing[]> {
  const parameters = new Parameters();
  const conditions: string[] = [];
  for (const key of object.uniqueKeys) {
    for (const set of sets) {
      const values = keyValues(set, key);
      if (!values) continue;
      const parts = key.columns.map((name, index) => {
        return `${quote(name)} = ${parameters.add(toSqlValue(values[index], columnNamed(object, name)))}`;
      });
      conditions.push(`(${parts.join(' AND ')})`);
    }
  }
  if (conditions.length === 0) return [];
  const columns = [...new Set(object.uniqueKeys.flatMap((key) => key.columns))].map(quote).join(', ');
  const rows = await context.database.query(
    `SELECT ${columns} FROM ${quote(object.nameSingular)} WHERE ${conditions.join(' OR ')}`,
    parameters.values,
  );
  return rows.map((row) => ({ id: String(row.id), values: row }));
}

function matchingId(object: ObjectModel, set: WriteSet, existing: Existing[]): string | undefined {
  const found = new Set<string>();
  for (const key of object.uniqueKeys) {
    const values = keyValues(set, key);
    const match =
      values &&
      existing.find((row) =>
        key.columns.every((name, index) => String(row.values[name]) === String(values[index])),
      );
    if (match) found.add(match.id);
  }
  if (found.size > 1) {
    const asked = object.uniqueKeys
      .map((key) => {
        const parts = key.columns
          .filter((name) => set.columns.get(name) !== undefined && set.columns.get(name) !== null)
          .map((name) => `${name}: ${String(set.columns.get(name))}`);
        return parts.length > 0 ? `${key.fields.join(', ')} (${parts.join(', ')})` : undefined;
      })
      .filter((part) => part !== undefined)
      .join('; ');
    const message = `Multiple records found with the same unique field values for ${asked}. Cannot determine which record to update.`;
    throw badInput(message, 'UPSERT_MULTIPLE_MATCHING_RECORDS_CONFLICT', message);
  }
  return [...found][0];
}

async function updateExisting(
  context: RecordContext,
  plan: ReadPlan,
  id: string,
  set: WriteSet,
): Promise<ApiRecord | undefined> {
  const { object } = plan;
  const target = startTarget(context, object);
  const assignments = [...set.columns]
    .filter(
      ([name]) =>
        !name.startsWith('createdBy') && name !== 'id' && name !== 'updatedAt' && name !== 'deletedAt',
    )
    .map(
      ([name, value]) =>
        `${quote(name)} = ${target.parameters.add(toSqlValue(value, columnNamed(object, name)))}`,
    );
  const condition = `${quote(target.alias)}."id" = ${target.parameters.add(id)}`;
  const all = [...assignments, '"deletedAt" = NULL', '"updatedAt" = now()'];
  const rows = await updateRows(context, plan, { target, assignments: all, condition, action: 'updated' });
  announceRows(context, object, 'updated', rows);
  return rows[0]?.after;
}

/** Updated rows come first in the answer, then the new ones. */
export async function upsertRecords(
  context: RecordContext,
  plan: ReadPlan,
  sets: WriteSet[],
): Promise<ApiRecord[]> {
  const { object } = plan;
  const existing = await findExisting(context, object, sets);
  const matched = sets.map((set) => ({ set, id: matchingId(object, set, existing) }));
  const updated: ApiRecord[] = [];
  for (const { set, id } of matched) {
    if (id === undefined) continue;
    const record = await updateExisting(context, plan, id, set);
    if (record) updated.push(record);
  }
  const fresh = matched.filter(({ id }) => id === undefined).map(({ set }) => set);
  const inserted = await insertRecords(context, plan, fresh);
  announceCreated(context, object, inserted);
  return [...updated, ...inserted];
}
