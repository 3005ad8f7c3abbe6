/**
 * Who has a unit (C3): its lock is taken, displaced and freed here alone.
 *
 * Changes: a unit's lock; a holder whose time is over. Guard: the unique key of the lock; a lock is freed only
 * while the one named still holds it. After a crash: the command that called says what it leaves behind.
 */
import type { Refusal } from '#domain/shared/refusal.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import type { Run } from '../system/command.ts';

export type Holding = Pick<Fields<'unitLock'>, 'holderKind' | 'holderId' | 'holderName' | 'heldUntil'>;

/** The one insert that decides. Resolves to null when won, to the refusal that names the holder when lost. */
export async function takeLock(
  run: Run,
  unit: { id: string; name: string },
  holding: Holding,
): Promise<Refusal | null> {
  const claimed = await run.store.claim('unitLock', [
    {
      id: run.idFor('lock'),
      name: unit.name,
      lockKey: unit.id,
      unitId: unit.id,
      requestKey: run.requestId,
      ...holding,
    },
  ]);
  if (claimed.won && claimed.isNew) return null;
  // Lost, or won by an earlier run whose lock may have ended since: the key itself says who has the unit.
  const holder = await lockOf(run.store, unit.id);
  if (holder === null) return { code: 'BUSY', what: unit.name };
  if (holder.holderId === holding.holderId) return null;
  return { code: 'UNIT_TAKEN', unit: unit.name, holder: holder.holderName, until: holder.heldUntil };
}

/** Frees the key of a reservation whose time is over; of several displacers one does it, all may go on. */
export async function displace(
  store: Store,
  over: { id: string; holderId: string },
  unitId: string,
  now: Date,
): Promise<void> {
  const freed = await store.changeWhere(
    'unitLock',
    { id: over.id, lockKey: unitId, holderId: over.holderId, heldUntil: { lte: now.toISOString() } },
    { lockKey: '' },
  );
  if (freed.length === 0) return;
  const { expired } = await store.read({ expired: { object: 'reservation', filter: { id: over.holderId } } });
  const closedAt = now.toISOString();
  await store.write(
    expired.map((record) => ({
      change: 'reservation' as const,
      record,
      to: { state: 'EXPIRED' as const, closedAt, closeReason: 'Time was over' },
    })),
  );
}

/** Frees the key while `holderId` has it. Resolves to who has the unit then, or to null: it is free. */
export async function freeLock(
  store: Store,
  lock: RecordOf<'unitLock'> | null,
  unitId: string,
  holderId: string,
): Promise<RecordOf<'unitLock'> | null> {
  if (lock?.holderId !== holderId) return lock;
  const freed = await store.changeWhere(
    'unitLock',
    { id: lock.id, lockKey: unitId, holderId },
    { lockKey: '' },
  );
  return freed.length > 0 ? null : lockOf(store, unitId);
}

export async function lockOf(store: Store, unitId: string): Promise<RecordOf<'unitLock'> | null> {
  const { locks } = await store.read({ locks: { object: 'unitLock', filter: { lockKey: unitId } } });
  return locks[0] ?? null;
}
