/**
 * What a live reservation waits for (C4, F1): the contract that its large deposit promised, the deposit itself,
 * or nothing but its time. The jobs that leave tasks and the page "My day" ask the same.
 */
import { compare, isPositive, type Money, subtract } from '#domain/shared/money.ts';
import type { ReservationStage } from './deal-states.ts';

/** A large deposit is the promise to sign; so many days later nobody has. */
export const SIGN_WITHIN_DAYS = 7;

const DAY_MS = 86_400_000;

export type StageTimes = {
  stage: ReservationStage | null;
  reservedAt: string | null;
  upgradedAt: string | null;
};

/** Since when the stage lasts, as an ISO instant: servers write the same instant in more than one way. */
export function stageSince({ stage, upgradedAt, reservedAt }: StageTimes): string | null {
  const since = stage === 'LARGE' ? (upgradedAt ?? reservedAt) : reservedAt;
  return since === null ? null : new Date(since).toISOString();
}

/** What is still missing of the deposit that was asked; null when nothing is. */
export function missingDeposit(asked: Money | null, paid: Money | null): Money | null {
  if (asked === null || !isPositive(asked)) return null;
  if (paid === null || paid.currency !== asked.currency) return asked;
  return compare(paid, asked) >= 0 ? null : subtract(asked, paid);
}

/** The day by which a large deposit should have become a contract; null for a small one. */
export function signBy(times: StageTimes, withinDays = SIGN_WITHIN_DAYS): string | null {
  const since = times.stage === 'LARGE' ? stageSince(times) : null;
  return since === null ? null : new Date(Date.parse(since) + withinDays * DAY_MS).toISOString();
}
