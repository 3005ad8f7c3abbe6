/**
 * Changes: a reservation from the small to the large deposit (小定 to 大定), its lock's time, its unit's state.
 * Guard: the lock is moved only while nobody else has moved or freed it, so of an upgrade and an expiry at the
 * same time exactly one wins (E21.5).
 * After a crash: the lock has the new time, the reservation the old one; the same request again writes the rest.
 */
import * as z from 'zod/mini';
import { decideUpgrade } from '#domain/deal/index.ts';
import { formatMoney, type Money, NO_CURRENCY } from '#domain/shared/money.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Command } from '../system/command.ts';
import { amount, inputMoney, recordId, requestId } from '../system/input.ts';
import { isMovedByUs, loadStanding, moveLock, type Standing } from './reservation-lock.ts';

const schema = z.object({ requestId, reservationId: recordId, depositAsked: z.optional(amount) });

type Plan = { depositAsked: Money; validUntil: Date };
type Answer = {
  reservationId: string;
  stage: string;
  depositAsked: string;
  currency: string;
  validUntil: string;
};

export const upgradeReservation: Command<z.infer<typeof schema>, Standing, Plan, Answer> = {
  name: 'upgrade-reservation',
  room: 'deal',
  title: 'Upgrade reservation',
  right: 'sell',
  dealOf: ({ reservation }) => reservation,
  schema,
  subject: ({ reservationId }) => ({ kind: 'reservation', id: reservationId }),
  load: ({ store }, { reservationId }) => loadStanding(store, reservationId),

  decide(run, input, standing) {
    const { reservation, lock } = standing;
    const { unit } = reservation;
    const asked: Decision<Money | null> =
      input.depositAsked === undefined
        ? { plan: null }
        : inputMoney('depositAsked', input.depositAsked, reservation.price?.currency ?? NO_CURRENCY);
    if (isRefused(asked)) return asked;
    const isOurs = isMovedByUs(run, standing);
    const moved = isOurs ? (lock?.heldUntil ?? '') : '';
    const decided = decideUpgrade({
      reservation: isOurs
        ? { ...reservation, state: 'ACTIVE', stage: 'SMALL', validUntil: moved }
        : reservation,
      unit,
      lock,
      now: run.now,
      project: unit?.project ?? NO_TERMS,
      depositAsked: asked.plan,
      mayAskLess: run.rights.has('controlSales'),
    });
    if (isRefused(decided)) return decided;
    return { plan: isOurs ? { ...decided.plan, validUntil: new Date(moved) } : decided.plan };
  },

  async apply(run, _input, standing, { depositAsked, validUntil }) {
    const { reservation } = standing;
    const heldUntil = validUntil.toISOString();
    const lost = await moveLock(run, standing, { heldUntil });
    if (lost !== null) return refuse(lost);
    const { unit } = reservation;
    await run.store.write([
      {
        change: 'reservation',
        record: reservation,
        to: { stage: 'LARGE', depositAsked, validUntil: heldUntil, upgradedAt: run.now.toISOString() },
      },
      ...(unit === null
        ? []
        : [{ change: 'unit' as const, record: unit, to: { state: 'LARGE_RESERVED' as const, heldUntil } }]),
    ]);
    const answer = {
      reservationId: reservation.id,
      stage: 'LARGE',
      depositAsked: formatMoney(depositAsked),
      currency: depositAsked.currency,
      validUntil: heldUntil,
    };
    const message = `${reservation.name} is upgraded to the large deposit of ${answer.depositAsked} ${answer.currency}, until ${heldUntil.slice(0, 16).replace('T', ' ')} UTC.`;
    const before = { stage: reservation.stage, validUntil: reservation.validUntil };
    return { plan: { answer, message, before, after: answer } };
  },
};

export const NO_TERMS = {
  holdHours: null,
  depositAsked: null,
  smallDepositHours: null,
  smallDepositAsked: null,
  mostExtensions: null,
  extensionHours: null,
};
