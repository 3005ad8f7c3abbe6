/** Holds and freezes (C3, C4, A005) on the embedded workspace: refusals, races, every crash point. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeHold } from '#commands/deal/convert.ts';
import { freezeUnit, unfreezeUnit } from '#commands/deal/freeze-unit.ts';
import { expireHold, extendHold, releaseHold } from '#commands/deal/hold-ending.ts';
import { holdUnit } from '#commands/deal/hold-unit.ts';
import { reserveUnit } from '#commands/deal/reserve-unit.ts';
import { hasGoneOn, passLock } from '#commands/deal/unit-lock.ts';
import { checkUnits } from '#commands/system/jobs.ts';
import { expireAll } from '#commands/system/sales-jobs.ts';
import { eachEnd, type Floor, minutes, openFloor, plain, SELLER } from './sales-floor.ts';

const HOUR = 60;

describe('holds and freezes', () => {
  let floor: Floor;
  beforeAll(async () => {
    floor = await openFloor({ units: 300, buyers: 1 });
  });
  afterAll(() => floor.ground.close());

  const hold = (unitId: string, more: Record<string, unknown> = {}, member = 0) =>
    floor.desk.done(holdUnit, { unitId, ...more }, { actor: floor.seller(member), rights: SELLER });
  /** A hold of nobody in particular, so that no salesperson's places fill up. */
  const vip = async (unitId = floor.unit()) => {
    const until = minutes(2 * HOUR).toISOString();
    const { result } = await floor.desk.done(holdUnit, { unitId, kind: 'VIP', until, forWhom: 'Mayor' });
    return { unitId, holdId: String(result.holdId), until };
  };
  const unitAndLock = async (unitId: string) => {
    const lock = await floor.lockOf(unitId);
    const unit = await floor.one('unit', unitId);
    return {
      ...plain(unit, 'state', 'heldAs', 'holder'),
      lock: lock?.holderKind ?? null,
      isTimed: unit.heldUntil !== null,
    };
  };

  it('A005: a held unit says as what it is held, by whom and until when', async () => {
    const unitId = floor.unit();
    const { result } = await hold(unitId, { forWhom: 'Lin Mei' });
    const unit = await floor.one('unit', unitId);
    expect(unit).toMatchObject({ state: 'HELD', heldAs: 'SALES', holder: 'Lin Mei (Seller 0)' });
    expect(unit.heldUntil).toBe(result.until);
    expect(await floor.lockOf(unitId)).toMatchObject({ holderKind: 'HOLD', holderId: result.holdId });
    const left = Date.parse(String(result.until)) - Date.now();
    expect(Math.round(left / 60_000)).toBe(4 * HOUR);
    await floor.desk.done(releaseHold, { holdId: result.holdId });
    expect(await unitAndLock(unitId)).toEqual({
      state: 'AVAILABLE',
      heldAs: null,
      holder: '',
      lock: null,
      isTimed: false,
    });
  });

  it('C4: 20 parallel holds of one salesperson never exceed the limit of three; the rest are refused', async () => {
    const units = Array.from({ length: 20 }, () => floor.unit());
    const actor = floor.seller(1);
    const decisions = await Promise.all(
      units.map((unitId) => floor.desk.run(holdUnit, { unitId }, { actor, rights: SELLER })),
    );
    const refused = decisions.flatMap((one) => ('refused' in one ? [one.refused] : []));
    expect(refused).toHaveLength(17);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['HOLD_LIMIT_REACHED']));
    const { live } = await floor.desk.store.read({
      live: { object: 'unitHold', filter: { salespersonId: actor.memberId, state: 'ACTIVE' } },
    });
    expect(live.map(({ slotKey }) => slotKey).sort()).toEqual([1, 2, 3].map((n) => `${actor.memberId}:${n}`));
    const locks = await Promise.all(units.map((unitId) => floor.lockOf(unitId)));
    expect(locks.filter((lock) => lock !== null)).toHaveLength(3);

    const [first] = live;
    await floor.desk.done(releaseHold, { holdId: first?.id }, { actor, rights: SELLER });
    await hold(floor.unit(), {}, 1);
  });

  it('E21.1: of 20 salespeople and managers who hold one unit at once one wins, the others learn who', async () => {
    const unitId = floor.unit();
    const until = minutes(HOUR).toISOString();
    const decisions = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        floor.desk.run(holdUnit, { unitId, kind: 'VIP', until, forWhom: `VIP ${index}` }),
      ),
    );
    const refused = decisions.flatMap((one) => ('refused' in one ? [one.refused] : []));
    expect(refused).toHaveLength(19);
    for (const one of refused) expect(one).toMatchObject({ code: 'UNIT_TAKEN', until });
    const { holds } = await floor.desk.store.read({ holds: { object: 'unitHold', filter: { unitId } } });
    expect(holds).toHaveLength(1);
  });

  it('E4: a hold whose time is over gives up its place and its unit at once, without any job', async () => {
    const actor = floor.seller(2);
    const options = { actor, rights: SELLER };
    const units = Array.from({ length: 3 }, () => floor.unit());
    const start = new Date();
    for (const unitId of units)
      await floor.desk.done(
        holdUnit,
        { unitId, until: minutes(10, start).toISOString() },
        { ...options, now: start },
      );
    const early = { ...options, now: new Date(minutes(10, start).getTime() - 1) };
    const next = floor.unit();
    expect(await floor.desk.refused(holdUnit, { unitId: next }, early)).toMatchObject({
      code: 'HOLD_LIMIT_REACHED',
      limit: 3,
    });
    expect(
      await floor.desk.refused(holdUnit, { unitId: units[0] }, { now: early.now, actor: floor.seller(3) }),
    ).toMatchObject({ code: 'UNIT_TAKEN' });

    const now = minutes(10, start);
    await floor.desk.done(holdUnit, { unitId: units[0] }, { now, actor: floor.seller(3), rights: SELLER });
    await floor.desk.done(holdUnit, { unitId: next }, { ...options, now });
    const { holds } = await floor.desk.store.read({
      holds: { object: 'unitHold', filter: { unitId: { in: units }, salespersonId: actor.memberId } },
    });
    expect(holds.map(({ state }) => state)).toEqual(['EXPIRED', 'EXPIRED', 'EXPIRED']);
    expect(await unitAndLock(units[1] ?? '')).toMatchObject({ state: 'AVAILABLE', lock: null });
    expect(await unitAndLock(units[0] ?? '')).toMatchObject({
      state: 'HELD',
      holder: 'Seller 3',
      lock: 'HOLD',
    });
  });

  it('the limits of a project: no holds at all, one hour at most, a VIP for 90 days at most', async () => {
    const unitId = floor.unit();
    const actor = floor.seller(3);
    const tooLong = { unitId, until: minutes(4 * HOUR + 1).toISOString() };
    expect(await floor.desk.refused(holdUnit, tooLong, { actor })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'until',
    });
    const past = { unitId, until: minutes(-1).toISOString() };
    expect(await floor.desk.refused(holdUnit, past, { actor })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'until',
    });
    const ages = { unitId, kind: 'VIP', until: minutes(90 * 24 * HOUR + 1).toISOString() };
    expect(await floor.desk.refused(holdUnit, ages, { actor })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'until',
    });
    expect(await floor.desk.refused(holdUnit, { unitId, kind: 'VIP' }, { actor })).toMatchObject({
      field: 'until',
    });
    await floor.set('project', floor.site.projectId, { holdsPerSalesperson: 0 });
    expect(await floor.desk.refused(holdUnit, { unitId }, { actor })).toMatchObject({
      code: 'HOLD_LIMIT_REACHED',
      limit: 0,
    });
    await floor.set('project', floor.site.projectId, { holdsPerSalesperson: null });
  });

  it('C5: a VIP hold, and a hold for somebody else, need the right to control sales', async () => {
    const unitId = floor.unit();
    const seller = { actor: floor.seller(0), rights: SELLER };
    const vipInput = { unitId, kind: 'VIP', until: minutes(HOUR).toISOString() };
    expect(await floor.desk.refused(holdUnit, vipInput, seller)).toEqual({
      code: 'NO_RIGHT',
      right: 'controlSales',
    });
    const forOther = { unitId, salespersonId: floor.seller(1).memberId };
    expect(await floor.desk.refused(holdUnit, forOther, seller)).toEqual({
      code: 'NO_RIGHT',
      right: 'controlSales',
    });
    const nobody = { actor: { memberId: null, name: 'Workflow' } };
    expect(await floor.desk.refused(holdUnit, { unitId }, nobody)).toMatchObject({ field: 'salespersonId' });
    const { result } = await floor.desk.done(holdUnit, { unitId }, { ...seller, actor: floor.seller(3) });
    expect(await floor.desk.refused(releaseHold, { holdId: result.holdId }, seller)).toMatchObject({
      code: 'NOT_YOUR_DEAL',
    });
    await floor.desk.done(
      releaseHold,
      { holdId: result.holdId },
      { actor: floor.seller(1), rights: ['sell', 'controlSales'] },
    );
  });

  it.each(['PLANNED', 'CONTROLLED', 'CONTRACTED', 'HANDED_OVER'] as const)(
    'C4: a unit that is %s cannot be held',
    async (state) => {
      const unitId = floor.unit();
      await floor.set('unit', unitId, { state });
      const until = minutes(HOUR).toISOString();
      expect(await floor.desk.refused(holdUnit, { unitId, kind: 'VIP', until })).toMatchObject({
        code: 'UNIT_NOT_FOR_SALE',
        state,
      });
      await floor.set('unit', unitId, { state: 'AVAILABLE' });
    },
  );

  it('an unknown unit, buyer or hold is not found', async () => {
    const id = randomUUID();
    expect(await floor.desk.refused(holdUnit, { unitId: id })).toMatchObject({
      code: 'NOT_FOUND',
      what: 'unit',
    });
    expect(await floor.desk.refused(holdUnit, { unitId: floor.site.unitIds[0], buyerId: id })).toMatchObject({
      what: 'person',
    });
    for (const command of [releaseHold, expireHold])
      expect(await floor.desk.refused(command, { holdId: id })).toMatchObject({ what: 'hold' });
    expect(await floor.desk.refused(freezeUnit, { unitId: id, reason: 'Order' })).toMatchObject({
      what: 'unit',
    });
  });

  it('a hold ends once: released it is not expired, extended or released again', async () => {
    const { holdId } = await vip();
    expect(await floor.desk.refused(expireHold, { holdId })).toMatchObject({ code: 'TIME_NOT_OVER' });
    await floor.desk.done(releaseHold, { holdId });
    for (const command of [releaseHold, expireHold]) {
      expect(await floor.desk.refused(command, { holdId })).toMatchObject({
        code: 'STATE_NOT_ALLOWED',
        from: 'RELEASED',
      });
    }
    const longer = { holdId, until: minutes(3 * HOUR).toISOString() };
    expect(await floor.desk.refused(extendHold, longer)).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
      from: 'RELEASED',
    });
  });

  it('an extension is counted and moves the time of hold, lock and unit; never back, never after the end', async () => {
    const { holdId, unitId } = await vip();
    const until = minutes(5 * HOUR).toISOString();
    await floor.desk.done(extendHold, { holdId, until });
    expect(await floor.one('unitHold', holdId)).toMatchObject({ extensions: 1, expiresAt: until });
    expect(await floor.lockOf(unitId)).toMatchObject({ heldUntil: until });
    expect(await floor.one('unit', unitId)).toMatchObject({ heldUntil: until });
    const back = { holdId, until: minutes(4 * HOUR).toISOString() };
    expect(await floor.desk.refused(extendHold, back)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'until',
    });
    const late = { holdId, until: minutes(9 * HOUR).toISOString() };
    expect(await floor.desk.refused(extendHold, late, { now: new Date(until) })).toMatchObject({
      code: 'TIME_OVER',
    });
  });

  it('E21.5: a hold that became a reservation is TAKEN: its end frees nothing, its place is free', async () => {
    const { holdId, unitId } = await vip();
    const reservationId = randomUUID();
    const lock = await floor.lockOf(unitId);
    if (lock === null) throw new Error('The hold has no lock');
    const holding = {
      holderKind: 'RESERVATION',
      holderId: reservationId,
      holderName: 'Mayor',
      heldUntil: null,
    } as const;
    const [moved, released] = await Promise.all([
      passLock(floor.desk.store, lock, holdId, holding),
      floor.desk.run(releaseHold, { holdId }),
    ]);
    const left = await floor.lockOf(unitId);
    expect(moved).toBe('refused' in released);
    if (moved) {
      expect(left).toMatchObject({ holderId: reservationId });
      expect(hasGoneOn(left, await floor.one('unitHold', holdId))).toBe(true);
      await takeHold(floor.desk.store, await floor.one('unitHold', holdId), new Date());
      expect(await floor.one('unitHold', holdId)).toMatchObject({ state: 'TAKEN', slotKey: '' });
    } else {
      expect(left).toBeNull();
      expect(await floor.one('unitHold', holdId)).toMatchObject({ state: 'RELEASED', slotKey: '' });
    }
  });

  it('C4: the job ends holds whose time is over; one that fails stops no other', async () => {
    const [broken, fine] = [await vip(), await vip()];
    const store = {
      ...floor.desk.store,
      changeWhere: ((object: never, filter: { holderId?: string }, to: never) => {
        if (filter.holderId === broken.holdId) throw new Error('The network is down');
        return floor.desk.store.changeWhere(object, filter as never, to);
      }) as never,
    };
    const later = minutes(3 * HOUR);
    const report = await expireAll({ store, clock: { now: () => later } });
    expect(report.failed).toHaveLength(1);
    expect(await floor.one('unitHold', fine.holdId)).toMatchObject({ state: 'EXPIRED' });
    expect(await unitAndLock(fine.unitId)).toMatchObject({ state: 'AVAILABLE', heldAs: null, lock: null });
    expect(await floor.one('unitHold', broken.holdId)).toMatchObject({ state: 'ACTIVE' });
    await expireAll({ store: floor.desk.store, clock: { now: () => later } });
    // Begun by the run that failed, it waits to be carried through, or the next run ends it.
    expect(await floor.one('unitHold', broken.holdId)).toMatchObject({ state: 'EXPIRED' });
  });

  describe('frozen', () => {
    const freeze = (unitId: string, options = {}) =>
      floor.desk.done(freezeUnit, { unitId, reason: 'Court order 17' }, options);
    const thaw = (unitId: string) => floor.desk.done(unfreezeUnit, { unitId, reason: 'Order lifted' });

    it('a free unit is locked by its freeze: nobody may hold or reserve it; thawed it is what it was', async () => {
      const unitId = floor.unit();
      await freeze(unitId);
      expect(await unitAndLock(unitId)).toMatchObject({ state: 'FROZEN', heldAs: 'LEGAL', lock: 'FREEZE' });
      const until = minutes(HOUR).toISOString();
      expect(await floor.desk.refused(holdUnit, { unitId, kind: 'VIP', until })).toMatchObject({
        code: 'UNIT_FROZEN',
      });
      expect(await floor.desk.refused(freezeUnit, { unitId, reason: 'Again' })).toMatchObject({
        code: 'UNIT_FROZEN',
      });
      const reserved = await floor.desk.run(reserveUnit, { unitId, buyerName: 'Lin Mei' });
      expect('refused' in reserved).toBe(true);
      await thaw(unitId);
      expect(await unitAndLock(unitId)).toEqual({
        state: 'AVAILABLE',
        heldAs: null,
        holder: '',
        lock: null,
        isTimed: false,
      });
      expect(await floor.desk.refused(unfreezeUnit, { unitId, reason: 'Again' })).toMatchObject({
        code: 'STATE_NOT_ALLOWED',
      });
    });

    it.each(['PLANNED', 'CONTROLLED'] as const)('a unit that was %s is that again', async (state) => {
      const unitId = floor.unit();
      await floor.set('unit', unitId, { state });
      await freeze(unitId);
      await thaw(unitId);
      expect(await unitAndLock(unitId)).toMatchObject({ state, lock: null });
    });

    it('a held and a reserved unit stay theirs, frozen, and go back to what their locks say', async () => {
      const { unitId } = await vip();
      await freeze(unitId);
      expect(await unitAndLock(unitId)).toMatchObject({
        state: 'FROZEN',
        holder: 'Mayor (Somebody)',
        lock: 'HOLD',
      });
      await thaw(unitId);
      expect(await unitAndLock(unitId)).toMatchObject({
        state: 'HELD',
        heldAs: 'VIP',
        lock: 'HOLD',
        isTimed: true,
      });
      const reserved = floor.unit();
      await floor.desk.done(reserveUnit, { unitId: reserved, buyerName: 'Lin Mei' });
      await freeze(reserved);
      await thaw(reserved);
      expect(await unitAndLock(reserved)).toMatchObject({
        state: 'LARGE_RESERVED',
        lock: 'RESERVATION',
        holder: 'Lin Mei',
      });
    });

    it('what expired while it was frozen is free when it is thawed', async () => {
      const { unitId, holdId, until } = await vip();
      await freeze(unitId);
      await floor.desk.done(unfreezeUnit, { unitId, reason: 'Lifted' }, { now: new Date(until) });
      expect(await unitAndLock(unitId)).toEqual({
        state: 'AVAILABLE',
        heldAs: null,
        holder: '',
        lock: null,
        isTimed: false,
      });
      expect(await floor.one('unitHold', holdId)).toMatchObject({ state: 'EXPIRED' });
      const other = await vip();
      await freeze(other.unitId);
      await floor.desk.done(expireHold, { holdId: other.holdId }, { now: new Date(other.until) });
      expect(await unitAndLock(other.unitId)).toMatchObject({ state: 'FROZEN', heldAs: 'LEGAL', lock: null });
      await thaw(other.unitId);
      expect(await unitAndLock(other.unitId)).toMatchObject({ state: 'AVAILABLE', heldAs: null, lock: null });
    });

    it('a freeze and a reservation at the same moment: the unit is never both free of the freeze and sold on', async () => {
      for (let round = 0; round < 8; round++) {
        const unitId = floor.unit();
        const [frozen] = await Promise.all([
          floor.desk.run(freezeUnit, { unitId, reason: 'Court order' }),
          floor.desk.run(reserveUnit, { unitId, buyerName: 'Lin Mei' }),
        ]);
        expect('plan' in frozen).toBe(true);
        await checkUnits({ store: floor.desk.store, clock: { now: () => new Date() } });
        expect(await unitAndLock(unitId)).toMatchObject({ state: 'FROZEN', heldAs: 'LEGAL' });
        await thaw(unitId);
        const lock = await floor.lockOf(unitId);
        const state = lock === null ? 'AVAILABLE' : 'LARGE_RESERVED';
        expect(await unitAndLock(unitId)).toMatchObject({ state, heldAs: null });
      }
    });

    it('two freezes of one unit at once are one', async () => {
      const unitId = floor.unit();
      const decisions = await Promise.all(
        ['A', 'B', 'C'].map((reason) => floor.desk.run(freezeUnit, { unitId, reason })),
      );
      expect(decisions.filter((one) => 'plan' in one)).toHaveLength(1);
    });
  });

  describe('cut off at every write', () => {
    const same = (end: unknown, clean: unknown, label: string) => expect(end, label).toEqual(clean);
    const endOfHold =
      (unitId: string, of = { unitId } as Record<string, string>) =>
      async () => {
        const { holds } = await floor.desk.store.read({ holds: { object: 'unitHold', filter: of } });
        const rows = holds.map((one) =>
          plain(one, 'state', 'kind', 'extensions', 'closeReason', 'stateBefore'),
        );
        rows.sort((a, b) => String(a.kind).localeCompare(String(b.kind)));
        return {
          ...(await unitAndLock(unitId)),
          rows,
          places: holds.filter(({ slotKey }) => slotKey !== '').length,
        };
      };

    it('hold-unit', { timeout: 240_000 }, () =>
      eachEnd(
        floor,
        holdUnit,
        async () => {
          const unitId = floor.unit();
          const { held } = await floor.desk.store.read({
            held: {
              object: 'unitHold',
              filter: { salespersonId: floor.seller(0).memberId, state: 'ACTIVE' },
            },
          });
          for (const { id } of held) await floor.desk.done(releaseHold, { holdId: id });
          const options = { actor: floor.seller(0), rights: SELLER };
          return { input: { unitId, forWhom: 'Lin Mei' }, endOf: endOfHold(unitId), options };
        },
        same,
      ),
    );

    it.each([
      ['release-hold', releaseHold, {}, 0],
      ['expire-hold', expireHold, {}, 2 * HOUR],
      ['extend-hold', extendHold, { until: minutes(6 * HOUR).toISOString() }, 0],
    ] as const)('%s', { timeout: 240_000 }, (_name, command, more, after) =>
      eachEnd(
        floor,
        command,
        async () => {
          const { unitId, holdId, until } = await vip();
          const now = after === 0 ? new Date() : new Date(until);
          return { input: { holdId, ...more }, endOf: endOfHold(unitId), options: { now } };
        },
        same,
      ),
    );

    it.each([
      ['a free unit', false],
      ['a held unit', true],
    ] as const)('freeze-unit and unfreeze-unit of %s', { timeout: 300_000 }, async (_name, isHeld) => {
      const prepared = async () => (isHeld ? (await vip()).unitId : floor.unit());
      await eachEnd(
        floor,
        freezeUnit,
        async () => {
          const unitId = await prepared();
          return { input: { unitId, reason: 'Order' }, endOf: endOfHold(unitId) };
        },
        same,
      );
      await eachEnd(
        floor,
        unfreezeUnit,
        async () => {
          const unitId = await prepared();
          await floor.desk.done(freezeUnit, { unitId, reason: 'Order' });
          return { input: { unitId, reason: 'Lifted' }, endOf: endOfHold(unitId) };
        },
        same,
      );
    });
  });
});
