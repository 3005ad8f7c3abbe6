/**
 * What appointments do by the clock (C4): who did not come has missed it, and who has not come by the day of the
 * rule is deemed to have taken the home. Each is a command of its own, so the job may run twice or be cut off. And
 * what was booked at the very moment at which a contract ended, or went over to another home, follows the contract.
 *
 * Changes: what the commands change; appointments that differ from their contract. Guard: theirs; an appointment is
 * changed only while it is as it was read. After a crash: the next run does the rest.
 */
import { ENDED_CONTRACT_STATES, isLiveContract } from '#domain/deal/index.ts';
import {
  afterTheEnd,
  atOtherHome,
  BEFORE_THE_KEYS,
  DELIVERED_STATES,
  deemedDay,
} from '#domain/handover/index.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import type { Loaded } from '#port/records.ts';
import { carryOutByJob } from '../system/carry-out-by-job.ts';
import { AT_ONCE, eachItem, type Job, type JobReport } from '../system/jobs.ts';
import { derivedId } from '../system/request-ids.ts';
import { changeAppointment } from './appointment-of-contract.ts';
import { missHandover } from './arrive-handover.ts';
import { deemDelivered } from './deem-delivered.ts';

/** After the end of a slot: who is late, or whose arrival is still to be entered, is not a no-show at once. */
export const SLOT_PATIENCE_MS = 60 * 60_000;

export async function missHandovers({ store, clock }: Job): Promise<JobReport> {
  const before = new Date(clock.now().getTime() - SLOT_PATIENCE_MS).toISOString();
  const { over } = await store.read({
    over: {
      object: 'handover',
      filter: { state: 'BOOKED', slotEndsAt: { lte: before } },
      limit: AT_ONCE,
    },
  });
  return eachItem('miss-handovers', over, nameOf, ({ id, bookings }) =>
    carryOutByJob({ store, clock }, missHandover, {
      requestId: derivedId('miss handover', id, String(bookings ?? 0)),
      handoverId: id,
    }),
  );
}

/** Those whose day has come, a day at a time: what is held up by us today may be free tomorrow. */
export async function deemDeliveries({ store, clock }: Job): Promise<JobReport> {
  const now = clock.now();
  const { waiting } = await store.read({
    waiting: {
      object: 'handover',
      filter: { state: { in: ['NOTIFIED', 'NO_SHOW'] } },
      with: { batch: true, contract: { unit: { project: true } } },
    },
  });
  const due = waiting.filter(({ notifiedAt, batch, contract }) => {
    if (!isLiveContract(contract)) return false;
    const project = contract?.unit?.project ?? null;
    const zone = project?.timeZone || 'UTC';
    const notifiedOn = notifiedAt === null ? null : dateIn(new Date(notifiedAt), zone);
    const rule = { notifiedOn, batchDay: batch?.deemedOn ?? null, days: project?.deemedDeliveryDays ?? null };
    const day = deemedDay(rule);
    return day !== null && day < dateIn(now, zone);
  });
  return eachItem('deem-deliveries', due.slice(0, AT_ONCE), nameOf, ({ id }) =>
    carryOutByJob({ store, clock }, deemDelivered, {
      requestId: derivedId('deem delivered', id, dateIn(now, 'UTC')),
      handoverId: id,
    }),
  );
}

/** A change of unit that has just been carried out: what was left of it was left at that moment. */
const SWAP_PATIENCE_MS = 7 * 24 * 3_600_000;

/** Places of contracts that have ended are free; appointments are of the home that the contract has. */
export async function releaseAppointments({ store, clock }: Job): Promise<JobReport> {
  const at = clock.now().toISOString();
  const since = new Date(clock.now().getTime() - SWAP_PATIENCE_MS).toISOString();
  const { ended, swaps } = await store.read({
    ended: {
      object: 'handover',
      filter: {
        slotKey: { not: '' },
        state: { in: BEFORE_THE_KEYS },
        contract: { state: { in: ENDED_CONTRACT_STATES } },
      },
      with: { batch: true },
      limit: AT_ONCE,
    },
    swaps: { object: 'contractChange', filter: { kind: 'SWAP_UNIT', executedAt: { gte: since, lte: at } } },
  });
  const { moved } = await store.read({
    moved: {
      object: 'handover',
      filter: { contractId: { in: [...new Set(swaps.flatMap(({ contractId }) => contractId ?? []))] } },
      with: { contract: { unit: true }, batch: true },
    },
  });
  const left = moved.filter(isOfOtherHome);
  const homeOf = new Map(left.map(({ id, contract }) => [id, contract?.unit ?? null]));
  return eachItem('release-appointments', [...ended, ...left], nameOf, (one) =>
    changeAppointment(store, one, (now) => {
      const unit = homeOf.get(now.id) ?? null;
      return unit === null ? afterTheEnd(now) : atOtherHome(now, { unit, batch: now.batch, at });
    }),
  );
}

function isOfOtherHome({
  state,
  unitId,
  contract,
}: Loaded<'handover', { contract: { unit: true } }>): boolean {
  if (contract === null || DELIVERED_STATES.includes(state)) return false;
  return isLiveContract(contract) && contract.unitId !== null && contract.unitId !== unitId;
}

const nameOf = ({ name }: { name: string }) => name;

export async function keepHandovers(job: Job): Promise<JobReport> {
  const total: JobReport = { job: 'keep-handovers', done: 0, refused: 0, failed: [] };
  for (const work of [releaseAppointments, missHandovers, deemDeliveries]) {
    try {
      const { done, refused, failed } = await work(job);
      total.done += done;
      // What is held up by us is asked again every hour: it is no news, and leaves no record of its own.
      if (work !== deemDeliveries) total.refused += refused;
      total.failed.push(...failed);
    } catch (error) {
      total.failed.push({ item: work.name, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return total;
}
