/** D2.6, E21.6: another price or another plan: paid lines stay as they are, and the sum is always the price. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';
import {
  approved,
  ask,
  buildLedgerSite,
  type Desk,
  daysAgo,
  deskOf,
  dueLine,
  installmentsOf,
  type LedgerSite,
  makePlan,
  receive,
  recordOf,
  records,
  rewrite,
  run,
  signOld,
} from './ledger-site.ts';

const LINES = [
  dueLine('First', 20, daysAgo(40)),
  dueLine('Second', 30, daysAgo(10)),
  dueLine('Last', 50, daysAgo(-60)),
];
/** What is left in two halves, one and two months from the day of the new plan. */
const HALVES = [1, 2].map((monthsAfter) => ({
  name: `Half ${monthsAfter}`,
  percent: 50,
  anchor: 'SIGNING',
  monthsAfter,
}));

describe('re-planned contracts', () => {
  let ground: Ground;
  let desk: Desk;
  let site: LedgerSite;
  let halves: string;
  let next = 0;
  beforeAll(async () => {
    ground = await openGround();
    desk = deskOf(ground);
    const project = { lateFeeRate: null };
    site = await buildLedgerSite(ground.client, { units: 10, price: '100000.00', lines: LINES, project });
    halves = await makePlan(ground.client, HALVES);
  });
  afterAll(() => ground.close());

  /** The first installment is paid, of the second 10,000.00. */
  async function sold() {
    const contractId = await signOld(ground.client, site, next++, daysAgo(100));
    const receiptId = await receive(ground.client, contractId, { amount: '30000.00', valueOn: daysAgo(10) });
    return { contractId, receiptId };
  }
  const change = (contractId: string, more = {}) => ({
    contractId,
    planId: halves,
    effectiveOn: daysAgo(0),
    reason: 'The buyer asked for it',
    ...more,
  });
  const replan = (contractId: string, more = {}) =>
    approved(desk, 'replan-contract', change(contractId, more));
  const contractOf = (id: string) => recordOf(ground.client, 'contract', id);
  const linesOf = async (contractId: string) =>
    (await installmentsOf(ground.client, contractId)).map(
      ({ seq, amount, credited, paid, state }) => `${seq} ${amount} -${credited} ${paid} ${state}`,
    );

  async function expectSumIsPrice(contractId: string, price: string) {
    expect(await contractOf(contractId)).toMatchObject({ price });
    const installments = await installmentsOf(ground.client, contractId);
    const house = installments.filter(({ chargeType }) => chargeType === 'HOUSE_PRICE');
    const replanned = (await records(ground.client, 'adjustment', { contractId })).filter(
      ({ kind, installmentId }) => kind === 'REPLANNING' && house.some(({ id }) => id === installmentId),
    );
    const cents = (rows: { amount: string }[]) =>
      rows.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
    expect(cents(house) - cents(replanned)).toBe(Math.round(Number(price) * 100));
    const report = await run(ground.client, 'reconcile', { contractId });
    expect(report).toMatchObject({ repaired: [], problems: [] });
  }

  it('another plan: what was paid stays, the rest falls due by the new lines, and nobody is late any more', async () => {
    const { contractId } = await sold();
    expect(await contractOf(contractId)).toMatchObject({ overdue: '20000.00' });
    await replan(contractId);
    expect(await linesOf(contractId)).toEqual([
      '1 20000.00 -0.00 20000.00 PAID',
      '2 30000.00 -20000.00 10000.00 PAID',
      '3 50000.00 -50000.00 0.00 CANCELLED',
      '4 35000.00 -0.00 0.00 PENDING',
      '5 35000.00 -0.00 0.00 PENDING',
    ]);
    expect(await contractOf(contractId)).toMatchObject({
      paid: '30000.00',
      overdue: '0.00',
      overdueSince: null,
      paymentPlanId: halves,
    });
    const adjustments = await records(ground.client, 'adjustment', { contractId });
    for (const one of adjustments)
      expect(one).toMatchObject({ kind: 'REPLANNING', reason: 'The buyer asked for it' });
    await expectSumIsPrice(contractId, '100000.00');
  });

  it('a higher price: all that is added is in the new lines, the odd cent in the last', async () => {
    const { contractId } = await sold();
    await replan(contractId, { newPrice: '130000.01' });
    const [, , , fourth, fifth] = await installmentsOf(ground.client, contractId);
    expect([fourth?.amount, fifth?.amount]).toEqual(['50000.01', '50000.00']);
    await expectSumIsPrice(contractId, '130000.01');
  });

  it('a price below what was paid: the excess is the buyer’s balance and can be refunded', async () => {
    const { contractId } = await sold();
    await replan(contractId, { newPrice: '25000.00' });
    expect(await contractOf(contractId)).toMatchObject({ paid: '25000.00', prepaid: '5000.00' });
    const asked = (await installmentsOf(ground.client, contractId)).filter(
      ({ state }) => state !== 'CANCELLED',
    );
    expect(asked.map(({ seq, paid, state }) => `${seq} ${paid} ${state}`)).toEqual([
      '1 20000.00 PAID',
      '2 5000.00 PAID',
    ]);
    await expectSumIsPrice(contractId, '25000.00');
    await approved(desk, 'record-refund', {
      contractId,
      amount: '5000.00',
      method: 'TRANSFER',
      refundedOn: daysAgo(0),
      why: 'OVERPAYMENT',
    });
    expect(await contractOf(contractId)).toMatchObject({ prepaid: '0.00', paid: '25000.00' });
    await expectSumIsPrice(contractId, '25000.00');
  });

  it('up, down and up again: the sum is the price each time, and what was released is asked for again', async () => {
    const { contractId } = await sold();
    for (const newPrice of ['120000.00', '15000.00', '99999.99']) {
      await replan(contractId, { newPrice });
      await expectSumIsPrice(contractId, newPrice);
    }
    // 15,000.00 stayed on the old lines; the other 15,000.00 wait as balance for what falls due.
    expect(await contractOf(contractId)).toMatchObject({ paid: '15000.00', prepaid: '15000.00' });
  });

  it('what was waived stays waived: it is not asked for once more', async () => {
    const { contractId } = await sold();
    const [, , last] = await installmentsOf(ground.client, contractId);
    const waiver = { installmentId: last?.id, what: 'PRINCIPAL', amount: '10000.00', reason: 'Goodwill' };
    await approved(desk, 'waive', waiver);
    await replan(contractId);
    expect((await linesOf(contractId)).slice(2)).toEqual([
      '3 50000.00 -50000.00 0.00 CANCELLED',
      '4 30000.00 -0.00 0.00 PENDING',
      '5 30000.00 -0.00 0.00 PENDING',
    ]);
    await expectSumIsPrice(contractId, '100000.00');
  });

  it('D5: what an area settlement gave back stays given back', async () => {
    const { contractId } = await sold();
    const area = { contractId, measuredArea: '98.00', unitPrice: '10000.00' };
    const { areaSettlementId } = await run(ground.client, 'settle-area', area);
    await run(ground.client, 'post-area-settlement', { areaSettlementId });
    await replan(contractId);
    const [, , , fourth, fifth] = await installmentsOf(ground.client, contractId);
    expect([fourth?.amount, fifth?.amount]).toEqual(['25000.00', '25000.00']);
    await expectSumIsPrice(contractId, '100000.00');
  });

  it('a receipt that bounces afterwards opens what it had paid; the plan and its sum stay', async () => {
    const { contractId, receiptId } = await sold();
    await replan(contractId);
    await run(ground.client, 'bounce-receipt', { receiptId, reason: 'No cover' });
    expect((await linesOf(contractId)).slice(0, 2)).toEqual([
      '1 20000.00 -0.00 0.00 OVERDUE',
      '2 30000.00 -20000.00 0.00 OVERDUE',
    ]);
    expect(await contractOf(contractId)).toMatchObject({ overdue: '30000.00' });
    await expectSumIsPrice(contractId, '100000.00');
  });

  it('D3: late fee that had come up by then stays owed and grows no more', async () => {
    await ground.client.graphql(
      'mutation ($id: UUID!) { updateKeyturnProject(id: $id, data: { lateFeeRate: 5 }) { id } }',
      { id: site.projectId },
    );
    const { contractId } = await sold();
    const fees = async () =>
      (await installmentsOf(ground.client, contractId)).map(({ lateFee, lateFeePaid }) => [
        lateFee,
        lateFeePaid,
      ]);
    await replan(contractId);
    const after = await fees();
    // 20,000.00 for 30 days cost 300.00; of the second 20,300.00 were open for 10 days.
    expect(after.slice(0, 2)).toEqual([
      ['300.00', '300.00'],
      ['101.50', '0.00'],
    ]);
    for (const { id } of await records(ground.client, 'adjustment', { contractId }))
      await rewrite(ground, 'adjustment', id, { effectiveOn: daysAgo(5) });
    await run(ground.client, 'reconcile', { contractId });
    expect((await fees())[1]).toEqual(['50.75', '0.00']);
  });

  it('a plan that does not add up, a price of nothing, a day to come, a contract that has ended: refused when it is asked', async () => {
    const { contractId } = await sold();
    const short = await makePlan(ground.client, [{ name: 'Part', percent: 99.99, anchor: 'SIGNING' }]);
    const refused = [
      [{ planId: short }, 'PLAN_DOES_NOT_ADD_UP'],
      [{ newPrice: '0.00' }, 'INVALID_INPUT'],
      [{ effectiveOn: daysAgo(-1) }, 'DATE_IN_FUTURE'],
    ] as const;
    for (const [more, code] of refused)
      expect(await ask(desk.finance, 'replan-contract', change(contractId, more))).toMatchObject({ code });
    await approved(desk, 'cancel-contract', {
      contractId,
      kind: 'MUTUAL',
      cancelledOn: daysAgo(0),
      reason: 'Asked for',
    });
    expect(await ask(desk.finance, 'replan-contract', change(contractId))).toMatchObject({
      code: 'CONTRACT_NOT_LIVE',
    });
  });
});
