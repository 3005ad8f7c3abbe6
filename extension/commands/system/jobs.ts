/**
 * The jobs that keep the workspace in order. Each item is a command of its own or a derived value, so
 * any job may run twice or be cut off anywhere; an item that fails is named and stops no other.
 *
 * Changes: what the commands change that it carries out or through; states of units that differ from their
 * locks; a record of each run that found something to do. Guard: the commands' own; a unit follows its lock,
 * and what changes at the very same moment is put right by the next run. After a crash: so is the rest.
 */
import { derivedState, heldAsOf } from '#domain/inventory/holding.ts';
import { type HeldAs, isOver, TAKEN_STATES, type UnitState } from '#domain/inventory/index.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { RIGHTS, type Right } from '#domain/system/index.ts';
import type { RecordOf } from '#port/records.ts';
import type { Clock, Store } from '#port/store.ts';
import { expireReservation } from '../deal/close-reservation.ts';
import { carryOut, type JournalInput } from './carry-out.ts';
import type { AnyCommand } from './command.ts';
import { derivedId } from './request-ids.ts';

export type Job = { store: Store; clock: Clock };
export type JobReport = {
  job: string;
  done: number;
  refused: number;
  failed: { item: string; problem: string }[];
  /** A run that found nothing to do leaves a record, too. */
  isAlwaysRecorded?: boolean;
};

export const KEYTURN = { memberId: null, name: 'Keyturn' };
/** A run takes so many items at most; the next one goes on. */
export const AT_ONCE = 200;
/** A command that is still at work is left alone for so long. */
export const PATIENCE_MS = 2 * 60_000;

export async function eachItem<T>(
  job: string,
  items: readonly T[],
  nameOf: (item: T) => string,
  work: (item: T) => Promise<boolean>,
) {
  const report: JobReport = { job, done: 0, refused: 0, failed: [] };
  for (const item of items) {
    try {
      if (await work(item)) report.done++;
      else report.refused++;
    } catch (error) {
      report.failed.push({
        item: nameOf(item),
        problem: error instanceof Error ? error.message : String(error),
      });
    }
  }
  return report;
}

/** Reservations whose time is over free their units, even if nobody asks for them (C4). */
export async function expireReservations({ store, clock }: Job): Promise<JobReport> {
  const now = clock.now();
  const { over } = await store.read({
    over: {
      object: 'reservation',
      filter: { state: { in: ['ACTIVE', 'PENDING_APPROVAL'] }, validUntil: { lte: now.toISOString() } },
      limit: AT_ONCE,
    },
  });
  const due = over.filter(({ validUntil }) => isOver(validUntil, now));
  return eachItem(
    'expire-reservations',
    due,
    ({ name }) => name,
    async (reservation) => {
      const context = { store, clock, actor: KEYTURN, rights: new Set(RIGHTS) };
      const requestId = derivedId('expire', reservation.id, reservation.validUntil ?? '');
      return !isRefused(
        await carryOut(expireReservation, context, { requestId, reservationId: reservation.id }),
      );
    },
  );
}

/** Commands that began and were cut off are carried through, in the name of who asked (E21). */
export async function resumeCommands(
  { store, clock }: Job,
  commands: readonly AnyCommand[],
): Promise<JobReport> {
  const before = new Date(clock.now().getTime() - PATIENCE_MS).toISOString();
  const { entries } = await store.read({
    entries: {
      object: 'auditEntry',
      filter: { outcome: 'STARTED', startedAt: { lt: before } },
      limit: AT_ONCE,
    },
  });
  return eachItem(
    'resume-commands',
    entries,
    ({ name, requestKey }) => `${name} (${requestKey})`,
    async (entry) => {
      const command = commands.find(({ name }) => name === entry.command);
      if (command === undefined) throw new Error(`There is no command ${entry.command}`);
      const { input, rights, approval } = entry.input as JournalInput;
      const actor = { memberId: entry.actorId, name: entry.actorName };
      const approved = approval === undefined ? {} : { approval };
      const context = { store, clock, actor, rights: new Set(rights as Right[]), ...approved };
      return !isRefused(await carryOut(command, context, input as { requestId: string }));
    },
  );
}

/** C3: every unit's state follows its lock, and a freeze stands above it. Where they differ, they are right. */
export async function checkUnits({ store, clock }: Job): Promise<JobReport> {
  const { units, locks, holds } = await store.read({
    units: { object: 'unit', filter: { state: { in: [...TAKEN_STATES, 'FROZEN'] } } },
    locks: { object: 'unitLock', filter: { lockKey: { not: '' } } },
    holds: { object: 'unitHold', filter: { state: 'ACTIVE' } },
  });
  const lockOf = new Map(locks.map((lock) => [lock.lockKey, lock]));
  const kindOf = new Map(holds.map(({ id, kind }) => [id, kind]));
  const frozen = new Set(holds.flatMap(({ kind, unitId }) => (kind === 'LEGAL' ? [unitId ?? ''] : [])));
  const known = new Set(units.map(({ id }) => id));
  const missing = [...new Set([...lockOf.keys(), ...frozen])].filter((id) => !known.has(id));
  const { others } = await store.read({ others: { object: 'unit', filter: { id: { in: missing } } } });
  const changes = [...units, ...others].flatMap((record) => {
    const lock = lockOf.get(record.id) ?? null;
    const state = frozen.has(record.id) ? 'FROZEN' : derivedState(record.state, lock);
    // A holder whose time is over has a job of its own; a freeze waits for nobody.
    const isExpiring = state !== 'FROZEN' && isOver(lock?.heldUntil ?? null, clock.now());
    if (state === record.state || isExpiring) return [];
    return [{ record, to: heldBy(lock, state, kindOf.get(lock?.holderId ?? '') ?? null) }];
  });
  await store.write([{ changeMany: 'unit', changes }]);
  return { job: 'check-units', done: changes.length, refused: 0, failed: [] };
}

function heldBy(lock: RecordOf<'unitLock'> | null, state: UnitState, hold: HeldAs | null) {
  const { holderName: holder, heldUntil } = lock ?? { holderName: '', heldUntil: null };
  return { state, heldAs: heldAsOf(state, lock, hold), holder, heldUntil };
}

/**
 * Runs a job and leaves a record of it for people to read; a run that found nothing to do leaves none,
 * because jobs run every few minutes.
 */
export async function recorded<R extends JobReport>(job: Job, work: (job: Job) => Promise<R>): Promise<R> {
  const startedAt = job.clock.now().toISOString();
  const report = await work(job);
  const { done, refused, failed } = report;
  if (done + refused + failed.length === 0 && report.isAlwaysRecorded !== true) return report;
  const [first] = failed;
  const rest = first === undefined ? '' : `; ${first.item}: ${first.problem}`;
  const summary = `${done} done, ${refused} refused, ${failed.length} failed${rest}`;
  const row = {
    id: derivedId('job run', report.job, startedAt),
    name: report.job,
    startedAt,
    finishedAt: job.clock.now().toISOString(),
    done,
    refused,
    failed: failed.length,
    summary: summary.slice(0, 500),
    report: JSON.parse(JSON.stringify(report)) as unknown,
  };
  await job.store.write([{ create: 'jobRun', row }]);
  return report;
}
