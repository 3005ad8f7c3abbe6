/** Earnest money of the queue (D6), and locks that nobody has (C3). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callNextTicket } from '#commands/deal/call-ticket.ts';
import { cancelTicket, refundTicket } from '#commands/deal/cancel-ticket.ts';
import { convertTicket } from '#commands/deal/convert.ts';
import { holdUnit } from '#commands/deal/hold-unit.ts';
import { reserveUnit } from '#commands/deal/reserve-unit.ts';
import { activateTicket, takeTicket } from '#commands/deal/take-ticket.ts';
import { passLock } from '#commands/deal/unit-lock.ts';
import { bounceReceipt } from '#commands/ledger/receipt-states.ts';
import { recordReceipt } from '#commands/ledger/record-receipt.ts';
import { recordRefund } from '#commands/ledger/record-refund.ts';
import { freeLostLocks } from '#commands/system/sales-jobs.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { TODAY } from './ground.ts';
import { dieAt } from './in-process.ts';
import { eachEnd, type Floor, minutes, openFloor, plain } from './sales-floor.ts';

const EARNEST = '5000.00';

describe('money and locks of the queue', () => {
  let floor: Floor;
  beforeAll(async () => {
    floor = await openFloor({ units: 60, buyers: 90 });
  });
  afterAll(() => floor.ground.close());

  const approval = { id: randomUUID(), by: 'Finance manager' };
  const taken = async (batchId: string) =>
    String((await floor.desk.done(takeTicket, { batchId, buyerId: floor.buyer() })).result.ticketId);
  const receiptOf = (queueTicketId: string, more = {}) => ({
    queueTicketId,
    amount: EARNEST,
    method: 'TRANSFER',
    receivedOn: TODAY,
    ...more,
  });
  const paidTicket = async (batchId: string) => {
    const ticketId = await taken(batchId);
    await floor.desk.done(recordReceipt, receiptOf(ticketId));
    await floor.desk.done(activateTicket, { ticketId });
    return ticketId;
  };
  const earnestOf = async (id: string) => {
    const { earnestPaid } = await floor.one('queueTicket', id);
    return earnestPaid === null ? null : formatMoney(earnestPaid);
  };
  const back = (ticketId: string) => ({
    ticketId,
    method: 'TRANSFER',
    refundedOn: TODAY,
    reason: 'Bought elsewhere',
  });

  it('D6: without a valid permit a ticket that costs nothing may be taken, earnest money may not', async () => {
    const free = await floor.batch();
    const paid = await floor.batch({ earnest: EARNEST });
    const ticketId = await taken(paid);
    const { projectId } = floor.site;
    await floor.set('project', projectId, { permitRequired: true });
    const asked = { batchId: paid, buyerId: floor.buyer() };
    expect(await floor.desk.refused(takeTicket, asked)).toMatchObject({ code: 'PERMIT_REQUIRED' });
    expect(await floor.desk.refused(recordReceipt, receiptOf(ticketId))).toMatchObject({
      code: 'PERMIT_REQUIRED',
    });
    await floor.ticket(free);
    const permit = { permitNumber: 'P-1', permitExpiresOn: dateIn(minutes(-48 * 60), 'UTC') };
    await floor.set('project', projectId, permit);
    expect(await floor.desk.refused(takeTicket, asked)).toMatchObject({
      code: 'PERMIT_EXPIRED',
      permit: 'P-1',
    });
    expect(await floor.desk.refused(recordReceipt, receiptOf(ticketId))).toMatchObject({
      code: 'PERMIT_EXPIRED',
    });
    await floor.set('project', projectId, { permitExpiresOn: null });
    await floor.desk.done(recordReceipt, receiptOf(ticketId));
    await floor.set('project', projectId, { permitRequired: false });
  });

  it('a ticket waits only when its earnest money is there, no more is taken than asked, and a bounce is counted', async () => {
    const batchId = await floor.batch({ earnest: EARNEST });
    const ticketId = await taken(batchId);
    expect(await floor.desk.refused(activateTicket, { ticketId })).toMatchObject({
      code: 'EARNEST_NOT_PAID',
      open: '5000.00 EUR',
    });
    const more = receiptOf(ticketId, { amount: '5000.01' });
    expect(await floor.desk.refused(recordReceipt, more)).toMatchObject({
      code: 'AMOUNT_TOO_HIGH',
      most: EARNEST,
    });
    const { result } = await floor.desk.done(recordReceipt, receiptOf(ticketId));
    expect(await earnestOf(ticketId)).toBe(EARNEST);
    await floor.desk.done(bounceReceipt, { receiptId: result.receiptId, reason: 'No cover' });
    expect(await earnestOf(ticketId)).toBe('0.00');
    expect(await floor.desk.refused(activateTicket, { ticketId })).toMatchObject({
      code: 'EARNEST_NOT_PAID',
    });
  });

  it('D6, C5: earnest money goes back in full, once, and only approved by somebody else', async () => {
    const batchId = await floor.batch({ earnest: EARNEST });
    const ticketId = await paidTicket(batchId);
    expect(await floor.desk.refused(refundTicket, back(ticketId))).toMatchObject({
      code: 'APPROVAL_REQUIRED',
    });
    const both = await Promise.all(
      [1, 2].map(() => floor.desk.run(refundTicket, back(ticketId), { approval })),
    );
    expect(both.filter((one) => 'plan' in one)).toHaveLength(1);
    expect(await floor.one('queueTicket', ticketId)).toMatchObject({ state: 'REFUNDED', buyerKey: '' });
    expect(await earnestOf(ticketId)).toBe('0.00');
    const { refunds } = await floor.desk.store.read({
      refunds: { object: 'refund', filter: { queueTicketId: ticketId } },
    });
    expect(refunds.map(({ state, approvedBy }) => [state, approvedBy])).toEqual([
      ['PAID', 'Finance manager'],
    ]);
    expect(await floor.desk.refused(recordReceipt, receiptOf(ticketId))).toMatchObject({
      code: 'TICKET_CLOSED',
    });
    expect(await floor.desk.refused(callNextTicket, { batchId })).toMatchObject({ code: 'QUEUE_EMPTY' });

    const cancelled = await paidTicket(batchId);
    const half = {
      queueTicketId: cancelled,
      amount: '2500.00',
      method: 'CASH',
      refundedOn: TODAY,
      why: 'DEPOSIT',
    };
    expect(await floor.desk.refused(recordRefund, half, { approval })).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
    });
    await floor.desk.done(cancelTicket, { ticketId: cancelled, reason: 'Gone' });
    expect(await floor.desk.refused(recordRefund, half, { approval })).toMatchObject({
      code: 'REFUND_IN_FULL',
      paid: '5000.00 EUR',
    });
    await floor.desk.done(refundTicket, back(cancelled), { approval });
    expect(await floor.desk.refused(refundTicket, back(cancelled), { approval })).toMatchObject({
      from: 'REFUNDED',
    });
  });

  it('a ticket that becomes a reservation brings its earnest money along as the deposit', async () => {
    const unitId = floor.unit();
    const batchId = await floor.batch({ earnest: EARNEST, unitIds: [unitId] });
    const ticketId = await paidTicket(batchId);
    await floor.desk.done(callNextTicket, { batchId });
    const { chooseUnit } = await import('#commands/deal/choose-unit.ts');
    await floor.desk.done(chooseUnit, { ticketId, unitId });
    const [lock, ticket] = [await floor.lockOf(unitId), await floor.one('queueTicket', ticketId)];
    if (lock === null) throw new Error('The ticket has no lock');
    const id = randomUUID();
    const holding = {
      holderKind: 'RESERVATION',
      holderId: id,
      holderName: 'Lin Mei',
      heldUntil: null,
    } as const;
    expect(await passLock(floor.desk.store, lock, ticketId, holding)).toBe(true);
    // Asked again after a crash it is still ours; for anybody else it is lost.
    expect(await passLock(floor.desk.store, lock, ticketId, holding)).toBe(true);
    expect(await passLock(floor.desk.store, lock, ticketId, { ...holding, holderId: randomUUID() })).toBe(
      false,
    );
    const { price } = { price: ticket.earnestAsked };
    await floor.desk.store.write([
      { create: 'reservation', row: { id, name: 'R', unitId, state: 'ACTIVE', price } },
    ]);
    const when = { now: new Date(), today: dateIn(new Date(), 'UTC') };
    await convertTicket(floor.desk.store, ticket, { id }, when);
    await convertTicket(floor.desk.store, ticket, { id }, when);
    expect(await floor.one('queueTicket', ticketId)).toMatchObject({
      state: 'CONVERTED',
      reservationId: id,
      buyerKey: '',
    });
    const { depositPaid } = await floor.one('reservation', id);
    expect(depositPaid === null ? null : formatMoney(depositPaid)).toBe(EARNEST);
    expect(await floor.desk.refused(cancelTicket, { ticketId, reason: 'No' })).toMatchObject({
      from: 'CONVERTED',
    });
    const free = {
      queueTicketId: ticketId,
      amount: EARNEST,
      method: 'CASH',
      refundedOn: TODAY,
      why: 'DEPOSIT',
    };
    expect(await floor.desk.refused(recordRefund, free, { approval })).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
    });
  });

  it('refund-ticket and a receipt, cut off at every write, end like clean runs', {
    timeout: 240_000,
  }, async () => {
    const batchId = await floor.batch({ earnest: EARNEST });
    const endOf = (ticketId: string) => async () => {
      const { receipts, refunds } = await floor.desk.store.read({
        receipts: { object: 'receipt', filter: { queueTicketId: ticketId } },
        refunds: { object: 'refund', filter: { queueTicketId: ticketId } },
      });
      const ticket = plain(await floor.one('queueTicket', ticketId), 'state', 'earnestPaid', 'buyerKey');
      return {
        state: ticket.state,
        paid: await earnestOf(ticketId),
        receipts: receipts.length,
        refunds: refunds.length,
      };
    };
    const same = (end: unknown, clean: unknown, label: string) => expect(end, label).toEqual(clean);
    await eachEnd(
      floor,
      recordReceipt,
      async () => {
        const ticketId = await taken(batchId);
        return { input: receiptOf(ticketId), endOf: endOf(ticketId) };
      },
      same,
    );
    await eachEnd(
      floor,
      refundTicket,
      async () => {
        const ticketId = await paidTicket(batchId);
        return { input: back(ticketId), endOf: endOf(ticketId), options: { approval } };
      },
      same,
    );
  });

  describe('C3: no unit stays locked by nobody', () => {
    const clean = (now = minutes(10)) =>
      freeLostLocks({ store: floor.desk.store, clock: { now: () => now } });
    const until = () => minutes(120).toISOString();
    const held = async () => {
      const unitId = floor.unit();
      const { result } = await floor.desk.done(holdUnit, { unitId, kind: 'VIP', until: until() });
      return { unitId, holdId: String(result.holdId) };
    };
    const isFree = async (unitId: string) => {
      expect(await floor.lockOf(unitId)).toBeNull();
      expect(await floor.one('unit', unitId)).toMatchObject({ state: 'AVAILABLE', heldAs: null, holder: '' });
    };

    it('a lock whose hold, ticket or reservation is deleted or closed is freed; one that is held is not', async () => {
      const [gone, closed, fine] = [await held(), await held(), await held()];
      await floor.ground.client.graphql('mutation ($id: UUID!) { deleteKeyturnUnitHold(id: $id) { id } }', {
        id: gone.holdId,
      });
      await floor.set('unitHold', closed.holdId, { state: 'RELEASED' });
      const chosen = floor.unit();
      const ticketId = await floor.chosen(await floor.batch({ unitIds: [chosen] }), chosen);
      await floor.set('queueTicket', ticketId, { state: 'CANCELLED' });
      const reserved = floor.unit();
      const { result } = await floor.desk.done(reserveUnit, { unitId: reserved, buyerName: 'Lin Mei' });
      await floor.set('reservation', String(result.reservationId), { state: 'EXPIRED' });
      expect(await clean()).toMatchObject({ done: 4, failed: [] });
      for (const unitId of [gone.unitId, closed.unitId, chosen, reserved]) await isFree(unitId);
      expect(await floor.lockOf(fine.unitId)).not.toBeNull();
      expect(await clean()).toMatchObject({ done: 0 });
    });

    it('a request that is at work, cut off, or ended a moment ago is not disturbed', async () => {
      const unitId = floor.unit();
      const requestId = randomUUID();
      // Dies after the lock, before the reservation: the journal says STARTED.
      const death = dieAt(2, 'AFTER');
      const body = { unitId, buyerName: 'Lin Mei' };
      await floor.desk.run(reserveUnit, body, { requestId, wrap: death.wrap }).catch(() => undefined);
      expect(await floor.lockOf(unitId)).not.toBeNull();
      expect(await clean()).toMatchObject({ done: 0 });
      await floor.desk.done(reserveUnit, body, { requestId });
      const { holdId, unitId: other } = await held();
      await floor.set('unitHold', holdId, { state: 'RELEASED' });
      expect(await clean(new Date())).toMatchObject({ done: 0 });
      expect(await clean()).toMatchObject({ done: 1 });
      await isFree(other);
    });
  });
});
