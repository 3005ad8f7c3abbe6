/** The calendar of a handover batch, in a tab of its page. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { RecordWidget } from '#widgets/shared/record/record-widget.tsx';
import { CALENDAR_STYLE, HandoverCalendar, readWeek } from './handover-calendar.tsx';

function HandoverCalendarWidget() {
  return <RecordWidget load={readWeek} View={HandoverCalendar} style={CALENDAR_STYLE} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.handoverCalendar'),
  name: 'handover-calendar',
  description: 'The slots of a handover batch week by week, who is in them and who has none.',
  component: HandoverCalendarWidget,
});
