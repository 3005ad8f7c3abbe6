/** Roles and what they allow, on objects and on single fields. Enforced on every read and write. */
import { SystemPermissionFlag } from 'twenty-sdk/define';
import { permissionDenied } from '#scripts/workspace/graphql/errors.ts';
import { metadataId } from '#scripts/workspace/model/build-model.ts';
import type { ManifestRole } from '#scripts/workspace/model/manifest.ts';
import type { ObjectModel, WorkspaceModel } from '#scripts/workspace/model/model.ts';

export type Operation = 'read' | 'update' | 'softDelete' | 'destroy';

export type ObjectRights = Record<Operation, boolean> & {
  /** Field name -> what is withheld. Fields not listed are free. */
  fields: Map<string, { canRead: boolean; canUpdate: boolean }>;
};

export type RoleModel = {
  id: string;
  universalIdentifier: string;
  label: string;
  canBeAssignedToUsers: boolean;
  canUpdateAllSettings: boolean;
  canUploadFiles: boolean;
  rights: Map<string, ObjectRights>;
};

const ADMIN: ManifestRole = {
  universalIdentifier: '20202020-02c2-43f8-b94d-cab1f2b532eb',
  label: 'Admin',
  canReadAllObjectRecords: true,
  canUpdateAllObjectRecords: true,
  canSoftDeleteAllObjectRecords: true,
  canDestroyAllObjectRecords: true,
  canUpdateAllSettings: true,
  canAccessAllTools: true,
  canBeAssignedToUsers: true,
};

/** Twenty's default role of a new member: every record, no settings. */
const MEMBER: ManifestRole = {
  ...ADMIN,
  universalIdentifier: '20202020-3f1a-4b1c-9a6e-6d1e2f3a4b5c',
  label: 'Member',
  canUpdateAllSettings: false,
};

function objectRights(role: ManifestRole, object: ObjectModel): ObjectRights {
  const settings = role.canUpdateAllSettings ?? false;
  const fields: ObjectRights['fields'] = new Map();
  if (object.nameSingular === 'workspaceMember') {
    return { read: true, update: settings, softDelete: settings, destroy: settings, fields };
  }
  if (object.isSystem) return { read: true, update: true, softDelete: true, destroy: true, fields };
  const own = role.objectPermissions?.find(
    (permission) => permission.objectUniversalIdentifier === object.universalIdentifier,
  );
  for (const permission of role.fieldPermissions ?? []) {
    if (permission.objectUniversalIdentifier !== object.universalIdentifier) continue;
    const field = object.fields.find(
      (candidate) => candidate.universalIdentifier === permission.fieldUniversalIdentifier,
    );
    if (!field) continue;
    // A record's label stays readable, whatever the role says.
    const canRead = field.name === object.labelIdentifierField || permission.canReadFieldValue !== false;
    fields.set(field.name, { canRead, canUpdate: permission.canUpdateFieldValue !== false });
  }
  return {
    read: own?.canReadObjectRecords ?? role.canReadAllObjectRecords ?? false,
    update: own?.canUpdateObjectRecords ?? role.canUpdateAllObjectRecords ?? false,
    softDelete: own?.canSoftDeleteObjectRecords ?? role.canSoftDeleteAllObjectRecords ?? false,
    destroy: own?.canDestroyObjectRecords ?? role.canDestroyAllObjectRecords ?? false,
    fields,
  };
}

function makeRole(role: ManifestRole, objects: ObjectModel[]): RoleModel {
  return {
    id: metadataId(role.universalIdentifier),
    universalIdentifier: role.universalIdentifier,
    label: role.label,
    canBeAssignedToUsers: role.canBeAssignedToUsers ?? true,
    canUpdateAllSettings: role.canUpdateAllSettings ?? false,
    canUploadFiles:
      role.canAccessAllTools === true ||
      role.permissionFlagUniversalIdentifiers?.includes(SystemPermissionFlag.UPLOAD_FILE) === true,
    rights: new Map(objects.map((object) => [object.nameSingular, objectRights(role, object)])),
  };
}

export type Roles = { admin: RoleModel; member: RoleModel; application: RoleModel; all: RoleModel[] };

export function makeRoles({ manifest, objects }: WorkspaceModel): Roles {
  const admin = makeRole(ADMIN, objects);
  const member = makeRole(MEMBER, objects);
  const own = manifest.roles.map((role) => makeRole(role, objects));
  const defaultId = manifest.application.defaultRoleUniversalIdentifier;
  const application = own.find((role) => role.universalIdentifier === defaultId) ?? own[0] ?? admin;
  return { admin, member, application, all: [admin, member, ...own] };
}

type Touched = { read?: readonly string[]; write?: readonly string[] };

/**
 * Refuses what the role does not allow. `read` and `write` are names of the fields touched: those whose
 * values are returned, and those that are set.
 */
export function assertPermitted(
  role: RoleModel,
  object: ObjectModel,
  operation: Operation,
  touched: Touched,
): void {
  if (object.isSystem && object.nameSingular !== 'workspaceMember') return;
  const rights = role.rights.get(object.nameSingular);
  if (!rights?.[operation]) throw permissionDenied();
  if (rights.fields.size === 0) return;
  for (const name of touched.read ?? []) {
    if (rights.fields.get(name)?.canRead === false) {
      throw permissionDenied(`no permission to read field "${name}" on "${object.nameSingular}"`);
    }
  }
  for (const name of touched.write ?? []) {
    if (rights.fields.get(name)?.canUpdate === false) {
      throw permissionDenied(`no permission to write field "${name}" on "${object.nameSingular}"`);
    }
  }
}
