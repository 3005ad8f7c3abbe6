/** What is entered to book money received, for a contract, a reservation or a ticket; opened by itself or within a record. */
import { ticketFacts } from '#widgets/deal/queue/ticket-subject.ts';
import { reservationFacts } from '#widgets/deal/reservation-subject.ts';
import { contractFacts } from '#widgets/ledger/contract-subject.ts';
import type { CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { amountOrDash } from '#widgets/shared/command-form/record-texts.ts';
import { readDecimal } from '#widgets/shared/format/amount.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { type ReceiptDraft, ReceiptFields } from './receipt-fields.tsx';
import { expectedAmount, expectedText, type ReceiptSubject, readReceiptSubject } from './receipt-subject.ts';

export const RECORD_RECEIPT: CommandFormSpec<'ledger/record-receipt', ReceiptSubject, ReceiptDraft> = {
  command: 'ledger/record-receipt',
  load: readReceiptSubject,
  start: (subject) => ({
    amount: expectedText(subject, today()),
    method: 'TRANSFER',
    receivedOn: today(),
    externalId: '',
    allowPrepayment: false,
  }),
  facts: (subject, words) =>
    subject.kind === 'CONTRACT'
      ? [
          ...contractFacts(subject.contract, words),
          [words.t('Due today'), amountOrDash(expectedAmount(subject, today()), words.locale)],
        ]
      : subject.kind === 'TICKET'
        ? ticketFacts(subject.ticket, words)
        : reservationFacts(subject.reservation, words),
  Fields: ReceiptFields,
  read: (draft, subject, { t }) => {
    const amount = readDecimal(draft.amount);
    const wrong: Partial<Record<keyof ReceiptDraft, string>> = {};
    if (amount === null) wrong.amount = t('Enter an amount such as 50000.');
    if (draft.receivedOn === '') wrong.receivedOn = t('Enter a date.');
    if (amount === null || wrong.receivedOn !== undefined) return { input: null, wrong };
    const { method, receivedOn, allowPrepayment } = draft;
    const externalId = draft.externalId.trim();
    const reference = externalId === '' ? {} : { externalId };
    const input =
      subject.kind === 'CONTRACT'
        ? { contractId: subject.contract.id, amount, method, receivedOn, allowPrepayment, ...reference }
        : {
            ...(subject.kind === 'TICKET'
              ? { queueTicketId: subject.ticket.id }
              : { reservationId: subject.reservation.id }),
            amount,
            method,
            receivedOn,
            ...reference,
          };
    return { input, wrong };
  },
  submit: ({ t }) => t('Record receipt'),
  busy: ({ t }) => t('Recording…'),
  done: ({ t }) => t('The receipt is recorded.'),
};
