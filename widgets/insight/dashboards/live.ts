/** States by what they mean on a dashboard, so that two charts of one thing count the same records. */
import type { ServiceTicketState } from '#domain/care/index.ts';
import type { ContractState, ReservationState, TicketState } from '#domain/deal/index.ts';
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import type { SnagState, TitleState } from '#domain/handover/index.ts';
import type { UnitState } from '#domain/inventory/index.ts';
import type { MortgageState } from '#domain/ledger/index.ts';

export const LIVE_CONTRACTS: readonly ContractState[] = LIVE_CONTRACT_STATES;
export const LIVE_RESERVATIONS: readonly ReservationState[] = ['ACTIVE', 'PENDING_APPROVAL'];
export const WAITING_TICKETS: readonly TicketState[] = ['ACTIVE', 'CALLED', 'SELECTED'];
export const SOLD_UNITS: readonly UnitState[] = ['CONTRACTED', 'HANDED_OVER', 'TITLED'];
export const UNSOLD_UNITS: readonly UnitState[] = [
  'PLANNED',
  'CONTROLLED',
  'AVAILABLE',
  'HELD',
  'SMALL_RESERVED',
  'LARGE_RESERVED',
  'FROZEN',
];
/** Agreed by the bank, and its money is not there yet (待放款). */
export const LOANS_TO_PAY_OUT: readonly MortgageState[] = ['APPROVED', 'SIGNED', 'PRE_REGISTERED'];
/** The bank has not agreed yet. */
export const LOANS_ASKED_FOR: readonly MortgageState[] = ['COLLECTING', 'SUBMITTED', 'SUPPLEMENT'];
/** Still somebody's work. */
export const OPEN_SNAGS: readonly SnagState[] = ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'FIXED', 'REOPENED'];
export const OPEN_TITLES: readonly TitleState[] = [
  'COLLECTING',
  'TAX_PAID',
  'SUBMITTED',
  'ACCEPTED',
  'ISSUED',
  'BLOCKED',
];
export const OPEN_SERVICE_TICKETS: readonly ServiceTicketState[] = [
  'NEW',
  'TRIAGED',
  'ASSIGNED',
  'IN_PROGRESS',
  'WAITING_CUSTOMER',
  'REOPENED',
];
