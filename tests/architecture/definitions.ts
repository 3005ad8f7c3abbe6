/** Every definition that installs, evaluated as the SDK does it: what the tests of the model look at. */
import { readFile } from 'node:fs/promises';
import { definitionFiles, projectPath } from '#scripts/build/definition-files.ts';

export type Option = { id?: string; value: string; label: string; color: string; position: number };

export type FieldConfig = {
  universalIdentifier: string;
  type: string;
  name: string;
  label: string;
  description?: string;
  defaultValue?: unknown;
  isNullable?: boolean;
  options?: Option[];
  relationTargetObjectMetadataUniversalIdentifier?: string;
  relationTargetFieldMetadataUniversalIdentifier?: string;
  universalSettings?: {
    relationType?: string;
    onDelete?: string;
    joinColumnName?: string;
    dataType?: string;
    decimals?: number;
  };
};

export type ObjectConfig = {
  universalIdentifier: string;
  nameSingular: string;
  namePlural: string;
  labelSingular: string;
  labelPlural: string;
  description: string;
  isUICreatable?: boolean;
  labelIdentifierFieldMetadataUniversalIdentifier: string;
  fields: FieldConfig[];
};

export type FieldOnConfig = FieldConfig & { objectUniversalIdentifier: string };

export type IndexConfig = {
  universalIdentifier: string;
  objectUniversalIdentifier: string;
  isUnique: boolean;
  fields: { universalIdentifier: string; fieldUniversalIdentifier: string }[];
};

export type ViewConfig = {
  universalIdentifier: string;
  name: string;
  type: string;
  objectUniversalIdentifier: string;
  mainGroupByFieldMetadataUniversalIdentifier?: string;
  groups?: { fieldValue: string }[];
  fields: { fieldMetadataUniversalIdentifier: string; position: number }[];
  sorts?: { fieldMetadataUniversalIdentifier: string }[];
};

export type WidgetConfig = {
  title: string;
  type: string;
  configuration: Record<string, unknown>;
};

export type TabConfig = {
  universalIdentifier: string;
  title: string;
  layoutMode?: string;
  /** The page of Twenty's own that a tab of ours is put on. */
  pageLayoutUniversalIdentifier?: string;
  widgets: WidgetConfig[];
};

export type PageConfig = {
  universalIdentifier: string;
  name: string;
  type: string;
  objectUniversalIdentifier?: string;
  tabs: TabConfig[];
};

export type NavigationConfig = {
  universalIdentifier: string;
  type: string;
  /** An entry for an object bears the object's own label. */
  name?: string;
  position: number;
  targetObjectUniversalIdentifier?: string;
  viewUniversalIdentifier?: string;
  pageLayoutUniversalIdentifier?: string;
  folderUniversalIdentifier?: string;
};

export type Permission = {
  objectUniversalIdentifier: string;
  canReadObjectRecords?: boolean;
  canUpdateObjectRecords?: boolean;
  canSoftDeleteObjectRecords?: boolean;
  canDestroyObjectRecords?: boolean;
};

export type FieldPermission = {
  objectUniversalIdentifier: string;
  fieldUniversalIdentifier: string;
  canReadFieldValue?: boolean;
  canUpdateFieldValue?: boolean;
};

export type RoleConfig = {
  universalIdentifier: string;
  label: string;
  canDestroyAllObjectRecords: boolean;
  objectPermissions: Permission[];
  fieldPermissions?: FieldPermission[];
};

export type Definition = { file: string; kind: string; config: unknown; success: boolean; errors: string[] };

type Evaluated = { default: { config: unknown; success: boolean; errors: string[] } };

async function evaluate(file: string): Promise<Definition> {
  const source = await readFile(projectPath(file), 'utf8');
  const [, kind = ''] = /^export default (define\w+)\(/m.exec(source) ?? [];
  const { default: made } = (await import(/* @vite-ignore */ projectPath(file))) as Evaluated;
  return { file, kind, ...made };
}

/** All of them, in the order of their paths. */
export const DEFINITIONS: Definition[] = [];
for (const file of await definitionFiles()) DEFINITIONS.push(await evaluate(file));

function configs<T>(kind: string): T[] {
  return DEFINITIONS.filter((definition) => definition.kind === kind).map(({ config }) => config as T);
}

export const OBJECTS = configs<ObjectConfig>('defineObject');
export const FIELDS_ON_STANDARD = configs<FieldOnConfig>('defineField');
export const INDEXES = configs<IndexConfig>('defineIndex');
export const VIEWS = configs<ViewConfig>('defineView');
export const PAGES = configs<PageConfig>('definePageLayout');
export const TABS_ON_STANDARD = configs<TabConfig>('definePageLayoutTab');
export const NAVIGATION = configs<NavigationConfig>('defineNavigationMenuItem');
export const PEOPLE_ROLES = configs<RoleConfig>('defineRole');
export const APPLICATION_ROLES = configs<RoleConfig>('defineApplicationRole');

/** `keyturnUnit` is `unit` in our own words. */
export function shortName({ nameSingular }: ObjectConfig): string {
  const name = nameSingular.replace(/^keyturn/, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** @throws Error when there is no such object. */
export function objectNamed(name: string): ObjectConfig {
  const found = OBJECTS.find((object) => shortName(object) === name);
  if (found === undefined) throw new Error(`No object ${name}`);
  return found;
}

/** The field behind a name as commands use it: `unitId` is the relation `unit`. */
export function fieldBehind(object: ObjectConfig, name: string): FieldConfig | undefined {
  return (
    object.fields.find((field) => field.name === name) ??
    object.fields.find(({ universalSettings }) => universalSettings?.joinColumnName === name)
  );
}
