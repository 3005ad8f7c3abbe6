/** Turns the identifiers of declared relations into names and adds the standard ones. */

import { addField, metadataId } from '#scripts/workspace/model/build-model.ts';
import type { Manifest, ManifestField } from '#scripts/workspace/model/manifest.ts';
import type { ObjectModel, OnDelete } from '#scripts/workspace/model/model.ts';
import { STANDARD_OBJECTS } from '#scripts/workspace/model/standard-objects.ts';

type Linking = {
  manifest: Manifest;
  objects: ObjectModel[];
  objectByName: Map<string, ObjectModel>;
  objectById: Map<string, ObjectModel>;
  standardFieldId: (object: string, field: string) => string;
};

const capitalize = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Both sides of one relation between objects of which at least one is standard. */
function addPair(
  owner: ObjectModel,
  name: string,
  target: ObjectModel,
  list: string,
  onDelete: OnDelete,
  ids: { one: string; many: string; type?: string },
): void {
  const one: ManifestField = {
    universalIdentifier: ids.one,
    name,
    type: ids.type ?? 'RELATION',
    relationTargetObjectMetadataUniversalIdentifier: target.universalIdentifier,
    relationTargetFieldMetadataUniversalIdentifier: ids.many,
    universalSettings: { relationType: 'MANY_TO_ONE', onDelete, joinColumnName: `${name}Id` },
  };
  const many: ManifestField = {
    universalIdentifier: ids.many,
    name: list,
    type: 'RELATION',
    relationTargetObjectMetadataUniversalIdentifier: owner.universalIdentifier,
    relationTargetFieldMetadataUniversalIdentifier: ids.one,
    universalSettings: { relationType: 'ONE_TO_MANY' },
  };
  addField(owner, one);
  addField(target, many);
}

function addStandardRelations({ objectByName, objects, standardFieldId }: Linking): void {
  const find = (name: string) => objectByName.get(name);
  for (const definition of STANDARD_OBJECTS) {
    const owner = find(definition.nameSingular);
    if (!owner) continue;
    for (const [name, { target }] of Object.entries(definition.fields)) {
      const other = target && find(target.object);
      if (!target || !other) continue;
      addPair(owner, name, other, target.list, target.onDelete, {
        one: standardFieldId(owner.nameSingular, name),
        many: standardFieldId(other.nameSingular, target.list),
      });
    }
    const { targets } = definition;
    if (!targets) continue;
    // A server since 2.23 gives every app object its timeline, notes, tasks and files by itself.
    const appObjects = objects.filter((object) => !object.isStandard).map((object) => object.nameSingular);
    for (const targetName of [...targets.objects, ...appObjects]) {
      const other = find(targetName);
      if (!other) continue;
      const name = `target${capitalize(targetName)}`;
      addPair(owner, name, other, targets.list, targets.onDelete, {
        one: standardFieldId(owner.nameSingular, name),
        many: other.isStandard
          ? standardFieldId(targetName, targets.list)
          : metadataId(`${other.universalIdentifier}.${targets.list}`),
        type: 'MORPH_RELATION',
      });
    }
  }
}

/** Identifiers -> names. A relation whose other side is missing would break reads, so it is refused. */
export function linkRelations(linking: Linking): void {
  addStandardRelations(linking);
  const { objects, objectById } = linking;
  for (const object of objects) {
    for (const field of object.fields) {
      const { relation } = field;
      if (!relation) continue;
      const target = objectById.get(relation.targetObject);
      const other = target?.fields.find(
        (candidate) => candidate.universalIdentifier === relation.targetField,
      );
      if (!target || !other?.relation) {
        throw new Error(`The other side of relation ${object.nameSingular}.${field.name} is missing.`);
      }
      if (relation.kind === 'ONE_TO_MANY') relation.joinColumn = `${other.name}Id`;
      Object.assign(relation, { targetObject: target.nameSingular, targetField: other.name });
    }
  }
}
