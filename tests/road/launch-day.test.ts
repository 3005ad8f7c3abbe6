/** E21.1 to E21.5 on launch day, really in parallel: on the embedded workspace, and on a real Twenty when given. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAll, type WorkspaceClient, workspaceClient } from '#scripts/shared/workspace-client.ts';
import { type Ground, openGround } from './ground.ts';
import {
  approveTwice,
  HOMES,
  holdingsOf,
  PARKING,
  payDeposits,
  type Rush,
  reserveWhileHoldsEnd,
  rush,
  signWhileExpiring,
  wrongHoldings,
} from './launch-day.ts';

const url = process.env.KEYTURN_TWENTY_URL;
const key = process.env.KEYTURN_TWENTY_API_KEY;
const userToken = process.env.KEYTURN_TWENTY_USER_TOKEN;
const LONG = { timeout: 900_000 };

type Place = {
  client: WorkspaceClient;
  /** Somebody else, who approves. On a real server a user's token; without one nobody can. */
  approver: WorkspaceClient | null;
  repair(): Promise<void>;
  close(): Promise<void>;
};

const places: { name: string; open(): Promise<Place> }[] = [
  {
    name: 'the embedded workspace',
    async open() {
      const ground: Ground = await openGround();
      const jobs = ['keyturn-expire-reservations', 'keyturn-resume-commands', 'keyturn-check-units'];
      return {
        client: ground.client,
        approver: workspaceClient(ground.workspace.url, ground.workspace.adminToken),
        async repair() {
          for (const job of jobs) await ground.workspace.runCron(job);
        },
        close: () => ground.close(),
      };
    },
  },
  ...(url && key
    ? [
        {
          name: 'a real Twenty',
          // Its own cron runs the jobs; what they would mend is not waited for, so nothing may need mending.
          open: async () => ({
            client: workspaceClient(url, key),
            approver: userToken ? workspaceClient(url, userToken) : null,
            repair: async () => {},
            close: async () => {},
          }),
        },
      ]
    : []),
];

describe.each(places)('launch day on $name', ({ open }) => {
  let place: Place;
  let day: Rush;
  beforeAll(async () => {
    place = await open();
    day = await rush(place.client);
  }, LONG.timeout);
  afterAll(() => place.close());

  it('E21.1: every unit ends with at most one live deal, and its lock and state say so', LONG, async () => {
    const holdings = await holdingsOf(place.client, day.site);
    expect(holdings.units).toHaveLength(HOMES + PARKING);
    expect(wrongHoldings(holdings)).toEqual([]);
    const live = holdings.reservations.filter(({ state }) => state === 'ACTIVE').map(({ id }) => id);
    expect([...day.won.values()].flat().sort()).toEqual(live.sort());
    // Far more people than homes: next to all homes are gone.
    expect(live.length).toBeGreaterThan(HOMES * 0.9);
  });

  it('every refusal says who has the unit and until when', () => {
    expect(day.refusals.length).toBeGreaterThan(100);
    for (const { code, facts, message } of day.refusals) {
      // Of two at the very same moment the loser may meet a lock whose holder is being released again.
      expect(['UNIT_TAKEN', 'BUSY']).toContain(code);
      if (code === 'BUSY') continue;
      expect(facts.holder).toMatch(/^Buyer \d+$/);
      expect(Date.parse(String(facts.until))).toBeGreaterThan(Date.now());
      expect(message).toContain(String(facts.holder));
    }
    const busy = day.refusals.filter(({ code }) => code === 'BUSY').length;
    expect(busy).toBeLessThan(day.refusals.length / 10);
  });

  it('E21.2: of home and parking both are reserved or none, whichever was named first', LONG, async () => {
    const { reservations } = await holdingsOf(place.client, day.site);
    const bundles = new Map<string, number>();
    for (const { bundleKey, state } of reservations)
      if (bundleKey && state === 'ACTIVE') bundles.set(bundleKey, (bundles.get(bundleKey) ?? 0) + 1);
    expect(bundles.size).toBeGreaterThan(0);
    expect([...new Set(bundles.values())]).toEqual([2]);
    const wonByTwo = [...day.won.values()].filter((ids) => ids.length === 2);
    expect(wonByTwo).toHaveLength(bundles.size);
  });

  it('E21.3: every deposit is one receipt, however often it is sent', LONG, async () => {
    const reservationIds = await payDeposits(place.client, day);
    const receipts: { reservationId: string }[] = [];
    for (let start = 0; start < reservationIds.length; start += 50) {
      const some = { reservationId: { in: reservationIds.slice(start, start + 50) } };
      receipts.push(
        ...(await readAll<{ reservationId: string }>(
          place.client,
          'keyturnReceipts',
          'KeyturnReceipt',
          'reservationId',
          some,
        )),
      );
    }
    expect(receipts.map(({ reservationId }) => reservationId).sort()).toEqual([...reservationIds].sort());
  });

  it('E21.5: signed or ended, never both, when both happen at the same moment', LONG, async () => {
    const { site, outcomes } = await signWhileExpiring(place.client, 20);
    expect(outcomes.both).toBe(0);
    await place.repair();
    const holdings = await holdingsOf(place.client, site);
    expect(holdings.contracts.filter(({ state }) => state === 'SIGNED')).toHaveLength(outcomes.signed);
    // What neither did in time has ended by itself: the lock's time is over, so it holds nobody off.
    const over = holdings.locks.filter(({ heldUntil }) => heldUntil && Date.parse(heldUntil) < Date.now());
    const keys = new Set(over.map(({ lockKey }) => lockKey));
    const settled = { ...holdings, units: holdings.units.filter(({ id }) => !keys.has(id)) };
    expect(wrongHoldings(settled)).toEqual([]);
  });

  it(
    'E21.5: a hold that ends while it is reserved is one or the other, and the unit somebody’s or free',
    LONG,
    async () => {
      const { site, holdIds, reservedUnits } = await reserveWhileHoldsEnd(place.client, 20);
      await place.repair();
      const holdings = await holdingsOf(place.client, site);
      expect(holdings.reservations.filter(({ state }) => state === 'ACTIVE')).toHaveLength(reservedUnits);
      const holds = await readAll<{ state: string }>(
        place.client,
        'keyturnUnitHolds',
        'KeyturnUnitHold',
        'state',
        {
          id: { in: holdIds },
        },
      );
      for (const { state } of holds) expect(['TAKEN', 'EXPIRED']).toContain(state);
      const over = holdings.locks.filter(({ heldUntil }) => heldUntil && Date.parse(heldUntil) < Date.now());
      const keys = new Set(over.map(({ lockKey }) => lockKey));
      const settled = { ...holdings, units: holdings.units.filter(({ id }) => !keys.has(id)) };
      expect(wrongHoldings(settled)).toEqual([]);
    },
  );

  it('an approval that is decided four times at once is carried out once', LONG, async ({ skip }) => {
    if (place.approver === null) return skip();
    const { site, contractIds, carriedOut } = await approveTwice(place.client, place.approver, 8);
    expect(carriedOut).toBe(contractIds.length);
    const { contracts, locks, units } = await holdingsOf(place.client, site);
    expect(contracts.map(({ state }) => state)).toEqual(contractIds.map(() => 'CANCELLED'));
    expect(locks).toEqual([]);
    expect(new Set(units.map(({ state }) => state))).toEqual(new Set(['CONTROLLED']));
    const changes = await readAll<{ contractId: string }>(
      place.client,
      'keyturnContractChanges',
      'KeyturnContractChange',
      'contractId',
      { contractId: { in: contractIds } },
    );
    expect(changes.map(({ contractId }) => contractId).sort()).toEqual([...contractIds].sort());
  });

  it('no unit stays locked by nobody after the repair job', LONG, async () => {
    await place.repair();
    expect(wrongHoldings(await holdingsOf(place.client, day.site))).toEqual([]);
  });
});
