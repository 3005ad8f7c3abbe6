import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { money } from '#domain/shared/money.ts';
import { DuplicateKey, type Store, type Write } from '#port/store.ts';
import { ConnectionCut, twentyClient } from '#twenty/client.ts';
import { twentyNotices } from '#twenty/notices.ts';
import { twentyStore } from '#twenty/store.ts';
import { DUPLICATE, NOT_ALLOWED, type Row, SmallTwenty, URL_OF_TWENTY } from './small-twenty.ts';

const twenty = new SmallTwenty();
const client = twentyClient(URL_OF_TWENTY, 'token');
const store: Store = twentyStore(client);

beforeAll(() => twenty.server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => {
  twenty.requests.length = 0;
  twenty.rows.clear();
  twenty.failures.clear();
  twenty.uniqueKeys.clear();
  twenty.uniqueKeys.set('keyturnUnitLocks', 'lockKey').set('keyturnReceipts', 'externalId');
  twenty.namesObjects = false;
});
afterAll(() => twenty.server.close());

const ids = (plural: string) => twenty.all(plural).map(({ id }) => id);
const lock = (id: string, lockKey: string) => ({ id, name: 'A-101', lockKey, holderName: 'Lin Mei' });

describe('claiming a unique key (C3)', () => {
  it('the first insert wins', async () => {
    expect(await store.claim('unitLock', [lock('mine', 'unit 1')])).toEqual({ won: true, isNew: true });
    expect(twenty.all('keyturnUnitLocks')).toMatchObject([{ id: 'mine', lockKey: 'unit 1' }]);
  });

  it('the second loses, is told who is in the way and leaves nothing behind', async () => {
    twenty.put('keyturnUnitLocks', [lock('theirs', 'unit 1')]);
    expect(await store.claim('unitLock', [lock('mine', 'unit 1')])).toEqual({
      won: false,
      conflictingId: 'theirs',
    });
    expect(ids('keyturnUnitLocks')).toEqual(['theirs']);
  });

  it('run again by the same request it has won already: its own row is no obstacle', async () => {
    await store.claim('unitLock', [lock('mine', 'unit 1')]);
    expect(await store.claim('unitLock', [lock('mine', 'unit 1')])).toEqual({ won: true, isNew: false });
    expect(ids('keyturnUnitLocks')).toEqual(['mine']);
  });

  it('of several rows it wins all or none', async () => {
    twenty.put('keyturnUnitLocks', [lock('theirs', 'unit 2')]);
    const rows = [lock('a', 'unit 1'), lock('b', 'unit 2')];
    expect(await store.claim('unitLock', rows)).toMatchObject({ won: false, conflictingId: 'theirs' });
    expect(ids('keyturnUnitLocks')).toEqual(['theirs']);
  });

  it('half of its own rows are not all of them', async () => {
    twenty.put('keyturnUnitLocks', [lock('a', 'unit 1')]);
    const rows = [lock('a', 'unit 1'), lock('b', 'unit 2')];
    expect(await store.claim('unitLock', rows)).toMatchObject({ won: false });
  });

  it('a cut connection is neither won nor lost; asked again, the server says which it was', async () => {
    twenty.cut = 'after';
    await expect(store.claim('unitLock', [lock('mine', 'unit 1')])).rejects.toBeInstanceOf(ConnectionCut);
    expect(await store.claim('unitLock', [lock('mine', 'unit 1')])).toEqual({ won: true, isNew: false });

    twenty.cut = 'before';
    await expect(store.claim('unitLock', [lock('other', 'unit 2')])).rejects.toBeInstanceOf(ConnectionCut);
    expect(await store.claim('unitLock', [lock('other', 'unit 2')])).toEqual({ won: true, isNew: true });
    expect(ids('keyturnUnitLocks')).toEqual(['mine', 'other']);
  });

  it('a refusal for another reason is an error, not a lost race', async () => {
    twenty.failures.set('createKeyturnUnitLocks', NOT_ALLOWED);
    await expect(store.claim('unitLock', [lock('mine', 'unit 1')])).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('more than 200 rows cannot be all or nothing and are refused before anything is sent', async () => {
    const rows = Array.from({ length: 201 }, (_, index) => lock(`${index}`, `unit ${index}`));
    await expect(store.claim('unitLock', rows)).rejects.toThrow(RangeError);
    expect(twenty.requests).toEqual([]);
  });

  it('the server may keep back who is in the way', async () => {
    twenty.failures.set('createKeyturnUnitLocks', { message: DUPLICATE });
    expect(await store.claim('unitLock', [lock('mine', 'unit 1')])).toEqual({
      won: false,
      conflictingId: null,
    });
  });
});

describe('writing', () => {
  const project = (id: string): Row => ({ id, name: `Project ${id}` });

  it('several objects cost one request, and the rows are there', async () => {
    twenty.put('keyturnUnits', [{ id: 'u', name: 'A-101', remark: '' }]);
    await store.write([
      { create: 'project', row: project('p') },
      { create: 'building', row: { id: 'b', name: 'Tower' } },
      { change: 'unit', record: { id: 'u' } as never, to: { remark: 'Corner' } },
    ]);
    expect(ids('keyturnProjects')).toEqual(['p']);
    expect(ids('keyturnBuildings')).toEqual(['b']);
    expect(twenty.all('keyturnUnits')).toMatchObject([{ remark: 'Corner' }]);
    expect(twenty.requests).toHaveLength(1);
  });

  it('450 rows go in three requests of 200 at most', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => project(`${index}`));
    await store.write([{ createMany: 'project', rows }]);
    expect(ids('keyturnProjects')).toHaveLength(450);
    expect(twenty.requests).toHaveLength(3);
  });

  it('each record of many gets values of its own, in one request', async () => {
    twenty.put('keyturnProjects', [project('a'), project('b')]);
    await store.write([
      {
        changeMany: 'project',
        changes: [
          { record: project('a') as never, to: { city: 'Tainan' } },
          { record: project('b') as never, to: { city: 'Taichung' } },
        ],
      },
    ]);
    expect(twenty.all('keyturnProjects')).toMatchObject([
      { id: 'a', name: 'Project a', city: 'Tainan' },
      { id: 'b', name: 'Project b', city: 'Taichung' },
    ]);
    expect(twenty.requests).toHaveLength(1);
  });

  it('nothing is written with no request at all', async () => {
    await store.write([]);
    await store.write([{ createMany: 'installment', rows: [] }]);
    await store.write([{ changeMany: 'installment', changes: [] }]);
    expect(twenty.requests).toEqual([]);
  });

  it('done twice it is done once: rows that are there already are the very same', async () => {
    const writes: Write[] = [
      { create: 'project', row: project('p') },
      { create: 'building', row: { id: 'b', name: 'Tower' } },
    ];
    await store.write(writes);
    await store.write(writes);
    expect(ids('keyturnProjects')).toEqual(['p']);
    expect(ids('keyturnBuildings')).toEqual(['b']);
  });

  it.each(['before', 'after'] as const)(
    'cut %s the work and done again, the rows are there once',
    async (cut) => {
      twenty.cut = cut;
      const writes: Write[] = [{ createMany: 'project', rows: [project('a'), project('b')] }];
      await expect(store.write(writes)).rejects.toBeInstanceOf(ConnectionCut);
      await store.write(writes);
      expect(ids('keyturnProjects')).toEqual(['a', 'b']);
    },
  );
});

describe('a write of which a part fails', () => {
  const receipt = (id: string, externalId: string) => ({ id, name: id, externalId });

  it('the parts that succeeded stay: the server stops for nobody', async () => {
    twenty.failures.set('createKeyturnProjects', NOT_ALLOWED);
    const writes: Write[] = [
      { create: 'project', row: { id: 'p', name: 'P' } },
      { create: 'building', row: { id: 'b', name: 'Tower' } },
    ];
    await expect(store.write(writes)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(ids('keyturnProjects')).toEqual([]);
    expect(ids('keyturnBuildings')).toEqual(['b']);
  });

  it.each([false, true])(
    'a key that another record has is told as such (its object named: %s)',
    async (named) => {
      twenty.namesObjects = named;
      twenty.put('keyturnReceipts', [receipt('theirs', 'BANK-1')]);
      const writes: Write[] = [
        { create: 'building', row: { id: 'b', name: 'Tower' } },
        { create: 'receipt', row: receipt('mine', 'BANK-1') },
      ];
      const written = store.write(writes);
      await expect(written).rejects.toBeInstanceOf(DuplicateKey);
      await expect(written).rejects.toMatchObject({ object: 'receipt', conflictingId: 'theirs' });
      expect(ids('keyturnBuildings')).toEqual(['b']);
      expect(ids('keyturnReceipts')).toEqual(['theirs']);
    },
  );

  it.each([false, true])(
    'its own row beside a foreign one: only the foreign one is in the way (object named: %s)',
    async (named) => {
      twenty.namesObjects = named;
      twenty.put('keyturnReceipts', [receipt('theirs', 'BANK-1')]);
      twenty.put('keyturnUnitLocks', [lock('mine', 'unit 1')]);
      const writes: Write[] = [
        { create: 'unitLock', row: lock('mine', 'unit 1') },
        { create: 'receipt', row: receipt('mine', 'BANK-1') },
      ];
      // Without its name it cannot be said whose key it is, only that the receipt is not there.
      const inTheWay = named ? { conflictingId: 'theirs' } : {};
      await expect(store.write(writes)).rejects.toMatchObject({ object: 'receipt', ...inTheWay });
    },
  );

  it('a change into a key that another record has is told as such', async () => {
    twenty.uniqueKeys.set('keyturnProjects', 'code');
    twenty.put('keyturnProjects', [
      { id: 'a', code: 'A' },
      { id: 'b', code: 'B' },
    ]);
    const change: Write = { change: 'project', record: { id: 'b' } as never, to: { code: 'A' } };
    await expect(store.write([change])).rejects.toMatchObject({ object: 'project', conflictingId: 'a' });
    expect(twenty.all('keyturnProjects')).toMatchObject([{ code: 'A' }, { code: 'B' }]);
  });

  it('a change that is not allowed is not taken for its neighbour’s duplicate', async () => {
    twenty.put('keyturnUnitLocks', [lock('mine', 'unit 1')]);
    twenty.put('keyturnUnits', [{ id: 'u', name: 'A-101' }]);
    twenty.failures.set('updateKeyturnUnit', NOT_ALLOWED);
    const writes: Write[] = [
      { create: 'unitLock', row: lock('mine', 'unit 1') },
      { change: 'unit', record: { id: 'u' } as never, to: { remark: 'Corner' } },
    ];
    await expect(store.write(writes)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('a request refused as a whole is an error', async () => {
    twenty.instead = () => Response.json({ data: null, errors: [{ message: 'Query too complex' }] });
    await expect(store.write([{ create: 'project', row: { id: 'p' } }])).rejects.toThrow('Query too complex');
    twenty.instead = null;
  });
});

describe('a guarded update', () => {
  const seal = { state: 'PLANNED', heldAs: null, holder: null, heldUntil: null, releasedAt: null };
  const planned = (id: string): Row => ({ id, name: id, state: 'PLANNED', claimKey: null, seal });
  const released = {
    state: 'AVAILABLE',
    heldAs: null,
    holder: '',
    heldUntil: null,
    releasedAt: '2025-03-01T00:00:00Z',
  } as const;

  it('changes what matches at that moment and names it', async () => {
    twenty.put('keyturnUnits', [planned('a'), planned('b'), { ...planned('c'), state: 'CONTRACTED' }]);
    const filter = { id: { in: ['a', 'c'] }, state: { in: ['PLANNED' as const] } };
    expect(await store.changeWhere('unit', filter, { claimKey: 'request-1' })).toEqual(['a']);
    expect(twenty.all('keyturnUnits').map(({ claimKey }) => claimKey)).toEqual(['request-1', null, null]);
  });

  it('that matches nothing changes nothing', async () => {
    twenty.put('keyturnUnits', [planned('a')]);
    expect(await store.changeWhere('unit', { id: 'a', claimKey: 'other' }, released)).toEqual([]);
    expect(twenty.all('keyturnUnits')).toEqual([planned('a')]);
  });

  it('with all decided fields seals them', async () => {
    twenty.put('keyturnUnits', [planned('a')]);
    await store.changeWhere('unit', { id: 'a' }, released);
    expect(twenty.all('keyturnUnits')).toMatchObject([
      { state: 'AVAILABLE', seal: { state: 'AVAILABLE', holder: '', heldUntil: null } },
    ]);
  });

  it('with none of them leaves the seal alone', async () => {
    twenty.put('keyturnUnits', [planned('a')]);
    await store.changeWhere('unit', { id: 'a' }, { claimKey: 'request-1' });
    expect(twenty.all('keyturnUnits')).toMatchObject([{ seal }]);
  });

  it('with some of them is refused: it does not know the others to seal them', async () => {
    twenty.put('keyturnUnits', [planned('a')]);
    await expect(store.changeWhere('unit', { id: 'a' }, { state: 'AVAILABLE' })).rejects.toThrow(
      'A guarded update of unit must give all sealed fields',
    );
    expect(twenty.all('keyturnUnits')).toEqual([planned('a')]);
  });

  it('of an object without a seal writes just what it was given', async () => {
    twenty.put('keyturnUnitLocks', [lock('mine', 'unit 1')]);
    await store.changeWhere('unitLock', { id: 'mine', lockKey: 'unit 1' }, { lockKey: '' });
    expect(twenty.all('keyturnUnitLocks')).toEqual([{ ...lock('mine', 'unit 1'), lockKey: '' }]);
  });

  it('that is refused is an error', async () => {
    twenty.failures.set('updateKeyturnUnits', NOT_ALLOWED);
    await expect(store.changeWhere('unit', { id: 'a' }, { claimKey: 'x' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('destroying', () => {
  it('takes what matches and nothing else', async () => {
    twenty.put('keyturnContracts', [
      { id: 'a', state: 'DRAFT' },
      { id: 'b', state: 'SIGNED' },
    ]);
    await store.destroyWhere('contract', { id: 'b', state: 'DRAFT' });
    expect(ids('keyturnContracts')).toEqual(['a', 'b']);
    await store.destroyWhere('contract', { id: 'a', state: 'DRAFT' });
    expect(ids('keyturnContracts')).toEqual(['b']);
  });
});

describe('there and back', () => {
  it('what is written is read as it was, amounts and dates and the seal with it', async () => {
    const row = {
      id: 'i',
      name: 'C-1 · 1 Signing',
      contractId: 'c',
      seq: 1,
      dueOn: null,
      amount: money(12_345_678_901n, 'EUR'),
      paid: money(0n, 'EUR'),
      state: 'SCHEDULED' as const,
      anchor: 'HANDOVER' as const,
      monthsAfter: 0,
    };
    await store.write([{ create: 'installment', row }]);
    const { installments } = await store.read({
      installments: { object: 'installment', filter: { id: 'i' } },
    });
    expect(installments).toMatchObject([row]);
  });

  it('after a change of a decided field by a command, commands see the new value', async () => {
    const row = { id: 'r', name: 'R', state: 'ACTIVE' as const, price: money(100n, 'EUR') };
    await store.write([{ create: 'reservation', row }]);
    const read = async () => {
      const { found } = await store.read({ found: { object: 'reservation', filter: { id: 'r' } } });
      return found[0];
    };
    const record = await read();
    if (record === undefined) throw new Error('The reservation is not there');
    await store.write([{ change: 'reservation', record, to: { state: 'EXPIRED' } }]);
    expect(await read()).toMatchObject({ state: 'EXPIRED', price: money(100n, 'EUR') });
    Object.assign(twenty.all('keyturnReservations')[0] ?? {}, { state: 'ACTIVE' });
    expect(await read()).toMatchObject({ state: 'EXPIRED' });
  });
});

describe('a notice', () => {
  it('is a note with a target on the record', async () => {
    twenty.instead = ({ query }) =>
      Response.json({
        data: { [query.includes('createNoteTarget') ? 'createNoteTarget' : 'createNote']: { id: 'note 1' } },
      });
    await twentyNotices(client).tell('unitLock', 'lock 1', 'Changed by hand', 'It was put back.');
    twenty.instead = null;
    expect(twenty.requests.map(({ variables }) => variables.data)).toEqual([
      { title: 'Changed by hand', bodyV2: { markdown: 'It was put back.' } },
      { noteId: 'note 1', targetKeyturnUnitLockId: 'lock 1' },
    ]);
  });
});
