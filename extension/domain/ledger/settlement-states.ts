/** States of settlements (C4): area difference, refunds, mortgages, commission; and what adjusts a charge. */
import type { Transitions } from '#domain/shared/state-machine.ts';

/** Why less is asked than an installment says. */
export type AdjustmentKind =
  | 'PRINCIPAL_WAIVER'
  | 'LATE_FEE_WAIVER'
  | 'AREA_SETTLEMENT'
  | 'REPLANNING'
  | 'CANCELLATION';

export type AreaSettlementState = 'CALCULATED' | 'BUYER_MAY_RESCIND' | 'CONFIRMED' | 'RESCINDED' | 'POSTED';

export const AREA_SETTLEMENT_TRANSITIONS: Transitions<AreaSettlementState> = {
  CALCULATED: ['CALCULATED', 'BUYER_MAY_RESCIND', 'CONFIRMED', 'POSTED'],
  BUYER_MAY_RESCIND: ['CALCULATED', 'BUYER_MAY_RESCIND', 'CONFIRMED', 'RESCINDED'],
  CONFIRMED: ['CALCULATED', 'BUYER_MAY_RESCIND', 'POSTED'],
  RESCINDED: [],
  POSTED: [],
};

export type RefundReason = 'OVERPAYMENT' | 'AREA_SETTLEMENT' | 'CANCELLATION' | 'DEPOSIT' | 'GATEWAY';

export type RefundState = 'PAID' | 'REVERSED';

export const REFUND_TRANSITIONS: Transitions<RefundState> = { PAID: ['REVERSED'], REVERSED: [] };

export type MortgageState =
  | 'NOT_STARTED'
  | 'COLLECTING'
  | 'SUBMITTED'
  | 'SUPPLEMENT'
  | 'APPROVED'
  | 'SIGNED'
  | 'PRE_REGISTERED'
  | 'DISBURSED'
  | 'REJECTED'
  | 'CHANGED_TO_CASH'
  | 'CLOSED';

export const MORTGAGE_TRANSITIONS: Transitions<MortgageState> = {
  NOT_STARTED: ['COLLECTING', 'CHANGED_TO_CASH'],
  COLLECTING: ['SUBMITTED', 'CHANGED_TO_CASH'],
  SUBMITTED: ['SUPPLEMENT', 'APPROVED', 'REJECTED', 'CHANGED_TO_CASH'],
  SUPPLEMENT: ['SUBMITTED', 'REJECTED', 'CHANGED_TO_CASH'],
  APPROVED: ['SIGNED', 'PRE_REGISTERED', 'DISBURSED', 'REJECTED', 'CHANGED_TO_CASH'],
  SIGNED: ['PRE_REGISTERED', 'DISBURSED', 'REJECTED', 'CHANGED_TO_CASH'],
  PRE_REGISTERED: ['DISBURSED', 'REJECTED', 'CHANGED_TO_CASH'],
  DISBURSED: ['CLOSED'],
  // Another bank begins afresh (D7).
  REJECTED: ['COLLECTING', 'CHANGED_TO_CASH', 'CLOSED'],
  CHANGED_TO_CASH: ['CLOSED'],
  CLOSED: [],
};

export type LoanKind = 'COMMERCIAL' | 'PROVIDENT_FUND' | 'COMBINED';

export type RepaymentMethod = 'EQUAL_INSTALLMENT' | 'EQUAL_PRINCIPAL';

export type CommissionState = 'EARNED' | 'PAID' | 'CLAWED_BACK';

export const COMMISSION_TRANSITIONS: Transitions<CommissionState> = {
  EARNED: ['PAID', 'CLAWED_BACK'],
  PAID: ['CLAWED_BACK'],
  CLAWED_BACK: [],
};

export type CommissionMode = 'MARGINAL' | 'WHOLE';

/** Whose rules a cancelled contract follows (D7). */
export type SettlementRegime = 'NONE' | 'CHINA' | 'INDIA' | 'DUBAI';

export type CalendarDayKind = 'HOLIDAY' | 'WORKDAY';
