/** Records what the buyer of the selected contract promises to pay, and by when. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { contractCurrency, lateFacts, lateText, readLateContract } from '#widgets/ledger/contract-subject.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { daysFromToday, today } from '#widgets/shared/format/moment.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

const USUAL_DAYS = 7;

const SPEC = fieldForm({
  command: 'ledger/record-promise',
  load: readLateContract,
  facts: lateFacts,
  currency: contractCurrency,
  start: (contract) => ({ amount: lateText(contract), payBy: daysFromToday(USUAL_DAYS), remark: '' }),
  fields: {
    amount: { kind: 'AMOUNT', label: msg('Amount promised') },
    payBy: { kind: 'DATE', label: msg('Pay by'), hint: msg('No reminder goes out until then.') },
    remark: { kind: 'LONG', label: msg('Remark'), isOptional: true },
  },
  check: ({ payBy }, _contract, { t }) =>
    payBy < today() ? { payBy: t('A promise is for today or later.') } : {},
  input: ({ amount, payBy, remark }, { id }) => ({ contractId: id, amount, payBy, remark: given(remark) }),
  submit: ({ t }) => t('Record promise'),
  busy: ({ t }) => t('Recording…'),
  done: ({ t }) => t('The promise is recorded; no reminder goes out until then.'),
});

function RecordPromise() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.recordPromise'),
  name: 'record-promise',
  description: 'Records a promise to pay; whether it is kept is noticed by itself.',
  component: RecordPromise,
});
