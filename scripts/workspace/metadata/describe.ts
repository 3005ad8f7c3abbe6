/** The model and the manifest, described with the names of the metadata API. */
import { metadataId } from '#scripts/workspace/model/build-model.ts';
import type { ManifestEntity } from '#scripts/workspace/model/manifest.ts';
import {
  type FieldModel,
  type ObjectModel,
  objectNamed,
  type WorkspaceModel,
} from '#scripts/workspace/model/model.ts';

type Described = Record<string, unknown>;

export class Describer {
  constructor(
    private readonly model: WorkspaceModel,
    private readonly applicationId: string,
  ) {}

  field(object: ObjectModel, field: FieldModel): Described {
    const { relation } = field;
    return {
      ...field,
      isActive: true,
      objectMetadataId: object.id,
      options:
        field.options.length === 0 ? null : field.options.map((value, position) => ({ value, position })),
      relation: relation && (() => this.relation(object, field, relation.targetObject, relation.targetField)),
    };
  }

  private relation(
    object: ObjectModel,
    field: FieldModel,
    targetName: string,
    targetField: string,
  ): Described {
    const target = objectNamed(this.model, targetName);
    const other = target.fieldByName.get(targetField);
    return {
      type: field.relation?.kind,
      sourceObjectMetadata: () => this.object(object),
      sourceFieldMetadata: () => this.field(object, field),
      targetObjectMetadata: () => this.object(target),
      targetFieldMetadata: () => other && this.field(target, other),
    };
  }

  object(object: ObjectModel): Described {
    const fields = () => object.fields.map((field) => this.field(object, field));
    return {
      ...object,
      isActive: true,
      isSearchable: true,
      applicationId: object.isStandard ? null : this.applicationId,
      labelIdentifierFieldMetadataId: object.fieldByName.get(object.labelIdentifierField)?.id ?? null,
      fieldsList: fields,
      fields: () => ({ edges: fields().map((node) => ({ node, cursor: String(node.id) })) }),
      indexMetadataList: () =>
        object.uniqueKeys
          .filter((key) => !key.name.startsWith('PK_'))
          .map((key) => ({
            id: metadataId(key.name),
            name: key.name,
            isUnique: true,
            indexType: 'BTREE',
            indexFieldMetadataList: key.fields.map((name, order) => ({
              id: metadataId(`${key.name}.${name}`),
              fieldMetadataId: object.fieldByName.get(name)?.id,
              order,
            })),
          })),
    };
  }

  private idOf(universalIdentifier: unknown): string | null {
    return typeof universalIdentifier === 'string' ? metadataId(universalIdentifier) : null;
  }

  private objectId(universalIdentifier: unknown): string | null {
    return (
      this.model.objects.find((object) => object.universalIdentifier === universalIdentifier)?.id ?? null
    );
  }

  /** Views, layouts, navigation and the like: their own keys, with references turned into ids. */
  entity(entity: ManifestEntity): Described {
    return {
      ...entity,
      id: this.idOf(entity.universalIdentifier),
      applicationId: this.applicationId,
      isActive: true,
      objectMetadataId: this.objectId(entity.objectUniversalIdentifier),
      targetObjectMetadataId: this.objectId(entity.targetObjectUniversalIdentifier),
      viewId: this.idOf(entity.viewUniversalIdentifier),
      pageLayoutId: this.idOf(entity.pageLayoutUniversalIdentifier),
      folderId: this.idOf(entity.folderUniversalIdentifier),
      frontComponentId: this.idOf(entity.frontComponentUniversalIdentifier),
      isHeadless: entity.isHeadless ?? false,
      position: entity.position ?? 0,
    };
  }

  entities(list: ManifestEntity[]): Described[] {
    return list.map((entity) => this.entity(entity));
  }
}
