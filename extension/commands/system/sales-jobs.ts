/**
 * The jobs of the sales floor: what is over ends, and no unit stays locked by nobody. Each item is a command of
 * its own or a guarded update, so any job may run twice or be cut off anywhere; one that fails stops no other.
 *
 * Changes: what the commands change that it carries out; the keys of locks whose holder is gone, and their
 * units; quotes whose day has passed. Guard: the commands' own; a key is cleared only while its lock is as it was looked at.
 * After a crash: the next run does the rest.
 */
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { addDays, dateIn } from '#domain/shared/plain-date.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import { missTicket } from '../deal/call-ticket.ts';
import { expireHold } from '../deal/hold-ending.ts';
import { freeLock, showFree } from '../deal/unit-lock.ts';
import { carryOutByJob } from './carry-out-by-job.ts';
import { AT_ONCE, eachItem, expireReservations, type Job, type JobReport, PATIENCE_MS } from './jobs.ts';
import { derivedId } from './request-ids.ts';

/** Holds whose time is over free their units and the places of their salespeople (C4). */
export async function expireHolds({ store, clock }: Job): Promise<JobReport> {
  const { over } = await store.read({
    over: {
      object: 'unitHold',
      filter: { state: 'ACTIVE', expiresAt: { lte: clock.now().toISOString() } },
      limit: AT_ONCE,
    },
  });
  const due = over.filter(({ kind }) => kind !== 'LEGAL');
  return eachItem('expire-holds', due, nameOf, ({ id, expiresAt }) =>
    carryOutByJob({ store, clock }, expireHold, {
      requestId: derivedId('expire hold', id, expiresAt ?? ''),
      holdId: id,
    }),
  );
}

/** Tickets that were called or have chosen, and let their time pass, have missed it (C4). */
export async function missTickets({ store, clock }: Job): Promise<JobReport> {
  const { over } = await store.read({
    over: {
      object: 'queueTicket',
      filter: { state: { in: ['CALLED', 'SELECTED'] }, deadline: { lte: clock.now().toISOString() } },
      limit: AT_ONCE,
    },
  });
  return eachItem('miss-tickets', over, nameOf, ({ id, deadline }) =>
    carryOutByJob({ store, clock }, missTicket, {
      requestId: derivedId('miss ticket', id, deadline ?? ''),
      ticketId: id,
    }),
  );
}

/**
 * Quotes whose last day has passed where their project is (C4). A guarded update each: who reserves by one in this
 * very moment was in time.
 */
export async function expireQuotes({ store, clock }: Job): Promise<JobReport> {
  const now = clock.now();
  // The day is over first where the sun rises first: those of today are looked at, too.
  const { over } = await store.read({
    over: {
      object: 'quote',
      filter: { state: 'SENT', validUntil: { lt: addDays(dateIn(now, 'UTC'), 2) } },
      with: { unit: { project: true } },
      orderBy: { validUntil: 'ASC' },
      limit: AT_ONCE,
    },
  });
  const due = over.filter(({ validUntil, unit }) => {
    const today = dateIn(now, unit?.project?.timeZone || 'UTC');
    return validUntil !== null && validUntil < today;
  });
  return eachItem('expire-quotes', due, nameOf, async (quote) => {
    const to = { ...sealedFields('quote', quote), state: 'EXPIRED' as const };
    const closed = { ...to, closedAt: now.toISOString(), closeReason: '' };
    const changed = await store.changeWhere('quote', { id: quote.id, state: 'SENT' }, closed);
    return changed.length > 0;
  });
}

const nameOf = ({ name }: { name: string }) => name;

/** Everything whose time is over, in one record: reservations, holds, tickets, and locks that nobody has. */
export async function expireAll(job: Job): Promise<JobReport> {
  const total: JobReport = { job: 'expire-reservations', done: 0, refused: 0, failed: [] };
  for (const work of [expireReservations, expireHolds, missTickets, expireQuotes, freeLostLocks]) {
    try {
      const { done, refused, failed } = await work(job);
      total.done += done;
      total.refused += refused;
      total.failed.push(...failed);
    } catch (error) {
      total.failed.push({ item: work.name, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return total;
}

type Lock = RecordOf<'unitLock'>;

/**
 * C3: a lock whose hold, ticket, reservation, contract or freeze is gone, closed or deleted holds nobody off for
 * long. Commands that are at work, or wait to be carried through, are left alone: a lock may be there before
 * its holder is. So the journal is asked between two looks at the holders, and locks of requests that ended
 * less than a few minutes ago wait for the next run.
 */
export async function freeLostLocks({ store, clock }: Job): Promise<JobReport> {
  const { locks } = await store.read({ locks: { object: 'unitLock', filter: { lockKey: { not: '' } } } });
  const suspects = await withoutHolder(store, locks);
  const idle = suspects.length === 0 ? [] : await leftAlone(store, suspects, clock.now());
  const lost = idle.length === 0 ? [] : await withoutHolder(store, idle);
  return eachItem('free-lost-locks', lost.slice(0, AT_ONCE), nameOf, async (lock) => {
    const holder = await freeLock(store, lock, lock.lockKey, lock.holderId);
    if (holder === null) await showFree(store, lock.lockKey);
    return holder === null;
  });
}

/** Locks whose holder is not there, or does not live any more, or has another unit. */
async function withoutHolder(store: Store, locks: readonly Lock[]): Promise<Lock[]> {
  const lost: Lock[] = [];
  for (let at = 0; at < locks.length; at += AT_ONCE) {
    const some = locks.slice(at, at + AT_ONCE);
    const ids = (...kinds: Lock['holderKind'][]) => ({
      in: some.filter(({ holderKind }) => kinds.includes(holderKind)).map(({ holderId }) => holderId),
    });
    const { holds, tickets, reservations, contracts } = await store.read({
      holds: { object: 'unitHold', filter: { id: ids('HOLD', 'FREEZE') } },
      tickets: { object: 'queueTicket', filter: { id: ids('TICKET') } },
      reservations: { object: 'reservation', filter: { id: ids('RESERVATION') } },
      contracts: { object: 'contract', filter: { id: ids('CONTRACT') } },
    });
    const live = new Set([
      ...holds.filter(({ state }) => state === 'ACTIVE').map(({ id, unitId }) => `${id} ${unitId}`),
      ...tickets
        .filter(({ state }) => state === 'SELECTED')
        .map(({ id, chosenUnitId }) => `${id} ${chosenUnitId}`),
      ...reservations
        .filter(({ state }) => LIVE_RESERVATIONS.includes(state))
        .map(({ id, unitId }) => `${id} ${unitId}`),
      ...contracts
        .filter(({ state }) => state === 'CANCEL_PENDING' || LIVE_CONTRACT_STATES.includes(state))
        .map(({ id, unitId }) => `${id} ${unitId}`),
    ]);
    lost.push(...some.filter(({ holderId, lockKey }) => !live.has(`${holderId} ${lockKey}`)));
  }
  return lost;
}

/** One that became a contract whose lock did not follow is for a person to look at, not for a buyer to take. */
const LIVE_RESERVATIONS: readonly RecordOf<'reservation'>['state'][] = [
  'DRAFT',
  'PENDING_APPROVAL',
  'ACTIVE',
  'CONVERTED',
];

/** What requests make their ids of; see `idFor` in the commands that take or move a lock. */
const HOLDER_NAMES = ['hold', 'reservation', 'contract'];

/** Without the locks of requests that are not done, or were a moment ago. */
async function leftAlone(store: Store, locks: readonly Lock[], now: Date): Promise<Lock[]> {
  const recent = new Date(now.getTime() - PATIENCE_MS).toISOString();
  const { open, young } = await store.read({
    open: { object: 'auditEntry', filter: { outcome: 'STARTED' } },
    young: { object: 'auditEntry', filter: { finishedAt: { gt: recent } } },
  });
  const entries = [...open, ...young];
  const busy = new Set(
    entries.flatMap(({ requestKey, bodyHash, subjectId }) => [
      requestKey,
      subjectId,
      ...HOLDER_NAMES.map((name) => derivedId(requestKey, bodyHash, name)),
    ]),
  );
  return locks.filter(
    ({ holderId, requestKey, lockKey }) => !busy.has(holderId) && !busy.has(requestKey) && !busy.has(lockKey),
  );
}
