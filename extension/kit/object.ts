/**
 * Kit: short object definitions that read like a data dictionary.
 * Returns the argument of `defineObject`; the call itself stays in the object's file,
 * because the SDK only recognises a literal `export default defineObject(...)`.
 */
import {
  type defineField,
  type defineObject,
  FieldType,
  NumberDataType,
  OnDeleteAction,
  RelationType,
  STANDARD_OBJECT,
} from 'twenty-sdk/define';
import { modelId } from '#identifiers/model.ts';

/** The prefix keeps our names apart from a workspace's own `project` or `unit`. */
export function apiName(name: string): string {
  return `keyturn${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

export type StandardObjectName = 'person' | 'company' | 'workspaceMember';

export const STANDARD_OBJECTS: Record<StandardObjectName, string> = {
  person: STANDARD_OBJECT.person.universalIdentifier,
  company: STANDARD_OBJECT.company.universalIdentifier,
  workspaceMember: STANDARD_OBJECT.workspaceMember.universalIdentifier,
};

export function objectId(name: string): string {
  return name in STANDARD_OBJECTS ? STANDARD_OBJECTS[name as StandardObjectName] : modelId(`object.${name}`);
}

/** `fieldId('unit.state')`; system fields such as `unit.createdAt` are not ours to name. */
export function fieldId(path: string): string {
  return modelId(`field.${path}`);
}

export type ObjectDefinition = Parameters<typeof defineObject>[0];
export type FieldDefinition = Parameters<typeof defineField>[0];

type Raw = Record<string, unknown>;
type Common = { icon?: string; description?: string; raw?: Raw };
type Field = (path: string, name: string) => Raw;

/** Without an icon Twenty draws "123" beside every field. */
const ICONS: Partial<Record<FieldType, string>> = {
  [FieldType.TEXT]: 'IconTypography',
  [FieldType.DATE]: 'IconCalendar',
  [FieldType.DATE_TIME]: 'IconCalendarTime',
  [FieldType.RAW_JSON]: 'IconBraces',
  [FieldType.CURRENCY]: 'IconCoins',
  [FieldType.BOOLEAN]: 'IconToggleRight',
  [FieldType.NUMBER]: 'IconNumbers',
  [FieldType.SELECT]: 'IconTag',
  [FieldType.RELATION]: 'IconArrowsSplit2',
};

function field(type: FieldType, label: string, common: Common | undefined, extra: Raw = {}): Field {
  const icon = common?.icon ?? ICONS[type];
  return (path, name) => ({
    universalIdentifier: fieldId(path),
    type,
    name,
    label,
    ...(icon === undefined ? {} : { icon }),
    ...(common?.description === undefined ? {} : { description: common.description }),
    ...extra,
    ...common?.raw,
  });
}

export const text = (label: string, common?: Common) => field(FieldType.TEXT, label, common);
export const date = (label: string, common?: Common) => field(FieldType.DATE, label, common);
export const dateTime = (label: string, common?: Common) => field(FieldType.DATE_TIME, label, common);
export const json = (label: string, common?: Common) =>
  field(FieldType.RAW_JSON, label, common, { isUIEditable: false });
/** Amounts in Twenty's micros with their currency beside them. */
export const money = (label: string, common?: Common) =>
  // Twenty would round 12,150,000 to "12.2m" in its short form, and hide the cents in its full one.
  field(FieldType.CURRENCY, label, common, { universalSettings: { format: 'full', decimals: 2 } });
export const flag = (label: string, common?: Common & { initially?: boolean }) =>
  field(FieldType.BOOLEAN, label, common, { defaultValue: common?.initially ?? false });
export const whole = (label: string, common?: Common) =>
  field(FieldType.NUMBER, label, common, {
    universalSettings: { dataType: NumberDataType.INT, decimals: 0 },
  });
export const decimal = (label: string, decimals: number, common?: Common) =>
  field(FieldType.NUMBER, label, common, {
    universalSettings: { dataType: NumberDataType.FLOAT, decimals },
  });

export type Choice = { label: string; color: string };

/** A SELECT whose values come from the domain: a state without label and colour does not compile. */
export function select<T extends string>(
  label: string,
  choices: Record<T, Choice>,
  options: Common & { initially?: T } = {},
): Field {
  return (path, name) =>
    field(FieldType.SELECT, label, options, {
      options: (Object.entries(choices) as [T, Choice][]).map(([value, choice], position) => ({
        // Explicit ids: without one a new label would become a new option and lose the data.
        id: modelId(`option.${path}.${value}`),
        value,
        label: choice.label,
        color: choice.color,
        position,
      })),
      ...(options.initially === undefined ? {} : { defaultValue: `'${options.initially}'` }),
    })(path, name);
}

/**
 * The many side, holding the foreign key. `inverse` is the path of the one side, `building.units`.
 * On a standard object the one side is a field file of ours, under its prefixed name.
 */
export function belongsTo(
  label: string,
  inverse: string,
  options: Common & { onDelete?: OnDeleteAction } = {},
): Field {
  return (path, name) =>
    field(FieldType.RELATION, label, options, {
      relationTargetObjectMetadataUniversalIdentifier: objectId(ownerOf(inverse)),
      relationTargetFieldMetadataUniversalIdentifier: fieldId(inverse),
      universalSettings: {
        relationType: RelationType.MANY_TO_ONE,
        onDelete: options.onDelete ?? OnDeleteAction.RESTRICT,
        joinColumnName: `${name}Id`,
      },
    })(path, name);
}

/** The one side. `inverse` is the path of the field that holds the key, `unit.building`. */
export function hasMany(label: string, inverse: string, common?: Common): Field {
  return field(FieldType.RELATION, label, common, {
    relationTargetObjectMetadataUniversalIdentifier: objectId(ownerOf(inverse)),
    relationTargetFieldMetadataUniversalIdentifier: fieldId(inverse),
    universalSettings: { relationType: RelationType.ONE_TO_MANY },
  });
}

function ownerOf(path: string): string {
  const [owner] = path.split('.');
  if (owner === undefined) throw new Error(`"${path}" is not a path like "unit.building"`);
  return owner;
}

export type ObjectSpec = {
  label: string;
  plural: string;
  icon: string;
  description: string;
  /** `name` is the label identifier: what a person reads in a list, a chip or the search. */
  fields: { name: Field } & Record<string, Field>;
  isUICreatable?: boolean;
  raw?: Raw;
};

export function object(name: string, spec: ObjectSpec): ObjectDefinition {
  return {
    universalIdentifier: objectId(name),
    nameSingular: apiName(name),
    namePlural: pluralApiName(name),
    labelSingular: spec.label,
    labelPlural: spec.plural,
    description: spec.description,
    icon: spec.icon,
    isSearchable: true,
    ...(spec.isUICreatable === undefined ? {} : { isUICreatable: spec.isUICreatable }),
    labelIdentifierFieldMetadataUniversalIdentifier: fieldId(`${name}.name`),
    fields: Object.entries(spec.fields).map(([fieldName, build]) => build(`${name}.${fieldName}`, fieldName)),
    ...spec.raw,
  } as unknown as ObjectDefinition;
}

export function pluralApiName(name: string): string {
  const singular = apiName(name);
  return /[^aeiou]y$/.test(singular) ? `${singular.slice(0, -1)}ies` : `${singular}s`;
}

/** A field that we put on one of Twenty's own objects: the argument of `defineField`. */
export function fieldOn(standard: StandardObjectName, name: string, build: Field): FieldDefinition {
  return {
    objectUniversalIdentifier: STANDARD_OBJECTS[standard],
    ...build(`${standard}.${name}`, name),
  } as unknown as FieldDefinition;
}

/** A unique natural key: the argument of `defineIndex`. */
export function uniqueKey(objectName: string, fields: readonly string[]) {
  const key = `${objectName}.${fields.join('+')}`;
  return {
    universalIdentifier: modelId(`index.${key}`),
    objectUniversalIdentifier: objectId(objectName),
    indexType: 'BTREE' as const,
    isUnique: true,
    fields: fields.map((name) => ({
      universalIdentifier: modelId(`indexField.${key}.${name}`),
      fieldUniversalIdentifier: fieldId(`${objectName}.${name}`),
    })),
  };
}
