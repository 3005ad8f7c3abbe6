/**
 * Key sets handed out and signed for, taken back, or lost.
 *
 * Changes: the sets, one after the other in the order of their ids, all of them or none. Guard: each set's state
 * and signature as they were decided on; who loses one gives back those that it had moved already.
 * After a crash: some of the sets are moved; the same request again moves the others.
 */
import * as z from 'zod/mini';
import { decideKeyMove, KEY_ACTION_TO, KEY_ACTIONS } from '#domain/handover/index.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, text } from '../system/input.ts';
import { exactly } from './give-key-sets.ts';

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
    const isOwn = (set: { state: string; signedAt: string | null }) =>
      run.isResumed && isMovedByUs(run, input, set);
    return decideKeyMove(sets, input.action, input.handedTo ?? '', isOwn);
  },

  async apply(run, input, { sets }) {
    const moved: KeySet[] = [];
    for (const set of sets) {
      if (run.isResumed && isMovedByUs(run, input, set)) moved.push(set);
      else if (await move(run, input, set)) moved.push(set);
      else {
        await giveBack(run, input, moved, sets);
        return refuse(await whoHasIt(run, set));
      }
    }
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

/** The signature's time is the one of this request, which a run that goes on has again. */
function isMovedByUs(run: Run, input: Input, set: { state: string; signedAt: string | null }): boolean {
  return (
    set.state === KEY_ACTION_TO[input.action] &&
    set.signedAt !== null &&
    Date.parse(set.signedAt) === run.now.getTime()
  );
}

async function move(run: Run, input: Input, set: KeySet): Promise<boolean> {
  const { id, state, signedAt } = set;
  const to = { ...sealedFields('keySet', set), ...valuesOf(run, input) };
  const changed = await run.store.changeWhere('keySet', { id, state, signedAt: exactly(signedAt) }, to);
  if (changed.length > 0) return true;
  const { now } = await run.store.read({ now: { object: 'keySet', filter: { id } } });
  return now[0] !== undefined && (await isTwins(run, input, now[0]));
}

/** The same request, sent twice, has moved it; another one of the same millisecond has not. */
async function isTwins(run: Run, input: Input, set: KeySet): Promise<boolean> {
  return isMovedByUs(run, input, set) && set.handedTo === (valuesOf(run, input).handedTo ?? set.handedTo);
}

/** Handed over are sets from the store: there they go back to, whatever an earlier run had moved already. */
async function giveBack(run: Run, input: Input, moved: readonly KeySet[], before: readonly KeySet[]) {
  const state = KEY_ACTION_TO[input.action];
  for (const { id } of moved) {
    const set = before.find((one) => one.id === id);
    if (set === undefined || (set.state === state && input.action !== 'HAND_OVER')) continue;
    const inStore = { state: 'IN_STORE', handedTo: '', handoverId: null, signedAt: null } as const;
    const former = { ...sealedFields('keySet', set), ...(set.state === state ? inStore : {}) };
    await run.store.changeWhere('keySet', { id, state, signedAt: exactly(run.now.toISOString()) }, former);
  }
}

async function whoHasIt(run: Run, { id, name }: KeySet) {
  const { now } = await run.store.read({ now: { object: 'keySet', filter: { id } } });
  const [set] = now;
  const state = set?.state ?? 'LOST';
  return { code: 'KEYS_NOT_THERE', set: name, state, holder: set?.handedTo || state } as const;
}
