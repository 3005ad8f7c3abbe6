/** E21: a request that was cut off knows its own work by the request: what somebody else has done since stays. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arriveHandover } from '#commands/handover/arrive-handover.ts';
import { blockTitleCase, unblockTitleCase } from '#commands/handover/block-title-case.ts';
import { bookHandover, unbookHandover } from '#commands/handover/book-handover.ts';
import { deferHandoverDues } from '#commands/handover/defer-handover-dues.ts';
import { moveSnag } from '#commands/handover/move-snag.ts';
import { moveTitleCase } from '#commands/handover/move-title-case.ts';
import { openHandoverBatch } from '#commands/handover/open-handover-batch.ts';
import { openTitleCase } from '#commands/handover/open-title-case.ts';
import { reportSnag } from '#commands/handover/report-snag.ts';
import { signInspection } from '#commands/handover/sign-inspection.ts';
import { ALL_COMMANDS } from '#commands/index.ts';
import type { AnyCommand } from '#commands/system/command.ts';
import { resumeCommands } from '#commands/system/jobs.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { batchTerms, startsOf } from './appointment-site.ts';
import { type Ground, openGround } from './ground.ts';
import { type Desk, Died, dieAt, eachCrash, inProcess } from './in-process.ts';
import { handoverOf as makeHandover } from './killed-inspection-scenarios.ts';
import { buildLedgerSite, daysAgo, dueLine, signOld } from './ledger-site.ts';
import { openTitleSite } from './title-site.ts';

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

  it('a snag that somebody has taken on since is not taken back: assigned, begun, mended, reopened', async () => {
    const contractorId = randomUUID();
    await ground.client.graphql(
      'mutation ($data: CompanyCreateInput!) { createCompany(data: $data) { id } }',
      {
        data: { id: contractorId, name: 'Fix & Co' },
      },
    );
    const type = 'mutation ($data: KeyturnUnitCreateInput!) { createKeyturnUnit(data: $data) { id } }';
    const unitId = randomUUID();
    await ground.client.graphql(type, { data: { id: unitId, name: 'U' } });
    const done = (snagId: string, ...moves: object[]) =>
      moves.reduce<Promise<unknown>>(
        (before, move) => before.then(() => desk.done(moveSnag, { snagId, ...move })),
        Promise.resolve(),
      );
    const ASSIGN = { action: 'ASSIGN', contractorId };
    const [START, FIX] = [{ action: 'START' }, { action: 'FIX', note: 'Filled' }];
    const [VERIFY, REOPEN] = [
      { action: 'VERIFY', verifiedBy: 'Mei' },
      { action: 'REOPEN', note: 'Again' },
    ];
    // Cut off in the middle of the second; then others do what follows, and the job leaves it there.
    const CASES: [object[], object, object[], string][] = [
      [[], ASSIGN, [START], 'IN_PROGRESS'],
      [[ASSIGN], START, [ASSIGN], 'ASSIGNED'],
      [[ASSIGN, FIX], REOPEN, [FIX], 'FIXED'],
      [[ASSIGN, FIX, VERIFY], REOPEN, [FIX, VERIFY], 'VERIFIED'],
    ];
    for (const [before, move, after, state] of CASES) {
      const { result } = await desk.done(reportSnag, { unitId, title: 'Crack', room: 'Hall' });
      const snagId = String(result.snagId);
      await done(snagId, ...before);
      const requestId = randomUUID();
      const death = dieAt(2, 'AFTER');
      await expect(
        desk.run(moveSnag, { snagId, ...move }, { requestId, wrap: death.wrap }),
      ).rejects.toBeInstanceOf(Died);
      await done(snagId, ...after);
      const report = await resumeCommands(job(), ALL_COMMANDS);
      expect(report.failed).toEqual([]);
      expect(await outcomeOf(requestId)).not.toBe('STARTED');
      const { found } = await desk.store.read({ found: { object: 'snag', filter: { id: snagId } } });
      expect({ move, state: found[0]?.state }).toEqual({ move, state });
    }
  });

  it('a title case that somebody has taken on or back since is left where it is', async () => {
    const site = await openTitleSite(ground);
    const NOW = { now: new Date('2026-03-10T10:00:00Z') };
    const step = (titleCaseId: string, to: string, on = '2026-03-01') =>
      desk.done(moveTitleCase, { titleCaseId, to, on, taxAmount: '1.00' }, NOW);
    const { contractId } = await site.home();
    const { result } = await desk.done(openTitleCase, { contractId }, NOW);
    const id = String((result.titleCaseIds as string[] | undefined)?.[0] ?? result.titleCaseId);
    await step(id, 'TAX_PAID');
    await step(id, 'SUBMITTED');
    const cut = async (command: AnyCommand, input: object) => {
      const requestId = randomUUID();
      const death = dieAt(2, 'AFTER');
      await expect(
        desk.run(command, { titleCaseId: id, ...input }, { ...NOW, requestId, wrap: death.wrap }),
      ).rejects.toBeInstanceOf(Died);
      return requestId;
    };
    const left = async (requestId: string, state: string) => {
      const report = await resumeCommands(job(), ALL_COMMANDS);
      expect(report.failed).toEqual([]);
      expect(await outcomeOf(requestId)).toBe('REFUSED');
      const { found } = await desk.store.read({ found: { object: 'titleCase', filter: { id } } });
      expect(found[0]).toMatchObject({ state });
    };
    const back = await cut(moveTitleCase, { to: 'COLLECTING', on: '2026-03-02' });
    await step(id, 'TAX_PAID', '2026-03-02');
    await step(id, 'SUBMITTED', '2026-03-03');
    await left(back, 'SUBMITTED');
    const blocked = await cut(blockTitleCase, { because: 'OTHER', note: 'Registry closed' });
    await desk.done(unblockTitleCase, { titleCaseId: id }, NOW);
    await desk.done(
      moveTitleCase,
      { titleCaseId: id, to: 'ACCEPTED', on: '2026-03-04', registryNumber: 'R-1' },
      NOW,
    );
    await left(blocked, 'ACCEPTED');
  });

  it('a deferral that somebody has agreed on since is not written over', async () => {
    const handoverId = await invited();
    const contractId = (await handover(handoverId)).contractId ?? '';
    const defer = (amount: string, more: object = {}) =>
      desk.run(
        deferHandoverDues,
        { contractId, amount, until: daysAgo(-30), reason: 'Bank' },
        { approval: { id: randomUUID(), by: 'Director' }, ...more },
      );
    const requestId = randomUUID();
    const death = dieAt(2, 'AFTER');
    await expect(defer('100.00', { requestId, wrap: death.wrap })).rejects.toBeInstanceOf(Died);
    expect(isRefused(await defer('50.00'))).toBe(false);
    await resumeCommands(job(), ALL_COMMANDS);
    expect((await handover(handoverId)).deferredAmount?.minor).toBe(5_000n);
    expect(await outcomeOf(requestId)).toBe('REFUSED');
  });

  it('an identity that is checked while the inspection is signed stays checked', async () => {
    for (let round = 0; round < 3; round++) {
      const inspectionId = await inspected();
      const { found } = await desk.store.read({
        found: { object: 'inspection', filter: { id: inspectionId }, with: { handover: true } },
      });
      const handoverId = found[0]?.handoverId ?? '';
      const lines = [dueLine('At once', 100, daysAgo(10))];
      const site = await buildLedgerSite(ground.client, { units: 1, price: '1000.00', lines, project: {} });
      const contractId = await signOld(ground.client, site, 0, daysAgo(60));
      const record = await handover(handoverId);
      await desk.store.write([{ change: 'handover', record, to: { contractId } }]);
      const [, arrived] = await Promise.all([
        desk.done(signInspection, { inspectionId, signedBy: 'Mei Lin' }),
        desk.run(arriveHandover, { handoverId, cameAs: 'BUYER', identityChecked: true }),
      ]);
      const now = await handover(handoverId);
      expect(now.state).toBe('ACCEPTED');
      expect(now.identityChecked).toBe(!isRefused(arrived));
    }
  });
});
