/** Asks somebody else to let the selected installment off a late fee, or a part of it. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { contractCurrency } from '#widgets/ledger/contract-subject.ts';
import { WAIVED } from '#widgets/ledger/names.ts';
import { APPROVAL_TEXTS } from '#widgets/shared/command-form/approval-texts.ts';
import { CommandForm, type FieldsProps } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import type { Values } from '#widgets/shared/command-form/field-list.tsx';
import { choicesOf } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { FeeExplained } from './fee-explained.tsx';
import {
  type InstallmentSubject,
  installmentFacts,
  openText,
  readInstallment,
  type Waived,
} from './installment-subject.ts';

type Key = 'what' | 'amount' | 'reason';

const currency = ({ installment }: InstallmentSubject) => contractCurrency({ price: installment.amount });

function Explained({ subject, words }: FieldsProps<InstallmentSubject, Values<Key>>) {
  const { segments, explainedUpTo } = subject;
  return <FeeExplained segments={segments} upTo={explainedUpTo} currency={currency(subject)} words={words} />;
}

const SPEC = fieldForm<'system/ask-approval', InstallmentSubject, Key>({
  command: 'system/ask-approval',
  load: readInstallment,
  facts: installmentFacts,
  currency,
  blocked: (subject, { t }) =>
    openText(subject, 'LATE_FEE') === '' && openText(subject, 'PRINCIPAL') === ''
      ? t('Nothing is open on this installment: there is nothing to waive.')
      : null,
  start: (subject) => {
    const what = openText(subject, 'LATE_FEE') === '' ? 'PRINCIPAL' : 'LATE_FEE';
    return { what, amount: openText(subject, what), reason: '' };
  },
  fields: {
    what: { kind: 'CHOICE', label: msg('What is waived'), choices: (_subject, t) => choicesOf(WAIVED, t) },
    amount: {
      kind: 'AMOUNT',
      label: msg('Amount'),
      isOptional: true,
      hint: msg('Empty: all that is open when it is approved.'),
    },
    reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why it should be waived.') },
  },
  follow: ({ what }, subject) => (what === undefined ? {} : { amount: openText(subject, what as Waived) }),
  input: ({ what, amount, reason }, { installment }) => ({
    command: 'waive',
    input: { installmentId: installment.id, what: what as Waived, amount: given(amount), reason },
    reason,
  }),
  Above: Explained,
  ...APPROVAL_TEXTS,
});

function Waive() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.waive'),
  name: 'waive',
  description: 'Asks for a waiver of late fee or principal; somebody else has to approve it.',
  component: Waive,
});
