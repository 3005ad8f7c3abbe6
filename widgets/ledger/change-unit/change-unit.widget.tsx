/** Asks somebody else to let the selected contract go over to another unit. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { ChangePreview } from '#widgets/ledger/contract-change/change-preview.tsx';
import { contractCurrency, contractFacts } from '#widgets/ledger/contract-subject.ts';
import { APPROVAL_TEXTS } from '#widgets/shared/command-form/approval-texts.ts';
import { CommandForm, type FieldsProps } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import type { Values } from '#widgets/shared/command-form/field-list.tsx';
import { amountOf, decimalText, readDecimal } from '#widgets/shared/format/amount.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { unitChoice } from '#widgets/shared/reservation/read-free-units.ts';
import { type ChangeUnitSubject, readChangeUnitSubject } from './change-unit-subject.ts';

type Key = 'unitId' | 'planId' | 'newPrice' | 'fee' | 'effectiveOn' | 'reason';

function inputOf(values: Values<Key>, { contract }: ChangeUnitSubject) {
  const { unitId, planId, newPrice, fee, effectiveOn, reason } = values;
  const more = { planId: given(planId), newPrice: given(newPrice), fee: given(fee) };
  return { contractId: contract.id, unitId, ...more, effectiveOn, reason };
}

function Below({ subject, draft, words }: FieldsProps<ChangeUnitSubject, Values<Key>>) {
  const { unitId, effectiveOn, newPrice, fee, reason } = draft;
  const amounts = { newPrice: readDecimal(newPrice) ?? '', fee: readDecimal(fee) ?? (fee.trim() && '0') };
  const input = inputOf({ ...draft, ...amounts, reason: reason || '–' }, subject);
  const canAsk = unitId !== '' && effectiveOn !== '';
  return <ChangePreview asked={canAsk ? { command: 'change-contract-unit', input } : null} words={words} />;
}

const SPEC = fieldForm<'system/ask-approval', ChangeUnitSubject, Key>({
  command: 'system/ask-approval',
  load: readChangeUnitSubject,
  facts: ({ contract }, words) => contractFacts(contract, words),
  currency: ({ contract }) => contractCurrency(contract),
  blocked: ({ units }, { t }) => (units.length > 0 ? null : t('No other unit of this project is for sale.')),
  start: ({ contract, plans }) => {
    const fee = amountOf(contract.unit?.project?.swapFee);
    const own = plans.find(({ id }) => id === contract.paymentPlanId);
    return {
      unitId: '',
      planId: own?.id ?? '',
      newPrice: '',
      fee: fee === null ? '' : decimalText(fee.micros),
      effectiveOn: today(),
      reason: '',
    };
  },
  fields: {
    unitId: {
      kind: 'CHOICE',
      label: msg('New unit'),
      missing: msg('Choose a unit.'),
      choices: ({ units }, t) => [
        ['', t('Choose a unit.')],
        ...units.map((unit): [string, string] => [unit.id, unitChoice(unit, 'en')]),
      ],
    },
    planId: {
      kind: 'CHOICE',
      label: msg('Payment plan'),
      isOptional: true,
      hint: msg('Its lines are of what is left to pay.'),
      choices: ({ plans }, t) => [
        ['', t('The plan of the contract')],
        ...plans.map(({ id, name }): [string, string] => [id, name ?? '–']),
      ],
    },
    newPrice: {
      kind: 'AMOUNT',
      label: msg('New price'),
      isOptional: true,
      hint: msg('Empty: the list price of the new unit.'),
    },
    fee: { kind: 'AMOUNT', label: msg('Fee'), isOptional: true, mayBeZero: true },
    effectiveOn: { kind: 'DATE', label: msg('Counts from') },
    reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why the contract is changed.') },
  },
  input: (values, subject) => ({
    command: 'change-contract-unit',
    input: inputOf(values, subject),
    reason: values.reason,
  }),
  Below,
  ...APPROVAL_TEXTS,
});

function ChangeUnit() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.changeContractUnit'),
  name: 'change-contract-unit',
  description: 'Asks for another unit of a contract; what is paid stays paid, the old unit is given back.',
  component: ChangeUnit,
});
