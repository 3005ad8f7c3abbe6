/** Cancels the selected reservation. */
import {
  type ReservationSubject,
  readReservationSubject,
  reservationFacts,
} from '#widgets/deal/reservation-subject.ts';
import type { CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { LongTextField } from '#widgets/shared/parts/fields.tsx';

type Draft = { reason: string };

export const CANCEL_RESERVATION: CommandFormSpec<'deal/cancel-reservation', ReservationSubject, Draft> = {
  command: 'deal/cancel-reservation',
  load: readReservationSubject,
  start: () => ({ reason: '' }),
  facts: reservationFacts,
  Fields: ({ draft, wrong, words: { t }, onChange }) => (
    <LongTextField
      label={t('Reason')}
      value={draft.reason}
      onChange={(reason) => onChange({ reason })}
      hint={t('The unit becomes available again.')}
      wrong={wrong.reason ?? null}
    />
  ),
  read: ({ reason }, { id }, { t }) => {
    const given = reason.trim();
    if (given === '') return { input: null, wrong: { reason: t('Say why the reservation is cancelled.') } };
    return { input: { reservationId: id, reason: given }, wrong: {} };
  },
  submit: ({ t }) => t('Cancel reservation'),
  busy: ({ t }) => t('Cancelling…'),
  done: ({ t }) => t('The reservation is cancelled.'),
  isDangerous: true,
};
