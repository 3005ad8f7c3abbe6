/** Books the bank's money for the selected mortgage case. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { MORTGAGE_TRANSITIONS } from '#domain/ledger/settlement-states.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { MORTGAGE_STATES } from '#widgets/ledger/names.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { decimalText } from '#widgets/shared/format/amount.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { caseCurrency, caseFacts, leftToDisburse, readCase } from './case-subject.ts';

const SPEC = fieldForm({
  command: 'ledger/disburse-mortgage',
  load: readCase,
  facts: caseFacts,
  currency: caseCurrency,
  blocked: ({ state }, { t }) =>
    state === null || canGo(MORTGAGE_TRANSITIONS, state, 'DISBURSED')
      ? null
      : t('This case is “{state}”: the bank cannot pay it out now.', {
          state: nameIn(MORTGAGE_STATES, state, t) ?? state,
        }),
  start: (subject) => {
    const left = leftToDisburse(subject);
    return { amount: left === null ? '' : decimalText(left.micros), on: today(), externalId: '' };
  },
  fields: {
    amount: { kind: 'AMOUNT', label: msg('Amount'), hint: msg('What the bank has still to pay') },
    on: { kind: 'DATE', label: msg('Disbursed on') },
    externalId: {
      kind: 'TEXT',
      label: msg('Reference'),
      isOptional: true,
      hint: msg('Of the bank or the gateway; the same one is never booked twice.'),
    },
  },
  input: ({ amount, on, externalId }, { id }) => ({
    mortgageCaseId: id,
    amount,
    on,
    externalId: given(externalId),
  }),
  submit: ({ t }) => t('Record disbursement'),
  busy: ({ t }) => t('Recording…'),
  done: ({ t }) => t('The bank’s money is booked on the contract.'),
});

function DisburseMortgage() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.disburseMortgage'),
  name: 'disburse-mortgage',
  description: 'Books the money of a mortgage that a bank has paid out.',
  component: DisburseMortgage,
});
