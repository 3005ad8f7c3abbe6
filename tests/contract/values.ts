import { expect, test } from 'vitest';
import { create, data, nameOf, newId, type Running, refusal, update } from '#tests/contract/running.ts';

const CREATE_PROJECT = 'mutation($d: KeyturnProjectCreateInput!){ createKeyturnProject(data: $d) { id } }';

/** Which values come back, and which are refused with what words. */
export function valuesContract(running: Running): void {
  test('values come back in the API types: numbers, plain dates, instants with milliseconds', async () => {
    const name = nameOf(running, 'types');
    const project = await create(
      running,
      'keyturnProject',
      {
        name,
        holdHours: 24.5,
        permitRequired: true,
        permitExpiresOn: '2028-02-29',
        depositAsked: { amountMicros: 20_000_000_000, currencyCode: 'CNY' },
      },
      'name holdHours permitRequired permitExpiresOn depositAsked { amountMicros currencyCode } createdAt deletedAt city',
    );
    expect(project).toMatchObject({
      name,
      holdHours: 24.5,
      permitRequired: true,
      permitExpiresOn: '2028-02-29',
      depositAsked: { amountMicros: 20_000_000_000, currencyCode: 'CNY' },
      deletedAt: null,
      city: '',
    });
    expect(project.createdAt).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    const lock = await create(
      running,
      'keyturnUnitLock',
      { name, heldUntil: '2027-01-31T08:00:00+08:00' },
      'heldUntil',
    );
    expect(lock.heldUntil).toBe('2027-01-31T00:00:00.000Z');
  });

  test('an amount never set is an object of nulls', async () => {
    const project = await create(
      running,
      'keyturnProject',
      { name: nameOf(running, 'empty') },
      'depositAsked { amountMicros currencyCode }',
    );
    expect(project.depositAsked).toEqual({ amountMicros: null, currencyCode: null });
  });

  test('a sub-field left out of an update stays, and null for the whole changes nothing', async () => {
    const { id } = await create(running, 'keyturnProject', {
      name: nameOf(running, 'partial'),
      depositAsked: { amountMicros: 1_000_000, currencyCode: 'CNY' },
    });
    const selection = 'depositAsked { amountMicros currencyCode }';
    const partly = await update(
      running,
      'keyturnProject',
      id,
      { depositAsked: { amountMicros: 2_000_000 } },
      selection,
    );
    expect(partly.depositAsked).toEqual({ amountMicros: 2_000_000, currencyCode: 'CNY' });
    const asNull = await update(running, 'keyturnProject', id, { depositAsked: null }, selection);
    expect(asNull.depositAsked).toEqual({ amountMicros: 2_000_000, currencyCode: 'CNY' });
    const cleared = await update(
      running,
      'keyturnProject',
      id,
      { depositAsked: { amountMicros: null, currencyCode: null } },
      selection,
    );
    expect(cleared.depositAsked).toEqual({ amountMicros: null, currencyCode: null });
  });

  test('an empty text is stored as nothing: it is found as NULL and read as the empty string', async () => {
    const name = nameOf(running, 'blank');
    const { id, city } = await create(running, 'keyturnProject', { name, city: '' }, 'id city');
    expect(city).toBe('');
    for (const filter of [{ is: 'NULL' }, { eq: '' }]) {
      const found = await data(
        running,
        'query($f: JSON!){ keyturnProjects(filter: $f) { edges { node { id } } } }',
        {
          f: { and: [{ city: filter }, { name: { eq: name } }] },
        },
      );
      expect(found.keyturnProjects.edges).toEqual([{ node: { id } }]);
    }
  });

  test('the client may choose the id, once', async () => {
    const id = newId();
    const name = nameOf(running, 'own-id');
    expect((await create(running, 'keyturnProject', { id, name })).id).toBe(id);
    const error = await refusal(running, CREATE_PROJECT, { d: { id, name } });
    expect(error.message).toBe('A duplicate entry was detected');
    expect(error.extensions.code).toBe('BAD_USER_INPUT');
    expect(error.extensions.conflictingRecordId).toBeUndefined();
  });

  test('an API key is named as the author, and an importer may state its source', async () => {
    const selection = 'id createdBy { source workspaceMemberId } updatedBy { source }';
    const plain = await create(running, 'keyturnProject', { name: nameOf(running, 'author') }, selection);
    expect(plain).toMatchObject({
      createdBy: { source: 'API', workspaceMemberId: null },
      updatedBy: { source: 'API' },
    });
    const imported = await create(
      running,
      'keyturnProject',
      { name: nameOf(running, 'author'), createdBy: { source: 'IMPORT' } },
      selection,
    );
    expect(imported).toMatchObject({ createdBy: { source: 'IMPORT' }, updatedBy: { source: 'API' } });
  });

  test('a new record stands before those that are there', async () => {
    const first = await create(running, 'keyturnProject', { name: nameOf(running, 'order') }, 'id position');
    const second = await create(running, 'keyturnProject', { name: nameOf(running, 'order') }, 'id position');
    expect(second.position).toBe(first.position - 1);
  });

  test('every write moves updatedAt', async () => {
    const { id, updatedAt } = await create(
      running,
      'keyturnProject',
      { name: nameOf(running, 'touch') },
      'id updatedAt',
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    const after = await update(running, 'keyturnProject', id, { city: 'Hangzhou' }, 'updatedAt');
    expect(Date.parse(after.updatedAt)).toBeGreaterThan(Date.parse(updatedAt));
  });

  test.each([
    [{ nonsense: 1 }, `Object keyturnProject doesn't have any "nonsense" field.`],
    [{ name: 5 }, `Invalid string value 5 for text field "name"`],
    [{ holdHours: '24' }, `Invalid number value '24' for field "holdHours"`],
    [{ permitRequired: 'yes' }, `Invalid boolean value 'yes' for field "permitRequired"`],
    [
      { permitExpiresOn: 'soon' },
      `Invalid value 'soon' for date field "permitExpiresOn". Expected format: 'YYYY-MM-DD'`,
    ],
    [
      { permitExpiresOn: '2027-02-30' },
      `Invalid value '2027-02-30' for date field "permitExpiresOn". Expected format: 'YYYY-MM-DD'`,
    ],
    [
      { depositAsked: { amountMicros: 'much' } },
      `Invalid number value NaN for field "depositAsked.amountMicros"`,
    ],
    [{ depositAsked: { cents: 1 } }, `Invalid subfield cents for currency field "depositAsked"`],
    [{ buildings: [] }, 'One-to-many relation buildings field does not support write operations.'],
  ])('%j is refused', async (values, message) => {
    const error = await refusal(running, CREATE_PROJECT, { d: { name: nameOf(running, 'bad'), ...values } });
    expect(error.message).toBe(message);
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', subCode: 'INVALID_ARGS_DATA' });
  });

  test.each([
    [{ holderKind: 'NOBODY' }, /^Invalid value "NOBODY" for field "holderKind"\. Valid values are: \w+/],
    [
      { heldUntil: '2027-02-30' },
      /^Invalid value '2027-02-30' for date-time field "heldUntil"\. Expected format: 'YYYY-MM-DDTHH:mm:ssZ'$/,
    ],
    [{ unitId: 'x' }, /^Invalid UUID value 'x' for field "unitId"$/],
    [{ unit: { id: 'x' } }, /^Relation "unit" requires connect or disconnect operation$/],
  ])('%j is refused on a lock', async (values, message) => {
    const error = await refusal(running, 'mutation($d: JSON!){ createKeyturnUnitLock(data: $d) { id } }', {
      d: values,
    });
    expect(error.message).toMatch(message);
    expect(error.extensions.code).toBe('BAD_USER_INPUT');
  });
}
