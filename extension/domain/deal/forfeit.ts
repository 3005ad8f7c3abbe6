/** What becomes of the deposit of an expired reservation: a decision of finance (C4). Only a 定金 may be kept (D7). */
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import { type DepositKind, RESERVATION_TRANSITIONS, type ReservationState } from './deal-states.ts';

export type DepositDecision = 'REFUND' | 'FORFEIT';

export function decideDepositState(
  reservation: { name: string; state: ReservationState; depositKind: DepositKind },
  decision: DepositDecision,
): Decision<{ state: 'CANCELLED_REFUND' | 'FORFEITED' }> {
  const { name, state, depositKind } = reservation;
  const to = decision === 'FORFEIT' ? 'FORFEITED' : 'CANCELLED_REFUND';
  if (state !== 'EXPIRED' || !canGo(RESERVATION_TRANSITIONS, state, to))
    return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to });
  if (to === 'FORFEITED' && depositKind !== 'DINGJIN')
    return refuse({ code: 'DEPOSIT_NOT_FORFEITABLE', reservation: name });
  return { plan: { state: to } };
}
