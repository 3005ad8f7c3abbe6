/** Works out what the surveyed area makes of the price of the selected contract. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import {
  CONTRACT_FIELDS,
  type ContractRecord,
  contractCurrency,
  contractFacts,
} from '#widgets/ledger/contract-subject.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { numberText } from '#widgets/shared/format/amount.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { SettledArea } from './settled-area.tsx';

type Subject = ContractRecord & { contractArea: number | null };

const SPEC = fieldForm({
  command: 'ledger/settle-area',
  load: (id) => readOne<Subject>('keyturnContracts', `${CONTRACT_FIELDS} contractArea`, id),
  facts: (contract, words) => [
    ...contractFacts(contract, words),
    [
      words.t('Contract area (m²)'),
      contract.contractArea && numberText(contract.contractArea, words.locale, 4),
    ],
  ],
  currency: contractCurrency,
  start: () => ({ measuredArea: '', unitPrice: '', remark: '' }),
  fields: {
    measuredArea: {
      kind: 'DECIMAL',
      label: msg('Measured area (m²)'),
      missing: msg('Enter an area such as 88.50.'),
    },
    unitPrice: {
      kind: 'AMOUNT',
      label: msg('Unit price'),
      isOptional: true,
      hint: msg('Empty: the price divided by the area.'),
    },
    remark: { kind: 'LONG', label: msg('Remark'), isOptional: true },
  },
  input: ({ measuredArea, unitPrice, remark }, { id }) => ({
    contractId: id,
    measuredArea,
    unitPrice: given(unitPrice),
    remark: given(remark),
  }),
  Outcome: SettledArea,
  submit: ({ t }) => t('Calculate'),
  busy: ({ t }) => t('Working it out…'),
  done: ({ t }) => t('The area settlement is calculated. Post it once the buyer has agreed.'),
});

function SettleArea() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.settleArea'),
  name: 'settle-area',
  description: 'Works out the area settlement of a contract; nothing is asked or paid back by it.',
  component: SettleArea,
});
