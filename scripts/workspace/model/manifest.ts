/**
 * The part of the SDK's built manifest that a workspace reads. The SDK publishes no type for the file it
 * writes, so the shape is stated here and checked only as far as the workspace depends on it.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type ManifestField = {
  universalIdentifier: string;
  name: string;
  label?: string;
  type: string;
  objectUniversalIdentifier?: string;
  isNullable?: boolean;
  isUnique?: boolean;
  defaultValue?: unknown;
  options?: { value: string; position?: number; label?: string }[];
  universalSettings?: Record<string, unknown>;
  relationTargetObjectMetadataUniversalIdentifier?: string;
  relationTargetFieldMetadataUniversalIdentifier?: string;
};

export type ManifestObject = {
  universalIdentifier: string;
  nameSingular: string;
  namePlural: string;
  labelSingular?: string;
  labelPlural?: string;
  labelIdentifierFieldMetadataUniversalIdentifier?: string;
  fields: ManifestField[];
};

export type ManifestIndex = {
  universalIdentifier: string;
  objectUniversalIdentifier: string;
  indexType?: 'BTREE' | 'GIN';
  isUnique?: boolean;
  fields: { fieldUniversalIdentifier: string; subFieldName?: string }[];
};

export type ManifestObjectPermission = {
  objectUniversalIdentifier: string;
  canReadObjectRecords?: boolean;
  canUpdateObjectRecords?: boolean;
  canSoftDeleteObjectRecords?: boolean;
  canDestroyObjectRecords?: boolean;
};

export type ManifestFieldPermission = {
  objectUniversalIdentifier: string;
  fieldUniversalIdentifier: string;
  canReadFieldValue?: boolean;
  canUpdateFieldValue?: boolean;
};

export type ManifestRole = {
  universalIdentifier: string;
  label: string;
  canReadAllObjectRecords?: boolean;
  canUpdateAllObjectRecords?: boolean;
  canSoftDeleteAllObjectRecords?: boolean;
  canDestroyAllObjectRecords?: boolean;
  canUpdateAllSettings?: boolean;
  canBeAssignedToUsers?: boolean;
  canAccessAllTools?: boolean;
  permissionFlagUniversalIdentifiers?: string[];
  objectPermissions?: ManifestObjectPermission[];
  fieldPermissions?: ManifestFieldPermission[];
};

export type ManifestFunction = {
  universalIdentifier: string;
  name?: string;
  description?: string;
  timeoutSeconds?: number;
  builtHandlerPath: string;
  handlerName: string;
  httpRouteTriggerSettings?: {
    path: string;
    httpMethod: string;
    isAuthRequired: boolean;
    forwardedRequestHeaders?: string[];
  };
  databaseEventTriggerSettings?: { eventName: string; updatedFields?: string[] };
  cronTriggerSettings?: { pattern: string };
  workflowActionTriggerSettings?: Record<string, unknown>;
  toolTriggerSettings?: Record<string, unknown>;
};

export type ManifestVariable = {
  universalIdentifier?: string;
  description?: string;
  type?: string;
  options?: unknown[];
  value?: unknown;
  isSecret?: boolean;
};

/** Views, pages, widgets and navigation are only listed, never interpreted. */
export type ManifestEntity = { universalIdentifier: string } & Record<string, unknown>;

export type Manifest = {
  application: {
    universalIdentifier: string;
    displayName: string;
    description?: string;
    version?: string;
    defaultRoleUniversalIdentifier?: string;
    applicationVariables?: Record<string, ManifestVariable>;
    postInstallLogicFunction?: { universalIdentifier: string; shouldRunOnVersionUpgrade?: boolean };
    preInstallLogicFunction?: { universalIdentifier: string; shouldRunOnVersionUpgrade?: boolean };
  };
  objects: ManifestObject[];
  fields: ManifestField[];
  indexes: ManifestIndex[];
  roles: ManifestRole[];
  logicFunctions: ManifestFunction[];
  frontComponents: ManifestEntity[];
  views: ManifestEntity[];
  pageLayouts: ManifestEntity[];
  navigationMenuItems: ManifestEntity[];
  commandMenuItems: ManifestEntity[];
  permissionFlags: ManifestEntity[];
};

const LISTS = [
  'objects',
  'fields',
  'indexes',
  'roles',
  'logicFunctions',
  'frontComponents',
  'views',
  'pageLayouts',
  'navigationMenuItems',
  'commandMenuItems',
  'permissionFlags',
] as const;

/** Fills the lists that a manifest may leave out and refuses what is no manifest at all. */
export function completeManifest(partial: Partial<Manifest>): Manifest {
  if (!partial.application?.universalIdentifier) throw new Error('The manifest names no application.');
  const lists = Object.fromEntries(LISTS.map((name) => [name, partial[name] ?? []]));
  return { ...(lists as Omit<Manifest, 'application'>), application: partial.application };
}

/** Reads `manifest.json` of a build; the version comes from the package.json beside it. */
export async function readManifest(outputDir: string): Promise<Manifest> {
  const text = await readFile(join(outputDir, 'manifest.json'), 'utf8').catch(() => {
    throw new Error(`There is no manifest.json in ${outputDir}. Build the extension first: npm run build`);
  });
  const manifest = completeManifest(JSON.parse(text) as Partial<Manifest>);
  const packageJson = await readFile(join(outputDir, 'package.json'), 'utf8').catch(() => '{}');
  const { version } = JSON.parse(packageJson) as { version?: string };
  return { ...manifest, application: { ...manifest.application, version: version ?? '0.0.0' } };
}
