/** Asks for something beside the price on the selected contract. */
import { defineFrontComponent } from 'twenty-sdk/define';
import type { ChargeType } from '#domain/ledger/ledger-states.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import {
  CONTRACT_FIELDS,
  type ContractRecord,
  contractCurrency,
  contractFacts,
} from '#widgets/ledger/contract-subject.ts';
import { ADDED_CHARGES } from '#widgets/ledger/names.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { choicesOf } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

const SPEC = fieldForm({
  command: 'ledger/add-charge',
  load: (id) => readOne<ContractRecord>('keyturnContracts', CONTRACT_FIELDS, id),
  facts: contractFacts,
  currency: contractCurrency,
  start: () => ({ chargeType: 'OTHER_FEE', label: '', amount: '', dueOn: today() }),
  fields: {
    chargeType: {
      kind: 'CHOICE',
      label: msg('Charge'),
      choices: (_contract, t) => choicesOf(ADDED_CHARGES, t),
      hint: msg('Maintenance fund and taxes are paid by money for them only.'),
    },
    label: { kind: 'TEXT', label: msg('Label'), missing: msg('Name what is asked for.') },
    amount: { kind: 'AMOUNT', label: msg('Amount') },
    dueOn: { kind: 'DATE', label: msg('Due on') },
  },
  input: ({ chargeType, ...values }, { id }) => ({
    contractId: id,
    chargeType: chargeType as ChargeType,
    ...values,
  }),
  submit: ({ t }) => t('Add charge'),
  busy: ({ t }) => t('Adding…'),
  done: ({ t }) => t('The charge is added to the installments.'),
});

function AddCharge() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.addCharge'),
  name: 'add-charge',
  description: 'Adds a charge beside the price: a fee, the maintenance fund, a tax.',
  component: AddCharge,
});
