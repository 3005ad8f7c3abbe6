/** The ledger on the road: 36 installments, eleven receipts, two that bounce, one back-dated, an area settled. */
import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAll, type WorkspaceClient, workspaceClient } from '#scripts/shared/workspace-client.ts';
import { expectDone, type Ground, openGround, PAYMENT_SECRET } from './ground.ts';
import { ago, buildLedgerSite, INSTALLMENTS, ledgerState, PRICE, receive, signOld } from './ledger-site.ts';

const url = process.env.KEYTURN_TWENTY_URL;
const key = process.env.KEYTURN_TWENTY_API_KEY;

const SIGNED_ON = ago(12);

/** Nine receipts that stay, by value date; some late, some in part, one that prepays. */
const STAYING = [
  { amount: '34293.55', valueOn: ago(12) },
  { amount: '30000.00', valueOn: ago(10, 5) },
  { amount: '40000.00', valueOn: ago(9, 20) },
  { amount: '50000.00', valueOn: ago(8, 3) },
  { amount: '12345.67', valueOn: ago(7) },
  { amount: '60000.00', valueOn: ago(5, 9) },
  { amount: '10000.01', valueOn: ago(4, 2) },
  { amount: '45000.00', valueOn: ago(3, 1) },
  { amount: '20000.00', valueOn: ago(2, 12), allowPrepayment: true },
] as const;

async function road(client: WorkspaceClient) {
  const site = await buildLedgerSite(client, { units: 2 });
  const contractId = await signOld(client, site, 0, SIGNED_ON);
  const twinId = await signOld(client, site, 1, SIGNED_ON);

  // The first contract: out of order, two cheques that bounce, one receipt back-dated at the end.
  const [first, second, third, fourth, fifth, ...rest] = STAYING;
  for (const receipt of [first, third, second]) await receive(client, contractId, receipt);
  const bounced = await receive(client, contractId, {
    amount: '70000.00',
    valueOn: ago(9),
    method: 'CHEQUE',
  });
  const before = await ledgerState(client, contractId);
  expectDone(
    await client.command('ledger', 'clear-receipt', {
      requestId: randomUUID(),
      receiptId: bounced,
      valueOn: ago(9),
    }),
  );
  expect((await ledgerState(client, contractId)).contract.paid).toBeGreaterThan(before.contract.paid);
  const late = await receive(client, contractId, { amount: '33000.00', valueOn: ago(6) });
  for (const receipt of rest) await receive(client, contractId, receipt);
  for (const receiptId of [bounced, late]) {
    const body = { requestId: randomUUID(), receiptId, reason: 'No cover' };
    expectDone(await client.command('ledger', 'bounce-receipt', body));
  }
  await receive(client, contractId, fifth);
  await receive(client, contractId, fourth);
  const state = await ledgerState(client, contractId);

  // Its twin: the same nine, in the order of their value dates.
  for (const receipt of STAYING) await receive(client, twinId, receipt);
  const twin = await ledgerState(client, twinId);
  return { site, contractId, state, twin };
}

async function settleAndReconcile(client: WorkspaceClient, contractId: string) {
  const settled = expectDone(
    await client.command<{ areaSettlementId: string; buyerPays: string; ratioPercent: string }>(
      'ledger',
      'settle-area',
      { requestId: randomUUID(), contractId, measuredArea: '102.50', unitPrice: '10000.00' },
    ),
  );
  expect(settled).toMatchObject({ ratioPercent: '2.5000', buyerPays: '25000.00' });
  const { areaSettlementId } = settled;
  expectDone(
    await client.command('ledger', 'post-area-settlement', { requestId: randomUUID(), areaSettlementId }),
  );
  const report = expectDone(
    await client.command<{ contracts: number; repaired: unknown[]; problems: unknown[] }>(
      'ledger',
      'reconcile',
      {
        requestId: randomUUID(),
        contractId,
      },
    ),
  );
  expect(report).toEqual({ contracts: 1, repaired: [], problems: [], next: null });
  return ledgerState(client, contractId);
}

function expectSound(state: Awaited<ReturnType<typeof ledgerState>>) {
  const { contract } = state;
  const used = contract.paid + contract.lateFeePaid + contract.prepaid + contract.refunded;
  expect(used).toBe(state.received);
  expect(state.allocated).toBe(contract.paid + contract.lateFeePaid);
}

async function wholeRoad(client: WorkspaceClient) {
  const { contractId, state, twin } = await road(client);
  expect(state.installments).toHaveLength(INSTALLMENTS);
  const total = state.installments.reduce((sum, { amount }) => sum + amount, 0);
  expect(total).toBe(Number(PRICE.replace('.', '')) * 10_000);
  // E21.9: whatever the order of entry, what bounced and what came late, the same as chronologically.
  expect(state.installments).toEqual(twin.installments);
  expect(state.contract).toEqual(twin.contract);
  expect(state.contract.lateFee).toBeGreaterThan(0);
  expect(state.mirrored).toBeGreaterThan(0);
  expect(twin.mirrored).toBe(0);
  expectSound(state);
  expectSound(twin);
  const after = await settleAndReconcile(client, contractId);
  expect(after.installments).toHaveLength(INSTALLMENTS + 1);
  expect(after.installments.at(-1)).toMatchObject({ seq: INSTALLMENTS + 1, amount: 25_000_000_000 });
  expectSound(after);
}

type Told = { status: number; body: { ok: boolean; state?: string; code?: string } };

async function tell(
  base: string,
  event: Record<string, unknown>,
  { secret = PAYMENT_SECRET, spoil = (text: string) => text } = {},
): Promise<Told> {
  const rawBody = JSON.stringify(event);
  const time = Math.floor(Date.now() / 1000);
  const signature = `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${rawBody}`).digest('hex')}`;
  const response = await fetch(`${base}/s/keyturn/webhooks/payment`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-keyturn-signature': signature },
    body: spoil(rawBody),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? { ok: false } : JSON.parse(text) };
}

const event = (id: string, type: string, paymentId: string, reference: string, amount: string) => ({
  id,
  type: `payment.${type}`,
  occurredAt: new Date().toISOString(),
  payment: { id: paymentId, reference, amount, currency: 'EUR' },
});

async function gatewayRoad(client: WorkspaceClient, base: string) {
  const site = await buildLedgerSite(client, { units: 1 });
  const contractId = await signOld(client, site, 0, ago(2));
  const ask = async () =>
    expectDone(
      await client.command<{ reference: string }>('ledger', 'ask-payment', {
        requestId: randomUUID(),
        contractId,
        amount: '34293.55',
      }),
    ).reference;
  const reference = await ask();
  const paymentId = `pay-${randomUUID()}`;
  const paid = event(`evt-${randomUUID()}`, 'succeeded', paymentId, reference, '34293.55');
  const pending = event(`evt-${randomUUID()}`, 'pending', paymentId, reference, '34293.55');

  // A wrong signature posts nothing and says so in the log; so does a body that is not the one signed.
  const wrong = await tell(base, paid, { secret: 'somebody else' });
  const spoiled = await tell(base, paid, { spoil: (text) => text.replace('34293.55', '34293.56') });
  expect([wrong.status, spoiled.status]).toEqual([401, 401]);
  expect(await receiptsOf(client, contractId)).toEqual([]);
  const log = await readAll<{ name: string }>(client, 'keyturnAuditEntries', 'KeyturnAuditEntry', 'name', {
    command: { eq: 'payment-webhook' },
  });
  expect(log.length).toBeGreaterThan(0);
  expect(log[0]?.name).toMatch(/refused/);

  // Ten times at once, the later event first: one receipt.
  const told = await Promise.all(Array.from({ length: 10 }, () => tell(base, paid)));
  const lost = told.filter(({ status, body }) => status !== 200 || !body.ok);
  for (const _ of lost) await tell(base, paid);
  expect((await tell(base, pending)).body).toMatchObject({ ok: true, state: 'DONE' });
  expect(await receiptsOf(client, contractId)).toEqual([{ state: 'CLEARED', amount: 34_293_550_000 }]);

  // Given back before it was paid, as far as we were told: it waits, then both happen.
  const second = await ask();
  const other = `pay-${randomUUID()}`;
  const back = event(`evt-${randomUUID()}`, 'refunded', other, second, '34293.55');
  expect((await tell(base, back)).body).toMatchObject({ ok: true, state: 'RECEIVED' });
  await tell(base, event(`evt-${randomUUID()}`, 'succeeded', other, second, '34293.55'));
  const states = (await receiptsOf(client, contractId)).map(({ state }) => state).sort();
  expect(states).toEqual(['CLEARED', 'REVERSED']);

  // Another amount than was asked is not booked.
  const third = await ask();
  const mismatch = await tell(
    base,
    event(`evt-${randomUUID()}`, 'succeeded', `pay-${randomUUID()}`, third, '1.00'),
  );
  expect(mismatch.body).toMatchObject({ state: 'REFUSED' });
  expect(await receiptsOf(client, contractId)).toHaveLength(2);
}

async function receiptsOf(client: WorkspaceClient, contractId: string) {
  const rows = await readAll<{ state: string; amount: { amountMicros: number } }>(
    client,
    'keyturnReceipts',
    'KeyturnReceipt',
    'state amount { amountMicros }',
    { contractId: { eq: contractId } },
  );
  return rows.map(({ state, amount }) => ({ state, amount: Number(amount.amountMicros) }));
}

describe('the ledger on the embedded workspace', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground.close());

  it('36 installments, eleven receipts of which two bounce and one is back-dated, an area settled: nothing to reconcile', async () => {
    await wholeRoad(ground.client);
  });

  it('a webhook told ten times and out of order posts once; a wrong signature posts nothing', async () => {
    await gatewayRoad(ground.client, ground.workspace.url);
  });
});

describe.runIf(url && key)('the ledger on a running Twenty', () => {
  const client = workspaceClient(url ?? '', key ?? '');
  const metadata = async (query: string, variables: Record<string, unknown>) => {
    const response = await fetch(`${url}/metadata`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data: Record<string, unknown> };
  };

  it('36 installments, eleven receipts of which two bounce and one is back-dated, an area settled: nothing to reconcile', async () => {
    await wholeRoad(client);
  }, 600_000);

  it('a webhook told ten times and out of order posts once; a wrong signature posts nothing', async () => {
    const { data } = await metadata('{ findManyApplications { id name } }', {});
    const apps = data.findManyApplications as { id: string; name: string }[];
    const applicationId = apps.find(({ name }) => name === 'Keyturn')?.id ?? '';
    await metadata(
      'mutation ($key: String!, $value: String!, $applicationId: UUID!) { updateOneApplicationVariable(key: $key, value: $value, applicationId: $applicationId) }',
      { key: 'KEYTURN_PAYMENT_SECRET', value: PAYMENT_SECRET, applicationId },
    );
    await gatewayRoad(client, url ?? '');
  }, 600_000);
});
