/** C1.2, C5: what people may not touch is kept from them by their roles, on the server. */
import { describe, expect, it } from 'vitest';
import { RIGHTS, type Right } from '#domain/system/index.ts';
import { guardedFields, isGuarded } from '#port/guarded.ts';
import {
  APPLICATION_ROLES,
  fieldBehind,
  OBJECTS,
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

const AMOUNTS = OBJECTS.flatMap((object) =>
  object.fields
    .filter(({ type }) => type === 'CURRENCY')
    .map(({ name }) => ({ object: shortName(object), name })),
);
const GUARDED = OBJECT_NAMES.flatMap((object) =>
  isGuarded(object) ? [...guardedFields(object), 'seal'].map((name) => ({ object, name })) : [],
);

describe.each(PEOPLE_ROLES)('the role $label', (role) => {
  it('says something about every object of ours, once', () => {
    const ids = role.objectPermissions.map(({ objectUniversalIdentifier }) => objectUniversalIdentifier);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.sort()).toEqual(OBJECTS.map(({ universalIdentifier }) => universalIdentifier).sort());
  });

  it('C1.2: updates no guarded field and no seal', () => {
    expect(GUARDED.filter(({ object, name }) => mayDo(role, object, name).update)).toEqual([]);
  });

  it.each(['unitLock', 'allocation', 'auditEntry'])('C1.4, C1.5: updates no %s at all', (object) => {
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
    ['Keyturn Sales manager', ['sell', 'controlSales', 'handOver']],
    ['Keyturn Finance', ['keepAccounts']],
    ['Keyturn Administrator', [...RIGHTS]],
  ])('%s has the rights %j and no other', (label, rights) => {
    const granted = RIGHTS.filter((right) => mayDo(roleNamed(label), 'right', right).read);
    expect(granted).toEqual(rights);
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
    expect(mayDo(roleNamed('Keyturn Finance'), 'unit', name).update).toBe(false);
  });

  it('neither sales nor its manager edits a payment plan or a receipt', () => {
    for (const label of ['Keyturn Sales', 'Keyturn Sales manager']) {
      for (const object of ['paymentPlan', 'paymentPlanLine', 'receipt', 'installment']) {
        expect(permissionOn(roleNamed(label), object)?.canUpdateObjectRecords).toBe(false);
      }
    }
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

  it('writes of Twenty’s own objects only notes', () => {
    const own = new Set(OBJECTS.map(({ universalIdentifier }) => universalIdentifier));
    const others = APPLICATION_ROLES[0]?.objectPermissions.filter(
      ({ objectUniversalIdentifier }) => !own.has(objectUniversalIdentifier),
    );
    expect(others?.filter(({ canUpdateObjectRecords }) => canUpdateObjectRecords === true)).toHaveLength(2);
    expect(others?.filter(({ canDestroyObjectRecords }) => canDestroyObjectRecords === true)).toEqual([]);
  });
});
