/** One declared field -> its model: columns, defaults, and what a reader gets for NULL. */
import {
  ACTOR_SOURCES,
  COMPOSITE_TYPES,
  isCompositeType,
  isRelationType,
  isScalarType,
  SCALAR_TYPES,
  type SubField,
} from '#scripts/workspace/model/field-types.ts';
import type { ManifestField } from '#scripts/workspace/model/manifest.ts';
import type { ColumnModel, FieldModel, OnDelete } from '#scripts/workspace/model/model.ts';

const capitalize = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

const WHEN_NULL: Record<string, unknown> = { TEXT: '', MULTI_SELECT: [], ARRAY: [] };
const RATINGS = ['RATING_1', 'RATING_2', 'RATING_3', 'RATING_4', 'RATING_5'];

/**
 * A manifest's default as SQL. Twenty writes string defaults with quotes inside the string
 * (`"'AVAILABLE'"`) and the functions 'uuid' and 'now' without.
 */
function defaultSql(value: unknown, sqlType: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (value === 'uuid') return 'gen_random_uuid()';
  if (value === 'now') return 'now()';
  if (Array.isArray(value)) {
    const items = value.map((item) => literal(String(item).replace(/^'|'$/g, '')));
    return sqlType === 'jsonb'
      ? `${literal(JSON.stringify(value))}::jsonb`
      : `ARRAY[${items.join(',')}]::text[]`;
  }
  if (typeof value === 'string') return literal(value.replace(/^'|'$/g, ''));
  if (typeof value === 'object') return `${literal(JSON.stringify(value))}::jsonb`;
  return String(value);
}

function compositeColumns(field: FieldModel, defaults: unknown): ColumnModel[] {
  if (!isCompositeType(field.type)) return [];
  const values = (defaults ?? {}) as Record<string, unknown>;
  const parts: SubField[] = COMPOSITE_TYPES[field.type];
  return parts.map((part) => ({
    name: `${field.name}${capitalize(part.name)}`,
    field,
    part: part.name,
    type: part.type,
    sqlType: SCALAR_TYPES[part.type],
    whenNull: part.whenNull,
    defaultSql: defaultSql(values[part.name], SCALAR_TYPES[part.type]),
  }));
}

function optionsOf(declared: ManifestField): string[] {
  if (declared.type === 'RATING') return RATINGS;
  if (declared.type === 'ACTOR') return [...ACTOR_SOURCES];
  const options = declared.options ?? [];
  return [...options].sort((a, b) => (a.position ?? 0) - (b.position ?? 0)).map((option) => option.value);
}

function relationOf(declared: ManifestField): FieldModel['relation'] {
  const settings = declared.universalSettings ?? {};
  const isMany = settings.relationType === 'ONE_TO_MANY';
  return {
    kind: isMany ? 'ONE_TO_MANY' : 'MANY_TO_ONE',
    // Names are filled in once every object is known (relations.ts).
    targetObject: declared.relationTargetObjectMetadataUniversalIdentifier ?? '',
    targetField: declared.relationTargetFieldMetadataUniversalIdentifier ?? '',
    joinColumn: isMany ? '' : `${declared.name}Id`,
    onDelete: (settings.onDelete as OnDelete | undefined) ?? 'SET_NULL',
  };
}

/** Types the stand-in keeps no data for (TS_VECTOR) give nothing. */
export function makeField(
  declared: ManifestField & { isSystem?: boolean },
  id: string,
): FieldModel | undefined {
  const { type } = declared;
  if (!isScalarType(type) && !isCompositeType(type) && !isRelationType(type)) return undefined;
  const field: FieldModel = {
    id,
    universalIdentifier: declared.universalIdentifier,
    name: declared.name,
    label: declared.label ?? declared.name,
    type: type as FieldModel['type'],
    isNullable: declared.isNullable ?? true,
    isSystem: declared.isSystem ?? false,
    isUnique: declared.isUnique ?? false,
    hasDefault: declared.defaultValue !== undefined && declared.defaultValue !== null,
    options: optionsOf(declared),
    settings: declared.universalSettings ?? {},
    columns: [],
  };
  if (isRelationType(type)) {
    const relation = relationOf(declared);
    field.relation = relation;
    if (relation?.kind === 'MANY_TO_ONE') {
      field.columns = [{ name: relation.joinColumn, field, type: 'UUID', sqlType: 'uuid', whenNull: null }];
    }
  } else if (isCompositeType(type)) {
    field.columns = compositeColumns(field, declared.defaultValue);
  } else if (isScalarType(type)) {
    const sqlType = SCALAR_TYPES[type];
    field.columns = [
      {
        name: field.name,
        field,
        type,
        sqlType,
        whenNull: WHEN_NULL[type] ?? null,
        defaultSql: defaultSql(declared.defaultValue, sqlType),
      },
    ];
  }
  return field;
}
