/** How the ledger's states and choices are called, as the objects' own labels are. */
import type { CancelKind } from '#domain/deal/deal-states.ts';
import type {
  BankLineState,
  DunningChannel,
  DunningLevel,
  DunningState,
} from '#domain/ledger/collection-states.ts';
import type { ChargeType, InstallmentState, PlanAnchor, ReceiptState } from '#domain/ledger/ledger-states.ts';
import type {
  AreaSettlementState,
  CommissionState,
  LoanKind,
  MortgageState,
  RefundReason,
  RepaymentMethod,
  SettlementRegime,
} from '#domain/ledger/settlement-states.ts';
import type { ApprovalState } from '#domain/system/audit.ts';
import type { Names } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

export const RECEIPT_STATES: Names<ReceiptState> = {
  DRAFT: msg('Draft'),
  PENDING_CLEARANCE: msg('Pending clearance'),
  CLEARED: msg('Cleared'),
  BOUNCED: msg('Bounced'),
  REVERSED: msg('Reversed'),
};

export const INSTALLMENT_STATES: Names<InstallmentState> = {
  SCHEDULED: msg('Scheduled'),
  PENDING: msg('Not yet due'),
  DUE: msg('Due'),
  PARTIALLY_PAID: msg('Partly paid'),
  PAID: msg('Paid'),
  OVERDUE: msg('Overdue'),
  WAIVED: msg('Waived'),
  CANCELLED: msg('Cancelled'),
};

export const ADDED_CHARGES: Names<Extract<ChargeType, 'OTHER_FEE' | 'MAINTENANCE_FUND' | 'TAX'>> = {
  OTHER_FEE: msg('Other fee'),
  MAINTENANCE_FUND: msg('Maintenance fund'),
  TAX: msg('Tax collected'),
};

export const ANCHORS: Names<PlanAnchor> = {
  SIGNING: msg('Signing'),
  DATE: msg('Fixed date'),
  MILESTONE: msg('Construction milestone'),
  HANDOVER: msg('Handover'),
  LOAN: msg('Loan disbursement'),
};

export const CANCEL_KINDS: Names<CancelKind> = {
  MUTUAL: msg('By agreement'),
  BUYER_DEFAULT: msg('The buyer failed'),
  SELLER_DEFAULT: msg('The seller failed'),
  RESCISSION: msg('The buyer rescinded'),
  REGULATOR: msg('By the authority'),
};

export const REGIMES: Names<SettlementRegime> = {
  NONE: msg('Everything goes back'),
  CHINA: msg('China: deposit rule'),
  INDIA: msg('India: ten percent before the agreement'),
  DUBAI: msg('Dubai: retention by completion'),
};

export const REFUND_REASONS: Names<RefundReason> = {
  OVERPAYMENT: msg('Paid too much'),
  AREA_SETTLEMENT: msg('Area settlement'),
  CANCELLATION: msg('Cancellation'),
  DEPOSIT: msg('Deposit'),
  GATEWAY: msg('Payment gateway'),
};

export const WAIVED: Names<'LATE_FEE' | 'PRINCIPAL'> = {
  LATE_FEE: msg('Late fee'),
  PRINCIPAL: msg('Principal'),
};

export const AREA_STATES: Names<AreaSettlementState> = {
  CALCULATED: msg('Calculated'),
  BUYER_MAY_RESCIND: msg('Buyer may rescind'),
  CONFIRMED: msg('Buyer keeps the home'),
  RESCINDED: msg('Rescinded'),
  POSTED: msg('Posted'),
};

export const MORTGAGE_STATES: Names<MortgageState> = {
  NOT_STARTED: msg('Not started'),
  COLLECTING: msg('Collecting papers'),
  SUBMITTED: msg('With the bank'),
  SUPPLEMENT: msg('Papers missing'),
  APPROVED: msg('Approved'),
  SIGNED: msg('Signed'),
  PRE_REGISTERED: msg('Pre-registered'),
  DISBURSED: msg('Disbursed'),
  REJECTED: msg('Rejected'),
  CHANGED_TO_CASH: msg('Changed to cash'),
  CLOSED: msg('Closed'),
};

export const LOANS: Names<LoanKind> = {
  COMMERCIAL: msg('Commercial'),
  PROVIDENT_FUND: msg('Provident fund'),
  COMBINED: msg('Combined'),
};

export const REPAYMENTS: Names<RepaymentMethod> = {
  EQUAL_INSTALLMENT: msg('Equal installments'),
  EQUAL_PRINCIPAL: msg('Equal principal'),
};

export const DUNNING_STATES: Names<DunningState> = {
  DRAFT: msg('To be sent'),
  SENT: msg('Sent'),
  ACKNOWLEDGED: msg('Acknowledged'),
  PROMISED: msg('Promised'),
  BROKEN_PROMISE: msg('Promise broken'),
  PAID: msg('Paid'),
  ESCALATED: msg('Next step taken'),
};

export const DUNNING_LEVELS: Names<DunningLevel> = {
  REMINDER: msg('Reminder'),
  FIRST: msg('First demand'),
  SECOND: msg('Second demand'),
  FORMAL: msg('Formal demand'),
  LAWYER: msg('Lawyer’s letter'),
  TERMINATION: msg('Review of the contract'),
};

export const DUNNING_CHANNELS: Names<DunningChannel> = {
  LETTER: msg('Letter'),
  EMAIL: msg('E-mail'),
  SMS: msg('Text message'),
  PHONE: msg('Phone call'),
};

export const COMMISSION_STATES: Names<CommissionState> = {
  EARNED: msg('Earned'),
  PAID: msg('Paid'),
  CLAWED_BACK: msg('Clawed back'),
};

export const BANK_LINE_STATES: Names<BankLineState> = {
  MATCHED: msg('Matched'),
  DOUBTFUL: msg('Doubtful'),
  UNMATCHED: msg('Unmatched'),
  ALREADY_BOOKED: msg('Already booked'),
  IGNORED: msg('Left out'),
  POSTED: msg('Posted'),
};

export const APPROVAL_STATES: Names<ApprovalState> = {
  PENDING: msg('Waiting'),
  APPROVED: msg('Approved'),
  REJECTED: msg('Rejected'),
  WITHDRAWN: msg('Withdrawn'),
};

/** Letters and statements are written in these; a language is called by its own name. */
export const LANGUAGES: [value: string, label: string][] = [
  ['en', 'English'],
  ['zh-CN', '简体中文'],
];

/** The language of a contract's letters as documents know it. */
export function languageOf(letterLanguage: string | null | undefined): 'en' | 'zh-CN' {
  return letterLanguage === 'ZH' ? 'zh-CN' : 'en';
}
