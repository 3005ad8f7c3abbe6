/** Says that the selected commission was paid out. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { COMMISSION_TRANSITIONS, type CommissionState } from '#domain/ledger/settlement-states.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { COMMISSION_STATES } from '#widgets/ledger/names.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { amountOrDash, MONEY } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, numberText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { dateText, today } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type PersonName, personName } from '#widgets/shared/people/person-name.ts';

type Commission = {
  id: string;
  state: CommissionState | null;
  amount: StoredAmount;
  base: StoredAmount;
  sharePercent: number | null;
  earnerName: string | null;
  earnedOn: string | null;
  earner: { name: PersonName } | null;
  contract: { name: string | null } | null;
};

const FIELDS = `id state amount ${MONEY} base ${MONEY} sharePercent earnerName earnedOn
  earner { name { firstName lastName } } contract { name }`;

const SPEC = fieldForm({
  command: 'ledger/pay-commission',
  load: (id) => readOne<Commission>('keyturnCommissions', FIELDS, id),
  facts: (one, { t, locale }) => [
    [t('Contract'), one.contract?.name],
    [t('Earner'), personName(one.earner?.name) ?? one.earnerName],
    [t('State'), nameIn(COMMISSION_STATES, one.state, t)],
    [t('Base'), amountOrDash(amountOf(one.base), locale)],
    [t('Share (%)'), one.sharePercent && numberText(one.sharePercent, locale, 4)],
    [t('Amount'), amountOrDash(amountOf(one.amount), locale)],
    [t('Earned on'), one.earnedOn && dateText(one.earnedOn, locale)],
  ],
  blocked: ({ state }, { t }) =>
    state === null || canGo(COMMISSION_TRANSITIONS, state, 'PAID')
      ? null
      : t('This commission is “{state}”: nothing is left to do here.', {
          state: nameIn(COMMISSION_STATES, state, t) ?? state,
        }),
  start: () => ({ paidOn: today() }),
  fields: { paidOn: { kind: 'DATE', label: msg('Paid on') } },
  input: ({ paidOn }, { id }) => ({ commissionId: id, paidOn }),
  submit: ({ t }) => t('Pay commission'),
  busy: ({ t }) => t('Recording…'),
  done: ({ t }) => t('The commission is paid.'),
});

function PayCommission() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.payCommission'),
  name: 'pay-commission',
  description: 'Marks a commission as paid out.',
  component: PayCommission,
});
