import { expect, test } from 'vitest';
import { create, data, nameOf, type Running, refusal } from '#tests/contract/running.ts';

const LOCK = 'mutation($d: KeyturnUnitLockCreateInput!){ createKeyturnUnitLock(data: $d) { id } }';
const LOCKS =
  'mutation($d: [KeyturnUnitLockCreateInput!]!, $u: Boolean){ createKeyturnUnitLocks(data: $d, upsert: $u) { id name lockKey deletedAt } }';
const CLAIM = `mutation($f: KeyturnProjectFilterInput!, $d: KeyturnProjectUpdateInput!){
  updateKeyturnProjects(filter: $f, data: $d) { id city district }
}`;

/** The two primitives every command is built on: a unique key and a guarded update. */
export function guardingContract(running: Running): void {
  test('a key that is taken is refused with the exact words', async () => {
    const lockKey = nameOf(running, 'key');
    await create(running, 'keyturnUnitLock', { name: lockKey, lockKey });
    const error = await refusal(running, LOCK, { d: { name: lockKey, lockKey } });
    expect(error.message).toBe('A duplicate entry was detected');
    expect(error.extensions.code).toBe('BAD_USER_INPUT');
    expect(error.extensions.subCode).toBeUndefined();
    // Told for a field that is unique by itself (below), not for one under a unique index: look it up.
    expect(error.extensions.conflictingRecordId).toBeUndefined();
  });

  test('a unique field of a standard object names the record that has the value', async () => {
    const name = nameOf(running, 'domain');
    const domainName = { primaryLinkUrl: `https://${name}.example.com` };
    const { id } = await create(running, 'company', { name, domainName });
    const error = await refusal(running, 'mutation($d: JSON!){ createCompany(data: $d) { id } }', {
      d: { name, domainName },
    });
    expect(error.message).toBe('A duplicate entry was detected');
    expect(error.extensions).toMatchObject({
      conflictingRecordId: id,
      conflictingObjectNameSingular: 'company',
    });
  });

  test('of many who ask for one key at once exactly one gets it', async () => {
    const lockKey = nameOf(running, 'race');
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => running.session.ask(LOCK, { d: { name: lockKey, lockKey } })),
    );
    expect(answers.filter((answer) => answer.data?.createKeyturnUnitLock?.id)).toHaveLength(1);
    const losers = answers.filter((answer) => answer.errors);
    expect(new Set(losers.map((answer) => answer.errors[0].message))).toEqual(
      new Set(['A duplicate entry was detected']),
    );
  });

  test('an empty key is no key: any number of rows may lack one', async () => {
    const name = nameOf(running, 'keyless');
    const answer = await data(running, LOCKS, {
      d: [{ name, lockKey: '' }, { name, lockKey: '' }, { name, lockKey: null }, { name }],
    });
    expect(answer.createKeyturnUnitLocks).toHaveLength(4);
  });

  test('a soft-deleted row still holds its key, and is not named as the holder', async () => {
    const lockKey = nameOf(running, 'ghost');
    const { id } = await create(running, 'keyturnUnitLock', { name: lockKey, lockKey });
    await data(running, 'mutation($i: UUID!){ deleteKeyturnUnitLock(id: $i) { id } }', { i: id });
    const error = await refusal(running, LOCK, { d: { name: lockKey, lockKey } });
    expect(error.message).toBe('A duplicate entry was detected');
    expect(error.extensions.conflictingRecordId).toBeUndefined();
  });

  test('a key of several fields is refused without naming the holder', async () => {
    const name = nameOf(running, 'project');
    const { id: projectId } = await create(running, 'keyturnProject', { name });
    const values = { name, code: 'B1', projectId };
    await create(running, 'keyturnBuilding', values);
    const error = await refusal(running, 'mutation($d: JSON!){ createKeyturnBuilding(data: $d) { id } }', {
      d: values,
    });
    expect(error.message).toBe('A duplicate entry was detected');
    expect(error.extensions.conflictingRecordId).toBeUndefined();
    await create(running, 'keyturnBuilding', { ...values, code: 'B2' });
    await create(running, 'keyturnBuilding', { name, code: 'B1' });
  });

  test('createMany writes all rows or none', async () => {
    const taken = nameOf(running, 'taken');
    await create(running, 'keyturnUnitLock', { name: taken, lockKey: taken });
    const name = nameOf(running, 'batch');
    const rows = [
      { name, lockKey: `${name}-1` },
      { name, lockKey: taken },
      { name, lockKey: `${name}-3` },
    ];
    const error = await refusal(running, LOCKS, { d: rows });
    expect(error.message).toBe('A duplicate entry was detected');
    const after = await data(
      running,
      'query($n: String){ keyturnUnitLocks(filter: { name: { eq: $n } }) { totalCount } }',
      { n: name },
    );
    expect(after.keyturnUnitLocks.totalCount).toBe(0);
  });

  test('createMany answers its rows in the order they were sent', async () => {
    const name = nameOf(running, 'sequence');
    const rows = ['c', 'a', 'b'].map((letter) => ({ name, lockKey: `${name}-${letter}` }));
    const answer = await data(running, LOCKS, { d: rows });
    expect(answer.createKeyturnUnitLocks.map((row: { lockKey: string }) => row.lockKey)).toEqual(
      rows.map((row) => row.lockKey),
    );
  });

  test('upsert finds by the unique key, restores what was deleted and inserts the rest', async () => {
    const key = nameOf(running, 'upsert');
    const old = await create(running, 'keyturnUnitLock', { name: key, lockKey: `${key}-old` });
    await data(running, 'mutation($i: UUID!){ deleteKeyturnUnitLock(id: $i) { id } }', { i: old.id });
    const rows = [
      { name: `${key} new`, lockKey: `${key}-new` },
      { name: `${key} back`, lockKey: `${key}-old` },
    ];
    const { createKeyturnUnitLocks: answered } = await data(running, LOCKS, { d: rows, u: true });
    // What was found comes first, whatever the order of the request.
    expect(answered.map((row: { name: string }) => row.name)).toEqual([`${key} back`, `${key} new`]);
    expect(answered[0]).toMatchObject({ id: old.id, deletedAt: null });
  });

  test('a guarded update has one winner, and the others get an empty list', async () => {
    const { id } = await create(running, 'keyturnProject', { name: nameOf(running, 'guard'), city: 'FREE' });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        running.session.ask(CLAIM, {
          f: { id: { eq: id }, city: { eq: 'FREE' } },
          d: { city: 'TAKEN', district: `by ${index}` },
        }),
      ),
    );
    const won = answers.filter((answer) => answer.data.updateKeyturnProjects.length === 1);
    expect(won).toHaveLength(1);
    expect(answers.filter((answer) => answer.data.updateKeyturnProjects.length === 0)).toHaveLength(11);
    const stored = await data(
      running,
      'query($i: UUID!){ keyturnProject(filter: { id: { eq: $i } }) { city district } }',
      { i: id },
    );
    expect(stored.keyturnProject).toEqual({
      city: 'TAKEN',
      district: won[0]?.data.updateKeyturnProjects[0].district,
    });
  });

  test('a guard may ask for one of several and for an absent number', async () => {
    const { id } = await create(running, 'keyturnProject', { name: nameOf(running, 'guard') });
    const claim = async (filter: Record<string, unknown>, d: Record<string, unknown>) =>
      (await data(running, CLAIM, { f: { id: { eq: id }, ...filter }, d })).updateKeyturnProjects.length;
    expect(await claim({ holdHours: { is: 'NULL' } }, { holdHours: 1, city: 'A' })).toBe(1);
    expect(await claim({ holdHours: { is: 'NULL' } }, { city: 'B' })).toBe(0);
    expect(await claim({ city: { in: ['A', 'X'] } }, { city: 'C' })).toBe(1);
    expect(await claim({ city: { neq: 'C' } }, { city: 'D' })).toBe(0);
    expect(await claim({ depositAsked: { currencyCode: { is: 'NULL' } } }, { city: 'E' })).toBe(1);
    expect(await claim({ updatedAt: { gt: '2020-01-01T00:00:00.000Z' } }, { city: 'F' })).toBe(1);
  });

  test.each([
    ['an absent text', { city: { is: 'NULL' } }],
    ['an empty text', { city: { eq: '' } }],
    ['a text that is not empty', { city: { neq: '' } }],
    ['an absent text in brackets', { and: [{ city: { is: 'NULL' } }] }],
    ['an exact instant', { createdAt: { eq: '2020-01-01T00:00:00.000Z' } }],
  ])('no write of an app object can be guarded by %s', async (_, condition) => {
    // The server renames the table once in each condition; these name their column twice.
    const { id } = await create(running, 'keyturnProject', { name: nameOf(running, 'unguardable') });
    for (const mutation of [
      'updateKeyturnProjects(filter: $f, data: { district: "x" })',
      'deleteKeyturnProjects(filter: $f)',
    ]) {
      const error = await refusal(running, `mutation($f: JSON!){ ${mutation} { id } }`, {
        f: { id: { eq: id }, ...condition },
      });
      expect(error).toMatchObject({
        message: 'Data validation error.',
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      });
    }
  });

  test("an update that would take another row's key is refused", async () => {
    const lockKey = nameOf(running, 'steal');
    await create(running, 'keyturnUnitLock', { name: lockKey, lockKey });
    const other = await create(running, 'keyturnUnitLock', { name: lockKey });
    const error = await refusal(
      running,
      'mutation($i: UUID!, $d: JSON!){ updateKeyturnUnitLock(id: $i, data: $d) { id } }',
      {
        i: other.id,
        d: { lockKey },
      },
    );
    expect(error.message).toBe('A duplicate entry was detected');
  });
}
