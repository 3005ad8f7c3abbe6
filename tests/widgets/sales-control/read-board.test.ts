import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PROJECT, TOWER, tower } from '#tests/widgets/fixtures/tower.ts';
import {
  readBuilding,
  readChangedUnits,
  readPlaces,
  readUnit,
  readUnits,
} from '#widgets/inventory/sales-control/read-board.ts';
import { readDeal } from '#widgets/inventory/sales-control/read-deal.ts';

const records = tower().slice(0, 200);
let documents: string[];

const connection = (nodes: readonly unknown[]) => ({
  edges: nodes.map((node) => ({ node })),
  pageInfo: { hasNextPage: false, endCursor: null },
  totalCount: nodes.length,
});

beforeEach(() => {
  documents = [];
  vi.stubEnv('TWENTY_API_URL', 'https://crm.test');
  vi.stubGlobal('fetch', async (_url: string, init: { body: string }) => {
    documents.push((JSON.parse(init.body) as { query: string }).query);
    return Response.json({
      data: {
        keyturnProjects: connection([PROJECT]),
        keyturnBuildings: connection([{ ...TOWER, project: PROJECT }]),
        keyturnUnits: connection(records),
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

describe('a building of 200 units', () => {
  it('opens with two requests on the board’s own page', async () => {
    const { projects } = await readPlaces();
    const units = await readUnits({ projectId: projects[0]?.id ?? '', buildingId: TOWER.id });
    expect(documents).toHaveLength(2);
    expect(units).toHaveLength(200);
  });

  it('opens with one request on its record page', async () => {
    const { units, place } = await readBuilding(TOWER.id);
    expect(documents).toHaveLength(1);
    expect(units).toHaveLength(200);
    expect(place).toEqual({ projectId: PROJECT.id, buildingId: TOWER.id });
  });

  it('is refreshed by asking only for what changed since', async () => {
    await readChangedUnits({ projectId: PROJECT.id, buildingId: TOWER.id }, '2026-03-12T06:00:00.000Z');
    expect(documents[0]).toContain('updatedAt: { gte: "2026-03-12T06:00:00.000Z" }');
    expect(documents[0]).toContain(`buildingId: { eq: "${TOWER.id}" }`);
  });

  it('with a unit changed reads that one unit', async () => {
    await readUnit('u1');
    expect(documents[0]).toContain('filter: { id: { eq: "u1" } }');
  });
});

describe('what is asked of Twenty', () => {
  it('never has a root field twice in a document, nor the price that is not for everybody', async () => {
    await readPlaces();
    await readBuilding(TOWER.id);
    await readDeal('u1');
    for (const document of documents) {
      const roots = [...document.matchAll(/(keyturn\w+|people)\(/g)].map(([, root]) => root);
      expect(new Set(roots).size).toBe(roots.length);
      expect(document).not.toContain('floorPrice');
    }
  });

  it('cannot be changed by what a filter contains', async () => {
    await readUnit('" } }) { floorPrice } #');
    expect(documents[0]).toContain(String.raw`{ eq: "\" } }) { floorPrice } #" }`);
  });
});
