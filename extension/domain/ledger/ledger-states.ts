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
  | 'PROVIDENT_FUND';

export type PlanBasis = 'PERCENT' | 'FIXED' | 'BALANCE';
export type PlanAnchor = 'SIGNING' | 'DATE' | 'MILESTONE' | 'HANDOVER';
