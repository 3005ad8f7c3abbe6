/**
 * The sample after the sale (issue 6): a building handed over in waves, its snags, keys and titles, an engineering
 * change, a service desk. Begun a quarter past midnight in New York three weeks after the clocks were changed: every
 * day of it is still that day there.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handoverReadiness } from '#commands/handover/ask-readiness.ts';
import { loadPapers, protocolOf as protocol } from '#commands/handover/write-handover-protocol.ts';
import { loadSampleData, sampleData } from '#commands/system/load-sample-data.ts';
import { removeSampleData } from '#commands/system/remove-sample-data.ts';
import { contractorId, SAMPLE_CONTRACTOR, sampleId } from '#commands/system/sample-site.ts';
import { breachesOf } from '#domain/care/index.ts';
import { snagClock } from '#domain/handover/index.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { RIGHTS } from '#domain/system/index.ts';
import type { AnyRead } from '#port/store.ts';
import { type Ground, openGround } from './ground.ts';
import { type Desk, inProcess, SOMEBODY } from './in-process.ts';

const NOW = new Date('2025-04-06T04:15:00Z');
const TERMS = { currency: 'USD', timeZone: 'America/New_York' };

let ground: Ground;
let desk: Desk;
let protocolOf: unknown;

beforeAll(async () => {
  ground = await openGround();
  desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
  // As the page of the setup does it.
  const row = `{ id: "${contractorId(0)}", name: "${SAMPLE_CONTRACTOR}" }`;
  await ground.client.graphql(`mutation { createCompanies(data: [${row}]) { id } }`, {});
  for (let calls = 0; calls < 40; calls++) {
    const { result } = await desk.done(loadSampleData, { ...TERMS, most: 20 }, { now: NOW });
    if (result.isComplete !== true) continue;
    protocolOf = result.protocolOf;
    return;
  }
  throw new Error('the sample is never complete');
}, 300_000);
afterAll(() => ground.close());

async function all(object: string): Promise<Record<string, unknown>[]> {
  const { found } = await desk.store.read({ found: { object, filter: {} } as AnyRead });
  return found as Record<string, unknown>[];
}

/** How many of each value of a field. */
async function tally(object: string, field: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const row of await all(object)) {
    const value = String(row[field]);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

describe('the sample after the sale', () => {
  it('C4: its building is handed over in three waves, with every state that an appointment has', async () => {
    expect(await tally('handoverBatch', 'state')).toEqual({ OPEN: 3 });
    expect(await tally('handover', 'state')).toEqual({
      KEYS_HANDED: 4,
      NO_SHOW: 1,
      BOOKED: 2,
      SNAGS_OPEN: 1,
      ARRIVED: 1,
      NOTIFIED: 2,
    });
    const handovers = await all('handover');
    const deferred = handovers.filter(({ deferredUntil }) => deferredUntil !== null);
    expect(deferred).toMatchObject([
      { state: 'KEYS_HANDED', deferralApprovedBy: 'Sample: finance manager', deferredUntil: '2025-06-05' },
    ]);
    expect(handovers.filter(({ cameAs }) => cameAs === 'PROXY')).toMatchObject([
      { proxyName: 'Paolo Rossi', receivedBy: 'Paolo Rossi' },
    ]);
    expect(handovers.find(({ state }) => state === 'NO_SHOW')).toMatchObject({ noShows: 1 });
    const done = handovers.find(({ id }) => id === protocolOf);
    expect(done, 'of which the page writes the protocol').toMatchObject({ state: 'KEYS_HANDED' });
    const keys = await all('keySet');
    expect(keys).toHaveLength(8);
    for (const set of keys)
      expect(set).toMatchObject({ state: 'HANDED_OVER', handedTo: expect.stringMatching(/\w/) });
  });

  it('C4: of a home with its keys the protocol has all that it says', async () => {
    const papers = await loadPapers(desk.store, String(protocolOf));
    if (isRefused(papers)) throw new Error(JSON.stringify(papers.refused));
    expect(protocol(papers.plan, NOW)).toMatchObject({
      state: 'KEYS_HANDED',
      buyers: ['Quentin Dubois'],
      completionCertificate: 'SAMPLE-CC-A',
      inspection: { number: 1, signedBy: 'Quentin Dubois', defects: 1 },
      snags: [{ room: 'All rooms', what: 'Clean and empty' }],
      deferral: { until: '2025-06-05', approvedBy: 'Sample: finance manager' },
      keys: [
        { kind: 'DOOR_KEYS', pieces: 3 },
        { kind: 'ACCESS_CARDS', pieces: 2 },
      ],
    });
  });

  it('C4: the readiness of each home that waits names exactly what is missing', async () => {
    const recordId = sampleId(0, 'building', 'A');
    const context = {
      store: desk.store,
      clock: { now: () => NOW },
      actor: SOMEBODY,
      rights: new Set(RIGHTS),
    };
    const answer = await handoverReadiness.answer(context as never, { recordId });
    if (isRefused(answer)) throw new Error(JSON.stringify(answer.refused));
    const waiting = answer.plan.homes.filter(({ isDelivered, state }) => !isDelivered && state !== null);
    const missing = Object.fromEntries(
      waiting.map(({ unit, items }) => [
        unit.slice(-3),
        items.filter(({ state }) => state === 'MISSING').map(({ code }) => code),
      ]),
    );
    const untouched = ['DUES', 'IDENTITY', 'INSPECTION', 'KEYS'];
    expect(missing).toEqual({
      '303': untouched,
      '304': untouched,
      '401': untouched,
      '402': ['BLOCKING_SNAGS', 'KEYS'],
      '501': ['INSPECTION', 'KEYS'],
      '502': untouched,
      '503': ['IDENTITY', 'INSPECTION', 'KEYS'],
    });
  });

  it('C4: snags are with a contractor: one verified, one reopened, one late, one that nobody has', async () => {
    const snags = await all('snag');
    const ofHome = snags.filter(({ name }) => String(name).includes('402'));
    expect(ofHome.map(({ state }) => state).sort()).toEqual(['ASSIGNED', 'OPEN', 'REOPENED', 'VERIFIED']);
    const late = ofHome.filter((snag) => snagClock(snag as never, NOW).isOverdue);
    expect(late).toMatchObject([{ state: 'ASSIGNED', severity: 'BLOCKING', contractorId: contractorId(0) }]);
  });

  it('C4, D9: titles: one delivered, one that waits for a paper, one late, one in time', async () => {
    const cases = await all('titleCase');
    const picture = cases.map(({ state, fileBy, blockReason }) => [
      state,
      blockReason,
      state === 'COLLECTING' && String(fileBy) < '2025-04-06',
    ]);
    expect(picture.sort()).toEqual(
      [
        ['BLOCKED', 'MISSING_DOCUMENT', false],
        ['COLLECTING', null, true],
        ['COLLECTING', null, false],
        ['DELIVERED', null, false],
      ].sort(),
    );
    expect(await tally('unit', 'state')).toMatchObject({ TITLED: 1, HANDED_OVER: 3 });
  });

  it('A015: an engineering change is with its buyers: one agrees, one objects, one has not answered', async () => {
    expect(await all('engineeringChange')).toMatchObject([
      { state: 'SENT', concerned: 3, accepted: 1, objected: 1 },
    ]);
    expect(await tally('changeAnswer', 'state')).toEqual({ ACCEPTED: 1, OBJECTED: 1, PENDING: 1 });
  });

  it('A095 to A102: the desk has tickets of every kind, in and out of warranty, one past its promise', async () => {
    expect(await tally('serviceTicket', 'kind')).toEqual({
      ENQUIRY: 1,
      REPAIR: 3,
      COMPLAINT: 1,
      SUGGESTION: 1,
      INTERNAL: 1,
    });
    expect(await tally('serviceTicket', 'warranty')).toMatchObject({ IN_WARRANTY: 2, OUT_OF_WARRANTY: 1 });
    const tickets = await all('serviceTicket');
    const of = (kind: string) => tickets.find((ticket) => ticket.kind === kind);
    expect(of('ENQUIRY')).toMatchObject({ state: 'CLOSED', satisfaction: 5 });
    expect(of('COMPLAINT')).toMatchObject({ state: 'RESOLVED', feedbackAt: null });
    const late = tickets.filter((ticket) => breachesOf(ticket as never, NOW).length > 0);
    expect(late.map(({ name }) => name)).toEqual(['Damp patch under the shower']);
    const repair = tickets.find(({ name }) => name === 'Kitchen tap drips');
    const snags = await all('snag');
    expect(snags.filter(({ serviceTicketId }) => serviceTicketId === repair?.id)).toHaveLength(1);
  });

  it('says whose company it needs, and that it is there', async () => {
    const context = { store: desk.store, clock: { now: () => NOW } };
    const answer = await sampleData.answer(context as never, {});
    if (isRefused(answer)) throw new Error(JSON.stringify(answer.refused));
    expect(answer.plan).toMatchObject({
      state: 'LOADED',
      contractor: { id: contractorId(0), name: SAMPLE_CONTRACTOR, isThere: true },
    });
  });

  it('leaves service levels that somebody has changed, and takes the others', async () => {
    const [level] = await desk.store
      .read({ levels: { object: 'serviceLevel', filter: {} } })
      .then(({ levels }) => levels);
    if (level === undefined) throw new Error('no level');
    await desk.store.write([{ change: 'serviceLevel', record: level, to: { respondMinutes: 7 } }]);
    await desk.done(removeSampleData, {});
    expect((await all('serviceLevel')).map(({ id }) => id)).toEqual([level.id]);
    for (const object of ['snag', 'serviceTicket', 'keySet', 'inspectionItem', 'warrantyTerm', 'titleCase'])
      expect(await all(object), object).toEqual([]);
  });

  it('one that was loaded before there was a life after the sale counts as whole, and goes', async () => {
    await desk.done(loadSampleData, { ...TERMS, most: 4 }, { now: NOW });
    const ids = (await all('inspectionItem')).map(({ id }) => String(id));
    await desk.store.destroyWhere('inspectionItem', { id: { in: ids } });
    await desk.store.destroyWhere('inspectionTemplate', { id: sampleId(1, 'template') });
    const context = { store: desk.store, clock: { now: () => NOW } };
    expect(await sampleData.answer(context as never, {})).toMatchObject({
      plan: { state: 'LOADED', done: 4, total: 4 },
    });
    await desk.done(removeSampleData, {});
    expect(await all('unit')).toEqual([]);
  });
});
