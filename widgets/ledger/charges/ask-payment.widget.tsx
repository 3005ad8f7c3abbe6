/** Makes a reference under which the buyer of the selected contract pays through the gateway. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { contractCurrency, lateFacts, lateText, readLateContract } from '#widgets/ledger/contract-subject.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';
import { CopyText } from '#widgets/shared/parts/copy-text.tsx';

const SPEC = fieldForm({
  command: 'ledger/ask-payment',
  load: readLateContract,
  facts: lateFacts,
  currency: contractCurrency,
  start: (contract) => ({ amount: lateText(contract), reference: '', remark: '' }),
  fields: {
    amount: { kind: 'AMOUNT', label: msg('Amount') },
    reference: {
      kind: 'TEXT',
      label: msg('Reference'),
      isOptional: true,
      hint: msg('Empty: one is made.'),
    },
    remark: { kind: 'LONG', label: msg('Remark'), isOptional: true },
  },
  input: ({ amount, reference, remark }, { id }) => ({
    contractId: id,
    amount,
    reference: given(reference),
    remark: given(remark),
  }),
  Outcome: ({ result: { reference }, words }) => (
    <CopyText label={words.t('Reference')} text={String(reference)} words={words} />
  ),
  submit: ({ t }) => t('Ask for payment'),
  busy: ({ t }) => t('Asking…'),
  done: ({ t }) => t('The payment is asked for. The gateway names this reference when it is paid:'),
});

function AskPayment() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.askPayment'),
  name: 'ask-payment',
  description: 'Makes a payment request with a reference for the payment gateway.',
  component: AskPayment,
});
