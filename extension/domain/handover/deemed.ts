/**
 * Deemed delivery (C4): who was invited in time and has not come by a day is taken to have got the home on it,
 * unless that nobody could take it is the seller's own doing.
 */
import { addDays, later, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import { HANDOVER_TRANSITIONS, type HandoverState } from './handover-states.ts';
import { missingOf, type ReadinessItem } from './readiness.ts';

/** Between the invitation and a batch's day, where the project says nothing of its own. */
export const LEAST_NOTICE_DAYS = 7;

export type DeemedRule = {
  /** The day on which the buyer was invited, where the project is. */
  notifiedOn: PlainDate | null;
  /** The day that the batch names. */
  batchDay: PlainDate | null;
  /** Days after the invitation, as the project says. */
  days: number | null;
};

/** The day as of which the home is deemed delivered; null where no rule says one. */
export function deemedDay({ notifiedOn, batchDay, days }: DeemedRule): PlainDate | null {
  if (notifiedOn === null) return null;
  const notice = days !== null && days > 0 ? days : null;
  if (batchDay !== null) return later(batchDay, addDays(notifiedOn, notice ?? LEAST_NOTICE_DAYS));
  return notice === null ? null : addDays(notifiedOn, notice);
}

export type DeemedRequest = DeemedRule & {
  handover: string;
  state: HandoverState;
  today: PlainDate;
  items: readonly ReadinessItem[];
};

export function decideDeemed(request: DeemedRequest): Decision<{ deemedOn: PlainDate }> {
  const { handover, state, today } = request;
  if (!canGo(HANDOVER_TRANSITIONS, state, 'DEEMED_DELIVERED'))
    return refuse({ code: 'STATE_NOT_ALLOWED', what: handover, from: state, to: 'DEEMED_DELIVERED' });
  const deemedOn = deemedDay(request);
  if (deemedOn === null) return refuse({ code: 'NO_DEEMED_DELIVERY', handover });
  // The buyer has until the end of that day.
  if (today <= deemedOn)
    return refuse({ code: 'DEEMED_DELIVERY_LATER', handover, from: addDays(deemedOn, 1) });
  const ours = missingOf(request.items).filter(({ isOurs }) => isOurs);
  if (ours.length > 0)
    return refuse({ code: 'DELIVERY_HELD_UP_BY_US', handover, missing: ours.map(({ code }) => code) });
  return { plan: { deemedOn } };
}
