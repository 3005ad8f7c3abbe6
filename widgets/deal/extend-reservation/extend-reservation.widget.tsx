/** Extends the selected reservation. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { EXTEND_RESERVATION } from './extend-reservation.form.tsx';

function ExtendReservation() {
  return <CommandForm spec={EXTEND_RESERVATION} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.extendReservation'),
  name: 'extend-reservation',
  description: 'Extends a reservation, as often and as long as the project allows.',
  component: ExtendReservation,
});
