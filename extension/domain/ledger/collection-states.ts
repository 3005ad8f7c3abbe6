/** States of collections (C4): dunning notices, promises to pay, payment requests, gateway events. */
import type { Transitions } from '#domain/shared/state-machine.ts';

/** How grave a notice is; the ladder of an admin's own steps is made of these. */
export type DunningLevel = 'REMINDER' | 'FIRST' | 'SECOND' | 'FORMAL' | 'LAWYER' | 'TERMINATION';

export type DunningChannel = 'LETTER' | 'EMAIL' | 'SMS' | 'PHONE';

export type DunningState =
  | 'DRAFT'
  | 'SENT'
  | 'ACKNOWLEDGED'
  | 'PROMISED'
  | 'BROKEN_PROMISE'
  | 'PAID'
  | 'ESCALATED';

export const DUNNING_TRANSITIONS: Transitions<DunningState> = {
  DRAFT: ['SENT', 'PAID'],
  SENT: ['ACKNOWLEDGED', 'PROMISED', 'PAID', 'ESCALATED'],
  ACKNOWLEDGED: ['PROMISED', 'PAID', 'ESCALATED'],
  PROMISED: ['BROKEN_PROMISE', 'PAID', 'ESCALATED'],
  BROKEN_PROMISE: ['PROMISED', 'PAID', 'ESCALATED'],
  PAID: [],
  ESCALATED: ['PAID'],
};

export type PromiseState = 'OPEN' | 'KEPT' | 'BROKEN' | 'WITHDRAWN';

export const PROMISE_TRANSITIONS: Transitions<PromiseState> = {
  OPEN: ['KEPT', 'BROKEN', 'WITHDRAWN'],
  KEPT: [],
  BROKEN: [],
  WITHDRAWN: [],
};

export type PaymentRequestState = 'OPEN' | 'PAID' | 'WITHDRAWN';

export const PAYMENT_REQUEST_TRANSITIONS: Transitions<PaymentRequestState> = {
  OPEN: ['PAID', 'WITHDRAWN'],
  PAID: ['OPEN'],
  WITHDRAWN: [],
};

export type GatewayEventKind = 'PENDING' | 'SUCCEEDED' | 'FAILED' | 'REFUNDED' | 'CHARGED_BACK';

export type GatewayEventState = 'RECEIVED' | 'DONE' | 'REFUSED';

export const GATEWAY_EVENT_TRANSITIONS: Transitions<GatewayEventState> = {
  RECEIVED: ['DONE', 'REFUSED'],
  DONE: [],
  REFUSED: ['DONE'],
};

export type BankStatementState = 'PREVIEWED' | 'POSTED';

export const BANK_STATEMENT_TRANSITIONS: Transitions<BankStatementState> = {
  PREVIEWED: ['POSTED'],
  POSTED: [],
};

export type BankLineState = 'MATCHED' | 'DOUBTFUL' | 'UNMATCHED' | 'ALREADY_BOOKED' | 'IGNORED' | 'POSTED';

export const BANK_LINE_TRANSITIONS: Transitions<BankLineState> = {
  MATCHED: ['POSTED', 'ALREADY_BOOKED', 'IGNORED'],
  DOUBTFUL: ['MATCHED', 'POSTED', 'ALREADY_BOOKED', 'IGNORED'],
  UNMATCHED: ['MATCHED', 'POSTED', 'ALREADY_BOOKED', 'IGNORED'],
  ALREADY_BOOKED: [],
  IGNORED: [],
  POSTED: [],
};
