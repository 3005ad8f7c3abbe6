/** D14, E13: commission is earned once, by tiers, shared with the pool, and paid out once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';
import {
  attempt,
  buildLedgerSite,
  daysAgo,
  dueLine,
  type LedgerSite,
  receive,
  records,
  run,
  signOld,
} from './ledger-site.ts';

const LINES = [dueLine('First', 10, daysAgo(3)), dueLine('Last', 90, daysAgo(-30))];
/** E13: 3 percent to 300,000, 5 to 600,000, 7 above. */
const TIERS: { from: number; to: number | null; percent: number }[] = [
  { from: 0, to: 300_000, percent: 3 },
  { from: 300_000, to: 600_000, percent: 5 },
  { from: 600_000, to: null, percent: 7 },
];
const micros = (amount: number) => ({ amountMicros: amount * 1_000_000, currencyCode: 'EUR' });

describe('commission', () => {
  let ground: Ground;
  const sites: Record<string, LedgerSite> = {};
  const taken: Record<string, number> = {};
  let members: string[];

  beforeAll(async () => {
    ground = await openGround();
    members = ground.workspace.members.map(({ id }) => id);
    const make = async (name: string, price: string, plan: object, tiers = TIERS) => {
      const site = await buildLedgerSite(ground.client, {
        units: 5,
        price,
        lines: LINES,
        project: { lateFeeRate: null },
      });
      await commissionPlan(site, plan, tiers);
      sites[name] = site;
    };
    await make('marginal', '750000.00', { mode: 'MARGINAL' });
    await make('whole', '600000.00', { mode: 'WHOLE' });
    const quota = [
      { from: 0, to: 8_000_000, percent: 0.4 },
      { from: 8_000_000, to: null, percent: 0.5 },
    ];
    await make('pool', '12000000.00', { mode: 'MARGINAL', poolPercent: 25 }, quota);
  });
  afterAll(() => ground.close());

  async function commissionPlan(site: LedgerSite, plan: object, tiers: typeof TIERS) {
    const id = randomUUID();
    await ground.client.graphql(
      'mutation ($plan: KeyturnCommissionPlanCreateInput!) { createKeyturnCommissionPlan(data: $plan) { id } }',
      { plan: { id, name: `Commission ${site.mark}`, projectId: site.projectId, isActive: true, ...plan } },
    );
    const data = tiers.map(({ from, to, percent }) => ({
      name: `From ${from}`,
      commissionPlanId: id,
      fromAmount: micros(from),
      percent,
      ...(to === null ? {} : { toAmount: micros(to) }),
    }));
    await ground.client.graphql(
      'mutation ($data: [KeyturnCommissionTierCreateInput!]!) { createKeyturnCommissionTiers(data: $data) { id } }',
      { data },
    );
  }

  async function sold(name: string, isPaid = true) {
    const site = sites[name];
    if (site === undefined) throw new Error(name);
    taken[name] = (taken[name] ?? -1) + 1;
    const contractId = await signOld(ground.client, site, taken[name], daysAgo(30));
    if (isPaid) await receive(ground.client, contractId, { amount: '1000.00', valueOn: daysAgo(0) });
    return contractId;
  }
  const split = (...percents: string[]) =>
    percents.map((percent, index) => ({ memberId: members[index], percent }));
  const earn = (contractId: string, shares: object[] = split('100')) =>
    attempt(ground.client, 'earn-commission', { contractId, split: shares });
  const commissionsOf = async (contractId: string) =>
    (await records(ground.client, 'commission', { contractId })).sort((a, b) =>
      a.commissionKey < b.commissionKey ? -1 : 1,
    );

  it('nothing is earned before the first payment is cleared; a pending cheque is none', async () => {
    const contractId = await sold('marginal', false);
    await receive(ground.client, contractId, {
      amount: '75000.00',
      valueOn: daysAgo(0),
      method: 'CHEQUE',
    });
    expect(await earn(contractId)).toMatchObject({ ok: false, code: 'INVALID_INPUT' });
    expect(await commissionsOf(contractId)).toEqual([]);
    const [cheque] = await records(ground.client, 'receipt', { contractId });
    await run(ground.client, 'clear-receipt', { receiptId: cheque?.id });
    expect(await earn(contractId)).toMatchObject({ ok: true, result: { commission: '34500.00' } });
  });

  it.each([
    ['marginal', '34500.00'],
    ['whole', '42000.00'],
  ])('E13: by %s tiers it is %s', async (name, amount) => {
    const contractId = await sold(name);
    expect(await earn(contractId)).toMatchObject({ ok: true, result: { commission: amount } });
    expect(await commissionsOf(contractId)).toMatchObject([
      { amount, sharePercent: 100, state: 'EARNED', earnedOn: daysAgo(0), earnerId: members[0] },
    ]);
  });

  it('E13: a quarter goes to the pool: 52,000.00 are 39,000.00 and 13,000.00', async () => {
    const contractId = await sold('pool');
    expect(await earn(contractId, split('75'))).toMatchObject({ ok: true });
    expect(await commissionsOf(contractId)).toMatchObject([
      { amount: '39000.00', earnerId: members[0], earnerName: '' },
      { amount: '13000.00', earnerId: null, earnerName: 'Pool' },
    ]);
  });

  it('three shares make the whole to the cent', async () => {
    const contractId = await sold('marginal');
    await earn(contractId, split('33.3333', '33.3333', '33.3334'));
    const amounts = (await commissionsOf(contractId)).map(({ amount }) => Number(amount));
    expect(amounts).toHaveLength(3);
    expect(Math.round(amounts.reduce((sum, one) => sum + one, 0) * 100)).toBe(3_450_000);
  });

  it('it is earned once, however often and however many ask at the same moment', async () => {
    const contractId = await sold('whole');
    const answers = await Promise.all(Array.from({ length: 5 }, () => earn(contractId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await earn(contractId)).toMatchObject({ ok: false, code: 'STATE_NOT_ALLOWED' });
    expect(await commissionsOf(contractId)).toHaveLength(1);
  });

  it('shares that do not make 100 percent with the pool are refused', async () => {
    const contractId = await sold('pool');
    for (const shares of [split('100'), split('74.9999'), split('50', '25.0001')]) {
      expect(await earn(contractId, shares)).toMatchObject({ ok: false, code: 'INVALID_INPUT' });
    }
    expect(await commissionsOf(contractId)).toEqual([]);
  });

  it('paid once, on a day that has come', async () => {
    const contractId = await sold('marginal');
    await earn(contractId);
    const [{ id: commissionId } = { id: '' }] = await commissionsOf(contractId);
    const pay = (paidOn: string) => attempt(ground.client, 'pay-commission', { commissionId, paidOn });
    expect(await pay(daysAgo(-1))).toMatchObject({ code: 'DATE_IN_FUTURE' });
    const answers = await Promise.all([pay(daysAgo(0)), pay(daysAgo(0))]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await pay(daysAgo(0))).toMatchObject({ code: 'STATE_NOT_ALLOWED' });
    expect(await commissionsOf(contractId)).toMatchObject([{ state: 'PAID', paidOn: daysAgo(0) }]);
  });

  it('a salesperson cannot work out commission', async () => {
    const contractId = await sold('whole');
    const answer = await attempt(ground.as('Keyturn Sales'), 'earn-commission', { contractId });
    expect(answer).toMatchObject({ status: 403, code: 'NO_RIGHT' });
  });
});
