/** A service ticket, in a tab of its page. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { RecordWidget } from '#widgets/shared/record/record-widget.tsx';
import { readTicket } from './ticket-record.ts';
import { TICKET_STYLE, TicketView } from './ticket-view.tsx';

function TicketWidget() {
  return <RecordWidget load={readTicket} View={TicketView} style={TICKET_STYLE} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.serviceTicket'),
  name: 'service-ticket',
  description:
    'A ticket at a glance: its clock, the warranty and why, what comes next, feedback and satisfaction.',
  component: TicketWidget,
});
