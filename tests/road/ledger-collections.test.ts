/** C4, G2.5: the ladder of notices, what stops it, promises kept and broken, and how a notice ends. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';
import {
  approved,
  attempt,
  buildLedgerSite,
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

/** Ten percent of 100,000.00 is due on the day, the rest in a year. */
const linesDue = (days: number) => [dueLine('First', 10, daysAgo(days)), dueLine('Last', 90, daysAgo(-365))];
const LADDER = [
  { daysPastDue: -7, level: 'REMINDER', channel: 'EMAIL' },
  { daysPastDue: 1, level: 'FIRST', channel: 'SMS' },
  { daysPastDue: 15, level: 'SECOND', channel: 'LETTER' },
  { daysPastDue: 30, level: 'FORMAL', channel: 'LETTER', payWithinDays: 14 },
  { daysPastDue: 60, level: 'LAWYER', channel: 'LETTER' },
  { daysPastDue: 90, level: 'TERMINATION', channel: 'LETTER', isActive: false },
];

describe('collections', () => {
  let ground: Ground;
  let site: LedgerSite;
  let next = 0;
  beforeAll(async () => {
    ground = await openGround();
    site = await buildLedgerSite(ground.client, { units: 24, price: '100000.00', lines: linesDue(5) });
    await ladder(site.projectId, LADDER);
  });
  afterAll(() => ground.close());

  async function ladder(projectId: string, steps: readonly object[]) {
    const data = steps.map((step) => ({
      name: 'Step',
      projectId,
      isActive: true,
      payWithinDays: 7,
      ...step,
    }));
    await ground.client.graphql(
      'mutation ($data: [KeyturnDunningStepCreateInput!]!) { createKeyturnDunningSteps(data: $data) { id } }',
      { data },
    );
  }
  const sold = async (days: number) => {
    const planId = await makePlan(ground.client, linesDue(days));
    return signOld(ground.client, site, next++, daysAgo(500), { planId });
  };
  const night = () => ground.workspace.runCron('keyturn-keep-ledger');
  const noticesOf = (contractId: string) => records(ground.client, 'dunningNotice', { contractId });
  const levelsOf = async (contractId: string) =>
    (await noticesOf(contractId)).map(({ level, state }) => `${level} ${state}`).sort();
  const pay = (contractId: string, amount: string) =>
    receive(ground.client, contractId, { amount, valueOn: daysAgo(0) });
  const setContract = (id: string, data: object) =>
    ground.client.graphql(
      'mutation ($id: UUID!, $data: KeyturnContractUpdateInput!) { updateKeyturnContract(id: $id, data: $data) { id } }',
      { id, data },
    );

  it('the highest step that the arrears have reached is taken, once for the same arrears, whatever the nights', async () => {
    const expected = new Map([
      [-8, null],
      [-7, 'REMINDER'],
      [0, 'REMINDER'],
      [1, 'FIRST'],
      [14, 'FIRST'],
      [15, 'SECOND'],
      [30, 'FORMAL'],
      [60, 'LAWYER'],
      [400, 'LAWYER'],
    ]);
    const contracts = new Map<number, string>();
    for (const days of expected.keys()) contracts.set(days, await sold(days));
    for (let nights = 0; nights < 2; nights++) {
      await night();
      const levels = new Map<number, string | null>();
      for (const [days, contractId] of contracts) {
        const notices = await noticesOf(contractId);
        expect(notices.length).toBeLessThanOrEqual(1);
        levels.set(days, notices[0]?.level ?? null);
      }
      expect(levels).toEqual(expected);
    }
    expect(await noticesOf(contracts.get(30) ?? '')).toMatchObject([
      {
        state: 'DRAFT',
        channel: 'LETTER',
        amountDue: '10000.00',
        lateFeeDue: '150.00',
        oldestDueOn: daysAgo(30),
        daysLate: 30,
        issuedOn: daysAgo(0),
        payBy: daysAgo(-14),
      },
    ]);
    expect(await noticesOf(contracts.get(-7) ?? '')).toMatchObject([
      { amountDue: '10000.00', daysLate: -7, payBy: daysAgo(-7) },
    ]);
  });

  it('issued by hand it is the same notice, however many ask at the same moment', async () => {
    const contractId = await sold(20);
    const answers = await Promise.all(
      [1, 2, 3].map(() => attempt(ground.client, 'issue-notice', { contractId })),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await levelsOf(contractId)).toEqual(['SECOND DRAFT']);
    expect(await run(ground.client, 'issue-notice', { contractId })).toMatchObject({ issued: 0 });
  });

  it('below the threshold nobody is asked; at it they are', async () => {
    const other = await buildLedgerSite(ground.client, {
      units: 2,
      price: '100000.00',
      lines: linesDue(20),
      project: { lateFeeRate: null },
    });
    await ladder(other.projectId, [{ daysPastDue: 1, level: 'FIRST', thresholdPercent: 5 }]);
    const [below, at] = [
      await signOld(ground.client, other, 0, daysAgo(500)),
      await signOld(ground.client, other, 1, daysAgo(500)),
    ];
    await pay(below, '5000.01');
    await pay(at, '5000.00');
    await night();
    expect(await levelsOf(below)).toEqual([]);
    expect(await noticesOf(at)).toMatchObject([{ level: 'FIRST', amountDue: '5000.00' }]);
  });

  it('a pause stops the ladder up to and with its day', async () => {
    const contractId = await sold(20);
    await setContract(contractId, { dunningPausedUntil: daysAgo(0) });
    await night();
    expect(await levelsOf(contractId)).toEqual([]);
    await setContract(contractId, { dunningPausedUntil: daysAgo(1) });
    await night();
    expect(await levelsOf(contractId)).toEqual(['SECOND DRAFT']);
  });

  it('the next step makes the one before ESCALATED', async () => {
    const contractId = await sold(5);
    await night();
    const [first] = await noticesOf(contractId);
    await run(ground.client, 'mark-notice', { dunningNoticeId: first?.id, to: 'SENT', on: daysAgo(4) });
    expect(await recordOf(ground.client, 'dunningNotice', first?.id ?? '')).toMatchObject({
      state: 'SENT',
      sentOn: daysAgo(4),
    });
    const [installment] = await installmentsOf(ground.client, contractId);
    await rewrite(ground, 'installment', installment?.id ?? '', { dueOn: daysAgo(16) });
    await run(ground.client, 'reconcile', { contractId });
    await night();
    expect(await levelsOf(contractId)).toEqual(['FIRST ESCALATED', 'SECOND DRAFT']);
  });

  const promise = (contractId: string, more = {}) =>
    attempt(ground.client, 'record-promise', {
      contractId,
      amount: '10000.00',
      payBy: daysAgo(-3),
      ...more,
    });

  it('a promise stops the ladder; kept it is KEPT, and the notice ends as PAID', async () => {
    const contractId = await sold(5);
    await night();
    const [first] = await noticesOf(contractId);
    await run(ground.client, 'mark-notice', { dunningNoticeId: first?.id, to: 'SENT', on: daysAgo(0) });
    expect((await promise(contractId)).ok).toBe(true);
    expect(await levelsOf(contractId)).toEqual(['FIRST PROMISED']);
    const [installment] = await installmentsOf(ground.client, contractId);
    await rewrite(ground, 'installment', installment?.id ?? '', { dueOn: daysAgo(20) });
    await run(ground.client, 'reconcile', { contractId });
    await night();
    expect(await levelsOf(contractId)).toEqual(['FIRST PROMISED']);
    await pay(contractId, '10100.00');
    await night();
    expect(await records(ground.client, 'paymentPromise', { contractId })).toMatchObject([
      { state: 'KEPT', paidSince: '10100.00', decidedOn: daysAgo(0) },
    ]);
    expect(await levelsOf(contractId)).toEqual(['FIRST PAID']);
  });

  it('a promise whose day is over is BROKEN, its notice says so, and the ladder goes on', async () => {
    const contractId = await sold(5);
    await night();
    const [first] = await noticesOf(contractId);
    await run(ground.client, 'mark-notice', { dunningNoticeId: first?.id, to: 'SENT', on: daysAgo(0) });
    await promise(contractId);
    await pay(contractId, '4000.00');
    const [given] = await records(ground.client, 'paymentPromise', { contractId });
    await night();
    expect(await recordOf(ground.client, 'paymentPromise', given?.id ?? '')).toMatchObject({
      state: 'OPEN',
      paidSince: '4000.00',
    });
    await rewrite(ground, 'paymentPromise', given?.id ?? '', { payBy: daysAgo(1), takenOn: daysAgo(9) });
    await night();
    expect(await recordOf(ground.client, 'paymentPromise', given?.id ?? '')).toMatchObject({
      state: 'BROKEN',
      decidedOn: daysAgo(0),
    });
    expect(await levelsOf(contractId)).toEqual(['FIRST BROKEN_PROMISE']);
    const [installment] = await installmentsOf(ground.client, contractId);
    await rewrite(ground, 'installment', installment?.id ?? '', { dueOn: daysAgo(31) });
    await run(ground.client, 'reconcile', { contractId });
    await night();
    expect(await levelsOf(contractId)).toEqual(['FIRST ESCALATED', 'FORMAL DRAFT']);
  });

  it('a cheque that bounces after it kept a promise lets the ladder go on', async () => {
    const contractId = await sold(20);
    await promise(contractId);
    const receiptId = await pay(contractId, '10100.00');
    await night();
    expect(await levelsOf(contractId)).toEqual([]);
    await run(ground.client, 'bounce-receipt', { receiptId, reason: 'No cover' });
    await night();
    expect(await levelsOf(contractId)).toEqual(['SECOND DRAFT']);
  });

  it('paid, waived or cancelled: the notice is closed and no other is issued', async () => {
    const contracts = [await sold(20), await sold(20), await sold(20)];
    await night();
    const [paid = '', waived = '', cancelled = ''] = contracts;
    await pay(paid, '10100.00');
    const desk = deskOf(ground);
    const [installment] = await installmentsOf(ground.client, waived);
    const waiver = { installmentId: installment?.id, what: 'PRINCIPAL', reason: 'Goodwill' };
    await approved(desk, 'waive', waiver);
    const cancel = { contractId: cancelled, kind: 'MUTUAL', cancelledOn: daysAgo(0), reason: 'Agreed' };
    await approved(desk, 'cancel-contract', cancel);
    for (let nights = 0; nights < 2; nights++) {
      await night();
      for (const contractId of contracts) expect(await levelsOf(contractId)).toEqual(['SECOND PAID']);
    }
  });

  it.each([
    ['DRAFT', [], ['ACKNOWLEDGED', 'ESCALATED']],
    ['SENT', ['SENT'], ['SENT']],
    ['ACKNOWLEDGED', ['SENT', 'ACKNOWLEDGED'], ['SENT', 'ACKNOWLEDGED']],
    ['ESCALATED', ['SENT', 'ESCALATED'], ['SENT', 'ACKNOWLEDGED']],
  ])('C4: a notice that is %s goes nowhere that the table does not name', async (state, way, wrong) => {
    const [any] = await records(ground.client, 'dunningNotice', { state: 'DRAFT' });
    const dunningNoticeId = any?.id ?? '';
    const mark = (to: string) =>
      attempt(ground.client, 'mark-notice', { dunningNoticeId, to, on: daysAgo(0) });
    for (const to of way) expect((await mark(to)).ok).toBe(true);
    for (const to of wrong) expect(await mark(to)).toMatchObject({ code: 'STATE_NOT_ALLOWED' });
    expect(await recordOf(ground.client, 'dunningNotice', dunningNoticeId)).toMatchObject({ state });
  });

  it('a promise of nothing, for a day that is over, or on no contract is refused', async () => {
    const [contract] = await records(ground.client, 'contract', { state: 'SIGNED' });
    const contractId = contract?.id ?? '';
    expect(await promise(contractId, { amount: '0.00' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await promise(contractId, { payBy: daysAgo(1) })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await promise(randomUUID())).toMatchObject({ code: 'NOT_FOUND' });
  });
});
