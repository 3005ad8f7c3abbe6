/** Absolute times are not stable on shared machines, so each figure is a ratio of two things done in turns. */

export type Ratio = { ratio: number; ours: string; theirs: string; rounds: number };

/** The middle of an odd or even number of values. @throws RangeError for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('There is no median of nothing');
  return (upper + lower) / 2;
}

async function milliseconds(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * Median time of `ours` by median time of `theirs`, run in turns; one round first to warm up.
 * @param before makes the same start for either of them; it is not measured.
 */
export async function ratioOf(
  rounds: number,
  ours: (round: number) => unknown,
  theirs: (round: number) => unknown,
  before: () => unknown = () => undefined,
): Promise<Ratio> {
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    await before();
    const first = await milliseconds(() => ours(round));
    await before();
    const second = await milliseconds(() => theirs(round));
    if (round === 0) continue;
    times.ours.push(first);
    times.theirs.push(second);
  }
  const [a, b] = [median(times.ours), median(times.theirs)];
  return {
    ratio: Math.round((a / b) * 100) / 100,
    ours: `${a.toFixed(2)} ms`,
    theirs: `${b.toFixed(2)} ms`,
    rounds,
  };
}
