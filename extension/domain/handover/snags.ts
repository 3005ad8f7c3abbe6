/** Snags (C4): where one may go, by when it is to be mended, and the clock, which stands only while it is declined. */
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { Transitions } from '#domain/shared/state-machine.ts';
import type { SnagSeverity, SnagState } from './after-sale-states.ts';

export const SNAG_TRANSITIONS: Transitions<SnagState> = {
  OPEN: ['ASSIGNED', 'REJECTED'],
  ASSIGNED: ['IN_PROGRESS', 'FIXED', 'REJECTED'],
  IN_PROGRESS: ['ASSIGNED', 'FIXED', 'REJECTED'],
  FIXED: ['VERIFIED', 'REOPENED'],
  VERIFIED: ['REOPENED'],
  REJECTED: ['REOPENED'],
  REOPENED: ['ASSIGNED', 'IN_PROGRESS', 'FIXED', 'REJECTED'],
};

export const SNAG_ACTIONS = ['ASSIGN', 'START', 'FIX', 'VERIFY', 'DECLINE', 'REOPEN'] as const;

export type SnagAction = (typeof SNAG_ACTIONS)[number];

export const SNAG_ACTION_TO: Readonly<Record<SnagAction, SnagState>> = {
  ASSIGN: 'ASSIGNED',
  START: 'IN_PROGRESS',
  FIX: 'FIXED',
  VERIFY: 'VERIFIED',
  DECLINE: 'REJECTED',
  REOPEN: 'REOPENED',
};

/** What a contractor may do with a snag of theirs. */
export const CONTRACTOR_ACTIONS = ['START', 'FIX'] as const satisfies readonly SnagAction[];

/** Neither mended nor declined: these keep keys back when the snag is a blocking one. */
export const OPEN_SNAG_STATES: readonly SnagState[] = [
  'OPEN',
  'ASSIGNED',
  'IN_PROGRESS',
  'FIXED',
  'REOPENED',
];

/** What a contractor has still to do. */
export const CONTRACTOR_STATES: readonly SnagState[] = ['ASSIGNED', 'IN_PROGRESS', 'REOPENED'];

export const SNAG_DAYS: Readonly<Record<SnagSeverity, number>> = { BLOCKING: 7, MAJOR: 14, MINOR: 30 };

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export function snagActionsFrom(state: SnagState): SnagAction[] {
  return SNAG_ACTIONS.filter((action) => SNAG_TRANSITIONS[state].includes(SNAG_ACTION_TO[action]));
}

/** So many times twenty-four hours after it was found: no calendar, no time zone. */
export function snagDueAt(foundAt: Date, severity: SnagSeverity): string {
  return new Date(foundAt.getTime() + SNAG_DAYS[severity] * DAY_MS).toISOString();
}

/** How long ago an open snag was found, in days by the calendar. */
export const SNAG_AGES = ['D0_7', 'D8_14', 'D15_30', 'D31_PLUS'] as const;

export type SnagAge = (typeof SNAG_AGES)[number];

export function snagAge(days: number): SnagAge {
  if (days <= 7) return 'D0_7';
  if (days <= 14) return 'D8_14';
  return days <= 30 ? 'D15_30' : 'D31_PLUS';
}

export type SnagOnClock = {
  state: SnagState;
  severity: SnagSeverity;
  dueAt: string | null;
  pausedAt: string | null;
  pausedMinutes: number | null;
  reopened: number | null;
};

export type SnagClock = {
  /** RUNNING, STANDING while it is declined, STOPPED once it is verified. */
  runs: 'RUNNING' | 'STANDING' | 'STOPPED';
  /** Minutes until it is due, below zero when it is late; null without a due date or when it is over. */
  minutesLeft: number | null;
  isOverdue: boolean;
};

export function snagClock(snag: SnagOnClock, now: Date): SnagClock {
  if (snag.state === 'VERIFIED') return { runs: 'STOPPED', minutesLeft: null, isOverdue: false };
  const isStanding = snag.state === 'REJECTED';
  // A clock that stands shows what it showed when it was stopped.
  const at = isStanding && snag.pausedAt !== null ? Date.parse(snag.pausedAt) : now.getTime();
  const left = snag.dueAt === null ? null : Math.floor((Date.parse(snag.dueAt) - at) / MINUTE_MS);
  return {
    runs: isStanding ? 'STANDING' : 'RUNNING',
    minutesLeft: left,
    isOverdue: !isStanding && left !== null && left < 0,
  };
}

export type SnagMove = {
  action: SnagAction;
  /** Who is to mend it. */
  contractorId?: string | undefined;
  dueAt?: string | undefined;
  /** What was done, or why it is declined or reopened. */
  note?: string | undefined;
  by: string;
};

export type SnagMoved = {
  state: SnagState;
  contractorId?: string;
  dueAt?: string;
  assignedAt?: string;
  fixedAt?: string | null;
  fixNote?: string;
  verifiedAt?: string | null;
  verifiedBy?: string;
  declineReason?: string;
  reopened?: number;
  pausedAt?: string | null;
  pausedMinutes?: number;
};

export type MovableSnag = SnagOnClock & { name: string; contractorId: string | null };

/** @param isOwn an earlier run of this request has moved it already. */
export function decideSnagMove(
  snag: MovableSnag,
  move: SnagMove,
  now: Date,
  isOwn = false,
): Decision<SnagMoved> {
  const to = SNAG_ACTION_TO[move.action];
  if (!isOwn && !SNAG_TRANSITIONS[snag.state].includes(to))
    return refuse({ code: 'STATE_NOT_ALLOWED', what: snag.name, from: snag.state, to });
  const missing = missingOf(snag, move);
  if (missing !== null) return refuse({ code: 'INVALID_INPUT', field: missing, problem: 'is missing' });
  const at = now.toISOString();
  const { note = '', by } = move;
  const due = move.dueAt === undefined ? {} : { dueAt: move.dueAt };
  switch (move.action) {
    case 'ASSIGN':
      return { plan: { state: to, contractorId: move.contractorId ?? '', assignedAt: at, ...due } };
    case 'START':
      return { plan: { state: to } };
    case 'FIX':
      return { plan: { state: to, fixedAt: at, fixNote: note } };
    case 'VERIFY':
      return { plan: { state: to, verifiedAt: at, verifiedBy: by } };
    case 'DECLINE':
      return { plan: { state: to, declineReason: note, pausedAt: at } };
    case 'REOPEN':
      return { plan: { state: to, ...reopened(snag, now), ...due } };
  }
}

function missingOf(snag: MovableSnag, { action, contractorId, note = '', by }: SnagMove): string | null {
  if (action === 'ASSIGN' && contractorId === undefined) return 'contractorId';
  if (action === 'DECLINE' && note === '') return 'note';
  if (action === 'REOPEN' && note === '' && snag.state !== 'REJECTED') return 'note';
  if (action === 'VERIFY' && by === '') return 'verifiedBy';
  return null;
}

/** What stood is added to the due date; what was over already is asked for anew, by its severity. */
function reopened(snag: MovableSnag, now: Date): Omit<SnagMoved, 'state'> {
  const times = { reopened: (snag.reopened ?? 0) + 1, verifiedAt: null, verifiedBy: '', fixedAt: null };
  if (snag.state === 'VERIFIED') return { ...times, dueAt: snagDueAt(now, snag.severity) };
  if (snag.state !== 'REJECTED' || snag.pausedAt === null) return times;
  const stood = Math.max(0, now.getTime() - Date.parse(snag.pausedAt));
  return {
    ...times,
    pausedAt: null,
    pausedMinutes: (snag.pausedMinutes ?? 0) + Math.floor(stood / MINUTE_MS),
    ...(snag.dueAt === null ? {} : { dueAt: new Date(Date.parse(snag.dueAt) + stood).toISOString() }),
  };
}
