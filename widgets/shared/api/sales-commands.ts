import type { ReservationStage } from '#domain/deal/deal-states.ts';
import type { RepaymentMethod } from '#domain/ledger/settlement-states.ts';

/** A leaver's open work, and the colleagues who take it over. */
export type TransferAsked = { fromId: string; toIds: string[] };

/** What the commands of holds, freezes, the queue, transfers and quotes take. */
export type SalesInputs = {
  'deal/hold-unit': {
    unitId: string;
    kind: 'SALES' | 'VIP';
    until?: string;
    buyerId?: string;
    forWhom?: string;
    reason?: string;
  };
  'deal/release-hold': { holdId: string; reason?: string };
  'deal/extend-hold': { holdId: string; until: string };
  'deal/expire-hold': { holdId: string };
  'deal/freeze-unit': { unitId: string; reason: string };
  'deal/unfreeze-unit': { unitId: string; reason: string };
  'deal/take-ticket': { batchId: string; buyerId: string; wishes?: string };
  'deal/call-next-ticket': { batchId: string };
  'deal/draw-lottery': { batchId: string; seed?: string };
  'deal/activate-ticket': { ticketId: string };
  'deal/choose-unit': { ticketId: string; unitId: string };
  'deal/miss-ticket': { ticketId: string };
  'deal/requeue-ticket': { ticketId: string };
  'deal/preview-transfer': TransferAsked;
  'deal/roll-back-transfer': { dealTransferId: string; reason: string };
  'deal/cancel-ticket': { ticketId: string; reason: string };
  'deal/preview-quote': QuoteAsked & { unitId: string };
  'deal/save-quote': QuoteAsked & {
    quoteId?: string;
    unitId?: string;
    validUntil?: string;
    remark?: string;
    desk?: Record<string, unknown>;
  };
  'deal/send-quote': { quoteId: string };
  'deal/withdraw-quote': { quoteId: string; reason?: string };
  'documents/write-quote': { quoteId: string; language: 'en' | 'zh-CN' };
};

/** What a quote is made of. */
export type QuoteAsked = {
  buyerId?: string;
  companyId?: string;
  buyerName?: string;
  parties?: { buyerId: string; sharePercent: string }[];
  stage?: ReservationStage;
  price?: string;
  discountRuleIds?: string[];
  depositAsked?: string;
  planId?: string;
  signedOn?: string;
  loan?: { amount: string; termMonths: number; annualRatePercent: string; repayment: RepaymentMethod };
};
