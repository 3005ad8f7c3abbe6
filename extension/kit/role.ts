/** Kit: roles for people, and what each may see and touch of Keyturn (C5); arguments of `defineRole`. */
import { SystemPermissionFlag } from 'twenty-sdk/define';
import type { Right } from '#domain/system/audit.ts';
import { RIGHTS } from '#domain/system/audit.ts';
import { rolesId } from '#identifiers/roles.ts';
import { fieldId, objectId } from '#kit/object.ts';
import { guardedFields, isGuarded, SEALED } from '#port/guarded.ts';

export const KEYTURN_OBJECTS = [
  'project',
  'building',
  'unitType',
  'unit',
  'unitLock',
  'milestone',
  'reservation',
  'contract',
  'paymentPlan',
  'paymentPlanLine',
  'installment',
  'receipt',
  'allocation',
  'handover',
  'handoverBatch',
  'inspectionTemplate',
  'inspectionItem',
  'inspection',
  'snag',
  'keySet',
  'titleCase',
  'engineeringChange',
  'changeAnswer',
  'warrantyTerm',
  'serviceLevel',
  'serviceTicket',
  'adjustment',
  'lateFeeEntry',
  'refund',
  'areaSettlement',
  'mortgageCase',
  'dunningStep',
  'dunningNotice',
  'paymentPromise',
  'bankStatement',
  'bankStatementLine',
  'paymentRequest',
  'gatewayEvent',
  'commissionPlan',
  'commissionTier',
  'commission',
  'calendarDay',
  'releaseBatch',
  'priceScheme',
  'priceSchemeItem',
  'unitHold',
  'queueTicket',
  'discountRule',
  'discountLine',
  'party',
  'contractChange',
  'dealTransfer',
  'quote',
  'teamMember',
  'salesFigure',
  'workflowInstall',
  'approval',
  'jobRun',
  'auditEntry',
  'right',
] as const;

export type KeyturnObject = (typeof KEYTURN_OBJECTS)[number];

export type RoleSpec = {
  label: string;
  description: string;
  icon: string;
  rights: readonly Right[];
  /** Objects whose unguarded fields the role may edit; the rest is read-only. */
  edits: readonly KeyturnObject[];
  /** Fields such as `unit.floorPrice` that the role may not even see. */
  hides?: readonly string[];
  /** Unguarded fields that the role may see and not edit, such as `unit.listPrice`. */
  locks?: readonly string[];
};

export function peopleRole(key: string, spec: RoleSpec) {
  return {
    universalIdentifier: rolesId(`role.${key}`),
    label: spec.label,
    description: spec.description,
    icon: spec.icon,
    canReadAllObjectRecords: true,
    canUpdateAllObjectRecords: true,
    canSoftDeleteAllObjectRecords: true,
    canDestroyAllObjectRecords: false,
    canBeAssignedToUsers: true,
    canBeAssignedToApiKeys: true,
    permissionFlagUniversalIdentifiers: [
      SystemPermissionFlag.UPLOAD_FILE,
      SystemPermissionFlag.DOWNLOAD_FILE,
    ],
    objectPermissions: KEYTURN_OBJECTS.map((name) => ({
      universalIdentifier: rolesId(`objectPermission.${key}.${name}`),
      objectUniversalIdentifier: objectId(name),
      canReadObjectRecords: true,
      canUpdateObjectRecords: spec.edits.includes(name),
      canSoftDeleteObjectRecords: false,
      canDestroyObjectRecords: false,
    })),
    fieldPermissions: [
      ...RIGHTS.filter((right) => !spec.rights.includes(right)).map((right) => hidden(key, `right.${right}`)),
      ...(spec.hides ?? []).map((path) => hidden(key, path)),
      ...spec.edits.flatMap((name) => guardedPaths(name)).map((path) => readOnly(key, path)),
      // Commands' own bookkeeping: of no use to people, and noise on every timeline.
      ...BOOKKEEPING.map((path) => hidden(key, path)),
      ...(spec.locks ?? []).map((path) => readOnly(key, path)),
    ],
  };
}

/** `unitId` guards the relation field `unit`; the seal itself is hidden. */
function guardedPaths(objectName: KeyturnObject): string[] {
  if (!isGuarded(objectName)) return [];
  const fields = [...guardedFields(objectName), ...(WRITTEN_ONCE[objectName] ?? [])];
  return fields.map((name) => `${objectName}.${RELATIONS.has(name) ? name.slice(0, -'Id'.length) : name}`);
}

/** Kept by commands from the first time on, and decided on by none: not sealed, and still nobody's to edit. */
const WRITTEN_ONCE: Partial<Record<KeyturnObject, readonly string[]>> = { contract: ['soldById'] };

const BOOKKEEPING = [
  ...Object.keys(SEALED).map((name) => `${name}.seal`),
  'unit.claimKey',
  'milestone.claimKey',
];

const RELATIONS = new Set([
  'unitId',
  'contractId',
  'reservationId',
  'paymentPlanId',
  'receiptId',
  'installmentId',
  'milestoneId',
  'commissionPlanId',
  'earnerId',
  'projectId',
  'releaseBatchId',
  'priceSchemeId',
  'buyerId',
  'companyId',
  'salespersonId',
  'leaverId',
  'soldById',
  'chosenUnitId',
  'discountRuleId',
  'queueTicketId',
  'batchId',
  'buildingId',
  'handoverId',
  'inspectionId',
  'serviceTicketId',
  'contractorId',
  'engineeringChangeId',
  'customerId',
  'assigneeId',
]);

function hidden(role: string, path: string) {
  return { ...permission(role, path), canReadFieldValue: false, canUpdateFieldValue: false };
}

function readOnly(role: string, path: string) {
  return { ...permission(role, path), canUpdateFieldValue: false };
}

function permission(role: string, path: string) {
  return {
    universalIdentifier: rolesId(`fieldPermission.${role}.${path}`),
    objectUniversalIdentifier: objectId(path.split('.')[0] ?? ''),
    fieldUniversalIdentifier: fieldId(path),
  };
}
