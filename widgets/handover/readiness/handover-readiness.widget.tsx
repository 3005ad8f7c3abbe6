/** What is missing before the keys, in a tab of the contract and of its handover. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { RecordWidget } from '#widgets/shared/record/record-widget.tsx';
import { readHome } from './home.ts';
import { READINESS_STYLE } from './readiness-style.ts';
import { ReadinessView } from './readiness-view.tsx';

function HandoverReadiness() {
  return <RecordWidget load={readHome} View={ReadinessView} style={READINESS_STYLE} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.handoverReadiness'),
  name: 'handover-readiness',
  description: 'What is missing before the keys are handed over, who can mend it, and the appointment.',
  component: HandoverReadiness,
});
