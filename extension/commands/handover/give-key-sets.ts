/**
 * Counted key sets that go to the buyer with the home.
 *
 * Changes: so many sets from the store, in the order of their numbers, are with the buyer and signed for. Guard: the
 * place of each set's next move, then the set as it was found; one that somebody else takes meanwhile stays theirs.
 * After a crash: the same request again knows the places that it took, moves those sets and takes what is lacking.
 */
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Run } from '../system/command.ts';
import { exactly, leavePlaces, ownPlaces, standsAt, takePlaces } from './key-places.ts';

type KeySet = RecordOf<'keySet'>;
type To = { handoverId: string; handedTo: string };

/** Resolves to the ids of the sets that went to the buyer, at most so many as were said to be given. */
export async function giveKeySets(
  run: Run,
  sets: readonly KeySet[],
  { keySets, ...to }: To & { keySets: number },
): Promise<string[]> {
  const own = run.isResumed ? await ownPlaces(run, sets) : null;
  const given: string[] = [];
  for (const set of sets) {
    const place = own?.get(set.id);
    if (place === undefined) continue;
    given.push(set.id);
    if (standsAt(set, place)) await handOut(run, set, to);
  }
  for (const set of inStore(sets)) {
    if (given.length >= keySets) break;
    if (given.includes(set.id) || (await takePlaces(run, [set], 'HAND_OVER', to.handedTo)) !== null) continue;
    if (await handOut(run, set, to)) given.push(set.id);
    else await leavePlaces(run, [set]);
  }
  return given;
}

function inStore(sets: readonly KeySet[]): KeySet[] {
  return sets
    .filter(({ state }) => state === 'IN_STORE')
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

async function handOut(run: Run, set: KeySet, to: To): Promise<boolean> {
  const asFound = { id: set.id, state: set.state, signedAt: exactly(set.signedAt) };
  const signed = { state: 'HANDED_OVER', signedAt: run.now.toISOString(), ...to } as const;
  const moved = await run.store.changeWhere('keySet', asFound, { ...sealedFields('keySet', set), ...signed });
  return moved.length > 0;
}
