/** The visit of a handover, in a tab of its page. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { RecordWidget } from '#widgets/shared/record/record-widget.tsx';
import { HandoverVisit } from './handover-visit.tsx';
import { readVisitPage } from './visit-records.ts';

function HandoverVisitWidget() {
  return <RecordWidget load={readVisitPage} View={HandoverVisit} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.handoverVisit'),
  name: 'handover-visit',
  description: 'The visit of a handover: inspections, what is still to be mended, the keys and the protocol.',
  component: HandoverVisitWidget,
});
