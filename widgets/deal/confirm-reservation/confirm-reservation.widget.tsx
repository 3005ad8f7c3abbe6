/** Asks somebody else to approve the price of the selected reservation. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { CONFIRM_RESERVATION } from './confirm-reservation.form.tsx';

function ConfirmReservation() {
  return <CommandForm spec={CONFIRM_RESERVATION} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.confirmReservation'),
  name: 'confirm-reservation',
  description: 'Asks for the approval of a price; approved by somebody else, the reservation becomes active.',
  component: ConfirmReservation,
});
