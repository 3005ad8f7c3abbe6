/** An engineering change at a glance, in a tab of its page. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { RecordWidget } from '#widgets/shared/record/record-widget.tsx';
import { CHANGE_STYLE, ChangePanel } from './change-panel.tsx';
import { readChange } from './change-records.ts';

function ChangePanelWidget() {
  return <RecordWidget load={readChange} View={ChangePanel} style={CHANGE_STYLE} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.changePanel'),
  name: 'engineering-change-panel',
  description: 'An engineering change: who has answered what, the days left, answers recorded, closed.',
  component: ChangePanelWidget,
});
