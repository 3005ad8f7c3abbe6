/**
 * The end of a hold, or more time for it: release-hold, expire-hold, extend-hold.
 *
 * Changes: the hold's state or time, its unit's lock, and what the unit shows. Guard: the lock is freed, or its
 * time moved, only while this hold has it, so that of a reservation made of it and its end one wins (E21.5).
 * After a crash: the lock is free or moved and the rest as before; the same request again finishes.
 */
import * as z from 'zod/mini';
import { decideExpireHold, decideExtendHold, decideReleaseHold, type HoldState } from '#domain/deal/index.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import type { Applied, Command, Run } from '../system/command.ts';
import { instant, recordId, requestId, text } from '../system/input.ts';
import { at, closeHold, freeLock, hasGoneOn, lockOf, showFree, TIME_OVER } from './unit-lock.ts';

type Hold = Loaded<'unitHold', { unit: { project: true } }>;
type Snapshot = { hold: Hold };
type Plan = { state: HoldState };
type Answer = { holdId: string; hold: string; state: string };

const releaseSchema = z.object({ requestId, holdId: recordId, reason: z.optional(text) });
const expireSchema = z.object({ requestId, holdId: recordId });
const extendSchema = z.object({ requestId, holdId: recordId, until: instant });

export const releaseHold: Command<z.infer<typeof releaseSchema>, Snapshot, Plan, Answer> = {
  name: 'release-hold',
  room: 'deal',
  title: 'Release hold',
  right: 'sell',
  dealOf: ({ hold }) => hold,
  schema: releaseSchema,
  subject: ({ holdId }) => ({ kind: 'unitHold', id: holdId }),
  load: ({ store }, { holdId }) => loadHold(store, holdId),
  decide: (run, _input, { hold }) =>
    isOwnWork(run, hold, 'RELEASED') ? { plan: { state: 'RELEASED' } } : decideReleaseHold(hold),
  apply: (run, { reason }, { hold }, { state }) => end(run, hold, state, reason ?? ''),
};

export const expireHold: Command<z.infer<typeof expireSchema>, Snapshot, Plan, Answer> = {
  name: 'expire-hold',
  room: 'deal',
  title: 'Expire hold',
  right: 'sell',
  schema: expireSchema,
  subject: ({ holdId }) => ({ kind: 'unitHold', id: holdId }),
  load: ({ store }, { holdId }) => loadHold(store, holdId),
  decide: (run, _input, { hold }) =>
    isOwnWork(run, hold, 'EXPIRED') ? { plan: { state: 'EXPIRED' } } : decideExpireHold(hold, run.now),
  apply: (run, _input, { hold }, { state }) => end(run, hold, state, TIME_OVER),
};

export const extendHold: Command<z.infer<typeof extendSchema>, Snapshot, { until: Date }, Answer> = {
  name: 'extend-hold',
  room: 'deal',
  title: 'Extend hold',
  right: 'controlSales',
  schema: extendSchema,
  subject: ({ holdId }) => ({ kind: 'unitHold', id: holdId }),
  load: ({ store }, { holdId }) => loadHold(store, holdId),

  decide(run, input, { hold }) {
    const until = new Date(input.until);
    const isDone = run.isResumed && hold.state === 'ACTIVE' && hold.expiresAt === until.toISOString();
    return isDone ? { plan: { until } } : decideExtendHold(hold, hold.unit?.project ?? null, until, run.now);
  },

  async apply(run, _input, { hold }, { until }) {
    const heldUntil = until.toISOString();
    const { store } = run;
    const unitId = hold.unitId ?? '';
    const lock = await lockOf(store, unitId);
    const before = hold.expiresAt;
    const isLost = { code: 'STATE_NOT_ALLOWED', what: hold.name, from: 'EXPIRED', to: 'ACTIVE' } as const;
    if (lock?.holderId !== hold.id) return refuse(isLost);
    if (lock.heldUntil !== heldUntil) {
      const guard = { id: lock.id, lockKey: unitId, holderId: hold.id, heldUntil: at(lock.heldUntil) };
      const moved = await store.changeWhere('unitLock', guard, { heldUntil });
      if (moved.length === 0) return refuse({ code: 'BUSY', what: hold.name });
    }
    if (before !== heldUntil) {
      const extensions = (hold.extensions ?? 0) + 1;
      const to = { ...sealedFields('unitHold', hold), expiresAt: heldUntil, extensions };
      await store.changeWhere('unitHold', { id: hold.id, state: 'ACTIVE', expiresAt: at(before) }, to);
    }
    const { unit } = hold;
    if (unit?.state === 'HELD') {
      const guard = { id: unit.id, state: unit.state, heldUntil: at(unit.heldUntil) };
      await store.changeWhere('unit', guard, { ...sealedFields('unit', unit), heldUntil });
    }
    const answer = { holdId: hold.id, hold: hold.name, state: 'ACTIVE' };
    const message = `The hold ${hold.name} goes until ${heldUntil.slice(0, 16).replace('T', ' ')} UTC.`;
    return { plan: { answer, message, before: { expiresAt: before }, after: { expiresAt: heldUntil } } };
  },
};

async function loadHold(store: Pick<Store, 'read'>, holdId: string): Promise<Decision<Snapshot>> {
  const { holds } = await store.read({
    holds: { object: 'unitHold', filter: { id: holdId }, with: { unit: { project: true } } },
  });
  const [hold] = holds;
  return hold === undefined
    ? refuse({ code: 'NOT_FOUND', what: 'hold', id: holdId })
    : { plan: { hold: hold as Hold } };
}

/** An earlier run of this request ended the hold and was cut off before it could say so. */
function isOwnWork({ isResumed, now }: Run, hold: Hold, state: HoldState): boolean {
  const isThen = hold.closedAt !== null && Date.parse(hold.closedAt) === now.getTime();
  return isResumed && isThen && (hold.state === state || hold.state === 'TAKEN');
}

/** Resolves to the state in which the hold ended: TAKEN when its lock has gone on to a reservation. */
export async function endHold(
  store: Store,
  hold: RecordOf<'unitHold'>,
  { state, reason, now }: { state: HoldState; reason: string; now: Date },
): Promise<HoldState> {
  const unitId = hold.unitId ?? '';
  const holder = await freeLock(store, await lockOf(store, unitId), unitId, hold.id);
  const ended = hasGoneOn(holder, hold) ? 'TAKEN' : state;
  const closedAt = now.toISOString();
  await closeHold(store, hold, { state: ended, closeReason: ended === 'TAKEN' ? '' : reason, closedAt });
  if (holder === null) await showFree(store, unitId);
  return ended;
}

async function end(
  run: Run,
  hold: Hold,
  state: HoldState,
  reason: string,
): Promise<Decision<Applied<Answer>>> {
  const ended = await endHold(run.store, hold, { state, reason, now: run.now });
  if (ended !== state) {
    return refuse({ code: 'STATE_NOT_ALLOWED', what: hold.name, from: ended, to: state });
  }
  const answer = { holdId: hold.id, hold: hold.name, state };
  const unit = hold.unit?.name ?? '';
  const message = `The hold ${hold.name} is ${state === 'EXPIRED' ? 'expired' : 'released'}; ${unit} is free of it.`;
  return { plan: { answer, message, before: { state: hold.state }, after: { state } } };
}
