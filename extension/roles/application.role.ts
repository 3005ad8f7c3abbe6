/** The role that Keyturn's own functions act with: its objects, and of Twenty's only what they need. */
import { defineApplicationRole, STANDARD_OBJECT, SystemPermissionFlag } from 'twenty-sdk/define';
import { rolesId } from '#identifiers/roles.ts';
import { objectId } from '#kit/object.ts';
import { KEYTURN_OBJECTS } from '#kit/role.ts';

const WRITES = ['note', 'noteTarget', 'task', 'taskTarget', 'attachment', 'dashboard'] as const;
const READS = ['person', 'company', 'workspaceMember'] as const;

export default defineApplicationRole({
  universalIdentifier: rolesId('role.application'),
  label: 'Keyturn application',
  description: 'What the functions of Keyturn may touch.',
  icon: 'IconRobot',
  canReadAllObjectRecords: false,
  canUpdateAllObjectRecords: false,
  canSoftDeleteAllObjectRecords: false,
  canDestroyAllObjectRecords: false,
  canBeAssignedToUsers: false,
  // Documents go into the Files tab of their records, and files that people put there are read.
  permissionFlagUniversalIdentifiers: [SystemPermissionFlag.UPLOAD_FILE, SystemPermissionFlag.DOWNLOAD_FILE],
  objectPermissions: [
    ...KEYTURN_OBJECTS.map((name) => ({
      universalIdentifier: rolesId(`objectPermission.application.${name}`),
      objectUniversalIdentifier: objectId(name),
      canReadObjectRecords: true,
      canUpdateObjectRecords: true,
      canSoftDeleteObjectRecords: true,
      canDestroyObjectRecords: true,
    })),
    ...WRITES.map((name) => ({
      universalIdentifier: rolesId(`objectPermission.application.${name}`),
      objectUniversalIdentifier: STANDARD_OBJECT[name].universalIdentifier,
      canReadObjectRecords: true,
      canUpdateObjectRecords: true,
    })),
    ...READS.map((name) => ({
      universalIdentifier: rolesId(`objectPermission.application.${name}`),
      objectUniversalIdentifier: STANDARD_OBJECT[name].universalIdentifier,
      canReadObjectRecords: true,
    })),
  ],
});
