/** Holds (保留, C4): who may keep a unit without a deposit, for how long, and how many at a time (A005). */
import { isOver, notFree, type UnitLock, type UnitState } from '#domain/inventory/index.ts';
import { type Decision, type Refusal, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import { HOLD_TRANSITIONS, type HoldKind, type HoldState } from './hold-states.ts';
import { type QueueBatch, queueRefusal } from './queue.ts';

const HOUR_MS = 3_600_000;
const DEFAULT_HOURS = 4;
const DEFAULT_HOLDS = 3;
/** A hold for a VIP is a manager's word; a quarter is as far as it reaches. */
export const LONGEST_VIP_DAYS = 90;

export type HoldProject = { unitHoldHours: number | null; holdsPerSalesperson: number | null };

export type HoldRequest = {
  unit: { id: string; name: string; state: UnitState };
  lock: UnitLock | null;
  batch: QueueBatch | null;
  project: HoldProject | null;
  kind: Exclude<HoldKind, 'LEGAL'>;
  holdId: string;
  until: Date | null;
  now: Date;
};

export function decideHold(request: HoldRequest): Decision<{ until: Date; displaced: UnitLock | null }> {
  const { unit, lock, now, kind, batch } = request;
  const taken = notFree(unit, lock, request.holdId, now);
  if (taken !== null) return refuse(taken);
  // Who waits in the queue comes first; a manager may keep a unit out of it.
  const queue = kind === 'SALES' ? queueRefusal(batch, unit, null, null) : null;
  if (queue !== null) return refuse(queue);
  const until = holdUntil(kind, request.project, request.until, now);
  if ('refused' in until) return until;
  const displaced = lock !== null && isOver(lock.heldUntil, now) ? lock : null;
  return { plan: { until: until.plan, displaced } };
}

/** Until when a hold goes that is made or extended now. */
export function holdUntil(
  kind: HoldKind,
  project: HoldProject | null,
  asked: Date | null,
  now: Date,
): Decision<Date> {
  const hours = kind === 'VIP' ? LONGEST_VIP_DAYS * 24 : (project?.unitHoldHours ?? DEFAULT_HOURS);
  const most = new Date(now.getTime() + hours * HOUR_MS);
  if (asked === null && kind === 'VIP') return invalid('must be given for a VIP hold');
  const until = asked ?? most;
  if (until.getTime() <= now.getTime()) return invalid('must be in the future');
  if (until.getTime() > most.getTime()) return invalid(`must not be after ${most.toISOString()}`);
  return { plan: until };
}

function invalid(problem: string) {
  return refuse({ code: 'INVALID_INPUT', field: 'until', problem });
}

/** The places for holds of one salesperson: each is a unique key, so nobody can have more than there are. */
export function holdSlots(memberId: string, project: HoldProject | null): string[] {
  const limit = Math.max(0, project?.holdsPerSalesperson ?? DEFAULT_HOLDS);
  return Array.from({ length: limit }, (_, index) => `${memberId}:${index + 1}`);
}

export type EndingHold = { name: string; kind: HoldKind; state: HoldState; expiresAt: string | null };

export function decideReleaseHold(hold: EndingHold): Decision<{ state: HoldState }> {
  return closingRefusal(hold, 'RELEASED') ?? { plan: { state: 'RELEASED' } };
}

export function decideExpireHold(hold: EndingHold, now: Date): Decision<{ state: HoldState }> {
  const closed = closingRefusal(hold, 'EXPIRED');
  if (closed !== null) return closed;
  if (!isOver(hold.expiresAt, now)) {
    return refuse({ code: 'TIME_NOT_OVER', what: hold.name, until: hold.expiresAt ?? '' });
  }
  return { plan: { state: 'EXPIRED' } };
}

export function decideExtendHold(
  hold: EndingHold,
  project: HoldProject | null,
  asked: Date,
  now: Date,
): Decision<{ until: Date }> {
  const closed = closingRefusal(hold, 'EXPIRED');
  if (closed !== null) return closed;
  if (isOver(hold.expiresAt, now)) {
    return refuse({ code: 'TIME_OVER', what: hold.name, until: hold.expiresAt ?? '' });
  }
  const until = holdUntil(hold.kind, project, asked, now);
  if ('refused' in until) return until;
  if (until.plan.getTime() <= Date.parse(hold.expiresAt ?? '')) {
    return invalid(`must be after ${hold.expiresAt}`);
  }
  return { plan: { until: until.plan } };
}

/** A legal freeze has a command and a right of its own. */
function closingRefusal(hold: EndingHold, to: HoldState): { refused: Refusal } | null {
  if (hold.kind === 'LEGAL') return refuse({ code: 'NO_RIGHT', right: 'freezeUnits' });
  if (canGo(HOLD_TRANSITIONS, hold.state, to)) return null;
  return refuse({ code: 'STATE_NOT_ALLOWED', what: hold.name, from: hold.state, to });
}
