/** Changes who buys with the selected reservation. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { CHANGE_RESERVATION_BUYERS } from './change-reservation-buyers.form.tsx';

function ChangeReservationBuyers() {
  return <CommandForm spec={CHANGE_RESERVATION_BUYERS} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.changeReservationBuyers'),
  name: 'change-reservation-buyers',
  description: 'Changes who buys with a reservation, with their shares; who leaves stays on record.',
  component: ChangeReservationBuyers,
});
