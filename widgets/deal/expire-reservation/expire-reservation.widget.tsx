/** Ends the selected reservation when its time is over. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { EXPIRE_RESERVATION } from './expire-reservation.form.tsx';

function ExpireReservation() {
  return <CommandForm spec={EXPIRE_RESERVATION} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.expireReservation'),
  name: 'expire-reservation',
  description: 'Ends a reservation whose time is over, without waiting for the hourly job.',
  component: ExpireReservation,
});
