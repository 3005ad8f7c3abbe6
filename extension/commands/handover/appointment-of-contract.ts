/**
 * The appointment of a contract that ends, goes over to another home or to other buyers (C4).
 *
 * Changes: the handover. Guard: it is changed only while it is as it was read; whoever changes it at the same moment
 * goes first and it is read anew. After a crash: the command's next run does it; what was booked at the very moment
 * is put right by `release-appointments`.
 */
import type { Loaded, RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';

const WITH_BATCH = { batch: true } as const;
const MOST_TRIES = 8;

export type OwnAppointment = Loaded<'handover', typeof WITH_BATCH>;

/** The handover of a contract in any state, with its batch: at most one. */
export function appointmentOf(contractId: string) {
  return { object: 'handover', filter: { contractId }, with: WITH_BATCH } as const;
}

/** All that another command may have changed of an appointment since it was read. */
export function asItIs({ id, state, bookings, unitId, batchId, linkVersion }: RecordOf<'handover'>) {
  return { id, state, bookings, unitId, batchId, linkVersion };
}

/** @throws Error when it is changed again and again: the same request, or the job, goes on. */
export async function changeAppointment(
  store: Store,
  contractId: string,
  known: OwnAppointment | undefined,
  changeOf: (appointment: OwnAppointment) => Partial<RecordOf<'handover'>> | null,
): Promise<boolean> {
  let now = known;
  for (let tries = 0; now !== undefined && tries < MOST_TRIES; tries++) {
    const change = changeOf(now);
    if (change === null) return tries > 0;
    const to = { ...sealedFields('handover', now), ...change };
    if ((await store.changeWhere('handover', asItIs(now), to)).length > 0) return true;
    [now] = (await store.read({ own: appointmentOf(contractId) })).own;
  }
  if (now === undefined) return false;
  throw new Error(`${now.name} is being changed all the time`);
}
