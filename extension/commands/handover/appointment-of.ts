/** An appointment with its contract, batch and project, as its commands load it. Reads only. */
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { type SlotPlan, takenSeats } from '#domain/handover/index.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { CALENDAR_QUERY, calendarOf } from '../ledger/plan-records.ts';

const WITH_ALL = { contract: { unit: { project: true }, buyer: true, company: true }, batch: true } as const;

export type Appointment = Loaded<'handover', typeof WITH_ALL>;

export type AppointmentSnapshot = { handover: Appointment; calendarDays: RecordOf<'calendarDay'>[] };

export async function loadAppointment(
  store: Pick<Store, 'read'>,
  handoverId: string,
): Promise<Decision<AppointmentSnapshot>> {
  const { handovers, calendarDays } = await store.read({
    handovers: { object: 'handover', filter: { id: handoverId }, with: WITH_ALL },
    ...CALENDAR_QUERY,
  });
  const [handover] = handovers;
  if (handover === undefined) return refuse({ code: 'NOT_FOUND', what: 'handover', id: handoverId });
  return { plan: { handover, calendarDays } };
}

export function zoneOf({ contract }: Appointment): string {
  return contract?.unit?.project?.timeZone || 'UTC';
}

export function todayAt(handover: Appointment, now: Date): PlainDate {
  return dateIn(now, zoneOf(handover));
}

/** A contract that has ended has no handover any more. */
export function notLiveAt({ contract }: Appointment): Refusal | null {
  if (contract === null) return { code: 'NOT_FOUND', what: 'contract', id: '' };
  const { name, state } = contract;
  return LIVE_CONTRACT_STATES.includes(state) ? null : { code: 'CONTRACT_NOT_LIVE', contract: name, state };
}

/** The times of a batch; null while it has no days. */
export function slotPlanOf(
  batch: RecordOf<'handoverBatch'> | null,
  project: RecordOf<'project'> | null,
  calendarDays: readonly RecordOf<'calendarDay'>[],
): SlotPlan | null {
  if (batch === null || batch.opensOn === null || batch.closesOn === null) return null;
  return {
    opensOn: batch.opensOn,
    closesOn: batch.closesOn,
    dayFrom: batch.dayFrom,
    dayTo: batch.dayTo,
    slotMinutes: batch.slotMinutes ?? 0,
    capacity: batch.capacity ?? 0,
    timeZone: project?.timeZone || 'UTC',
    calendar: calendarOf(project, calendarDays),
  };
}

/** The seats of a batch that somebody has. */
export async function readTaken(store: Pick<Store, 'read'>, batchId: string) {
  const { booked } = await store.read({
    booked: { object: 'handover', filter: { batchId, slotKey: { not: '' } } },
  });
  return takenSeats(booked.map(({ slotKey }) => slotKey));
}
