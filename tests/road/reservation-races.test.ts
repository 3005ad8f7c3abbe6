/**
 * E21 for reservations: cut off at every write each command ends as one clean run, by the same request or by the
 * repair job; raced, exactly one wins; and no unit stays locked by nobody.
 */
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
import { ALL_COMMANDS } from '#commands/index.ts';
import type { AnyCommand } from '#commands/system/command.ts';
import { resumeCommands } from '#commands/system/jobs.ts';
import type { Right } from '#domain/system/index.ts';
import { type Ground, openGround, TODAY } from './ground.ts';
import { type Desk, eachCrash, inProcess, type Options } from './in-process.ts';
import {
  all,
  HOUR,
  leftOf,
  one,
  type ReservationSite,
  reservationSite,
  reserved,
} from './reservation-site.ts';

const SELL: { rights: Right[] } = { rights: ['sell'] };

describe('reservations cut off and raced (E21)', () => {
  let ground: Ground;
  let desk: Desk;
  let site: ReservationSite;
  let next = 0;
  const unitId = () => site.unitIds[next++] ?? '';
  const buyer = (index: number) => site.buyerIds[index] ?? '';

  beforeAll(async () => {
    ground = await openGround();
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
    site = await reservationSite(ground.client, desk.store, 600);
  });
  afterAll(() => ground.close());

  /** A unit with a hold of its own, made as the holds' command leaves it. */
  async function heldUnit(more: { salespersonId?: string; buyerId?: string | null } = {}) {
    const id = unitId();
    const [holdId, request] = [randomUUID(), randomUUID()];
    const expiresAt = new Date(Date.now() + HOUR).toISOString();
    const unit = await one(desk.store, 'unit', id);
    await desk.store.write([
      {
        create: 'unitHold',
        row: {
          id: holdId,
          name: 'Hold',
          unitId: id,
          kind: 'SALES',
          state: 'ACTIVE',
          buyerId: buyer(0),
          expiresAt,
          slotKey: request,
          requestKey: request,
          stateBefore: 'AVAILABLE',
          ...more,
        },
      },
      {
        create: 'unitLock',
        row: {
          id: randomUUID(),
          name: 'H',
          lockKey: id,
          unitId: id,
          holderKind: 'HOLD',
          holderId: holdId,
          holderName: 'Mei Lin',
          heldUntil: expiresAt,
          requestKey: request,
        },
      },
      {
        change: 'unit',
        record: unit,
        to: { state: 'HELD', heldAs: 'SALES', holder: 'Mei Lin', heldUntil: expiresAt },
      },
    ]);
    return { id, holdId };
  }

  type Case = { units: string[]; command: AnyCommand; input: Record<string, unknown>; options?: Options };
  const live = async (more: object = {}) => {
    const unit = unitId();
    return { unit, id: await reserved(desk, site, { unitId: unit, ...more }) };
  };
  const CASES: [string, () => Promise<Case>][] = [
    [
      'reserve-unit with discounts and joint buyers',
      async () => {
        const unit = unitId();
        const parties = [0, 1].map((index) => ({ buyerId: buyer(index), sharePercent: '50' }));
        const discountRuleIds = [site.rules.early, site.rules.cash];
        return {
          units: [unit],
          command: reserveUnit,
          input: { unitId: unit, parties, discountRuleIds, stage: 'SMALL' },
        };
      },
    ],
    [
      'reserve-unit that takes a hold over',
      async () => {
        const { id } = await heldUnit();
        return { units: [id], command: reserveUnit, input: { unitId: id, buyerId: buyer(0) } };
      },
    ],
    [
      'upgrade-reservation',
      async () => {
        const { unit, id } = await live({ stage: 'SMALL' });
        return { units: [unit], command: upgradeReservation, input: { reservationId: id } };
      },
    ],
    [
      'extend-reservation',
      async () => {
        const { unit, id } = await live();
        return { units: [unit], command: extendReservation, input: { reservationId: id } };
      },
    ],
    [
      'confirm-reservation',
      async () => {
        const { unit, id } = await live({ price: '900000.00', withApproval: true });
        const options = { approval: { id: randomUUID(), by: 'Bo' } };
        const input = { reservationId: id, price: '900000.00' };
        return { units: [unit], command: confirmReservation, input, options };
      },
    ],
    [
      'change-reservation-buyers',
      async () => {
        const { unit, id } = await live();
        const parties = [1, 2].map((index) => ({ buyerId: buyer(index), sharePercent: '50' }));
        const input = { reservationId: id, parties, reason: 'They marry' };
        return { units: [unit], command: changeReservationBuyers, input };
      },
    ],
    [
      'swap-reservation-unit',
      async () => {
        const { unit, id } = await live({ discountRuleIds: [site.rules.early] });
        const other = unitId();
        const input = {
          reservationId: id,
          unitId: other,
          discountRuleIds: [site.rules.cash],
          reason: 'The view',
        };
        return { units: [unit, other], command: swapReservationUnit, input };
      },
    ],
    [
      'reserve-bundle',
      async () => {
        const unitIds = [unitId(), unitId()];
        return { units: unitIds, command: reserveBundle, input: { unitIds, buyerId: buyer(0) } };
      },
    ],
    [
      'cancel-reservation of what waits for approval',
      async () => {
        const { unit, id } = await live({ price: '900000.00', withApproval: true });
        return { units: [unit], command: cancelReservation, input: { reservationId: id, reason: 'No' } };
      },
    ],
    [
      'decide-deposit',
      async () => {
        const { unit, id } = await live();
        await desk.done(expireReservation, { reservationId: id }, { now: new Date(Date.now() + 25 * HOUR) });
        const input = { reservationId: id, decision: 'FORFEIT', reason: 'Gone' };
        return { units: [unit], command: decideDeposit, input };
      },
    ],
  ];

  describe.each(CASES)('%s', (_name, prepare) => {
    it.each(['the same request again', 'the repair job'])(
      'cut off at every write, then %s: one clean run',
      async (mend) => {
        const clean = await prepare();
        await desk.done(clean.command, clean.input, clean.options);
        const expected = await leftOf(desk.store, clean.units);
        expect(expected.isConsistent).toBe(true);
        let current: Case = clean;
        let requestId = '';
        await eachCrash(
          async (wrap) => {
            current = await prepare();
            requestId = randomUUID();
            await desk.run(current.command, current.input, { ...current.options, requestId, wrap });
          },
          async (label) => {
            if (mend === 'the repair job') {
              const clock = { now: () => new Date(Date.now() + 3 * 60_000) };
              const report = await resumeCommands({ store: desk.store, clock }, ALL_COMMANDS);
              expect(report.failed, label).toEqual([]);
              // Cut off before anything was written down, nobody knows of it and nothing was done.
              if ((await all(desk.store, 'auditEntry', { requestKey: requestId })).length === 0) return;
            } else await desk.done(current.command, current.input, { ...current.options, requestId });
            expect(await leftOf(desk.store, current.units), label).toEqual(expected);
          },
        );
      },
      120_000,
    );
  });

  it('a hold that became a reservation is TAKEN and its slot is free', async () => {
    const { id, holdId } = await heldUnit();
    await desk.done(reserveUnit, { unitId: id, buyerId: buyer(0) }, SELL);
    expect(await one(desk.store, 'unitHold', holdId)).toMatchObject({ state: 'TAKEN', slotKey: '' });
  });

  it.each([
    ['a customer', 0, [], 'NOT_YOUR_DEAL'],
    ['nobody known, by name', null, ['holdId'], 'NOT_YOUR_DEAL'],
    ['nobody known, unnamed', null, [], 'UNIT_TAKEN'],
  ] as const)(
    'a colleague’s hold for %s is not taken over by a salesperson, but by a sales manager',
    async (_what, index, named, code) => {
      const [owner = '', other = ''] = ground.workspace.members.map(({ id: memberId }) => memberId);
      const { id, holdId } = await heldUnit({
        salespersonId: owner,
        buyerId: index === null ? null : buyer(index),
      });
      const naming = named.length === 0 ? {} : { holdId };
      const input = { unitId: id, buyerId: buyer(0), ...naming };
      const actor = { memberId: other, name: 'Other' };
      expect(await desk.refused(reserveUnit, input, { ...SELL, actor })).toMatchObject({ code });
      const own = await desk.run(
        reserveUnit,
        input,
        code === 'UNIT_TAKEN' ? { ...SELL, actor: { ...actor, memberId: owner } } : { actor },
      );
      expect(own).toHaveProperty('plan');
      const [reservation] = await all(desk.store, 'reservation', { unitId: id });
      expect(reservation).toMatchObject({ salespersonId: owner });
    },
  );

  it('a called ticket that has its unit becomes CONVERTED and says of which reservation', async () => {
    const { id, holdId } = await heldUnit();
    const ticketId = randomUUID();
    const [lock] = await all(desk.store, 'unitLock', { lockKey: id });
    await desk.store.changeWhere(
      'unitLock',
      { id: lock?.id ?? '' },
      { holderKind: 'TICKET', holderId: ticketId },
    );
    await desk.store.write([
      {
        create: 'queueTicket',
        row: {
          id: ticketId,
          name: 'T 1',
          state: 'SELECTED',
          buyerId: buyer(0),
          chosenUnitId: id,
          numberKey: ticketId,
        },
      },
      { change: 'unitHold', record: await one(desk.store, 'unitHold', holdId), to: { state: 'RELEASED' } },
    ]);
    const { result } = await desk.done(reserveUnit, { unitId: id, buyerId: buyer(0), ticketId }, SELL);
    expect(await one(desk.store, 'queueTicket', ticketId)).toMatchObject({
      state: 'CONVERTED',
      reservationId: result.reservationId,
    });
    expect(await leftOf(desk.store, [id])).toMatchObject({ isConsistent: true });
  });

  it('a hold for one customer is not taken over for another', async () => {
    const { id } = await heldUnit();
    expect(await desk.refused(reserveUnit, { unitId: id, buyerId: buyer(1) }, SELL)).toMatchObject({
      code: 'UNIT_TAKEN',
      holder: 'Mei Lin',
    });
  });

  it('of two people who take the same hold over one wins, the other is told UNIT_TAKEN', async () => {
    const { id } = await heldUnit();
    const answers = await Promise.all(
      [1, 2].map(() => desk.run(reserveUnit, { unitId: id, buyerId: buyer(0) }, SELL)),
    );
    const lost = answers.flatMap((answer) => ('refused' in answer ? [answer.refused.code] : []));
    expect(lost).toEqual(['UNIT_TAKEN']);
    expect(await leftOf(desk.store, [id])).toMatchObject({ isConsistent: true });
  });

  const atItsEnd = async (id: string) => {
    const { validUntil } = await one(desk.store, 'reservation', id);
    const end = Date.parse(validUntil ?? '');
    return { before: new Date(end - 1), after: new Date(end) };
  };

  it.each([
    ['upgrade', upgradeReservation],
    ['extend', extendReservation],
  ] as const)(
    'E21.5: %s and expire at the same moment: exactly one wins',
    async (_name, command) => {
      const won = { command: 0, expiry: 0 };
      for (let round = 0; round < 12; round++) {
        const { unit, id } = await live({ stage: 'SMALL' });
        const { before, after } = await atItsEnd(id);
        const race = [
          () => desk.run(command, { reservationId: id }, { now: before }),
          () => desk.run(expireReservation, { reservationId: id }, { now: after }),
        ];
        if (round % 2 === 1) race.reverse();
        const answers = await Promise.all(race.map((go) => go()));
        const [moved, expired] = round % 2 === 1 ? [answers[1], answers[0]] : answers;
        expect([moved, expired].filter((answer) => answer !== undefined && 'plan' in answer)).toHaveLength(1);
        const { state } = await one(desk.store, 'reservation', id);
        const isMoved = moved !== undefined && 'plan' in moved;
        expect(state).toBe(isMoved ? 'ACTIVE' : 'EXPIRED');
        expect(await all(desk.store, 'unitLock', { lockKey: unit })).toHaveLength(isMoved ? 1 : 0);
        expect(await one(desk.store, 'unit', unit)).toMatchObject(isMoved ? {} : { state: 'AVAILABLE' });
        expect(await leftOf(desk.store, [unit])).toMatchObject({ isConsistent: true });
        won[isMoved ? 'command' : 'expiry']++;
      }
      expect(won.command + won.expiry).toBe(12);
    },
    60_000,
  );

  it('E21.5: signing, cancelling, swapping and expiring at once: one wins, and unit, lock and contract say the same', async () => {
    for (let round = 0; round < 8; round++) {
      const { unit, id } = await live();
      const { before, after } = await atItsEnd(id);
      const sign = { reservationId: id, planId: site.planId, number: `C-${randomUUID()}`, signedOn: TODAY };
      const race = [
        () => desk.run(signContract, sign, { now: before }),
        () => desk.run(cancelReservation, { reservationId: id, reason: 'No' }, { now: before }),
        () => desk.run(expireReservation, { reservationId: id }, { now: after }),
        () =>
          desk.run(
            swapReservationUnit,
            { reservationId: id, unitId: unitId(), reason: 'No' },
            { now: before },
          ),
      ];
      const turned = [...race.slice(round % 4), ...race.slice(0, round % 4)];
      const answers = await Promise.all(turned.map((go) => go()));
      expect(answers.filter((answer) => 'plan' in answer).length).toBeGreaterThanOrEqual(1);
      const reservation = await one(desk.store, 'reservation', id);
      const contracts = await all(desk.store, 'contract', { reservationId: id });
      const locks = await all(desk.store, 'unitLock', {
        holderId: { in: [id, ...contracts.map((row) => row.id)] },
      });
      const held = locks.filter(({ lockKey }) => lockKey !== '');
      const { state } = await one(desk.store, 'unit', reservation.unitId ?? '');
      if (reservation.state === 'CONVERTED') {
        expect(contracts.map((row) => row.state)).toEqual(['SIGNED']);
        expect(held).toMatchObject([{ holderKind: 'CONTRACT', lockKey: reservation.unitId }]);
        expect(state).toBe('CONTRACTED');
      } else {
        expect(contracts).toEqual([]);
        const isLive = reservation.state === 'ACTIVE';
        expect(held).toHaveLength(isLive ? 1 : 0);
        expect(state).toBe(isLive ? 'LARGE_RESERVED' : 'AVAILABLE');
        if (isLive) expect(held).toMatchObject([{ lockKey: reservation.unitId }]);
      }
      expect([reservation.unitId, unit]).toContain(unit);
    }
  }, 60_000);

  it('E21.2: 20 people want bundles in crossed order: each has all or nothing, and nothing stays locked by nobody', async () => {
    const [a = '', b = '', c = ''] = [unitId(), unitId(), unitId()];
    const orders = [
      [a, b],
      [b, a],
      [b, c],
      [c, b, a],
    ];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        desk.run(reserveBundle, { unitIds: orders[index % 4], buyerId: buyer(index % 3) }, SELL),
      ),
    );
    const won = answers.flatMap((answer) => ('plan' in answer ? [answer.plan.result] : []));
    expect(won).toHaveLength(1);
    for (const answer of answers)
      if ('refused' in answer) expect(['UNIT_TAKEN', 'BUSY']).toContain(answer.refused.code);
    const locks = await all(desk.store, 'unitLock', { lockKey: { in: [a, b, c] } });
    expect(locks.map(({ holderId }) => holderId).sort()).toEqual(
      ((won[0]?.reservationIds ?? []) as string[]).toSorted(),
    );
    expect(await leftOf(desk.store, [a, b, c])).toMatchObject({ isConsistent: true });
  }, 60_000);
});
