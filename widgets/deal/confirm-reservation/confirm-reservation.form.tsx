/** Asks somebody else to approve the price of the selected reservation. */
import { readReservationSubject, reservationFacts } from '#widgets/deal/reservation-subject.ts';
import { APPROVAL_TEXTS } from '#widgets/shared/command-form/approval-texts.ts';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { amountOf, decimalText } from '#widgets/shared/format/amount.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

export const CONFIRM_RESERVATION = fieldForm({
  command: 'system/ask-approval',
  load: readReservationSubject,
  facts: reservationFacts,
  blocked: ({ state }, { t }) =>
    state === 'PENDING_APPROVAL' ? null : t('Its price does not wait for approval.'),
  start: () => ({ reason: '' }),
  fields: {
    reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why this price should be approved.') },
  },
  // What is approved is this price and no other.
  input: ({ reason }, { id, price }) => ({
    command: 'confirm-reservation',
    input: { reservationId: id, price: decimalText(amountOf(price)?.micros ?? 0n) },
    reason,
  }),
  ...APPROVAL_TEXTS,
});
