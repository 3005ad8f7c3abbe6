/** How money comes and goes, as the forms offer it. */
import type { ReceiptMethod } from '#domain/ledger/ledger-states.ts';
import type { Names } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

export const METHODS: Names<Exclude<ReceiptMethod, 'COMPENSATION'>> = {
  TRANSFER: msg('Bank transfer'),
  CARD: msg('Card'),
  CASH: msg('Cash'),
  CHEQUE: msg('Cheque'),
  GATEWAY: msg('Payment gateway'),
  BANK_LOAN: msg('Bank loan'),
  PROVIDENT_FUND: msg('Provident fund'),
};

/** A loan is paid out to nobody but the seller. */
export const REFUND_METHODS = ['TRANSFER', 'CASH', 'CARD', 'GATEWAY', 'CHEQUE'] as const;
