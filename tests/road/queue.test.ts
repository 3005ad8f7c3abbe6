/** The queue of a release batch (C4, D6): tickets, calls, choosing, the lottery; raced and cut off at every write. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callNextTicket, missTicket, requeueTicket } from '#commands/deal/call-ticket.ts';
import { cancelTicket } from '#commands/deal/cancel-ticket.ts';
import { chooseUnit } from '#commands/deal/choose-unit.ts';
import { drawLottery } from '#commands/deal/draw-lottery.ts';
import { holdUnit } from '#commands/deal/hold-unit.ts';
import { activateTicket, takeTicket } from '#commands/deal/take-ticket.ts';
import { expireAll } from '#commands/system/sales-jobs.ts';
import { queueRefusal } from '#domain/deal/index.ts';
import { eachEnd, type Floor, minutes, openFloor, plain, SELLER } from './sales-floor.ts';

describe('the queue', () => {
  let floor: Floor;
  beforeAll(async () => {
    floor = await openFloor({ units: 140, buyers: 420 });
  });
  afterAll(() => floor.ground.close());

  const ticketsOf = async (batchId: string) => {
    const { tickets } = await floor.desk.store.read({
      tickets: { object: 'queueTicket', filter: { releaseBatchId: batchId }, orderBy: { number: 'ASC' } },
    });
    return tickets;
  };
  const units = (count: number) => Array.from({ length: count }, () => floor.unit());

  it('numbers are gap-free and given once, also when 30 people take one at once; a buyer has one live ticket', async () => {
    const batchId = await floor.batch({ state: 'DRAFT' });
    const buyers = Array.from({ length: 30 }, () => floor.buyer());
    await Promise.all(buyers.map((buyerId) => floor.desk.done(takeTicket, { batchId, buyerId })));
    expect((await ticketsOf(batchId)).map(({ number }) => number)).toEqual(
      buyers.map((_, index) => index + 1),
    );
    const [buyerId = ''] = buyers;
    expect(await floor.desk.refused(takeTicket, { batchId, buyerId })).toMatchObject({
      code: 'TICKET_EXISTS',
    });
    const other = floor.buyer();
    const twice = await Promise.all(
      [1, 2, 3].map(() => floor.desk.run(takeTicket, { batchId, buyerId: other })),
    );
    expect(twice.filter((one) => 'plan' in one)).toHaveLength(1);
    const mine = (await ticketsOf(batchId)).find((one) => one.buyerId === other);
    await floor.desk.done(cancelTicket, { ticketId: mine?.id, reason: 'Not today' });
    const { result } = await floor.desk.done(takeTicket, { batchId, buyerId: other });
    expect(result.number).toBe(32);
  });

  it('a deleted ticket keeps its number: the next one goes on', async () => {
    const batchId = await floor.batch();
    const gone = await floor.ticket(batchId);
    await floor.ground.client.graphql('mutation ($id: UUID!) { deleteKeyturnQueueTicket(id: $id) { id } }', {
      id: gone,
    });
    expect(await floor.one('queueTicket', await floor.ticket(batchId))).toMatchObject({ number: 2 });
  });

  it('30 clerks who call 30 tickets at once call each once, and nobody is passed over', {
    timeout: 120_000,
  }, async () => {
    const batchId = await floor.batch();
    for (let index = 0; index < 40; index++) await floor.ticket(batchId);
    const calls = await Promise.all(
      Array.from({ length: 30 }, () => floor.desk.done(callNextTicket, { batchId })),
    );
    const numbers = calls.map(({ result }) => Number(result.number)).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    expect((await floor.desk.done(callNextTicket, { batchId })).result.number).toBe(31);
  });

  it('a called ticket chooses until its deadline and not a millisecond longer (E4); then it has missed it', async () => {
    const unitIds = units(2);
    const batchId = await floor.batch({ callMinutes: 5, unitIds });
    const ticketId = await floor.ticket(batchId);
    const now = new Date();
    const { result } = await floor.desk.done(callNextTicket, { batchId }, { now });
    expect(result.deadline).toBe(minutes(5, now).toISOString());
    const late = { now: minutes(5, now) };
    expect(await floor.desk.refused(chooseUnit, { ticketId, unitId: unitIds[0] }, late)).toMatchObject({
      code: 'TIME_OVER',
    });
    const early = { now: new Date(late.now.getTime() - 1) };
    expect(await floor.desk.refused(missTicket, { ticketId }, early)).toMatchObject({
      code: 'TIME_NOT_OVER',
    });
    await floor.desk.done(chooseUnit, { ticketId, unitId: unitIds[0] }, early);
    const unit = await floor.one('unit', unitIds[0] ?? '');
    expect(unit).toMatchObject({
      state: 'HELD',
      heldAs: 'QUEUE',
      heldUntil: minutes(60, early.now).toISOString(),
    });
    expect(await floor.one('queueTicket', ticketId)).toMatchObject({
      state: 'SELECTED',
      chosenUnitId: unitIds[0],
    });
    expect(await floor.desk.refused(chooseUnit, { ticketId, unitId: unitIds[1] }, early)).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
      from: 'SELECTED',
    });
  });

  it('40 buyers who choose among 20 units at once: each unit goes to one, 20 learn who has theirs', {
    timeout: 120_000,
  }, async () => {
    const unitIds = units(20);
    const batchId = await floor.batch({ unitIds });
    const tickets: string[] = [];
    for (let index = 0; index < 40; index++) tickets.push(await floor.called(batchId));
    const decisions = await Promise.all(
      tickets.map((ticketId, index) => floor.desk.run(chooseUnit, { ticketId, unitId: unitIds[index % 20] })),
    );
    const refused = decisions.flatMap((one) => ('refused' in one ? [one.refused] : []));
    expect(refused).toHaveLength(20);
    for (const one of refused) expect(one).toMatchObject({ code: 'UNIT_TAKEN', until: expect.any(String) });
    const rows = await ticketsOf(batchId);
    const chosen = rows.filter(({ state }) => state === 'SELECTED');
    expect(new Set(chosen.map(({ chosenUnitId }) => chosenUnitId)).size).toBe(20);
    for (const { id, chosenUnitId } of chosen)
      expect(await floor.lockOf(chosenUnitId ?? '')).toMatchObject({ holderId: id });
  });

  it('one ticket that chooses two units at once gets one; the other unit stays free', async () => {
    for (let round = 0; round < 5; round++) {
      const unitIds = units(2);
      const ticketId = await floor.called(await floor.batch({ unitIds }));
      const decisions = await Promise.all(
        unitIds.map((unitId) => floor.desk.run(chooseUnit, { ticketId, unitId })),
      );
      expect(decisions.filter((one) => 'plan' in one)).toHaveLength(1);
      const locks = await Promise.all(unitIds.map((unitId) => floor.lockOf(unitId)));
      expect(locks.filter((lock) => lock !== null)).toHaveLength(1);
      const states = await Promise.all(
        unitIds.map(async (unitId) => (await floor.one('unit', unitId)).state),
      );
      expect(states.sort()).toEqual(['AVAILABLE', 'HELD']);
    }
  });

  it('E21.5: choosing and missing at the deadline: one of the two, and no unit is held by who missed it', async () => {
    for (let round = 0; round < 6; round++) {
      const [unitId = ''] = units(1);
      const batchId = await floor.batch({ unitIds: [unitId] });
      const ticketId = await floor.called(batchId);
      const { deadline } = await floor.one('queueTicket', ticketId);
      const end = new Date(deadline ?? '');
      const [chosen, missed] = await Promise.all([
        floor.desk.run(chooseUnit, { ticketId, unitId }, { now: new Date(end.getTime() - 1) }),
        floor.desk.run(missTicket, { ticketId }, { now: end }),
      ]);
      const { state } = await floor.one('queueTicket', ticketId);
      expect(['plan' in chosen, 'plan' in missed].filter(Boolean)).toHaveLength(1);
      expect(state).toBe('plan' in chosen ? 'SELECTED' : 'MISSED');
      expect((await floor.lockOf(unitId))?.holderId).toBe('plan' in chosen ? ticketId : undefined);
    }
  });

  it('C4: the job lets tickets miss their time; what they had chosen is free, and they come back once', async () => {
    const [unitId = ''] = units(1);
    const batchId = await floor.batch({ unitIds: [unitId], requeues: 1 });
    const ticketId = await floor.chosen(batchId, unitId);
    const waiting = await floor.ticket(batchId);
    await expireAll({ store: floor.desk.store, clock: { now: () => minutes(61) } });
    expect(await floor.one('queueTicket', ticketId)).toMatchObject({
      state: 'MISSED',
      missedTimes: 1,
      chosenUnitId: null,
    });
    expect(await floor.one('unit', unitId)).toMatchObject({ state: 'AVAILABLE', heldAs: null });
    expect(await floor.lockOf(unitId)).toBeNull();
    await floor.desk.done(requeueTicket, { ticketId });
    const call = async () => String((await floor.desk.done(callNextTicket, { batchId })).result.ticketId);
    expect([await call(), await call()]).toEqual([waiting, ticketId]);
    await floor.desk.done(missTicket, { ticketId }, { now: minutes(11) });
    expect(await floor.desk.refused(requeueTicket, { ticketId })).toMatchObject({
      code: 'REQUEUES_USED_UP',
      times: 1,
    });
    expect(await floor.desk.refused(callNextTicket, { batchId })).toMatchObject({ code: 'QUEUE_EMPTY' });
  });

  it('a unit of a queue belongs to who has chosen it: no hold by a salesperson, no reservation without the ticket', async () => {
    const [unitId = ''] = units(1);
    const batchId = await floor.batch({ unitIds: [unitId] });
    const seller = { actor: floor.seller(0), rights: SELLER };
    expect(await floor.desk.refused(holdUnit, { unitId }, seller)).toMatchObject({ code: 'TICKET_NEEDED' });
    const ticketId = await floor.chosen(batchId, unitId);
    const [batch, unit, ticket, lock] = [
      await floor.one('releaseBatch', batchId),
      await floor.one('unit', unitId),
      await floor.one('queueTicket', ticketId),
      await floor.lockOf(unitId),
    ];
    expect(queueRefusal(batch, unit, lock, ticket)).toBeNull();
    expect(queueRefusal(batch, unit, null, ticket)).toMatchObject({ code: 'TICKET_NEEDED' });
    expect(queueRefusal(batch, unit, lock, null)).toMatchObject({ code: 'TICKET_NEEDED' });
    expect(queueRefusal({ ...batch, salesMode: 'FIRST_COME' }, unit, null, null)).toBeNull();
    expect(queueRefusal({ ...batch, state: 'CLOSED' }, unit, null, null)).toBeNull();
  });

  it('what the tables do not allow is refused', async () => {
    const [own = '', foreign = ''] = units(2);
    const closed = await floor.batch({ state: 'CLOSED' });
    expect(await floor.desk.refused(takeTicket, { batchId: closed, buyerId: floor.buyer() })).toMatchObject({
      code: 'BATCH_NOT_OPEN',
      state: 'CLOSED',
    });
    const draft = await floor.batch({ state: 'DRAFT' });
    const waiting = await floor.ticket(draft);
    expect(await floor.desk.refused(callNextTicket, { batchId: draft })).toMatchObject({
      code: 'BATCH_NOT_OPEN',
      state: 'DRAFT',
    });
    expect(await floor.desk.refused(activateTicket, { ticketId: waiting })).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
    });
    expect(await floor.desk.refused(missTicket, { ticketId: waiting })).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
    });
    expect(await floor.desk.refused(requeueTicket, { ticketId: waiting })).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
    });
    expect(await floor.desk.refused(drawLottery, { batchId: draft })).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
      from: 'QUEUE_ORDER',
    });
    const batchId = await floor.batch({ unitIds: [own] });
    const ticketId = await floor.called(batchId);
    expect(await floor.desk.refused(chooseUnit, { ticketId, unitId: foreign })).toMatchObject({
      code: 'UNIT_NOT_IN_BATCH',
    });
    await floor.desk.done(cancelTicket, { ticketId, reason: 'Gone' });
    expect(await floor.desk.refused(chooseUnit, { ticketId, unitId: own })).toMatchObject({
      from: 'CANCELLED',
    });
    expect(await floor.desk.refused(cancelTicket, { ticketId, reason: 'Gone' })).toMatchObject({
      from: 'CANCELLED',
    });
    const id = randomUUID();
    expect(await floor.desk.refused(takeTicket, { batchId: id, buyerId: id })).toMatchObject({
      what: 'release batch',
    });
    expect(await floor.desk.refused(takeTicket, { batchId, buyerId: id })).toMatchObject({ what: 'person' });
    expect(await floor.desk.refused(missTicket, { ticketId: id })).toMatchObject({ what: 'queue ticket' });
  });

  it('C5: a ticket is acted on by its salesperson, not by another one', async () => {
    const batchId = await floor.batch();
    const ticketId = await floor.ticket(batchId, { actor: floor.seller(0), rights: SELLER });
    const stranger = { actor: floor.seller(1), rights: SELLER };
    expect(await floor.desk.refused(cancelTicket, { ticketId, reason: 'No' }, stranger)).toMatchObject({
      code: 'NOT_YOUR_DEAL',
    });
  });

  it('a lottery is drawn once, in the order that anybody works out from its seed; who comes later comes last', async () => {
    const batchId = await floor.batch({ salesMode: 'LOTTERY' });
    for (let index = 0; index < 25; index++) await floor.ticket(batchId);
    expect(await floor.desk.refused(callNextTicket, { batchId })).toMatchObject({
      code: 'LOTTERY_NOT_DRAWN',
    });
    expect(await floor.desk.refused(drawLottery, { batchId })).toMatchObject({ field: 'seed' });
    const both = await Promise.all(
      ['3401', 'ffee'].map((seed) => floor.desk.run(drawLottery, { batchId, seed })),
    );
    expect(both.filter((one) => 'plan' in one)).toHaveLength(1);
    const { lotterySeed, lotteryDrawnAt } = await floor.one('releaseBatch', batchId);
    expect(lotteryDrawnAt).not.toBeNull();
    const hash = (number: number) => createHash('sha256').update(`${lotterySeed}:${number}`).digest('hex');
    const expected = Array.from({ length: 25 }, (_, index) => index + 1).sort((a, b) =>
      hash(a) < hash(b) ? -1 : 1,
    );
    const rows = (await ticketsOf(batchId)).sort((a, b) => (a.lotteryPlace ?? 0) - (b.lotteryPlace ?? 0));
    expect(rows.map(({ number }) => number)).toEqual(expected);
    expect(rows.map(({ lotteryPlace }) => lotteryPlace)).toEqual(expected.map((_, index) => index + 1));
    expect(await floor.desk.refused(drawLottery, { batchId, seed: '1' })).toMatchObject({
      code: 'LOTTERY_DRAWN',
    });
    await floor.ticket(batchId);
    const called: unknown[] = [];
    for (let index = 0; index < 26; index++)
      called.push((await floor.desk.done(callNextTicket, { batchId })).result.number);
    expect(called).toEqual([...expected, 26]);
  });

  it('a ticket cancelled while the lottery is drawn stays cancelled', async () => {
    const batchId = await floor.batch({ salesMode: 'LOTTERY' });
    const ids: string[] = [];
    for (let index = 0; index < 12; index++) ids.push(await floor.ticket(batchId));
    await Promise.all([
      floor.desk.done(drawLottery, { batchId, seed: '77' }),
      ...ids.slice(0, 6).map((ticketId) => floor.desk.run(cancelTicket, { ticketId, reason: 'Gone' })),
    ]);
    const rows = await floor.desk.store.observe('queueTicket', { releaseBatchId: batchId });
    for (const { sealed, stored } of rows) expect(sealed.state).toBe(stored.state);
    const left = rows.filter(({ sealed }) => sealed.state === 'ACTIVE');
    expect(left.every(({ sealed }) => sealed.lotteryPlace !== null)).toBe(true);
  });

  describe('cut off at every write', () => {
    const same = (end: unknown, clean: unknown, label: string) => expect(end, label).toEqual(clean);
    const endOf = (batchId: string, unitId?: string) => async () => {
      const rows = (await ticketsOf(batchId)).map((one) => ({
        ...plain(one, 'number', 'state', 'callOrder', 'lotteryPlace', 'missedTimes', 'closeReason'),
        isCalled: one.calledAt !== null,
        hasUnit: one.chosenUnitId !== null,
        isLive: one.buyerKey !== '',
      }));
      const unit = unitId === undefined ? null : await floor.one('unit', unitId);
      const lock = unitId === undefined ? null : await floor.lockOf(unitId);
      return { rows, unit: unit && plain(unit, 'state', 'heldAs'), lock: lock?.holderKind ?? null };
    };
    const CASES = {
      'take-ticket': [
        takeTicket,
        async (batchId: string) => ({ input: { batchId, buyerId: floor.buyer() } }),
      ],
      'activate-ticket': [
        activateTicket,
        async (batchId: string) => {
          const { result } = await floor.desk.done(takeTicket, { batchId, buyerId: floor.buyer() });
          return { input: { ticketId: result.ticketId } };
        },
      ],
      'call-next-ticket': [
        callNextTicket,
        async (batchId: string) => {
          await floor.ticket(batchId);
          await floor.ticket(batchId);
          return { input: { batchId } };
        },
      ],
      'choose-unit': [
        chooseUnit,
        async (batchId: string, unitId: string) => ({
          input: { ticketId: await floor.called(batchId), unitId },
        }),
      ],
      'miss-ticket': [
        missTicket,
        async (batchId: string, unitId: string) => ({
          input: { ticketId: await floor.chosen(batchId, unitId) },
          options: { now: minutes(61) },
        }),
      ],
      'requeue-ticket': [
        requeueTicket,
        async (batchId: string) => {
          const ticketId = await floor.called(batchId);
          await floor.desk.done(missTicket, { ticketId }, { now: minutes(11) });
          return { input: { ticketId } };
        },
      ],
      'cancel-ticket': [
        cancelTicket,
        async (batchId: string, unitId: string) => ({
          input: { ticketId: await floor.chosen(batchId, unitId), reason: 'Bought elsewhere' },
        }),
      ],
    } as const;

    it.each(Object.keys(CASES) as (keyof typeof CASES)[])('%s', { timeout: 240_000 }, (name) => {
      const [command, prepare] = CASES[name];
      const usesUnit = prepare.length > 1;
      return eachEnd(
        floor,
        command,
        async () => {
          const unitId = usesUnit ? floor.unit() : undefined;
          const batchId = await floor.batch({ requeues: 1, unitIds: unitId === undefined ? [] : [unitId] });
          return { ...(await prepare(batchId, unitId ?? '')), endOf: endOf(batchId, unitId) };
        },
        same,
      );
    });

    it('draw-lottery', { timeout: 240_000 }, () =>
      eachEnd(
        floor,
        drawLottery,
        async () => {
          const batchId = await floor.batch({ salesMode: 'LOTTERY' });
          for (let index = 0; index < 4; index++) await floor.ticket(batchId);
          return { input: { batchId, seed: '3401' }, endOf: endOf(batchId) };
        },
        same,
      ),
    );
  });
});
