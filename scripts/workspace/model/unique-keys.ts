/** Unique keys and indexes: the primary key, unique fields and what the manifest declares. */
import { COMPOSITE_TYPES, isCompositeType, type SubField } from '#scripts/workspace/model/field-types.ts';
import type { Manifest } from '#scripts/workspace/model/manifest.ts';
import type { FieldModel, ObjectModel } from '#scripts/workspace/model/model.ts';

/** PostgreSQL cuts names at 63 characters; a hash keeps the long ones apart. */
function indexName(prefix: string, object: ObjectModel, columns: string[]): string {
  const full = `${prefix}_${object.nameSingular}_${columns.join('_')}`;
  if (full.length <= 60) return full;
  let hash = 5381;
  for (const letter of full) hash = (hash * 33 + letter.charCodeAt(0)) >>> 0;
  return `${full.slice(0, 50)}_${hash.toString(36)}`;
}

function columnsOf(field: FieldModel, subFieldName?: string): string[] {
  if (!isCompositeType(field.type)) return field.columns.map((column) => column.name);
  const parts: SubField[] = COMPOSITE_TYPES[field.type];
  const unique = parts.filter((part) => part.isUniquePart).map((part) => part.name);
  return field.columns
    .filter((column) => (subFieldName ? column.part === subFieldName : unique.includes(column.part ?? '')))
    .map((column) => column.name);
}

function addUnique(object: ObjectModel, fields: FieldModel[], columns: string[]): void {
  const name = indexName('UNIQUE', object, columns);
  if (columns.length === 0 || object.uniqueKeys.some((key) => key.name === name)) return;
  object.uniqueKeys.push({ name, columns, fields: fields.map((field) => field.name) });
}

export function addIndexes(
  manifest: Manifest,
  objects: ObjectModel[],
  objectById: Map<string, ObjectModel>,
): void {
  for (const object of objects) {
    object.uniqueKeys.push({ name: `PK_${object.nameSingular}`, columns: ['id'], fields: ['id'] });
    for (const field of object.fields) {
      if (field.isUnique) addUnique(object, [field], columnsOf(field));
      if (field.relation?.kind === 'MANY_TO_ONE') {
        const columns = [field.relation.joinColumn];
        object.indexes.push({ name: indexName('IDX', object, columns), columns, method: 'btree' });
      }
    }
    object.indexes.push({
      name: indexName('IDX', object, ['position']),
      columns: ['position'],
      method: 'btree',
    });
  }
  for (const index of manifest.indexes) {
    const object = objectById.get(index.objectUniversalIdentifier);
    if (!object) continue;
    const fields: FieldModel[] = [];
    const columns: string[] = [];
    for (const member of index.fields) {
      const field = object.fields.find(
        (item) => item.universalIdentifier === member.fieldUniversalIdentifier,
      );
      if (!field) throw new Error(`Index ${index.universalIdentifier} names a field that does not exist.`);
      fields.push(field);
      columns.push(...columnsOf(field, member.subFieldName));
    }
    if (index.isUnique) addUnique(object, fields, columns);
    else {
      const method = index.indexType === 'GIN' ? 'gin' : 'btree';
      object.indexes.push({ name: indexName('IDX', object, columns), columns, method });
    }
  }
}
