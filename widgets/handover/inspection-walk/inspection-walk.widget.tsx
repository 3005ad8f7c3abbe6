/** The walk of an inspection, in a tab of its page. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { RecordWidget } from '#widgets/shared/record/record-widget.tsx';
import { InspectionWalk } from './inspection-walk.tsx';
import { readWalk } from './walk-records.ts';
import { WALK_STYLE } from './walk-style.ts';

function InspectionWalkWidget() {
  return <RecordWidget load={readWalk} View={InspectionWalk} style={WALK_STYLE} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.inspectionWalk'),
  name: 'inspection-walk',
  description: 'An inspection room by room, on a phone: in order, defect or not there; signed in the end.',
  component: InspectionWalkWidget,
});
