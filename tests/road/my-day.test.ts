/** "My day" against the embedded workspace: its queries are accepted, tell what the commands did, and are few. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dateIn } from '#domain/shared/plain-date.ts';
import { ENGLISH } from '#tests/widgets/fixtures/words.ts';
import { dayRows } from '#widgets/insight/my-day/day-rows.ts';
import { type Me, readDay, readMayDecide, readMe, scopeOf } from '#widgets/insight/my-day/read-day.ts';
import { readFormIds } from '#widgets/shared/api/form-ids.ts';
import { buildSite, expectDone, type Ground, openGround, reserve, type Site, sign } from './ground.ts';

const SALES = 'Keyturn Sales';
const MANAGER = 'Keyturn Sales manager';

describe('my day', () => {
  let ground: Ground;
  let site: Site;

  const memberOf = (roleLabel: string) => {
    const found = ground.workspace.members.find((one) => one.roleLabel === roleLabel);
    if (found === undefined) throw new Error(`Nobody has the role ${roleLabel}`);
    return found;
  };
  const create = (plural: string, type: string, data: object) =>
    ground.client.graphql(
      `mutation ($data: [${type}CreateInput!]!) { create${plural}(data: $data) { id } }`,
      {
        data: [data],
      },
    );

  beforeAll(async () => {
    ground = await openGround();
    site = await buildSite(ground.client, { units: 4, buyers: 1 });
    const sales = ground.as(SALES);
    const [unitId = '', reservedId = '', soldId = ''] = site.unitIds;
    const requestId = randomUUID();
    expectDone(await sales.command('deal', 'hold-unit', { requestId, unitId, forWhom: 'Ada' }));
    expectDone(await reserve(sales, reservedId, site.buyerIds[0] ?? ''));
    const sold = expectDone(await reserve(sales, soldId, site.buyerIds[0] ?? ''));
    const contract = expectDone(await sign(sales, site, sold.reservationId));
    const { id: salesId } = memberOf(SALES);
    const { id: leaderId } = memberOf(MANAGER);
    await create('KeyturnTeamMembers', 'KeyturnTeamMember', {
      name: 'Sam',
      team: 'North',
      memberId: salesId,
    });
    await create('KeyturnTeamMembers', 'KeyturnTeamMember', {
      name: 'Lead',
      team: 'North',
      memberId: leaderId,
      leads: true,
    });
    const dueAt = new Date(Date.now() - 60_000).toISOString();
    await create('Tasks', 'Task', { title: 'Call Lin', dueAt, status: 'TODO', assigneeId: salesId });
    await create('Tasks', 'Task', { title: 'Done long ago', dueAt, status: 'DONE', assigneeId: salesId });
    const payBy = dateIn(new Date(), 'UTC');
    expectDone(
      await ground.client.command('ledger', 'record-promise', {
        requestId: randomUUID(),
        contractId: contract.contractId,
        amount: '100.00',
        payBy,
      }),
    );
  });
  afterAll(() => ground.close());
  beforeEach(() => actAs(SALES));
  afterEach(() => vi.unstubAllEnvs());

  function actAs(roleLabel: string) {
    vi.stubEnv('TWENTY_API_URL', ground.workspace.url);
    vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', ground.workspace.widgetToken(memberOf(roleLabel).id));
  }

  async function dayOf(roleLabel: string, isTeam = false) {
    actAs(roleLabel);
    const me = (await readMe(memberOf(roleLabel).userId)) as Me;
    const now = new Date();
    const scope = scopeOf(me, isTeam, now);
    const { records, groups, isWhole } = await readDay(scope);
    const mayDecide = await readMayDecide(records.approvals, me.memberId);
    const { memberIds } = scope;
    const rows = dayRows(records, { now, timeZone: me.timeZone, memberIds, mayDecide, words: ENGLISH });
    return { me, rows, groups, isWhole, said: rows.map(({ list, step }) => `${list} ${step.label}`) };
  }

  it('tells a salesperson their hold, reservation, promise and task, and no more', async () => {
    const { said, isWhole, me } = await dayOf(SALES);
    expect(said).toEqual([
      'TERMS Reserve',
      'TERMS Sign contract',
      'PROMISES See details',
      'TASKS See details',
    ]);
    expect(isWhole).toBe(true);
    expect(me).toMatchObject({ ledIds: [], currency: 'EUR' });
  });

  it('a leader has nothing of their own, and everything of the team', async () => {
    expect((await dayOf(MANAGER)).said).toEqual([]);
    const { rows, me } = await dayOf(MANAGER, true);
    expect(rows).toHaveLength(4);
    expect(rows[0]?.owner).toContain('Sales');
    expect(me.ledIds).toHaveLength(2);
  });

  it('the month counts what was signed', async () => {
    const { groups, me } = await dayOf(SALES);
    expect(groups).toMatchObject([{ memberId: me.memberId, count: 1, cancelledIn: null }]);
  });

  it('an approval is to be decided by who may, and by nobody else', async () => {
    const { edges } = (
      await ground.client.graphql<{ keyturnContracts: { edges: { node: { id: string } }[] } }>(
        '{ keyturnContracts(first: 1) { edges { node { id } } } }',
      )
    ).keyturnContracts;
    expectDone(
      await ground.as('Keyturn Finance').command('system', 'ask-approval', {
        requestId: randomUUID(),
        command: 'cancel-contract',
        input: {
          contractId: edges[0]?.node.id,
          kind: 'MUTUAL',
          cancelledOn: dateIn(new Date(), 'UTC'),
          reason: 'Both agree',
        },
        reason: 'Both agree',
      }),
    );
    expect((await dayOf('Keyturn Finance manager')).said).toEqual(['DECIDE Decide']);
    expect((await dayOf('Keyturn Finance')).said).toEqual(['ASKED See details']);
    expect((await dayOf(MANAGER)).said).toEqual([]);
  });

  it('asks four times at most, an approval waiting', async () => {
    const asked = vi.spyOn(globalThis, 'fetch');
    await dayOf('Keyturn Finance manager');
    expect(asked.mock.calls.length).toBeLessThanOrEqual(4);
    asked.mockRestore();
  });

  it('the forms of its steps are found by their identifiers', async () => {
    expect((await readFormIds()).size).toBeGreaterThan(20);
  });
});
