/** Aggregate fields of a connection or group: `totalCount`, `sumPriceAmountMicros`, `countEmptyName`, … */
import { AGGREGATED_SUB_FIELDS, isCompositeType } from '#scripts/workspace/model/field-types.ts';
import type { FieldModel, ObjectModel } from '#scripts/workspace/model/model.ts';
import { columnRef } from '#scripts/workspace/records/sql.ts';

export type Aggregate = {
  name: string;
  /** The field it reads, for permissions; totalCount reads the id. */
  field: string;
  sql: (alias: string) => string;
};

const capitalize = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Over no rows every count but totalCount is null, as on the real server. */
const overRows = (sql: string) => `CASE WHEN COUNT(*) = 0 THEN NULL ELSE ${sql} END`;

function countedColumns(field: FieldModel): string[] {
  if (!isCompositeType(field.type)) return field.columns.map((column) => column.name);
  const parts = AGGREGATED_SUB_FIELDS[field.type];
  return field.columns.filter((column) => parts.includes(column.part ?? '')).map((column) => column.name);
}

function fieldAggregates(field: FieldModel): Aggregate[] {
  const suffix = capitalize(field.name);
  const columns = countedColumns(field);
  const value = (alias: string) =>
    `NULLIF(CONCAT(${columns.map((name) => columnRef(alias, name)).join(',')}), '')`;
  const one = (name: string, sql: (alias: string) => string): Aggregate => ({ name, field: field.name, sql });
  const list: Aggregate[] = [
    one(`countUniqueValues${suffix}`, (alias) => overRows(`COUNT(DISTINCT ${value(alias)})`)),
    one(`countEmpty${suffix}`, (alias) => overRows(`COUNT(*) - COUNT(${value(alias)})`)),
    one(`countNotEmpty${suffix}`, (alias) => overRows(`COUNT(${value(alias)})`)),
    one(`percentageEmpty${suffix}`, (alias) =>
      overRows(`(COUNT(*) - COUNT(${value(alias)}))::numeric / COUNT(*)`),
    ),
    one(`percentageNotEmpty${suffix}`, (alias) => overRows(`COUNT(${value(alias)})::numeric / COUNT(*)`)),
  ];
  const isDate = field.type === 'DATE' || field.type === 'DATE_TIME';
  const isNumber = field.type === 'NUMBER';
  const operations = isDate
    ? ['min', 'max']
    : isNumber || field.type === 'CURRENCY'
      ? ['min', 'max', 'avg', 'sum']
      : [];
  const [column] = columns;
  const ending = field.type === 'CURRENCY' ? `${suffix}AmountMicros` : suffix;
  for (const operation of operations) {
    if (column)
      list.push(one(`${operation}${ending}`, (alias) => `${operation}(${columnRef(alias, column)})`));
  }
  if (field.type === 'BOOLEAN' && column) {
    for (const [name, flag] of [
      ['countTrue', 'TRUE'],
      ['countFalse', 'FALSE'],
    ] as const) {
      list.push(
        one(`${name}${suffix}`, (alias) =>
          overRows(`COUNT(*) FILTER (WHERE ${columnRef(alias, column)} = ${flag})`),
        ),
      );
    }
  }
  return list;
}

const known = new WeakMap<ObjectModel, Map<string, Aggregate>>();

export function aggregatesOf(object: ObjectModel): Map<string, Aggregate> {
  let aggregates = known.get(object);
  if (!aggregates) {
    const all = object.fields.filter((field) => !field.relation).flatMap(fieldAggregates);
    all.push({ name: 'totalCount', field: 'id', sql: (alias) => `count(${columnRef(alias, 'id')})` });
    aggregates = new Map(all.map((aggregate) => [aggregate.name, aggregate]));
    known.set(object, aggregates);
  }
  return aggregates;
}
