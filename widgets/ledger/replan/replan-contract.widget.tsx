/** Asks somebody else to change the price or the plan of the selected contract. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { contractCurrency, contractFacts } from '#widgets/ledger/contract-subject.ts';
import { APPROVAL_TEXTS } from '#widgets/shared/command-form/approval-texts.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { amountOf, decimalText } from '#widgets/shared/format/amount.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { PlanPreview, type ReplanKey } from './plan-preview.tsx';
import { type ReplanSubject, readReplanSubject } from './replan-subject.ts';

const SPEC = fieldForm<'system/ask-approval', ReplanSubject, ReplanKey>({
  command: 'system/ask-approval',
  load: readReplanSubject,
  facts: ({ contract }, words) => contractFacts(contract, words),
  currency: ({ contract }) => contractCurrency(contract),
  start: ({ contract, plans }) => {
    const own = plans.find(({ id }) => id === contract.paymentPlanId) ?? plans[0];
    const price = amountOf(contract.price);
    const newPrice = price === null ? '' : decimalText(price.micros);
    return { planId: own?.id ?? '', newPrice, effectiveOn: today(), reason: '' };
  },
  fields: {
    planId: {
      kind: 'CHOICE',
      label: msg('Payment plan'),
      missing: msg('Choose a payment plan.'),
      hint: msg('Its lines are of what is left to pay.'),
      choices: ({ plans }) => plans.map(({ id, name }) => [id, name ?? '–']),
    },
    newPrice: { kind: 'AMOUNT', label: msg('New price') },
    effectiveOn: { kind: 'DATE', label: msg('Counts from') },
    reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why it is planned anew.') },
  },
  input: ({ planId, newPrice, effectiveOn, reason }, { contract }) => ({
    command: 'replan-contract',
    input: { contractId: contract.id, planId, newPrice, effectiveOn, reason },
    reason,
  }),
  Below: PlanPreview,
  ...APPROVAL_TEXTS,
});

function ReplanContract() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.replanContract'),
  name: 'replan-contract',
  description: 'Asks for another plan or price of a contract; what is paid stays as it is.',
  component: ReplanContract,
});
