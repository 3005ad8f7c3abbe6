/** Asks somebody else to cancel the selected contract. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { type CancelKind, CONTRACT_TRANSITIONS } from '#domain/deal/deal-states.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { ChangePreview } from '#widgets/ledger/contract-change/change-preview.tsx';
import { contractCurrency } from '#widgets/ledger/contract-subject.ts';
import { CANCEL_KINDS } from '#widgets/ledger/names.ts';
import { APPROVAL_TEXTS } from '#widgets/shared/command-form/approval-texts.ts';
import { CommandForm, type FieldsProps } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import type { Values } from '#widgets/shared/command-form/field-list.tsx';
import { someAmount } from '#widgets/shared/command-form/record-texts.ts';
import { amountText, readDecimal } from '#widgets/shared/format/amount.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { choicesOf } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { Facts } from '#widgets/shared/parts/facts.tsx';
import { type CancelSubject, cancelFacts, outlookOf, readCancelSubject } from './cancel-subject.ts';

type Key = 'kind' | 'cancelledOn' | 'retained' | 'reason';

function Below(props: FieldsProps<CancelSubject, Values<Key>>) {
  const { kind, cancelledOn, retained, reason } = props.draft;
  const asked = { kind: kind as CancelKind, cancelledOn, reason: reason || '–' };
  const kept = readDecimal(retained) ?? undefined;
  const input = { contractId: props.subject.id, ...asked, retained: kept };
  return (
    <>
      <Outlook {...props} />
      <ChangePreview
        asked={cancelledOn === '' ? null : { command: 'cancel-contract', input }}
        words={props.words}
      />
    </>
  );
}

function Outlook({ subject, draft, words: { t, locale } }: FieldsProps<CancelSubject, Values<Key>>) {
  const outlook = outlookOf(subject, draft.kind, draft.retained);
  if (outlook === null) return null;
  return (
    <div className="kt-panel" role="status">
      <Facts
        facts={[
          [t('May be kept at most'), amountText(outlook.mostRetained, locale)],
          [t('Compensation to the buyer'), someAmount(outlook.compensation, locale)],
          [t('To be refunded'), amountText(outlook.toRefund, locale)],
        ]}
      />
      <p className="kt-hint">{t('By today’s figures. It is worked out again when it is approved.')}</p>
    </div>
  );
}

const SPEC = fieldForm<'system/ask-approval', CancelSubject, Key>({
  command: 'system/ask-approval',
  load: readCancelSubject,
  facts: cancelFacts,
  currency: contractCurrency,
  blocked: ({ state }, { t }) =>
    state === null || canGo(CONTRACT_TRANSITIONS, state, 'CANCEL_PENDING')
      ? null
      : t('This contract cannot be cancelled any more.'),
  start: () => ({ kind: 'MUTUAL', cancelledOn: today(), retained: '', reason: '' }),
  fields: {
    kind: {
      kind: 'CHOICE',
      label: msg('Why it is cancelled'),
      choices: (_contract, t) => choicesOf(CANCEL_KINDS, t),
    },
    cancelledOn: { kind: 'DATE', label: msg('Cancelled on') },
    retained: {
      kind: 'AMOUNT',
      label: msg('Amount kept'),
      isOptional: true,
      mayBeZero: true,
      hint: msg('Empty: all that may be kept.'),
    },
    reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why the contract is cancelled.') },
  },
  input: ({ kind, cancelledOn, retained, reason }, { id }) => ({
    command: 'cancel-contract',
    input: { contractId: id, kind: kind as CancelKind, cancelledOn, retained: given(retained), reason },
    reason,
  }),
  Below,
  isDangerous: true,
  ...APPROVAL_TEXTS,
});

function CancelContract() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.cancelContract'),
  name: 'cancel-contract',
  description: 'Asks for the cancellation of a contract; somebody else has to approve it.',
  component: CancelContract,
});
