/**
 * A legal freeze (冻结) and its end: freeze-unit, unfreeze-unit. A unit that nobody has is locked by the freeze;
 * one that somebody has stays theirs, and nothing goes on with it.
 *
 * Changes: a hold of kind LEGAL, the lock of a unit that was free, the unit's state. Guard: the unit's one
 * place for a freeze, a unique key; the key of its lock.
 * After a crash: the freeze stands and counts, though the unit may not show it yet, or the other way round; the
 * same request again, or the repair job, writes the rest.
 */
import * as z from 'zod/mini';
import { decideFreeze, decideUnfreeze, freezeKey } from '#domain/deal/index.ts';
import { effectiveLock, heldAsOf, thawedState, type UnitState } from '#domain/inventory/index.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, requiredText } from '../system/input.ts';
import { closeHold, displace, freeLock, lockOf, takeLock } from './unit-lock.ts';

const schema = z.object({ requestId, unitId: recordId, reason: requiredText });

type Input = z.infer<typeof schema>;
type Snapshot = {
  unit: RecordOf<'unit'>;
  lock: RecordOf<'unitLock'> | null;
  freeze: RecordOf<'unitHold'> | null;
};
type Answer = { unitId: string; unit: string; state: string; holder: string };

export const freezeUnit: Command<Input, Snapshot, null, Answer> = {
  name: 'freeze-unit',
  room: 'deal',
  title: 'Freeze unit',
  right: 'freezeUnits',
  schema,
  subject: ({ unitId }) => ({ kind: 'unit', id: unitId }),
  load: ({ store }, { unitId }) => loadFreeze(store, unitId),
  decide: (run, _input, { unit, freeze }) =>
    freeze?.id === run.idFor('hold') ? { plan: null } : decideFreeze(unit, freeze !== null),

  async apply(run, { reason }, { unit, freeze }) {
    const { store, now } = run;
    const id = run.idFor('hold');
    const before = (freeze?.stateBefore as UnitState | undefined) ?? unit.state;
    const { won } = await store.claim('unitHold', [
      {
        id,
        name: `${unit.name} · ${reason}`,
        unitId: unit.id,
        kind: 'LEGAL',
        state: 'ACTIVE',
        heldByName: run.actor.name,
        reason,
        heldAt: now.toISOString(),
        stateBefore: before,
        slotKey: freezeKey(unit.id),
        requestKey: run.requestId,
      },
    ]);
    if (!won) return refuse({ code: 'UNIT_FROZEN', unit: unit.name });
    const holder = await lockFrozen(run, unit, id);
    const state = 'FROZEN';
    const { holderName, heldUntil } = holder ?? { holderName: '', heldUntil: null };
    const to = { state, heldAs: 'LEGAL', holder: holderName, heldUntil, claimKey: '' } as const;
    await store.write([{ change: 'unit', record: unit, to }]);
    const answer = { unitId: unit.id, unit: unit.name, state, holder: holderName };
    return {
      plan: {
        answer,
        message: `${unit.name} is frozen: ${reason}`,
        before: { state: before },
        after: { state },
      },
    };
  },
};

/** Nobody may reserve the unit at this moment, unless somebody has it: then it stays theirs. Who has it. */
async function lockFrozen(run: Run, unit: RecordOf<'unit'>, holderId: string) {
  const lock = await lockOf(run.store, unit.id);
  if (effectiveLock(lock, run.now) === null) {
    if (lock !== null) await displace(run.store, lock, unit.id, run.now);
    const holderName = run.actor.name;
    await takeLock(run, unit, { holderKind: 'FREEZE', holderId, holderName, heldUntil: null });
  }
  return lockOf(run.store, unit.id);
}

export const unfreezeUnit: Command<Input, Snapshot, null, Answer> = {
  name: 'unfreeze-unit',
  room: 'deal',
  title: 'Unfreeze unit',
  right: 'freezeUnits',
  schema,
  subject: ({ unitId }) => ({ kind: 'unit', id: unitId }),
  load: ({ store }, { unitId }) => loadFreeze(store, unitId),
  decide: (run, _input, { unit, freeze }) =>
    run.isResumed ? { plan: null } : decideUnfreeze(unit, freeze !== null),

  async apply(run, { reason }, { unit, freeze }) {
    const { store, now } = run;
    const ended = freeze ?? (run.isResumed ? await endedFreeze(run, unit.id) : null);
    if (freeze !== null) {
      const to = { state: 'RELEASED', closeReason: reason, closedAt: now.toISOString() } as const;
      const isOurs = await closeHold(store, freeze, to);
      if (!isOurs) return refuse({ code: 'BUSY', what: unit.name });
    }
    let lock = await lockOf(store, unit.id);
    if (lock?.holderKind === 'FREEZE') lock = await freeLock(store, lock, unit.id, lock.holderId);
    if (lock !== null && effectiveLock(lock, now) === null) {
      await displace(store, lock, unit.id, now);
      lock = await lockOf(store, unit.id);
    }
    const to = await thawed(store, unit, lock, (ended?.stateBefore ?? 'FROZEN') as UnitState);
    // Only a frozen unit is thawed: after a crash it may be somebody's already.
    const guard = { id: unit.id, state: 'FROZEN' } as const;
    await store.changeWhere('unit', guard, { ...sealedFields('unit', unit), ...to });
    const answer = { unitId: unit.id, unit: unit.name, state: to.state, holder: to.holder };
    return {
      plan: {
        answer,
        message: `The freeze of ${unit.name} is lifted: ${reason}`,
        before: { state: unit.state },
        after: { state: to.state },
      },
    };
  },
};

/** What the unit shows without its freeze: its lock decides, and of a reservation its stage. */
async function thawed(
  store: Store,
  unit: RecordOf<'unit'>,
  lock: RecordOf<'unitLock'> | null,
  before: UnitState,
) {
  const holderId = lock?.holderId ?? '';
  const isHold = lock?.holderKind === 'HOLD';
  const isReservation = lock?.holderKind === 'RESERVATION';
  const { holds, reservations } = await store.read({
    holds: { object: 'unitHold', filter: { id: { in: isHold ? [holderId] : [] } } },
    reservations: { object: 'reservation', filter: { id: { in: isReservation ? [holderId] : [] } } },
  });
  const stage = reservations[0]?.stage;
  const was = stage === undefined ? before : (`${stage}_RESERVED` as const);
  const state = thawedState(was, lock);
  return {
    state,
    heldAs: heldAsOf(state, lock, holds[0]?.kind ?? null),
    holder: lock?.holderName ?? '',
    heldUntil: lock?.heldUntil ?? null,
    releasedAt: unit.releasedAt,
    claimKey: '',
  };
}

/** The freeze that an earlier run of this request has ended, to know what the unit was. */
async function endedFreeze({ store, now }: Run, unitId: string): Promise<RecordOf<'unitHold'> | null> {
  const filter = { unitId, kind: 'LEGAL', state: 'RELEASED', closedAt: now.toISOString() } as const;
  const { ended } = await store.read({ ended: { object: 'unitHold', filter } });
  return ended[0] ?? null;
}

async function loadFreeze(store: Pick<Store, 'read'>, unitId: string): Promise<Decision<Snapshot>> {
  const { units, locks, freezes } = await store.read({
    units: { object: 'unit', filter: { id: unitId } },
    locks: { object: 'unitLock', filter: { lockKey: unitId } },
    freezes: { object: 'unitHold', filter: { slotKey: freezeKey(unitId) } },
  });
  const [unit] = units;
  if (unit === undefined) return refuse({ code: 'NOT_FOUND', what: 'unit', id: unitId });
  return { plan: { unit, lock: locks[0] ?? null, freeze: freezes[0] ?? null } };
}
