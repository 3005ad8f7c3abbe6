/** States of installments and receipts (C4). */
import type { Transitions } from '#domain/shared/state-machine.ts';

export type InstallmentState =
  | 'SCHEDULED'
  | 'PENDING'
  | 'DUE'
  | 'PARTIALLY_PAID'
  | 'PAID'
  | 'OVERDUE'
  | 'WAIVED'
  | 'CANCELLED';

/**
 * An installment's state is computed (`installmentState`), so the table only says what time,
 * money and a milestone can make of it.
 */
export const INSTALLMENT_TRANSITIONS: Transitions<InstallmentState> = {
  SCHEDULED: ['PENDING', 'DUE', 'PARTIALLY_PAID', 'PAID', 'OVERDUE', 'WAIVED', 'CANCELLED'],
  PENDING: ['SCHEDULED', 'DUE', 'PARTIALLY_PAID', 'PAID', 'OVERDUE', 'WAIVED', 'CANCELLED'],
  DUE: ['PENDING', 'PARTIALLY_PAID', 'PAID', 'OVERDUE', 'WAIVED', 'CANCELLED'],
  PARTIALLY_PAID: ['SCHEDULED', 'PENDING', 'DUE', 'PAID', 'OVERDUE', 'WAIVED', 'CANCELLED'],
  OVERDUE: ['PENDING', 'DUE', 'PARTIALLY_PAID', 'PAID', 'WAIVED', 'CANCELLED'],
  PAID: ['PARTIALLY_PAID', 'OVERDUE', 'DUE', 'PENDING', 'SCHEDULED'],
  WAIVED: [],
  CANCELLED: [],
};

export type ReceiptState = 'DRAFT' | 'PENDING_CLEARANCE' | 'CLEARED' | 'BOUNCED' | 'REVERSED';

export const RECEIPT_TRANSITIONS: Transitions<ReceiptState> = {
  DRAFT: ['PENDING_CLEARANCE', 'CLEARED'],
  PENDING_CLEARANCE: ['CLEARED', 'BOUNCED'],
  CLEARED: ['BOUNCED', 'REVERSED'],
  BOUNCED: [],
  REVERSED: [],
};

export type ReceiptMethod =
  | 'CASH'
  | 'CARD'
  | 'TRANSFER'
  | 'GATEWAY'
  | 'CHEQUE'
  | 'BANK_LOAN'
  | 'PROVIDENT_FUND'
  /** What the seller owes the buyer beside what the buyer paid: no money came in. */
  | 'COMPENSATION';

/** How a receipt came into the books. */
export type ReceiptSource = 'HAND' | 'GATEWAY' | 'BANK_STATEMENT' | 'MORTGAGE';

export type PlanBasis = 'PERCENT' | 'FIXED' | 'BALANCE';
export type PlanAnchor = 'SIGNING' | 'DATE' | 'MILESTONE' | 'HANDOVER' | 'LOAN';

/** What an installment is asked for. Money collected for others never pays the house, nor the reverse (D4.3). */
export type ChargeType =
  | 'HOUSE_PRICE'
  | 'AREA_DIFFERENCE'
  | 'OTHER_FEE'
  | 'RETENTION'
  | 'MAINTENANCE_FUND'
  | 'TAX';

/** What a receipt was paid for. */
export type Fund = 'PRICE' | 'MAINTENANCE_FUND' | 'TAX';

/** Which charges a receipt for a fund may pay: the fence of D4.3. */
export const FUND_PAYS: Record<Fund, readonly ChargeType[]> = {
  PRICE: ['HOUSE_PRICE', 'AREA_DIFFERENCE', 'OTHER_FEE', 'RETENTION'],
  MAINTENANCE_FUND: ['MAINTENANCE_FUND'],
  TAX: ['TAX'],
};

/** What is late of these costs a late fee; money collected for others does not. */
export const BEARS_LATE_FEE: readonly ChargeType[] = ['HOUSE_PRICE', 'AREA_DIFFERENCE'];

export type AllocationKind = 'PRINCIPAL' | 'FEE';

/** In what order money pays what is open (D4.2), oldest installment first in each. */
export type AllocationOrder =
  | 'FEE_THEN_PRINCIPAL_PER_INSTALLMENT'
  | 'ALL_FEES_THEN_PRINCIPAL'
  | 'PRINCIPAL_FIRST';

/** Why nothing more is asked of an installment, beside having been paid. */
export type InstallmentClosure = 'WAIVED' | 'CANCELLED';

export type LateFeeEntryKind = 'ACCRUAL' | 'CORRECTION';
