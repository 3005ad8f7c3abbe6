/** How the jobs of Keyturn do, and what they find: the part of Setup that has to be looked at again and again. Pure. */

import type { SetupJob, SetupState } from '#domain/system/setup-answer.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

export type JobHealth = {
  name: string;
  label: string;
  /** LATE: it leaves a record of every run, and the last one is too old. QUIET: nothing found in a week. */
  state: 'GOOD' | 'FAILED' | 'LATE' | 'QUIET';
  lastAt: string | null;
  told: string;
  values: Record<string, string | number>;
  summary: string;
};

const HOUR_MS = 3_600_000;

/** `everyHours` only for jobs that leave a record whether they find something or not. */
const JOBS: Record<string, { label: string; everyHours?: number }> = {
  'check-seals': { label: msg('Watch on values that only commands write'), everyHours: 1 },
  reconcile: { label: msg('Nightly reconciliation of the ledger'), everyHours: 30 },
  'daily-figures': { label: msg('Figures of the day') },
  'keep-ledger': { label: msg('Dues, late fees and reminders') },
  'expire-reservations': { label: msg('Reservations, holds and calls whose time is over') },
  'resume-commands': { label: msg('Commands that were cut off') },
  'check-units': { label: msg('States of units against their locks') },
};

export function healthOf({ jobs, now }: SetupState): JobHealth[] {
  const known = Object.keys(JOBS).map((name) => jobs.find((job) => job.name === name) ?? noRun(name));
  const others = jobs.filter(({ name }) => JOBS[name] === undefined);
  return [...known, ...others].map((job) => jobHealth(job, Date.parse(now)));
}

const noRun = (name: string): SetupJob => ({ name, lastAt: null, failed: 0, failedAt: null, summary: '' });

function jobHealth(job: SetupJob, now: number): JobHealth {
  const { label = job.name, everyHours } = JOBS[job.name] ?? {};
  const age = job.lastAt === null ? Number.POSITIVE_INFINITY : now - Date.parse(job.lastAt);
  const isLate = everyHours !== undefined && age > everyHours * HOUR_MS;
  const base = { name: job.name, label, lastAt: job.lastAt, summary: job.summary };
  if (job.failed > 0)
    return {
      ...base,
      state: 'FAILED',
      told: msg('{count} runs of this week had failures.'),
      values: { count: job.failed },
    };
  if (isLate)
    return {
      ...base,
      state: 'LATE',
      told:
        job.lastAt === null
          ? msg('No run in a week. Does the server’s worker run, and are its cron jobs registered?')
          : msg('It should run every {hours} h. Does the server’s worker run?'),
      values: { hours: everyHours ?? 0 },
    };
  if (job.lastAt === null)
    return { ...base, state: 'QUIET', told: msg('Found nothing to do this week.'), values: {} };
  return { ...base, state: 'GOOD', told: '', values: {} };
}
