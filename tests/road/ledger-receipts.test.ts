/** C4, D3, D4: what becomes of money that comes in, by whichever way it came and whatever day it counts from. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type Ground, openGround, reserve } from './ground.ts';
import {
  attempt,
  buildLedgerSite,
  daysAgo,
  dueLine,
  installmentsOf,
  type LedgerSite,
  ledgerState,
  receive,
  recordOf,
  records,
  rewrite,
  run,
  signOld,
} from './ledger-site.ts';

/** At 5 in ten thousand a day the first has cost 300.00 of late fee by today, the second 75.00. */
const LINES = [
  dueLine('First', 30, daysAgo(20)),
  dueLine('Second', 30, daysAgo(5)),
  dueLine('Third', 40, daysAgo(-30)),
];

describe('receipts', () => {
  let ground: Ground;
  let site: LedgerSite;
  let next = 0;
  beforeAll(async () => {
    ground = await openGround();
    site = await buildLedgerSite(ground.client, { units: 16, price: '100000.00', lines: LINES });
  });
  afterAll(() => ground.close());

  async function sold() {
    const contractId = await signOld(ground.client, site, next++, daysAgo(100));
    const installments = await installmentsOf(ground.client, contractId);
    return { contractId, ids: installments.map(({ id }) => id) as [string, string, string] };
  }
  const contractOf = (id: string) => recordOf(ground.client, 'contract', id);
  const paidOf = async (contractId: string) =>
    (await installmentsOf(ground.client, contractId)).map(({ paid }) => paid);
  const fallDue = (installmentId: string) =>
    rewrite(ground, 'installment', installmentId, { dueOn: daysAgo(0) });

  it('a cheque counts nothing until it is cleared, and then from its value date', async () => {
    const { contractId, ids } = await sold();
    const before = await ledgerState(ground.client, contractId);
    const receiptId = await receive(ground.client, contractId, {
      amount: '10000.00',
      valueOn: daysAgo(10),
      method: 'CHEQUE',
    });
    expect(await recordOf(ground.client, 'receipt', receiptId)).toMatchObject({
      state: 'PENDING_CLEARANCE',
      allocated: '0.00',
    });
    const pending = await ledgerState(ground.client, contractId);
    expect(pending.contract).toMatchObject({ paid: 0, prepaid: 0 });
    expect(pending.installments.map(({ paid }) => paid)).toEqual(before.installments.map(({ paid }) => paid));
    await run(ground.client, 'clear-receipt', { receiptId });
    // 10 days late at that day: 150.00 of fee, then principal (FEE_THEN_PRINCIPAL).
    expect(await recordOf(ground.client, 'installment', ids[0])).toMatchObject({
      lateFeePaid: '150.00',
      paid: '9850.00',
    });
    const allocations = await records(ground.client, 'allocation', { receiptId });
    expect(allocations.map(({ allocatedOn }) => allocatedOn)).toEqual([daysAgo(10), daysAgo(10)]);
  });

  it('a cheque dated ahead and cleared early counts from the day on which it is cleared; a value date to come is refused', async () => {
    const { contractId } = await sold();
    const cheque = { amount: '10000.00', receivedOn: daysAgo(0), valueOn: daysAgo(-10), method: 'CHEQUE' };
    const receiptId = await receive(ground.client, contractId, cheque);
    const late = await attempt(ground.client, 'clear-receipt', { receiptId, valueOn: daysAgo(-1) });
    expect(late).toMatchObject({ ok: false, status: 400, code: 'DATE_IN_FUTURE' });
    await run(ground.client, 'clear-receipt', { receiptId });
    expect(await recordOf(ground.client, 'receipt', receiptId)).toMatchObject({ valueOn: daysAgo(0) });
    expect(await contractOf(contractId)).toMatchObject({ paid: '9700.00', lateFeePaid: '300.00' });
    const report = await run<{ problems: unknown[] }>(ground.client, 'reconcile', { contractId });
    expect(report.problems).toEqual([]);
  });

  it('bounced, everything that it had paid is open again by counter rows, and late from the day it was due', async () => {
    const { contractId, ids } = await sold();
    const receiptId = await receive(ground.client, contractId, {
      amount: '30150.00',
      valueOn: daysAgo(10),
      method: 'CHEQUE',
      isPending: false,
    });
    expect(await recordOf(ground.client, 'installment', ids[0])).toMatchObject({
      state: 'PAID',
      settledOn: daysAgo(10),
    });
    await run(ground.client, 'bounce-receipt', { receiptId, reason: 'No cover' });
    expect(await recordOf(ground.client, 'receipt', receiptId)).toMatchObject({
      state: 'BOUNCED',
      allocated: '0.00',
      closedOn: daysAgo(0),
      closeReason: 'No cover',
    });
    expect(await recordOf(ground.client, 'installment', ids[0])).toMatchObject({
      state: 'OVERDUE',
      paid: '0.00',
      lateFee: '300.00',
      lateFeePaid: '0.00',
      settledOn: null,
    });
    const rows = await records(ground.client, 'allocation', { receiptId });
    expect(rows.map(({ amount }) => amount).sort()).toEqual(['-150.00', '-30000.00', '150.00', '30000.00']);
    const originals = new Set(rows.filter(({ mirrorOf }) => !mirrorOf).map(({ id }) => id));
    expect(rows.filter(({ mirrorOf }) => originals.has(mirrorOf))).toHaveLength(2);
  });

  it.each([
    ['bounced', 'bounce-receipt', ['clear-receipt', 'bounce-receipt', 'reverse-receipt']],
    ['reversed', 'reverse-receipt', ['clear-receipt', 'bounce-receipt', 'reverse-receipt']],
    ['pending', null, ['reverse-receipt']],
  ] as const)('a %s receipt goes no further than C4 lets it', async (_state, command, refused) => {
    const { contractId } = await sold();
    const receiptId = await receive(ground.client, contractId, {
      amount: '100.00',
      valueOn: daysAgo(1),
      isPending: command === null,
    });
    if (command !== null) await run(ground.client, command, { receiptId, reason: 'Test' });
    const before = await ledgerState(ground.client, contractId);
    for (const name of refused) {
      const answer = await attempt(ground.client, name, { receiptId, reason: 'Test' });
      expect(answer).toMatchObject({ ok: false, status: 409, code: 'STATE_NOT_ALLOWED' });
    }
    expect(await ledgerState(ground.client, contractId)).toEqual(before);
  });

  it('E21.7: reversed and posted anew everything is as it was, late fees included', async () => {
    const { contractId } = await sold();
    const money = [
      { amount: '12345.67', valueOn: daysAgo(15) },
      { amount: '20000.00', valueOn: daysAgo(8) },
      { amount: '9000.00', valueOn: daysAgo(2), allowPrepayment: true },
    ];
    const [first = '', second = ''] = [
      await receive(ground.client, contractId, money[0] as never),
      await receive(ground.client, contractId, money[1] as never),
    ];
    await receive(ground.client, contractId, money[2] as never);
    const before = await ledgerState(ground.client, contractId);
    for (const [index, receiptId] of [first, second].entries()) {
      await run(ground.client, 'reverse-receipt', { receiptId, reason: 'Wrong contract' });
      expect((await ledgerState(ground.client, contractId)).contract).not.toEqual(before.contract);
      await receive(ground.client, contractId, money[index] as never);
      expect({ ...(await ledgerState(ground.client, contractId)), mirrored: 0 }).toEqual(before);
    }
  });

  it('D3: a receipt entered late counts from its value date, and the late fee already billed is corrected by a counter entry', async () => {
    const { contractId, ids } = await sold();
    await receive(ground.client, contractId, { amount: '30300.00', valueOn: daysAgo(0) });
    const entriesOf = () => records(ground.client, 'lateFeeEntry', { installmentId: ids[0] });
    expect((await entriesOf()).map(({ amount }) => amount)).toEqual(['300.00']);
    await receive(ground.client, contractId, { amount: '10000.00', valueOn: daysAgo(15) });
    // 5 days of 30,000.00 are 75.00; then 15 days of 20,075.00 are 150.56.
    expect(await recordOf(ground.client, 'installment', ids[0])).toMatchObject({
      lateFee: '225.56',
      lateFeePaid: '225.56',
      paid: '30000.00',
    });
    const entries = await entriesOf();
    const amounts = entries.map(({ kind, amount }) => `${kind} ${amount}`).sort();
    expect(amounts).toEqual(['ACCRUAL 300.00', 'CORRECTION -74.44']);
    expect(await recordOf(ground.client, 'installment', ids[1])).toMatchObject({
      lateFeePaid: '75.00',
      paid: '9999.44',
    });
  });

  it('D4.1: what the payer named is paid first, due or not; the rest goes by the order of the contract', async () => {
    const { contractId, ids } = await sold();
    await receive(ground.client, contractId, {
      amount: '55000.00',
      valueOn: daysAgo(0),
      installmentIds: [ids[2], ids[1]],
    });
    // Third 40,000.00; second 75.00 of fee and 14,925.00; nothing for the first.
    expect(await paidOf(contractId)).toEqual(['0.00', '14925.00', '40000.00']);
  });

  it('D4.1: an instruction that names an installment of another contract is refused and nothing is booked', async () => {
    const [{ contractId }, other] = [await sold(), await sold()];
    const body = { contractId, amount: '100.00', method: 'CASH', receivedOn: daysAgo(0) };
    const answer = await attempt(ground.client, 'record-receipt', {
      ...body,
      installmentIds: [other.ids[0]],
    });
    expect(answer).toMatchObject({ ok: false, status: 404, code: 'NOT_FOUND' });
    expect(await records(ground.client, 'receipt', { contractId })).toEqual([]);
  });

  it('D4.3: money for the maintenance fund pays the fund and nothing else; money for the price never pays it', async () => {
    const { contractId, ids } = await sold();
    const charge = await run(ground.client, 'add-charge', {
      contractId,
      chargeType: 'MAINTENANCE_FUND',
      label: 'Maintenance fund',
      amount: '2000.00',
      dueOn: daysAgo(9),
    });
    await receive(ground.client, contractId, { amount: '70000.00', valueOn: daysAgo(0) });
    expect(await paidOf(contractId)).toEqual(['30000.00', '30000.00', '0.00', '0.00']);
    expect(await contractOf(contractId)).toMatchObject({ prepaid: '9625.00' });
    await receive(ground.client, contractId, {
      amount: '2500.00',
      valueOn: daysAgo(0),
      fund: 'MAINTENANCE_FUND',
    });
    expect(await paidOf(contractId)).toEqual(['30000.00', '30000.00', '0.00', '2000.00']);
    // Its excess waits for the fund; and what is collected for others bears no late fee.
    expect(await contractOf(contractId)).toMatchObject({ prepaid: '10125.00', lateFee: '375.00' });
    expect((await recordOf(ground.client, 'installment', charge.installmentId ?? '')).lateFee).toBe('0.00');
    await fallDue(ids[2]);
    await ground.workspace.runCron('keyturn-keep-ledger');
    expect((await paidOf(contractId))[2]).toBe('9625.00');
    expect(await contractOf(contractId)).toMatchObject({ prepaid: '500.00' });
  });

  it('D4.4: what nobody owes yet stays as balance and is taken on the due date by the job, once', async () => {
    const { contractId, ids } = await sold();
    await receive(ground.client, contractId, { amount: '75375.00', valueOn: daysAgo(0) });
    expect(await contractOf(contractId)).toMatchObject({ paid: '60000.00', prepaid: '15000.00' });
    await ground.workspace.runCron('keyturn-keep-ledger');
    expect(await contractOf(contractId)).toMatchObject({ prepaid: '15000.00' });
    await fallDue(ids[2]);
    for (let run = 0; run < 2; run++) {
      await ground.workspace.runCron('keyturn-keep-ledger');
      expect(await contractOf(contractId)).toMatchObject({ paid: '75000.00', prepaid: '0.00' });
      expect(await recordOf(ground.client, 'installment', ids[2])).toMatchObject({
        state: 'PARTIALLY_PAID',
        paid: '15000.00',
      });
    }
  });

  it('D4.4: with prepayment allowed the next installments take it before they are due', async () => {
    const { contractId } = await sold();
    await receive(ground.client, contractId, {
      amount: '75375.00',
      valueOn: daysAgo(0),
      allowPrepayment: true,
    });
    expect(await paidOf(contractId)).toEqual(['30000.00', '30000.00', '15000.00']);
    expect(await contractOf(contractId)).toMatchObject({ prepaid: '0.00' });
  });

  it('one external id is booked once; a wrong amount, currency or date books nothing', async () => {
    const { contractId } = await sold();
    const body = { contractId, amount: '100.00', method: 'TRANSFER', receivedOn: daysAgo(0) };
    const externalId = `bank-${randomUUID()}`;
    await run(ground.client, 'record-receipt', { ...body, externalId });
    const refused = [
      [{ externalId, amount: '200.00' }, 'RECEIPT_ALREADY_BOOKED'],
      [{ amount: '0.00' }, 'INVALID_INPUT'],
      [{ amount: '-5.00' }, 'INVALID_INPUT'],
      [{ amount: '0.001' }, 'INVALID_INPUT'],
      [{ currency: 'USD' }, 'CURRENCY_MISMATCH'],
      [{ receivedOn: daysAgo(-1) }, 'DATE_IN_FUTURE'],
      [{ reservationId: randomUUID() }, 'INVALID_INPUT'],
    ] as const;
    for (const [change, code] of refused) {
      const answer = await attempt(ground.client, 'record-receipt', { ...body, ...change });
      expect(answer).toMatchObject({ ok: false, code });
    }
    expect(await records(ground.client, 'receipt', { contractId })).toHaveLength(1);
  });

  it('D2.3: a deposit whose cheque is cleared after the signing pays the first installments, due or not', async () => {
    const unitId = site.unitIds[next++] ?? '';
    const { reservationId } = expectDone(await reserve(ground.client, unitId, site.buyerId));
    const deposit = { reservationId, method: 'CHEQUE', receivedOn: daysAgo(0) };
    const { receiptId } = await run(ground.client, 'record-receipt', { ...deposit, amount: '50000.00' });
    const planId = site.planId;
    const signing = { requestId: randomUUID(), reservationId, planId, number: `D-${site.mark}` };
    const { contractId } = expectDone(
      await ground.client.command<{ contractId: string }>('deal', 'sign-contract', {
        ...signing,
        signedOn: daysAgo(0),
      }),
    );
    expect(await contractOf(contractId)).toMatchObject({ paid: '0.00' });
    expect(await recordOf(ground.client, 'reservation', reservationId)).toMatchObject({
      depositPaid: '0.00',
    });
    await run(ground.client, 'clear-receipt', { receiptId });
    expect(await contractOf(contractId)).toMatchObject({ paid: '49625.00', lateFeePaid: '375.00' });
    expect(await recordOf(ground.client, 'reservation', reservationId)).toMatchObject({
      depositPaid: '50000.00',
    });
    await run(ground.client, 'bounce-receipt', { receiptId, reason: 'No cover' });
    expect(await contractOf(contractId)).toMatchObject({ paid: '0.00', prepaid: '0.00' });
    expect(await recordOf(ground.client, 'reservation', reservationId)).toMatchObject({
      depositPaid: '0.00',
    });
  });
});
