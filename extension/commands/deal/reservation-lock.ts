/**
 * A reservation that stands, and the move of its lock that every change of it begins with (C3).
 *
 * Changes: the lock's time. Guard: the lock is still the reservation's and nobody moved it since it was read:
 * the request that moved it last stands in it. So of an upgrade, an extension, a cancellation, a signing and an
 * expiry at the same time exactly one wins. After a crash: lock and reservation say different times, others
 * are told that it is BUSY, and the same request again, or the repair job, writes the rest.
 */
import type { Refusal } from '#domain/shared/refusal.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { Fields, Loaded, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import type { Run } from '../system/command.ts';

export type Standing = {
  reservation: Loaded<'reservation', { unit: { project: true } }>;
  lock: RecordOf<'unitLock'> | null;
};

export async function loadStanding(
  store: Pick<Store, 'read'>,
  reservationId: string,
): Promise<Decision<Standing>> {
  const { reservations } = await store.read({
    reservations: {
      object: 'reservation',
      filter: { id: reservationId },
      with: { unit: { project: true } },
    },
  });
  const [reservation] = reservations;
  if (reservation === undefined) return refuse({ code: 'NOT_FOUND', what: 'reservation', id: reservationId });
  const { locks } = await store.read({
    locks: { object: 'unitLock', filter: { lockKey: reservation.unitId ?? '' } },
  });
  return { plan: { reservation, lock: locks[0] ?? null } };
}

/** An earlier run of this request has moved the lock: only the rest is missing. */
export function isMovedByUs(run: Run, { reservation, lock }: Standing): boolean {
  return run.isResumed && lock?.holderId === reservation.id && lock.requestKey === run.requestId;
}

/** What a move or a release of this lock is guarded with. */
export function asRead(lock: RecordOf<'unitLock'>) {
  const { id, lockKey, holderId, requestKey } = lock;
  return { id, lockKey, holderId, ...(requestKey === '' ? {} : { requestKey }) };
}

/** Resolves to null when the lock says `to` now, else to why not. */
export async function moveLock(
  run: Run,
  standing: Standing,
  to: Partial<Pick<Fields<'unitLock'>, 'heldUntil' | 'holderName' | 'holderId' | 'holderKind'>>,
): Promise<Refusal | null> {
  const { reservation, lock } = standing;
  if (isMovedByUs(run, standing)) return null;
  if (lock === null || (await isMovedSince(run, lock))) return { code: 'BUSY', what: reservation.name };
  const moved = await run.store.changeWhere('unitLock', asRead(lock), { ...to, requestKey: run.requestId });
  if (moved.length > 0) return null;
  const { now } = await run.store.read({ now: { object: 'reservation', filter: { id: reservation.id } } });
  const state = now[0]?.state ?? reservation.state;
  return state === reservation.state
    ? { code: 'BUSY', what: reservation.name }
    : { code: 'RESERVATION_CLOSED', reservation: reservation.name, state };
}

/**
 * A run that was cut off does not know whether it had done all: when a later request has moved the lock since,
 * doing it again might do it twice.
 */
async function isMovedSince(run: Run, { requestKey }: RecordOf<'unitLock'>): Promise<boolean> {
  if (!run.isResumed) return false;
  const { entries } = await run.store.read({
    entries: { object: 'auditEntry', filter: { requestKey } },
  });
  return entries.some(({ startedAt }) => Date.parse(startedAt ?? '') > run.now.getTime());
}
