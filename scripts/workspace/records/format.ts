/** Records -> the answer's JSON, field by field of the selection; what is not there is null. */

import type { FileShelf } from '#scripts/workspace/files/file-shelf.ts';
import type { Selection } from '#scripts/workspace/graphql/document.ts';
import { isCompositeType } from '#scripts/workspace/model/field-types.ts';
import { type ObjectModel, objectNamed, type WorkspaceModel } from '#scripts/workspace/model/model.ts';
import type { ApiRecord } from '#scripts/workspace/records/context.ts';
import { encodeCursor } from '#scripts/workspace/records/cursor.ts';
import { filesToRead } from '#scripts/workspace/records/files-value.ts';
import type { Page } from '#scripts/workspace/records/find.ts';
import type { OrderBy } from '#scripts/workspace/records/order.ts';
import { NestedList } from '#scripts/workspace/records/relations.ts';

type Json = Record<string, unknown>;

const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
const typeName = (object: ObjectModel) =>
  object.nameSingular.charAt(0).toUpperCase() + object.nameSingular.slice(1);
const compositeTypeName = (type: string) => type.split('_').map(pascal).join('');

export type Connection = {
  records: ApiRecord[];
  aggregates: Json;
  pageInfo: Page['pageInfo'];
  orderBy?: OrderBy;
};

function pick(value: Json, selection: Selection, name: string): Json {
  const picked: Json = {};
  for (const key of Object.keys(selection)) picked[key] = key === '__typename' ? name : (value[key] ?? null);
  return picked;
}

/** A list inside a record never pages on: its pageInfo says there is no more. */
function nestedConnection(list: NestedList, object: ObjectModel): Connection {
  const cursorOf = (record: ApiRecord | undefined) => (record ? encodeCursor(record, [], object) : null);
  return {
    records: list.records,
    // The real server counts what it loaded, so a nested totalCount stops at the list's limit.
    aggregates: { ...list.aggregates, totalCount: list.records.length },
    pageInfo: {
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: cursorOf(list.records[0]),
      endCursor: cursorOf(list.records.at(-1)),
    },
  };
}

export class Formatter {
  constructor(
    private readonly model: WorkspaceModel,
    private readonly files: FileShelf,
  ) {}

  record(record: ApiRecord, selection: Selection, object: ObjectModel): Json {
    const formatted: Json = {};
    for (const [key, inner] of Object.entries(selection)) {
      formatted[key] = key === '__typename' ? typeName(object) : this.value(record[key], key, inner, object);
    }
    return formatted;
  }

  connection(connection: Connection, selection: Selection, object: ObjectModel): Json {
    const formatted: Json = {};
    for (const [key, inner] of Object.entries(selection)) {
      if (key === '__typename') formatted[key] = `${typeName(object)}Connection`;
      else if (key === 'edges')
        formatted[key] = connection.records.map((record) => this.edge(record, inner, object, connection));
      else if (key === 'pageInfo') formatted[key] = pick(connection.pageInfo, inner, 'PageInfo');
      else formatted[key] = connection.aggregates[key] ?? null;
    }
    return formatted;
  }

  private edge(record: ApiRecord, selection: Selection, object: ObjectModel, { orderBy }: Connection): Json {
    const edge: Json = {};
    for (const [key, inner] of Object.entries(selection)) {
      if (key === '__typename') edge[key] = `${typeName(object)}Edge`;
      else if (key === 'cursor') edge[key] = encodeCursor(record, orderBy ?? [], object);
      else if (key === 'node') edge[key] = this.record(record, inner, object);
    }
    return edge;
  }

  private value(value: unknown, key: string, selection: Selection, object: ObjectModel): unknown {
    if (value === undefined || value === null) return null;
    const field = object.fieldByName.get(key);
    if (field?.type === 'FILES') return filesToRead(this.files, value);
    if (!field || Object.keys(selection).length === 0) return value instanceof NestedList ? null : value;
    if (field.relation) {
      const target = objectNamed(this.model, field.relation.targetObject);
      return value instanceof NestedList
        ? this.connection(nestedConnection(value, target), selection, target)
        : this.record(value as ApiRecord, selection, target);
    }
    return isCompositeType(field.type)
      ? pick(value as Json, selection, compositeTypeName(field.type))
      : value;
  }
}
