/** Cancels the selected reservation. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { CANCEL_RESERVATION } from './cancel-reservation.form.tsx';

function CancelReservation() {
  return <CommandForm spec={CANCEL_RESERVATION} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.cancelReservation'),
  name: 'cancel-reservation',
  description: 'Cancels a reservation and gives the unit free; a deposit that was paid stays booked.',
  component: CancelReservation,
});
