/** Rows of the database -> records of the API: sub-columns become objects, nothing becomes '' or []. */
import type { Row } from '#scripts/workspace/database/open-database.ts';
import { quote } from '#scripts/workspace/model/make-field.ts';
import type { ColumnModel, ObjectModel } from '#scripts/workspace/model/model.ts';
import type { ApiRecord } from '#scripts/workspace/records/context.ts';
import { columnRef } from '#scripts/workspace/records/sql.ts';

export function toRecord(row: Row, columns: readonly ColumnModel[]): ApiRecord {
  const record: ApiRecord = {};
  for (const column of columns) {
    const value = row[column.name] ?? column.whenNull;
    if (column.part === undefined) record[column.name] = value;
    else {
      const name = column.field.name;
      const composite = (record[name] as ApiRecord | undefined) ?? {};
      composite[column.part] = value;
      record[name] = composite;
    }
  }
  return record;
}

export const selectList = (alias: string, columns: readonly ColumnModel[]) =>
  columns.map((column) => columnRef(alias, column.name)).join(', ');

export const returningList = (columns: readonly ColumnModel[]) =>
  columns.map((column) => quote(column.name)).join(', ');

const everyColumn = new WeakMap<ObjectModel, ColumnModel[]>();

export function allColumns(object: ObjectModel): ColumnModel[] {
  let columns = everyColumn.get(object);
  if (!columns) {
    columns = object.fields.flatMap((field) => field.columns);
    everyColumn.set(object, columns);
  }
  return columns;
}
