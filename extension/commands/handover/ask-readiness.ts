/** Question: what is missing before homes can be handed over, of one contract or of a batch or building. Reads only. */
import * as z from 'zod/mini';
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { DELIVERED_STATES, missingOf, type ReadinessItem } from '#domain/handover/index.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
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

export type HomeReadiness = {
  contractId: string;
  contract: string;
  unit: string;
  buyer: string;
  handoverId: string | null;
  /** Of the handover; null while there is none. */
  state: string | null;
  isDelivered: boolean;
  isReady: boolean;
  items: ReadinessItem[];
};

type Answer = { homes: HomeReadiness[]; count: number; next: number | null };

export const handoverReadiness: Question<z.infer<typeof schema>, Answer> = {
  name: 'handover-readiness',
  room: 'handover',
  rights: ['handOver', 'keepAccounts', 'sell'],
  schema,

  async answer({ store, clock }, { recordId: id, after = 0 }): Promise<Decision<Answer>> {
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
  const items = itemsOf(home, dateIn(now, unit?.project?.timeZone || 'UTC'));
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
  };
}
