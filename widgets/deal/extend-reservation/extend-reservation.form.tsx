/** Extends the selected reservation. */
import { onlyActive, readReservationSubject, reservationFacts } from '#widgets/deal/reservation-subject.ts';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';

export const EXTEND_RESERVATION = fieldForm({
  command: 'deal/extend-reservation',
  load: readReservationSubject,
  facts: (reservation, words) => [
    ...reservationFacts(reservation, words),
    [words.t('Extensions'), String(reservation.extensions ?? 0)],
  ],
  blocked: onlyActive,
  start: () => ({ hours: '', reason: '' }),
  fields: {
    hours: {
      kind: 'WHOLE',
      label: msg('Hours'),
      isOptional: true,
      hint: msg('Empty: as long as the project allows'),
    },
    reason: { kind: 'LONG', label: msg('Reason'), isOptional: true },
  },
  input: ({ hours, reason }, { id }) => ({
    reservationId: id,
    ...(hours === '' ? {} : { hours: Number(hours) }),
    ...(given(reason) === undefined ? {} : { reason }),
  }),
  submit: ({ t }) => t('Extend reservation'),
  busy: ({ t }) => t('Extending…'),
  done: ({ t }) => t('The reservation is extended.'),
});
