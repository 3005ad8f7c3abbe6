/** C1.2, C5: what people may not touch is kept from them by their roles, on the server. */
import { STANDARD_OBJECT } from 'twenty-sdk/define';
import { describe, expect, it } from 'vitest';
import { RIGHTS, type Right } from '#domain/system/index.ts';
import { COMMAND_MADE, guardedFields, isGuarded } from '#port/guarded.ts';
import {
  APPLICATION_ROLES,
  DEFINITIONS,
  fieldBehind,
  OBJECTS,
  type ObjectConfig,
  objectNamed,
  PEOPLE_ROLES,
  type RoleConfig,
  shortName,
} from './definitions.ts';

const OBJECT_NAMES = OBJECTS.map(shortName);

function roleNamed(label: string): RoleConfig {
  const found = PEOPLE_ROLES.find((role) => role.label === label);
  if (found === undefined) throw new Error(`No role ${label}`);
  return found;
}

function permissionOn(role: RoleConfig, object: string) {
  const id = objectNamed(object).universalIdentifier;
  return role.objectPermissions.find(({ objectUniversalIdentifier }) => objectUniversalIdentifier === id);
}

/** What a role may do with one field, the object's permission taken into account. */
function mayDo(role: RoleConfig, object: string, name: string) {
  const field = fieldBehind(objectNamed(object), name);
  if (field === undefined) throw new Error(`No field ${object}.${name}`);
  const own = role.fieldPermissions?.find(
    ({ fieldUniversalIdentifier }) => fieldUniversalIdentifier === field.universalIdentifier,
  );
  const all = permissionOn(role, object);
  return {
    read: all?.canReadObjectRecords === true && own?.canReadFieldValue !== false,
    update: all?.canUpdateObjectRecords === true && own?.canUpdateFieldValue !== false,
  };
}

/** What C1.2 does not guard in records that commands make: names and words, whom to call, papers. */
const LEFT_TO_PEOPLE: Partial<Record<string, string[]>> = {
  reservation: ['name', 'buyer', 'company', 'salesperson', 'closedAt', 'closeReason', 'remark', 'requestKey'],
  contract: ['salesperson', 'letterLanguage', 'virtualAccount', 'dunningPausedUntil', 'remark'],
  installment: ['name', 'remark'],
  receipt: ['name', 'payer', 'chequeNumber', 'chequeDueOn', 'closeReason', 'remark'],
  handover: ['name', 'receivedBy', 'remark', 'bookedBy', 'proxyName', 'meterReadings', 'signedBy'],
  mortgageCase: [
    'name',
    'owner',
    'bank',
    'termMonths',
    'annualRatePercent',
    'repayment',
    'documentsHere',
    'documentsMissing',
    'remark',
  ],
  dunningNotice: ['name', 'dunningStep', 'level', 'channel', 'remark'],
  paymentPromise: ['name', 'remark'],
};

/** The objects of the ledger, by their folder. */
const LEDGER = DEFINITIONS.filter(
  ({ file, kind }) => file.startsWith('objects/ledger/') && kind === 'defineObject',
).map(({ config }) => shortName(config as ObjectConfig));

const AMOUNTS = OBJECTS.flatMap((object) =>
  object.fields
    .filter(({ type }) => type === 'CURRENCY')
    .map(({ name }) => ({ object: shortName(object), name })),
);
const GUARDED = OBJECT_NAMES.flatMap((object) =>
  isGuarded(object) ? [...guardedFields(object), 'seal'].map((name) => ({ object, name })) : [],
);

/** Locks, posted rows, decisions and logs: there is nothing in them for a hand to write. */
const UNTOUCHED = [
  'unitLock',
  'allocation',
  'lateFeeEntry',
  'adjustment',
  'refund',
  'areaSettlement',
  'commission',
  'approval',
  'paymentRequest',
  'gatewayEvent',
  'jobRun',
  'auditEntry',
];

const FINANCE = ['Keyturn Finance', 'Keyturn Finance manager'];
const SALES = ['Keyturn Sales', 'Keyturn Sales manager'];
const AFTER_SALE = ['Keyturn Handover', 'Keyturn Service'];

describe.each(PEOPLE_ROLES)('the role $label', (role) => {
  it('says something about every object of ours, once', () => {
    const ids = role.objectPermissions.map(({ objectUniversalIdentifier }) => objectUniversalIdentifier);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.sort()).toEqual(OBJECTS.map(({ universalIdentifier }) => universalIdentifier).sort());
  });

  it('C1.2: updates no guarded field and no seal', () => {
    expect(GUARDED.filter(({ object, name }) => mayDo(role, object, name).update)).toEqual([]);
  });

  it.each(UNTOUCHED)('C1.4, C1.5: updates no %s at all', (object) => {
    expect(permissionOn(role, object)?.canUpdateObjectRecords).toBe(false);
  });

  it('C1.5: deletes nothing of ours, softly or for good', () => {
    for (const permission of role.objectPermissions) {
      expect(permission.canSoftDeleteObjectRecords).toBe(false);
      expect(permission.canDestroyObjectRecords).toBe(false);
    }
    expect(role.canDestroyAllObjectRecords).toBe(false);
  });

  it('speaks of fields by the object that they belong to, each once', () => {
    const permissions = role.fieldPermissions ?? [];
    for (const { objectUniversalIdentifier, fieldUniversalIdentifier } of permissions) {
      const owner = OBJECTS.find(
        ({ universalIdentifier }) => universalIdentifier === objectUniversalIdentifier,
      );
      const ids = owner?.fields.map(({ universalIdentifier }) => universalIdentifier);
      expect(ids).toContain(fieldUniversalIdentifier);
    }
    const ids = permissions.map(({ fieldUniversalIdentifier }) => fieldUniversalIdentifier);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('C5: who may do what', () => {
  it.each<[string, Right[]]>([
    ['Keyturn Sales', ['sell']],
    ['Keyturn Sales manager', ['sell', 'controlSales', 'freezeUnits', 'handOver']],
    ['Keyturn Finance', ['keepAccounts']],
    ['Keyturn Finance manager', ['keepAccounts', 'approveMoney']],
    // Who administers approves no business request.
    [
      'Keyturn Administrator',
      ['sell', 'controlSales', 'freezeUnits', 'keepAccounts', 'handOver', 'serve', 'administer'],
    ],
    ['Keyturn Handover', ['handOver']],
    ['Keyturn Service', ['serve']],
  ])('%s has the rights %j and no other', (label, rights) => {
    const granted = RIGHTS.filter((right) => mayDo(roleNamed(label), 'right', right).read);
    expect(granted).toEqual(rights);
  });

  it('every role of ours is in these tests', () => {
    const labels = [...SALES, ...FINANCE, ...AFTER_SALE, 'Keyturn Administrator'];
    expect(PEOPLE_ROLES.map(({ label }) => label).sort()).toEqual(labels.sort());
  });

  it('every right is some role’s', () => {
    const granted = RIGHTS.filter((right) => PEOPLE_ROLES.some((role) => mayDo(role, 'right', right).read));
    expect(granted).toEqual(RIGHTS);
  });

  it('money is approved by the finance manager alone', () => {
    const approvers = PEOPLE_ROLES.filter((role) => mayDo(role, 'right', 'approveMoney').read);
    expect(approvers.map(({ label }) => label)).toEqual(['Keyturn Finance manager']);
  });

  it('every right is a field of the object that stands for them, and every field is a right', () => {
    const fields = objectNamed('right')
      .fields.map(({ name }) => name)
      .filter((name) => name !== 'name');
    expect(fields.sort()).toEqual([...RIGHTS].sort());
  });

  it('only an administrator edits the rights themselves', () => {
    const editors = PEOPLE_ROLES.filter((role) => permissionOn(role, 'right')?.canUpdateObjectRecords);
    expect(editors.map(({ label }) => label)).toEqual(['Keyturn Administrator']);
  });

  it.each(AMOUNTS)('a salesperson changes no $object.$name', ({ object, name }) => {
    expect(mayDo(roleNamed('Keyturn Sales'), object, name).update).toBe(false);
  });

  it('a salesperson sees the list price and not the floor price', () => {
    const sales = roleNamed('Keyturn Sales');
    expect(mayDo(sales, 'unit', 'listPrice').read).toBe(true);
    expect(mayDo(sales, 'unit', 'floorPrice').read).toBe(false);
  });

  it.each(['listPrice', 'floorPrice', 'filedPrice'])('finance changes no unit’s %s', (name) => {
    for (const label of FINANCE) expect(mayDo(roleNamed(label), 'unit', name).update).toBe(false);
  });

  it('the finance manager edits what finance edits: what more there is are approvals, by command', () => {
    const [edited, byManager] = FINANCE.map((label) =>
      OBJECT_NAMES.filter((object) => permissionOn(roleNamed(label), object)?.canUpdateObjectRecords),
    );
    expect(byManager).toEqual(edited);
  });

  it.each(SALES)('%s edits nothing of the ledger: neither plans nor money', (label) => {
    const edited = LEDGER.filter((object) => permissionOn(roleNamed(label), object)?.canUpdateObjectRecords);
    expect(edited).toEqual([]);
  });

  it.each(FINANCE)('%s edits nothing that is for sale or handed over', (label) => {
    const edited = ['project', 'building', 'unitType', 'unit', 'milestone', 'reservation', 'handover'].filter(
      (object) => permissionOn(roleNamed(label), object)?.canUpdateObjectRecords,
    );
    expect(edited).toEqual([]);
  });

  it.each([...COMMAND_MADE])('of %s nobody edits more than what commands leave to people', (object) => {
    const free = objectNamed(object)
      .fields.filter(({ universalSettings }) => universalSettings?.relationType !== 'ONE_TO_MANY')
      .map(({ name }) => name)
      .filter((name) => PEOPLE_ROLES.some((role) => mayDo(role, object, name).update));
    expect(free.sort()).toEqual((LEFT_TO_PEOPLE[object] ?? []).sort());
  });
});

describe('the role that the functions act with', () => {
  it('reaches every object of ours and may assign itself to nobody', () => {
    const [role] = APPLICATION_ROLES;
    expect(role).toMatchObject({ canBeAssignedToUsers: false, canUpdateAllObjectRecords: false });
    for (const object of OBJECT_NAMES) {
      expect(role && permissionOn(role, object)).toMatchObject({
        canReadObjectRecords: true,
        canUpdateObjectRecords: true,
      });
    }
  });

  it('writes of Twenty’s own objects only notes, tasks, files and dashboards, and reads only who is who', () => {
    const own = new Set(OBJECTS.map(({ universalIdentifier }) => universalIdentifier));
    const others = APPLICATION_ROLES[0]?.objectPermissions.filter(
      ({ objectUniversalIdentifier }) => !own.has(objectUniversalIdentifier),
    );
    const idsOf = (names: readonly (keyof typeof STANDARD_OBJECT)[]) =>
      names.map((name) => STANDARD_OBJECT[name].universalIdentifier).sort();
    const ids = (isWritten: boolean) =>
      others
        ?.filter(({ canUpdateObjectRecords }) => (canUpdateObjectRecords === true) === isWritten)
        .map(({ objectUniversalIdentifier }) => objectUniversalIdentifier)
        .sort();
    expect(ids(true)).toEqual(idsOf(['note', 'noteTarget', 'task', 'taskTarget', 'attachment', 'dashboard']));
    expect(ids(false)).toEqual(idsOf(['person', 'company', 'workspaceMember']));
    expect(others?.filter(({ canDestroyObjectRecords }) => canDestroyObjectRecords === true)).toEqual([]);
  });
});
