/**
 * Launch day (E21), over HTTP, on any workspace that has Keyturn: 200 buyers, 100 homes and 20 parking places,
 * bundles of both in crossed order, deposits sent again and again, reservations that end while they are signed.
 * Everybody who is refused tries the next unit, as people do.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CommandAnswer, readAll, type WorkspaceClient } from '#scripts/shared/workspace-client.ts';
import { buildSite, expectDone, type Site, sign, TODAY } from './ground.ts';

export const BUYERS = 200;
export const HOMES = 100;
export const PARKING = 20;
const MOST_TRIES = 6;
/** So many requests are under way at a time: the workers of a server are fewer than its buyers. */
const AT_ONCE = 200;

/**
 * As the forms do: a request of which nobody knows whether it was carried out is sent again as it is, because its
 * id makes that harmless.
 */
function insistent(client: WorkspaceClient): WorkspaceClient {
  return {
    ...client,
    async command(room, name, body) {
      for (let attempt = 1; ; attempt++) {
        const answer = await client.command<never>(room, name, body);
        if (answer.ok || answer.code !== 'ERROR' || attempt === 6) return answer;
        await sleep(300 * attempt);
      }
    },
  };
}

export type Refused = { code: string; message: string; facts: Record<string, unknown> };
export type Rush = {
  site: Site;
  homes: string[];
  parking: string[];
  /** Reservation ids by buyer: one, or two of a bundle. */
  won: Map<string, string[]>;
  refusals: Refused[];
};

/** Everybody at once; resolves when nobody tries any more. */
export async function rush(caller: WorkspaceClient): Promise<Rush> {
  const client = insistent(caller);
  const site = await buildSite(client, { units: HOMES + PARKING, buyers: BUYERS });
  const homes = site.unitIds.slice(0, HOMES);
  const parking = site.unitIds.slice(HOMES);
  const won: Rush['won'] = new Map();
  const refusals: Refused[] = [];
  await inParallel(site.buyerIds, AT_ONCE, async (buyerId, index) => {
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      const home = homes[(index * 7 + attempt * 13) % HOMES] ?? '';
      const space = parking[(index * 3 + attempt) % PARKING] ?? '';
      // Every fifth wants both, and every other of these names the parking place first (E21.2).
      const wanted = index % 5 > 0 ? [home] : index % 10 === 0 ? [home, space] : [space, home];
      const answer = await reserveAll(client, wanted, buyerId);
      if (answer.ok) {
        won.set(buyerId, answer.result.reservationIds);
        return;
      }
      refusals.push({ code: answer.code, message: answer.message, facts: answer.facts });
    }
  });
  return { site, homes, parking, won, refusals };
}

async function reserveAll(
  client: WorkspaceClient,
  unitIds: string[],
  buyerId: string,
): Promise<CommandAnswer<{ reservationIds: string[] }>> {
  const requestId = randomUUID();
  if (unitIds.length > 1) return client.command('deal', 'reserve-bundle', { requestId, unitIds, buyerId });
  const [unitId] = unitIds;
  const answer = await client.command<{ reservationId: string }>('deal', 'reserve-unit', {
    requestId,
    unitId,
    buyerId,
  });
  return answer.ok ? { ...answer, result: { reservationIds: [answer.result.reservationId] } } : answer;
}

/** E21.3: each deposit is sent five times at once, three of them as the very same request. */
export async function payDeposits(caller: WorkspaceClient, { won }: Rush): Promise<string[]> {
  const client = insistent(caller);
  const reservationIds = [...won.values()].flat();
  await inParallel(reservationIds, 20, async (reservationId) => {
    const same = randomUUID();
    const externalId = `deposit-${reservationId}`;
    const pay = (requestId: string) =>
      client.command('ledger', 'record-receipt', {
        requestId,
        reservationId,
        amount: '1000.00',
        method: 'GATEWAY',
        receivedOn: TODAY,
        externalId,
      });
    const answers = await Promise.all([same, same, same, randomUUID(), randomUUID()].map(pay));
    if (!answers.some(({ ok }) => ok)) throw new Error(`No deposit: ${JSON.stringify(answers[0])}`);
  });
  return reservationIds;
}

/**
 * E21.5: reservations that end at a moment, signed and expired at that moment by two people.
 * Resolves to how many became contracts and how many ended.
 */
export async function signWhileExpiring(caller: WorkspaceClient, count: number) {
  const client = insistent(caller);
  const site = await buildSite(client, { units: count, buyers: 1 });
  const [buyerId = ''] = site.buyerIds;
  const outcomes = { signed: 0, expired: 0, both: 0 };
  await inParallel(site.unitIds, count, async (unitId, index) => {
    const validUntil = new Date(Date.now() + 6_000 + index * 40).toISOString();
    const body = { requestId: randomUUID(), unitId, buyerId, validUntil };
    const reserved = await client.command<{ reservationId: string }>('deal', 'reserve-unit', body);
    const { reservationId } = expectDone(reserved);
    const expire = () =>
      client.command('deal', 'expire-reservation', { requestId: randomUUID(), reservationId });
    await sleep(Math.max(0, Date.parse(validUntil) - Date.now() - 30));
    const [signed, expired] = await Promise.all([
      sign(client, site, reservationId),
      sleep(32).then(expire),
      sleep(36).then(expire),
    ]);
    if (signed.ok) outcomes.signed++;
    if (expired.ok) outcomes.expired++;
    if (signed.ok && expired.ok) outcomes.both++;
  });
  return { site, outcomes };
}

/**
 * E21.5: holds that end at a moment, turned into reservations and expired at that moment by two people. Whoever
 * comes a moment after the end may find the unit free and reserve it all the same. Resolves to how many were
 * reserved.
 */
export async function reserveWhileHoldsEnd(caller: WorkspaceClient, count: number) {
  const client = insistent(caller);
  const site = await buildSite(client, { units: count, buyers: 1 });
  const [buyerId = ''] = site.buyerIds;
  const holdIds: string[] = [];
  let reservedUnits = 0;
  await inParallel(site.unitIds, count, async (unitId, index) => {
    const until = new Date(Date.now() + 6_000 + index * 40).toISOString();
    const hold = { requestId: randomUUID(), unitId, buyerId, kind: 'VIP', until };
    const { holdId } = expectDone(await client.command<{ holdId: string }>('deal', 'hold-unit', hold));
    await sleep(Math.max(0, Date.parse(until) - Date.now() - 30));
    holdIds.push(holdId);
    const [reserved] = await Promise.all([
      client.command('deal', 'reserve-unit', { requestId: randomUUID(), unitId, buyerId, holdId }),
      sleep(32).then(() => client.command('deal', 'expire-hold', { requestId: randomUUID(), holdId })),
    ]);
    if (reserved.ok) reservedUnits++;
  });
  return { site, holdIds, reservedUnits };
}

/**
 * Approvals that two click at the same moment, and one clicks twice: cancellations of as many contracts.
 * Resolves to how many of the decisions were carried out.
 */
export async function approveTwice(asker: WorkspaceClient, approver: WorkspaceClient, count: number) {
  const site = await buildSite(asker, { units: count, buyers: 1 });
  const contractIds: string[] = [];
  let carriedOut = 0;
  await inParallel(site.unitIds, 5, async (unitId) => {
    const reserved = await reserveAll(asker, [unitId], site.buyerIds[0] ?? '');
    const [reservationId = ''] = expectDone(reserved).reservationIds;
    const { contractId } = expectDone(await sign(asker, site, reservationId));
    contractIds.push(contractId);
    const input = { contractId, kind: 'MUTUAL', cancelledOn: TODAY, reason: 'Both agreed' };
    const asked = { requestId: randomUUID(), command: 'cancel-contract', input, reason: 'Both agreed' };
    const answer = await asker.command<{ approvalId: string }>('system', 'ask-approval', asked);
    const { approvalId } = expectDone(answer);
    const same = randomUUID();
    const decide = (requestId: string) =>
      approver.command<{ isCarriedOut: boolean }>('system', 'decide-approval', {
        requestId,
        approvalId,
        decision: 'APPROVE',
      });
    const decisions = await Promise.all([same, same, randomUUID(), randomUUID()].map(decide));
    // The same request twice is one decision with one answer.
    const [first, second, ...others] = decisions;
    if (first?.ok === true || second?.ok === true) carriedOut++;
    carriedOut += others.filter((one) => one.ok && one.result.isCarriedOut).length;
  });
  return { site, contractIds, carriedOut };
}

export type Lock = { lockKey: string; holderKind: string; holderId: string; heldUntil: string | null };
export type Deal = { id: string; unitId: string; state: string; bundleKey?: string | null };
export type Holdings = {
  units: { id: string; name: string; state: string; holder: string | null }[];
  locks: Lock[];
  reservations: Deal[];
  contracts: Deal[];
};

/** Who has what now, of these units. */
export async function holdingsOf(client: WorkspaceClient, { projectId }: Site): Promise<Holdings> {
  const ofProject = { unit: { projectId: { eq: projectId } } };
  const [units, locks, reservations, contracts] = await Promise.all([
    readAll<Holdings['units'][number]>(client, 'keyturnUnits', 'KeyturnUnit', 'id name state holder', {
      projectId: { eq: projectId },
    }),
    readAll<Lock>(client, 'keyturnUnitLocks', 'KeyturnUnitLock', 'lockKey holderKind holderId heldUntil', {
      and: [ofProject, { lockKey: { is: 'NOT_NULL' } }],
    }),
    readAll<Deal>(
      client,
      'keyturnReservations',
      'KeyturnReservation',
      'id unitId state bundleKey',
      ofProject,
    ),
    readAll<Deal>(client, 'keyturnContracts', 'KeyturnContract', 'id unitId state', ofProject),
  ]);
  return { units, locks: locks.filter(({ lockKey }) => lockKey !== ''), reservations, contracts };
}

const LIVE_RESERVATIONS = ['ACTIVE', 'PENDING_APPROVAL'];
const DEAD_CONTRACTS = ['CANCELLED', 'RESCINDED', 'TERMINATED'];

/** E21.1: what is wrong with who has what; empty when every home is sold at most once and kept by somebody. */
export function wrongHoldings({ units, locks, reservations, contracts }: Holdings): string[] {
  const wrong: string[] = [];
  const live = [
    ...reservations
      .filter(({ state }) => LIVE_RESERVATIONS.includes(state))
      .map((one) => ({ ...one, kind: 'RESERVATION' })),
    ...contracts
      .filter(({ state }) => !DEAD_CONTRACTS.includes(state))
      .map((one) => ({ ...one, kind: 'CONTRACT' })),
  ];
  for (const unit of units) {
    const deals = live.filter(({ unitId }) => unitId === unit.id);
    const own = locks.filter(({ lockKey }) => lockKey === unit.id);
    if (deals.length > 1) wrong.push(`${unit.name} has ${deals.length} live deals`);
    if (own.length > 1) wrong.push(`${unit.name} has ${own.length} locks`);
    const [deal] = deals;
    const [lock] = own;
    if (deal !== undefined && (lock?.holderId !== deal.id || lock.holderKind !== deal.kind))
      wrong.push(`${unit.name} is of ${deal.kind} ${deal.id}, its lock of ${lock?.holderKind ?? 'nobody'}`);
    if (deal === undefined && lock !== undefined) wrong.push(`${unit.name} is locked by nobody`);
    const expected =
      deal === undefined ? 'AVAILABLE' : deal.kind === 'CONTRACT' ? 'CONTRACTED' : 'LARGE_RESERVED';
    if (unit.state !== expected) wrong.push(`${unit.name} is ${unit.state} instead of ${expected}`);
  }
  return wrong;
}

/** Each item once, at most so many at a time. */
export async function inParallel<T>(
  items: readonly T[],
  most: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
}
