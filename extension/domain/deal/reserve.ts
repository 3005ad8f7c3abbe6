/** May this unit be reserved, at which price and until when? Guard of AVAILABLE/HELD -> SMALL/LARGE_RESERVED (C4, D6). */
import {
  effectiveLock,
  permitRefusal,
  type ReleaseProject,
  type UnitLock,
  type UnitState,
} from '#domain/inventory/index.ts';
import { compare, formatMoney, type Money, zero } from '#domain/shared/money.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { ReservationStage } from './deal-states.ts';
import { type AgreedPrice, type DiscountRule, decidePrice } from './discounts.ts';
import { APPROVAL_HOURS, hoursFrom, type StageTerms, termsOfStage } from './live-reservation.ts';

export type ReserveUnit = {
  id: string;
  name: string;
  state: UnitState;
  listPrice: Money | null;
  floorPrice: Money | null;
  filedPrice: Money | null;
};

export type ReserveProject = ReleaseProject & StageTerms & { timeZone: string };

export type ReserveRequest = {
  unit: ReserveUnit;
  project: ReserveProject;
  projectId: string | null;
  lock: UnitLock | null;
  /** The id that the new reservation will have: its own lock never stands in its way. */
  reservationId: string;
  /** The lock is of a hold or a queue ticket that this very customer or salesperson gives up for it. */
  takesOver: boolean;
  /** What the unit was before the hold that has, or had, its lock; null without one. */
  stateBefore: UnitState | null;
  now: Date;
  hasBuyer: boolean;
  stage: ReservationStage;
  price: Money | null;
  discounts: readonly DiscountRule[];
  /** A price below the floor waits for somebody else's approval. */
  withApproval: boolean;
  depositAsked: Money | null;
  validUntil: Date | null;
  /** Whether the caller may agree on another price than the list's. */
  maySetPrice: boolean;
};

export type ReservePlan = AgreedPrice & {
  stage: ReservationStage;
  depositAsked: Money;
  validUntil: Date;
  /** A holder whose time is over and that has to be displaced first. */
  displaced: UnitLock | null;
};

const HOLDING_STATES: readonly UnitState[] = ['HELD', 'SMALL_RESERVED', 'LARGE_RESERVED'];
const LONGEST_DAYS = 366;

export function decideReserve(request: ReserveRequest): Decision<ReservePlan> {
  const { unit, project, lock, now, stage } = request;
  const taken = notFree(request);
  if (taken !== null) return refuse(taken);
  if (!request.hasBuyer) return refuse({ code: 'NO_BUYER', unit: unit.name });
  const today = dateIn(now, project.timeZone || 'UTC');
  const permit = permitRefusal(project, today);
  if (permit !== null) return permit;
  const { price, maySetPrice, withApproval, projectId } = request;
  const discounts = { rules: request.discounts, projectId, today };
  const agreed = decidePrice({ unit, price, maySetPrice, withApproval, discounts });
  if (isRefused(agreed)) return agreed;
  const validUntil = untilWhen(request, agreed.plan.needsApproval);
  if (isRefused(validUntil)) return validUntil;
  const depositAsked = agreedDeposit(request, agreed.plan.price.currency);
  if (isRefused(depositAsked)) return depositAsked;
  const displaced = lock !== null && effectiveLock(lock, now) === null ? lock : null;
  return {
    plan: {
      ...agreed.plan,
      stage,
      depositAsked: depositAsked.plan,
      validUntil: validUntil.plan,
      displaced,
    },
  };
}

function notFree({ unit, lock, now, reservationId, takesOver, stateBefore }: ReserveRequest): Refusal | null {
  const held = effectiveLock(lock, now);
  if (held !== null && held.holderId !== reservationId && !takesOver)
    return { code: 'UNIT_TAKEN', unit: unit.name, holder: held.holderName, until: held.heldUntil };
  // A hold on a unit that was kept from sale does not put it on sale by running out.
  if (held === null && stateBefore === 'CONTROLLED')
    return { code: 'UNIT_NOT_FOR_SALE', unit: unit.name, state: stateBefore };
  // With a lock of our own or one that is over, the unit may still show that somebody had it.
  const isFree = unit.state === 'AVAILABLE' || (lock !== null && HOLDING_STATES.includes(unit.state));
  return isFree ? null : { code: 'UNIT_NOT_FOR_SALE', unit: unit.name, state: unit.state };
}

function untilWhen({ validUntil, now, stage, project }: ReserveRequest, isPending: boolean): Decision<Date> {
  const wrong = (problem: string) => refuse({ code: 'INVALID_INPUT', field: 'validUntil', problem });
  const until = validUntil ?? hoursFrom(now, termsOfStage(stage, project).hours);
  if (until.getTime() <= now.getTime()) return wrong('must be in the future');
  if (until.getTime() > hoursFrom(now, LONGEST_DAYS * 24).getTime()) return wrong('must be within a year');
  const decided = hoursFrom(now, APPROVAL_HOURS);
  return { plan: isPending && decided.getTime() < until.getTime() ? decided : until };
}

type DepositRequest = Pick<ReserveRequest, 'stage' | 'depositAsked' | 'maySetPrice'> & {
  unit: { name: string };
  project: StageTerms;
};

/** The deposit asked: the project's own unless another one is given; less only by who may set prices. */
export function agreedDeposit(request: DepositRequest, currency: string): Decision<Money> {
  const { unit, project, stage, maySetPrice } = request;
  const required = termsOfStage(stage, project).deposit;
  const asked = request.depositAsked ?? required ?? zero(currency);
  if (asked.currency !== currency)
    return refuse({ code: 'CURRENCY_MISMATCH', expected: currency, given: asked.currency });
  const isTooLow = required?.currency === currency && compare(asked, required) < 0;
  if (!isTooLow || maySetPrice) return { plan: asked };
  const [given, least] = [formatMoney(asked), formatMoney(required)];
  return refuse({ code: 'DEPOSIT_TOO_LOW', unit: unit.name, asked: given, required: least });
}
