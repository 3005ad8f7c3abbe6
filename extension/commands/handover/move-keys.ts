/**
 * Key sets handed out and signed for, taken back, or lost.
 *
 * Changes: a row of the journal for each set, all of them or none; then the sets, one after the other. Guard: the
 * row's unique key, so that a set is moved on from where it stands by one request; then each set as it was found.
 * After a crash: the places are taken and some of the sets are moved; the same request again knows its places by
 * their ids and moves the others, but none that somebody has moved on since.
 */
import * as z from 'zod/mini';
import { decideKeyMove, KEY_ACTION_TO, KEY_ACTIONS } from '#domain/handover/index.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, text } from '../system/input.ts';
import { exactly, leavePlaces, ownPlaces, standsAt, takePlaces } from './key-places.ts';

const MOST_SETS = 20;

const schema = z.object({
  requestId,
  keySetIds: z
    .array(recordId)
    .check(z.minLength(1, 'must not be empty'), z.maxLength(MOST_SETS, `must be at most ${MOST_SETS}`)),
  action: z.enum(KEY_ACTIONS, `must be one of ${KEY_ACTIONS.join(', ')}`),
  /** Who signs for them. */
  handedTo: z.optional(text),
  /** To the buyer with the handover; without it they are a loan, say to a contractor. */
  handoverId: z.optional(recordId),
  keptAt: z.optional(text),
  remark: z.optional(text),
});

type Input = z.infer<typeof schema>;
type KeySet = RecordOf<'keySet'>;
type Snapshot = { sets: KeySet[]; handover: RecordOf<'handover'> | null };
type Answer = { keySetIds: string[]; state: string; handedTo: string };

/** Keys go to the buyer once the handover let them go; what counts as delivered without them did not yet. */
const DONE = 'KEYS_HANDED';

export const moveKeys: Command<Input, Snapshot, null, Answer> = {
  name: 'move-keys',
  room: 'handover',
  title: 'Move key sets',
  right: 'handOver',
  schema,
  subject: ({ keySetIds }) => ({ kind: 'keySet', id: keySetIds[0] ?? '' }),

  async load({ store }, { keySetIds, handoverId }): Promise<Decision<Snapshot>> {
    const { sets, handovers } = await store.read({
      sets: { object: 'keySet', filter: { id: { in: keySetIds } } },
      handovers: { object: 'handover', filter: { id: { in: handoverId === undefined ? [] : [handoverId] } } },
    });
    const missing = keySetIds.find((id) => !sets.some((set) => set.id === id));
    if (missing !== undefined) return refuse({ code: 'NOT_FOUND', what: 'key set', id: missing });
    const [handover = null] = handovers;
    if (handoverId !== undefined && handover === null)
      return refuse({ code: 'NOT_FOUND', what: 'handover', id: handoverId });
    return { plan: { sets: [...sets].sort((a, b) => (a.id < b.id ? -1 : 1)), handover } };
  },

  decide(run, input, { sets, handover }): Decision<null> {
    if (input.action === 'HAND_OVER' && handover !== null) {
      if (handover.state !== DONE)
        return refuse({ code: 'HANDOVER_NOT_DONE', handover: handover.name, state: handover.state });
      if (sets.some(({ unitId }) => unitId !== handover.unitId))
        return refuse({ code: 'INVALID_INPUT', field: 'keySetIds', problem: 'are of another unit' });
    }
    // What an earlier run of this request has moved is known by its places, which are looked at later.
    return run.isResumed ? { plan: null } : decideKeyMove(sets, input.action, input.handedTo ?? '');
  },

  async apply(run, input, { sets }) {
    const lost = await moveAll(run, input, sets);
    if (lost !== null) return refuse(lost);
    const answer = {
      keySetIds: sets.map(({ id }) => id),
      state: KEY_ACTION_TO[input.action],
      handedTo: input.action === 'HAND_OVER' ? (input.handedTo ?? '') : '',
    };
    const names = sets.map(({ name }) => name).join(', ');
    const message =
      input.action === 'HAND_OVER'
        ? `Handed to ${answer.handedTo} and signed for: ${names}.`
        : `${input.action === 'RETURN' ? 'Back in store' : 'Lost'}: ${names}.`;
    return { plan: { answer, message, after: answer } };
  },
};

function valuesOf(run: Run, input: Input): Partial<KeySet> {
  const state = KEY_ACTION_TO[input.action];
  const signedAt = run.now.toISOString();
  const remark = input.remark === undefined ? {} : { remark: input.remark };
  const keptAt = input.keptAt === undefined ? {} : { keptAt: input.keptAt };
  if (input.action === 'HAND_OVER')
    return {
      state,
      signedAt,
      handedTo: input.handedTo ?? '',
      handoverId: input.handoverId ?? null,
      ...remark,
    };
  // Who had them last stays on a set that is lost.
  if (input.action === 'LOSE') return { state, signedAt, ...remark };
  return { state, signedAt, handedTo: '', handoverId: null, ...keptAt, ...remark };
}

/** Resolves to null once all of them are moved, to the refusal when none is. */
async function moveAll(run: Run, input: Input, sets: readonly KeySet[]): Promise<Refusal | null> {
  const { action, handedTo = '' } = input;
  const own = run.isResumed ? await ownPlaces(run, sets) : null;
  if (own === null) {
    const decided = decideKeyMove(sets, action, handedTo);
    if (isRefused(decided)) return decided.refused;
    const lost = await takePlaces(run, sets, action, action === 'HAND_OVER' ? handedTo : '');
    if (lost !== null) return lost;
  }
  const left = sets.filter((set) => own === null || standsAt(set, own.get(set.id)));
  const moved: KeySet[] = [];
  for (const set of left) {
    if (await move(run, input, set)) moved.push(set);
    else {
      // Some may be moved by an earlier run: once the watch has put this one right, the same request goes on.
      if (own !== null) throw new Error(`${set.name} was changed by hand; the same request again goes on`);
      await giveBack(run, input, moved);
      await leavePlaces(run, sets);
      return { code: 'BUSY', what: set.name };
    }
  }
  return null;
}

/** The place is ours: where it stands there no more, another run of this request has moved it. */
async function move(run: Run, input: Input, set: KeySet): Promise<boolean> {
  const { id, state, signedAt } = set;
  const to = { ...sealedFields('keySet', set), ...valuesOf(run, input) };
  const changed = await run.store.changeWhere('keySet', { id, state, signedAt: exactly(signedAt) }, to);
  if (changed.length > 0) return true;
  const { now } = await run.store.read({ now: { object: 'keySet', filter: { id } } });
  return now[0] !== undefined && !standsAt(now[0], { state, signedAt });
}

/** Somebody has written into a set past the commands: all go back to where they stood. */
async function giveBack(run: Run, { action }: Input, moved: readonly KeySet[]): Promise<void> {
  const state = KEY_ACTION_TO[action];
  for (const set of moved) {
    const guard = { id: set.id, state, signedAt: exactly(run.now.toISOString()) };
    await run.store.changeWhere('keySet', guard, sealedFields('keySet', set));
  }
}
