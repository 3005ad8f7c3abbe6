/** D7, E21.6: money that goes back: never more than is there, never twice, of contracts and of reservations. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type Ground, openGround, reserve } from './ground.ts';
import {
  approved,
  ask,
  buildLedgerSite,
  type Desk,
  daysAgo,
  decide,
  deskOf,
  dueLine,
  type LedgerSite,
  receive,
  recordOf,
  records,
  rewrite,
  run,
  signOld,
} from './ledger-site.ts';

const LINES = [dueLine('First', 10, daysAgo(0)), dueLine('Last', 90, daysAgo(-30))];

describe('refunds', () => {
  let ground: Ground;
  let desk: Desk;
  let site: LedgerSite;
  let next = 0;
  beforeAll(async () => {
    ground = await openGround();
    desk = deskOf(ground);
    site = await buildLedgerSite(ground.client, { units: 10, price: '100000.00', lines: LINES });
  });
  afterAll(() => ground.close());

  /** A contract with 10,000.00 paid and 5,000.00 of balance. */
  async function sold() {
    const contractId = await signOld(ground.client, site, next++, daysAgo(50));
    const receiptId = await receive(ground.client, contractId, { amount: '15000.00', valueOn: daysAgo(0) });
    return { contractId, receiptId };
  }
  const refunding = (of: Record<string, string>, amount: string, more = {}) => ({
    ...of,
    amount,
    method: 'TRANSFER',
    refundedOn: daysAgo(0),
    why: 'reservationId' in of ? 'DEPOSIT' : 'OVERPAYMENT',
    ...more,
  });
  const contractOf = (id: string) => recordOf(ground.client, 'contract', id);

  it('a refund takes from the balance and never from what installments were paid', async () => {
    const { contractId } = await sold();
    const tooMuch = await ask(desk.finance, 'record-refund', refunding({ contractId }, '5000.01'));
    expect(tooMuch).toMatchObject({ code: 'AMOUNT_TOO_HIGH', facts: { most: '5000.00' } });
    await approved(desk, 'record-refund', refunding({ contractId }, '3000.00', { externalId: randomUUID() }));
    expect(await contractOf(contractId)).toMatchObject({
      paid: '10000.00',
      prepaid: '2000.00',
      refunded: '3000.00',
    });
    const [refund] = await records(ground.client, 'refund', { contractId });
    expect(refund).toMatchObject({ state: 'PAID', amount: '3000.00', payeeId: site.buyerId });
    expect(refund?.approvedBy).toMatch(/Finance Manager/);
    const report = await run(ground.client, 'reconcile', { contractId });
    expect(report).toMatchObject({ repaired: [], problems: [] });
  });

  it('what was refunded is not there when the next installment falls due', async () => {
    const { contractId } = await sold();
    await approved(desk, 'record-refund', refunding({ contractId }, '4000.00'));
    const [last] = await records(ground.client, 'installment', { contractId, seq: 2 });
    await rewrite(ground, 'installment', last?.id ?? '', { dueOn: daysAgo(0) });
    await ground.workspace.runCron('keyturn-keep-ledger');
    expect(await contractOf(contractId)).toMatchObject({ paid: '11000.00', prepaid: '0.00' });
  });

  it('two refunds of the same balance: the second is refused when it is to be carried out', async () => {
    const { contractId } = await sold();
    const asked = [
      await ask(desk.finance, 'record-refund', refunding({ contractId }, '5000.00')),
      await ask(desk.finance, 'record-refund', refunding({ contractId }, '5000.00')),
    ].map((answer) => expectDone(answer).approvalId);
    const outcomes = [];
    for (const approvalId of asked) outcomes.push(expectDone(await decide(desk.manager, approvalId)));
    expect(outcomes.map(({ isCarriedOut }) => isCarriedOut)).toEqual([true, false]);
    expect(await contractOf(contractId)).toMatchObject({ prepaid: '0.00', refunded: '5000.00' });
  });

  it('one external id is refunded once, whatever is asked with it', async () => {
    const { contractId } = await sold();
    const externalId = `bank-${randomUUID()}`;
    const first = expectDone(
      await ask(desk.finance, 'record-refund', refunding({ contractId }, '100.00', { externalId })),
    );
    await approved(desk, 'record-refund', refunding({ contractId }, '100.00', { externalId }));
    expect(expectDone(await decide(desk.manager, first.approvalId))).toMatchObject({ isCarriedOut: false });
    const again = await ask(
      desk.finance,
      'record-refund',
      refunding({ contractId }, '200.00', { externalId }),
    );
    expect(again).toMatchObject({ ok: false, code: 'RECEIPT_ALREADY_BOOKED' });
    expect(await records(ground.client, 'refund', { contractId })).toHaveLength(1);
  });

  it('E21.6: the receipt bounces after its money was refunded: the buyer owes it, and the next money makes it good first', async () => {
    const { contractId, receiptId } = await sold();
    await approved(desk, 'record-refund', refunding({ contractId }, '5000.00'));
    await run(ground.client, 'bounce-receipt', { receiptId, reason: 'No cover' });
    expect(await contractOf(contractId)).toMatchObject({ paid: '0.00', prepaid: '-5000.00' });
    const { problems } = await run<{ problems: { problem: string }[] }>(ground.client, 'reconcile', {
      contractId,
    });
    expect(problems.map(({ problem }) => problem).join()).toContain(
      '5000.00 EUR more was refunded than was there',
    );
    await receive(ground.client, contractId, { amount: '8000.00', valueOn: daysAgo(0) });
    expect(await contractOf(contractId)).toMatchObject({ paid: '3000.00', prepaid: '0.00' });
  });

  it.each([
    ['a day to come', { refundedOn: daysAgo(-1) }, 'DATE_IN_FUTURE'],
    ['nothing', { amount: '0.00' }, 'INVALID_INPUT'],
    ['a loan of a bank', { method: 'BANK_LOAN' }, 'INVALID_INPUT'],
    ['contract and reservation at once', { reservationId: randomUUID() }, 'INVALID_INPUT'],
  ])('%s is refused when it is asked', async (_what, change, code) => {
    const [contract] = await records(ground.client, 'contract');
    const input = refunding({ contractId: contract?.id ?? '' }, '1.00', change);
    expect(await ask(desk.finance, 'record-refund', input)).toMatchObject({ ok: false, code });
  });

  async function reserved(deposit: string) {
    const unitId = site.unitIds[next++] ?? '';
    const { reservationId } = expectDone(await reserve(ground.client, unitId, site.buyerId));
    const receipt = { reservationId, amount: deposit, method: 'CASH', receivedOn: daysAgo(0) };
    await run(ground.client, 'record-receipt', receipt);
    return reservationId;
  }
  const cancel = async (reservationId: string) =>
    expectDone(
      await ground.client.command('deal', 'cancel-reservation', {
        requestId: randomUUID(),
        reservationId,
        reason: 'Changed plans',
      }),
    );

  it('the deposit of a cancelled reservation goes back, in parts and never more than was paid', async () => {
    const reservationId = await reserved('10000.00');
    await cancel(reservationId);
    await approved(desk, 'record-refund', refunding({ reservationId }, '4000.00'));
    const tooMuch = await ask(desk.finance, 'record-refund', refunding({ reservationId }, '6000.01'));
    expect(tooMuch).toMatchObject({ code: 'AMOUNT_TOO_HIGH', facts: { most: '6000.00' } });
    await approved(desk, 'record-refund', refunding({ reservationId }, '6000.00'));
    const refunds = await records(ground.client, 'refund', { reservationId });
    expect(refunds.map(({ amount, contractId }) => [amount, contractId]).sort()).toEqual([
      ['4000.00', null],
      ['6000.00', null],
    ]);
    const none = await ask(desk.finance, 'record-refund', refunding({ reservationId }, '0.01'));
    expect(none).toMatchObject({ code: 'AMOUNT_TOO_HIGH', facts: { most: '0.00' } });
  });

  it('a deposit that still holds a unit is not refunded: its contract would count money that is gone', async () => {
    const reservationId = await reserved('10000.00');
    const active = await ask(desk.finance, 'record-refund', refunding({ reservationId }, '10000.00'));
    expect(active).toMatchObject({ ok: false, status: 409 });
    const number = `R-${site.mark}`;
    const signing = { requestId: randomUUID(), reservationId, planId: site.planId, number };
    expectDone(await ground.client.command('deal', 'sign-contract', { ...signing, signedOn: daysAgo(0) }));
    const converted = await ask(desk.finance, 'record-refund', refunding({ reservationId }, '1.00'));
    expect(converted).toMatchObject({ ok: false, code: 'RESERVATION_CLOSED' });
    expect(await records(ground.client, 'refund', { reservationId })).toEqual([]);
  });
});
