import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { personName } from '#widgets/shared/people/person-name.ts';
import { searchPeople } from '#widgets/shared/people/read-people.ts';

let documents: string[];

beforeEach(() => {
  documents = [];
  vi.stubEnv('TWENTY_API_URL', 'https://crm.test');
  vi.stubGlobal('fetch', async (_url: string, init: { body: string }) => {
    documents.push((JSON.parse(init.body) as { query: string }).query);
    const ada = {
      id: 'p1',
      name: { firstName: 'Ada', lastName: 'Lovelace' },
      emails: { primaryEmail: 'ada@x.org' },
      phones: null,
    };
    const nameless = {
      id: 'p2',
      name: null,
      emails: { primaryEmail: 'b@x.org' },
      phones: { primaryPhoneNumber: '123' },
    };
    return Response.json({ data: { people: { edges: [{ node: ada }, { node: nameless }] } } });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe('the search for a buyer', () => {
  it('wants every word in a name or the address', async () => {
    expect(await searchPeople('ada love')).toEqual([
      { id: 'p1', name: 'Ada Lovelace', detail: 'ada@x.org' },
      { id: 'p2', name: 'b@x.org', detail: 'b@x.org · 123' },
    ]);
    expect(documents[0]).toContain('{ name: { firstName: { ilike: "%ada%" } } }');
    expect(documents[0]).toContain('{ emails: { primaryEmail: { ilike: "%love%" } } }');
  });

  it('finds a Chinese name written in one word', async () => {
    await searchPeople('王小明');
    expect(documents[0]).toContain(
      '{ and: [{ name: { lastName: { ilike: "%王%" } } }, { name: { firstName: { ilike: "%小明%" } } }] }',
    );
  });

  it('takes wildcards and quotes as what they are', async () => {
    await searchPeople('50%_"');
    expect(documents[0]).toContain(String.raw`"%50\\%\\_\"%"`);
  });

  it('asks nothing for nothing', async () => {
    expect(await searchPeople('  ')).toEqual([]);
    expect(documents).toEqual([]);
  });
});

describe('the name of a person', () => {
  it.each([
    [{ firstName: 'Ada', lastName: 'Lovelace' }, 'Ada Lovelace'],
    [{ firstName: '小明', lastName: '王' }, '王小明'],
    [{ firstName: 'Ada', lastName: null }, 'Ada'],
    [{ firstName: '', lastName: ' ' }, null],
    [null, null],
  ])('%j is %s', (name, text) => {
    expect(personName(name)).toBe(text);
  });
});
