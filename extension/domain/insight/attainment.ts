/** Plan attainment (F2): actual of target, and where the pace so far leads by the end of the period. */
import { divide } from '#domain/shared/money.ts';
import { type Ratio, ratio } from './ratio.ts';

export type Attainment = {
  /** Actual of target; n/a without a target. */
  reached: Ratio;
  /** What it will be at this pace, in the unit of the actual; n/a before the first working day is over. */
  runRate: bigint | null;
};

/** Weighted by working days: a month that begins with a holiday is not behind on its third day. */
export function attainment(
  actual: bigint,
  target: bigint | null,
  workingDays: { done: number; all: number },
): Attainment {
  const { done, all } = workingDays;
  return {
    reached: target === null ? null : ratio(actual, target),
    runRate: done <= 0 ? null : divide(actual * BigInt(all), BigInt(done), 'HALF_UP'),
  };
}
