/** C4, A014, issue 6: a building handed over in waves, with no-shows, a deferral, deemed delivery and the last slot. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arriveHandover, missHandover } from '#commands/handover/arrive-handover.ts';
import { handoverReadiness } from '#commands/handover/ask-readiness.ts';
import { handoverSlots } from '#commands/handover/ask-slots.ts';
import { bookHandover, unbookHandover } from '#commands/handover/book-handover.ts';
import { countKeys } from '#commands/handover/count-keys.ts';
import { deemDelivered } from '#commands/handover/deem-delivered.ts';
import { deferHandoverDues } from '#commands/handover/defer-handover-dues.ts';
import { handOver } from '#commands/handover/hand-over.ts';
import { deemDeliveries, missHandovers } from '#commands/handover/handover-jobs.ts';
import { closeHandoverBatch, openHandoverBatch } from '#commands/handover/open-handover-batch.ts';
import { reconcile } from '#commands/ledger/reconcile.ts';
import { recordReceipt } from '#commands/ledger/record-receipt.ts';
import { askApproval, decideApproval } from '#commands/system/approvals.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import type { Fields } from '#port/records.ts';
import { batchTerms, startsOf } from './appointment-site.ts';
import { type Ground, openGround } from './ground.ts';
import { type Desk, eachCrash, inProcess } from './in-process.ts';
import { buildLedgerSite, daysAgo, dueLine, type LedgerSite, signOld } from './ledger-site.ts';

const LINES = [
  dueLine('At once', 90, daysAgo(10)),
  { name: 'With the keys', percent: 10, anchor: 'HANDOVER' },
];
const DAY_MS = 86_400_000;
const DIRECTOR = { memberId: null, name: 'Director' };
const CLERK = { memberId: null, name: 'Clerk' };

describe('handover appointments', () => {
  let ground: Ground;
  let desk: Desk;
  beforeAll(async () => {
    ground = await openGround();
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
  });
  afterAll(() => ground.close());

  const terms = batchTerms();

  /** A building of so many homes, sold; each on a floor of its own. */
  async function sold(units: number, project: Record<string, unknown> = {}) {
    const site = await buildLedgerSite(ground.client, {
      units,
      price: '1000000.00',
      lines: LINES,
      project: { lateFeeRate: null, ...project },
    });
    const contractIds: string[] = [];
    for (let index = 0; index < units; index++)
      contractIds.push(await signOld(ground.client, site, index, daysAgo(60)));
    return { site, contractIds };
  }

  const open = async (site: LedgerSite, more: Record<string, unknown> = {}) =>
    desk.done(openHandoverBatch, { buildingId: site.buildingId, ...terms, ...more });

  async function handoverOf(contractId: string) {
    const { found } = await desk.store.read({ found: { object: 'handover', filter: { contractId } } });
    const [one] = found;
    if (one === undefined) throw new Error('no handover');
    return one;
  }

  async function put(id: string, to: Partial<Fields<'handover'>>) {
    const { found } = await desk.store.read({ found: { object: 'handover', filter: { id } } });
    const [record] = found;
    if (record === undefined) throw new Error('no handover');
    await desk.store.write([{ change: 'handover', record, to }]);
  }

  const pay = (contractId: string, amount: string) =>
    desk.done(recordReceipt, {
      contractId,
      amount,
      method: 'TRANSFER',
      receivedOn: daysAgo(0),
      valueOn: daysAgo(10),
      allowPrepayment: true,
    });

  const keys = (contractId: string, more: Record<string, unknown> = {}) => ({
    contractId,
    handedOverOn: daysAgo(0),
    receivedBy: 'Mei Lin',
    keySets: 2,
    ...more,
  });

  async function homes(recordId: string) {
    const asked = { store: desk.store, clock: { now: () => new Date() }, files: {} as never };
    const answer = await handoverReadiness.answer(asked, { recordId });
    if (isRefused(answer)) throw new Error(answer.refused.code);
    return answer.plan.homes;
  }

  const missingIn = async (recordId: string) =>
    (await homes(recordId)).map(({ items }) =>
      items.filter(({ state }) => state === 'MISSING').map(({ code }) => code),
    );

  it('three waves: each invites those that nobody has invited, the last one all who are left', async () => {
    const { site, contractIds } = await sold(5);
    const [first = '', second = '', third = ''] = site.unitIds;
    const one = await open(site, { unitIds: [first, second] });
    expect(one.result).toMatchObject({ invited: 2 });
    const two = await open(site, { unitIds: [second, third] });
    expect(two.result).toMatchObject({ invited: 1 });
    const three = await open(site);
    expect(three.result).toMatchObject({ invited: 2 });
    const all = await Promise.all(contractIds.map(handoverOf));
    expect(all.map(({ batchId }) => batchId)).toEqual([
      one.result.handoverBatchId,
      one.result.handoverBatchId,
      two.result.handoverBatchId,
      three.result.handoverBatchId,
      three.result.handoverBatchId,
    ]);
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['NOTIFIED']));
    expect(await desk.refused(openHandoverBatch, { buildingId: site.buildingId, ...terms })).toMatchObject({
      code: 'HANDOVER_BATCH_EMPTY',
    });
  });

  it('a building in three waves: no-shows come again, one owes as agreed, one is blocked and says by what', async () => {
    const { site, contractIds } = await sold(6);
    const [, , , deferred = '', , blocked = ''] = contractIds;
    for (const contractId of contractIds)
      await pay(contractId, contractId === deferred ? '950000.00' : '1000000.00');
    for (const wave of [0, 2, 4]) await open(site, { unitIds: site.unitIds.slice(wave, wave + 2) });
    const starts = startsOf(terms);
    const over = (slotAt: string) => ({ now: new Date(Date.parse(slotAt) + 3_600_000) });
    // Of each of the first two waves one does not come, and books again.
    for (const contractId of [contractIds[1] ?? '', deferred]) {
      const { id: handoverId } = await handoverOf(contractId);
      await desk.done(bookHandover, { handoverId, slotAt: starts[0] });
      await desk.done(missHandover, { handoverId }, over(starts[0] ?? ''));
      await desk.done(bookHandover, { handoverId, slotAt: starts[4] });
    }
    const { contracts } = await desk.store.read({
      contracts: { object: 'contract', filter: { id: blocked } },
    });
    const unitId = contracts[0]?.unitId ?? null;
    const snag = {
      id: randomUUID(),
      name: 'No water',
      unitId,
      severity: 'BLOCKING' as const,
      state: 'ASSIGNED' as const,
    };
    await desk.store.write([{ create: 'snag', row: snag }]);
    const terms30 = { contractId: deferred, amount: '50000.00', until: daysAgo(-30), reason: 'Bank' };
    await desk.done(deferHandoverDues, terms30, { approval: { id: randomUUID(), by: 'Director' } });
    for (const contractId of contractIds) {
      const { id: handoverId } = await handoverOf(contractId);
      await desk.done(arriveHandover, { handoverId, cameAs: 'BUYER', identityChecked: true });
      if (contractId !== blocked) await desk.done(handOver, keys(contractId));
    }
    expect(await desk.refused(handOver, keys(blocked))).toMatchObject({
      code: 'HANDOVER_NOT_READY',
      missing: [{ item: 'BLOCKING_SNAGS', about: ['No water'] }],
    });
    const all = await Promise.all(contractIds.map(handoverOf));
    expect(all.map(({ state, noShows }) => `${state} ${noShows}`)).toEqual([
      'KEYS_HANDED 0',
      'KEYS_HANDED 1',
      'KEYS_HANDED 0',
      'KEYS_HANDED 1',
      'KEYS_HANDED 0',
      'ARRIVED 0',
    ]);
    const { rows } = await desk.store.read({
      rows: { object: 'contract', filter: { id: { in: contractIds } }, with: { unit: true } },
    });
    const stateOf = (id: string) => rows.find((one) => one.id === id);
    expect(contractIds.map((id) => `${stateOf(id)?.state} ${stateOf(id)?.unit?.state}`)).toEqual([
      'COMPLETED HANDED_OVER',
      'COMPLETED HANDED_OVER',
      'COMPLETED HANDED_OVER',
      'PERFORMING HANDED_OVER',
      'COMPLETED HANDED_OVER',
      'SIGNED CONTRACTED',
    ]);
    // What was deferred is paid later, and then the contract is complete.
    await pay(deferred, '50000.00');
    const { later } = await desk.store.read({ later: { object: 'contract', filter: { id: deferred } } });
    expect(later[0]).toMatchObject({ state: 'COMPLETED' });
  });

  it('counted sets go with the keys, as many as are given; cut off anywhere, the same ones', async () => {
    const one = async () => {
      const { site, contractIds } = await sold(1);
      const [unitId, contractId] = [site.unitIds[0] ?? '', contractIds[0] ?? ''];
      await pay(contractId, '1000000.00');
      const sets = ['DOOR_KEYS', 'DOOR_KEYS', 'MANUALS'].map((kind) => ({ kind, pieces: 1 }));
      await desk.done(countKeys, { unitId, sets });
      return { unitId, input: keys(contractId, { identityChecked: true }), requestId: randomUUID() };
    };
    const setsOf = async (unitId: string) => {
      const query = { object: 'keySet', filter: { unitId }, orderBy: { name: 'ASC' } } as const;
      const { found } = await desk.store.read({ found: query });
      return found.map(({ state, handedTo, handoverId, signedAt }) => [
        state,
        handedTo,
        handoverId !== null && signedAt !== null,
      ]);
    };
    const gone = ['HANDED_OVER', 'Mei Lin', true];
    let at = await one();
    const crashes = await eachCrash(
      async (wrap) => {
        at = await one();
        await desk.run(handOver, at.input, { requestId: at.requestId, wrap });
      },
      async (label) => {
        await desk.done(handOver, at.input, { requestId: at.requestId });
        expect({ label, sets: await setsOf(at.unitId) }).toEqual({
          label,
          sets: [gone, gone, ['IN_STORE', '', false]],
        });
      },
    );
    expect(crashes).toBeGreaterThan(4);
  });

  it('two batches opened at once invite each buyer once', async () => {
    const { site, contractIds } = await sold(4);
    const answers = await Promise.all([open(site), open(site)].map((one) => one.catch(() => null)));
    expect(answers.some((one) => one !== null)).toBe(true);
    const { rows } = await desk.store.read({
      rows: { object: 'handover', filter: { contractId: { in: contractIds } } },
    });
    expect(rows.map(({ contractId }) => contractId).sort()).toEqual([...contractIds].sort());
  });

  it.each<[Record<string, unknown>, Record<string, unknown>]>([
    [
      { closesOn: daysAgo(5), opensOn: daysAgo(9) },
      { code: 'INVALID_INPUT', field: 'closesOn' },
    ],
    [{ dayTo: '09:30' }, { code: 'INVALID_INPUT', field: 'dayTo' }],
    [{ capacity: 0 }, { code: 'INVALID_INPUT', field: 'capacity' }],
    [{ deemedOn: daysAgo(-2) }, { code: 'INVALID_INPUT', field: 'deemedOn' }],
    [{ unitIds: [randomUUID()] }, { code: 'HANDOVER_BATCH_EMPTY' }],
    [{ floors: [77] }, { code: 'HANDOVER_BATCH_EMPTY' }],
    [{ buildingId: randomUUID() }, { code: 'NOT_FOUND', what: 'building' }],
  ])('a batch of %j is refused with %j', async (more, refusal) => {
    const { site } = await oneHome();
    const input = { buildingId: site.buildingId, ...terms, ...more };
    expect(await desk.refused(openHandoverBatch, input)).toMatchObject(refusal);
  });

  let shared: Promise<{ site: LedgerSite; contractIds: string[] }> | null = null;
  const oneHome = () => {
    shared ??= sold(1);
    return shared;
  };

  it('more buyers than places are not invited', async () => {
    const { site } = await sold(2);
    const [day = ''] = startsOf(terms).map((start) => start.slice(0, 10));
    const narrow = { opensOn: day, closesOn: day, dayTo: '10:00', capacity: 1 };
    const input = { buildingId: site.buildingId, ...terms, ...narrow };
    expect(await desk.refused(openHandoverBatch, input)).toEqual({
      code: 'SEATS_TOO_FEW',
      seats: 1,
      buyers: 2,
    });
  });

  it('two clerks book the last place at once: one gets it, the other is told of free times nearby', async () => {
    const { site, contractIds } = await sold(4);
    await open(site, { capacity: 1 });
    const all = await Promise.all(contractIds.map(handoverOf));
    const [slotAt = '', next = ''] = startsOf(terms);
    for (let round = 0; round < 3; round++) {
      const tries = await Promise.all(
        all.map(({ id }) => desk.run(bookHandover, { handoverId: id, slotAt })),
      );
      const lost = tries.flatMap((one) => (isRefused(one) ? [one.refused] : []));
      expect(lost).toHaveLength(3);
      for (const refusal of lost) {
        expect(refusal).toMatchObject({ code: 'SLOT_TAKEN' });
        expect((refusal as { free: string[] }).free[0]).toBe(next.slice(0, 16).replace('T', ' '));
        expect((refusal as { free: string[] }).free).toHaveLength(5);
      }
      const now = await Promise.all(contractIds.map(handoverOf));
      const winner = now.filter(({ state }) => state === 'BOOKED');
      expect(winner).toHaveLength(1);
      await desk.done(unbookHandover, { handoverId: winner[0]?.id });
    }
  });

  it('moving an appointment frees its place; the same one again changes nothing', async () => {
    const { site, contractIds } = await sold(2);
    await open(site, { capacity: 1 });
    const [one, other] = await Promise.all(contractIds.map(handoverOf));
    const [first = '', second = ''] = startsOf(terms);
    await desk.done(bookHandover, { handoverId: one?.id, slotAt: first, proxyName: 'Bo Li' });
    await desk.done(bookHandover, { handoverId: one?.id, slotAt: first });
    expect(await handoverOf(contractIds[0] ?? '')).toMatchObject({ bookings: 1, proxyName: 'Bo Li' });
    await desk.done(bookHandover, { handoverId: one?.id, slotAt: second });
    await desk.done(bookHandover, { handoverId: other?.id, slotAt: first });
    const now = await Promise.all(contractIds.map(handoverOf));
    expect(now.map(({ slotAt, bookings }) => [new Date(slotAt ?? 0).toISOString(), bookings])).toEqual([
      [second, 2],
      [first, 1],
    ]);
    const asked = { store: desk.store, clock: { now: () => new Date() }, files: {} as never };
    const week = await handoverSlots.answer(asked, { recordId: one?.id ?? '' });
    if (isRefused(week)) throw new Error(week.refused.code);
    const shown = week.plan.slots.filter(({ people }) => people.length > 0);
    expect(shown.map(({ startsAt, free }) => [startsAt, free])).toEqual([
      [first, 0],
      [second, 0],
    ]);
    expect(week.plan.waiting).toEqual([]);
  });

  it('times that are not offered, closed batches and ended contracts are refused', async () => {
    const { site, contractIds } = await sold(1);
    const { result } = await open(site);
    const { id: handoverId } = await handoverOf(contractIds[0] ?? '');
    const [slotAt = ''] = startsOf(terms);
    const off = new Date(Date.parse(slotAt) + 60_000).toISOString();
    expect(await desk.refused(bookHandover, { handoverId, slotAt: off })).toMatchObject({
      code: 'SLOT_NOT_OFFERED',
    });
    const past = { now: new Date(Date.parse(slotAt) + 1000) };
    expect(await desk.refused(bookHandover, { handoverId, slotAt }, past)).toMatchObject({
      code: 'SLOT_NOT_OFFERED',
    });
    expect(await desk.refused(bookHandover, { handoverId: randomUUID(), slotAt })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await desk.done(closeHandoverBatch, { handoverBatchId: result.handoverBatchId });
    expect(await desk.refused(bookHandover, { handoverId, slotAt })).toMatchObject({
      code: 'HANDOVER_BATCH_NOT_OPEN',
      state: 'CLOSED',
    });
    expect(await desk.refused(closeHandoverBatch, { handoverBatchId: result.handoverBatchId })).toMatchObject(
      {
        code: 'HANDOVER_BATCH_NOT_OPEN',
      },
    );
  });

  it('who does not come is a no-show, counted, by hand after the slot and by the job with patience', async () => {
    const { site, contractIds } = await sold(1);
    await open(site);
    const contractId = contractIds[0] ?? '';
    const { id: handoverId } = await handoverOf(contractId);
    const [slotAt = '', second = ''] = startsOf(terms);
    await desk.done(bookHandover, { handoverId, slotAt });
    const end = Date.parse(slotAt) + 3_600_000;
    const early = { now: new Date(end - 1000) };
    expect(await desk.refused(missHandover, { handoverId }, early)).toMatchObject({ code: 'TIME_NOT_OVER' });
    await desk.done(missHandover, { handoverId }, { now: new Date(end) });
    expect(await handoverOf(contractId)).toMatchObject({ state: 'NO_SHOW', noShows: 1, slotKey: '' });
    await desk.done(bookHandover, { handoverId, slotAt: second });
    const over = Date.parse(second) + 3_600_000;
    const job = (at: number) => ({ store: desk.store, clock: { now: () => new Date(at) } });
    await missHandovers(job(over + 59 * 60_000));
    expect(await handoverOf(contractId)).toMatchObject({ state: 'BOOKED' });
    await missHandovers(job(over + 61 * 60_000));
    await missHandovers(job(over + 61 * 60_000));
    expect(await handoverOf(contractId)).toMatchObject({ state: 'NO_SHOW', noShows: 2 });
  });

  it('a proxy needs a name, the identity is checked by somebody, and may be checked later', async () => {
    const { site, contractIds } = await sold(1);
    await open(site);
    const contractId = contractIds[0] ?? '';
    const { id: handoverId } = await handoverOf(contractId);
    const came = { handoverId, cameAs: 'PROXY', identityChecked: false };
    expect(await desk.refused(arriveHandover, came)).toMatchObject({ field: 'proxyName' });
    await desk.done(arriveHandover, { ...came, proxyName: 'Bo Li' }, { actor: CLERK });
    expect(await handoverOf(contractId)).toMatchObject({
      state: 'ARRIVED',
      cameAs: 'PROXY',
      proxyName: 'Bo Li',
      identityChecked: false,
      identityCheckedBy: '',
    });
    expect(await missingIn(contractId)).toEqual([['DUES', 'IDENTITY']]);
    await desk.done(arriveHandover, { ...came, identityChecked: true }, { actor: CLERK });
    expect(await handoverOf(contractId)).toMatchObject({ state: 'ARRIVED', identityCheckedBy: 'Clerk' });
  });

  it('handing over names exactly all that is missing, and nothing once it is there', async () => {
    const { site, contractIds } = await sold(1);
    const contractId = contractIds[0] ?? '';
    await open(site);
    const { id: handoverId } = await handoverOf(contractId);
    const { buildings, contracts } = await desk.store.read({
      buildings: { object: 'building', filter: { id: site.buildingId } },
      contracts: { object: 'contract', filter: { id: contractId } },
    });
    const [building] = buildings;
    const unitId = contracts[0]?.unitId ?? null;
    if (building === undefined) throw new Error('no building');
    await desk.store.write([{ change: 'building', record: building, to: { completionCertificate: '' } }]);
    const template = { id: randomUUID(), name: 'Homes', projectId: site.projectId, isActive: true };
    const snag = {
      id: randomUUID(),
      name: 'Leak',
      unitId,
      severity: 'BLOCKING' as const,
      state: 'OPEN' as const,
    };
    const keySet = {
      id: randomUUID(),
      name: 'Door',
      unitId,
      count: 3,
      state: 'LOST' as const,
      setKey: randomUUID(),
    };
    await desk.store.write([
      { create: 'inspectionTemplate', row: template },
      { create: 'snag', row: snag },
      { create: 'keySet', row: keySet },
    ]);
    expect(await desk.refused(handOver, keys(contractId))).toEqual({
      code: 'HANDOVER_NOT_READY',
      contract: contracts[0]?.name,
      missing: [
        { item: 'COMPLETION_CERTIFICATE', about: [building.name] },
        { item: 'DUES', about: ['1000000.00 EUR'] },
        { item: 'IDENTITY', about: [] },
        { item: 'INSPECTION', about: [] },
        { item: 'BLOCKING_SNAGS', about: ['Leak'] },
        { item: 'KEYS', about: [] },
      ],
    });
    const { snags, keySets } = await desk.store.read({
      snags: { object: 'snag', filter: { id: snag.id } },
      keySets: { object: 'keySet', filter: { id: keySet.id } },
    });
    const inspection = {
      id: randomUUID(),
      name: '1',
      handoverId,
      unitId,
      number: 1,
      state: 'SIGNED' as const,
    };
    await desk.store.write([
      { change: 'building', record: building, to: { completionCertificate: 'CC-1' } },
      { create: 'inspection', row: inspection },
      { changeMany: 'snag', changes: snags.map((record) => ({ record, to: { state: 'VERIFIED' } })) },
      { changeMany: 'keySet', changes: keySets.map((record) => ({ record, to: { state: 'IN_STORE' } })) },
    ]);
    await desk.done(arriveHandover, { handoverId, cameAs: 'BUYER', identityChecked: true });
    // Only money is missing now: the refusal says how much and of what.
    expect(await desk.refused(handOver, keys(contractId))).toMatchObject({
      code: 'DUE_NOT_PAID',
      open: '1000000.00 EUR',
    });
    await pay(contractId, '1000000.00');
    expect(await missingIn(contractId)).toEqual([[]]);
    const done = await desk.done(handOver, keys(contractId));
    expect(done.result).toMatchObject({ handoverId, contractState: 'COMPLETED' });
    expect(await handoverOf(contractId)).toMatchObject({
      state: 'KEYS_HANDED',
      receivedBy: 'Mei Lin',
      keySets: 2,
      identityChecked: true,
    });
    expect(await desk.refused(handOver, keys(contractId))).toMatchObject({ code: 'ALREADY_HANDED_OVER' });
    await desk.store.write([
      { change: 'inspectionTemplate', record: { ...template, remark: '' }, to: { isActive: false } },
    ]);
    const { result } = await desk.done(reconcile, { contractId });
    expect(result).toMatchObject({ repaired: [], problems: [] });
  });

  it('a deferral is asked, approved by somebody else, and holds for its amount and until its day', async () => {
    const { site, contractIds } = await sold(1);
    const contractId = contractIds[0] ?? '';
    await open(site);
    const { id: handoverId } = await handoverOf(contractId);
    await pay(contractId, '900000.00');
    await desk.done(arriveHandover, { handoverId, cameAs: 'BUYER', identityChecked: true });
    expect(await desk.refused(handOver, keys(contractId))).toMatchObject({ open: '100000.00 EUR' });
    const ask = (input: Record<string, unknown>) =>
      desk.run(askApproval, {
        command: 'defer-handover-dues',
        input: { contractId, amount: '100000.00', until: daysAgo(-30), reason: 'Bank', ...input },
        reason: 'Bank',
      });
    const refusalOf = async (input: Record<string, unknown>) => {
      const answer = await ask(input);
      return isRefused(answer) ? answer.refused : null;
    };
    expect(await refusalOf({ amount: '100000.01' })).toMatchObject({
      code: 'AMOUNT_TOO_HIGH',
      most: '100000.00',
    });
    expect(await refusalOf({ amount: '0.00' })).toMatchObject({ code: 'INVALID_INPUT', field: 'amount' });
    expect(await refusalOf({ until: daysAgo(0) })).toMatchObject({ code: 'INVALID_INPUT', field: 'until' });
    const asked = await ask({});
    if (isRefused(asked)) throw new Error(asked.refused.code);
    const { approvalId } = asked.plan.result;
    expect(await desk.refused(handOver, keys(contractId))).toMatchObject({ code: 'DUE_NOT_PAID' });
    expect(await desk.refused(decideApproval, { approvalId, decision: 'APPROVE' })).toMatchObject({
      code: 'APPROVAL_YOUR_OWN',
    });
    await desk.done(decideApproval, { approvalId, decision: 'APPROVE' }, { actor: DIRECTOR });
    expect(await handoverOf(contractId)).toMatchObject({
      deferredUntil: daysAgo(-30),
      deferralApprovedBy: 'Director',
    });
    const late = { now: new Date(Date.now() + 31 * DAY_MS) };
    expect(await desk.refused(handOver, keys(contractId), late)).toMatchObject({ code: 'DUE_NOT_PAID' });
    const done = await desk.done(handOver, keys(contractId));
    expect(done.result).toMatchObject({ contractState: 'PERFORMING' });
  });

  it('deemed delivered: not before its day, not held up by us, dues count from it, keys come later', async () => {
    const { site, contractIds } = await sold(1, { deemedDeliveryDays: 20 });
    const contractId = contractIds[0] ?? '';
    await open(site);
    const { id: handoverId } = await handoverOf(contractId);
    expect(await desk.refused(deemDelivered, { handoverId })).toMatchObject({
      code: 'DEEMED_DELIVERY_LATER',
      from: daysAgo(-21),
    });
    await put(handoverId, { notifiedAt: new Date(Date.now() - 30 * DAY_MS).toISOString() });
    const { buildings } = await desk.store.read({
      buildings: { object: 'building', filter: { id: site.buildingId } },
    });
    const [building] = buildings;
    if (building === undefined) throw new Error('no building');
    await desk.store.write([{ change: 'building', record: building, to: { completionCertificate: '' } }]);
    expect(await desk.refused(deemDelivered, { handoverId })).toMatchObject({
      code: 'DELIVERY_HELD_UP_BY_US',
      missing: ['COMPLETION_CERTIFICATE'],
    });
    const job = { store: desk.store, clock: { now: () => new Date() } };
    await deemDeliveries(job);
    expect(await handoverOf(contractId)).toMatchObject({ state: 'NOTIFIED' });
    await desk.store.write([{ change: 'building', record: building, to: { completionCertificate: 'CC-9' } }]);
    // Asked again on the same day it would be the same request: the hand does it.
    await desk.done(deemDelivered, { handoverId });
    expect(await handoverOf(contractId)).toMatchObject({ state: 'DEEMED_DELIVERED', deemedOn: daysAgo(10) });
    const { installments } = await desk.store.read({
      installments: { object: 'installment', filter: { contractId, anchor: 'HANDOVER' } },
    });
    expect(installments[0]).toMatchObject({ dueOn: daysAgo(10), state: 'OVERDUE' });
    expect(
      await desk.refused(arriveHandover, { handoverId, cameAs: 'BUYER', identityChecked: true }),
    ).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
    });
    await pay(contractId, '1000000.00');
    await desk.done(handOver, keys(contractId, { identityChecked: true }));
    expect(await handoverOf(contractId)).toMatchObject({ state: 'KEYS_HANDED', deemedOn: daysAgo(10) });
    const { after } = await desk.store.read({
      after: { object: 'installment', filter: { contractId, anchor: 'HANDOVER' } },
    });
    expect(after[0]).toMatchObject({ dueOn: daysAgo(10) });
  });

  it('the job deems those whose day has passed, and only those', async () => {
    const { site, contractIds } = await sold(2, { deemedDeliveryDays: 20 });
    await open(site);
    const [one, other] = await Promise.all(contractIds.map(handoverOf));
    await put(one?.id ?? '', { notifiedAt: new Date(Date.now() - 30 * DAY_MS).toISOString() });
    const job = { store: desk.store, clock: { now: () => new Date() } };
    await deemDeliveries(job);
    await deemDeliveries(job);
    expect(await handoverOf(one?.contractId ?? '')).toMatchObject({ state: 'DEEMED_DELIVERED' });
    expect(await handoverOf(other?.contractId ?? '')).toMatchObject({ state: 'NOTIFIED' });
  });

  it('the list of a batch and of a building names each home with what it lacks', async () => {
    const { site, contractIds } = await sold(3);
    const { result } = await open(site, { unitIds: site.unitIds.slice(0, 2) });
    await pay(contractIds[0] ?? '', '1000000.00');
    const ofBatch = await homes(String(result.handoverBatchId));
    expect(ofBatch.map(({ contractId }) => contractId)).toEqual(contractIds.slice(0, 2));
    expect(await missingIn(String(result.handoverBatchId))).toEqual([['IDENTITY'], ['DUES', 'IDENTITY']]);
    // The third has no appointment yet, whose identity could be asked for.
    expect(await missingIn(site.buildingId)).toEqual([['IDENTITY'], ['DUES', 'IDENTITY'], ['DUES']]);
  });
});
