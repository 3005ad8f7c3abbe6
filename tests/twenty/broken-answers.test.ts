/** Answers that are no GraphQL, or not whole: nothing is taken for done and nobody is let in. */
import { HttpResponse } from 'msw';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { money } from '#domain/shared/money.ts';
import { identifyCaller } from '#twenty/caller.ts';
import { twentyClient } from '#twenty/client.ts';
import { twentyStore } from '#twenty/store.ts';
import { NOT_ALLOWED, SmallTwenty, URL_OF_TWENTY } from './small-twenty.ts';

const twenty = new SmallTwenty();
const store = twentyStore(twentyClient(URL_OF_TWENTY, 'token'));
beforeAll(() => twenty.server.listen());
beforeEach(() => {
  twenty.rows.clear();
  twenty.failures.clear();
  twenty.uniqueKeys.clear();
  twenty.instead = null;
});
afterAll(() => twenty.server.close());

const token = (claims: unknown) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;
const APPLICATION = { apiUrl: URL_OF_TWENTY, applicationToken: token({ workspaceId: 'w' }) };

const noGraphql = (status: number) => () =>
  HttpResponse.json({ statusCode: status, message: 'Broken' }, { status });

describe('an answer in JSON that is no GraphQL', () => {
  it.each([429, 500, 502])('status %i: a claim is not won (C3: no double sale)', async (status) => {
    twenty.instead = noGraphql(status);
    await expect(store.claim('unitLock', [{ id: 'a', lockKey: 'u' }])).rejects.toThrow(String(status));
  });

  it('is no write that was done', async () => {
    twenty.instead = noGraphql(500);
    await expect(store.write([{ create: 'unitLock', row: { id: 'a', lockKey: 'u' } }])).rejects.toThrow();
  });

  it('grants no right, not even to a token that looks like an API key', async () => {
    twenty.instead = noGraphql(401);
    const forged = token({ workspaceId: 'w', type: 'API_KEY' });
    await expect(identifyCaller(APPLICATION, `Bearer ${forged}`, 'administer')).rejects.toThrow();
  });
});

describe('half an answer', () => {
  it('a failing server is not taken for somebody who is not signed in', async () => {
    const failure = { message: 'boom', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
    twenty.instead = ({ path }) =>
      HttpResponse.json(
        path === '/metadata' ? { data: null, errors: [failure] } : { data: { keyturnRights: {} } },
      );
    const caller = identifyCaller(APPLICATION, `Bearer ${token({ workspaceId: 'w' })}`, 'sell');
    await expect(caller).rejects.toThrow('boom');
  });

  it('a token whose content is nothing belongs to nobody', async () => {
    const answer = await identifyCaller(APPLICATION, `Bearer ${token(null)}`, 'sell');
    expect(answer).toEqual({ refused: { code: 'NOT_SIGNED_IN' } });
  });

  it('a forbidden write beside a repeated one is told as forbidden', async () => {
    twenty.uniqueKeys.set('keyturnUnitLocks', 'lockKey');
    twenty.put('keyturnUnitLocks', [{ id: 'mine', lockKey: 'u' }]);
    twenty.failures.set('createKeyturnReceipts', NOT_ALLOWED);
    const writes = store.write([
      { create: 'unitLock', row: { id: 'mine', lockKey: 'u' } },
      { create: 'receipt', row: { id: 'r' } },
    ]);
    await expect(writes).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('an amount of a millionth typed by hand jams neither the record nor the watch', async () => {
    const seal = { state: 'SIGNED', price: { amount: '1.00', currency: 'EUR' } };
    const price = { amountMicros: 1, currencyCode: 'EUR' };
    twenty.put('keyturnContracts', [{ id: 'c', name: 'C', state: 'SIGNED', price, seal }]);
    const { contracts } = await store.read({ contracts: { object: 'contract', filter: { id: 'c' } } });
    expect(contracts[0]?.price).toEqual(money(100n, 'EUR'));
    expect(await store.observe('contract', { id: 'c' })).toHaveLength(1);
  });
});
