/** Extends the selected reservation. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { onlyActive, readReservationSubject, reservationFacts } from '#widgets/deal/reservation-subject.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';

const SPEC = fieldForm({
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

function ExtendReservation() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.extendReservation'),
  name: 'extend-reservation',
  description: 'Extends a reservation, as often and as long as the project allows.',
  component: ExtendReservation,
});
