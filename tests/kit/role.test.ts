import { describe, expect, it } from 'vitest';
import { RIGHTS } from '#domain/system/index.ts';
import { fieldId, objectId } from '#kit/object.ts';
import { KEYTURN_OBJECTS, peopleRole, type RoleSpec } from '#kit/role.ts';

const SPEC: RoleSpec = {
  label: 'Keyturn Sales',
  description: 'Sells.',
  icon: 'IconUser',
  rights: ['sell'],
  edits: ['reservation'],
  hides: ['unit.floorPrice'],
};

/** Built under a key whose identifiers exist. */
const role = (changes: Partial<RoleSpec> = {}) => peopleRole('sales', { ...SPEC, ...changes });

const permissionOf = (path: string, made = role()) =>
  made.fieldPermissions.find(({ fieldUniversalIdentifier }) => fieldUniversalIdentifier === fieldId(path));

describe('a role for people (C5)', () => {
  it('reads every object, updates those that it edits and deletes none', () => {
    const { objectPermissions } = role();
    expect(objectPermissions).toHaveLength(KEYTURN_OBJECTS.length);
    for (const permission of objectPermissions) {
      expect(permission).toMatchObject({
        canReadObjectRecords: true,
        canUpdateObjectRecords: permission.objectUniversalIdentifier === objectId('reservation'),
        canSoftDeleteObjectRecords: false,
        canDestroyObjectRecords: false,
      });
    }
  });

  it.each(['state', 'unit', 'price', 'depositAsked', 'depositPaid', 'reservedAt', 'validUntil'])(
    'C1.2: the %s of what it edits is read-only',
    (name) => {
      expect(permissionOf(`reservation.${name}`)).toMatchObject({ canUpdateFieldValue: false });
      expect(permissionOf(`reservation.${name}`)).not.toHaveProperty('canReadFieldValue');
    },
  );

  it.each(['buyer', 'remark', 'salesperson'])('the %s is its to edit', (name) => {
    expect(permissionOf(`reservation.${name}`)).toBeUndefined();
  });

  it.each(['unit.floorPrice', 'unit.seal', 'contract.seal', 'unit.claimKey', 'milestone.claimKey'])(
    'what it may not see, such as %s, it may not write either',
    (path) => {
      expect(permissionOf(path)).toMatchObject({
        objectUniversalIdentifier: objectId(path.split('.')[0] ?? ''),
        canReadFieldValue: false,
        canUpdateFieldValue: false,
      });
    },
  );

  it('a right that it lacks is a field that it cannot read', () => {
    const hidden = RIGHTS.filter((right) => 'canReadFieldValue' in (permissionOf(`right.${right}`) ?? {}));
    expect(hidden).toEqual(RIGHTS.filter((right) => right !== 'sell'));
  });

  it('with all rights no right is hidden, and without edits nothing is locked but what is hidden', () => {
    const made = role({ rights: RIGHTS, edits: [], hides: [] });
    expect(RIGHTS.filter((right) => permissionOf(`right.${right}`, made))).toEqual([]);
    expect(made.fieldPermissions.filter((permission) => !('canReadFieldValue' in permission))).toEqual([]);
    expect(made.objectPermissions.some(({ canUpdateObjectRecords }) => canUpdateObjectRecords)).toBe(false);
  });
});
