/** The figures of a day are taken once a project and day, whoever cuts the job off and however often it runs (F2). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelReservation } from '#commands/deal/close-reservation.ts';
import { reserveUnit } from '#commands/deal/reserve-unit.ts';
import { signContract } from '#commands/deal/sign-contract.ts';
import { recordReceipt } from '#commands/ledger/record-receipt.ts';
import { takeDailyFigures } from '#commands/system/daily-figures.ts';
import { recorded } from '#commands/system/jobs.ts';
import type { RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { buildSite, type Ground, openGround, PRICE, type Site, TODAY } from './ground.ts';
import { type Desk, dieAt, inProcess } from './in-process.ts';

const TOMORROW = new Date(Date.parse(`${TODAY}T00:30:00Z`) + 86_400_000);
const inDays = (days: number) => new Date(TOMORROW.getTime() + (days - 1) * 86_400_000);
const dayOf = (instant: Date) => new Date(instant.getTime() - 86_400_000).toISOString().slice(0, 10);

describe('daily figures', () => {
  let ground: Ground;
  let desk: Desk;
  let site: Site;
  let other: Site;
  beforeAll(async () => {
    ground = await openGround();
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
    site = await buildSite(ground.client, { units: 4, buyers: 1 });
    other = await buildSite(ground.client, { units: 1, buyers: 0 });
    await sellAndCancel();
  });
  afterAll(() => ground.close());

  /** Of four units one is sold, one reserved and one reserved and cancelled, all today; a part is paid. */
  async function sellAndCancel() {
    const [buyerId = ''] = site.buyerIds;
    const reservationOf = async (index: number) => {
      const { result } = await desk.done(reserveUnit, { unitId: site.unitIds[index], buyerId });
      return result.reservationId as string;
    };
    const sold = await reservationOf(0);
    await reservationOf(1);
    await desk.done(cancelReservation, { reservationId: await reservationOf(2), reason: 'Changed plans' });
    const { result } = await desk.done(signContract, {
      reservationId: sold,
      planId: site.planId,
      number: `F-${randomUUID().slice(0, 8)}`,
      signedOn: TODAY,
    });
    const { contractId } = result;
    await desk.done(recordReceipt, { contractId, amount: '1000.00', method: 'TRANSFER', receivedOn: TODAY });
    const pending = { contractId, amount: '7.00', method: 'CHEQUE', receivedOn: TODAY, isPending: true };
    await desk.done(recordReceipt, pending);
  }

  const job = (now: Date, wrap: (store: Store) => Store = (store) => store) => ({
    store: wrap(desk.store),
    clock: { now: () => now },
  });

  async function figures(): Promise<RecordOf<'salesFigure'>[]> {
    const projectId = { in: [site.projectId, other.projectId] };
    const { found } = await desk.store.read({ found: { object: 'salesFigure', filter: { projectId } } });
    return found.sort((a, b) => (`${a.name}` < `${b.name}` ? -1 : 1));
  }

  const ofSite = (all: RecordOf<'salesFigure'>[], day: string) =>
    all.find(({ projectId, day: its }) => projectId === site.projectId && its === day);

  it('runs by itself, on its schedule: yesterday of every project is taken', async () => {
    await ground.workspace.runCron('keyturn-daily-figures');
    const yesterday = new Date(Date.parse(TODAY) - 86_400_000).toISOString().slice(0, 10);
    expect((await figures()).map(({ day }) => day)).toEqual([yesterday, yesterday]);
  });

  it('cut off between two projects, the next run takes what is missing, and a third one nothing', async () => {
    const death = dieAt(2, 'BEFORE');
    const cut = await takeDailyFigures(job(TOMORROW, death.wrap));
    expect(death.hasDied()).toBe(true);
    expect(cut.failed.length).toBeGreaterThan(0);
    const before = await figures();
    const { done } = await takeDailyFigures(job(TOMORROW));
    expect(done).toBeGreaterThan(0);
    const after = await figures();
    expect(after.filter(({ day }) => day === TODAY)).toHaveLength(2);
    expect(after).toEqual(expect.arrayContaining(before));
    expect((await takeDailyFigures(job(inDays(1)))).done).toBe(0);
    expect(await figures()).toEqual(after);
  });

  it('two runs at the same moment take each day once', async () => {
    await Promise.all([takeDailyFigures(job(inDays(2))), takeDailyFigures(job(inDays(2)))]);
    const keys = (await figures()).map(({ figureKey }) => figureKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('tells units by class, what happened that day, and what was received', async () => {
    const figure = ofSite(await figures(), TODAY);
    expect(figure).toMatchObject({
      unitsPlanned: 0,
      unitsControlled: 0,
      unitsAvailable: 2,
      unitsHeld: 0,
      unitsReserved: 1,
      unitsContracted: 1,
      unitsFrozen: 0,
      reservationsMade: 3,
      reservationsLost: 1,
      contractsSigned: 1,
      contractsCancelled: 0,
      liveContracts: 1,
      takenAt: TOMORROW.toISOString(),
    });
    const minor = BigInt(PRICE.replace('.', ''));
    expect(figure?.amountSigned?.minor).toBe(minor);
    expect(figure?.liveAmount?.minor).toBe(minor);
    expect(figure?.listValueUnsold?.minor).toBe(3n * minor);
    // The cheque is not cleared: no money yet.
    expect(figure?.received?.minor).toBe(100_000n);
    const empty = (await figures()).find(
      ({ projectId, day }) => projectId === other.projectId && day === TODAY,
    );
    expect(empty).toMatchObject({ unitsAvailable: 1, reservationsMade: 0, received: { minor: 0n } });
  });

  it('of missed days only what happened is told; states are those of the day that has just ended', async () => {
    const now = inDays(5);
    const report = await recorded(job(now), takeDailyFigures);
    const all = await figures();
    const missed = ofSite(all, dayOf(inDays(4)));
    expect(missed).toMatchObject({ reservationsMade: 0, contractsSigned: 0 });
    expect(missed?.unitsAvailable).toBeNull();
    expect(ofSite(all, dayOf(now))).toMatchObject({ unitsAvailable: 2, unitsContracted: 1 });
    const { runs } = await desk.store.read({
      runs: { object: 'jobRun', filter: { name: 'daily-figures', startedAt: now.toISOString() } },
    });
    expect(runs).toHaveLength(1);
    expect(runs[0]?.done).toBe(report.done);
    expect(JSON.stringify(runs[0]?.report)).toContain(
      '2 available, 1 reserved, 1 contracted; 0 reserved and 0 signed',
    );
    expect(JSON.stringify(runs[0]?.report)).toContain('missed; only what happened on it is told');
    expect(runs[0]?.summary).toMatch(/^\d+ done, 0 refused, 0 failed\n/);
  });

  it('a project that cannot be counted is named and stops no other', async () => {
    const now = inDays(6);
    const broken = (store: Store): Store => ({
      ...store,
      total: (queries) =>
        JSON.stringify(queries).includes(other.projectId)
          ? Promise.reject(new Error('No figures today'))
          : store.total(queries),
    });
    const report = await takeDailyFigures(job(now, broken));
    expect(report.failed.map(({ problem }) => problem)).toEqual(['No figures today']);
    expect(ofSite(await figures(), dayOf(now))).toBeDefined();
    expect((await takeDailyFigures(job(now))).done).toBe(1);
  });
});
