/** A snag at a glance, in a tab of its page. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { RecordWidget } from '#widgets/shared/record/record-widget.tsx';
import { readSnag } from './snag-records.ts';
import { SnagSummary } from './snag-summary.tsx';

function SnagSummaryWidget() {
  return <RecordWidget load={readSnag} View={SnagSummary} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.snagSummary'),
  name: 'snag-summary',
  description: 'A snag at a glance: by when, who mends it, and what may be done next.',
  component: SnagSummaryWidget,
});
