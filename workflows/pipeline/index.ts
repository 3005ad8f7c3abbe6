/** Every state machine of the pipeline, in the order of a sale. */
import { APPROVAL } from './approval.ts';
import { AREA_SETTLEMENT } from './area-settlement.ts';
import { CHANGE_ANSWER } from './change-answer.ts';
import { COMMISSION } from './commission.ts';
import { CONTRACT } from './contract.ts';
import { DEAL_TRANSFER } from './deal-transfer.ts';
import { DUNNING_NOTICE } from './dunning-notice.ts';
import { ENGINEERING_CHANGE } from './engineering-change.ts';
import { HANDOVER } from './handover.ts';
import { HANDOVER_BATCH } from './handover-batch.ts';
import { INSPECTION } from './inspection.ts';
import { INSTALLMENT } from './installment.ts';
import { KEY_SET } from './key-set.ts';
import type { AnyMachine } from './machine.ts';
import { MORTGAGE_CASE } from './mortgage-case.ts';
import { PARTY } from './party.ts';
import { PAYMENT_PROMISE } from './payment-promise.ts';
import { PRICE_SCHEME } from './price-scheme.ts';
import { QUEUE_TICKET } from './queue-ticket.ts';
import { QUOTE } from './quote.ts';
import { RECEIPT } from './receipt.ts';
import { REFUND } from './refund.ts';
import { RELEASE_BATCH } from './release-batch.ts';
import { RESERVATION } from './reservation.ts';
import { SERVICE_TICKET } from './service-ticket.ts';
import { SNAG } from './snag.ts';
import { TITLE_CASE } from './title-case.ts';
import { UNIT } from './unit.ts';
import { UNIT_HOLD } from './unit-hold.ts';

export const PIPELINE: readonly AnyMachine[] = [
  UNIT,
  PRICE_SCHEME,
  RELEASE_BATCH,
  UNIT_HOLD,
  QUEUE_TICKET,
  QUOTE,
  RESERVATION,
  PARTY,
  CONTRACT,
  DEAL_TRANSFER,
  INSTALLMENT,
  RECEIPT,
  REFUND,
  APPROVAL,
  MORTGAGE_CASE,
  AREA_SETTLEMENT,
  DUNNING_NOTICE,
  PAYMENT_PROMISE,
  COMMISSION,
  HANDOVER_BATCH,
  HANDOVER,
  TITLE_CASE,
  ENGINEERING_CHANGE,
  CHANGE_ANSWER,
  SERVICE_TICKET,
  INSPECTION,
  SNAG,
  KEY_SET,
];
