/** The commands that widgets give, with what each of them takes. */
import type { ReservationStage } from '#domain/deal/deal-states.ts';
import type { DepositDecision } from '#domain/deal/forfeit.ts';
import type { ReceiptMethod } from '#domain/ledger/ledger-states.ts';
import type { CareInputs } from './care-commands.ts';
import type { HandoverInputs } from './handover-commands.ts';
import type { InspectionInputs } from './inspection-commands.ts';
import type { InventoryInputs } from './inventory-commands.ts';
import type { LedgerInputs } from './ledger-commands.ts';
import type { SalesInputs } from './sales-commands.ts';
import type { TitleInputs } from './title-commands.ts';

export type CommandInputs = LedgerInputs &
  CareInputs &
  SalesInputs &
  TitleInputs &
  InventoryInputs &
  InspectionInputs &
  HandoverInputs & {
    'deal/reserve-unit': {
      unitId: string;
      buyerId?: string;
      companyId?: string;
      buyerName?: string;
      parties?: { buyerId: string; sharePercent: string }[];
      stage?: ReservationStage;
      price?: string;
      discountRuleIds?: string[];
      withApproval?: boolean;
      quoteId?: string;
      depositAsked?: string;
      validUntil?: string;
      remark?: string;
    };
    'deal/reserve-bundle': {
      unitIds: string[];
      buyerId?: string;
      buyerName?: string;
      depositAsked?: string;
      remark?: string;
    };
    'deal/change-reservation-buyers': {
      reservationId: string;
      parties: { buyerId?: string; companyId?: string; sharePercent: string }[];
      reason: string;
    };
    'deal/upgrade-reservation': { reservationId: string; depositAsked?: string };
    'deal/extend-reservation': { reservationId: string; hours?: number; reason?: string };
    'deal/swap-reservation-unit': {
      reservationId: string;
      unitId: string;
      discountRuleIds?: string[];
      reason: string;
    };
    'deal/decide-deposit': { reservationId: string; decision: DepositDecision; reason: string };
    'deal/cancel-reservation': { reservationId: string; reason: string };
    'deal/expire-reservation': { reservationId: string };
    'deal/sign-contract': { reservationId: string; planId: string; number: string; signedOn: string };
    'ledger/record-receipt': {
      contractId?: string;
      reservationId?: string;
      queueTicketId?: string;
      amount: string;
      method: ReceiptMethod;
      receivedOn: string;
      externalId?: string;
      allowPrepayment?: boolean;
    };
    'system/setup': Record<string, never>;
    'sample/sample-data': Record<string, never>;
    'system/set-up-dashboards': { again?: string[] };
    'sample/load-sample-data': { currency?: string; timeZone?: string; most?: number };
    'sample/remove-sample-data': Record<string, never>;
    'ledger/set-up-dunning': Record<string, never>;
    'workflows/list': Record<string, never>;
    'workflows/install': { workflowKey: string; again?: boolean };
  };

export type CommandName = keyof CommandInputs;

export type Refusal = { code: string; message: string; facts: Record<string, unknown> };

export type CommandAnswer =
  | { kind: 'DONE'; message: string; result: Record<string, unknown> }
  /** The server understood and said no; nothing was changed. */
  | { kind: 'REFUSED'; refusal: Refusal }
  /** It is not known whether the command ran; sending it again with the same id is safe. */
  | { kind: 'UNKNOWN'; isOffline: boolean; message: string };
