/** Call pop (A101): who calls, in few requests; several with one number; a number that nobody has. */
import { randomUUID } from 'node:crypto';
import type { RoutePayload } from 'twenty-sdk/logic-function';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CallPop, popCall } from '#commands/care/call-pop.ts';
import { openTicket } from '#commands/care/open-ticket.ts';
import { linkSecrets } from '#commands/handover/signed-link.ts';
import { sign } from '#commands/ledger/webhook-signature.ts';
import { parseMoney } from '#domain/shared/money.ts';
import { plainDate } from '#domain/shared/plain-date.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { answerCall } from '#functions/care/call-door.ts';
import { type TwentyClient, twentyClient } from '#twenty/client.ts';
import { twentyPhoneBook } from '#twenty/phone-book.ts';
import { twentyStore } from '#twenty/store.ts';
import { buildSite, type Ground, LINK_SECRET, openGround, type Site, sell } from './ground.ts';
import { type Desk, inProcess } from './in-process.ts';

const [SECRET = ''] = linkSecrets(LINK_SECRET);

describe('who calls', () => {
  let ground: Ground;
  let site: Site;
  let contractId = '';
  let requests = 0;
  let desk: Desk;

  beforeAll(async () => {
    ground = await openGround();
    site = await buildSite(ground.client, { units: 1, buyers: 3 });
    ({ contractId } = await sell(ground.client, site));
    const phones = [
      { primaryPhoneNumber: '13800138000', primaryPhoneCallingCode: '+86', primaryPhoneCountryCode: 'CN' },
      { primaryPhoneNumber: '13900139000', primaryPhoneCallingCode: '+86', primaryPhoneCountryCode: 'CN' },
      {
        primaryPhoneNumber: '13700137000',
        primaryPhoneCallingCode: '+86',
        primaryPhoneCountryCode: 'CN',
        additionalPhones: [{ number: '13900139000', callingCode: '+86', countryCode: 'CN' }],
      },
    ];
    for (const [index, id] of site.buyerIds.entries())
      await ground.client.graphql(
        'mutation ($id: UUID!, $data: PersonUpdateInput!) { updatePerson(id: $id, data: $data) { id } }',
        { id, data: { phones: phones[index] } },
      );
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
    await desk.done(openTicket, { kind: 'ENQUIRY', subject: 'Lift', customerId: site.buyerIds[0] });
  });
  afterAll(() => ground.close());
  beforeEach(() => {
    requests = 0;
    vi.stubEnv('TWENTY_API_URL', ground.workspace.url);
    vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', ground.workspace.applicationToken);
    vi.stubEnv('KEYTURN_LINK_SECRET', LINK_SECRET);
  });
  afterEach(() => vi.unstubAllEnvs());

  async function popped(call: Partial<CallPop>) {
    const client = twentyClient(ground.workspace.url, ground.workspace.applicationToken);
    const counting: TwentyClient = {
      ...client,
      graphql: (...asked) => {
        requests++;
        return client.graphql(...asked);
      },
    };
    const clock = { now: () => new Date() };
    const answering = { store: twentyStore(counting), phoneBook: twentyPhoneBook(counting), clock };
    const answer = await popCall(answering, { number: '', callingCode: '86', ...call } as CallPop);
    if (isRefused(answer)) throw new Error(JSON.stringify(answer.refused));
    return answer.plan;
  }

  it.each(['+86 138 0013 8000', '0086 13800138000', '138-0013-8000', '013800138000'])(
    '%s is one buyer, with deal, dues and ticket, in one request to Twenty',
    async (number) => {
      const answer = await popped({ number });
      expect(requests).toBe(1);
      expect(answer).toMatchObject({
        isAmbiguous: false,
        open: `/object/person/${site.buyerIds[0]}`,
        quickCreate: null,
      });
      const [person] = answer.people;
      expect(person?.deals.map(({ id }) => id)).toEqual([contractId]);
      expect(person?.dues).toMatchObject([{ name: expect.any(String), open: '123456.79 EUR' }]);
      expect(person?.tickets.map(({ name }) => name)).toEqual([expect.stringContaining('Lift')]);
    },
  );

  it('of several with one number all are said, and none is opened', async () => {
    const answer = await popped({ number: '+8613900139000' });
    expect(requests).toBe(1);
    expect(answer).toMatchObject({ isAmbiguous: true, open: '' });
    expect(answer.people.map(({ id }) => id).sort()).toEqual(site.buyerIds.slice(1).sort());
  });

  it('a number that nobody has is answered in one request, with what would take the call down', async () => {
    const answer = await popped({ number: '+49 30 1234567' });
    expect(requests).toBe(1);
    expect(answer).toMatchObject({ people: [], quickCreate: { command: 'care/open-ticket' } });
  });

  it('and becomes one ticket of the call when that is asked for, however often', async () => {
    const call = { number: '+49 30 7654321', create: true, callId: randomUUID() };
    const one = await popped(call);
    expect(one.open).toMatch(/^\/object\/keyturnServiceTicket\//);
    expect((await popped(call)).open).toBe(one.open);
  });

  it('what is another’s is not said to be the caller’s: a number that ends alike, an ended deal, a closed ticket', async () => {
    const [, , otherId = ''] = site.buyerIds;
    await setPhone(otherId, { primaryPhoneNumber: '13800138000', primaryPhoneCallingCode: '+44' });
    const foreign = await desk.done(openTicket, {
      kind: 'ENQUIRY',
      subject: 'Not ours',
      customerId: otherId,
    });
    const closed = await desk.done(openTicket, {
      ...{ kind: 'ENQUIRY', subject: 'Done', customerId: site.buyerIds[0] },
    });
    await put('serviceTicket', String(closed.result.serviceTicketId), { state: 'CLOSED' });
    const answer = await popped({ number: '+86 138 0013 8000' });
    expect(requests).toBe(1);
    expect(answer.people.map(({ id }) => id)).toEqual([site.buyerIds[0]]);
    expect(answer.people[0]?.tickets.map(({ name }) => name)).toEqual([expect.stringContaining('Lift')]);
    const abroad = await popped({ number: '+44 13800138000' });
    expect(abroad.people).toMatchObject([
      { id: otherId, deals: [], tickets: [{ id: foreign.result.serviceTicketId }] },
    ]);
    await setPhone(otherId, { primaryPhoneNumber: '13700137000', primaryPhoneCallingCode: '+86' });
    const { contracts } = await desk.store.read({
      contracts: { object: 'contract', filter: { id: contractId } },
    });
    await put('contract', contractId, { state: 'CANCELLED' });
    expect((await popped({ number: '+86 138 0013 8000' })).people).toMatchObject([{ deals: [], dues: [] }]);
    await put('contract', contractId, { state: contracts[0]?.state });
  });

  it('a contract with more installments than come along is asked for once more, and none is missing', async () => {
    const rows = Array.from({ length: 70 }, (_, index) => ({
      ...{
        id: randomUUID(),
        name: `Month ${index}`,
        contractId,
        seq: 100 + index,
        chargeType: 'OTHER_FEE' as const,
      },
      ...{ amount: parseMoney('10.00', 'EUR'), state: 'DUE' as const, dueOn: plainDate('2026-01-01') },
    }));
    await desk.store.write([{ createMany: 'installment', rows }]);
    const { people } = await popped({ number: '+86 138 0013 8000' });
    expect(requests).toBe(2);
    expect(people[0]?.dues).toHaveLength(71);
  });

  async function setPhone(id: string, phones: object) {
    await ground.client.graphql(
      'mutation ($id: UUID!, $data: PersonUpdateInput!) { updatePerson(id: $id, data: $data) { id } }',
      { id, data: { phones } },
    );
  }
  async function put(object: 'serviceTicket' | 'contract', id: string, to: object) {
    const { found } = await desk.store.read({ found: { object, filter: { id } } } as never);
    const [record] = found as { id: string }[];
    await desk.store.write([{ change: object, record, to } as never]);
  }

  async function knock(body: object, headers: (rawBody: string) => Record<string, string>) {
    const rawBody = JSON.stringify(body);
    const event = { headers: headers(rawBody), pathParameters: {}, queryStringParameters: {}, body, rawBody };
    const answer = await answerCall(event as unknown as RoutePayload);
    return { status: answer.status, body: JSON.parse(String(answer.body)) as Record<string, unknown> };
  }
  const signed = (secret: string) => (rawBody: string) => {
    const time = Math.floor(Date.now() / 1_000);
    return { 'x-keyturn-signature': `t=${time},v1=${sign(secret, time, rawBody)}` };
  };
  const call = { number: '+8613800138000' };

  it('a phone system signs what it asks; a member who serves asks with the own token; nobody else is told', async () => {
    expect(await knock(call, signed(SECRET))).toMatchObject({ status: 200, body: { ok: true } });
    expect((await knock(call, signed('guessed'))).status).toBe(401);
    expect((await knock(call, () => ({}))).status).toBe(401);
    const member = ground.workspace.members.find(({ roleLabel }) => roleLabel === 'Keyturn Sales');
    const token = { authorization: `Bearer ${member?.token}` };
    expect(await knock(call, () => token)).toMatchObject({ status: 200, body: { ok: true } });
    expect((await knock({ number: 'anonymous' }, signed(SECRET))).status).toBe(400);
  });
});
