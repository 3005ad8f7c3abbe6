/**
 * Who has a unit (C3): its lock is taken, displaced and freed here alone.
 *
 * Changes: a unit's lock; a holder whose time is over. Guard: the unique key of the lock; a lock is freed only
 * while the one named still holds it. After a crash: the command that called says what it leaves behind.
 */
import type { HoldState } from '#domain/deal/index.ts';
import { derivedState, heldAsOf, type LockHolder, takenRefusal } from '#domain/inventory/index.ts';
import type { Refusal } from '#domain/shared/refusal.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
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
  return takenRefusal(unit.name, holder);
}

/** Frees the key of a holder whose time is over; of several displacers one does it, all may go on. */
export async function displace(
  store: Store,
  over: { id: string; holderId: string; holderKind?: LockHolder },
  unitId: string,
  now: Date,
): Promise<void> {
  const freed = await store.changeWhere(
    'unitLock',
    { id: over.id, lockKey: unitId, holderId: over.holderId, heldUntil: { lte: now.toISOString() } },
    { lockKey: '' },
  );
  if (freed.length === 0) return;
  const closedAt = now.toISOString();
  if (over.holderKind === 'HOLD') {
    const { holds } = await store.read({ holds: { object: 'unitHold', filter: { id: over.holderId } } });
    for (const hold of holds)
      await closeHold(store, hold, { state: 'EXPIRED', closeReason: TIME_OVER, closedAt });
    return;
  }
  if (over.holderKind === 'TICKET') {
    const { tickets } = await store.read({
      tickets: { object: 'queueTicket', filter: { id: over.holderId } },
    });
    for (const ticket of tickets) await missTicketRow(store, ticket);
    return;
  }
  const { expired } = await store.read({ expired: { object: 'reservation', filter: { id: over.holderId } } });
  await store.write(
    expired.map((record) => ({
      change: 'reservation' as const,
      record,
      to: { state: 'EXPIRED' as const, closedAt, closeReason: TIME_OVER },
    })),
  );
}

export const TIME_OVER = 'Time was over';

/** A live hold ends and gives up its place; resolves to false when it had ended already. */
export async function closeHold(
  store: Store,
  hold: RecordOf<'unitHold'>,
  to: { state: HoldState; closeReason: string; closedAt: string },
): Promise<boolean> {
  const ended = { ...sealedFields('unitHold', hold), ...to, slotKey: '' };
  return (await store.changeWhere('unitHold', { id: hold.id, state: 'ACTIVE' }, ended)).length > 0;
}

/** An instant as a guard: the server cannot guard an update by the equality of one (platform rule). */
export function at(instant: string | null): null | { gte: string; lte: string } {
  return instant === null ? null : { gte: instant, lte: instant };
}

/** A ticket whose time is over has missed it; resolves to false when it has moved on. */
export async function missTicketRow(store: Store, ticket: RecordOf<'queueTicket'>): Promise<boolean> {
  if (ticket.state !== 'CALLED' && ticket.state !== 'SELECTED') return false;
  const guard = { id: ticket.id, state: ticket.state, deadline: at(ticket.deadline) } as const;
  const missed = {
    ...sealedFields('queueTicket', ticket),
    state: 'MISSED',
    chosenUnitId: null,
    missedTimes: (ticket.missedTimes ?? 0) + 1,
  } as const;
  return (await store.changeWhere('queueTicket', guard, missed)).length > 0;
}

/**
 * The lock goes on along the chain, from a hold or a ticket to the reservation made of it: one guarded update.
 * Resolves to false when the one named has it no more. The row keeps the request that took it, so that a hold
 * or ticket whose lock went on is told from one that was displaced.
 */
export async function passLock(
  store: Store,
  lock: RecordOf<'unitLock'>,
  fromHolderId: string,
  to: Holding,
): Promise<boolean> {
  const guard = { id: lock.id, lockKey: lock.lockKey, holderId: fromHolderId };
  if ((await store.changeWhere('unitLock', guard, to)).length > 0) return true;
  return (await lockOf(store, lock.lockKey))?.holderId === to.holderId;
}

/** Whether the lock that this hold or ticket took has gone on to a reservation or contract. */
export function hasGoneOn(
  lock: RecordOf<'unitLock'> | null,
  from: { id: string; requestKey: string },
): boolean {
  return lock !== null && lock.holderId !== from.id && lock.requestKey === from.requestKey;
}

/**
 * The unit shows that nobody has it, unless somebody has, or it has changed since it was read here: then its
 * state is theirs. Resolves to whether it is free.
 */
export async function showFree(store: Store, unitId: string): Promise<boolean> {
  const { locks, units } = await store.read({
    locks: { object: 'unitLock', filter: { lockKey: unitId } },
    units: { object: 'unit', filter: { id: unitId } },
  });
  const [unit] = units;
  if (unit === undefined || locks.length > 0) return false;
  const state = derivedState(unit.state, null);
  const heldAs = heldAsOf(state, null, null);
  const to = { ...sealedFields('unit', unit), state, heldAs, holder: '', heldUntil: null, claimKey: '' };
  await store.changeWhere('unit', { id: unit.id, state: unit.state, heldUntil: at(unit.heldUntil) }, to);
  return true;
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
