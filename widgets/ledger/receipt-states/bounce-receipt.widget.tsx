/** Says that the selected receipt's money never came. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { takeBackForm } from './take-back.tsx';

const SPEC = takeBackForm('ledger/bounce-receipt', 'BOUNCED', {
  submit: ({ t }) => t('Receipt bounced'),
  busy: ({ t }) => t('Taking back…'),
  done: ({ t }) => t('The receipt has bounced; what it had paid is open again.'),
});

function BounceReceipt() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.bounceReceipt'),
  name: 'bounce-receipt',
  description: 'Marks a receipt as bounced: what it had paid is open again.',
  component: BounceReceipt,
});
