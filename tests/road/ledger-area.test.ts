/** D5, E8: what the survey makes of the price: calculated as often as need be, posted once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';
import {
  attempt,
  buildLedgerSite,
  daysAgo,
  dueLine,
  installmentsOf,
  type LedgerSite,
  receive,
  recordOf,
  records,
  run,
  signOld,
} from './ledger-site.ts';

/** A home of 100.00 m² for 1,000,000.00: 10,000.00 a square metre. */
const LINES = [
  dueLine('First', 50, daysAgo(10)),
  dueLine('Second', 48, daysAgo(5)),
  dueLine('Last', 2, daysAgo(-30)),
];

type Settled = { areaSettlementId: string; state: string; buyerMayRescind: boolean };

describe('area settlements', () => {
  let ground: Ground;
  let site: LedgerSite;
  let next = 0;
  beforeAll(async () => {
    ground = await openGround();
    const project = { lateFeeRate: null };
    site = await buildLedgerSite(ground.client, { units: 26, price: '1000000.00', lines: LINES, project });
  });
  afterAll(() => ground.close());

  const sold = () => signOld(ground.client, site, next++, daysAgo(100));
  const settle = (contractId: string, measuredArea: string) =>
    run<Settled>(ground.client, 'settle-area', { contractId, measuredArea });
  const post = (areaSettlementId: string, more = {}) =>
    attempt(ground.client, 'post-area-settlement', { areaSettlementId, ...more });
  const reconciled = async (contractId: string) =>
    expect(await run(ground.client, 'reconcile', { contractId })).toMatchObject({
      repaired: [],
      problems: [],
    });

  it.each([
    { area: '102.50', ratio: '2.5000', pays: '25000.00', gets: '0.00', bears: '0', rescind: false },
    { area: '103.00', ratio: '3.0000', pays: '30000.00', gets: '0.00', bears: '0', rescind: false },
    { area: '103.01', ratio: '3.0100', pays: '30000.00', gets: '0.00', bears: '0.01', rescind: true },
    { area: '105.00', ratio: '5.0000', pays: '30000.00', gets: '0.00', bears: '2', rescind: true },
    { area: '98.00', ratio: '-2.0000', pays: '0.00', gets: '20000.00', bears: '0', rescind: false },
    { area: '97.00', ratio: '-3.0000', pays: '0.00', gets: '30000.00', bears: '0', rescind: false },
    { area: '96.99', ratio: '-3.0100', pays: '0.00', gets: '30200.00', bears: '0', rescind: true },
    { area: '95.00', ratio: '-5.0000', pays: '0.00', gets: '70000.00', bears: '0', rescind: true },
  ])('E8: registered $area is $ratio percent: pays $pays, gets back $gets', async (row) => {
    const contractId = await sold();
    expect(await settle(contractId, row.area)).toMatchObject({
      ratioPercent: row.ratio,
      buyerPays: row.pays,
      buyerRefund: row.gets,
      developerBearsArea: row.bears,
      buyerMayRescind: row.rescind,
    });
    expect(await records(ground.client, 'areaSettlement', { contractId })).toMatchObject([
      { state: row.rescind ? 'BUYER_MAY_RESCIND' : 'CALCULATED', postedOn: null },
    ]);
  });

  it('E8: no difference: posted it makes neither a charge nor an adjustment', async () => {
    const contractId = await sold();
    const { areaSettlementId } = await settle(contractId, '100.00');
    expect((await post(areaSettlementId)).ok).toBe(true);
    expect(await installmentsOf(ground.client, contractId)).toHaveLength(3);
    expect(await records(ground.client, 'adjustment', { contractId })).toEqual([]);
    await reconciled(contractId);
  });

  it('a larger home: one further installment, due in as many days as said, that late fees and receipts know', async () => {
    const contractId = await sold();
    const { areaSettlementId } = await settle(contractId, '102.50');
    await run(ground.client, 'post-area-settlement', { areaSettlementId, payWithinDays: 14 });
    const [, , , difference] = await installmentsOf(ground.client, contractId);
    expect(difference).toMatchObject({
      seq: 4,
      chargeType: 'AREA_DIFFERENCE',
      amount: '25000.00',
      dueOn: daysAgo(-14),
      state: 'PENDING',
    });
    await receive(ground.client, contractId, {
      amount: '1025000.00',
      valueOn: daysAgo(0),
      allowPrepayment: true,
    });
    expect(await recordOf(ground.client, 'contract', contractId)).toMatchObject({
      paid: '1025000.00',
      prepaid: '0.00',
      price: '1000000.00',
    });
    await reconciled(contractId);
  });

  it('a smaller home: the last installments shrink first, what nobody has paid is asked for no more', async () => {
    const contractId = await sold();
    const { areaSettlementId } = await settle(contractId, '95.00');
    await run(ground.client, 'post-area-settlement', { areaSettlementId, buyerKeeps: true });
    const [first, second, last] = await installmentsOf(ground.client, contractId);
    expect([first?.credited, second?.credited, last?.credited]).toEqual(['0.00', '50000.00', '20000.00']);
    expect([first?.state, second?.state, last?.state]).toEqual(['OVERDUE', 'OVERDUE', 'PAID']);
    expect(await recordOf(ground.client, 'contract', contractId)).toMatchObject({ overdue: '930000.00' });
    await reconciled(contractId);
  });

  it('a smaller home that is paid in full: what was paid for the last installments is the buyer’s balance', async () => {
    const contractId = await sold();
    await receive(ground.client, contractId, {
      amount: '1000000.00',
      valueOn: daysAgo(5),
      allowPrepayment: true,
    });
    const { areaSettlementId } = await settle(contractId, '97.00');
    await run(ground.client, 'post-area-settlement', { areaSettlementId });
    const installments = await installmentsOf(ground.client, contractId);
    expect(installments.map(({ paid }) => paid)).toEqual(['500000.00', '470000.00', '0.00']);
    expect(await recordOf(ground.client, 'contract', contractId)).toMatchObject({
      paid: '970000.00',
      prepaid: '30000.00',
      overdue: '0.00',
    });
    await reconciled(contractId);
  });

  it('beyond three percent it is posted only when somebody says that the buyer keeps the home', async () => {
    const contractId = await sold();
    const { areaSettlementId } = await settle(contractId, '96.99');
    for (const more of [{}, { buyerKeeps: false }])
      expect(await post(areaSettlementId, more)).toMatchObject({ ok: false, code: 'STATE_NOT_ALLOWED' });
    expect(await records(ground.client, 'adjustment', { contractId })).toEqual([]);
    expect((await post(areaSettlementId, { buyerKeeps: true })).ok).toBe(true);
    const adjustments = await records(ground.client, 'adjustment', { contractId });
    expect(adjustments.map(({ amount }) => amount).sort()).toEqual(['10200.00', '20000.00']);
  });

  it('calculated anew it is corrected; posted it is neither calculated nor posted again', async () => {
    const contractId = await sold();
    const first = await settle(contractId, '98.00');
    const second = await settle(contractId, '102.50');
    expect(second.areaSettlementId).toBe(first.areaSettlementId);
    const answers = await Promise.all([1, 2, 3].map(() => post(second.areaSettlementId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await post(second.areaSettlementId)).toMatchObject({ code: 'STATE_NOT_ALLOWED' });
    const again = await attempt(ground.client, 'settle-area', { contractId, measuredArea: '99.00' });
    expect(again).toMatchObject({ code: 'STATE_NOT_ALLOWED' });
    expect(await installmentsOf(ground.client, contractId)).toHaveLength(4);
    expect(await records(ground.client, 'areaSettlement', { contractId })).toMatchObject([
      { state: 'POSTED', buyerPays: '25000.00', postedOn: daysAgo(0) },
    ]);
  });

  it.each(['0', '-1', '98.12345', 'ninety'])('an area of %s is refused', async (measuredArea) => {
    const answer = await attempt(ground.client, 'settle-area', { contractId: await sold(), measuredArea });
    expect(answer).toMatchObject({ ok: false, code: 'INVALID_INPUT' });
  });

  type Survey = { calculated: number; wrong: number; rows: { contract: string; problem: string | null }[] };
  const survey = (csv: string, fileName = 'survey.csv') =>
    ground.client.command<Survey>('files', 'read-area-survey', {
      requestId: 'not asked for',
      fileName,
      contentBase64: Buffer.from(csv, 'utf8').toString('base64'),
    });

  it('a surveyor’s file settles contract by contract, by number or by unit, and says of each bad row what is wrong', async () => {
    const ids = [await sold(), await sold(), await sold()];
    const numbers = [];
    for (const id of ids) numbers.push(await recordOf(ground.client, 'contract', id));
    const unit = await recordOf(ground.client, 'unit', numbers[1]?.unitId ?? '');
    const posted = await settle(ids[2] ?? '', '101.00');
    await run(ground.client, 'post-area-settlement', { areaSettlementId: posted.areaSettlementId });
    const rows = [
      'Survey of House L',
      'Contract No.,Buyer,Measured area (m²)',
      `${numbers[0]?.name},Mei,102.50`,
      `"${unit.name}",Mei,97.00`,
      `${numbers[2]?.name},Mei,99.00`,
      `${numbers[0]?.name},Mei,103.00`,
      'X-404,Mei,99.00',
      `${numbers[0]?.name},Mei,about 90`,
      'Total,,400.00',
    ];
    const answer = await survey(rows.join('\r\n'));
    if (!answer.ok) throw new Error(answer.message);
    const { rows: read, ...counts } = answer.result;
    expect(counts).toMatchObject({ calculated: 2, wrong: 4 });
    expect(read.map(({ problem }) => problem?.replace(/ .*/, '') ?? null)).toEqual([
      null,
      null,
      'The',
      'The',
      'There',
      '"about',
    ]);
    const settlements = await Promise.all(
      ids.map((contractId) => records(ground.client, 'areaSettlement', { contractId })),
    );
    expect(settlements.flat()).toMatchObject([
      { state: 'CALCULATED', buyerPays: '25000.00' },
      { state: 'CALCULATED', buyerRefund: '30000.00' },
      { state: 'POSTED', buyerPays: '10000.00' },
    ]);
    // Read again it makes no second settlement; a corrected file corrects.
    await survey(rows.join('\r\n'));
    await survey(`合同编号,实测面积\n${numbers[0]?.name},101.00`);
    expect(await records(ground.client, 'areaSettlement', { contractId: ids[0] })).toMatchObject([
      { buyerPays: '10000.00', state: 'CALCULATED' },
    ]);
    expect(await installmentsOf(ground.client, ids[0] ?? '')).toHaveLength(3);
  });

  it('a file without the two columns, or that is no table, is refused and settles nothing', async () => {
    const before = await records(ground.client, 'areaSettlement');
    for (const file of ['Number,Size\nL-1,100', '<html><table></table></html>']) {
      expect(await survey(file)).toMatchObject({ ok: false, status: 422, code: 'FILE_UNREADABLE' });
    }
    expect(await records(ground.client, 'areaSettlement')).toEqual(before);
  });
});
