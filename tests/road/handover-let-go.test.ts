/** C4: a contract that ends, goes over to another home or to other buyers takes its appointment along, at any moment. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arriveHandover } from '#commands/handover/arrive-handover.ts';
import { bookHandover } from '#commands/handover/book-handover.ts';
import { deferHandoverDues } from '#commands/handover/defer-handover-dues.ts';
import { findUnbookedHandovers } from '#commands/handover/find-unbooked-handovers.ts';
import { deemDeliveries, releaseAppointments } from '#commands/handover/handover-jobs.ts';
import { openHandoverBatch } from '#commands/handover/open-handover-batch.ts';
import { readReadiness } from '#commands/handover/readiness-of.ts';
import { signInspection } from '#commands/handover/sign-inspection.ts';
import { signLink } from '#commands/handover/signed-link.ts';
import { readVisit, VISIT_LINK } from '#commands/handover/visit.ts';
import { ALL_COMMANDS } from '#commands/index.ts';
import { resumeCommands } from '#commands/system/jobs.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import { batchTerms, startsOf } from './appointment-site.ts';
import { APPROVAL, type Change, type ChangeSite, changeSite, type Sold } from './contract-change-site.ts';
import { type Ground, openGround } from './ground.ts';
import { eachCrash } from './in-process.ts';
import { daysAgo } from './ledger-site.ts';

const TERMS = batchTerms();
const [FIRST = '', SECOND = ''] = startsOf(TERMS);
const SECRETS = ['a secret of tests that is long enough'];
const SITE_UNITS = 60;
const LATER = () => new Date(Date.now() + 10 * 60_000);

describe('appointments of contracts that change', () => {
  let ground: Ground;
  let at: ChangeSite;
  beforeAll(async () => {
    ground = await openGround();
  });
  beforeEach(async () => {
    at = await changeSite(ground, SITE_UNITS);
  });
  afterAll(() => ground.close());

  async function handoverOf({ contractId }: Pick<Sold, 'contractId'>): Promise<RecordOf<'handover'>> {
    const { found } = await at.desk.store.read({ found: { object: 'handover', filter: { contractId } } });
    const [one] = found;
    if (one === undefined) throw new Error('no handover');
    return one;
  }

  async function unitOf(id: string) {
    const { units } = await at.desk.store.read({ units: { object: 'unit', filter: { id } } });
    const [unit] = units;
    if (unit === undefined) throw new Error('no unit');
    return unit;
  }

  async function put(id: string, to: Partial<Fields<'handover'>>) {
    const { found } = await at.desk.store.read({ found: { object: 'handover', filter: { id } } });
    const [record] = found;
    if (record === undefined) throw new Error('no handover');
    await at.desk.store.write([{ change: 'handover', record, to }]);
  }

  /** A building of its own, into which a home may go over. */
  async function otherBuilding(unitId: string): Promise<string> {
    const buildingId = randomUUID();
    const unit = await unitOf(unitId);
    await ground.client.graphql(
      'mutation ($data: KeyturnBuildingCreateInput!) { createKeyturnBuilding(data: $data) { id } }',
      {
        data: {
          id: buildingId,
          name: 'Other',
          code: 'O',
          projectId: unit.projectId,
          completionCertificate: 'CC',
        },
      },
    );
    await ground.client.graphql(
      'mutation ($id: UUID!, $data: KeyturnUnitUpdateInput!) { updateKeyturnUnit(id: $id, data: $data) { id } }',
      { id: unitId, data: { buildingId } },
    );
    return buildingId;
  }

  const invite = async (...unitIds: string[]) => {
    const { buildingId } = await unitOf(unitIds[0] ?? '');
    return at.desk.done(openHandoverBatch, { buildingId, ...TERMS, capacity: 1, unitIds });
  };

  async function booked(slotAt = FIRST) {
    const sale = await at.sold('30000.00');
    await invite(sale.unitId);
    const { id } = await handoverOf(sale);
    await at.desk.done(bookHandover, { handoverId: id, slotAt, proxyName: 'Bo Li' });
    return sale;
  }

  const linkTo = ({ id, linkVersion }: RecordOf<'handover'>) => {
    const expiresAt = new Date(Date.now() + 86_400_000);
    const signed = signLink(
      { kind: VISIT_LINK, recordId: id, version: linkVersion ?? 0, expiresAt },
      SECRETS,
    );
    if (isRefused(signed)) throw new Error(signed.refused.code);
    return signed.plan.token;
  };
  async function visit(token: string) {
    const door = { store: at.desk.store, clock: { now: () => new Date() }, secrets: SECRETS };
    const answer = await readVisit(door, token);
    return isRefused(answer) ? answer.refused : answer.plan;
  }
  const job = () => ({ store: at.desk.store, clock: { now: LATER } });

  it('cancelled: the place is free for somebody else, the link is dead, and nobody is reminded to book', async () => {
    const [sale, other] = [await at.sold('30000.00'), await at.sold('30000.00')];
    await invite(sale.unitId, other.unitId);
    const [one, two] = [await handoverOf(sale), await handoverOf(other)];
    await at.desk.done(bookHandover, { handoverId: one.id, slotAt: FIRST });
    const token = linkTo(one);
    expect(await visit(token)).toMatchObject({ state: 'BOOKED' });
    expect(await at.desk.refused(bookHandover, { handoverId: two.id, slotAt: FIRST })).toMatchObject({
      code: 'SLOT_TAKEN',
    });
    await at.carriedOut(at.cancel(sale));
    expect(await handoverOf(sale)).toMatchObject({
      state: 'NOTIFIED',
      slotAt: null,
      slotKey: '',
      bookedBy: '',
    });
    expect(await visit(token)).toMatchObject({ code: 'CONTRACT_NOT_LIVE' });
    await at.desk.done(bookHandover, { handoverId: two.id, slotAt: FIRST });
    for (const command of [bookHandover, arriveHandover])
      expect(
        await at.desk.refused(command, {
          handoverId: one.id,
          ...(command === bookHandover ? { slotAt: SECOND } : { cameAs: 'BUYER', identityChecked: true }),
        }),
      ).toMatchObject({ code: 'CONTRACT_NOT_LIVE' });
    // A month later neither a reminder nor a delivery in law is thought of.
    await put(one.id, { notifiedAt: new Date(Date.now() - 40 * 86_400_000).toISOString() });
    const found = await findUnbookedHandovers.find(job(), { afterDays: 3 } as never);
    if (isRefused(found)) throw new Error(found.refused.code);
    expect(found.plan.map(({ recordId }) => recordId)).not.toContain(one.id);
    await deemDeliveries(job());
    expect(await handoverOf(sale)).toMatchObject({ state: 'NOTIFIED' });
  });

  it('cancelled after somebody came: how far it had come stays on record, its place does not', async () => {
    const sale = await booked();
    const { id } = await handoverOf(sale);
    await at.desk.done(arriveHandover, { handoverId: id, cameAs: 'BUYER', identityChecked: true });
    await at.carriedOut(at.cancel(sale));
    expect(await handoverOf(sale)).toMatchObject({ state: 'ARRIVED', slotKey: '', identityChecked: true });
  });

  it('another home in the building: the appointment is of the new home, its place stays, what was deferred does not', async () => {
    const sale = await booked();
    const before = await handoverOf(sale);
    await at.desk.done(
      deferHandoverDues,
      { contractId: sale.contractId, amount: '100.00', until: daysAgo(-30), reason: 'Bank' },
      { approval: APPROVAL },
    );
    const unitId = await at.freshUnit();
    await at.carriedOut(at.swap(sale, unitId));
    const { name } = await unitOf(unitId);
    expect(await handoverOf(sale)).toMatchObject({
      ...{ state: 'BOOKED', unitId, slotKey: before.slotKey, batchId: before.batchId },
      ...{
        deferredAmount: null,
        deferredUntil: null,
        deferralApprovedBy: '',
        linkVersion: before.linkVersion,
      },
    });
    expect((await handoverOf(sale)).name.startsWith(`${name} · `)).toBe(true);
    expect(await visit(linkTo(before))).toMatchObject({ state: 'BOOKED', home: name });
  });

  it('a home in another building: the place is free, and a batch of that building invites anew', async () => {
    const sale = await booked();
    const unitId = await at.freshUnit();
    const buildingId = await otherBuilding(unitId);
    const before = await handoverOf(sale);
    await at.carriedOut(at.swap(sale, unitId));
    expect(await handoverOf(sale)).toMatchObject({
      ...{
        id: before.id,
        state: 'NOTIFIED',
        unitId,
        batchId: null,
        notifiedAt: null,
        slotAt: null,
        slotKey: '',
      },
    });
    expect(await visit(linkTo(before))).toMatchObject({ code: 'NOT_FOUND' });
    const { result } = await at.desk.done(openHandoverBatch, { buildingId, ...TERMS });
    expect(result).toMatchObject({ invited: 1 });
    const after = await handoverOf(sale);
    expect(after).toMatchObject({
      id: before.id,
      state: 'NOTIFIED',
      batchId: result.handoverBatchId,
      unitId,
    });
    expect(after.notifiedAt).not.toBeNull();
    await at.desk.done(bookHandover, { handoverId: after.id, slotAt: FIRST });
    expect(await at.desk.refused(openHandoverBatch, { buildingId, ...TERMS })).toMatchObject({
      code: 'HANDOVER_BATCH_EMPTY',
    });
  });

  it('what was inspected of the old home says nothing of the new one, signed or still open', async () => {
    const sale = await booked();
    const { id: handoverId, unitId: oldUnitId } = await handoverOf(sale);
    await at.desk.done(arriveHandover, { handoverId, cameAs: 'BUYER', identityChecked: true });
    await put(handoverId, { state: 'INSPECTING' });
    const inspection = (number: number, state: 'OPEN' | 'SIGNED') => ({
      ...{ id: randomUUID(), name: `${number}`, handoverId, unitId: oldUnitId, number, state },
      ...{ answers: { items: [] }, revision: 0 },
    });
    const rows = [inspection(1, 'SIGNED'), inspection(2, 'OPEN')];
    await at.desk.store.write([{ createMany: 'inspection', rows }]);
    const unitId = await at.freshUnit();
    await at.carriedOut(at.swap(sale, unitId));
    expect(await handoverOf(sale)).toMatchObject({
      ...{ state: 'NOTIFIED', unitId, arrivedAt: null, cameAs: null, identityChecked: false, slotKey: '' },
    });
    const [home] = await readReadiness(at.desk.store, [sale.contractId]);
    expect(home?.inspections).toEqual([]);
    await put(handoverId, { state: 'INSPECTING' });
    await at.desk.done(signInspection, { inspectionId: rows[1]?.id, signedBy: 'Mei Lin' });
    expect(await handoverOf(sale)).toMatchObject({ state: 'INSPECTING' });
  });

  it('another first buyer: the link of the one before is worthless, the proxy and the papers are asked for anew', async () => {
    const sale = await booked();
    const before = await handoverOf(sale);
    await put(before.id, { identityChecked: true, identityCheckedBy: 'Clerk' });
    const token = linkTo(before);
    await at.carriedOut(at.buyers(sale, [[at.others[0], '100']]));
    const after = await handoverOf(sale);
    expect(after).toMatchObject({
      state: 'BOOKED',
      slotKey: before.slotKey,
      proxyName: '',
      identityChecked: false,
    });
    expect(await visit(token)).toMatchObject({ code: 'LINK_REPLACED' });
    expect(await visit(linkTo(after))).toMatchObject({ state: 'BOOKED' });
  });

  const CUT: [string, (sale: Sold, unitId: string) => Change, object][] = [
    ['cancelled', (sale) => at.cancel(sale), { state: 'NOTIFIED', slotKey: '' }],
    ['another home', (sale, unitId) => at.swap(sale, unitId), { state: 'BOOKED' }],
  ];
  it.each(CUT)(
    '%s, cut off at any write: the repair job ends it with the appointment that belongs to it',
    async (_what, changeOf, expected) => {
      let made: { sale: Sold; unitId: string; change: Change; requestId: string } | null = null;
      const crashes = await eachCrash(
        async (wrap) => {
          at = await changeSite(ground, 2);
          const sale = await booked();
          const unitId = await at.freshUnit();
          made = { sale, unitId, change: changeOf(sale, unitId), requestId: randomUUID() };
          await at.carryOut(made.change, { requestId: made.requestId, wrap });
        },
        async (label) => {
          if (made === null) throw new Error('nothing was prepared');
          const { sale, unitId, change, requestId } = made;
          const report = await resumeCommands(job(), ALL_COMMANDS);
          expect(report.failed).toEqual([]);
          // Cut off before it began, the person asks again.
          await at.carriedOut(change, { requestId });
          const isMoved = change.command.name === 'change-contract-unit';
          const home = { unitId: isMoved ? unitId : sale.unitId };
          expect({ label, ...(await handoverOf(sale)) }).toMatchObject({ label, ...expected, ...home });
        },
      );
      expect(crashes).toBeGreaterThan(10);
    },
    240_000,
  );

  it('booked while it is cancelled, or moved to another home: whoever is last, the place is freed or of that home', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 6; round++) {
      const isCancelled = round % 2 === 0;
      at = await changeSite(ground, 2);
      const sale = await at.sold('30000.00');
      await invite(sale.unitId);
      const unitId = await at.freshUnit();
      if (!isCancelled) await otherBuilding(unitId);
      const { id: handoverId } = await handoverOf(sale);
      const [tried] = await Promise.all([
        at.desk.run(bookHandover, { handoverId, slotAt: FIRST }),
        at.carriedOut(isCancelled ? at.cancel(sale) : at.swap(sale, unitId)),
      ]);
      outcomes.add(isRefused(tried) ? tried.refused.code : 'BOOKED');
      await releaseAppointments(job());
      expect(await handoverOf(sale)).toMatchObject({
        ...{ state: 'NOTIFIED', slotKey: '', unitId: isCancelled ? sale.unitId : unitId },
        ...(isCancelled ? {} : { batchId: null }),
      });
    }
    for (const outcome of outcomes)
      expect(['BOOKED', 'BUSY', 'CONTRACT_NOT_LIVE', 'NOT_FOUND']).toContain(outcome);
  });

  it('the job frees what was booked on an ended contract and moves what stayed at the old home, and runs twice', async () => {
    const [ended, swapped] = [await booked(), await booked(SECOND)];
    const [one, two] = [await handoverOf(ended), await handoverOf(swapped)];
    const unitId = await at.freshUnit();
    await at.carriedOut(at.cancel(ended));
    await at.carriedOut(at.swap(swapped, unitId));
    const { slotAt, slotEndsAt, slotKey } = one;
    await put(one.id, { state: 'BOOKED', slotAt, slotEndsAt, slotKey });
    await put(two.id, { unitId: two.unitId, name: two.name });
    const first = await releaseAppointments(job());
    expect(first).toMatchObject({ failed: [] });
    expect(first.done).toBeGreaterThanOrEqual(2);
    expect(await handoverOf(ended)).toMatchObject({ state: 'NOTIFIED', slotKey: '' });
    expect(await handoverOf(swapped)).toMatchObject({ state: 'BOOKED', unitId });
    expect(await releaseAppointments(job())).toMatchObject({ done: 0, refused: 0, failed: [] });
  });
});
