/** The workspace's data model: what the tables, the API and the permissions are all derived from. */
import type { CompositeType, ScalarType } from '#scripts/workspace/model/field-types.ts';
import type { Manifest } from '#scripts/workspace/model/manifest.ts';

export type OnDelete = 'CASCADE' | 'SET_NULL' | 'RESTRICT' | 'NO_ACTION';

export type RelationModel = {
  kind: 'MANY_TO_ONE' | 'ONE_TO_MANY';
  targetObject: string;
  targetField: string;
  /** The column that carries the id: on this object for MANY_TO_ONE, on the target for ONE_TO_MANY. */
  joinColumn: string;
  onDelete: OnDelete;
};

export type ColumnModel = {
  name: string;
  field: FieldModel;
  /** The sub-field's name when the field is composite. */
  part?: string;
  type: ScalarType;
  sqlType: string;
  /** What the API answers for NULL (Twenty gives '' for text and [] for lists). */
  whenNull: unknown;
  defaultSql?: string;
};

export type FieldModel = {
  id: string;
  universalIdentifier: string;
  name: string;
  label: string;
  type: ScalarType | CompositeType | 'RELATION' | 'MORPH_RELATION';
  isNullable: boolean;
  isSystem: boolean;
  isUnique: boolean;
  hasDefault: boolean;
  options: string[];
  settings: Record<string, unknown>;
  columns: ColumnModel[];
  relation?: RelationModel;
};

/** A unique index. `fields` names its members for the upsert's messages. */
export type UniqueKey = { name: string; columns: string[]; fields: string[] };

export type ObjectModel = {
  id: string;
  universalIdentifier: string;
  nameSingular: string;
  namePlural: string;
  labelSingular: string;
  labelPlural: string;
  isSystem: boolean;
  isStandard: boolean;
  labelIdentifierField: string;
  fields: FieldModel[];
  fieldByName: Map<string, FieldModel>;
  fieldByJoinColumn: Map<string, FieldModel>;
  columnByName: Map<string, ColumnModel>;
  uniqueKeys: UniqueKey[];
  indexes: { name: string; columns: string[]; method: 'btree' | 'gin' }[];
};

export type RootMethod =
  | 'findMany'
  | 'findOne'
  | 'groupBy'
  | 'createOne'
  | 'createMany'
  | 'updateOne'
  | 'updateMany'
  | 'deleteOne'
  | 'deleteMany'
  | 'destroyOne'
  | 'destroyMany'
  | 'restoreOne'
  | 'restoreMany';

export type RootField = { object: ObjectModel; method: RootMethod };

export type WorkspaceModel = {
  manifest: Manifest;
  objects: ObjectModel[];
  objectByName: Map<string, ObjectModel>;
  roots: Map<string, RootField>;
};

export function objectNamed(model: WorkspaceModel, name: string): ObjectModel {
  const object = model.objectByName.get(name);
  if (!object) throw new Error(`The workspace has no object "${name}".`);
  return object;
}

export function columnNamed(object: ObjectModel, name: string): ColumnModel {
  const column = object.columnByName.get(name);
  if (!column) throw new Error(`${object.nameSingular} has no column "${name}".`);
  return column;
}

const capitalize = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** The names Twenty gives an object's queries and mutations. */
export function rootFieldNames(object: ObjectModel): [string, RootMethod][] {
  const one = capitalize(object.nameSingular);
  const many = capitalize(object.namePlural);
  return [
    [object.namePlural, 'findMany'],
    [object.nameSingular, 'findOne'],
    [`${object.namePlural}GroupBy`, 'groupBy'],
    [`create${one}`, 'createOne'],
    [`create${many}`, 'createMany'],
    [`update${one}`, 'updateOne'],
    [`update${many}`, 'updateMany'],
    [`delete${one}`, 'deleteOne'],
    [`delete${many}`, 'deleteMany'],
    [`destroy${one}`, 'destroyOne'],
    [`destroy${many}`, 'destroyMany'],
    [`restore${one}`, 'restoreOne'],
    [`restore${many}`, 'restoreMany'],
  ];
}
