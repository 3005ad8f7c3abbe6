/** Ends the selected reservation when its time is over. */
import {
  type ReservationSubject,
  readReservationSubject,
  reservationFacts,
} from '#widgets/deal/reservation-subject.ts';
import type { CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';

export const EXPIRE_RESERVATION: CommandFormSpec<
  'deal/expire-reservation',
  ReservationSubject,
  Record<string, never>
> = {
  command: 'deal/expire-reservation',
  load: readReservationSubject,
  start: () => ({}),
  facts: reservationFacts,
  read: (_draft, { id }) => ({ input: { reservationId: id }, wrong: {} }),
  submit: ({ t }) => t('Expire reservation'),
  busy: ({ t }) => t('Expiring…'),
  done: ({ t }) => t('The reservation has expired; the unit is available again.'),
};
