/** E21: the jobs of handover and service are cut off at any write; the next run and the repair job end as one clean run. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escalateTickets } from '#commands/care/escalate-tickets.ts';
import { openTicket } from '#commands/care/open-ticket.ts';
import { bookHandover } from '#commands/handover/book-handover.ts';
import { keepHandovers } from '#commands/handover/handover-jobs.ts';
import { openHandoverBatch } from '#commands/handover/open-handover-batch.ts';
import { ALL_COMMANDS } from '#commands/index.ts';
import { reconcile } from '#commands/ledger/reconcile.ts';
import { resumeCommands } from '#commands/system/jobs.ts';
import type { Fields } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { twentyClient } from '#twenty/client.ts';
import { twentyTasks } from '#twenty/tasks.ts';
import { batchTerms, startsOf } from './appointment-site.ts';
import { type Ground, openGround } from './ground.ts';
import { type Desk, eachCrash, inProcess } from './in-process.ts';
import { buildLedgerSite, daysAgo, dueLine, signOld } from './ledger-site.ts';

const LINES = [
  dueLine('At once', 90, daysAgo(10)),
  { name: 'With the keys', percent: 10, anchor: 'HANDOVER' },
];
const TERMS = batchTerms();
const [FIRST = ''] = startsOf(TERMS);
const LONG_AGO = new Date(Date.now() - 40 * 86_400_000).toISOString();
const LATER = () => new Date(Date.now() + 10 * 60_000);
/** An hour after: beyond the patience of the repair job. */
const NEXT_RUN = () => new Date(Date.now() + 70 * 60_000);

describe('jobs that are cut off', () => {
  let ground: Ground;
  let desk: Desk;
  beforeAll(async () => {
    ground = await openGround();
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
  });
  afterAll(() => ground.close());

  async function put(object: 'handover' | 'serviceTicket' | 'contract', id: string, to: object) {
    const { found } = await desk.store.read({ found: { object, filter: { id } } } as never);
    const [record] = found as { id: string }[];
    await desk.store.write([{ change: object, record, to } as never]);
  }

  /** One who does not come, one whose day has passed, and one whose contract has ended with a place booked. */
  async function invited() {
    const site = await buildLedgerSite(ground.client, {
      ...{ units: 3, price: '1000000.00', lines: LINES },
      project: { lateFeeRate: null, deemedDeliveryDays: 20 },
    });
    const contractIds: string[] = [];
    for (const index of [0, 1, 2]) contractIds.push(await signOld(ground.client, site, index, daysAgo(60)));
    await desk.done(openHandoverBatch, { buildingId: site.buildingId, ...TERMS });
    const [missed = '', deemed = '', ended = ''] = contractIds;
    const ids: string[] = [];
    for (const contractId of [missed, deemed, ended]) ids.push((await handoverOf(contractId)).id);
    for (const id of [ids[0], ids[2]]) await desk.done(bookHandover, { handoverId: id, slotAt: FIRST });
    await put('handover', ids[0] ?? '', { slotEndsAt: LONG_AGO });
    await put('handover', ids[1] ?? '', { notifiedAt: LONG_AGO });
    await put('contract', ended, { state: 'CANCELLED' });
    return { missed, deemed, ended };
  }

  async function handoverOf(contractId: string) {
    const { found } = await desk.store.read({ found: { object: 'handover', filter: { contractId } } });
    const [one] = found;
    if (one === undefined) throw new Error('no handover');
    return one;
  }

  it('no-shows are counted once, who is deemed to have the home owes what waited for it, ended contracts keep no place', async () => {
    let now = { missed: '', deemed: '', ended: '' };
    const crashes = await eachCrash(
      async (wrap) => {
        now = await invited();
        const report = await keepHandovers({ store: wrap(desk.store), clock: { now: LATER } });
        // A job names what failed and goes on: what died with it is what follows here.
        expect(report.job).toBe('keep-handovers');
      },
      async (label) => {
        const job = { store: desk.store, clock: { now: NEXT_RUN } };
        const { failed } = await resumeCommands(job, ALL_COMMANDS);
        expect(failed).toEqual([]);
        await keepHandovers(job);
        await keepHandovers(job);
        const [missed, deemed, ended] = await Promise.all(
          [now.missed, now.deemed, now.ended].map(handoverOf),
        );
        expect({ label, ...missed }).toMatchObject({ label, state: 'NO_SHOW', noShows: 1, slotKey: '' });
        expect({ label, ...deemed }).toMatchObject({ label, state: 'DEEMED_DELIVERED' });
        expect({ label, ...ended }).toMatchObject({ label, state: 'NOTIFIED', slotKey: '' });
        const { dues } = await desk.store.read({
          dues: { object: 'installment', filter: { contractId: now.deemed, anchor: 'HANDOVER' } },
        });
        expect({ label, dueOn: dues[0]?.dueOn }).toEqual({ label, dueOn: deemed?.deemedOn });
        const { result } = await desk.done(reconcile, { contractId: now.deemed });
        expect({ label, ...result }).toMatchObject({ label, repaired: [], problems: [] });
      },
    );
    expect(crashes).toBeGreaterThan(10);
  }, 240_000);

  it('a ticket that is late goes up one level for a broken promise, and one task says so', async () => {
    const client = twentyClient(ground.workspace.url, ground.workspace.applicationToken);
    const tasks = twentyTasks(client);
    const escalate = (store: Store, now = LATER) => escalateTickets({ store, tasks, clock: { now } });
    let id = '';
    const crashes = await eachCrash(
      async (wrap) => {
        const { result } = await desk.done(openTicket, {
          ...{
            kind: 'REPAIR',
            subject: `Lift ${randomUUID()}`,
            contactName: 'Mei',
            contactPhone: '13800138000',
          },
        });
        id = String(result.serviceTicketId);
        const late: Partial<Fields<'serviceTicket'>> = { resolveBy: LONG_AGO, respondedAt: LONG_AGO };
        await put('serviceTicket', id, late);
        await escalate(wrap(desk.store));
      },
      async (label) => {
        const job = { store: desk.store, clock: { now: NEXT_RUN } };
        expect((await resumeCommands(job, ALL_COMMANDS)).failed).toEqual([]);
        await escalate(desk.store, NEXT_RUN);
        await escalate(desk.store, NEXT_RUN);
        const { found } = await desk.store.read({ found: { object: 'serviceTicket', filter: { id } } });
        expect({ label, escalation: found[0]?.escalation }).toEqual({ label, escalation: 1 });
        const data = await ground.client.graphql<{ taskTargets: { totalCount: number } }>(
          'query ($id: UUID!) { taskTargets(filter: { targetKeyturnServiceTicketId: { eq: $id } }) { totalCount } }',
          { id },
        );
        expect({ label, tasks: data.taskTargets.totalCount }).toEqual({ label, tasks: 1 });
      },
    );
    expect(crashes).toBeGreaterThan(3);
  }, 120_000);
});
