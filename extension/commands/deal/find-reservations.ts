/**
 * Findings about reservations: about to expire, deposit missing, contract unsigned. Reads only. Guarded
 * updates tell nobody (platform rule), so workflows ask by the clock and not by an event.
 */
import * as z from 'zod/mini';
import { missingDeposit, SIGN_WITHIN_DAYS, stageSince } from '#domain/deal/index.ts';
import { isOver } from '#domain/inventory/index.ts';
import { formatMoney } from '#domain/shared/money.ts';
import type { RecordOf } from '#port/records.ts';
import { type Finding, type Found, hoursFrom, momentText, setting } from '../system/finding.ts';

const MOST_HOURS = 24 * 90;
const MOST_DAYS = 365;

type Reservation = RecordOf<'reservation'>;

function found(
  reservation: Reservation,
  occasion: string,
  rest: Pick<Found, 'label' | 'dueAt'> & { details?: string },
): Found {
  const { id, salespersonId } = reservation;
  return { occasion, object: 'reservation', recordId: id, assigneeId: salespersonId, ...rest };
}

const expiringSchema = z.object({ withinHours: setting(24, MOST_HOURS) });

/** A longer term is a new occasion: whoever extended is told again before that ends. */
export const findExpiringReservations: Finding<z.infer<typeof expiringSchema>> = {
  name: 'find-expiring-reservations',
  title: 'Find reservations about to expire',
  schema: expiringSchema,

  async find({ store, clock }, { withinHours }) {
    const now = clock.now();
    const { reservations } = await store.read({
      reservations: {
        object: 'reservation',
        filter: {
          state: 'ACTIVE',
          validUntil: { gte: now.toISOString(), lte: hoursFrom(now, withinHours) },
        },
        orderBy: { validUntil: 'ASC' },
      },
    });
    const items = reservations.flatMap((one) => {
      const { validUntil, name } = one;
      if (validUntil === null || isOver(validUntil, now)) return [];
      const label = `${name} · ${momentText(validUntil)}`;
      return [found(one, `reservation expiring ${instantOf(validUntil)}`, { label, dueAt: validUntil })];
    });
    return { plan: items };
  },
};

const depositSchema = z.object({ afterHours: setting(24, MOST_HOURS) });

/** Counted from the stage that asks for the deposit, so that the large one is told of its own (C4). */
export const findMissingDeposits: Finding<z.infer<typeof depositSchema>> = {
  name: 'find-missing-deposits',
  title: 'Find reservations whose deposit is missing',
  schema: depositSchema,

  async find({ store, clock }, { afterHours }) {
    const now = clock.now();
    const before = hoursFrom(now, -afterHours);
    const { reservations } = await store.read({
      reservations: {
        object: 'reservation',
        filter: { state: 'ACTIVE', reservedAt: { lte: before } },
        orderBy: { reservedAt: 'ASC' },
      },
    });
    const items = reservations.flatMap((one) => {
      const since = stageSince(one);
      if (isOver(one.validUntil, now) || since === null || since > instantOf(before)) return [];
      const missing = missingDeposit(one.depositAsked, one.depositPaid);
      if (missing === null) return [];
      const label = `${one.name} · ${formatMoney(missing)} ${missing.currency}`;
      return [found(one, `deposit missing ${one.stage}`, { label, dueAt: null })];
    });
    return { plan: items };
  },
};

const unsignedSchema = z.object({ afterDays: setting(SIGN_WITHIN_DAYS, MOST_DAYS) });

/** C4: a large deposit is the promise to sign; so many days later nobody has. */
export const findUnsignedReservations: Finding<z.infer<typeof unsignedSchema>> = {
  name: 'find-unsigned-reservations',
  title: 'Find large deposits without contract',
  schema: unsignedSchema,

  async find({ store, clock }, { afterDays }) {
    const now = clock.now();
    const before = hoursFrom(now, -24 * afterDays);
    const { reservations } = await store.read({
      reservations: {
        object: 'reservation',
        filter: { state: 'ACTIVE', stage: 'LARGE', reservedAt: { lte: before } },
        orderBy: { reservedAt: 'ASC' },
      },
    });
    const items = reservations.flatMap((one) => {
      const since = stageSince(one);
      if (isOver(one.validUntil, now) || since === null || since > instantOf(before)) return [];
      return [
        found(one, `contract unsigned ${since}`, {
          label: `${one.name} · ${momentText(since)}`,
          dueAt: null,
        }),
      ];
    });
    return { plan: items };
  },
};

/** Servers write the same instant in more than one way. */
function instantOf(instant: string): string {
  return new Date(instant).toISOString();
}
