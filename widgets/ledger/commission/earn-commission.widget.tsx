/** Works out what the selected contract earns whom (D14). */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CONTRACT_FIELDS, type ContractRecord, contractFacts } from '#widgets/ledger/contract-subject.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { amountOfDecimal, amountText } from '#widgets/shared/format/amount.ts';
import { Facts } from '#widgets/shared/parts/facts.tsx';

type Share = { earner: string; amount: string };

const SPEC = fieldForm({
  command: 'ledger/earn-commission',
  load: (id) => readOne<ContractRecord>('keyturnContracts', CONTRACT_FIELDS, id),
  facts: contractFacts,
  explains: (_contract, { t }) =>
    t(
      'By the commission plan of the project: the part of the pool, and the rest for the salesperson of the contract.',
    ),
  start: () => ({}),
  fields: {},
  input: (_values, { id }) => ({ contractId: id }),
  Outcome: ({ result, words: { locale } }) => {
    const { shares = [], currency } = result as { shares?: Share[]; currency: string };
    const money = (text: string) => {
      const amount = amountOfDecimal(text, currency);
      return amount === null ? text : amountText(amount, locale);
    };
    return <Facts facts={shares.map(({ earner, amount }) => [earner, money(amount)] as const)} />;
  },
  submit: ({ t }) => t('Work out commission'),
  busy: ({ t }) => t('Working out…'),
  done: ({ t }) => t('The commission is earned.'),
});

function EarnCommission() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.earnCommission'),
  name: 'earn-commission',
  description: 'Works out the commission of a contract, a share for each who earns one.',
  component: EarnCommission,
});
