/** May this unit be reserved, at which price and until when? Guard of AVAILABLE -> LARGE_RESERVED (C4, D6). */
import {
  effectiveLock,
  permitRefusal,
  type ReleaseProject,
  type UnitLock,
  type UnitState,
} from '#domain/inventory/index.ts';
import { compare, formatMoney, isPositive, type Money, zero } from '#domain/shared/money.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';

export type ReserveUnit = {
  id: string;
  name: string;
  state: UnitState;
  listPrice: Money | null;
  floorPrice: Money | null;
  filedPrice: Money | null;
};

export type ReserveProject = ReleaseProject & {
  timeZone: string;
  holdHours: number | null;
  depositAsked: Money | null;
};

export type ReserveRequest = {
  unit: ReserveUnit;
  project: ReserveProject;
  lock: UnitLock | null;
  /** The id that the new reservation will have: its own lock never stands in its way. */
  reservationId: string;
  now: Date;
  hasBuyer: boolean;
  price: Money | null;
  depositAsked: Money | null;
  validUntil: Date | null;
  /** Whether the caller may agree on another price than the list's. */
  maySetPrice: boolean;
};

export type ReservePlan = {
  price: Money;
  depositAsked: Money;
  validUntil: Date;
  /** A reservation whose time is over and that has to be expired first. */
  displaced: UnitLock | null;
};

const HOLDING_STATES: readonly UnitState[] = ['HELD', 'SMALL_RESERVED', 'LARGE_RESERVED'];
const LONGEST_DAYS = 366;
const HOUR_MS = 3_600_000;
const DEFAULT_HOLD_HOURS = 24;

export function decideReserve(request: ReserveRequest): Decision<ReservePlan> {
  const { unit, project, lock, now, reservationId } = request;
  const held = effectiveLock(lock, now);
  if (held !== null && held.holderId !== reservationId) {
    return refuse({ code: 'UNIT_TAKEN', unit: unit.name, holder: held.holderName, until: held.heldUntil });
  }
  // With a lock of our own or one that is over, the unit may still show that somebody had it.
  const isFree = unit.state === 'AVAILABLE' || (lock !== null && HOLDING_STATES.includes(unit.state));
  if (!isFree) {
    return refuse({ code: 'UNIT_NOT_FOR_SALE', unit: unit.name, state: unit.state });
  }
  if (!request.hasBuyer) return refuse({ code: 'NO_BUYER', unit: unit.name });
  const permit = permitRefusal(project, dateIn(now, project.timeZone || 'UTC'));
  if (permit !== null) return permit;
  const price = agreedPrice(request);
  if ('refused' in price) return price;
  const validUntil =
    request.validUntil ?? new Date(now.getTime() + (project.holdHours ?? DEFAULT_HOLD_HOURS) * HOUR_MS);
  if (validUntil.getTime() <= now.getTime()) {
    return refuse({ code: 'INVALID_INPUT', field: 'validUntil', problem: 'must be in the future' });
  }
  const depositAsked = request.depositAsked ?? project.depositAsked ?? zero(price.plan.currency);
  if (validUntil.getTime() > now.getTime() + LONGEST_DAYS * 24 * HOUR_MS) {
    return refuse({ code: 'INVALID_INPUT', field: 'validUntil', problem: 'must be within a year' });
  }
  if (depositAsked.currency !== price.plan.currency) {
    return refuse({ code: 'CURRENCY_MISMATCH', expected: price.plan.currency, given: depositAsked.currency });
  }
  const required = project.depositAsked;
  const isTooLow =
    required !== null && required.currency === depositAsked.currency && compare(depositAsked, required) < 0;
  if (isTooLow && !request.maySetPrice) {
    return refuse({
      code: 'DEPOSIT_TOO_LOW',
      unit: unit.name,
      asked: formatMoney(depositAsked),
      required: formatMoney(required),
    });
  }
  const displaced = lock !== null && held === null ? lock : null;
  return { plan: { price: price.plan, depositAsked, validUntil, displaced } };
}

function agreedPrice({ unit, price, maySetPrice }: ReserveRequest): Decision<Money> {
  const list = unit.listPrice;
  if (list === null || !isPositive(list)) return refuse({ code: 'UNIT_HAS_NO_PRICE', unit: unit.name });
  const agreed = price ?? list;
  if (!isPositive(agreed))
    return refuse({ code: 'INVALID_INPUT', field: 'price', problem: 'must be above zero' });
  for (const limit of [agreed, unit.floorPrice, unit.filedPrice]) {
    if (limit !== null && limit.currency !== list.currency) {
      return refuse({ code: 'CURRENCY_MISMATCH', expected: list.currency, given: limit.currency });
    }
  }
  if (compare(agreed, list) !== 0 && !maySetPrice) {
    return refuse({ code: 'PRICE_NOT_YOURS_TO_SET', unit: unit.name, listPrice: formatMoney(list) });
  }
  if (unit.floorPrice !== null && compare(agreed, unit.floorPrice) < 0) {
    return refuse({ code: 'PRICE_BELOW_FLOOR', unit: unit.name, price: formatMoney(agreed) });
  }
  if (unit.filedPrice !== null && compare(agreed, unit.filedPrice) > 0) {
    return refuse({
      code: 'PRICE_ABOVE_FILED',
      unit: unit.name,
      price: formatMoney(agreed),
      filed: formatMoney(unit.filedPrice),
    });
  }
  return { plan: agreed };
}
