/** Which holds and reservations want somebody's attention because their time is ending (C4, E4). */
import { SOON_MS } from '#domain/insight/urgency.ts';

export type Ending = 'SOON' | 'OVER';

/** Null where time does not run, or is left. What is over can be taken by the next buyer at once. */
export function endingOf({ heldUntil }: { heldUntil: string | null }, now: number): Ending | null {
  const end = heldUntil === null ? Number.NaN : Date.parse(heldUntil);
  if (Number.isNaN(end)) return null;
  if (end <= now) return 'OVER';
  return end - now <= SOON_MS ? 'SOON' : null;
}
