/**
 * A price list from the file to the prices and back through the HTTP doors (H2.2): on the embedded workspace, and
 * on a real Twenty, when given, with 5,000 rows. (In one process it is 5,000 everywhere: price-list-5000.test.ts.)
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAll, type WorkspaceClient, workspaceClient } from '#scripts/shared/workspace-client.ts';
import { openGround } from './ground.ts';
import { priceList } from './price-site.ts';

const url = process.env.KEYTURN_TWENTY_URL;
const key = process.env.KEYTURN_TWENTY_API_KEY;
const userToken = process.env.KEYTURN_TWENTY_USER_TOKEN;
const LONG = { timeout: 900_000 };

type Place = { client: WorkspaceClient; approver: WorkspaceClient; rows: number; close(): Promise<void> };

const places: { name: string; open(): Promise<Place> }[] = [
  {
    name: 'the embedded workspace',
    async open() {
      const ground = await openGround();
      const approver = workspaceClient(ground.workspace.url, ground.workspace.adminToken);
      return { client: ground.client, approver, rows: 450, close: () => ground.close() };
    },
  },
  ...(url && key && userToken
    ? [
        {
          name: 'a real Twenty',
          open: async () => ({
            client: workspaceClient(url, key),
            approver: workspaceClient(url, userToken),
            rows: 5_000,
            close: async () => {},
          }),
        },
      ]
    : []),
];

const BEFORE = 1_000_000;

type ReadAnswer = {
  priceSchemeId: string | null;
  rows: number;
  wrong: number;
  isKnown: boolean;
  problems: { row: number; code: string }[];
  counts: Record<string, number>;
};

describe.each(places)('a price list on $name', ({ open }) => {
  let place: Place;
  let projectId: string;
  beforeAll(async () => {
    place = await open();
    projectId = await buildUnits(place.client, place.rows);
  }, LONG.timeout);
  afterAll(() => place.close());

  const totals = () => Array.from({ length: place.rows }, (_, index) => `${BEFORE + index + 1}.00`);

  const read = async (lines: readonly string[]): Promise<ReadAnswer> => {
    const contentBase64 = Buffer.from(priceList(lines)).toString('base64');
    const body = { requestId: randomUUID(), projectId, contentBase64 };
    return done(await place.client.command<ReadAnswer>('files', 'read-price-list', body));
  };

  const prices = async () => {
    const rows = await readAll<{ number: string; listPrice: { amountMicros: number | string } }>(
      place.client,
      'keyturnUnits',
      'KeyturnUnit',
      'number listPrice { amountMicros }',
      { projectId: { eq: projectId } },
    );
    return rows
      .map(({ number, listPrice }): [number, number] => [
        Number(number),
        Number(listPrice.amountMicros) / 1e6,
      ])
      .sort(([a], [b]) => a - b)
      .map(([, price]) => price);
  };

  it('names a wrong row and makes nothing of the list', LONG, async () => {
    const lines = totals().map((total, index) => (index === 122 ? 'call us' : total));
    const answer = await read(lines);
    expect(answer).toMatchObject({ wrong: 1, priceSchemeId: null, rows: place.rows - 1 });
    // The header is row 1.
    expect(answer.problems).toMatchObject([{ row: 124, code: 'NOT_A_NUMBER' }]);
  });

  it(
    'becomes a scheme, is the same scheme when read again, gives the prices and takes them back',
    LONG,
    async () => {
      const first = await read(totals());
      expect(first).toMatchObject({ rows: place.rows, wrong: 0, isKnown: false });
      expect(first.counts).toMatchObject({ CHANGED: place.rows });
      const again = await read(totals());
      expect(again).toMatchObject({ priceSchemeId: first.priceSchemeId, isKnown: true });

      const { priceSchemeId } = first;
      const asked = await place.client.command<{ approvalId: string }>('system', 'ask-approval', {
        requestId: randomUUID(),
        command: 'activate-price-scheme',
        input: { priceSchemeId },
        reason: 'Spring prices',
      });
      const { approvalId } = done(asked);
      const decided = await place.approver.command<{ isCarriedOut: boolean }>('system', 'decide-approval', {
        requestId: randomUUID(),
        approvalId,
        decision: 'APPROVE',
      });
      expect(done(decided).isCarriedOut).toBe(true);
      expect(await prices()).toEqual(totals().map(Number));

      const undone = await place.client.command('inventory', 'undo-price-scheme', {
        requestId: randomUUID(),
        priceSchemeId,
        reason: 'Wrong file',
      });
      expect(done(undone)).toMatchObject({ putBack: place.rows, kept: 0 });
      expect(new Set(await prices())).toEqual(new Set([BEFORE]));
    },
  );
});

function done<A>(answer: { ok: true; result: A } | { ok: false; message: string }): A {
  if (!answer.ok) throw new Error(answer.message);
  return answer.result;
}

async function buildUnits(client: WorkspaceClient, count: number): Promise<string> {
  const [projectId, buildingId] = [randomUUID(), randomUUID()];
  const code = projectId.slice(0, 8);
  const create = (type: string, data: object) =>
    client.graphql(`mutation ($data: ${type}CreateInput!) { create${type}(data: $data) { id } }`, { data });
  await create('KeyturnProject', { id: projectId, name: `List ${code}`, code, currencyCode: 'EUR' });
  await create('KeyturnBuilding', { id: buildingId, name: `House ${code}`, code: 'A', projectId });
  const listPrice = { amountMicros: BEFORE * 1e6, currencyCode: 'EUR' };
  const units = Array.from({ length: count }, (_, index) => ({
    name: `${code}-${index + 1}`,
    number: String(index + 1),
    projectId,
    buildingId,
    areaSquareMetres: 100,
    listPrice,
  }));
  for (let from = 0; from < count; from += 200)
    await client.graphql(
      'mutation ($data: [KeyturnUnitCreateInput!]!) { createKeyturnUnits(data: $data) { id } }',
      { data: units.slice(from, from + 200) },
    );
  return projectId;
}
