/** Question: what is missing before homes can be handed over, of one contract or of a batch or building. Reads only. */
import * as z from 'zod/mini';
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import {
  DELIVERED_STATES,
  type HomeReadiness,
  missingOf,
  type ReadinessAnswer,
} from '#domain/handover/index.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { wallTime } from '#domain/shared/wall-time.ts';
import type { RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { recordId } from '../system/input.ts';
import type { Question } from '../system/question.ts';
import { itemsOf, MOST_CONTRACTS, type ReadinessSnapshot, readReadiness } from './readiness-of.ts';

const schema = z.object({
  /** A contract, a handover, a handover batch or a building. */
  recordId,
  /** How many of them were answered before. */
  after: z.optional(z.int().check(z.gte(0))),
});

export const handoverReadiness: Question<z.infer<typeof schema>, ReadinessAnswer> = {
  name: 'handover-readiness',
  room: 'handover',
  rights: ['handOver', 'keepAccounts', 'sell'],
  schema,

  async answer({ store, clock }, { recordId: id, after = 0 }): Promise<Decision<ReadinessAnswer>> {
    const contractIds = await contractsOf(store, id);
    if (contractIds === null)
      return refuse({ code: 'NOT_FOUND', what: 'contract, handover, batch or building', id });
    const some = contractIds.slice(after, after + MOST_CONTRACTS);
    const homes = some.length === 0 ? [] : await readReadiness(store, some);
    const placeOf = new Map(some.map((one, index) => [one, index]));
    const ordered = [...homes].sort(
      (a, b) => (placeOf.get(a.contract.id) ?? 0) - (placeOf.get(b.contract.id) ?? 0),
    );
    const next = after + some.length < contractIds.length ? after + some.length : null;
    const now = clock.now();
    return { plan: { homes: ordered.map((home) => homeOf(home, now)), count: contractIds.length, next } };
  },
};

/** The contracts that an id stands for, in an order that stays; null when it is none of these. */
async function contractsOf(store: Store, id: string): Promise<string[] | null> {
  const { contracts, handovers, batches, buildings, inBatch, inBuilding } = await store.read({
    contracts: { object: 'contract', filter: { id } },
    handovers: { object: 'handover', filter: { id } },
    batches: { object: 'handoverBatch', filter: { id } },
    buildings: { object: 'building', filter: { id } },
    inBatch: { object: 'handover', filter: { batchId: id }, with: { unit: true } },
    inBuilding: {
      object: 'contract',
      filter: { unit: { buildingId: id }, state: { in: LIVE_CONTRACT_STATES } },
      with: { unit: true },
    },
  });
  const byUnit = <R extends { unit: { name: string } | null }>(rows: readonly R[]) =>
    [...rows].sort((a, b) => ((a.unit?.name ?? '') < (b.unit?.name ?? '') ? -1 : 1));
  if (contracts.length > 0) return [id];
  if (handovers[0] !== undefined) return handovers.flatMap(({ contractId }) => contractId ?? []);
  if (batches.length > 0) return byUnit(inBatch).flatMap(({ contractId }) => contractId ?? []);
  return buildings.length > 0 ? byUnit(inBuilding).map((contract) => contract.id) : null;
}

function homeOf(home: ReadinessSnapshot, now: Date): HomeReadiness {
  const { contract, handover } = home;
  const { unit, buyer, company } = contract;
  const zone = unit?.project?.timeZone || 'UTC';
  const items = itemsOf(home, dateIn(now, zone));
  return {
    contractId: contract.id,
    contract: contract.name,
    unit: unit?.name ?? '',
    buyer: buyer?.name || company?.name || '',
    handoverId: handover?.id ?? null,
    state: handover?.state ?? null,
    isDelivered: handover !== null && DELIVERED_STATES.includes(handover.state),
    isReady: missingOf(items).length === 0,
    items,
    appointment: handover && appointmentOf(handover, home.batch, zone, now),
  };
}

function appointmentOf(
  handover: RecordOf<'handover'>,
  batch: RecordOf<'handoverBatch'> | null,
  zone: string,
  now: Date,
): HomeReadiness['appointment'] {
  const { state, slotAt, slotEndsAt, deferredAmount, deferredUntil } = handover;
  const isDeferred = deferredAmount !== null && deferredUntil !== null;
  return {
    batch: batch?.name ?? '',
    batchState: batch?.state ?? '',
    slot: slotAt === null || state === 'NOTIFIED' ? null : wallTime(new Date(slotAt), zone),
    isSlotOver: slotEndsAt !== null && Date.parse(slotEndsAt) <= now.getTime(),
    noShows: handover.noShows ?? 0,
    proxyName: handover.proxyName,
    identityCheckedBy: handover.identityCheckedBy,
    deferral: isDeferred
      ? `${formatMoney(deferredAmount)} ${deferredAmount.currency} · ${deferredUntil} · ${handover.deferralApprovedBy}`
      : null,
    deemedOn: handover.deemedOn,
    handedOverOn: handover.handedOverOn,
    linkVersion: handover.linkVersion ?? 0,
  };
}
