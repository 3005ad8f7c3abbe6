/** Cancellation rate by signing cohort (F2): of what was signed in a month, how much has ended since. */
import { type ContractState, LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { type Ratio, ratio } from './ratio.ts';

/** Ended before the keys, or about to: whoever asked to cancel is gone already. */
export const ENDED_STATES: readonly ContractState[] = [
  'CANCEL_PENDING',
  'CANCELLED',
  'RESCINDED',
  'TERMINATED',
];

/** Whatever became of it: it has been signed. */
export const SIGNED_STATES: readonly ContractState[] = [...LIVE_CONTRACT_STATES, ...ENDED_STATES];

export function isCancelled(state: string): boolean {
  return ENDED_STATES.some((ended) => ended === state);
}

export type CohortGroup = { month: string; state: string; count: number };

export type Cohort = { month: string; signed: number; cancelled: number; rate: Ratio };

/** In the order of the months. The rate is n/a for a month that signed nothing. */
export function cancellationCohorts(groups: readonly CohortGroup[]): Cohort[] {
  const months = [...new Set(groups.map(({ month }) => month))].sort();
  return months.map((month) => {
    const own = groups.filter((group) => group.month === month);
    const signed = own.reduce((all, { count }) => all + count, 0);
    const cancelled = own
      .filter(({ state }) => isCancelled(state))
      .reduce((all, { count }) => all + count, 0);
    return { month, signed, cancelled, rate: ratio(cancelled, signed) };
  });
}
