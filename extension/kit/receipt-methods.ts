/** How money comes and goes, as people read it: one table for receipts and refunds. */
import type { ReceiptMethod } from '#domain/ledger/ledger-states.ts';
import type { Choice } from './object.ts';

export const RECEIPT_METHODS: Record<ReceiptMethod, Choice> = {
  CASH: { label: 'Cash', color: 'green' },
  CARD: { label: 'Card', color: 'blue' },
  TRANSFER: { label: 'Bank transfer', color: 'sky' },
  GATEWAY: { label: 'Payment gateway', color: 'purple' },
  CHEQUE: { label: 'Cheque', color: 'amber' },
  BANK_LOAN: { label: 'Bank loan', color: 'turquoise' },
  COMPENSATION: { label: 'Compensation by the seller', color: 'red' },
  PROVIDENT_FUND: { label: 'Provident fund', color: 'jade' },
};
