/** Says that the selected receipt's money is there. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { today } from '#widgets/shared/format/moment.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { blockedFrom, readReceiptSubject, receiptFacts } from './receipt-subject.ts';

const SPEC = fieldForm({
  command: 'ledger/clear-receipt',
  load: readReceiptSubject,
  facts: receiptFacts,
  blocked: blockedFrom('CLEARED'),
  start: ({ receipt }) => ({ valueOn: receipt.valueOn ?? today() }),
  fields: {
    valueOn: {
      kind: 'DATE',
      label: msg('Value date'),
      hint: msg('The day from which the money counts; late fees follow it.'),
    },
  },
  input: ({ valueOn }, { receipt }) => ({ receiptId: receipt.id, valueOn }),
  submit: ({ t }) => t('Clear receipt'),
  busy: ({ t }) => t('Clearing…'),
  done: ({ t }) => t('The receipt is cleared and pays what is open.'),
});

function ClearReceipt() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.clearReceipt'),
  name: 'clear-receipt',
  description: 'Marks a receipt as cleared: its money is there and pays what is open.',
  component: ClearReceipt,
});
