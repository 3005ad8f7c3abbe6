/** A reservation at a glance, in a tab of its page. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { RecordWidget } from '#widgets/shared/record/record-widget.tsx';
import { COUNTDOWN_STYLE } from './countdown.tsx';
import { LADDER_STYLE } from './ladder-view.tsx';
import { readReservation } from './reservation-records.ts';
import { ReservationSummary } from './reservation-summary.tsx';

const STYLE = `${COUNTDOWN_STYLE}${LADDER_STYLE}`;

function ReservationSummaryWidget() {
  return <RecordWidget load={readReservation} View={ReservationSummary} style={STYLE} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.reservationSummary'),
  name: 'reservation-summary',
  description: 'A reservation at a glance: the time it has left, what is missing, and its next step.',
  component: ReservationSummaryWidget,
});
