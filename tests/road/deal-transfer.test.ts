/** E21.8, A052: a leaver's open work passes to colleagues and back; counts in = counts out, nothing is lost. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdUnit } from '#commands/deal/hold-unit.ts';
import { previewTransfer } from '#commands/deal/preview-transfer.ts';
import { reserveUnit } from '#commands/deal/reserve-unit.ts';
import { rollBackTransfer } from '#commands/deal/roll-back-transfer.ts';
import { signContract } from '#commands/deal/sign-contract.ts';
import { transferDeals } from '#commands/deal/transfer-deals.ts';
import { openWorkOf } from '#commands/deal/transfer-records.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { daysAgo } from './ledger-site.ts';
import { type Floor, openFloor } from './sales-floor.ts';

const REASON = 'Leaves the company';
const APPROVED = { approval: { id: randomUUID(), by: 'Director' } };

describe('a transfer of deals', () => {
  let floor: Floor;
  let [leaver, first, second] = ['', '', ''];
  beforeAll(async () => {
    floor = await openFloor({ units: 120, buyers: 120 });
    [leaver, first, second] = [0, 1, 2].map((index) => floor.seller(index).memberId) as [
      string,
      string,
      string,
    ];
  });
  afterAll(() => floor.ground.close());

  const work = async (memberId: string) =>
    (await openWorkOf(floor.desk.store, memberId)).map(({ id }) => id).sort();
  const reserve = async (memberId: string, buyerId = floor.buyer()) => {
    const asked = { unitId: floor.unit(), buyerId, salespersonId: memberId };
    return String((await floor.desk.done(reserveUnit, asked)).result.reservationId);
  };
  const transfer = (more: object = {}, options = {}) =>
    floor.desk.done(
      transferDeals,
      { fromId: leaver, toIds: [first, second], reason: REASON, ...more },
      { ...APPROVED, ...options },
    );
  const back = (dealTransferId: unknown, options = {}) =>
    floor.desk.done(rollBackTransfer, { dealTransferId, reason: 'Stays after all' }, options);

  it('E21.8: counts in are counts out, and a roll back gives the original owners', async () => {
    for (let count = 0; count < 9; count++) await reserve(leaver);
    for (let count = 0; count < 2; count++)
      await floor.desk.done(holdUnit, { unitId: floor.unit() }, { actor: floor.seller(0) });
    const before = await Promise.all([leaver, first, second].map(work));
    const { result } = await transfer();
    expect(result).toMatchObject({ passed: 11, byKind: { reservation: 9, unitHold: 2, contract: 0 } });
    const [none, ...shares] = await Promise.all([leaver, first, second].map(work));
    expect(none).toEqual([]);
    expect(shares.flat().sort()).toEqual(before.flat().sort());
    // Shared out evenly.
    const sizes = shares.map((ids, index) => ids.length - (before[index + 1]?.length ?? 0));
    expect(Math.abs((sizes[0] ?? 0) - (sizes[1] ?? 0))).toBeLessThanOrEqual(1);

    const undone = await back(result.dealTransferId);
    expect(undone.result).toMatchObject({ back: 11, stayed: 0 });
    expect(await Promise.all([leaver, first, second].map(work))).toEqual(before);
    await transfer();
  });

  it('all of one customer go to one colleague', async () => {
    const buyerId = floor.buyer();
    const own = [await reserve(leaver, buyerId), await reserve(leaver, buyerId), await reserve(leaver)];
    await transfer();
    const owners = await Promise.all(
      own.map(async (id) => (await floor.one('reservation', id)).salespersonId),
    );
    expect(owners[0]).toBe(owners[1]);
    expect(owners).toContain(first);
    expect(owners).toContain(second);
  });

  it('who sold a contract stays on record, whoever answers for it now', async () => {
    const reservationId = await reserve(leaver);
    const [planId, number] = [floor.site.planId, `T-${randomUUID().slice(0, 8)}`];
    const signing = { reservationId, planId, number, signedOn: daysAgo(0) };
    const contractId = String((await floor.desk.done(signContract, signing)).result.contractId);
    await transfer({ toIds: [first] });
    expect(await floor.one('contract', contractId)).toMatchObject({ salespersonId: first, soldById: leaver });
  });

  it('what has passed to somebody else since stays there at a roll back, and is counted', async () => {
    const [stays, moves] = [await reserve(leaver), await reserve(leaver)];
    const { result } = await transfer({ toIds: [first] });
    await floor.set('reservation', moves, { salespersonId: second });
    const undone = await back(result.dealTransferId);
    expect(undone.result).toMatchObject({ back: 1, stayed: 1 });
    expect(undone.message).toContain('1 had passed to somebody else since');
    expect(await floor.one('reservation', stays)).toMatchObject({ salespersonId: leaver });
    expect(await floor.one('reservation', moves)).toMatchObject({ salespersonId: second });
    expect(await floor.one('dealTransfer', String(result.dealTransferId))).toMatchObject({
      state: 'ROLLED_BACK',
      movedOn: 1,
    });
    await transfer();
  });

  it('what is given to the leaver while the transfer works is passed on in a further round', async () => {
    await reserve(leaver);
    let late = '';
    await transfer(
      {},
      {
        wrap: (store: Floor['desk']['store']) => ({
          ...store,
          write: async (all: Parameters<typeof store.write>[0]) => {
            if (late === '') {
              late = 'begun';
              late = await reserve(leaver);
            }
            return store.write(all);
          },
        }),
      },
    );
    expect(await work(leaver)).toEqual([]);
    expect([first, second]).toContain((await floor.one('reservation', late)).salespersonId);
  });

  it('two transfers of one leaver at once: one is carried out, the other is refused or finds nothing', async () => {
    const own = [await reserve(leaver), await reserve(leaver), await reserve(leaver)];
    const asked = (toId: string) =>
      floor.desk.run(transferDeals, { fromId: leaver, toIds: [toId], reason: REASON }, APPROVED);
    const answers = await Promise.all([asked(first), asked(second)]);
    expect(answers.filter((one) => !isRefused(one))).toHaveLength(1);
    const owners = await Promise.all(
      own.map(async (id) => (await floor.one('reservation', id)).salespersonId),
    );
    expect(new Set(owners).size).toBe(1);
    expect(owners[0]).not.toBe(leaver);
  });

  it('the preview says what each colleague would get, and changes nothing', async () => {
    await reserve(leaver);
    await reserve(leaver);
    const asked = { store: floor.desk.store, clock: { now: () => new Date() }, files: null as never };
    const answer = await previewTransfer.answer(asked, { fromId: leaver, toIds: [first, second] });
    if (isRefused(answer)) throw new Error(JSON.stringify(answer.refused));
    expect(answer.plan).toMatchObject({ passed: 2, byKind: { reservation: 2 } });
    expect(answer.plan.shares.map(({ passed }) => passed)).toEqual([1, 1]);
    expect(await work(leaver)).toHaveLength(2);
    await transfer();
  });

  it.each([
    ['to the leaver', () => ({ toIds: [leaver] }), 'INVALID_INPUT'],
    ['to somebody who is not there', () => ({ toIds: [randomUUID()] }), 'NOT_FOUND'],
    ['of nothing that is open', () => ({}), 'INVALID_INPUT'],
  ])('is refused %s', async (_what, more, code) => {
    const input = { fromId: leaver, toIds: [first], reason: REASON, ...more() };
    expect(await floor.desk.refused(transferDeals, input, APPROVED)).toMatchObject({ code });
  });

  it('C4: is refused without an approval, and rolled back once', async () => {
    await reserve(leaver);
    const input = { fromId: leaver, toIds: [first], reason: REASON };
    expect(await floor.desk.refused(transferDeals, input)).toMatchObject({ code: 'APPROVAL_REQUIRED' });
    const { result } = await transfer();
    await back(result.dealTransferId);
    const again = { dealTransferId: result.dealTransferId, reason: 'Again' };
    expect(await floor.desk.refused(rollBackTransfer, again)).toMatchObject({ code: 'STATE_NOT_ALLOWED' });
  });
});
