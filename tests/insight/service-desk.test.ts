/** The service desk asks twice however much there is, counts as SQL does, and says the figures of the dashboard (F1). */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { outputFolder } from '#scripts/build/stage.ts';
import { openWorkspace, type Workspace } from '#scripts/workspace/index.ts';
import { readDesk, type Whose } from '#widgets/insight/service-desk/read-desk.ts';
import { fillBigGround, SMALL } from './big-ground.ts';
import { BOARDS } from './boards.ts';
import { readFigures } from './read.ts';

const OPEN = `('NEW', 'TRIAGED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_CUSTOMER', 'REOPENED')`;

describe('the service desk', () => {
  let workspace: Workspace;
  let me: { id: string; userId: string };
  let others: string[];

  beforeAll(async () => {
    workspace = await openWorkspace({ outputDir: outputFolder('legacy') });
    const members = await workspace.sql<{ id: string; userId: string }>(
      'SELECT id, "userId" FROM "workspaceMember" ORDER BY id',
    );
    const [first, ...rest] = members;
    if (first === undefined) throw new Error('nobody is there');
    me = first;
    others = rest.map(({ id }) => id);
    const today = new Date().toISOString().slice(0, 10);
    await fillBigGround(
      workspace,
      SMALL,
      today,
      members.map(({ id }) => id),
    );
    const team = (id: string) =>
      workspace.sql(`INSERT INTO "keyturnTeamMember" (id, name, "memberId", team) VALUES
        (gen_random_uuid(), 'x', '${id}', 'Desk')`);
    await team(me.id);
    await team(others[0] ?? '');
  }, 120_000);
  afterAll(() => workspace.close());
  afterEach(() => vi.unstubAllEnvs());

  async function read(userId: string, whose: Whose, now = Date.now()) {
    vi.stubEnv('TWENTY_API_URL', workspace.url);
    vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', workspace.apiKey);
    const asked = vi.spyOn(globalThis, 'fetch');
    try {
      const desk = await readDesk(userId, whose, now);
      return { desk, requests: asked.mock.calls.length };
    } finally {
      asked.mockRestore();
    }
  }

  const count = async (where: string) => {
    const [row] = await workspace.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM "keyturnServiceTicket" WHERE state IN ${OPEN} AND ${where}`,
    );
    return row?.count ?? 0;
  };

  it('counts mine, those of my team and those of nobody as SQL does, in two requests each', async () => {
    const mine = `"assigneeId" = '${me.id}'`;
    const teams = `"assigneeId" IN ('${me.id}', '${others[0]}')`;
    const wanted = {
      MINE: await count(mine),
      TEAM: await count(teams),
      UNASSIGNED: await count('"assigneeId" IS NULL'),
      ALL: await count('true'),
    };
    expect(wanted.TEAM).toBeGreaterThan(wanted.MINE);
    expect(wanted.ALL).toBeGreaterThan(wanted.TEAM);
    for (const whose of ['MINE', 'TEAM', 'UNASSIGNED', 'ALL'] as const) {
      const { desk, requests } = await read(me.userId, whose);
      expect(requests, whose).toBe(2);
      expect(desk?.counts).toEqual(wanted);
      expect(desk?.tickets, whose).toHaveLength(Math.min(200, wanted[whose]));
    }
  });

  it('says the same figures as the dashboard', async () => {
    const now = Date.now();
    const { figures } = await readFigures(workspace, BOARDS['service-figures'].board, { now });
    const { desk } = await read(me.userId, 'ALL', now);
    expect(figures.answered.whole).toBeGreaterThan(0);
    expect(desk?.figures).toEqual(figures);
  });

  it('is nobody’s who is no member of the workspace, after one request', async () => {
    const { desk, requests } = await read('20000000-0000-4000-8000-000000000000', 'MINE');
    expect(desk).toBeNull();
    expect(requests).toBe(1);
  });
});
