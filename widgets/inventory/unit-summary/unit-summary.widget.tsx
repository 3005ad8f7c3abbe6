/** A unit at a glance, in a tab of its page. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { HOME_STYLE } from '#widgets/care/home-facts/home-section.tsx';
import { RecordWidget } from '#widgets/shared/record/record-widget.tsx';
import { readUnitPage } from './unit-records.ts';
import { UnitSummary } from './unit-summary.tsx';
import { TIMELINE_STYLE } from './unit-timeline.tsx';

function UnitSummaryWidget() {
  return <RecordWidget load={readUnitPage} View={UnitSummary} style={`${TIMELINE_STYLE}${HOME_STYLE}`} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.unitSummary'),
  name: 'unit-summary',
  description: 'A unit at a glance: who has it, what it costs, and the history of its prices and deals.',
  component: UnitSummaryWidget,
});
