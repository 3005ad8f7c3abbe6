/** The account of a contract, in a tab of its page. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { HOME_STYLE } from '#widgets/care/home-facts/home-section.tsx';
import { RecordWidget } from '#widgets/shared/record/record-widget.tsx';
import { ContractAccount } from './contract-account.tsx';
import { readContract } from './contract-records.ts';
import { SCHEDULE_STYLE } from './contract-schedule.tsx';

function ContractAccountWidget() {
  return <RecordWidget load={readContract} View={ContractAccount} style={`${SCHEDULE_STYLE}${HOME_STYLE}`} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.contractAccount'),
  name: 'contract-account',
  description: 'A contract at a glance: how far it is, what is paid, due and late, and its schedule.',
  component: ContractAccountWidget,
});
