/** The commands that widgets give, with what each of them takes. */
import type { ReceiptMethod } from '#domain/ledger/ledger-states.ts';
import type { LedgerInputs } from './ledger-commands.ts';

export type CommandInputs = LedgerInputs & {
  'inventory/release-units': { unitIds: string[] };
  'inventory/certify-milestone': { milestoneId: string; certifiedOn: string; includeEarlier?: boolean };
  'deal/reserve-unit': {
    unitId: string;
    buyerId?: string;
    companyId?: string;
    buyerName?: string;
    price?: string;
    depositAsked?: string;
    validUntil?: string;
    remark?: string;
  };
  'deal/cancel-reservation': { reservationId: string; reason: string };
  'deal/expire-reservation': { reservationId: string };
  'deal/sign-contract': { reservationId: string; planId: string; number: string; signedOn: string };
  'ledger/record-receipt': {
    contractId?: string;
    reservationId?: string;
    amount: string;
    method: ReceiptMethod;
    receivedOn: string;
    externalId?: string;
    allowPrepayment?: boolean;
  };
  'workflows/list': Record<string, never>;
  'workflows/install': { workflowKey: string; again?: boolean };
  'handover/hand-over': {
    contractId: string;
    handedOverOn: string;
    receivedBy: string;
    keySets: number;
  };
};

export type CommandName = keyof CommandInputs;

export type Refusal = { code: string; message: string; facts: Record<string, unknown> };

export type CommandAnswer =
  | { kind: 'DONE'; message: string; result: Record<string, unknown> }
  /** The server understood and said no; nothing was changed. */
  | { kind: 'REFUSED'; refusal: Refusal }
  /** It is not known whether the command ran; sending it again with the same id is safe. */
  | { kind: 'UNKNOWN'; isOffline: boolean; message: string };
