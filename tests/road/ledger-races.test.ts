/** E21: two or ten at the same moment on one contract: everything happens once, and the books agree. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type Ground, openGround } from './ground.ts';
import {
  ask,
  attempt,
  buildLedgerSite,
  type Desk,
  daysAgo,
  decide,
  deskOf,
  dueLine,
  installmentsOf,
  type LedgerSite,
  ledgerState,
  makePlan,
  receive,
  recordOf,
  records,
  run,
  signOld,
} from './ledger-site.ts';

const LINES = [
  dueLine('First', 20, daysAgo(20)),
  dueLine('Second', 20, daysAgo(5)),
  dueLine('Last', 60, daysAgo(-60)),
];
const ROUNDS = 3;

describe('races on the ledger', () => {
  let ground: Ground;
  let desk: Desk;
  let site: LedgerSite;
  let next = 0;
  beforeAll(async () => {
    ground = await openGround();
    desk = deskOf(ground);
    site = await buildLedgerSite(ground.client, { units: 40, price: '100000.00', lines: LINES });
  });
  afterAll(() => ground.close());

  const sold = (more = {}) => signOld(ground.client, site, next++, daysAgo(100), more);
  const pay = (contractId: string, amount: string, valueOn = daysAgo(0)) =>
    receive(ground.client, contractId, { amount, valueOn });
  const contractOf = (id: string) => recordOf(ground.client, 'contract', id);
  async function agrees(contractId: string) {
    const report = await run(ground.client, 'reconcile', { contractId });
    expect(report).toMatchObject({ repaired: [], problems: [] });
    const { received, allocated, contract } = await ledgerState(ground.client, contractId);
    expect(contract.paid + contract.lateFeePaid + contract.prepaid + contract.refunded).toBe(received);
    expect(allocated).toBe(contract.paid + contract.lateFeePaid);
  }
  /** Asked one after the other, decided by two people at the same moment. */
  async function decidedAtOnce(inputs: readonly [string, Record<string, unknown>][]) {
    const asked: string[] = [];
    for (const [command, input] of inputs)
      asked.push(expectDone(await ask(desk.finance, command, input)).approvalId);
    const answers = await Promise.all(
      asked.map((approvalId, index) => decide(index % 2 === 0 ? desk.manager : ground.client, approvalId)),
    );
    return answers.map((answer) => expectDone(answer).isCarriedOut);
  }

  it('E21.6: ten receipts at once: each is booked, nothing is allocated twice, the fees are those of one after the other', async () => {
    const [contractId, twin] = [await sold(), await sold()];
    const amounts = Array.from({ length: 10 }, (_, index) => `${5000 + index}.01`);
    await Promise.all(amounts.map((amount, index) => pay(contractId, amount, daysAgo(index))));
    for (const [index, amount] of amounts.entries()) await pay(twin, amount, daysAgo(index));
    const [left, right] = [
      await ledgerState(ground.client, contractId),
      await ledgerState(ground.client, twin),
    ];
    expect(left.installments).toEqual(right.installments);
    expect(left.contract).toEqual(right.contract);
    await agrees(contractId);
  });

  it('a receipt and the bounce of another at once', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const contractId = await sold();
      const receiptId = await pay(contractId, '25000.00', daysAgo(10));
      await Promise.all([
        pay(contractId, '8000.00'),
        run(ground.client, 'bounce-receipt', { receiptId, reason: 'No cover' }),
      ]);
      expect(await contractOf(contractId)).toMatchObject({ lateFeePaid: '200.00', paid: '7800.00' });
      await agrees(contractId);
    }
  });

  it('bounced and reversed at once a receipt is one of the two', async () => {
    const contractId = await sold();
    const receiptId = await pay(contractId, '25000.00');
    const answers = await Promise.all(
      ['bounce-receipt', 'reverse-receipt'].map((name) =>
        attempt(ground.client, name, { receiptId, reason: 'Both' }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await contractOf(contractId)).toMatchObject({ paid: '0.00', prepaid: '0.00' });
    await agrees(contractId);
  });

  it.each([
    ['to higher prices', '110000.00', '120000.00'],
    ['below what is paid', '20000.00', '10000.00'],
    ['one up and one below what is paid', '110000.00', '10000.00'],
  ])('D2.6: two re-plannings at once, %s: one is carried out, and the sum is its price', async (...row) => {
    const planId = await makePlan(ground.client, [{ name: 'Rest', percent: 100, anchor: 'SIGNING' }]);
    for (let round = 0; round < ROUNDS; round++) {
      const contractId = await sold();
      await pay(contractId, '40300.00');
      const change = { contractId, planId, effectiveOn: daysAgo(0), reason: 'Asked for' };
      const done = await decidedAtOnce([
        ['replan-contract', { ...change, newPrice: row[1] }],
        ['replan-contract', { ...change, newPrice: row[2] }],
      ]);
      const { price } = await contractOf(contractId);
      // Where the second began after the first had ended, both are done, one after the other.
      expect(done.filter((one) => one).length).toBeGreaterThan(0);
      expect([row[1], row[2]]).toContain(price);
      await agrees(contractId);
    }
  });

  it('two refunds of the same balance at once: never more than there is goes back', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const contractId = await sold();
      await pay(contractId, '46300.00');
      const { prepaid } = await contractOf(contractId);
      const refund = { contractId, amount: prepaid, method: 'TRANSFER', refundedOn: daysAgo(0) };
      const done = await decidedAtOnce([
        ['record-refund', { ...refund, why: 'OVERPAYMENT' }],
        ['record-refund', { ...refund, why: 'OVERPAYMENT' }],
      ]);
      const kept = await records(ground.client, 'refund', { contractId, state: 'PAID' });
      expect(kept.length).toBe(done.filter((one) => one).length);
      expect(kept.length).toBeLessThanOrEqual(1);
      expect(await contractOf(contractId)).toMatchObject({
        paid: '40000.00',
        prepaid: kept.length === 1 ? '0.00' : prepaid,
      });
      await agrees(contractId);
    }
  });

  it('two disbursements of the whole loan at once: the bank’s money is booked once', async () => {
    const lines = [dueLine('Own', 40, daysAgo(5)), { name: 'Loan', percent: 60, anchor: 'LOAN' }];
    const planId = await makePlan(ground.client, lines);
    for (let round = 0; round < ROUNDS; round++) {
      const contractId = await sold({ planId });
      const { mortgageCaseId } = await run(desk.finance, 'open-mortgage', {
        contractId,
        bank: 'First Bank',
        kind: 'COMMERCIAL',
        amountAsked: '60000.00',
        termMonths: 240,
        annualRatePercent: '4',
        repayment: 'EQUAL_PRINCIPAL',
      });
      for (const to of ['SUBMITTED', 'APPROVED'])
        await run(desk.finance, 'move-mortgage', { mortgageCaseId, to, on: daysAgo(0) });
      const body = { mortgageCaseId, amount: '60000.00', on: daysAgo(0) };
      const answers = await Promise.all(
        [desk.finance, desk.manager].map((client) => attempt(client, 'disburse-mortgage', body)),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await records(ground.client, 'receipt', { contractId })).toHaveLength(1);
      expect(await recordOf(ground.client, 'mortgageCase', mortgageCaseId ?? '')).toMatchObject({
        state: 'DISBURSED',
        amountDisbursed: '60000.00',
      });
      await agrees(contractId);
    }
  });

  it('a contract is cancelled while money comes in: what comes in is the buyer’s, or is refused', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const contractId = await sold();
      await pay(contractId, '20200.00');
      const cancel = { contractId, kind: 'MUTUAL', cancelledOn: daysAgo(0), reason: 'Agreed' };
      const { approvalId } = expectDone(await ask(desk.finance, 'cancel-contract', cancel));
      const receipt = { contractId, amount: '700.00', method: 'CASH', receivedOn: daysAgo(0) };
      const [, money] = await Promise.all([
        decide(desk.manager, approvalId),
        attempt(ground.client, 'record-receipt', receipt),
      ]);
      if (!money.ok) expect(money.code).toBe('CONTRACT_NOT_LIVE');
      const contract = await contractOf(contractId);
      expect(contract.state).toBe('CANCEL_PENDING');
      const back = Number(contract.prepaid) + Number(contract.lateFeePaid);
      expect(back).toBe(money.ok ? 20_900 : 20_200);
      await agrees(contractId);
    }
  });

  it('two cancellations at once, of different kinds: one of them is what the contract says', async () => {
    const contractId = await sold();
    await pay(contractId, '20200.00');
    const cancel = { contractId, cancelledOn: daysAgo(0), reason: 'Agreed' };
    const done = await decidedAtOnce([
      ['cancel-contract', { ...cancel, kind: 'MUTUAL' }],
      ['cancel-contract', { ...cancel, kind: 'RESCISSION' }],
    ]);
    expect(done.filter((one) => one)).toHaveLength(1);
    expect((await contractOf(contractId)).cancelKind).toBe(done[0] ? 'MUTUAL' : 'RESCISSION');
    await agrees(contractId);
  });

  it('five charges and an area settlement at once: each has a number of its own, and none is lost', async () => {
    const contractId = await sold();
    const area = { contractId, measuredArea: '102.00', unitPrice: '1000.00' };
    const { areaSettlementId } = await run(ground.client, 'settle-area', area);
    const charge = { contractId, chargeType: 'OTHER_FEE', label: 'Fee', amount: '10.00', dueOn: daysAgo(-9) };
    const requests: [string, Record<string, unknown>][] = [
      ['post-area-settlement', { areaSettlementId, requestId: randomUUID() }],
      ...Array.from({ length: 5 }, (): [string, Record<string, unknown>] => [
        'add-charge',
        { ...charge, requestId: randomUUID() },
      ]),
    ];
    // Who is told that the contract was busy asks again, with the same request.
    let open = requests;
    for (let time = 0; open.length > 0 && time < 8; time++) {
      const answers = await Promise.all(open.map(([name, body]) => attempt(ground.client, name, body)));
      open = open.filter((_, index) => answers[index]?.ok !== true);
    }
    expect(open).toEqual([]);
    const installments = await installmentsOf(ground.client, contractId);
    expect(installments.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(installments.filter(({ chargeType }) => chargeType === 'AREA_DIFFERENCE')).toHaveLength(1);
    await agrees(contractId);
  });
});
