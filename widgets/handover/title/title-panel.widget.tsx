/** A title case at a glance, in a tab of its page. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { RecordWidget } from '#widgets/shared/record/record-widget.tsx';
import { TitlePanel } from './title-panel.tsx';
import { readTitlePage } from './title-records.ts';

function TitlePanelWidget() {
  return <RecordWidget load={readTitlePage} View={TitlePanel} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.titlePanel'),
  name: 'title-panel',
  description: 'A title case at a glance: how far it is, what is missing, the deadlines and the next step.',
  component: TitlePanelWidget,
});
