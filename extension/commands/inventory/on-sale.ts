/**
 * Puts units on sale and takes them off again, many at a time.
 *
 * Changes: the state of units. Guard: a claim on each unit, taken only while its state allows the change. A
 * unit's state follows its lock (C3): a unit that somebody takes at the very moment of a withdrawal is given
 * back to them. After a crash: some units are done; the same request again does the rest.
 */
import { derivedState, permitOf, type ReleaseProject, type UnitState } from '#domain/inventory/index.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Run } from '../system/command.ts';
import { inBatches } from './unit-prices.ts';

export type UnitToRelease = Loaded<'unit', { project: true; building: true }>;

type Work = Pick<Run, 'store' | 'now' | 'requestId'>;

const RELEASABLE: readonly UnitState[] = ['PLANNED', 'CONTROLLED'];
/** A hold or a freeze that came after the claim is left alone. */
const ON_THE_WAY_OUT: readonly UnitState[] = [...RELEASABLE, 'AVAILABLE'];
const WITHDRAWABLE: readonly UnitState[] = ['PLANNED', 'AVAILABLE'];

/** The permits that count for these units (D6), each once. */
export function permitsOf(units: readonly UnitToRelease[]): ReleaseProject[] {
  const permits = units.flatMap(({ project, building }) =>
    project === null ? [] : [permitOf(project, building)],
  );
  return [...new Map(permits.map((permit) => [`${permit.name} ${permit.permitNumber}`, permit])).values()];
}

/** Resolves to how many are on sale now. */
export async function putOnSale({ store, now, requestId }: Work, ids: readonly string[]): Promise<number> {
  let released = 0;
  for (const batch of inBatches(ids)) {
    await store.changeWhere(
      'unit',
      { id: { in: batch }, state: { in: RELEASABLE } },
      { claimKey: requestId },
    );
    const to = { state: 'AVAILABLE', heldAs: null, holder: '', heldUntil: null } as const;
    const mine = { id: { in: batch }, claimKey: requestId, state: { in: ON_THE_WAY_OUT } };
    const done = await store.changeWhere('unit', mine, { ...to, releasedAt: now.toISOString() });
    released += done.length;
  }
  return released;
}

export type Withdrawn = { withdrawn: number; taken: { unit: string; holder: string }[] };

/** Who takes a unit leaves its lock before its state: so the locks are looked at before and after. */
export async function takeOffSale(work: Work, units: readonly RecordOf<'unit'>[]): Promise<Withdrawn> {
  const all: Withdrawn = { withdrawn: 0, taken: [] };
  for (const batch of inBatches(units)) {
    const { withdrawn, taken } = await withdrawBatch(work, batch);
    all.withdrawn += withdrawn;
    all.taken.push(...taken);
  }
  return all;
}

async function withdrawBatch(
  { store, requestId }: Work,
  batch: readonly RecordOf<'unit'>[],
): Promise<Withdrawn> {
  const ids = batch.map(({ id }) => id);
  const before = await locksOf(store, ids);
  const free = ids.filter((id) => !before.has(id));
  let done: string[] = [];
  if (free.length > 0) {
    const claim = { claimKey: requestId };
    await store.changeWhere('unit', { id: { in: free }, state: { in: WITHDRAWABLE } }, claim);
    const to = { state: 'CONTROLLED', heldAs: null, holder: '', heldUntil: null, releasedAt: null } as const;
    done = await store.changeWhere(
      'unit',
      { id: { in: free }, claimKey: requestId, state: { in: ON_THE_WAY_OUT } },
      to,
    );
  }
  const after = await locksOf(store, done);
  for (const lock of after.values()) await giveBack({ store, requestId }, lock);
  const nameOf = new Map(batch.map(({ id, name }) => [id, name]));
  const taken = [...before, ...after].map(([id, { holderName }]) => ({
    unit: nameOf.get(id) ?? '',
    holder: holderName,
  }));
  return { withdrawn: done.length - after.size, taken };
}

async function locksOf(
  store: Work['store'],
  ids: readonly string[],
): Promise<Map<string, RecordOf<'unitLock'>>> {
  if (ids.length === 0) return new Map();
  const { locks } = await store.read({ locks: { object: 'unitLock', filter: { lockKey: { in: ids } } } });
  return new Map(locks.map((lock) => [lock.lockKey, lock]));
}

/** Only while our claim stands: whoever took the unit clears it when they write its state themselves. */
async function giveBack({ store, requestId }: Omit<Work, 'now'>, lock: RecordOf<'unitLock'>): Promise<void> {
  const { lockKey, holderName: holder, heldUntil } = lock;
  const state = derivedState('AVAILABLE', lock);
  const to = { state, heldAs: null, holder, heldUntil, releasedAt: null };
  await store.changeWhere('unit', { id: lockKey, claimKey: requestId }, to);
}
