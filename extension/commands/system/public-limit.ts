/**
 * How much comes in through a door at which nobody is signed in: so much an hour of one link, sender or project. What
 * has come in is counted in the records that it has made, so whoever takes it counts the same; requests at
 * the very same moment may go over the number by as many as they are. What is refused changes nothing and counts for
 * nothing. Reads only.
 */
import { refuse } from '#domain/shared/refusal.ts';
import type { Read } from '#port/store.ts';

const HOUR_MS = 3_600_000;
const HOUR_MINUTES = 60;

/** An hour ago. */
export function lastHour(now: Date): string {
  return new Date(now.getTime() - HOUR_MS).toISOString();
}

/** A refusal once there are so many within the hour, else null. */
export function tooMany(what: string, count: number, most: number) {
  return count < most ? null : refuse({ code: 'TOO_MANY_REQUESTS', what, afterMinutes: HOUR_MINUTES });
}

/** What has been carried out in a name within the hour, at most so much; of one record, or of any. */
export function carriedOutBy(
  actorName: string,
  now: Date,
  most: number,
  subjectId?: string,
): Read<'auditEntry'> {
  const of = subjectId === undefined ? {} : { subjectId };
  return {
    object: 'auditEntry',
    filter: { actorName, ...of, startedAt: { gt: lastHour(now) } },
    limit: most,
  };
}
