/** Withdraws the selected quote. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';
import { loadQuote, quoteFacts } from './quote-subject.ts';

const SPEC = fieldForm({
  command: 'deal/withdraw-quote',
  load: loadQuote,
  facts: quoteFacts,
  start: () => ({ reason: '' }),
  fields: { reason: { kind: 'LONG', label: msg('Reason'), isOptional: true } },
  input: ({ reason }, { id }) => ({ quoteId: id, reason: given(reason) }),
  submit: ({ t }) => t('Withdraw quote'),
  busy: ({ t }) => t('Working…'),
  done: ({ t }) => t('The quote is withdrawn.'),
});

function WithdrawQuote() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.withdrawQuote'),
  name: 'withdraw-quote',
  description: 'Withdraws a quote that does not hold any more.',
  component: WithdrawQuote,
});
