/**
 * What may be done with a reservation while it lives (C4): upgraded from the small to the large deposit,
 * extended, confirmed, given another unit. Guard of each: it is live, its time is not over, and lock and
 * reservation say the same, for otherwise somebody else is changing it at this very moment.
 */
import { isOver, type UnitLock, type UnitState } from '#domain/inventory/index.ts';
import { compare, formatMoney, type Money } from '#domain/shared/money.ts';
import { type Decision, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { ReservationStage, ReservationState } from './deal-states.ts';

export type LiveReservation = {
  id: string;
  name: string;
  state: ReservationState;
  stage: ReservationStage;
  price: Money | null;
  depositAsked: Money | null;
  validUntil: string | null;
  extensions: number | null;
};

export type Stands = {
  reservation: LiveReservation;
  unit: { name: string; state: UnitState } | null;
  lock: UnitLock | null;
  now: Date;
};

const NEVER = '9999-12-31T00:00:00.000Z';
const HOUR_MS = 3_600_000;
const LONGEST_DAYS = 366;
const DEFAULT_HOURS: Record<ReservationStage, number> = { SMALL: 72, LARGE: 24 };
/** A price that waits for its approval keeps the unit from others for a working day, not for longer. */
export const APPROVAL_HOURS = 8;

export type StageTerms = {
  holdHours: number | null;
  depositAsked: Money | null;
  smallDepositHours: number | null;
  smallDepositAsked: Money | null;
};

/** Hours and deposit of a stage, as the project has them; without them 72 hours small and 24 large (E4). */
export function termsOfStage(stage: ReservationStage, project: StageTerms) {
  const [hours, deposit] =
    stage === 'SMALL'
      ? [project.smallDepositHours, project.smallDepositAsked]
      : [project.holdHours, project.depositAsked];
  return { hours: hours ?? DEFAULT_HOURS[stage], deposit };
}

export function hoursFrom(from: Date, hours: number): Date {
  return new Date(from.getTime() + hours * HOUR_MS);
}

/** Null when the reservation stands and nobody is changing it; else why not. */
export function notStanding(
  { reservation, unit, lock, now }: Stands,
  state: ReservationState,
): Refusal | null {
  const { name, price, validUntil } = reservation;
  if (reservation.state === 'PENDING_APPROVAL' && state !== 'PENDING_APPROVAL')
    return { code: 'PRICE_NOT_APPROVED', reservation: name, price: price === null ? '' : formatMoney(price) };
  if (reservation.state !== state)
    return { code: 'RESERVATION_CLOSED', reservation: name, state: reservation.state };
  if (isOver(validUntil, now))
    return { code: 'RESERVATION_EXPIRED', reservation: name, until: validUntil ?? '' };
  if (unit === null) return { code: 'NOT_FOUND', what: 'unit of the reservation', id: reservation.id };
  return notItsLock(reservation, unit.name, lock);
}

/** The lock is the reservation's, for the time that the reservation says. */
export function notItsLock(
  { id, name, validUntil }: Pick<LiveReservation, 'id' | 'name' | 'validUntil'>,
  unit: string,
  lock: UnitLock | null,
): Refusal | null {
  if (lock?.holderId !== id)
    return { code: 'UNIT_TAKEN', unit, holder: lock?.holderName ?? 'nobody', until: lock?.heldUntil ?? null };
  // Compared as instants: they are written by different hands. Without an end both have none.
  const isSame = Date.parse(lock.heldUntil ?? NEVER) === Date.parse(validUntil ?? NEVER);
  return isSame ? null : { code: 'BUSY', what: name };
}

export type UpgradeRequest = Stands & {
  project: StageTerms;
  depositAsked: Money | null;
  mayAskLess: boolean;
};

/** SMALL -> LARGE of the same reservation: the large deposit at least, and the time of the large stage. */
export function decideUpgrade(request: UpgradeRequest): Decision<{ depositAsked: Money; validUntil: Date }> {
  const { reservation, unit, project, now, mayAskLess } = request;
  const problem = notStanding(request, 'ACTIVE');
  if (problem !== null) return refuse(problem);
  if (unit?.state === 'FROZEN')
    return refuse({ code: 'STATE_NOT_ALLOWED', what: unit.name, from: 'FROZEN', to: 'LARGE_RESERVED' });
  if (reservation.stage === 'LARGE')
    return refuse({ code: 'STATE_NOT_ALLOWED', what: reservation.name, from: 'LARGE', to: 'LARGE' });
  const { hours, deposit: required } = termsOfStage('LARGE', project);
  const depositAsked = request.depositAsked ?? required ?? reservation.depositAsked;
  if (depositAsked === null) throw new Error(`Reservation ${reservation.name} asks no deposit at all`);
  const isTooLow = required?.currency === depositAsked.currency && compare(depositAsked, required) < 0;
  if (isTooLow && !mayAskLess) {
    const [asked, least] = [formatMoney(depositAsked), formatMoney(required)];
    return refuse({ code: 'DEPOSIT_TOO_LOW', unit: unit?.name ?? '', asked, required: least });
  }
  return { plan: { depositAsked, validUntil: hoursFrom(now, hours) } };
}

export type ExtendRequest = Stands & {
  project: { mostExtensions: number | null; extensionHours: number | null };
  /** Null for what the project allows. */
  hours: number | null;
  mayExceed: boolean;
};

const DEFAULT_EXTENSIONS = 2;
const DEFAULT_EXTENSION_HOURS = 24;

/** So often and so long as the project allows; a sales manager beyond that, within a year. */
export function decideExtend(request: ExtendRequest): Decision<{ validUntil: Date; extensions: number }> {
  const { reservation, project, now, mayExceed } = request;
  const problem = notStanding(request, 'ACTIVE');
  if (problem !== null) return refuse(problem);
  const most = project.mostExtensions ?? DEFAULT_EXTENSIONS;
  const mostHours = project.extensionHours ?? DEFAULT_EXTENSION_HOURS;
  const hours = request.hours ?? mostHours;
  const extensions = (reservation.extensions ?? 0) + 1;
  if (!mayExceed && (extensions > most || hours > mostHours))
    return refuse({ code: 'EXTENSION_NOT_ALLOWED', reservation: reservation.name, most, mostHours });
  const validUntil = hoursFrom(new Date(reservation.validUntil ?? 0), hours);
  if (validUntil.getTime() > hoursFrom(now, LONGEST_DAYS * 24).getTime())
    return refuse({ code: 'INVALID_INPUT', field: 'hours', problem: 'must end within a year' });
  return { plan: { validUntil, extensions } };
}

/** The price that was approved, and no other; then the time of the stage begins anew. */
export function decideConfirm(
  request: Stands & { project: StageTerms; price: Money },
): Decision<{ validUntil: Date }> {
  const { reservation, project, price, now } = request;
  const problem = notStanding(request, 'PENDING_APPROVAL');
  if (problem !== null) return refuse(problem);
  const isAsApproved =
    reservation.price?.currency === price.currency && reservation.price.minor === price.minor;
  if (!isAsApproved) return refuse({ code: 'APPROVAL_CHANGED', approval: reservation.name });
  return { plan: { validUntil: hoursFrom(now, termsOfStage(reservation.stage, project).hours) } };
}
