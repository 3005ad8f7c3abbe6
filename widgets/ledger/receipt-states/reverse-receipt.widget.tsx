/** Takes the selected receipt back: it was booked by mistake. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { takeBackForm } from './take-back.tsx';

const SPEC = takeBackForm('ledger/reverse-receipt', 'REVERSED', {
  submit: ({ t }) => t('Reverse receipt'),
  busy: ({ t }) => t('Taking back…'),
  done: ({ t }) => t('The receipt is reversed; what it had paid is open again.'),
});

function ReverseReceipt() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.reverseReceipt'),
  name: 'reverse-receipt',
  description: 'Reverses a receipt that was booked by mistake: what it had paid is open again.',
  component: ReverseReceipt,
});
