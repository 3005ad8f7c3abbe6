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

/** All that another command may have changed of an appointment since it was read: its sealed fields go together. */
export function asItIs(handover: RecordOf<'handover'>) {
  const {
    id,
    state,
    bookings,
    unitId,
    batchId,
    linkVersion,
    identityChecked,
    deferredUntil: until,
  } = handover;
  const deferredUntil = until === null ? null : { gte: until, lte: until };
  return { id, state, bookings, unitId, batchId, linkVersion, identityChecked, deferredUntil };
}

/**
 * @param known as it was read before; undefined where there is none.
 * @param changeOf null when nothing is to be changed.
 * @returns whether it was changed. @throws Error when others change it again and again: the same request goes on.
 */
export async function changeAppointment<H extends RecordOf<'handover'>>(
  store: Store,
  known: H | undefined,
  changeOf: (appointment: H) => Partial<RecordOf<'handover'>> | null,
): Promise<boolean> {
  let now = known;
  for (let tries = 0; now !== undefined && tries < MOST_TRIES; tries++) {
    const change = changeOf(now);
    if (change === null) return false;
    const to = { ...sealedFields('handover', now), ...change };
    if ((await store.changeWhere('handover', asItIs(now), to)).length > 0) return true;
    const { own } = await store.read({
      own: { object: 'handover', filter: { id: now.id }, with: WITH_BATCH },
    });
    now = own[0] as (RecordOf<'handover'> & H) | undefined;
  }
  if (now === undefined) return false;
  throw new Error(`${now.name} is being changed all the time`);
}
