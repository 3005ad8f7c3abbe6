/** Upgrades the selected reservation from the small to the large deposit. */
import {
  onlyActive,
  readReservationSubject,
  reservationCurrency,
  reservationFacts,
} from '#widgets/deal/reservation-subject.ts';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';

export const UPGRADE_RESERVATION = fieldForm({
  command: 'deal/upgrade-reservation',
  load: readReservationSubject,
  facts: reservationFacts,
  currency: reservationCurrency,
  blocked: (reservation, words) => {
    const isLarge = reservation.stage !== 'SMALL';
    return onlyActive(reservation, words) ?? (isLarge ? words.t('It has its large deposit already.') : null);
  },
  start: () => ({ depositAsked: '' }),
  fields: {
    depositAsked: {
      kind: 'AMOUNT',
      label: msg('Large deposit asked'),
      isOptional: true,
      hint: msg('Empty: as the project asks'),
    },
  },
  input: ({ depositAsked }, { id }) => {
    const asked = given(depositAsked);
    return { reservationId: id, ...(asked === undefined ? {} : { depositAsked: asked }) };
  },
  submit: ({ t }) => t('Upgrade reservation'),
  busy: ({ t }) => t('Upgrading…'),
  done: ({ t }) => t('The reservation has its large deposit now.'),
});
