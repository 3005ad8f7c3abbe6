/**
 * What becomes of an appointment before the keys when its contract ends, goes over to another home or to other
 * buyers (C4). Null where nothing has to be changed.
 */
import { DELIVERED_STATES, type HandoverState, HERE_STATES } from './handover-states.ts';

/** Nobody has a place in a slot any more. */
const NO_PLACE = { slotAt: null, slotEndsAt: null, slotKey: '', bookedBy: '' } as const;
const NOBODY_HERE = {
  arrivedAt: null,
  cameAs: null,
  identityChecked: false,
  identityCheckedBy: '',
  acceptedOn: null,
} as const;
const NO_DEFERRAL = { deferredAmount: null, deferredUntil: null, deferralApprovedBy: '' } as const;

type Appointment = { state: HandoverState; slotKey: string; unitId: string | null };

/** The contract has ended: its place is free. How far it had come stays on record, a booking does not. */
export function afterTheEnd({ state, slotKey }: Appointment) {
  if (DELIVERED_STATES.includes(state)) return null;
  if (state === 'BOOKED') return { state: 'NOTIFIED' as const, ...NO_PLACE };
  return slotKey === '' ? null : { slotKey: '' };
}

export type OtherHome = {
  unit: { id: string; name: string; buildingId: string | null };
  /** Of the appointment. */
  batch: { name: string; buildingId: string | null } | null;
  at: string;
};

/**
 * The contract has another home. In the same building the appointment stays and is of the new home, of which the
 * buyer is told as of now; in another one the batch is not its own any more: a batch of that building invites anew.
 * What was seen of the old home, and what was deferred on it, says nothing of the new one.
 */
export function atOtherHome({ state, unitId }: Appointment, { unit, batch, at }: OtherHome) {
  if (DELIVERED_STATES.includes(state) || unitId === unit.id) return null;
  const isHere = HERE_STATES.includes(state);
  const seen = { unitId: unit.id, ...NO_DEFERRAL, ...(isHere ? NOBODY_HERE : {}) };
  if (batch === null || batch.buildingId !== unit.buildingId) {
    const invitation = { batchId: null, notifiedAt: null, ...NO_PLACE };
    return { ...seen, name: unit.name, state: 'NOTIFIED' as const, ...invitation };
  }
  const invited = { ...seen, name: `${unit.name} · ${batch.name}`, notifiedAt: at };
  return isHere ? { ...invited, state: 'NOTIFIED' as const, ...NO_PLACE } : invited;
}

/** Other buyers: links of those before are worthless, whoever they named does not come, and papers are asked for. */
export function ofOtherBuyers({ state, linkVersion }: { state: HandoverState; linkVersion: number | null }) {
  if (DELIVERED_STATES.includes(state)) return null;
  const nobody = { proxyName: '', identityChecked: false, identityCheckedBy: '' };
  return { linkVersion: (linkVersion ?? 0) + 1, ...nobody };
}
