/** How the ledger's states and choices are called: states as the pipeline says, choices as the objects do. */
import type { CancelKind } from '#domain/deal/deal-states.ts';
import type { BankLineState, DunningChannel, DunningLevel } from '#domain/ledger/collection-states.ts';
import type { ChargeType, PlanAnchor } from '#domain/ledger/ledger-states.ts';
import type {
  LoanKind,
  RefundReason,
  RepaymentMethod,
  SettlementRegime,
} from '#domain/ledger/settlement-states.ts';
import { type Names, namesOf } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { APPROVAL_STAGES } from '#workflows/pipeline/approval.ts';
import { AREA_SETTLEMENT_STAGES } from '#workflows/pipeline/area-settlement.ts';
import { COMMISSION_STAGES } from '#workflows/pipeline/commission.ts';
import { DUNNING_STAGES } from '#workflows/pipeline/dunning-notice.ts';
import { INSTALLMENT_STAGES } from '#workflows/pipeline/installment.ts';
import { MORTGAGE_STAGES } from '#workflows/pipeline/mortgage-case.ts';
import { RECEIPT_STAGES } from '#workflows/pipeline/receipt.ts';

export const RECEIPT_STATES = /* @__PURE__ */ namesOf(RECEIPT_STAGES);

export const INSTALLMENT_STATES = /* @__PURE__ */ namesOf(INSTALLMENT_STAGES);

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

export const AREA_STATES = /* @__PURE__ */ namesOf(AREA_SETTLEMENT_STAGES);

export const MORTGAGE_STATES = /* @__PURE__ */ namesOf(MORTGAGE_STAGES);

export const LOANS: Names<LoanKind> = {
  COMMERCIAL: msg('Commercial'),
  PROVIDENT_FUND: msg('Provident fund'),
  COMBINED: msg('Combined'),
};

export const REPAYMENTS: Names<RepaymentMethod> = {
  EQUAL_INSTALLMENT: msg('Equal installments'),
  EQUAL_PRINCIPAL: msg('Equal principal'),
};

export const DUNNING_STATES = /* @__PURE__ */ namesOf(DUNNING_STAGES);

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

export const COMMISSION_STATES = /* @__PURE__ */ namesOf(COMMISSION_STAGES);

export const BANK_LINE_STATES: Names<BankLineState> = {
  MATCHED: msg('Matched'),
  DOUBTFUL: msg('Doubtful'),
  UNMATCHED: msg('Unmatched'),
  ALREADY_BOOKED: msg('Already booked'),
  IGNORED: msg('Left out'),
  POSTED: msg('Posted'),
};

export const APPROVAL_STATES = /* @__PURE__ */ namesOf(APPROVAL_STAGES);

/** Letters and statements are written in these; a language is called by its own name. */
export const LANGUAGES: [value: string, label: string][] = [
  ['en', 'English'],
  ['zh-CN', '简体中文'],
];

/** The language of a contract's letters as documents know it. */
export function languageOf(letterLanguage: string | null | undefined): 'en' | 'zh-CN' {
  return letterLanguage === 'ZH' ? 'zh-CN' : 'en';
}
