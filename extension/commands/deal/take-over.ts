/**
 * A hold or a queue ticket that becomes a reservation keeps the lock (C3): its holder is moved by one guarded
 * update, and no row changed means that the race was lost. Then the hold is TAKEN, the ticket CONVERTED.
 *
 * Changes: a unit's lock; the hold or ticket that had it. Guard: the lock is moved only while they hold it.
 * After a crash: the lock is the reservation's and the hold still ACTIVE; the lock keeps the request of who
 * took it first, so the same request again finds the hold and closes it.
 */
import type { UnitState } from '#domain/inventory/index.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { Refusal } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { AnyRead } from '#port/store.ts';
import type { Run } from '../system/command.ts';
import { convertTicket, takeHold } from './convert.ts';
import { type Holding, lockOf } from './unit-lock.ts';

export type Before =
  | { kind: 'HOLD'; record: RecordOf<'unitHold'> }
  | { kind: 'TICKET'; record: RecordOf<'queueTicket'> };

export function beforeQueries(unitIds: readonly string[]) {
  return {
    // A freeze is nobody's to take over, not even of who froze it.
    holds: {
      object: 'unitHold',
      filter: { unitId: { in: unitIds }, state: 'ACTIVE', kind: { in: ['SALES', 'VIP'] } },
    },
    // A converted one may still wait for its earnest money to go over.
    tickets: {
      object: 'queueTicket',
      filter: { chosenUnitId: { in: unitIds }, state: { in: ['SELECTED', 'CONVERTED'] } },
    },
  } as const satisfies Record<string, AnyRead>;
}

/** Who had the lock before this reservation: by the lock itself, or by the request that took it first. */
export function beforeOf(
  lock: RecordOf<'unitLock'> | null,
  holds: readonly RecordOf<'unitHold'>[],
  tickets: readonly RecordOf<'queueTicket'>[],
  own: { reservationId: string; requestId: string },
): Before | null {
  if (lock === null) return null;
  const isOwn = lock.holderId === own.reservationId;
  if (isOwn && lock.requestKey === own.requestId) return null;
  const hold = holds.find(({ id, requestKey }) =>
    isOwn ? requestKey !== '' && requestKey === lock.requestKey : id === lock.holderId,
  );
  if (hold !== undefined) return { kind: 'HOLD', record: hold };
  const ticket = tickets.find(({ id, state, chosenUnitId, reservationId }) =>
    isOwn
      ? chosenUnitId === lock.lockKey && (state === 'SELECTED' || reservationId === own.reservationId)
      : id === lock.holderId,
  );
  return ticket === undefined ? null : { kind: 'TICKET', record: ticket };
}

export type Claim = {
  /** Only holds of the salesperson who asks are taken over. */
  isOwnOnly?: boolean;
  holdId?: string | undefined;
  ticketId?: string | undefined;
  buyerId?: string | null;
};

/** It is held for somebody else: then nobody takes it over, whoever asks. */
function isForAnother({ record }: Before, { buyerId }: Claim): boolean {
  return record.buyerId !== null && record.buyerId !== (buyerId ?? null);
}

/** The request means this hold or ticket, by name or by its customer: whose it is decides who may (C5). */
export function isMeant(before: Before | null, claim: Claim): boolean {
  if (before === null || claim.isOwnOnly === true || isForAnother(before, claim)) return false;
  const { id, buyerId } = before.record;
  return [claim.holdId, claim.ticketId].includes(id) || buyerId !== null;
}

export function mayTakeOver(before: Before | null, claim: Claim, memberId: string | null): boolean {
  if (before === null || isForAnother(before, claim)) return false;
  const isOwn = memberId !== null && before.record.salespersonId === memberId;
  return isOwn || isMeant(before, claim);
}

export function stateBefore(before: Before | null): UnitState | null {
  return before?.kind === 'HOLD' ? (before.record.stateBefore as UnitState) || null : null;
}

/** Resolves to null when the lock is the reservation's now, else to who has the unit. */
export async function takeOverLock(
  { store }: Run,
  unit: { id: string; name: string },
  lock: RecordOf<'unitLock'>,
  holding: Holding,
): Promise<Refusal | null> {
  if (lock.holderId === holding.holderId) return null;
  const mine = { id: lock.id, lockKey: unit.id, holderId: lock.holderId };
  const moved = await store.changeWhere('unitLock', mine, holding);
  if (moved.length > 0) return null;
  const holder = await lockOf(store, unit.id);
  if (holder?.holderId === holding.holderId) return null;
  if (holder === null) return { code: 'BUSY', what: unit.name };
  return { code: 'UNIT_TAKEN', unit: unit.name, holder: holder.holderName, until: holder.heldUntil };
}

/** The hold gives up its place; a ticket's earnest money becomes the reservation's deposit. */
export async function endBefore(
  { store, now }: Run,
  before: Before,
  reservationId: string,
  today: PlainDate,
): Promise<void> {
  if (before.kind === 'HOLD') await takeHold(store, before.record, now);
  else await convertTicket(store, before.record, { id: reservationId }, { now, today });
}
