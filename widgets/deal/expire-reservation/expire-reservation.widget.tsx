/** Ends the selected reservation when its time is over. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import {
  type ReservationSubject,
  readReservationSubject,
  reservationFacts,
} from '#widgets/deal/reservation-subject.ts';
import { CommandForm, type CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';

const SPEC: CommandFormSpec<'deal/expire-reservation', ReservationSubject, Record<string, never>> = {
  command: 'deal/expire-reservation',
  load: readReservationSubject,
  start: () => ({}),
  facts: reservationFacts,
  read: (_draft, { id }) => ({ input: { reservationId: id }, wrong: {} }),
  submit: ({ t }) => t('Expire reservation'),
  busy: ({ t }) => t('Expiring…'),
  done: ({ t }) => t('The reservation has expired; the unit is available again.'),
};

function ExpireReservation() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.expireReservation'),
  name: 'expire-reservation',
  description: 'Ends a reservation whose time is over, without waiting for the hourly job.',
  component: ExpireReservation,
});
