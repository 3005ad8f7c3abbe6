/** C4, issue 6: the last place and the key set through the doors that people use, on both targets. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CommandAnswer,
  readAll,
  type WorkspaceClient,
  workspaceClient,
} from '#scripts/shared/workspace-client.ts';
import { batchTerms, startsOf } from './appointment-site.ts';
import { buildSite, expectDone, type Ground, openGround, sell } from './ground.ts';

const url = process.env.KEYTURN_TWENTY_URL;
const key = process.env.KEYTURN_TWENTY_API_KEY;

type Handover = { id: string; contractId: string; state: string; slotKey: string };
type Home = { contractId: string; isReady: boolean; items: { code: string; state: string }[] };

const give = (client: WorkspaceClient, name: string, input: Record<string, unknown>) =>
  client.command('handover', name, { requestId: randomUUID(), ...input });

const codes = (answers: readonly CommandAnswer<unknown>[]) =>
  answers.map((answer) => (answer.ok ? 'done' : answer.code)).sort();

const readHandovers = (client: WorkspaceClient, contractIds: readonly string[]) =>
  readAll<Handover>(client, 'keyturnHandovers', 'KeyturnHandover', 'id contractId state slotKey', {
    contractId: { in: contractIds },
  });

async function threeHomes(client: WorkspaceClient) {
  const site = await buildSite(client, { units: 3, buyers: 3 });
  const contractIds: string[] = [];
  for (const index of [0, 1, 2]) contractIds.push((await sell(client, site, index)).contractId);
  const terms = batchTerms({ capacity: 1 });
  expectDone(await give(client, 'open-handover-batch', { buildingId: site.buildingId, ...terms }));
  return { site, contractIds, slots: startsOf(terms) };
}

/** Three buyers, one place: told apart by the place's own key, not by counting. */
async function threeClerksOnePlace(client: WorkspaceClient) {
  const { contractIds, slots } = await threeHomes(client);
  const invited = await readHandovers(client, contractIds);
  expect(invited.map(({ state }) => state)).toEqual(['NOTIFIED', 'NOTIFIED', 'NOTIFIED']);
  const [slotAt] = slots;
  const answers = await Promise.all(
    invited.map(({ id: handoverId }) => give(client, 'book-handover', { handoverId, slotAt })),
  );
  expect(codes(answers)).toEqual(['SLOT_TAKEN', 'SLOT_TAKEN', 'done']);
  for (const answer of answers)
    if (!answer.ok) expect(answer.facts.free).toContain(slots[1]?.slice(0, 16).replace('T', ' '));
  const now = await readHandovers(client, contractIds);
  expect(now.map(({ state }) => state).sort()).toEqual(['BOOKED', 'NOTIFIED', 'NOTIFIED']);
}

/** The keys of a home that is not ready stay where they are, and the list says the same as the refusal. */
async function blockedNamesWhatIsMissing(client: WorkspaceClient) {
  const { site, contractIds } = await threeHomes(client);
  const [contractId = ''] = contractIds;
  const unitId = site.unitIds[0];
  expectDone(await give(client, 'report-snag', { unitId, title: 'No water', severity: 'BLOCKING' }));
  const { homes } = expectDone(
    await client.command<{ homes: Home[] }>('handover', 'handover-readiness', {
      requestId: randomUUID(),
      recordId: contractId,
    }),
  );
  const missing = homes[0]?.items.filter(({ state }) => state === 'MISSING').map(({ code }) => code) ?? [];
  expect(missing).toContain('BLOCKING_SNAGS');
  expect(missing).toContain('DUES');
  const keys = { contractId, handedOverOn: new Date().toISOString().slice(0, 10), receivedBy: 'Mei Lin' };
  const refused = await give(client, 'hand-over', { ...keys, keySets: 1, identityChecked: true });
  expect(refused).toMatchObject({ ok: false, code: 'HANDOVER_NOT_READY' });
  if (refused.ok) return;
  const named = (refused.facts.missing as { item: string }[]).map(({ item }) => item);
  expect(named).toContain('BLOCKING_SNAGS');
  expect(named.filter((item) => !missing.includes(item))).toEqual([]);
}

async function keysOnce(client: WorkspaceClient) {
  const site = await buildSite(client, { units: 1, buyers: 1 });
  const [unitId] = site.unitIds;
  const counted = await give(client, 'count-keys', { unitId, sets: [{ kind: 'DOOR_KEYS', pieces: 3 }] });
  const { keySetIds } = expectDone(counted);
  const answers = await Promise.all(
    ['Ada', 'Bo', 'Cy', 'Di'].map((handedTo) =>
      give(client, 'move-keys', { keySetIds, action: 'HAND_OVER', handedTo }),
    ),
  );
  expect(codes(answers)).toEqual(['KEYS_NOT_THERE', 'KEYS_NOT_THERE', 'KEYS_NOT_THERE', 'done']);
  expect(
    codes([await give(client, 'move-keys', { keySetIds, action: 'HAND_OVER', handedTo: 'Ed' })]),
  ).toEqual(['KEYS_NOT_THERE']);
}

const FACTS: [string, (client: WorkspaceClient) => Promise<void>][] = [
  [
    'three clerks book the one place of a slot at once: one gets it, two are told of free times',
    threeClerksOnePlace,
  ],
  ['a home that is not ready is refused with what its list names as missing', blockedNamesWhatIsMissing],
  ['a key set is handed out once: at once and afterwards', keysOnce],
];

describe('handover through the doors of the embedded workspace', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground.close());
  it.each(FACTS)('%s', (_, fact) => fact(ground.client));
});

describe.runIf(url !== undefined && key !== undefined)(
  'handover through the doors of the real server',
  () => {
    it.each(FACTS)('%s', { timeout: 240_000 }, (_, fact) => fact(workspaceClient(url ?? '', key ?? '')));
  },
);
