import { HttpResponse } from 'msw';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RIGHTS, type Right } from '#domain/system/index.ts';
import { identifyCaller } from '#twenty/caller.ts';
import { ConnectionCut } from '#twenty/client.ts';
import { type Asked, type Failure, NOT_ALLOWED, SmallTwenty, URL_OF_TWENTY } from './small-twenty.ts';

const twenty = new SmallTwenty();

const tokenOf = (claims: unknown) =>
  ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'signature'].join('.');

const APPLICATION = {
  apiUrl: URL_OF_TWENTY,
  applicationToken: tokenOf({ workspaceId: 'here', type: 'APPLICATION' }),
};
const MEMBER = tokenOf({ workspaceId: 'here', type: 'ACCESS', userId: 'user 1' });
const KEY = tokenOf({ workspaceId: 'here', type: 'API_KEY' });

const UNAUTHENTICATED: Failure = { message: 'Token invalid.', extensions: { code: 'UNAUTHENTICATED' } };
const BOOM: Failure = { message: 'Boom', extensions: { code: 'INTERNAL_SERVER_ERROR' } };

type Person = {
  email: string;
  workspaceMember: { id: string; name: { firstName: string; lastName: string } | null } | null;
};

/** Whom the server knows: each token with the rights of its role, people with who they are. */
const known = new Map<string, { rights: readonly Right[]; person?: Person }>();
let failure: Failure | null = null;

function answer({ path, query, token }: Asked): Response {
  const caller = known.get(token);
  if (path === '/metadata') return HttpResponse.json({ data: { currentUser: caller?.person ?? null } });
  if (failure !== null) return HttpResponse.json({ data: { keyturnRights: null }, errors: [failure] });
  if (caller === undefined) return HttpResponse.json({ errors: [UNAUTHENTICATED] });
  const denied = RIGHTS.some(
    (right) => new RegExp(`\\b${right}\\b`).test(query) && !caller.rights.includes(right),
  );
  if (denied) return HttpResponse.json({ data: { keyturnRights: null }, errors: [NOT_ALLOWED] });
  return HttpResponse.json({ data: { keyturnRights: { totalCount: 0, edges: [] } } });
}

const LIN: Person = {
  email: 'lin.mei@example.com',
  workspaceMember: { id: 'member 1', name: { firstName: 'Mei', lastName: 'Lin' } },
};

beforeAll(() => twenty.server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => {
  known.clear();
  failure = null;
  twenty.requests.length = 0;
  twenty.instead = answer;
});
afterAll(() => twenty.server.close());

const identify = (authorization: string | undefined, needed: Right = 'sell', extra: readonly Right[] = []) =>
  identifyCaller(APPLICATION, authorization, needed, extra);

const NOT_SIGNED_IN = { refused: { code: 'NOT_SIGNED_IN' } };

describe('nobody is let in', () => {
  it.each([
    ['without a header', undefined],
    ['with an empty header', ''],
    ['with a password', 'Basic bGluOm1laQ=='],
    ['with a bare token', MEMBER],
    ['with no token after Bearer', 'Bearer '],
    ['with two tokens', `Bearer ${MEMBER} ${MEMBER}`],
    ['with a token that is none', 'Bearer nonsense'],
    ['with a token whose middle is no JSON', 'Bearer a.b.c'],
    ['with a token of another workspace', `Bearer ${tokenOf({ workspaceId: 'elsewhere', type: 'ACCESS' })}`],
    ['with a token of no workspace', `Bearer ${tokenOf({ type: 'ACCESS' })}`],
    ['with a key of another workspace', `Bearer ${tokenOf({ workspaceId: 'elsewhere', type: 'API_KEY' })}`],
  ])('%s', async (_name, authorization) => {
    const [, token = ''] = (authorization ?? '').split(' ');
    known.set(token, { rights: RIGHTS, person: LIN });
    expect(await identify(authorization)).toEqual(NOT_SIGNED_IN);
    expect(twenty.requests).toEqual([]);
  });

  it.each([
    ['a token that the server does not accept', MEMBER],
    ['a key that the server does not accept', KEY],
  ])('with %s, whatever it says of itself', async (_name, token) => {
    expect(await identify(`Bearer ${token}`)).toEqual(NOT_SIGNED_IN);
  });

  it('the application itself is no caller', async () => {
    known.set(APPLICATION.applicationToken, { rights: RIGHTS });
    expect(await identify(`Bearer ${APPLICATION.applicationToken}`)).toEqual(NOT_SIGNED_IN);
  });
});

describe('a member', () => {
  it('with the right is let in by name', async () => {
    known.set(MEMBER, { rights: ['sell'], person: LIN });
    expect(await identify(`Bearer ${MEMBER}`)).toEqual({
      plan: { memberId: 'member 1', name: 'Mei Lin', rights: new Set(['sell']) },
    });
  });

  it('without it is refused by what is missing', async () => {
    known.set(MEMBER, { rights: ['sell'], person: LIN });
    expect(await identify(`Bearer ${MEMBER}`, 'keepAccounts')).toEqual({
      refused: { code: 'NO_RIGHT', right: 'keepAccounts' },
    });
  });

  it.each<[Right[], Right[]]>([
    [['sell'], ['sell']],
    [
      ['sell', 'controlSales'],
      ['sell', 'controlSales'],
    ],
    [['sell', 'administer'], ['sell']],
  ])('of the further rights a command can use, %j grant %j', async (rights, granted) => {
    known.set(MEMBER, { rights, person: LIN });
    expect(await identify(`Bearer ${MEMBER}`, 'sell', ['controlSales'])).toMatchObject({
      plan: { rights: new Set(granted) },
    });
  });

  it('a further right does not stand in for the one that is needed', async () => {
    known.set(MEMBER, { rights: ['controlSales'], person: LIN });
    expect(await identify(`Bearer ${MEMBER}`, 'sell', ['controlSales'])).toEqual({
      refused: { code: 'NO_RIGHT', right: 'sell' },
    });
  });

  it.each([
    ['by the last name alone', { id: 'm', name: { firstName: '', lastName: 'Lin' } }, 'm', 'Lin'],
    ['by the address, without a name', { id: 'm', name: null }, 'm', 'lin.mei@example.com'],
    ['by the address, without a membership', null, null, 'lin.mei@example.com'],
  ])('is named %s', async (_name, workspaceMember, memberId, name) => {
    known.set(MEMBER, { rights: ['sell'], person: { ...LIN, workspaceMember } });
    expect(await identify(`Bearer ${MEMBER}`)).toMatchObject({ plan: { memberId, name } });
  });

  it('the word Bearer may be written small', async () => {
    known.set(MEMBER, { rights: ['sell'], person: LIN });
    expect(await identify(`bearer ${MEMBER}`)).toHaveProperty('plan');
  });

  it('is asked for with the caller’s token, never with the application’s', async () => {
    known.set(MEMBER, { rights: ['sell'], person: LIN });
    await identify(`Bearer ${MEMBER}`, 'sell', ['controlSales']);
    expect(twenty.requests.length).toBeGreaterThan(0);
    expect(twenty.requests.every(({ token }) => token === MEMBER)).toBe(true);
  });
});

describe('an API key', () => {
  it('with the right is let in, as nobody in particular', async () => {
    known.set(KEY, { rights: ['keepAccounts'] });
    expect(await identify(`Bearer ${KEY}`, 'keepAccounts')).toEqual({
      plan: { memberId: null, name: 'API key', rights: new Set(['keepAccounts']) },
    });
  });

  it('without it is refused', async () => {
    known.set(KEY, { rights: ['keepAccounts'] });
    expect(await identify(`Bearer ${KEY}`, 'sell')).toEqual({ refused: { code: 'NO_RIGHT', right: 'sell' } });
  });
});

describe('a server in trouble', () => {
  it.each([
    ['a member', MEMBER],
    ['a key', KEY],
  ])('is not taken for a missing right of %s: the error is passed on', async (_name, token) => {
    known.set(token, { rights: ['sell'], person: LIN });
    failure = BOOM;
    await expect(identify(`Bearer ${token}`)).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  });

  it.each([
    ['a member', MEMBER],
    ['a key', KEY],
  ])('that does not answer lets %s not in', async (_name, token) => {
    known.set(token, { rights: ['sell'], person: LIN });
    twenty.instead = () => HttpResponse.error();
    await expect(identify(`Bearer ${token}`)).rejects.toBeInstanceOf(ConnectionCut);
  });

  it('that answers with a page of its proxy lets nobody in', async () => {
    known.set(MEMBER, { rights: ['sell'], person: LIN });
    twenty.instead = () => new HttpResponse('<html>502</html>', { status: 502 });
    await expect(identify(`Bearer ${MEMBER}`)).rejects.toThrow('no JSON');
  });
});
