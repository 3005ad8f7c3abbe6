/** A refund (退款): money given back out of what a buyer has left. Never edited, only reversed. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { RefundReason } from '#domain/ledger/settlement-states.ts';
import { belongsTo, date, json, money, object, select, text } from '#kit/object.ts';
import { RECEIPT_METHODS } from '#kit/receipt-methods.ts';
import { REFUND_STAGES } from '#workflows/pipeline/refund.ts';

const REASONS: Record<RefundReason, { label: string; color: string }> = {
  OVERPAYMENT: { label: 'Overpaid', color: 'sky' },
  AREA_SETTLEMENT: { label: 'Area settlement', color: 'blue' },
  CANCELLATION: { label: 'Cancellation', color: 'orange' },
  DEPOSIT: { label: 'Deposit returned', color: 'purple' },
  GATEWAY: { label: 'Returned by the gateway', color: 'gray' },
};

export default defineObject(
  object('refund', {
    label: 'Refund',
    plural: 'Refunds',
    icon: 'IconReceiptRefund',
    description: 'Money given back to a buyer. Written by commands only; never edited, only reversed.',
    isUICreatable: false,
    fields: {
      name: text('Number'),
      externalId: text('External id', {
        description: 'The bank reference; the same one is never booked twice.',
      }),
      contract: belongsTo('Contract', 'contract.refunds'),
      reservation: belongsTo('Reservation', 'reservation.refunds'),
      queueTicket: belongsTo('Queue ticket', 'queueTicket.refunds'),
      payee: belongsTo('Payee', 'person.keyturnRefunds', { onDelete: OnDeleteAction.SET_NULL }),
      amount: money('Amount'),
      method: select('Method', RECEIPT_METHODS, { initially: 'TRANSFER' }),
      refundedOn: date('Refunded on'),
      why: select('Why', REASONS, { initially: 'OVERPAYMENT' }),
      state: select('State', REFUND_STAGES, { initially: 'PAID' }),
      reversedOn: date('Reversed on'),
      remark: text('Remark'),
      approvedBy: text('Approved by'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
