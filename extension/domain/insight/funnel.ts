/**
 * The funnel (F1): of what began in a period, how many reached each stage, and what share went on from the one
 * before. One cohort from its first stage to its last, never this month's by this month's (F2).
 */
import { type Ratio, ratio } from './ratio.ts';

export type StageCount = { stage: string; count: number };

export type FunnelStage = {
  stage: string;
  count: number;
  /** Of the stage before; null for the first, and where nothing came that far. */
  conversion: Ratio;
  /** Of the first stage. */
  overall: Ratio;
};

/** `reached` is in the order of the stages; who reached a stage has reached those before it. */
export function funnel(reached: readonly StageCount[]): FunnelStage[] {
  const first = reached[0]?.count ?? 0;
  return reached.map(({ stage, count }, index) => ({
    stage,
    count,
    conversion: index === 0 ? null : ratio(count, reached[index - 1]?.count ?? 0),
    overall: ratio(count, first),
  }));
}

/** Stages in which nothing is now: work will be lacking there soon (A053). */
export function emptyStages(open: readonly StageCount[]): string[] {
  return open.filter(({ count }) => count === 0).map(({ stage }) => stage);
}
