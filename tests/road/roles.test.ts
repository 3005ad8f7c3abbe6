/** C5: who may do what, decided on the server, whatever door is used. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildSite,
  euros,
  expectDone,
  type Ground,
  openGround,
  reserve,
  type Site,
  sell,
  TODAY,
} from './ground.ts';

describe('roles', () => {
  let ground: Ground;
  let site: Site;
  beforeAll(async () => {
    ground = await openGround();
    site = await buildSite(ground.client, { units: 6, buyers: 2 });
  });
  afterAll(() => ground.close());

  it('a salesperson reserves a unit although the role can edit neither its state nor its price', async () => {
    const sales = ground.as('Keyturn Sales');
    const [unitId = '', buyerId = ''] = [site.unitIds[0], site.buyerIds[0]];
    for (const data of [{ state: 'AVAILABLE' }, { listPrice: euros('1.00') }]) {
      const edit = sales.graphql(
        'mutation ($id: UUID!, $data: KeyturnUnitUpdateInput!) { updateKeyturnUnit(id: $id, data: $data) { id } }',
        { id: unitId, data },
      );
      await expect(edit).rejects.toThrow(/permission/i);
    }
    expectDone(await reserve(sales, unitId, buyerId));
    const { keyturnReservations } = await ground.client.graphql<{
      keyturnReservations: {
        edges: { node: { salesperson: { name: { firstName: string } }; createdBy: { source: string } } }[];
      };
    }>(
      'query ($id: UUID!) { keyturnReservations(filter: { unitId: { eq: $id } }) { edges { node { salesperson { name { firstName } } createdBy { source } } } } }',
      { id: unitId },
    );
    expect(keyturnReservations.edges[0]?.node.createdBy.source).toBe('APPLICATION');
    expect(keyturnReservations.edges[0]?.node.salesperson.name.firstName).not.toBe('');
  });

  it('a salesperson may not agree on another price than the list price; a manager may', async () => {
    const body = { unitId: site.unitIds[1], buyerId: site.buyerIds[0], price: '1200000.00' };
    const refused = await ground
      .as('Keyturn Sales')
      .command('deal', 'reserve-unit', { requestId: randomUUID(), ...body });
    expect(refused).toMatchObject({ ok: false, status: 403, code: 'PRICE_NOT_YOURS_TO_SET' });
    expectDone(
      await ground
        .as('Keyturn Sales manager')
        .command('deal', 'reserve-unit', { requestId: randomUUID(), ...body }),
    );
  });

  it.each([
    ['Keyturn Sales', 'inventory', 'release-units', 'controlSales'],
    ['Keyturn Sales', 'ledger', 'record-receipt', 'keepAccounts'],
    ['Keyturn Sales', 'handover', 'hand-over', 'handOver'],
    ['Keyturn Sales manager', 'ledger', 'record-receipt', 'keepAccounts'],
    ['Keyturn Finance', 'deal', 'reserve-unit', 'sell'],
    ['Keyturn Finance', 'inventory', 'release-units', 'controlSales'],
  ])('%s may not %s/%s: the refusal names the right', async (role, room, command, right) => {
    const body = {
      requestId: randomUUID(),
      unitIds: site.unitIds,
      unitId: site.unitIds[2],
      buyerId: site.buyerIds[0],
      contractId: randomUUID(),
      amount: '1.00',
      method: 'CASH',
      receivedOn: TODAY,
      handedOverOn: TODAY,
      receivedBy: 'Nobody',
      keySets: 1,
    };
    const answer = await ground.as(role).command(room, command, body);
    expect(answer).toMatchObject({ ok: false, status: 403, code: 'NO_RIGHT', facts: { right } });
  });

  it('finance records money on a contract that sales signed', async () => {
    const { contractId } = await sell(ground.as('Keyturn Sales'), site, 3);
    const body = {
      requestId: randomUUID(),
      contractId,
      amount: '5000.00',
      method: 'CASH',
      receivedOn: TODAY,
    };
    expectDone(await ground.as('Keyturn Finance').command('ledger', 'record-receipt', body));
  });

  it('without a token, or with a broken one, nobody gets in', async () => {
    for (const authorization of [
      '',
      'Bearer nonsense',
      `Bearer ${ground.workspace.apiKey.slice(0, -4)}AAAA`,
    ]) {
      const response = await fetch(`${ground.workspace.url}/s/keyturn/deal/reserve-unit`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ requestId: randomUUID(), unitId: site.unitIds[4], buyerId: site.buyerIds[0] }),
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ ok: false, refusal: { code: 'NOT_SIGNED_IN' } });
    }
  });

  it('a refusal comes in Chinese when the caller asks for it', async () => {
    const { url, apiKey } = ground.workspace;
    const response = await fetch(`${url}/s/keyturn/deal/reserve-unit`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${apiKey}`,
        'accept-language': 'zh-CN,zh;q=0.9',
      },
      body: JSON.stringify({ requestId: randomUUID(), unitId: site.unitIds[0], buyerId: site.buyerIds[1] }),
    });
    const { refusal } = (await response.json()) as { refusal: { message: string } };
    expect(refusal.message).toContain('已由 Buyer 1 保留至');
  });
});
