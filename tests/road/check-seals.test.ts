/** What a hand writes into guarded records without an event of their own is put right within a quarter of an hour. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSeals } from '#commands/system/check-seals.ts';
import { recorded } from '#commands/system/jobs.ts';
import { type GuardedObject, SEALED } from '#port/guarded.ts';
import type { Store } from '#port/store.ts';
import { readAll, type WorkspaceClient } from '#scripts/shared/workspace-client.ts';
import { twentyClient } from '#twenty/client.ts';
import { plural, typeName } from '#twenty/mapping.ts';
import { twentyNotices } from '#twenty/notices.ts';
import { PIPELINE } from '#workflows/pipeline/index.ts';
import { stepsOf } from '#workflows/pipeline/machine.ts';
import { buildSite, expectDone, type Ground, openGround, reserve, stateOfUnit } from './ground.ts';
import { type Desk, dieAt, inProcess } from './in-process.ts';

/** Objects with a sealed state, in their first one and in another that a hand may choose and no command leads to. */
const GUARDED = PIPELINE.filter(({ object }) =>
  (SEALED[object as GuardedObject] as readonly string[]).includes('state'),
).map((machine) => {
  const { object, stages, first } = machine;
  const others = Object.keys(stages).filter((state) => state !== first);
  const reached = new Set(stepsOf(machine).flatMap(({ from, to }) => (from === first ? [to] : [])));
  const other = others.find((state) => !reached.has(state)) ?? others[0] ?? '';
  return { object: object as GuardedObject, first, other };
});

describe('the check of seals', () => {
  let ground: Ground;
  let desk: Desk;
  let admin: WorkspaceClient;
  beforeAll(async () => {
    ground = await openGround();
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
    admin = ground.as('Admin');
  });
  afterAll(() => ground.close());

  const check = (wrap: (store: Store) => Store = (store) => store) => {
    const client = twentyClient(ground.workspace.url, ground.workspace.applicationToken);
    const notices = twentyNotices(client);
    const job = { store: wrap(desk.store), notices, clock: { now: () => new Date() } };
    return recorded(job, () => checkSeals(job));
  };

  async function make(object: GuardedObject, values: object): Promise<string> {
    const id = randomUUID();
    await desk.store.write([{ create: object, row: { id, name: `One ${id}`, ...values } } as never]);
    return id;
  }

  /** Written past every event, as by an import, so that only the check can find it. */
  const byHand = (object: GuardedObject, id: string, state: string) =>
    ground.workspace.sql(
      `update "keyturn${object.charAt(0).toUpperCase()}${object.slice(1)}" set state = $1, "updatedAt" = now() where id = $2`,
      [state, id],
    );

  async function stateOf(object: GuardedObject, id: string): Promise<string | undefined> {
    const [found] = await readAll<{ state: string }>(admin, plural(object), typeName(object), 'state', {
      id: { eq: id },
    });
    return found?.state;
  }

  const notesOn = (object: GuardedObject, id: string) =>
    readAll<{ note: { bodyV2: { markdown: string } } }>(
      ground.client,
      'noteTargets',
      'NoteTarget',
      'note { bodyV2 { markdown } }',
      { [`target${typeName(object)}Id`]: { eq: id } },
    );

  it('is made for every object whose state is sealed', () => {
    expect(GUARDED.map(({ object }) => object)).toEqual(
      expect.arrayContaining(['queueTicket', 'unitHold', 'priceScheme', 'releaseBatch', 'party', 'refund']),
    );
    expect(GUARDED.length).toBeGreaterThan(15);
  });

  it('C1.2: a state changed by hand is put back for every object, with a note, and once', async () => {
    const made = await Promise.all(
      GUARDED.map(async (one) => ({ ...one, id: await make(one.object, { state: one.first }) })),
    );
    await Promise.all(made.map(({ object, id, other }) => byHand(object, id, other)));
    const report = await check();
    expect(report.failed).toEqual([]);
    for (const { object, id, first } of made) {
      expect([object, await stateOf(object, id)]).toEqual([object, first]);
      expect((await notesOn(object, id)).map(({ note }) => note.bodyV2.markdown).join()).toContain(
        'changed by hand',
      );
    }
    const again = await check();
    expect(again.done).toBe(0);
    const [entry] = made;
    expect(await notesOn(entry?.object ?? 'unit', entry?.id ?? '')).toHaveLength(1);
  }, 120_000);

  it('what means a command is carried out: a reservation dragged to Cancelled frees its unit', async () => {
    const site = await buildSite(ground.client, { units: 1, buyers: 1 });
    const [unitId = '', buyerId = ''] = [site.unitIds[0], site.buyerIds[0]];
    const { reservationId } = expectDone(await reserve(ground.client, unitId, buyerId));
    await byHand('reservation', reservationId, 'CANCELLED_REFUND');
    const report = await check();
    expect(report.says?.join()).toContain('cancel-reservation');
    expect((await stateOfUnit(ground.client, unitId)).unit).toMatchObject({
      state: 'AVAILABLE',
      holder: null,
    });
  });

  it('a record made by hand is named and never sealed: nothing counts it', async () => {
    const { createKeyturnRefund } = await admin.graphql<{ createKeyturnRefund: { id: string } }>(
      'mutation ($data: KeyturnRefundCreateInput!) { createKeyturnRefund(data: $data) { id } }',
      { data: { name: 'Made up refund' } },
    );
    const { id } = createKeyturnRefund;
    const report = await check();
    expect(report.says?.join()).toContain('Made up refund (refund) was made by hand');
    const { refunds } = await desk.store.read({ refunds: { object: 'refund', filter: { id } } });
    expect(refunds).toEqual([]);
  });

  it('looks only at what was written since it looked last', async () => {
    const id = await make('unitHold', { state: 'ACTIVE' });
    await check();
    await ground.workspace.sql(
      `update "keyturnUnitHold" set state = 'EXPIRED', "updatedAt" = now() - interval '1 hour' where id = $1`,
      [id],
    );
    expect((await check()).done).toBe(0);
    expect(await stateOf('unitHold', id)).toBe('EXPIRED');
    await byHand('unitHold', id, 'EXPIRED');
    expect((await check()).done).toBe(1);
    expect(await stateOf('unitHold', id)).toBe('ACTIVE');
  });

  it('runs by itself, on its schedule', async () => {
    const id = await make('paymentPromise', { state: 'OPEN' });
    await byHand('paymentPromise', id, 'KEPT');
    await ground.workspace.runCron('keyturn-check-seals');
    expect(await stateOf('paymentPromise', id)).toBe('OPEN');
  });

  it('cut off at any write, the next run puts right what is left', async () => {
    for (const fault of ['BEFORE', 'AFTER'] as const) {
      for (const write of [1, 2, 3]) {
        const id = await make('queueTicket', { state: 'ACTIVE' });
        await byHand('queueTicket', id, 'CALLED');
        await check(dieAt(write, fault).wrap).catch(() => undefined);
        await check();
        expect([fault, write, await stateOf('queueTicket', id)]).toEqual([fault, write, 'ACTIVE']);
      }
    }
  });
});
