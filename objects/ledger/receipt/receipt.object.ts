/** A receipt (收款单): money that came in. Posted once per external id; never edited, only reversed. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { ReceiptMethod, ReceiptState } from '#domain/ledger/ledger-states.ts';
import { belongsTo, date, hasMany, json, money, object, select, text } from '#kit/object.ts';

const STATES: Record<ReceiptState, { label: string; color: string }> = {
  DRAFT: { label: 'Draft', color: 'gray' },
  PENDING_CLEARANCE: { label: 'Pending clearance', color: 'yellow' },
  CLEARED: { label: 'Cleared', color: 'green' },
  BOUNCED: { label: 'Bounced', color: 'red' },
  REVERSED: { label: 'Reversed', color: 'brown' },
};

const METHODS: Record<ReceiptMethod, { label: string; color: string }> = {
  CASH: { label: 'Cash', color: 'green' },
  CARD: { label: 'Card', color: 'blue' },
  TRANSFER: { label: 'Bank transfer', color: 'sky' },
  GATEWAY: { label: 'Payment gateway', color: 'purple' },
  CHEQUE: { label: 'Cheque', color: 'amber' },
  BANK_LOAN: { label: 'Bank loan', color: 'turquoise' },
  PROVIDENT_FUND: { label: 'Provident fund', color: 'jade' },
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
      payer: belongsTo('Payer', 'person.keyturnReceipts', { onDelete: OnDeleteAction.SET_NULL }),
      amount: money('Amount'),
      allocated: money('Allocated'),
      method: select('Method', METHODS, { initially: 'TRANSFER' }),
      receivedOn: date('Received on'),
      state: select('State', STATES, { initially: 'DRAFT' }),
      remark: text('Remark'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
      allocations: hasMany('Allocations', 'allocation.receipt'),
    },
  }),
);
