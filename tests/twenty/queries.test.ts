import { HttpResponse } from 'msw';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ObjectName } from '#port/records.ts';
import type { AnyRead, Store } from '#port/store.ts';
import { twentyClient } from '#twenty/client.ts';
import { twentyStore } from '#twenty/store.ts';
import { NOT_ALLOWED, type Row, SmallTwenty, URL_OF_TWENTY } from './small-twenty.ts';

const twenty = new SmallTwenty();
const store: Store = twentyStore(twentyClient(URL_OF_TWENTY, 'token'));

beforeAll(() => twenty.server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => {
  twenty.requests.length = 0;
  twenty.rows.clear();
  twenty.failures.clear();
  twenty.instead = null;
});
afterAll(() => twenty.server.close());

const many = (count: number, fields: (index: number) => Record<string, unknown> = () => ({})): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `row ${index}`,
    name: `Row ${index}`,
    ...fields(index),
  }));

/** Reads that are made up at run time. */
const read = (queries: Record<string, AnyRead>) => store.read(queries) as Promise<Record<string, Row[]>>;
const of = (object: ObjectName, rest: object = {}) => ({ object, filter: {}, ...rest }) as AnyRead;

describe('several reads at once', () => {
  it('of different objects cost one request', async () => {
    twenty.put('keyturnUnits', many(2));
    twenty.put('keyturnProjects', many(3));
    const answers = await read({ units: of('unit'), projects: of('project'), buildings: of('building') });
    expect(answers.units).toHaveLength(2);
    expect(answers.projects).toHaveLength(3);
    expect(answers.buildings).toEqual([]);
    expect(twenty.requests).toHaveLength(1);
  });

  it('of the same object cost two: Twenty refuses a root field twice', async () => {
    twenty.put(
      'keyturnUnits',
      many(4, (index) => ({ number: `${index % 2}` })),
    );
    const answers = await read({
      even: of('unit', { filter: { number: '0' } }),
      projects: of('project'),
      odd: of('unit', { filter: { number: '1' } }),
    });
    expect(answers.even?.map(({ id }) => id)).toEqual(['row 0', 'row 2']);
    expect(answers.odd?.map(({ id }) => id)).toEqual(['row 1', 'row 3']);
    expect(twenty.requests).toHaveLength(2);
  });

  it('none is asked for nothing', async () => {
    expect(await read({})).toEqual({});
    expect(twenty.requests).toEqual([]);
  });

  it('one that fails fails them all: half an answer decides nothing', async () => {
    twenty.put('keyturnUnits', many(1));
    twenty.failures.set('keyturnProjects', NOT_ALLOWED);
    await expect(read({ units: of('unit'), projects: of('project') })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('pages', () => {
  it.each([
    [0, 1],
    [1, 1],
    [200, 1],
    [201, 2],
    [400, 2],
    [950, 5],
  ])('%i records come whole and in order, in %i requests', async (count, requests) => {
    twenty.put('keyturnUnits', many(count));
    const { units } = await read({ units: of('unit') });
    expect(units?.map(({ id }) => id)).toEqual(many(count).map(({ id }) => id));
    expect(twenty.requests).toHaveLength(requests);
  });

  it('further pages are asked only of what has them, together', async () => {
    twenty.put('keyturnUnits', many(450));
    twenty.put('keyturnBuildings', many(250));
    twenty.put('keyturnProjects', many(3));
    const answers = await read({ units: of('unit'), buildings: of('building'), projects: of('project') });
    expect([answers.units, answers.buildings, answers.projects].map((rows) => rows?.length)).toEqual([
      450, 250, 3,
    ]);
    expect(twenty.requests.map(({ query }) => query.match(/\bkeyturn\w+\(/g)?.length)).toEqual([3, 2, 1]);
  });

  it('two reads of one object, each of several pages, do not mix their rows', async () => {
    twenty.put(
      'keyturnUnits',
      many(900, (index) => ({ number: `${index % 2}` })),
    );
    const answers = await read({
      even: of('unit', { filter: { number: '0' } }),
      odd: of('unit', { filter: { number: '1' } }),
    });
    expect(answers.even?.map(({ number }) => number)).toEqual(Array(450).fill('0'));
    expect(answers.odd?.map(({ number }) => number)).toEqual(Array(450).fill('1'));
  });

  it.each([
    [1, 1],
    [200, 1],
    [250, 2],
    [2_000, 2],
  ])('a limit of %i is kept', async (limit, requests) => {
    twenty.put('keyturnUnits', many(300));
    const { units } = await read({ units: of('unit', { limit }) });
    expect(units).toHaveLength(Math.min(limit, 300));
    expect(twenty.requests).toHaveLength(requests);
  });

  it('a connection cut between two pages gives no half answer', async () => {
    twenty.put('keyturnUnits', many(300));
    twenty.instead = () => (twenty.requests.length === 2 ? HttpResponse.error() : null);
    const asked = read({ units: of('unit') });
    await expect(asked).rejects.toThrow('No answer');
  });
});

describe('an empty list', () => {
  it('holds nothing, so nothing is asked: Twenty refuses the question', async () => {
    twenty.put('keyturnUnits', many(3));
    const { units } = await read({ units: of('unit', { filter: { id: { in: [] } } }) });
    expect(units).toEqual([]);
    expect(twenty.requests).toEqual([]);
  });

  it('keeps nobody else from being asked', async () => {
    twenty.put('keyturnUnits', many(3));
    const answers = await read({
      none: of('person', { filter: { id: { in: [] } } }),
      units: of('unit', { filter: { id: { in: ['row 1'] } } }),
    });
    expect(answers.none).toEqual([]);
    expect(answers.units?.map(({ id }) => id)).toEqual(['row 1']);
    expect(twenty.requests).toHaveLength(1);
  });
});

describe('conditions', () => {
  const rows = [
    { id: 'a', name: 'A', number: '1', holder: 'Lin Mei', heldUntil: '2025-03-01T00:00:00.000Z' },
    { id: 'b', name: 'B', number: '2', holder: null, heldUntil: null },
    { id: 'c', name: 'C', number: '3', holder: 'Chen Wei', heldUntil: '2025-03-02T00:00:00.000Z' },
  ];

  it.each([
    ['equal', { number: '2' }, ['b']],
    ['one of several', { number: { in: ['1', '3'] } }, ['a', 'c']],
    ['an empty text', { holder: '' }, ['b']],
    ['nothing', { heldUntil: null }, ['b']],
    ['anything', { holder: { not: '' } }, ['a', 'c']],
    ['not nothing', { heldUntil: { not: null } }, ['a', 'c']],
    ['not this', { number: { not: '1' } }, ['b', 'c']],
    ['at most', { heldUntil: { lte: '2025-03-01T00:00:00.000Z' } }, ['a']],
    ['less', { heldUntil: { lt: '2025-03-01T00:00:00.000Z' } }, []],
    ['more', { heldUntil: { gt: '2025-03-01T00:00:00.000Z' } }, ['c']],
    ['two at once', { holder: { not: '' }, number: { in: ['1', '2'] } }, ['a']],
    ['none', {}, ['a', 'b', 'c']],
  ])('%s', async (_name, filter, ids) => {
    twenty.put('keyturnUnits', rows);
    const { units } = await read({ units: of('unit', { filter }) });
    expect(units?.map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    ['ASC', ['a', 'b', 'c']],
    ['DESC', ['c', 'b', 'a']],
  ])('the order %s is asked of the server', async (way, ids) => {
    twenty.put(
      'keyturnUnits',
      [rows[1], rows[2], rows[0]].flatMap((row) => (row ? [row] : [])),
    );
    const { units } = await read({ units: of('unit', { orderBy: { name: way } }) });
    expect(units?.map(({ id }) => id)).toEqual(ids);
  });
});

describe('what was made by hand', () => {
  it('is no receipt: a row without a seal counts for nothing', async () => {
    const seal = { state: 'CLEARED' };
    twenty.put('keyturnReceipts', [
      { id: 'booked', name: 'R-1', seal },
      { id: 'by hand', name: 'R-2', seal: null },
    ]);
    const { receipts } = await read({ receipts: of('receipt') });
    expect(receipts?.map(({ id }) => id)).toEqual(['booked']);
  });

  it('is a unit, which people make, at the beginning of its states', async () => {
    twenty.put('keyturnUnits', [{ id: 'by hand', name: 'A-101', state: 'CONTRACTED', seal: null }]);
    const { units } = await read({ units: of('unit') });
    expect(units).toMatchObject([{ id: 'by hand', state: 'PLANNED' }]);
  });

  it('the watch sees both, as sealed and as stored', async () => {
    twenty.put('keyturnReceipts', [
      { id: 'a', name: 'R-1', state: 'REVERSED', seal: { state: 'CLEARED' } },
      { id: 'b', name: 'R-2', state: 'CLEARED', seal: null },
    ]);
    expect(await store.observe('receipt', {})).toMatchObject([
      { isSealed: true, sealed: { state: 'CLEARED' }, stored: { state: 'REVERSED' } },
      { isSealed: false, sealed: { state: 'DRAFT' }, stored: { state: 'CLEARED' } },
    ]);
  });
});
