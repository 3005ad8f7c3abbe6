/**
 * The watch on what has no event of its own. Twenty gives a function one event, and each event costs a run; so every
 * quarter of an hour this looks at the guarded records of all objects that anybody wrote since the last time,
 * and puts right what differs from its seal, as the watch would have.
 *
 * Changes: sealed fields back to their sealed values, or what the meaning's command changes; a note and an audit entry
 * each; its own mark of when it last looked. Guard: the seal; without a difference nothing happens.
 * After a crash: the mark is the old one, so that the next run looks at the same records again.
 */
import { COMMAND_MADE, type GuardedObject, SEALED } from '#port/guarded.ts';
import type { RecordOf } from '#port/records.ts';
import { driftOf } from '#port/seal.ts';
import type { Clock, Notices, Store } from '#port/store.ts';
import type { JobReport } from './jobs.ts';
import { MEANINGS } from './meanings.ts';
import { derivedId } from './request-ids.ts';
import { putRight } from './watch.ts';

const JOB = 'check-seals';
/** Who it was is in the record's own timeline. */
const SOMEBODY = { memberId: null, name: 'Somebody' };
const HOUR_MS = 3_600_000;
/** A server's clock and ours may differ by so much. */
const OVERLAP_MS = 2 * 60_000;
const FIRST_LOOK_MS = 24 * HOUR_MS;
const LONGEST_LOOK_MS = 7 * 24 * HOUR_MS;

const OBJECTS = Object.keys(SEALED) as GuardedObject[];

type Job = { store: Store; notices: Notices; clock: Clock };

export async function checkSeals({ store, notices, clock }: Job): Promise<JobReport> {
  const startedAt = clock.now();
  const report: JobReport = { job: JOB, done: 0, refused: 0, failed: [], says: [] };
  const watch = { store, notices, clock, actor: SOMEBODY };
  const mark = await lastLook(store);
  for (const { object, observed } of await store.observeSince(OBJECTS, sinceOf(mark, startedAt))) {
    for (const { sealed, stored, isSealed } of observed) {
      const name = nameOf(sealed);
      // Without a seal no command made it and none counts it: to seal it now would make it one of ours.
      if (!isSealed && COMMAND_MADE.includes(object)) {
        report.refused++;
        report.says?.push(`${name} (${object}) was made by hand: no command counts it. Delete it.`);
        continue;
      }
      if (driftOf(object, sealed as never, stored as never).length === 0) continue;
      try {
        const { putBack, carriedOut } = await putRight(watch, object, sealed.id, MEANINGS[object]);
        // Its own event may have been faster.
        if (putBack.length === 0) continue;
        report.done++;
        report.says?.push(`${name} (${object}): ${carriedOut ?? `${putBack.join(', ')} put back`}.`);
      } catch (error) {
        report.failed.push({ item: name, problem: error instanceof Error ? error.message : String(error) });
      }
    }
  }
  if (report.failed.length === 0) await setMark(store, mark, startedAt);
  return report;
}

type Mark = RecordOf<'jobRun'> | null;

const MARK_ID = derivedId('job run', JOB, 'last look');

async function lastLook(store: Store): Promise<Mark> {
  const { marks } = await store.read({ marks: { object: 'jobRun', filter: { id: MARK_ID } } });
  return marks[0] ?? null;
}

function sinceOf(mark: Mark, now: Date): Date {
  const last = mark?.startedAt ? Date.parse(mark.startedAt) - OVERLAP_MS : now.getTime() - FIRST_LOOK_MS;
  return new Date(Math.max(last, now.getTime() - LONGEST_LOOK_MS));
}

/** One row that is written again and again: a run that finds nothing leaves no record of its own. */
async function setMark(store: Store, mark: Mark, now: Date): Promise<void> {
  const to = {
    name: JOB,
    startedAt: now.toISOString(),
    finishedAt: now.toISOString(),
    summary: 'Looked last at this time; runs that found something have a record of their own.',
  };
  await store.write([
    mark === null
      ? { create: 'jobRun', row: { id: MARK_ID, ...to } }
      : { change: 'jobRun', record: mark, to },
  ]);
}

function nameOf(record: { id: string }): string {
  return 'name' in record && typeof record.name === 'string' && record.name !== '' ? record.name : record.id;
}
