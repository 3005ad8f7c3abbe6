/**
 * Whose the next move of a key set is. A set as it stands (state and moment of its signature) can be moved on once:
 * whoever moves it takes that place by a row of the journal, unique, one for each set, which says who got it.
 *
 * Changes: rows of the journal, all of a request or none. Guard: their unique key. After a crash: the places are
 * taken by a request that is STARTED; run again it knows them by their ids, which are made of it.
 */
import { KEY_ACTION_TO, type KeyAction, type KeyState } from '#domain/handover/index.ts';
import type { Refusal } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Run } from '../system/command.ts';

type KeySet = RecordOf<'keySet'>;
type Entry = RecordOf<'auditEntry'>;

/** The set as it was found, by which it is known whether it has been moved since. */
export type Stand = { state: string; signedAt: string | null };

/** What the journal says of a set that was moved. */
type Moved = { state: KeyState; handedTo: string };

const idOf = (run: Run, { id }: Pick<KeySet, 'id'>) => run.idFor(`place of ${id}`);

const keyOf = ({ id, state, signedAt }: KeySet) => `key set ${id} ${state} ${signedAt ?? 'unsigned'}`;

/** The places that an earlier run of this request has taken, by the set; null when it has taken none. */
export async function ownPlaces(run: Run, sets: readonly KeySet[]): Promise<Map<string, Stand> | null> {
  const { own } = await run.store.read({
    own: { object: 'auditEntry', filter: { id: { in: sets.map((set) => idOf(run, set)) } } },
  });
  if (own.length === 0) return null;
  return new Map(own.map(({ subjectId, before }) => [subjectId, before as Stand]));
}

/** Resolves to null when all places are this request's, to a refusal that says who has one when it was lost. */
export async function takePlaces(
  run: Run,
  sets: readonly KeySet[],
  action: KeyAction,
  handedTo: string,
): Promise<Refusal | null> {
  const rows = sets.map((set) => rowOf(run, set, action, handedTo));
  const { won } = await run.store.claim('auditEntry', rows);
  if (won) return null;
  const { others } = await run.store.read({
    others: {
      object: 'auditEntry',
      filter: { requestKey: { in: rows.map(({ requestKey }) => requestKey) } },
    },
  });
  const [other] = others;
  const set = sets.find(({ id }) => id === other?.subjectId);
  if (other === undefined || set === undefined) return { code: 'BUSY', what: sets[0]?.name ?? '' };
  const moved = other.after as Moved;
  return {
    code: 'KEYS_NOT_THERE',
    set: set.name,
    state: moved.state,
    holder: moved.handedTo || moved.state,
  };
}

/** The move came to nothing: others may move the sets from where they stand. */
export async function leavePlaces(run: Run, sets: readonly KeySet[]): Promise<void> {
  await run.store.destroyWhere('auditEntry', { id: { in: sets.map((set) => idOf(run, set)) } });
}

/** Nobody has moved it since its place was taken, this request included. */
export function standsAt({ state, signedAt }: Stand, place: Stand | undefined): boolean {
  return place !== undefined && place.state === state && place.signedAt === signedAt;
}

/** Twenty compares moments only as earlier and later. */
export const exactly = (at: string | null) => (at === null ? null : { gte: at, lte: at });

function rowOf(run: Run, set: KeySet, action: KeyAction, handedTo: string): Entry {
  const { id: subjectId, name, state, signedAt } = set;
  const to = KEY_ACTION_TO[action];
  const at = run.now.toISOString();
  return {
    id: idOf(run, set),
    name: handedTo === '' ? `${name}: ${state} → ${to}` : `${name}: ${state} → ${to} (${handedTo})`,
    command: 'move-keys',
    outcome: 'DONE',
    actorId: run.actor.memberId,
    actorName: run.actor.name,
    reason: '',
    subjectKind: 'keySet',
    subjectId,
    startedAt: at,
    finishedAt: at,
    before: { state, signedAt },
    after: { state: to, handedTo } satisfies Moved,
    requestKey: keyOf(set),
    bodyHash: '',
    input: null,
    answer: null,
  };
}
