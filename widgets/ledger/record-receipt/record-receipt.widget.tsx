/** Books money received for the selected contract or reservation. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { RECORD_RECEIPT } from './record-receipt.form.tsx';

function RecordReceipt() {
  return <CommandForm spec={RECORD_RECEIPT} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.recordReceipt'),
  name: 'record-receipt',
  description: 'Books money received on a contract, oldest installment first, or as a deposit.',
  component: RecordReceipt,
});
