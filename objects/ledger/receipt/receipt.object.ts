/** A receipt (收款单): money that came in. Posted once per external id; never edited, only reversed. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { ReceiptSource } from '#domain/ledger/ledger-states.ts';
import { FUNDS } from '#kit/ledger-choices.ts';
import { belongsTo, date, flag, hasMany, json, money, object, select, text } from '#kit/object.ts';
import { RECEIPT_METHODS } from '#kit/receipt-methods.ts';
import { RECEIPT_STAGES } from '#workflows/pipeline/receipt.ts';

const SOURCES: Record<ReceiptSource, { label: string; color: string }> = {
  HAND: { label: 'Entered by hand', color: 'gray' },
  GATEWAY: { label: 'Payment gateway', color: 'purple' },
  BANK_STATEMENT: { label: 'Bank statement', color: 'sky' },
  MORTGAGE: { label: 'Mortgage', color: 'turquoise' },
};

export default defineObject(
  object('receipt', {
    label: 'Receipt',
    plural: 'Receipts',
    icon: 'IconReceipt2',
    description: 'Money received. Written by commands only; never edited, only reversed.',
    isUICreatable: false,
    fields: {
      name: text('Number'),
      externalId: text('External id', {
        description: 'The bank or gateway reference; the same one is never booked twice.',
      }),
      contract: belongsTo('Contract', 'contract.receipts'),
      reservation: belongsTo('Reservation', 'reservation.receipts'),
      queueTicket: belongsTo('Queue ticket', 'queueTicket.receipts'),
      payer: belongsTo('Payer', 'person.keyturnReceipts', { onDelete: OnDeleteAction.SET_NULL }),
      amount: money('Amount'),
      allocated: money('Allocated'),
      method: select('Method', RECEIPT_METHODS, { initially: 'TRANSFER' }),
      receivedOn: date('Received on'),
      bookedOn: date('Booked on', { description: 'The day on which it came into the books, cleared.' }),
      valueOn: date('Value date', {
        description: 'The day from which the money counts; late fees follow it.',
      }),
      fund: select('Paid for', FUNDS, { initially: 'PRICE' }),
      allowPrepayment: flag('May prepay', { description: 'Installments that are not due yet may take it.' }),
      firstTo: json('Payer’s instruction', {
        description: 'The installments that the payer named, in order.',
      }),
      source: select('Source', SOURCES, { initially: 'HAND' }),
      chequeNumber: text('Cheque number'),
      chequeDueOn: date('Cheque due on', { description: 'Of a post-dated cheque.' }),
      closedOn: date('Bounced or reversed on'),
      closeReason: text('Why bounced or reversed'),
      state: select('State', RECEIPT_STAGES, { initially: 'DRAFT' }),
      remark: text('Remark'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
      allocations: hasMany('Allocations', 'allocation.receipt'),
    },
  }),
);
