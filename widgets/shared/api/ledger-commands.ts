/** The commands and questions of the ledger that widgets give, with what each of them takes. */
import type { CancelKind } from '#domain/deal/deal-states.ts';
import type { DunningState } from '#domain/ledger/collection-states.ts';
import type { ChargeType, ReceiptMethod } from '#domain/ledger/ledger-states.ts';
import type {
  LoanKind,
  MortgageState,
  RefundReason,
  RepaymentMethod,
} from '#domain/ledger/settlement-states.ts';

export type Language = 'en' | 'zh-CN';

/** Nobody carries these out alone: they are asked for, and somebody else decides. */
type Approvable = {
  waive: { installmentId: string; what: 'LATE_FEE' | 'PRINCIPAL'; amount?: string; reason: string };
  'record-refund': {
    contractId: string;
    amount: string;
    method: ReceiptMethod;
    refundedOn: string;
    why: RefundReason;
    externalId?: string;
    remark?: string;
  };
  'replan-contract': {
    contractId: string;
    planId: string;
    newPrice?: string;
    effectiveOn: string;
    reason: string;
  };
  'cancel-contract': {
    contractId: string;
    kind: CancelKind;
    cancelledOn: string;
    retained?: string;
    reason: string;
  };
  'confirm-reservation': { reservationId: string; price: string };
  'refund-ticket': { ticketId: string; method: ReceiptMethod; refundedOn: string; reason: string };
  'activate-price-scheme': { priceSchemeId: string };
  'change-contract-unit': {
    contractId: string;
    unitId: string;
    planId?: string;
    newPrice?: string;
    effectiveOn: string;
    fee?: string;
    reason: string;
  };
  'change-contract-buyers': {
    contractId: string;
    parties: { buyerId?: string; companyId?: string; sharePercent: string }[];
    effectiveOn: string;
    fee?: string;
    reason: string;
  };
  'transfer-deals': { fromId: string; toIds: string[]; reason: string };
  'defer-handover-dues': { contractId: string; amount: string; until: string; reason: string };
};

export type ApprovableName = keyof Approvable;

type ContractChangeName = Exclude<ApprovableName, 'waive' | 'record-refund'>;

/** What a change of a contract would come to, before it is asked for. */
export type ContractChangeAsked = {
  [Name in ContractChangeName]: { command: Name; input: Approvable[Name] };
}[ContractChangeName];

export type ApprovalAsked = {
  [Name in ApprovableName]: { command: Name; input: Approvable[Name]; reason: string };
}[ApprovableName];

export type LedgerInputs = {
  'ledger/clear-receipt': { receiptId: string; valueOn: string };
  'ledger/bounce-receipt': { receiptId: string; on: string; reason: string };
  'ledger/reverse-receipt': { receiptId: string; on: string; reason: string };
  'ledger/add-charge': {
    contractId: string;
    chargeType: ChargeType;
    label: string;
    amount: string;
    dueOn: string;
  };
  'ledger/ask-payment': { contractId: string; amount: string; reference?: string; remark?: string };
  'ledger/record-promise': { contractId: string; amount: string; payBy: string; remark?: string };
  'ledger/issue-notice': { contractId: string };
  'ledger/mark-notice': { dunningNoticeId: string; to: DunningState; on: string; remark?: string };
  'ledger/settle-area': { contractId: string; measuredArea: string; unitPrice?: string; remark?: string };
  'ledger/post-area-settlement': { areaSettlementId: string; buyerKeeps?: boolean; payWithinDays?: number };
  'ledger/open-mortgage': {
    contractId: string;
    bank: string;
    kind: LoanKind;
    amountAsked: string;
    termMonths: number;
    annualRatePercent: string;
    repayment: RepaymentMethod;
    documentsMissing?: string;
  };
  'ledger/move-mortgage': {
    mortgageCaseId: string;
    to: MortgageState;
    on: string;
    amountApproved?: string;
    shortfallDueInDays?: number;
    documentsHere?: string;
    documentsMissing?: string;
    remark?: string;
  };
  'ledger/disburse-mortgage': { mortgageCaseId: string; amount: string; on: string; externalId?: string };
  'ledger/earn-commission': { contractId: string };
  'ledger/arrears': { projectId?: string };
  'ledger/set-up-dunning': Record<string, never>;
  'ledger/pay-commission': { commissionId: string; paidOn: string };
  'ledger/post-bank-statement': { bankStatementId: string };
  'ledger/reconcile': { afterContractId?: string; most?: number };
  'ledger/preview-plan': {
    planId: string;
    price: string;
    currency: string;
    signedOn: string;
    buildingId?: string;
  };
  'ledger/preview-contract-change': ContractChangeAsked;
  'ledger/export-journal': { from: string; to: string };
  'files/read-bank-statement': {
    bankStatementId: string;
    account?: string;
    currency?: string;
    fileName?: string;
    contentBase64?: string;
    decimalMark?: string;
    dateOrder?: string;
  };
  'documents/write-statement': {
    contractId?: string;
    personId?: string;
    language: Language;
    asOf: string;
  };
  'documents/write-letter': { dunningNoticeId: string; language: Language };
  'system/ask-approval': ApprovalAsked;
  'system/decide-approval': { approvalId: string; decision: 'APPROVE' | 'REJECT'; note?: string };
  'system/withdraw-approval': { approvalId: string; note?: string | undefined };
};
