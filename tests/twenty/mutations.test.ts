import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Write } from '#port/store.ts';
import { intoRequests, type Mutation, mutationsOf } from '#twenty/mutations.ts';

const mutation = (root: string): Mutation => ({ object: 'unit', root, arguments: {}, createdIds: [] });
const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `row ${index}` }));

describe('grouping into requests', () => {
  it.each([
    [[], []],
    [['a', 'b', 'c'], [['a', 'b', 'c']]],
    [
      ['a', 'a'],
      [['a'], ['a']],
    ],
    [
      ['a', 'a', 'b', 'a', 'b'],
      [['a', 'b'], ['a', 'b'], ['a']],
    ],
  ])('%j becomes %j', (roots, requests) => {
    const made = intoRequests(roots.map(mutation)).map((request) => request.map(({ root }) => root));
    expect(made).toEqual(requests);
  });

  it('no request has a root field twice or more than twenty of them, and nothing is lost', () => {
    const anyRoots = fc.array(
      fc.integer({ min: 0, max: 40 }).map((number) => `root ${number}`),
      { maxLength: 120 },
    );
    fc.assert(
      fc.property(anyRoots, (roots) => {
        const requests = intoRequests(roots.map(mutation)).map((request) => request.map(({ root }) => root));
        expect(requests.flat().sort()).toEqual([...roots].sort());
        for (const request of requests) {
          expect(new Set(request).size).toBe(request.length);
          expect(request.length).toBeLessThanOrEqual(20);
          expect(request.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('a write as mutations', () => {
  it.each<[string, Write, string[], number[]]>([
    ['one new row', { create: 'unit', row: { id: '1' } }, ['createKeyturnUnits'], [1]],
    ['no new rows', { createMany: 'installment', rows: [] }, [], []],
    [
      '450 new rows',
      { createMany: 'installment', rows: rows(450) },
      ['createKeyturnInstallments', 'createKeyturnInstallments', 'createKeyturnInstallments'],
      [200, 200, 50],
    ],
    ['no changes', { changeMany: 'unit', changes: [] }, [], []],
  ])('%s', (_name, write, roots, counts) => {
    const made = mutationsOf(write);
    expect(made.map(({ root }) => root)).toEqual(roots);
    expect(made.map(({ createdIds }) => createdIds.length)).toEqual(counts);
  });

  it('a change names its record, and creates nothing', () => {
    const record = { id: '1', name: 'A-101' } as never;
    const [made] = mutationsOf({ change: 'project', record, to: { city: 'Tainan' } });
    expect(made).toMatchObject({
      root: 'updateKeyturnProject',
      arguments: { id: { value: '1' }, data: { value: { city: 'Tainan' } } },
      createdIds: [],
    });
  });

  it('an audit entry is one of many audit entries', () => {
    const [made] = mutationsOf({ create: 'auditEntry', row: { id: '1' } });
    expect(made?.root).toBe('createKeyturnAuditEntries');
    expect(made?.arguments.data?.type).toBe('[KeyturnAuditEntryCreateInput!]!');
  });
});
