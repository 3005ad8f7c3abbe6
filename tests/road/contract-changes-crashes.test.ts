/** E21: a contract change is cut off at any of its writes; it goes on to the end of one clean run, and once only. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handOver } from '#commands/handover/hand-over.ts';
import { ALL_COMMANDS } from '#commands/index.ts';
import { reconcile } from '#commands/ledger/reconcile.ts';
import { resumeCommands } from '#commands/system/jobs.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import {
  type Change,
  type ChangeSite,
  changeSite,
  type Sold,
  sumOfInstallments,
} from './contract-change-site.ts';
import { euros, type Ground, openGround } from './ground.ts';
import { dieAt, eachCrash, type Fault } from './in-process.ts';
import { daysAgo, recordOf, records } from './ledger-site.ts';

type Case = { sale: Sold; unitId?: string; change: Change };

describe('contract changes that are cut off', () => {
  let ground: Ground;
  let at: ChangeSite;
  beforeAll(async () => {
    ground = await openGround();
  });
  beforeEach(async () => {
    at = await changeSite(ground, 100, { settlementRegime: 'INDIA', buyerChangeFee: euros('300.00') });
  });
  afterAll(() => ground.close());

  const CASES: [string, () => Promise<Case>][] = [
    [
      'SWAP_UNIT',
      async () => {
        const [sale, unitId] = [await at.sold('30000.00'), await at.freshUnit()];
        return { sale, unitId, change: at.swap(sale, unitId, { newPrice: '120000.00', planId: at.halves }) };
      },
    ],
    [
      'CHANGE_BUYERS',
      async () => {
        const sale = await at.sold('30000.00');
        const [bo, ana] = at.others;
        return {
          sale,
          change: at.buyers(sale, [
            [bo, '40'],
            [ana, '60'],
          ]),
        };
      },
    ],
    [
      'CHANGE_PRICE',
      async () => {
        const sale = await at.sold('30000.00');
        return { sale, change: at.replan(sale, { newPrice: '25000.00' }) };
      },
    ],
    [
      'CHANGE_PLAN',
      async () => {
        const sale = await at.sold('30000.00');
        return { sale, change: at.replan(sale) };
      },
    ],
    [
      'CANCEL',
      async () => {
        const sale = await at.sold('30000.00');
        return { sale, change: at.cancel(sale) };
      },
    ],
  ];

  async function clean(prepare: () => Promise<Case>) {
    const { sale, unitId, change } = await prepare();
    await at.carriedOut(change);
    return at.stateOf(sale, unitId);
  }
  /** A contract's lock, of the old or the new unit: at no moment it has none. */
  async function hasAUnit({ sale }: Case) {
    const locks = await records(ground.client, 'unitLock', { holderId: sale.contractId });
    return locks.some(({ lockKey }) => lockKey !== '' && lockKey !== null);
  }

  it.each(CASES)(
    '%s, sent twice: the second run gets through before any write of the first',
    async (_kind, prepare) => {
      const done = await clean(prepare);
      let [one, requestId]: [Case | null, string] = [null, ''];
      const again = () => one?.change ?? Promise.reject(new Error('nothing was prepared'));
      await eachCrash(
        async (wrap) => {
          one = await prepare();
          requestId = randomUUID();
          await at.carriedOut(one.change, { requestId, wrap });
        },
        async (label) => {
          const { sale, unitId } = one as unknown as Case;
          expect({ label, state: await at.stateOf(sale, unitId) }).toEqual({ label, state: done });
        },
        ['TWIN'],
        async () => at.carriedOut(await again(), { requestId }),
      );
    },
    120_000,
  );

  it.each(CASES)(
    '%s, dead at any write, then the same request again',
    async (_kind, prepare) => {
      const end = await clean(prepare);
      let one: Case | null = null;
      const requestId = () => `request of ${one?.sale.contractId}`;
      await eachCrash(
        async (wrap) => {
          one = await prepare();
          await at.carryOut(one.change, { requestId: requestId(), wrap });
        },
        async (label) => {
          if (one === null) throw new Error('nothing was begun');
          expect({ label, hasAUnit: await hasAUnit(one) }).toEqual({ label, hasAUnit: true });
          await at.carriedOut(one.change, { requestId: requestId() });
          expect({ label, state: await at.stateOf(one.sale, one.unitId) }).toEqual({ label, state: end });
          // Once more is the first answer.
          await at.carriedOut(one.change, { requestId: requestId() });
          expect({ label, state: await at.stateOf(one.sale, one.unitId) }).toEqual({ label, state: end });
        },
      );
    },
    240_000,
  );

  it.each(CASES)(
    '%s, dead after any write and never asked again: the repair job; others are BUSY until then',
    async (_kind, prepare) => {
      const end = await clean(prepare);
      const cut: (Case & { write: number })[] = [];
      for (let write = 1; ; write++) {
        const one = await prepare();
        const death = dieAt(write, 'AFTER' satisfies Fault);
        await at.carryOut(one.change, { wrap: death.wrap }).catch(() => null);
        if (!death.hasDied()) break;
        cut.push({ ...one, write });
      }
      expect(cut.length).toBeGreaterThan(5);
      const underWay = cut.find(({ write }) => write === 3);
      if (underWay === undefined) throw new Error('there is no third write');
      const other = await at.carryOut(at.replan(underWay.sale));
      expect(isRefused(other) ? other.refused : null).toMatchObject({
        code: 'BUSY',
        what: underWay.sale.name,
      });
      const clock = { now: () => new Date(Date.now() + 10 * 60_000) };
      const report = await resumeCommands({ store: at.desk.store, clock }, ALL_COMMANDS);
      expect(report).toMatchObject({ failed: [], refused: 0 });
      for (const { sale, unitId, write } of cut)
        expect({ write, state: await at.stateOf(sale, unitId) }).toEqual({ write, state: end });
      expect(await records(ground.client, 'auditEntry', { outcome: 'STARTED' })).toEqual([]);
    },
    240_000,
  );

  it('E21.6: cut off, then a receipt comes, then it goes on: the sum is the price', async () => {
    for (let write = 3; write <= 7; write++) {
      const [sale, unitId] = [await at.sold('30000.00'), await at.freshUnit()];
      const change = at.swap(sale, unitId, { newPrice: '120000.00' });
      const requestId = randomUUID();
      const { wrap } = dieAt(write, 'AFTER');
      await at.carryOut(change, { requestId, wrap }).catch(() => null);
      await at.pay(sale.contractId, '15000.00');
      await at.carriedOut(change, { requestId });
      expect({ write, sum: await sumOfInstallments(ground, sale.contractId) }).toEqual({
        write,
        sum: 12_000_000,
      });
      const { result } = await at.desk.done(reconcile, { contractId: sale.contractId });
      expect({ write, ...result }).toMatchObject({ write, repaired: [], problems: [] });
    }
  });

  it('a swap that was cut off and lost the unit meanwhile is refused and gives everything back', async () => {
    const [sale, unitId] = [await at.sold('30000.00'), await at.freshUnit()];
    const before = await at.stateOf(sale);
    const requestId = randomUUID();
    const change = at.swap(sale, unitId);
    // The journal and its place are written, the lock is not.
    await at.carryOut(change, { requestId, wrap: dieAt(2, 'AFTER').wrap }).catch(() => null);
    await at.carriedOut(at.swap(await at.sold(), unitId));
    const refused = await at.carryOut(change, { requestId });
    expect(isRefused(refused) ? refused.refused : null).toMatchObject({ code: 'UNIT_TAKEN' });
    expect(await at.stateOf(sale)).toEqual(before);
    await at.carriedOut(at.replan(sale));
  });

  it('keys are not handed over while the contract goes over to another unit', async () => {
    const [sale, unitId] = [await at.sold('50000.00'), await at.freshUnit()];
    await at.carriedOut(at.replan(sale, { newPrice: '50000.00' }));
    const requestId = randomUUID();
    const change = at.swap(sale, unitId, { newPrice: '50000.00', fee: '0' });
    await at.carryOut(change, { requestId, wrap: dieAt(4, 'AFTER').wrap }).catch(() => null);
    const keys = { contractId: sale.contractId, handedOverOn: daysAgo(0), receivedBy: 'Mei', keySets: 1 };
    expect(await at.desk.refused(handOver, keys)).toMatchObject({ code: 'BUSY' });
    await at.carriedOut(change, { requestId });
    await at.desk.done(handOver, keys);
    expect(await recordOf(ground.client, 'unit', unitId)).toMatchObject({ state: 'HANDED_OVER' });
    expect(await recordOf(ground.client, 'unit', sale.unitId)).toMatchObject({ state: 'CONTROLLED' });
  });
});
