/** Manifest + standard objects -> the workspace's model, with both sides of every relation. */
import { STANDARD_OBJECT } from 'twenty-sdk/define';
import { v5 as deriveId } from 'uuid';
import { makeField } from '#scripts/workspace/model/make-field.ts';
import type { Manifest, ManifestField, ManifestObject } from '#scripts/workspace/model/manifest.ts';
import { type ObjectModel, rootFieldNames, type WorkspaceModel } from '#scripts/workspace/model/model.ts';
import { linkRelations } from '#scripts/workspace/model/relations.ts';
import {
  STANDARD_OBJECTS,
  type StandardObject,
  SYSTEM_FIELDS,
} from '#scripts/workspace/model/standard-objects.ts';
import { addIndexes } from '#scripts/workspace/model/unique-keys.ts';

/** Ids of metadata (objects, fields, functions) are derived, so that they survive a reopening. */
const METADATA_NAMESPACE = '5b0f4f52-7d0a-4f0e-9d9c-6f2a1d0c7a11';
export const metadataId = (universalIdentifier: string) => deriveId(universalIdentifier, METADATA_NAMESPACE);

type StandardIds = Record<
  string,
  { universalIdentifier: string; fields: Record<string, { universalIdentifier: string }> }
>;
const STANDARD_IDS = STANDARD_OBJECT as unknown as StandardIds;

/** A field the SDK lists has its identifier; the others (such as lists) get a derived one. */
function standardFieldId(object: string, field: string): string {
  return STANDARD_IDS[object]?.fields[field]?.universalIdentifier ?? metadataId(`${object}.${field}`);
}

function emptyObject(
  base: Omit<
    ObjectModel,
    'id' | 'fields' | 'fieldByName' | 'fieldByJoinColumn' | 'columnByName' | 'uniqueKeys' | 'indexes'
  >,
): ObjectModel {
  return {
    ...base,
    id: metadataId(base.universalIdentifier),
    fields: [],
    fieldByName: new Map(),
    fieldByJoinColumn: new Map(),
    columnByName: new Map(),
    uniqueKeys: [],
    indexes: [],
  };
}

export function addField(object: ObjectModel, field: ManifestField & { isSystem?: boolean }): void {
  if (object.fieldByName.has(field.name)) return;
  const made = makeField(field, metadataId(field.universalIdentifier));
  if (!made) return;
  object.fields.push(made);
  object.fieldByName.set(made.name, made);
  for (const column of made.columns) object.columnByName.set(column.name, column);
  if (made.relation?.kind === 'MANY_TO_ONE') object.fieldByJoinColumn.set(made.relation.joinColumn, made);
}

function addSystemFields(object: ObjectModel, idOf: (name: string) => string): void {
  for (const [name, field] of Object.entries(SYSTEM_FIELDS)) {
    addField(object, { ...field, name, universalIdentifier: idOf(name), label: name });
  }
}

function standardObject(definition: StandardObject): ObjectModel {
  const name = definition.nameSingular;
  const object = emptyObject({
    universalIdentifier: STANDARD_IDS[name]?.universalIdentifier ?? metadataId(name),
    nameSingular: name,
    namePlural: definition.namePlural,
    labelSingular: name,
    labelPlural: definition.namePlural,
    isSystem: definition.isSystem ?? false,
    isStandard: true,
    labelIdentifierField: definition.labelIdentifierField,
  });
  addSystemFields(object, (field) => standardFieldId(name, field));
  for (const [fieldName, { target, ...field }] of Object.entries(definition.fields)) {
    if (target) continue;
    addField(object, {
      label: fieldName,
      ...field,
      name: fieldName,
      universalIdentifier: standardFieldId(name, fieldName),
    });
  }
  return object;
}

function appObject(definition: ManifestObject): ObjectModel {
  const labelField = definition.fields.find(
    (field) => field.universalIdentifier === definition.labelIdentifierFieldMetadataUniversalIdentifier,
  );
  const object = emptyObject({
    universalIdentifier: definition.universalIdentifier,
    nameSingular: definition.nameSingular,
    namePlural: definition.namePlural,
    labelSingular: definition.labelSingular ?? definition.nameSingular,
    labelPlural: definition.labelPlural ?? definition.namePlural,
    isSystem: false,
    isStandard: false,
    labelIdentifierField: labelField?.name ?? 'name',
  });
  addSystemFields(object, (field) => metadataId(`${definition.universalIdentifier}.${field}`));
  for (const field of definition.fields) addField(object, field);
  return object;
}

export function buildModel(manifest: Manifest): WorkspaceModel {
  const objects = [...STANDARD_OBJECTS.map(standardObject), ...manifest.objects.map(appObject)];
  const objectByName = new Map(objects.map((object) => [object.nameSingular, object]));
  const objectById = new Map(objects.map((object) => [object.universalIdentifier, object]));
  for (const field of manifest.fields) {
    const owner = objectById.get(field.objectUniversalIdentifier ?? '');
    if (!owner) throw new Error(`Field "${field.name}" belongs to an object the workspace does not have.`);
    addField(owner, field);
  }
  linkRelations({ manifest, objects, objectByName, objectById, standardFieldId });
  addIndexes(manifest, objects, objectById);
  const roots: WorkspaceModel['roots'] = new Map();
  for (const object of objects) {
    for (const [name, method] of rootFieldNames(object)) roots.set(name, { object, method });
  }
  return { manifest, objects, objectByName, roots };
}
