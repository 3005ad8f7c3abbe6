import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PROJECT, TOWER, tower } from '#tests/widgets/fixtures/tower.ts';
import {
  type Asker,
  readChangedUnits,
  readGroups,
  readPlaces,
  readRecord,
  readUnit,
  readUnits,
} from '#widgets/inventory/sales-control/read-board.ts';
import { readDeal } from '#widgets/inventory/sales-control/read-deal.ts';
import { readViewer } from '#widgets/inventory/sales-control/viewer.ts';

const records = tower().slice(0, 200);
const place = { projectId: PROJECT.id, buildingId: TOWER.id };
let documents: string[];
let isProject: boolean;
let own: string[];
let rights: unknown;

const connection = (nodes: readonly unknown[]) => ({
  edges: nodes.map((node) => ({ node })),
  pageInfo: { hasNextPage: false, endCursor: null },
  totalCount: nodes.length,
});

beforeEach(() => {
  documents = [];
  isProject = false;
  own = [];
  rights = { data: { keyturnRights: connection([]) } };
  vi.stubEnv('TWENTY_API_URL', 'https://crm.test');
  vi.stubGlobal('fetch', async (_url: string, init: { body: string }) => {
    const { query } = JSON.parse(init.body) as { query: string };
    documents.push(query);
    if (query.includes('keyturnRights')) return Response.json(rights);
    return Response.json({
      data: {
        keyturnProjects: connection(isProject || !query.includes('keyturnUnits(') ? [PROJECT] : []),
        keyturnBuildings: connection([{ ...TOWER, project: PROJECT }]),
        keyturnUnits: connection(records),
        keyturnUnitsGroupBy: [],
        keyturnUnitHolds: connection(own.map((unitId) => ({ unitId }))),
        keyturnReservations: connection([]),
        keyturnContracts: connection([]),
      },
    });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

const asker = (): Asker => ({ userId: 'me', viewer: readViewer() });

describe('a building of 200 units', () => {
  it('opens with three requests on the board’s own page', async () => {
    const who = asker();
    const { projects } = await readPlaces();
    const units = await readUnits({ projectId: projects[0]?.id ?? '', buildingId: TOWER.id }, who);
    expect(documents).toHaveLength(3);
    expect(units).toHaveLength(200);
  });

  it('opens with two requests on its record page', async () => {
    const opened = await readRecord(TOWER.id, asker());
    expect(documents).toHaveLength(2);
    expect(opened).toMatchObject({ kind: 'BUILDING', place });
    expect(opened.kind === 'BUILDING' && opened.units).toHaveLength(200);
  });

  it('is refreshed by one request for what changed since', async () => {
    const who = { userId: 'me', viewer: Promise.resolve({ controlsSales: true }) };
    await readChangedUnits(place, '2026-03-12T06:00:00.000Z', who);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toContain('updatedAt: { gte: "2026-03-12T06:00:00.000Z" }');
    expect(documents[0]).toContain(`buildingId: { eq: "${TOWER.id}" }`);
  });

  it('with a unit changed reads that one unit', async () => {
    await readUnit('u1', { userId: null, viewer: Promise.resolve({ controlsSales: true }) });
    expect(documents).toHaveLength(1);
    expect(documents[0]).toContain('filter: { id: { eq: "u1" } }');
  });
});

describe('a project', () => {
  it('of any size opens with two requests on its record page, and three on the board’s own', async () => {
    isProject = true;
    const who = asker();
    expect(await readRecord(PROJECT.id, who)).toMatchObject({
      kind: 'PROJECT',
      place: { projectId: PROJECT.id, buildingId: null },
    });
    expect(documents).toHaveLength(2);
    await readPlaces();
    await readGroups(PROJECT.id);
    expect(documents).toHaveLength(4);
  });
});

describe('who may not control sales', () => {
  it('gets no name of a colleague’s buyer, and the own ones', async () => {
    const mine = records.find(({ holder }) => holder !== null);
    own = [mine?.id ?? ''];
    rights = { data: null, errors: [{ message: 'No', extensions: { code: 'FORBIDDEN' } }] };
    const units = await readUnits(place, asker());
    expect(units.filter(({ holder }) => holder !== null).map(({ id }) => id)).toEqual(own);
    expect(units.filter(({ isMine }) => isMine).map(({ id }) => id)).toEqual(own);
  });

  it('is not asked for by a broken answer: that fails', async () => {
    rights = { errors: [{ message: 'Database is away for lunch' }] };
    await expect(readUnits(place, asker())).rejects.toThrow('lunch');
  });

  it('of a colleague’s deal neither buyer nor money is asked for', async () => {
    await readDeal('u1', true);
    expect(documents[0]).not.toMatch(/buyer|price|deposit|forWhom|paid/);
    await readDeal('u1');
    expect(documents[1]).toMatch(/buyer .*|price/);
  });
});

describe('what is asked of Twenty', () => {
  it('never has a root field twice in a document, nor the price that is not for everybody', async () => {
    const who = asker();
    await readPlaces();
    await readRecord(TOWER.id, who);
    await readUnits(place, who);
    await readDeal('u1');
    for (const document of documents) {
      const roots = [...document.matchAll(/(keyturn\w+|people)\(/g)].map(([, root]) => root);
      expect(new Set(roots).size).toBe(roots.length);
      expect(document).not.toContain('floorPrice');
    }
  });

  it('cannot be changed by what a filter contains', async () => {
    await readUnit('" } }) { floorPrice } #', asker());
    expect(documents.join()).toContain(String.raw`{ eq: "\" } }) { floorPrice } #" }`);
  });
});
