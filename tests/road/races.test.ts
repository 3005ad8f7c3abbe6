/** E21: what must hold when many people do the same thing at the same moment. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAll, type WorkspaceClient, workspaceClient } from '#scripts/shared/workspace-client.ts';
import {
  buildSite,
  expectDone,
  type Ground,
  openGround,
  reserve,
  sell,
  sign,
  stateOfUnit,
  TODAY,
} from './ground.ts';

const url = process.env.KEYTURN_TWENTY_URL;
const key = process.env.KEYTURN_TWENTY_API_KEY;

async function fiftyWantOneUnit(client: WorkspaceClient) {
  const site = await buildSite(client, { units: 1, buyers: 50 });
  const [unitId = ''] = site.unitIds;
  const answers = await Promise.all(site.buyerIds.map((buyerId) => reserve(client, unitId, buyerId)));
  const won = answers.filter(({ ok }) => ok);
  const lost = answers.flatMap((answer) => (answer.ok ? [] : [answer]));
  expect(won).toHaveLength(1);
  expect(lost.map(({ code }) => code)).toEqual(Array.from({ length: 49 }, () => 'UNIT_TAKEN'));
  for (const { facts, status } of lost) {
    expect(status).toBe(409);
    expect(facts.holder).toMatch(/^Buyer \d+$/);
    expect(Date.parse(String(facts.until))).toBeGreaterThan(Date.now());
  }
  const state = await stateOfUnit(client, unitId);
  expect(state.locks).toEqual([{ holderKind: 'RESERVATION', isHeldBy: 'RESERVATION' }]);
  expect(state.reservations).toHaveLength(1);
  expect(state.unit).toMatchObject({ state: 'LARGE_RESERVED', holder: lost[0]?.facts.holder });
}

describe('races on the embedded workspace', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground.close());

  it('E21.1: of 50 parallel reservations of one unit one wins, 49 are told the holder and the time', async () => {
    await fiftyWantOneUnit(ground.client);
  });

  it('E21.3: the same request 10 times in parallel makes one reservation and gives ten equal answers', async () => {
    const site = await buildSite(ground.client, { units: 1, buyers: 1 });
    const [unitId = '', buyerId = ''] = [site.unitIds[0], site.buyerIds[0]];
    const requestId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => reserve(ground.client, unitId, buyerId, requestId)),
    );
    const results = answers.map((answer) => JSON.stringify(expectDone(answer)));
    expect(new Set(results.map((result) => JSON.parse(result).reservationId)).size).toBe(1);
    expect((await stateOfUnit(ground.client, unitId)).reservations).toHaveLength(1);
  });

  it('E21.3: the same payment sent 10 times in parallel is booked once', async () => {
    const site = await buildSite(ground.client, { units: 1, buyers: 1 });
    const { contractId } = await sell(ground.client, site);
    const pay = () =>
      ground.client.command('ledger', 'record-receipt', {
        requestId: randomUUID(),
        contractId,
        amount: '1000',
        method: 'GATEWAY',
        receivedOn: TODAY,
        externalId: `event-${contractId}`,
      });
    const answers = await Promise.all(Array.from({ length: 10 }, pay));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.code === 'RECEIPT_ALREADY_BOOKED')).toHaveLength(
      9,
    );
  });

  it('E21.6: 12 receipts on one contract at once: nothing is allocated twice and every total is right', async () => {
    const { client } = ground;
    const site = await buildSite(client, { units: 1, buyers: 1 });
    const { contractId } = await sell(client, site);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        client.command('ledger', 'record-receipt', {
          requestId: randomUUID(),
          contractId,
          amount: '15000.01',
          method: 'TRANSFER',
          receivedOn: TODAY,
        }),
      ),
    );
    for (const answer of answers) expectDone(answer);
    const ofContract = { contractId: { eq: contractId } };
    type Amount = { amountMicros: number };
    const allocations = await readAll<{ amount: Amount }>(
      client,
      'keyturnAllocations',
      'KeyturnAllocation',
      'amount { amountMicros }',
      ofContract,
    );
    const installments = await readAll<{ paid: Amount; amount: Amount }>(
      client,
      'keyturnInstallments',
      'KeyturnInstallment',
      'paid { amountMicros } amount { amountMicros }',
      ofContract,
    );
    const [contract] = await readAll<{ paid: Amount; prepaid: Amount }>(
      client,
      'keyturnContracts',
      'KeyturnContract',
      'paid { amountMicros } prepaid { amountMicros }',
      { id: { eq: contractId } },
    );
    const total = (amounts: Amount[]) => amounts.reduce((sum, { amountMicros }) => sum + amountMicros, 0);
    // E1: the first installment is 123,456.79; of 180,000.12 the rest waits as prepayment.
    expect(total(allocations.map(({ amount }) => amount))).toBe(123_456_790_000);
    expect(total(installments.map(({ paid }) => paid))).toBe(123_456_790_000);
    expect(contract).toEqual({
      paid: { amountMicros: 123_456_790_000 },
      prepaid: { amountMicros: 56_543_330_000 },
    });
    expect(installments.every(({ paid, amount }) => paid.amountMicros <= amount.amountMicros)).toBe(true);
  });

  it('E21.5: signing and expiring at the same moment: the contract has the unit or the unit is free, never both', async () => {
    const { client, workspace } = ground;
    const site = await buildSite(client, { units: 8, buyers: 1 });
    for (const unitId of site.unitIds) {
      const { reservationId } = expectDone(await reserve(client, unitId, site.buyerIds[0] ?? ''));
      const until = Date.now() + 1500;
      await workspace.sql(
        `update "keyturnReservation" set "validUntil" = $1, seal = jsonb_set(seal::jsonb, '{validUntil}', to_jsonb($2::text)) where id = $3`,
        [new Date(until).toISOString(), new Date(until).toISOString(), reservationId],
      );
      await workspace.sql(`update "keyturnUnitLock" set "heldUntil" = $1 where "lockKey" = $2`, [
        new Date(until).toISOString(),
        unitId,
      ]);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, until - Date.now() - 15)));
      const [signed, expired] = await Promise.all([
        sign(client, site, reservationId),
        new Promise((resolve) => setTimeout(resolve, 16)).then(() =>
          client.command('deal', 'expire-reservation', { requestId: randomUUID(), reservationId }),
        ),
      ]);
      const { unit, locks, contracts } = await stateOfUnit(client, unitId);
      expect(signed.ok && expired.ok).toBe(false);
      const live = contracts.filter(({ state }) => state === 'SIGNED');
      if (signed.ok) {
        expect(unit).toMatchObject({ state: 'CONTRACTED' });
        expect(locks).toEqual([{ holderKind: 'CONTRACT', isHeldBy: 'CONTRACT' }]);
        expect(live).toHaveLength(1);
      } else if (expired.ok) {
        expect(unit).toMatchObject({ state: 'AVAILABLE', holder: null });
        expect(locks).toEqual([]);
        expect(live).toHaveLength(0);
      }
    }
  });

  it('a reservation whose time is over is displaced by the next buyer at once, without any job', async () => {
    const { client, workspace } = ground;
    const site = await buildSite(client, { units: 1, buyers: 2 });
    const [unitId = ''] = site.unitIds;
    expectDone(await reserve(client, unitId, site.buyerIds[0] ?? ''));
    await workspace.sql(
      `update "keyturnUnitLock" set "heldUntil" = now() - interval '1 second' where "lockKey" = $1`,
      [unitId],
    );
    expectDone(await reserve(client, unitId, site.buyerIds[1] ?? ''));
    const { unit, locks, reservations } = await stateOfUnit(client, unitId);
    expect(unit).toMatchObject({ state: 'LARGE_RESERVED', holder: 'Buyer 2' });
    expect(locks).toHaveLength(1);
    expect(reservations.map(({ state }) => state).sort()).toEqual(['ACTIVE', 'EXPIRED']);
  });
});

describe.runIf(url !== undefined && key !== undefined)('races on the real server', () => {
  it('E21.1: of 50 parallel reservations of one unit one wins, 49 are told the holder and the time', {
    timeout: 240_000,
  }, async () => {
    await fiftyWantOneUnit(workspaceClient(url ?? '', key ?? ''));
  });
});
