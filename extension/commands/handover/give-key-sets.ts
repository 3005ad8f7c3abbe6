/**
 * Counted key sets that go to the buyer with the home.
 *
 * Changes: so many sets from the store, in the order of their numbers, are with the buyer and signed for. Guard:
 * each set's state and signature; a set that somebody else takes at that moment stays theirs.
 * After a crash: those that went already are of this handover; the others follow with the same request.
 */
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Run } from '../system/command.ts';

type KeySet = RecordOf<'keySet'>;

/** Resolves to the ids of the sets that are with the buyer now, at most so many as were said to be given. */
export async function giveKeySets(
  run: Run,
  sets: readonly KeySet[],
  { handoverId, handedTo, keySets }: { handoverId: string; handedTo: string; keySets: number },
): Promise<string[]> {
  const given = sets
    .filter((set) => set.state === 'HANDED_OVER' && set.handoverId === handoverId)
    .map(({ id }) => id);
  const inStore = sets
    .filter(({ state }) => state === 'IN_STORE')
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const to = { state: 'HANDED_OVER', handedTo, handoverId, signedAt: run.now.toISOString() } as const;
  for (const set of inStore) {
    if (given.length >= keySets) break;
    const asItWas = { id: set.id, state: set.state, signedAt: exactly(set.signedAt) };
    const moved = await run.store.changeWhere('keySet', asItWas, { ...sealedFields('keySet', set), ...to });
    if (moved.length > 0) given.push(set.id);
  }
  return given;
}

/** Twenty compares moments only as earlier and later. */
export const exactly = (at: string | null) => (at === null ? null : { gte: at, lte: at });
