/** Opens a mortgage case for the selected contract. */
import { defineFrontComponent } from 'twenty-sdk/define';
import type { LoanKind, RepaymentMethod } from '#domain/ledger/settlement-states.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import {
  CONTRACT_FIELDS,
  type ContractRecord,
  contractCurrency,
  contractFacts,
} from '#widgets/ledger/contract-subject.ts';
import { LOANS, REPAYMENTS } from '#widgets/ledger/names.ts';
import { allPages, type Connection, listField, query } from '#widgets/shared/api/graphql.ts';
import { CommandForm, type FieldsProps } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import type { Values } from '#widgets/shared/command-form/field-list.tsx';
import { byId, first } from '#widgets/shared/command-form/one-record.ts';
import { amountText, decimalText } from '#widgets/shared/format/amount.ts';
import { choicesOf } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import {
  type InstallmentRecord,
  installmentsOf,
  openInstallments,
} from '#widgets/shared/installments/open-installments.ts';
import { Facts } from '#widgets/shared/parts/facts.tsx';
import { monthlyPayment } from './monthly-payment.ts';

type Subject = { contract: ContractRecord; loanMicros: bigint };
type Key =
  | 'bank'
  | 'kind'
  | 'amountAsked'
  | 'termMonths'
  | 'annualRatePercent'
  | 'repayment'
  | 'documentsMissing';

async function load(id: string): Promise<Subject | null> {
  const installments = installmentsOf(id);
  const data = await query<{
    keyturnContracts: Connection<ContractRecord>;
    keyturnInstallments: Connection<InstallmentRecord>;
  }>(`query { ${byId('keyturnContracts', CONTRACT_FIELDS, id)} ${listField(installments)} }`);
  const contract = first(data.keyturnContracts);
  if (contract === null) return null;
  const records = await allPages<InstallmentRecord>(installments, data.keyturnInstallments);
  const loans = openInstallments(records.filter(({ anchor }) => anchor === 'LOAN'));
  return { contract, loanMicros: loans.reduce((sum, { open }) => sum + open.micros, 0n) };
}

function Monthly({ subject, draft, words: { t, locale } }: FieldsProps<Subject, Values<Key>>) {
  const monthly = monthlyPayment(draft, contractCurrency(subject.contract));
  if (monthly === null) return null;
  const isEqual = draft.repayment === 'EQUAL_INSTALLMENT';
  return (
    <div className="kt-panel" role="status">
      <Facts
        facts={[
          [isEqual ? t('Monthly payment') : t('First monthly payment'), amountText(monthly.first, locale)],
          [t('Last payment'), amountText(monthly.last, locale)],
          [t('Interest in all'), amountText(monthly.interest, locale)],
        ]}
      />
    </div>
  );
}

const SPEC = fieldForm<'ledger/open-mortgage', Subject, Key>({
  command: 'ledger/open-mortgage',
  load,
  facts: ({ contract }, words) => contractFacts(contract, words),
  currency: ({ contract }) => contractCurrency(contract),
  start: ({ loanMicros }) => ({
    bank: '',
    kind: 'COMMERCIAL',
    amountAsked: loanMicros > 0n ? decimalText(loanMicros) : '',
    termMonths: '360',
    annualRatePercent: '',
    repayment: 'EQUAL_INSTALLMENT',
    documentsMissing: '',
  }),
  fields: {
    bank: { kind: 'TEXT', label: msg('Bank'), isShort: true, missing: msg('Name the bank.') },
    kind: {
      kind: 'CHOICE',
      label: msg('Loan'),
      isShort: true,
      choices: (_subject, t) => choicesOf(LOANS, t),
    },
    amountAsked: { kind: 'AMOUNT', label: msg('Amount asked') },
    termMonths: { kind: 'WHOLE', label: msg('Term (months)') },
    annualRatePercent: { kind: 'DECIMAL', label: msg('Interest a year (%)') },
    repayment: {
      kind: 'CHOICE',
      label: msg('Repayment'),
      isShort: true,
      choices: (_subject, t) => choicesOf(REPAYMENTS, t),
    },
    documentsMissing: { kind: 'TEXT', label: msg('Papers missing'), isOptional: true },
  },
  input: (values, { contract }) => ({
    contractId: contract.id,
    bank: values.bank,
    kind: values.kind as LoanKind,
    amountAsked: values.amountAsked,
    termMonths: Number(values.termMonths),
    annualRatePercent: values.annualRatePercent,
    repayment: values.repayment as RepaymentMethod,
    documentsMissing: given(values.documentsMissing),
  }),
  Below: Monthly,
  submit: ({ t }) => t('Open case'),
  busy: ({ t }) => t('Opening…'),
  done: ({ t }) => t('The mortgage case is open; its papers are collected.'),
});

function OpenMortgage() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.openMortgage'),
  name: 'open-mortgage',
  description: 'Opens a mortgage case and tells what the loan would cost the buyer a month.',
  component: OpenMortgage,
});
