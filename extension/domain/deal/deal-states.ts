/** States of reservations and contracts (C4), whole; commands reach the ones they need. */
import type { Transitions } from '#domain/shared/state-machine.ts';

/** Small and large deposit (小定, 大定) are stages of one reservation. */
export type ReservationStage = 'SMALL' | 'LARGE';

/** D7: only a deposit in law (定金) may be forfeited; a prepayment goes back. */
export type DepositKind = 'DINGJIN' | 'PREPAYMENT';

export type ReservationState =
  | 'DRAFT'
  | 'PENDING_APPROVAL'
  | 'ACTIVE'
  | 'CONVERTED'
  | 'EXPIRED'
  | 'CANCELLED_REFUND'
  | 'FORFEITED';

export const RESERVATION_TRANSITIONS: Transitions<ReservationState> = {
  DRAFT: ['PENDING_APPROVAL', 'ACTIVE', 'CANCELLED_REFUND'],
  PENDING_APPROVAL: ['ACTIVE', 'EXPIRED', 'CANCELLED_REFUND'],
  ACTIVE: ['CONVERTED', 'EXPIRED', 'CANCELLED_REFUND'],
  CONVERTED: [],
  EXPIRED: ['CANCELLED_REFUND', 'FORFEITED'],
  CANCELLED_REFUND: [],
  FORFEITED: [],
};

export type ContractState =
  | 'DRAFT'
  | 'PENDING_APPROVAL'
  | 'SIGNED'
  | 'COOLING_OFF'
  | 'EFFECTIVE'
  | 'FILED'
  | 'PERFORMING'
  | 'COMPLETED'
  | 'CANCEL_PENDING'
  | 'CANCELLED'
  | 'RESCINDED'
  | 'TERMINATED';

export const CONTRACT_TRANSITIONS: Transitions<ContractState> = {
  DRAFT: ['PENDING_APPROVAL', 'SIGNED', 'CANCELLED'],
  PENDING_APPROVAL: ['SIGNED', 'CANCELLED'],
  SIGNED: [
    'COOLING_OFF',
    'EFFECTIVE',
    'FILED',
    'PERFORMING',
    'COMPLETED',
    'CANCEL_PENDING',
    'RESCINDED',
    'TERMINATED',
  ],
  COOLING_OFF: ['EFFECTIVE', 'CANCEL_PENDING', 'RESCINDED'],
  EFFECTIVE: ['FILED', 'PERFORMING', 'COMPLETED', 'CANCEL_PENDING', 'RESCINDED', 'TERMINATED'],
  FILED: ['PERFORMING', 'COMPLETED', 'CANCEL_PENDING', 'RESCINDED', 'TERMINATED'],
  PERFORMING: ['COMPLETED', 'CANCEL_PENDING', 'RESCINDED', 'TERMINATED'],
  COMPLETED: [],
  CANCEL_PENDING: ['CANCELLED', 'RESCINDED', 'TERMINATED', 'SIGNED', 'EFFECTIVE', 'FILED', 'PERFORMING'],
  CANCELLED: [],
  RESCINDED: [],
  TERMINATED: [],
};

/** Why a contract ends before its keys (D7), and the state in which it ends. */
export type CancelKind = 'MUTUAL' | 'BUYER_DEFAULT' | 'SELLER_DEFAULT' | 'RESCISSION' | 'REGULATOR';

export const CANCELLED_AS: Record<CancelKind, ContractState> = {
  MUTUAL: 'CANCELLED',
  BUYER_DEFAULT: 'TERMINATED',
  SELLER_DEFAULT: 'TERMINATED',
  RESCISSION: 'RESCINDED',
  REGULATOR: 'CANCELLED',
};

/** Contracts that bind: money is due on them and keys may follow. */
export const LIVE_CONTRACT_STATES: readonly ContractState[] = [
  'SIGNED',
  'COOLING_OFF',
  'EFFECTIVE',
  'FILED',
  'PERFORMING',
  'COMPLETED',
];

/** Contracts that bind no more, or not for long: their homes are on the way back. */
export const ENDED_CONTRACT_STATES: readonly ContractState[] = [
  'CANCEL_PENDING',
  'CANCELLED',
  'RESCINDED',
  'TERMINATED',
];

export function isLiveContract(contract: { state: ContractState } | null): boolean {
  return contract !== null && LIVE_CONTRACT_STATES.includes(contract.state);
}
