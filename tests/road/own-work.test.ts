/** E21: a request that was cut off knows its own work by the request: what somebody else has done since stays. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arriveHandover } from '#commands/handover/arrive-handover.ts';
import { bookHandover, unbookHandover } from '#commands/handover/book-handover.ts';
import { openHandoverBatch } from '#commands/handover/open-handover-batch.ts';
import { signInspection } from '#commands/handover/sign-inspection.ts';
import { ALL_COMMANDS } from '#commands/index.ts';
import { resumeCommands } from '#commands/system/jobs.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { batchTerms, startsOf } from './appointment-site.ts';
import { type Ground, openGround } from './ground.ts';
import { type Desk, Died, dieAt, eachCrash, inProcess } from './in-process.ts';
import { handoverOf as makeHandover } from './killed-inspection-scenarios.ts';
import { buildLedgerSite, daysAgo, dueLine, signOld } from './ledger-site.ts';

const TERMS = batchTerms({ capacity: 1 });
const [FIRST = '', SECOND = '', THIRD = ''] = startsOf(TERMS);
const LATER = () => new Date(Date.now() + 10 * 60_000);

describe('work that was cut off', () => {
  let ground: Ground;
  let desk: Desk;
  beforeAll(async () => {
    ground = await openGround();
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
  });
  afterAll(() => ground.close());

  async function handover(id: string): Promise<RecordOf<'handover'>> {
    const { found } = await desk.store.read({ found: { object: 'handover', filter: { id } } });
    const [one] = found;
    if (one === undefined) throw new Error('no handover');
    return one;
  }
  const startOf = ({ slotAt }: RecordOf<'handover'>) => slotAt && new Date(slotAt).toISOString();

  async function invited(): Promise<string> {
    const lines = [dueLine('At once', 100, daysAgo(10))];
    const project = { lateFeeRate: null };
    const site = await buildLedgerSite(ground.client, { units: 1, price: '1000.00', lines, project });
    const contractId = await signOld(ground.client, site, 0, daysAgo(60));
    await desk.done(openHandoverBatch, { buildingId: site.buildingId, ...TERMS });
    const { found } = await desk.store.read({ found: { object: 'handover', filter: { contractId } } });
    return found[0]?.id ?? '';
  }

  const job = () => ({ store: desk.store, clock: { now: LATER } });
  const outcomeOf = async (requestId: string) => {
    const { entries } = await desk.store.read({
      entries: { object: 'auditEntry', filter: { requestKey: requestId } },
    });
    return entries[0]?.outcome ?? null;
  };

  /** `go` cut off at each write; then somebody else comes, then the repair job. */
  async function cutOff(
    go: (
      handoverId: string,
      requestId: string,
      wrap: Parameters<Parameters<typeof eachCrash>[0]>[0],
    ) => unknown,
    other: (handoverId: string) => Promise<unknown>,
    then: (handoverId: string, label: string) => Promise<void>,
    before: (handoverId: string) => Promise<unknown> = async () => null,
  ) {
    let [handoverId, requestId] = ['', ''];
    const crashes = await eachCrash(
      async (wrap) => {
        handoverId = await invited();
        await before(handoverId);
        requestId = randomUUID();
        await go(handoverId, requestId, wrap);
      },
      async (label) => {
        await other(handoverId);
        const report = await resumeCommands(job(), ALL_COMMANDS);
        expect(report.failed).toEqual([]);
        expect(await outcomeOf(requestId)).not.toBe('STARTED');
        await then(handoverId, label);
      },
    );
    expect(crashes).toBeGreaterThan(4);
  }

  it(
    'a booking leaves an appointment where somebody has moved it in the meantime',
    () =>
      cutOff(
        (handoverId, requestId, wrap) =>
          desk.run(bookHandover, { handoverId, slotAt: FIRST }, { requestId, wrap }),
        (handoverId) => desk.done(bookHandover, { handoverId, slotAt: SECOND }),
        async (id, label) =>
          expect({ label, slot: startOf(await handover(id)) }).toEqual({ label, slot: SECOND }),
      ),
    120_000,
  );

  it(
    'a booking that was moved, and moved on, goes back neither to its own time nor to the one before',
    () =>
      cutOff(
        (handoverId, requestId, wrap) =>
          desk.run(bookHandover, { handoverId, slotAt: SECOND }, { requestId, wrap }),
        (handoverId) => desk.done(bookHandover, { handoverId, slotAt: THIRD }),
        async (id, label) =>
          expect({ label, slot: startOf(await handover(id)) }).toEqual({ label, slot: THIRD }),
        (handoverId) => desk.done(bookHandover, { handoverId, slotAt: FIRST }),
      ),
    120_000,
  );

  it(
    'a booking that somebody has given up is not made again',
    () =>
      cutOff(
        (handoverId, requestId, wrap) =>
          desk.run(bookHandover, { handoverId, slotAt: SECOND }, { requestId, wrap }),
        (handoverId) => desk.done(unbookHandover, { handoverId }),
        async (id, label) =>
          expect({ label, ...(await handover(id)) }).toMatchObject({ label, state: 'NOTIFIED' }),
        (handoverId) => desk.done(bookHandover, { handoverId, slotAt: FIRST }),
      ),
    120_000,
  );

  it(
    'giving up leaves what was booked anew in the meantime',
    () =>
      cutOff(
        (handoverId, requestId, wrap) => desk.run(unbookHandover, { handoverId }, { requestId, wrap }),
        (handoverId) => desk.done(bookHandover, { handoverId, slotAt: THIRD }),
        async (id, label) =>
          expect({ label, slot: startOf(await handover(id)) }).toEqual({ label, slot: THIRD }),
        (handoverId) => desk.done(bookHandover, { handoverId, slotAt: FIRST }),
      ),
    120_000,
  );

  it(
    'an arrival does not undo the identity that somebody has checked in the meantime',
    () =>
      cutOff(
        (handoverId, requestId, wrap) =>
          desk.run(
            arriveHandover,
            { handoverId, cameAs: 'BUYER', identityChecked: false },
            { requestId, wrap },
          ),
        (handoverId) => desk.done(arriveHandover, { handoverId, cameAs: 'BUYER', identityChecked: true }),
        async (id, label) =>
          expect({ label, ...(await handover(id)) }).toMatchObject({ label, identityChecked: true }),
      ),
    120_000,
  );

  it('cut off before anybody else came, it is finished by the job', async () => {
    const handoverId = await invited();
    const requestId = randomUUID();
    const death = dieAt(2, 'BEFORE');
    await expect(
      desk.run(bookHandover, { handoverId, slotAt: FIRST }, { requestId, wrap: death.wrap }),
    ).rejects.toBeInstanceOf(Died);
    expect(await outcomeOf(requestId)).toBe('STARTED');
    await resumeCommands(job(), ALL_COMMANDS);
    expect(await handover(handoverId)).toMatchObject({ state: 'BOOKED', bookings: 1 });
    expect(await outcomeOf(requestId)).toBe('DONE');
  });

  async function inspected() {
    const unitId = randomUUID();
    const type = 'mutation ($data: KeyturnUnitCreateInput!) { createKeyturnUnit(data: $data) { id } }';
    await ground.client.graphql(type, { data: { id: unitId, name: 'U' } });
    const handoverId = await makeHandover(desk, unitId, { state: 'INSPECTING' });
    const row = { id: randomUUID(), name: 'I', handoverId, unitId, number: 1, state: 'OPEN' as const };
    await desk.store.write([{ create: 'inspection', row: { ...row, answers: { items: [] }, revision: 0 } }]);
    return row.id;
  }

  it('of two who sign at the very same millisecond with the same name one has signed and the other is told so', async () => {
    for (let round = 0; round < 3; round++) {
      const inspectionId = await inspected();
      const now = new Date();
      const both = await Promise.all(
        [1, 2].map(() => desk.run(signInspection, { inspectionId, signedBy: 'Mei Lin' }, { now })),
      );
      expect(both.filter((one) => !isRefused(one))).toHaveLength(1);
      for (const one of both)
        if (isRefused(one)) expect(['BUSY', 'STATE_NOT_ALLOWED']).toContain(one.refused.code);
    }
  });

  it('a signature that was cut off before it stood is not taken for the one that somebody else has given', async () => {
    const inspectionId = await inspected();
    const [requestId, now] = [randomUUID(), new Date()];
    const death = dieAt(2, 'BEFORE');
    const asked = { inspectionId, signedBy: 'Mei Lin' };
    await expect(
      desk.run(signInspection, asked, { requestId, now, wrap: death.wrap }),
    ).rejects.toBeInstanceOf(Died);
    await desk.done(signInspection, asked, { now });
    expect(await desk.refused(signInspection, asked, { requestId })).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
    });
    expect(await outcomeOf(requestId)).toBe('REFUSED');
  });
});
