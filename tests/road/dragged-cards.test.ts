/** C4: a card of handover or service that is dragged carries out its command in the name of who dragged it, or goes back and says why. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookHandover } from '#commands/handover/book-handover.ts';
import { openHandoverBatch } from '#commands/handover/open-handover-batch.ts';
import { MEANINGS } from '#commands/system/meanings.ts';
import { putRight } from '#commands/system/watch.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import type { GuardedObject } from '#port/guarded.ts';
import { twentyClient } from '#twenty/client.ts';
import { twentyNotices } from '#twenty/notices.ts';
import { batchTerms, startsOf } from './appointment-site.ts';
import { type Ground, openGround } from './ground.ts';
import { World } from './walk-world.ts';

const CLERK = 'Cleo Clerk';
const NOW = new Date().toISOString();

describe('cards that are dragged', () => {
  let ground: Ground;
  let world: World;
  beforeAll(async () => {
    ground = await openGround();
    world = await World.open(ground);
  }, 120_000);
  afterAll(() => ground.close());

  /** As the event of a board: the column is written, and the watch comes by twice. */
  async function drag(object: GuardedObject, id: string, to: string) {
    const table = `keyturn${object.charAt(0).toUpperCase()}${object.slice(1)}`;
    await ground.workspace.sql(`update "${table}" set state = $1 where id = $2`, [to, id]);
    const client = twentyClient(ground.workspace.url, ground.workspace.applicationToken);
    const watch = {
      store: world.desk.store,
      notices: twentyNotices(client),
      clock: { now: () => new Date() },
      actor: { memberId: ground.workspace.members[0]?.id ?? null, name: CLERK },
    };
    const first = await putRight(watch, object, id, MEANINGS[object]);
    expect(await putRight(watch, object, id, MEANINGS[object])).toEqual({ putBack: [], carriedOut: null });
    const { entries } = await world.desk.store.read({
      entries: { object: 'auditEntry', filter: { subjectId: id, outcome: 'PUT_BACK' } },
    });
    return { ...first, says: entries.map(({ reason }) => reason).join() };
  }

  async function row<O extends GuardedObject>(object: O, id: string) {
    const { found } = await world.desk.store.read({ found: { object, filter: { id } } } as never);
    return (found as Record<string, unknown>[])[0] as Record<string, unknown>;
  }

  it('a snag is begun, mended and verified by whoever drags it; its contractor stays', async () => {
    const contractorId = randomUUID();
    await ground.client.graphql(
      'mutation ($data: CompanyCreateInput!) { createCompany(data: $data) { id } }',
      {
        data: { id: contractorId, name: 'Fix & Co' },
      },
    );
    const id = await world.make('snag', { state: 'ASSIGNED', contractorId, severity: 'MINOR' });
    for (const to of ['IN_PROGRESS', 'ASSIGNED', 'FIXED', 'VERIFIED']) {
      expect(await drag('snag', id, to)).toMatchObject({ carriedOut: 'move-snag' });
      expect(await row('snag', id)).toMatchObject({ state: to, contractorId });
    }
    expect(await row('snag', id)).toMatchObject({ verifiedBy: CLERK });
    const open = await world.make('snag', { state: 'OPEN', severity: 'MINOR' });
    const back = await drag('snag', open, 'ASSIGNED');
    expect(back).toMatchObject({ putBack: ['state'], carriedOut: null });
    expect(back.says).toContain('contractorId');
    expect(await drag('snag', open, 'VERIFIED')).toMatchObject({ carriedOut: null });
    expect(await row('snag', open)).toMatchObject({ state: 'OPEN' });
  });

  it('a service ticket is triaged, begun and waits; resolving it without a word goes back and asks what was done', async () => {
    const id = await world.make('serviceTicket', {
      ...{ state: 'NEW', number: `D-${randomUUID()}`, kind: 'REPAIR', openedAt: NOW },
    });
    for (const to of ['TRIAGED', 'IN_PROGRESS', 'WAITING_CUSTOMER']) {
      expect(await drag('serviceTicket', id, to)).toMatchObject({ carriedOut: 'move-ticket' });
      expect(await row('serviceTicket', id)).toMatchObject({ state: to });
    }
    const back = await drag('serviceTicket', id, 'RESOLVED');
    expect(back).toMatchObject({ carriedOut: null });
    expect(back.says).toContain('must say what was done');
    expect(await row('serviceTicket', id)).toMatchObject({
      ...{ state: 'WAITING_CUSTOMER', assigneeId: ground.workspace.members[0]?.id },
    });
  });

  it('a title case whose taxes are entered is filed as of today; held up it goes on only where it was', async () => {
    const contractId = await world.contract();
    const id = await world.make('titleCase', { contractId, state: 'SUBMITTED' });
    expect(await drag('titleCase', id, 'COLLECTING')).toMatchObject({ carriedOut: 'move-title-case' });
    expect(await row('titleCase', id)).toMatchObject({
      ...{ state: 'COLLECTING', stateSince: dateIn(new Date(), 'UTC') },
    });
    expect(await drag('titleCase', id, 'BLOCKED')).toMatchObject({ putBack: ['state'], carriedOut: null });
    const held = { contractId: await world.contract(), stateBefore: 'TAX_PAID', blockReason: 'OTHER' };
    const blocked = await world.make('titleCase', { ...held, state: 'BLOCKED' });
    expect(await drag('titleCase', blocked, 'SUBMITTED')).toMatchObject({ carriedOut: null });
    expect(await row('titleCase', blocked)).toMatchObject({ state: 'BLOCKED' });
    expect(await drag('titleCase', blocked, 'TAX_PAID')).toMatchObject({ carriedOut: 'unblock-title-case' });
    expect(await row('titleCase', blocked)).toMatchObject({ state: 'TAX_PAID' });
  });

  it('a key set comes back or is lost; handed out it needs somebody who signs', async () => {
    const make = () =>
      world.make('keySet', { ...{ state: 'HANDED_OVER', handedTo: 'Plumber', setKey: randomUUID() } });
    const [back, lost] = [await make(), await make()];
    expect(await drag('keySet', back, 'IN_STORE')).toMatchObject({ carriedOut: 'move-keys' });
    expect(await row('keySet', back)).toMatchObject({ state: 'IN_STORE', handedTo: '' });
    expect(await drag('keySet', lost, 'LOST')).toMatchObject({ carriedOut: 'move-keys' });
    expect(await row('keySet', lost)).toMatchObject({ state: 'LOST', handedTo: 'Plumber' });
    const refused = await drag('keySet', back, 'HANDED_OVER');
    expect(refused).toMatchObject({ carriedOut: null });
    expect(refused.says).toContain('handedTo');
  });

  it('an appointment is given up and its place is free; keys are not handed over by dragging; a batch is closed', async () => {
    const contractId = await world.contract();
    const { buildingId } = world.site;
    const terms = batchTerms();
    const { result } = await world.desk.done(openHandoverBatch, { buildingId, ...terms });
    const { found } = await world.desk.store.read({ found: { object: 'handover', filter: { contractId } } });
    const id = found[0]?.id ?? '';
    await world.desk.done(bookHandover, { handoverId: id, slotAt: startsOf(terms)[0] });
    expect(await drag('handover', id, 'KEYS_HANDED')).toMatchObject({ putBack: ['state'], carriedOut: null });
    expect(await drag('handover', id, 'NO_SHOW')).toMatchObject({ carriedOut: null });
    expect(await row('handover', id)).toMatchObject({ state: 'BOOKED' });
    expect(await drag('handover', id, 'NOTIFIED')).toMatchObject({ carriedOut: 'unbook-handover' });
    expect(await row('handover', id)).toMatchObject({ state: 'NOTIFIED', slotKey: '', slotAt: null });
    const batchId = String(result.handoverBatchId);
    expect(await drag('handoverBatch', batchId, 'CLOSED')).toMatchObject({
      carriedOut: 'close-handover-batch',
    });
  });
});
