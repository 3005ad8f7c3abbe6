/** The title case of a contract, in a tab of the contract’s page. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { RecordWidget } from '#widgets/shared/record/record-widget.tsx';
import { ContractTitlePanel } from './title-panel.tsx';
import { readContractTitle } from './title-records.ts';

function ContractTitleWidget() {
  return <RecordWidget load={readContractTitle} View={ContractTitlePanel} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.contractTitle'),
  name: 'contract-title',
  description: 'The title case of a contract: opened here, moved, blocked, and what it waits for.',
  component: ContractTitleWidget,
});
