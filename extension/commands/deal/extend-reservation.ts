/**
 * Changes: until when a reservation is valid, how often it was extended, its lock's and its unit's time.
 * Guard: the lock is moved only while nobody else has moved or freed it, so of an extension and an expiry at the
 * same time exactly one wins (E21.5). Who extended it is in the audit entry.
 * After a crash: the lock has the new time, the reservation the old one; the same request again writes the rest.
 */
import * as z from 'zod/mini';
import { decideExtend } from '#domain/deal/index.ts';
import { refuse } from '#domain/shared/refusal.ts';
import type { Command } from '../system/command.ts';
import { recordId, requestId, text } from '../system/input.ts';
import { isMovedByUs, loadStanding, moveLock, type Standing } from './reservation-lock.ts';
import { NO_TERMS } from './upgrade-reservation.ts';

const schema = z.object({
  requestId,
  reservationId: recordId,
  /** Without it as long as the project allows. */
  hours: z.optional(
    z
      .int('must be a whole number')
      .check(z.minimum(1, 'must be at least 1'), z.maximum(8784, 'must be within a year')),
  ),
  reason: z.optional(text),
});

type Plan = { validUntil: Date; extensions: number };
type Answer = { reservationId: string; validUntil: string; extensions: number };

export const extendReservation: Command<z.infer<typeof schema>, Standing, Plan, Answer> = {
  name: 'extend-reservation',
  room: 'deal',
  title: 'Extend reservation',
  right: 'sell',
  dealOf: ({ reservation }) => reservation,
  schema,
  subject: ({ reservationId }) => ({ kind: 'reservation', id: reservationId }),
  load: ({ store }, { reservationId }) => loadStanding(store, reservationId),

  decide(run, { hours }, standing) {
    const { reservation, lock } = standing;
    if (isMovedByUs(run, standing)) {
      const validUntil = new Date(lock?.heldUntil ?? 0);
      const isWritten = Date.parse(reservation.validUntil ?? '') === validUntil.getTime();
      return { plan: { validUntil, extensions: (reservation.extensions ?? 0) + (isWritten ? 0 : 1) } };
    }
    const { unit } = reservation;
    return decideExtend({
      reservation,
      unit,
      lock,
      now: run.now,
      project: unit?.project ?? NO_TERMS,
      hours: hours ?? null,
      mayExceed: run.rights.has('controlSales'),
    });
  },

  async apply(run, _input, standing, { validUntil, extensions }) {
    const { reservation } = standing;
    const heldUntil = validUntil.toISOString();
    const lost = await moveLock(run, standing, { heldUntil });
    if (lost !== null) return refuse(lost);
    const { unit } = reservation;
    await run.store.write([
      { change: 'reservation', record: reservation, to: { validUntil: heldUntil, extensions } },
      ...(unit === null ? [] : [{ change: 'unit' as const, record: unit, to: { heldUntil } }]),
    ]);
    const answer = { reservationId: reservation.id, validUntil: heldUntil, extensions };
    const message = `${reservation.name} is extended until ${heldUntil.slice(0, 16).replace('T', ' ')} UTC, the ${extensions}. time, by ${run.actor.name}.`;
    const before = { validUntil: reservation.validUntil, extensions: reservation.extensions };
    return { plan: { answer, message, before, after: { ...answer, extendedBy: run.actor.name } } };
  },
};
