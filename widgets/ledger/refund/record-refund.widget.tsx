/** Asks somebody else to pay money back to the buyer of the selected contract. */
import { defineFrontComponent } from 'twenty-sdk/define';
import type { ReceiptMethod } from '#domain/ledger/ledger-states.ts';
import type { RefundReason } from '#domain/ledger/settlement-states.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import {
  CONTRACT_FIELDS,
  type ContractRecord,
  contractCurrency,
  contractFacts,
} from '#widgets/ledger/contract-subject.ts';
import { METHODS, REFUND_METHODS } from '#widgets/ledger/methods.ts';
import { REFUND_REASONS } from '#widgets/ledger/names.ts';
import { APPROVAL_TEXTS } from '#widgets/shared/command-form/approval-texts.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { amountOf, decimalText } from '#widgets/shared/format/amount.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { choicesOf } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

const balanceOf = ({ prepaid }: ContractRecord) => amountOf(prepaid)?.micros ?? 0n;

const SPEC = fieldForm({
  command: 'system/ask-approval',
  load: (id) => readOne<ContractRecord>('keyturnContracts', CONTRACT_FIELDS, id),
  facts: contractFacts,
  currency: contractCurrency,
  blocked: (contract, { t }) =>
    balanceOf(contract) > 0n
      ? null
      : t('The buyer has no balance to refund: all money that came in pays what was asked.'),
  start: (contract) => ({
    amount: decimalText(balanceOf(contract)),
    refundedOn: today(),
    why: contract.state === 'CANCEL_PENDING' ? 'CANCELLATION' : 'OVERPAYMENT',
    method: 'TRANSFER',
    externalId: '',
    reason: '',
  }),
  fields: {
    amount: { kind: 'AMOUNT', label: msg('Amount'), hint: msg('At most what is prepaid') },
    refundedOn: { kind: 'DATE', label: msg('Refunded on') },
    why: {
      kind: 'CHOICE',
      label: msg('What for'),
      isShort: true,
      choices: (_contract, t) => choicesOf(REFUND_REASONS, t),
    },
    method: {
      kind: 'CHOICE',
      label: msg('Method'),
      isShort: true,
      choices: (_contract, t) => choicesOf(METHODS, t, REFUND_METHODS),
    },
    externalId: {
      kind: 'TEXT',
      label: msg('Reference'),
      isOptional: true,
      hint: msg('Of the bank or the gateway; the same one is never booked twice.'),
    },
    reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why it is refunded.') },
  },
  input: ({ amount, refundedOn, why, method, externalId, reason }, { id }) => ({
    command: 'record-refund',
    input: {
      contractId: id,
      amount,
      refundedOn,
      why: why as RefundReason,
      method: method as ReceiptMethod,
      externalId: given(externalId),
      remark: reason,
    },
    reason,
  }),
  ...APPROVAL_TEXTS,
});

function RecordRefund() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.recordRefund'),
  name: 'record-refund',
  description: 'Asks for a refund of what a buyer has prepaid; somebody else has to approve it.',
  component: RecordRefund,
});
