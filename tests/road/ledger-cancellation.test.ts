/** C4, D7: a contract ends before its keys: what is kept, what goes back, and what becomes of the home. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type Ground, openGround, reserve, stateOfUnit } from './ground.ts';
import {
  approved,
  ask,
  attempt,
  buildLedgerSite,
  type Desk,
  daysAgo,
  deskOf,
  dueLine,
  installmentsOf,
  type LedgerSite,
  receive,
  recordOf,
  records,
  run,
  signOld,
} from './ledger-site.ts';

const LINES = [dueLine('First', 45, daysAgo(10)), dueLine('Last', 55, daysAgo(-100))];

describe('cancelled contracts', () => {
  let ground: Ground;
  let desk: Desk;
  let million: LedgerSite;
  let twoMillions: LedgerSite;
  const taken = new Map<LedgerSite, number>();
  beforeAll(async () => {
    ground = await openGround();
    desk = deskOf(ground);
    const site = (price: string, units: number) =>
      buildLedgerSite(ground.client, { units, price, lines: LINES, project: { lateFeeRate: null } });
    million = await site('1000000.00', 22);
    twoMillions = await site('2000000.00', 4);
  });
  afterAll(() => ground.close());

  async function sold(site: LedgerSite, settings: Record<string, unknown>, more = {}) {
    await ground.client.graphql(
      'mutation ($id: UUID!, $data: KeyturnProjectUpdateInput!) { updateKeyturnProject(id: $id, data: $data) { id } }',
      { id: site.projectId, data: settings },
    );
    const index = taken.get(site) ?? 0;
    taken.set(site, index + 1);
    const contractId = await signOld(ground.client, site, index, daysAgo(100), more);
    return { contractId, unitId: site.unitIds[index] ?? '' };
  }
  const pay = (contractId: string, amount: string, more = {}) =>
    receive(ground.client, contractId, { amount, valueOn: daysAgo(0), ...more });
  const cancelling = (contractId: string, kind: string, more = {}) => ({
    contractId,
    kind,
    cancelledOn: daysAgo(0),
    reason: 'The buyer does not pay',
    ...more,
  });
  const cancel = (contractId: string, kind: string, more = {}) =>
    approved(desk, 'cancel-contract', cancelling(contractId, kind, more));
  const refund = (contractId: string, amount: string) =>
    approved(desk, 'record-refund', {
      contractId,
      amount,
      method: 'TRANSFER',
      refundedOn: daysAgo(0),
      why: 'CANCELLATION',
    });
  const contractOf = (id: string) => recordOf(ground.client, 'contract', id);

  /** Everything that is true of a contract that has ended: C4, E21.6. */
  async function expectEnded(contractId: string, unitId: string, state: string) {
    const contract = await contractOf(contractId);
    expect(contract).toMatchObject({ state, prepaid: '0.00', overdue: '0.00', cancelledOn: daysAgo(0) });
    const { unit, locks } = await stateOfUnit(ground.client, unitId);
    expect(unit).toEqual({ state: 'CONTROLLED', holder: null });
    expect(locks).toEqual([]);
    const receipts = await records(ground.client, 'receipt', { contractId, state: 'CLEARED' });
    const total = (rows: { amount: string }[]) =>
      rows.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
    const kept = (await installmentsOf(ground.client, contractId)).flatMap(({ paid, lateFeePaid }) => [
      { amount: paid },
      { amount: lateFeePaid },
    ]);
    expect(total(receipts)).toBe(total(kept) + total([{ amount: contract.refunded }]));
    const report = await run(ground.client, 'reconcile', { contractId });
    expect(report).toMatchObject({ repaired: [], problems: [] });
  }

  it.each([
    { completionPercent: 85, kept: '400000.00', back: '50000.00' },
    { completionPercent: 80, kept: '400000.00', back: '50000.00' },
    { completionPercent: 70, kept: '400000.00', back: '50000.00' },
    { completionPercent: 60, kept: '400000.00', back: '50000.00' },
    { completionPercent: 45, kept: '250000.00', back: '200000.00' },
    { completionPercent: 0, kept: '135000.00', back: '315000.00' },
  ])(
    'E10, Dubai at $completionPercent percent: of 450,000 paid $kept is kept, $back goes back',
    async ({ completionPercent, kept, back }) => {
      const { contractId, unitId } = await sold(million, { settlementRegime: 'DUBAI', completionPercent });
      await pay(contractId, '450000.00');
      await cancel(contractId, 'BUYER_DEFAULT');
      expect(await contractOf(contractId)).toMatchObject({
        state: 'CANCEL_PENDING',
        cancelKind: 'BUYER_DEFAULT',
        paid: kept,
        prepaid: back,
      });
      const [first, last, retention] = await installmentsOf(ground.client, contractId);
      for (const one of [first, last])
        expect(one).toMatchObject({ state: 'CANCELLED', closedAs: 'CANCELLED', paid: '0.00' });
      expect(retention).toMatchObject({ chargeType: 'RETENTION', amount: kept, paid: kept, state: 'PAID' });
      // Until everything is paid back the home stays with the contract.
      expect((await stateOfUnit(ground.client, unitId)).unit).toMatchObject({ state: 'CONTRACTED' });
      await refund(contractId, back);
      await expectEnded(contractId, unitId, 'TERMINATED');
    },
  );

  it('E10, Dubai with only 300,000 paid at 85 percent: all of it is kept and the contract ends at once', async () => {
    const { contractId, unitId } = await sold(million, { settlementRegime: 'DUBAI', completionPercent: 85 });
    await pay(contractId, '300000.00');
    await cancel(contractId, 'BUYER_DEFAULT');
    expect(await contractOf(contractId)).toMatchObject({ paid: '300000.00', refunded: '0.00' });
    await expectEnded(contractId, unitId, 'TERMINATED');
  });

  it('E10: cancelled by the regulator everything goes back, in parts as well; the last one ends it', async () => {
    const { contractId, unitId } = await sold(million, { settlementRegime: 'DUBAI', completionPercent: 85 });
    await pay(contractId, '450000.00');
    await cancel(contractId, 'REGULATOR');
    await refund(contractId, '449999.99');
    expect(await contractOf(contractId)).toMatchObject({ state: 'CANCEL_PENDING', prepaid: '0.01' });
    await refund(contractId, '0.01');
    await expectEnded(contractId, unitId, 'CANCELLED');
  });

  it('D7: late fee that was paid stays paid, and nobody keeps more than there is', async () => {
    const settings = { settlementRegime: 'DUBAI', completionPercent: 85, lateFeeRate: 5 };
    const { contractId, unitId } = await sold(million, settings);
    // 10 days of 450,000.00 cost 2,250.00.
    await pay(contractId, '300000.00');
    await cancel(contractId, 'BUYER_DEFAULT');
    expect(await contractOf(contractId)).toMatchObject({ paid: '297750.00', lateFeePaid: '2250.00' });
    await expectEnded(contractId, unitId, 'TERMINATED');
  });

  it('D4.3: what was collected for others goes back whatever may be kept of the price', async () => {
    const settings = { settlementRegime: 'DUBAI', completionPercent: 85, lateFeeRate: null };
    const { contractId, unitId } = await sold(million, settings);
    await run(ground.client, 'add-charge', {
      contractId,
      chargeType: 'MAINTENANCE_FUND',
      label: 'Maintenance fund',
      amount: '20000.00',
      dueOn: daysAgo(1),
    });
    await pay(contractId, '100000.00');
    await pay(contractId, '20000.00', { fund: 'MAINTENANCE_FUND' });
    await cancel(contractId, 'BUYER_DEFAULT');
    expect(await contractOf(contractId)).toMatchObject({ paid: '100000.00', prepaid: '20000.00' });
    await refund(contractId, '20000.00');
    await expectEnded(contractId, unitId, 'TERMINATED');
  });

  it('E9, China: a buyer in default loses the deposit up to 20 percent of the price, the rest goes back', async () => {
    const deposit = { depositAgreed: '500000.00' };
    const { contractId, unitId } = await sold(twoMillions, { settlementRegime: 'CHINA' }, deposit);
    await pay(contractId, '500000.00');
    await cancel(contractId, 'BUYER_DEFAULT');
    expect(await contractOf(contractId)).toMatchObject({ paid: '400000.00', prepaid: '100000.00' });
    await refund(contractId, '100000.00');
    await expectEnded(contractId, unitId, 'TERMINATED');
  });

  it('E9, China: a seller in default pays the deposit double; the compensation is no money that came in', async () => {
    const deposit = { depositAgreed: '500000.00' };
    const { contractId, unitId } = await sold(twoMillions, { settlementRegime: 'CHINA' }, deposit);
    await pay(contractId, '500000.00');
    await cancel(contractId, 'SELLER_DEFAULT');
    expect(await contractOf(contractId)).toMatchObject({ paid: '0.00', prepaid: '900000.00' });
    const receipts = await records(ground.client, 'receipt', { contractId });
    expect(receipts.map(({ method, amount }) => `${method} ${amount}`).sort()).toEqual([
      'COMPENSATION 400000.00',
      'TRANSFER 500000.00',
    ]);
    await refund(contractId, '900000.00');
    await expectEnded(contractId, unitId, 'TERMINATED');
  });

  it('E9, China: without a deposit agreed nothing is forfeited', async () => {
    const { contractId } = await sold(twoMillions, { settlementRegime: 'CHINA' });
    await pay(contractId, '500000.00');
    await cancel(contractId, 'BUYER_DEFAULT');
    expect(await contractOf(contractId)).toMatchObject({ prepaid: '500000.00' });
  });

  it.each([
    { regime: 'INDIA', kind: 'BUYER_DEFAULT', kept: '100000.00', ends: 'TERMINATED' },
    { regime: 'INDIA', kind: 'SELLER_DEFAULT', kept: '0.00', ends: 'TERMINATED' },
    { regime: 'NONE', kind: 'BUYER_DEFAULT', kept: '0.00', ends: 'TERMINATED' },
    { regime: 'NONE', kind: 'MUTUAL', kept: '0.00', ends: 'CANCELLED' },
    { regime: 'NONE', kind: 'RESCISSION', kept: '0.00', ends: 'RESCINDED' },
  ])('D7: by $regime on $kind $kept of 450,000 is kept and it ends as $ends', async (row) => {
    const { contractId, unitId } = await sold(million, { settlementRegime: row.regime });
    await pay(contractId, '450000.00');
    await cancel(contractId, row.kind);
    const back = (450_000 - Number(row.kept)).toFixed(2);
    expect(await contractOf(contractId)).toMatchObject({ paid: row.kept, prepaid: back });
    await refund(contractId, back);
    await expectEnded(contractId, unitId, row.ends);
  });

  it('D7: less may be kept than the most, never more', async () => {
    const { contractId } = await sold(million, { settlementRegime: 'INDIA' });
    await pay(contractId, '450000.00');
    const more = cancelling(contractId, 'BUYER_DEFAULT', { retained: '100000.01' });
    expect(await ask(desk.finance, 'cancel-contract', more)).toMatchObject({
      code: 'AMOUNT_TOO_HIGH',
      facts: { most: '100000.00' },
    });
    await cancel(contractId, 'BUYER_DEFAULT', { retained: '30000.00' });
    expect(await contractOf(contractId)).toMatchObject({ paid: '30000.00', prepaid: '420000.00' });
  });

  it('nothing paid: it ends at once, takes no more money, and the home is released and sold again', async () => {
    const { contractId, unitId } = await sold(million, { settlementRegime: 'NONE', lateFeeRate: 5 });
    const { promiseId } = await run(ground.client, 'record-promise', {
      contractId,
      amount: '1000.00',
      payBy: daysAgo(-5),
    });
    await cancel(contractId, 'BUYER_DEFAULT');
    await expectEnded(contractId, unitId, 'TERMINATED');
    expect(await recordOf(ground.client, 'paymentPromise', promiseId ?? '')).toMatchObject({
      state: 'WITHDRAWN',
    });
    // Late fee that nobody paid is not asked for any more.
    const [first] = await installmentsOf(ground.client, contractId);
    expect(first).toMatchObject({ lateFee: '2250.00', lateFeeWaived: '2250.00' });
    const receipt = { contractId, amount: '1.00', method: 'CASH', receivedOn: daysAgo(0) };
    expect(await attempt(ground.client, 'record-receipt', receipt)).toMatchObject({
      code: 'CONTRACT_NOT_LIVE',
    });
    const again = cancelling(contractId, 'MUTUAL');
    expect(await ask(desk.finance, 'cancel-contract', again)).toMatchObject({ code: 'STATE_NOT_ALLOWED' });
    const release = { requestId: randomUUID(), unitIds: [unitId] };
    expectDone(await ground.client.command('inventory', 'release-units', release));
    expectDone(await reserve(ground.client, unitId, million.buyerId));
  });

  it('D14: commissions are clawed back, those that were paid as well', async () => {
    const { contractId } = await sold(million, { settlementRegime: 'NONE', lateFeeRate: null });
    await ground.client.graphql(
      `mutation ($plan: KeyturnCommissionPlanCreateInput!) { createKeyturnCommissionPlan(data: $plan) { id } }`,
      { plan: { id: million.planId, name: `Plan ${million.mark}`, projectId: million.projectId } },
    );
    const tier = { name: 'All', percent: 1, commissionPlanId: million.planId };
    await ground.client.graphql(
      `mutation ($tier: KeyturnCommissionTierCreateInput!) { createKeyturnCommissionTier(data: $tier) { id } }`,
      { tier },
    );
    await pay(contractId, '450000.00');
    const salesperson = ground.workspace.members.find(({ roleLabel }) => roleLabel === 'Keyturn Sales');
    const split = [{ memberId: salesperson?.id, percent: '100' }];
    await run(ground.client, 'earn-commission', { contractId, split });
    const [earned] = await records(ground.client, 'commission', { contractId });
    await run(ground.client, 'pay-commission', { commissionId: earned?.id, paidOn: daysAgo(0) });
    await cancel(contractId, 'BUYER_DEFAULT');
    expect(await records(ground.client, 'commission', { contractId })).toMatchObject([
      { state: 'CLAWED_BACK', amount: '10000.00', clawedBack: '10000.00', clawedBackOn: daysAgo(0) },
    ]);
  });
});
