/** The road of a reservation (C3, C4, D1, D7, E9): stages, prices, buyers, extensions, what becomes of the deposit. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeReservationBuyers } from '#commands/deal/change-reservation-buyers.ts';
import { cancelReservation, expireReservation } from '#commands/deal/close-reservation.ts';
import { confirmReservation } from '#commands/deal/confirm-reservation.ts';
import { decideDeposit } from '#commands/deal/decide-deposit.ts';
import { extendReservation } from '#commands/deal/extend-reservation.ts';
import { reserveBundle } from '#commands/deal/reserve-bundle.ts';
import { reserveUnit } from '#commands/deal/reserve-unit.ts';
import { signContract } from '#commands/deal/sign-contract.ts';
import { swapReservationUnit } from '#commands/deal/swap-reservation-unit.ts';
import { upgradeReservation } from '#commands/deal/upgrade-reservation.ts';
import { recordReceipt } from '#commands/ledger/record-receipt.ts';
import { recordRefund } from '#commands/ledger/record-refund.ts';
import { askApproval, decideApproval } from '#commands/system/approvals.ts';
import { replayDiscounts } from '#domain/deal/index.ts';
import { formatMoney } from '#domain/shared/money.ts';
import type { Right } from '#domain/system/index.ts';
import { eur } from '../domain/amounts.ts';
import { type Ground, openGround, TODAY } from './ground.ts';
import { type Desk, inProcess } from './in-process.ts';
import { all, HOUR, one, type ReservationSite, reservationSite, reserved } from './reservation-site.ts';

const SELL: { rights: Right[] } = { rights: ['sell'] };
const LATER = (hours: number) => new Date(Date.now() + hours * HOUR);

describe('reservations', () => {
  let ground: Ground;
  let desk: Desk;
  let site: ReservationSite;
  let next = 0;
  const unitId = () => site.unitIds[next++] ?? '';
  const buyer = (index: number) => site.buyerIds[index] ?? '';

  beforeAll(async () => {
    ground = await openGround();
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
    site = await reservationSite(ground.client, desk.store, 60);
  });
  afterAll(() => ground.close());

  describe('small and large deposit (小定, 大定)', () => {
    it('a small deposit holds the unit for 72 hours as SMALL_RESERVED', async () => {
      const unit = unitId();
      const id = await reserved(desk, site, { unitId: unit, stage: 'SMALL' }, SELL);
      const reservation = await one(desk.store, 'reservation', id);
      expect(reservation).toMatchObject({ stage: 'SMALL', state: 'ACTIVE', depositKind: 'DINGJIN' });
      expect(formatMoney(reservation.depositAsked ?? eur('0'))).toBe('5000.00');
      const hours =
        (Date.parse(reservation.validUntil ?? '') - Date.parse(reservation.reservedAt ?? '')) / HOUR;
      expect(hours).toBe(72);
      expect(await one(desk.store, 'unit', unit)).toMatchObject({
        state: 'SMALL_RESERVED',
        holder: expect.any(String),
      });
    });

    it('it is upgraded to the large one of the same reservation: deposit, time, state of the unit', async () => {
      const unit = unitId();
      const id = await reserved(desk, site, { unitId: unit, stage: 'SMALL' }, SELL);
      await desk.done(upgradeReservation, { reservationId: id }, SELL);
      const reservation = await one(desk.store, 'reservation', id);
      expect(reservation.stage).toBe('LARGE');
      expect(reservation.depositAsked).toEqual(eur('50000.00'));
      expect(Date.parse(reservation.validUntil ?? '') - Date.parse(reservation.upgradedAt ?? '')).toBe(
        24 * HOUR,
      );
      expect(await one(desk.store, 'unit', unit)).toMatchObject({ state: 'LARGE_RESERVED' });
      const [lock] = await all(desk.store, 'unitLock', { lockKey: unit });
      expect(Date.parse(lock?.heldUntil ?? '')).toBe(Date.parse(reservation.validUntil ?? ''));
      expect(await desk.refused(upgradeReservation, { reservationId: id }, SELL)).toMatchObject({
        code: 'STATE_NOT_ALLOWED',
      });
    });

    it('only a sales manager asks less than the large deposit; nobody upgrades what is over', async () => {
      const id = await reserved(desk, site, { unitId: unitId(), stage: 'SMALL' }, SELL);
      const less = { reservationId: id, depositAsked: '49999.99' };
      expect(await desk.refused(upgradeReservation, less, SELL)).toMatchObject({
        code: 'DEPOSIT_TOO_LOW',
        required: '50000.00',
      });
      expect(
        await desk.refused(upgradeReservation, { reservationId: id }, { ...SELL, now: LATER(73) }),
      ).toMatchObject({ code: 'RESERVATION_EXPIRED' });
      await desk.done(upgradeReservation, less);
      expect(await one(desk.store, 'reservation', id)).toMatchObject({ depositAsked: eur('49999.99') });
    });

    it('a small one is not signed before it is upgraded', async () => {
      const id = await reserved(desk, site, { unitId: unitId(), stage: 'SMALL' }, SELL);
      const sign = { reservationId: id, planId: site.planId, number: `C-${randomUUID()}`, signedOn: TODAY };
      expect(await desk.refused(signContract, sign, SELL)).toMatchObject({ code: 'UPGRADE_FIRST' });
      await desk.done(upgradeReservation, { reservationId: id }, SELL);
      await desk.done(signContract, sign, SELL);
    });
  });

  describe('the price (D1)', () => {
    it('discounts are taken in the rules’ order and kept step by step, so that the quote is replayed', async () => {
      const discountRuleIds = [site.rules.cash, site.rules.early];
      const id = await reserved(desk, site, { unitId: unitId(), discountRuleIds }, SELL);
      const reservation = await one(desk.store, 'reservation', id);
      // 1,000,000 less 2 % is 980,000, less 1 % of that 970,200: not 970,000.
      expect(reservation).toMatchObject({ price: eur('970200.00'), listPrice: eur('1000000.00') });
      const lines = await all(desk.store, 'discountLine', { reservationId: id });
      expect(
        lines.sort((a, b) => (a.step ?? 0) - (b.step ?? 0)).map(({ name, amount }) => [name, amount]),
      ).toEqual([
        ['Early', eur('20000.00')],
        ['Cash', eur('9800.00')],
      ]);
      expect(replayDiscounts(eur('1000000.00'), lines)).toEqual(eur('970200.00'));
    });

    it.each([
      [
        'a rule of another project',
        async () => (await reservationSite(ground.client, desk.store, 0)).rules.early,
        'DISCOUNT_NOT_VALID',
      ],
      ['a rule that is not there', async () => randomUUID(), 'NOT_FOUND'],
      ['a rule for managers, by a salesperson', async () => site.rules.manager, 'NO_RIGHT'],
    ])('%s is refused and nothing is locked', async (_what, rule, code) => {
      const unit = unitId();
      const body = { unitId: unit, buyerId: buyer(0), discountRuleIds: [await rule()] };
      expect(await desk.refused(reserveUnit, body, SELL)).toMatchObject({ code });
      expect(await all(desk.store, 'unitLock', { lockKey: unit })).toEqual([]);
    });

    it('a hand-set price below the floor is refused, and waits when it is put up for approval', async () => {
      const unit = unitId();
      const body = { unitId: unit, buyerId: buyer(0), price: '949999.99' };
      expect(await desk.refused(reserveUnit, body)).toMatchObject({ code: 'PRICE_BELOW_FLOOR' });
      const { result } = await desk.done(reserveUnit, { ...body, withApproval: true });
      expect(result).toMatchObject({ state: 'PENDING_APPROVAL', price: '949999.99' });
      const [lock] = await all(desk.store, 'unitLock', { lockKey: unit });
      const hours = (Date.parse(lock?.heldUntil ?? '') - Date.now()) / HOUR;
      expect(hours).toBeGreaterThan(7.9);
      expect(hours).toBeLessThanOrEqual(8);
    });
  });

  describe('approval (C5)', () => {
    const ANNA = { memberId: null, name: 'Anna' };
    const BO = { memberId: null, name: 'Bo' };
    async function pending() {
      const unit = unitId();
      const discountRuleIds = [site.rules.approval];
      const id = await reserved(desk, site, { unitId: unit, discountRuleIds }, SELL);
      return { unit, id };
    }
    const ask = async (id: string, price: string) => {
      const body = {
        command: 'confirm-reservation',
        input: { reservationId: id, price },
        reason: 'A good customer',
      };
      return String((await desk.done(askApproval, body, { ...SELL, actor: ANNA })).result.approvalId);
    };
    const decide = (approvalId: string, decision: string) =>
      desk.run(decideApproval, { approvalId, decision }, { actor: BO });

    it('what only an approval may give waits; approved by somebody else it becomes active for its full time', async () => {
      const { id, unit } = await pending();
      expect(await one(desk.store, 'reservation', id)).toMatchObject({
        state: 'PENDING_APPROVAL',
        price: eur('950000.00'),
      });
      const approvalId = await ask(id, '950000.00');
      expect(
        await desk.refused(decideApproval, { approvalId, decision: 'APPROVE' }, { actor: ANNA }),
      ).toMatchObject({
        code: 'APPROVAL_YOUR_OWN',
      });
      expect(
        await desk.refused(decideApproval, { approvalId, decision: 'APPROVE' }, { ...SELL, actor: BO }),
      ).toMatchObject({
        code: 'NO_RIGHT',
        right: 'controlSales',
      });
      expect(await decide(approvalId, 'APPROVE')).toMatchObject({ plan: { result: { isCarriedOut: true } } });
      const reservation = await one(desk.store, 'reservation', id);
      expect(reservation).toMatchObject({ state: 'ACTIVE', priceApprovedBy: 'Bo' });
      const [lock] = await all(desk.store, 'unitLock', { lockKey: unit });
      expect(Date.parse(lock?.heldUntil ?? '')).toBe(Date.parse(reservation.validUntil ?? ''));
      expect(Date.parse(reservation.validUntil ?? '') - Date.now()).toBeGreaterThan(23 * HOUR);
    });

    it('approved twice at once it is confirmed once', async () => {
      const { id } = await pending();
      const approvalId = await ask(id, '950000.00');
      const answers = await Promise.all([decide(approvalId, 'APPROVE'), decide(approvalId, 'APPROVE')]);
      expect(answers.filter((answer) => 'plan' in answer)).toHaveLength(1);
      expect(await one(desk.store, 'reservation', id)).toMatchObject({ state: 'ACTIVE' });
      const entries = await all(desk.store, 'auditEntry', { command: 'confirm-reservation', subjectId: id });
      expect(entries.map(({ outcome }) => outcome)).toEqual(['DONE']);
    });

    it('another price than the reservation’s is not worth asking for', async () => {
      const { id } = await pending();
      const input = { reservationId: id, price: '950000.01' };
      const body = { command: 'confirm-reservation', input, reason: 'A cent more' };
      expect(await desk.refused(askApproval, body, { ...SELL, actor: ANNA })).toMatchObject({
        code: 'APPROVAL_CHANGED',
      });
    });

    it('nobody confirms it without an approval, and it is neither signed nor extended', async () => {
      const { id } = await pending();
      expect(await desk.refused(confirmReservation, { reservationId: id, price: '950000.00' })).toMatchObject(
        {
          code: 'APPROVAL_REQUIRED',
        },
      );
      const sign = { reservationId: id, planId: site.planId, number: `C-${randomUUID()}`, signedOn: TODAY };
      for (const refusal of [
        await desk.refused(signContract, sign),
        await desk.refused(extendReservation, { reservationId: id }),
      ])
        expect(refusal).toMatchObject({ code: 'PRICE_NOT_APPROVED', price: '950000.00' });
    });

    it('rejected, the reservation is cancelled and its unit free', async () => {
      const { id, unit } = await pending();
      expect(await decide(await ask(id, '950000.00'), 'REJECT')).toHaveProperty('plan');
      expect(await one(desk.store, 'reservation', id)).toMatchObject({ state: 'CANCELLED_REFUND' });
      expect(await one(desk.store, 'unit', unit)).toMatchObject({ state: 'AVAILABLE', holder: '' });
      expect(await all(desk.store, 'unitLock', { lockKey: unit })).toEqual([]);
    });

    it('a second request rejected after the first was approved leaves the reservation alone', async () => {
      const { id } = await pending();
      const [first, second] = [await ask(id, '950000.00'), await ask(id, '950000.00')];
      await decide(first, 'APPROVE');
      await decide(second, 'REJECT');
      expect(await one(desk.store, 'reservation', id)).toMatchObject({ state: 'ACTIVE' });
    });

    it('what waits expires and frees the unit, too', async () => {
      const { id, unit } = await pending();
      await desk.done(expireReservation, { reservationId: id }, { now: LATER(9) });
      expect(await one(desk.store, 'reservation', id)).toMatchObject({ state: 'EXPIRED' });
      expect(await all(desk.store, 'unitLock', { lockKey: unit })).toEqual([]);
    });
  });

  describe('joint buyers', () => {
    it('have shares of exactly 100 percent and become the parties of the contract', async () => {
      const parties = [
        { buyerId: buyer(0), sharePercent: '33.3333' },
        { buyerId: buyer(1), sharePercent: '66.6667' },
      ];
      const id = await reserved(desk, site, { unitId: unitId(), parties }, SELL);
      const sign = { reservationId: id, planId: site.planId, number: `C-${randomUUID()}`, signedOn: TODAY };
      const { result } = await desk.done(signContract, sign, SELL);
      const rows = await all(desk.store, 'party', { contractId: String(result.contractId) });
      expect(
        rows.map(({ buyerId, sharePercent, isFirst }) => [buyerId, sharePercent, isFirst]).sort(),
      ).toEqual(
        [
          [buyer(0), 33.3333, true],
          [buyer(1), 66.6667, false],
        ].sort(),
      );
    });

    it('without parties the buyer has all of it', async () => {
      const id = await reserved(desk, site, { unitId: unitId() }, SELL);
      expect(await all(desk.store, 'party', { reservationId: id })).toMatchObject([
        { buyerId: buyer(0), sharePercent: 100, isFirst: true, state: 'ACTIVE' },
      ]);
    });

    it.each([
      [
        '99.9999 percent',
        [
          ['0', '33.3333'],
          ['1', '66.6666'],
        ],
      ],
      [
        '100.0001 percent',
        [
          ['0', '33.3334'],
          ['1', '66.6667'],
        ],
      ],
      [
        'somebody twice',
        [
          ['0', '50'],
          ['0', '50'],
        ],
      ],
      [
        'a share of nothing',
        [
          ['0', '100'],
          ['1', '0'],
        ],
      ],
      [
        'five decimal places',
        [
          ['0', '33.33333'],
          ['1', '66.66667'],
        ],
      ],
    ])('%s is refused', async (_what, shares) => {
      const parties = shares.map(([index, sharePercent]) => ({
        buyerId: buyer(Number(index)),
        sharePercent,
      }));
      const body = { unitId: site.unitIds[59], parties };
      expect(await desk.refused(reserveUnit, body, SELL)).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'parties',
      });
    });

    it('they change while the reservation lives: who leaves stays on record', async () => {
      const unit = unitId();
      const id = await reserved(desk, site, { unitId: unit }, SELL);
      const parties = [
        { buyerId: buyer(1), sharePercent: '50' },
        { buyerId: buyer(2), sharePercent: '50' },
      ];
      await desk.done(
        changeReservationBuyers,
        { reservationId: id, parties, reason: 'His parents buy' },
        SELL,
      );
      const rows = await all(desk.store, 'party', { reservationId: id });
      expect(
        rows
          .filter(({ state }) => state === 'ACTIVE')
          .map(({ buyerId }) => buyerId)
          .sort(),
      ).toEqual([buyer(1), buyer(2)].sort());
      expect(rows.find(({ buyerId }) => buyerId === buyer(0))).toMatchObject({
        state: 'LEFT',
        leftOn: TODAY,
      });
      expect(await one(desk.store, 'reservation', id)).toMatchObject({ buyerId: buyer(1) });
      expect(await one(desk.store, 'unit', unit)).toMatchObject({ holder: expect.stringContaining(', ') });
      await desk.done(cancelReservation, { reservationId: id, reason: 'Enough' }, SELL);
      expect(
        await desk.refused(changeReservationBuyers, { reservationId: id, parties, reason: 'Late' }, SELL),
      ).toMatchObject({ code: 'RESERVATION_CLOSED' });
    });
  });

  describe('extensions (C4)', () => {
    it('a salesperson extends twice by 24 hours, counted; a third time or for longer only a manager', async () => {
      const unit = unitId();
      const id = await reserved(desk, site, { unitId: unit }, SELL);
      const before = Date.parse((await one(desk.store, 'reservation', id)).validUntil ?? '');
      const more = { reservationId: id };
      expect(await desk.refused(extendReservation, { ...more, hours: 25 }, SELL)).toMatchObject({
        code: 'EXTENSION_NOT_ALLOWED',
        mostHours: 24,
      });
      await desk.done(extendReservation, more, SELL);
      await desk.done(extendReservation, { ...more, hours: 12 }, SELL);
      expect(await desk.refused(extendReservation, more, SELL)).toMatchObject({
        code: 'EXTENSION_NOT_ALLOWED',
        most: 2,
      });
      await desk.done(extendReservation, { ...more, hours: 48 });
      const reservation = await one(desk.store, 'reservation', id);
      expect(reservation.extensions).toBe(3);
      expect(Date.parse(reservation.validUntil ?? '') - before).toBe(84 * HOUR);
      const [lock] = await all(desk.store, 'unitLock', { lockKey: unit });
      expect(Date.parse(lock?.heldUntil ?? '')).toBe(Date.parse(reservation.validUntil ?? ''));
      expect(await desk.refused(extendReservation, more, { now: LATER(200) })).toMatchObject({
        code: 'RESERVATION_EXPIRED',
      });
    });
  });

  describe('what becomes of the deposit (C4, D7, E9)', () => {
    async function expired(paid: string, own: ReservationSite = site, unit = unitId()) {
      const id = await reserved(desk, own, { unitId: unit, depositAsked: '500000.00' });
      const receipt = { reservationId: id, amount: paid, method: 'CASH', receivedOn: TODAY };
      await desk.done(recordReceipt, receipt);
      await desk.done(expireReservation, { reservationId: id }, { now: LATER(25) });
      return id;
    }
    const refund = (id: string, amount: string) =>
      desk.run(
        recordRefund,
        { reservationId: id, amount, method: 'TRANSFER', refundedOn: TODAY, why: 'DEPOSIT' },
        { approval: { id: randomUUID(), by: 'Chief' } },
      );

    it('E9: of 500,000 paid on 1,000,000 at most 20 % is kept, and just the rest can be refunded', async () => {
      const id = await expired('500000.00');
      const { result } = await desk.done(decideDeposit, {
        reservationId: id,
        decision: 'FORFEIT',
        reason: 'Gone',
      });
      expect(result).toMatchObject({ state: 'FORFEITED', forfeited: '200000.00', toRefund: '300000.00' });
      expect(await one(desk.store, 'reservation', id)).toMatchObject({
        state: 'FORFEITED',
        depositForfeited: eur('200000.00'),
        decidedBy: 'Somebody',
      });
      expect(await refund(id, '300000.01')).toMatchObject({
        refused: { code: 'AMOUNT_TOO_HIGH', most: '300000.00' },
      });
      expect(await refund(id, '300000.00')).toHaveProperty('plan');
      expect(await refund(id, '0.01')).toMatchObject({ refused: { code: 'AMOUNT_TOO_HIGH', most: '0.00' } });
    });

    it('decided to refund, all of it goes back and nothing is kept', async () => {
      const id = await expired('50000.00');
      await desk.done(decideDeposit, { reservationId: id, decision: 'REFUND', reason: 'Illness' });
      expect(await one(desk.store, 'reservation', id)).toMatchObject({ state: 'CANCELLED_REFUND' });
      expect(await refund(id, '50000.00')).toHaveProperty('plan');
    });

    it('a prepayment is never kept (D7)', async () => {
      const soft = await reservationSite(ground.client, desk.store, 1, { depositKind: 'PREPAYMENT' });
      const id = await expired('50000.00', soft, soft.unitIds[0] ?? '');
      const body = { reservationId: id, decision: 'FORFEIT', reason: 'Gone' };
      expect(await desk.refused(decideDeposit, body)).toMatchObject({ code: 'DEPOSIT_NOT_FORFEITABLE' });
    });

    it('it is decided once, of an expired reservation alone; of two at once one wins', async () => {
      const live = await reserved(desk, site, { unitId: unitId() });
      expect(
        await desk.refused(decideDeposit, { reservationId: live, decision: 'FORFEIT', reason: 'Now' }),
      ).toMatchObject({ code: 'STATE_NOT_ALLOWED', from: 'ACTIVE' });
      const id = await expired('50000.00');
      const answers = await Promise.all(
        ['FORFEIT', 'REFUND'].map((decision) =>
          desk.run(decideDeposit, { reservationId: id, decision, reason: 'Both' }),
        ),
      );
      expect(answers.filter((answer) => 'plan' in answer)).toHaveLength(1);
    });

    it('kept and refunded at the same moment, no more leaves than came in', async () => {
      for (let round = 0; round < 4; round++) {
        const id = await expired('50000.00');
        await Promise.all([
          desk.run(decideDeposit, { reservationId: id, decision: 'FORFEIT', reason: 'Gone' }),
          refund(id, '50000.00'),
        ]);
        const { depositForfeited } = await one(desk.store, 'reservation', id);
        const refunds = await all(desk.store, 'refund', { reservationId: id, state: 'PAID' });
        const out = refunds.reduce(
          (total, { amount }) => total + (amount?.minor ?? 0n),
          depositForfeited?.minor ?? 0n,
        );
        expect(out).toBeLessThanOrEqual(eur('50000.00').minor);
      }
    });
  });

  describe('another unit (换房)', () => {
    it('the new unit is taken at its own price, the old one is free, in one command', async () => {
      const [from, to] = [unitId(), unitId()];
      const id = await reserved(desk, site, { unitId: from, discountRuleIds: [site.rules.early] }, SELL);
      const swap = {
        reservationId: id,
        unitId: to,
        discountRuleIds: [site.rules.cash],
        reason: 'A higher floor',
      };
      await desk.done(swapReservationUnit, swap, SELL);
      expect(await one(desk.store, 'reservation', id)).toMatchObject({
        state: 'ACTIVE',
        unitId: to,
        price: eur('990000.00'),
      });
      expect(await one(desk.store, 'unit', from)).toMatchObject({ state: 'AVAILABLE', holder: '' });
      expect(await one(desk.store, 'unit', to)).toMatchObject({ state: 'LARGE_RESERVED' });
      expect((await all(desk.store, 'discountLine', { reservationId: id })).map(({ name }) => name)).toEqual([
        'Cash',
      ]);
      await desk.done(
        signContract,
        { reservationId: id, planId: site.planId, number: `C-${randomUUID()}`, signedOn: TODAY },
        SELL,
      );
    });

    it('a unit that somebody has is not swapped to, and nothing changes', async () => {
      const [from, to] = [unitId(), unitId()];
      const id = await reserved(desk, site, { unitId: from }, SELL);
      await reserved(desk, site, { unitId: to, buyerId: buyer(1) }, SELL);
      const swap = { reservationId: id, unitId: to, reason: 'The view' };
      expect(await desk.refused(swapReservationUnit, swap, SELL)).toMatchObject({ code: 'UNIT_TAKEN' });
      expect(await one(desk.store, 'reservation', id)).toMatchObject({ unitId: from });
    });
  });

  describe('a bundle (E21.2)', () => {
    it('home and parking are reserved together; the deposit is asked with the home', async () => {
      const unitIds = [unitId(), unitId()];
      const body = { unitIds, buyerId: buyer(0), discountRuleIds: [site.rules.early] };
      const { result } = await desk.done(reserveBundle, body, SELL);
      expect(result).toMatchObject({ price: '1980000.00' });
      const rows = await all(desk.store, 'reservation', { bundleKey: String(result.bundleKey) });
      const byUnit = unitIds.map((id) => rows.find((row) => row.unitId === id));
      expect(byUnit.map((row) => row?.depositAsked)).toEqual([eur('50000.00'), eur('0.00')]);
      expect(new Set(rows.map(({ validUntil }) => validUntil)).size).toBe(1);
    });

    it('when one of its units is taken none is', async () => {
      const unitIds = [unitId(), unitId(), unitId()];
      await reserved(desk, site, { unitId: unitIds[1] ?? '', buyerId: buyer(1) }, SELL);
      expect(await desk.refused(reserveBundle, { unitIds, buyerId: buyer(0) }, SELL)).toMatchObject({
        code: 'UNIT_TAKEN',
      });
      expect(await all(desk.store, 'unitLock', { lockKey: { in: unitIds } })).toHaveLength(1);
    });
  });

  describe('whose deal it is (C5)', () => {
    const OWNER = { memberId: null as string | null, name: 'Owner' };
    it('only the salesperson, a leader of the team and who controls sales act on it', async () => {
      const members = ground.workspace.members.map(({ id }: { id: string }) => id);
      const [owner = '', stranger = '', leader = ''] = members;
      const team = `team ${randomUUID()}`;
      await desk.store.write([
        {
          createMany: 'teamMember',
          rows: [
            { id: randomUUID(), name: 'Owner', team, memberId: owner, leads: false },
            { id: randomUUID(), name: 'Leader', team, memberId: leader, leads: true },
          ],
        },
      ]);
      const id = await reserved(
        desk,
        site,
        { unitId: unitId() },
        { ...SELL, actor: { ...OWNER, memberId: owner } },
      );
      const parties = [{ buyerId: buyer(1), sharePercent: '100' }];
      const other = unitId();
      const bodies = [
        [upgradeReservation, { reservationId: id }],
        [extendReservation, { reservationId: id }],
        [cancelReservation, { reservationId: id, reason: 'Mine now' }],
        [swapReservationUnit, { reservationId: id, unitId: other, reason: 'Mine now' }],
        [changeReservationBuyers, { reservationId: id, parties, reason: 'Mine now' }],
        [signContract, { reservationId: id, planId: site.planId, number: randomUUID(), signedOn: TODAY }],
      ] as const;
      for (const [command, body] of bodies) {
        const asStranger = { ...SELL, actor: { memberId: stranger, name: 'Stranger' } };
        expect(await desk.refused(command, body, asStranger)).toMatchObject({ code: 'NOT_YOUR_DEAL' });
      }
      const asLeader = { ...SELL, actor: { memberId: leader, name: 'Leader' } };
      await desk.done(extendReservation, { reservationId: id }, asLeader);
      const asManager = {
        actor: { memberId: stranger, name: 'Manager' },
        rights: ['sell', 'controlSales'] as Right[],
      };
      await desk.done(extendReservation, { reservationId: id }, asManager);
    });
  });

  it('a reservation that is cancelled or extended twice by the same request is so once', async () => {
    const id = await reserved(desk, site, { unitId: unitId() }, SELL);
    const again = { ...SELL, requestId: randomUUID() };
    const first = await desk.done(extendReservation, { reservationId: id }, again);
    expect(await desk.done(extendReservation, { reservationId: id }, again)).toEqual(first);
    expect(await one(desk.store, 'reservation', id)).toMatchObject({ extensions: 1 });
  });
});
