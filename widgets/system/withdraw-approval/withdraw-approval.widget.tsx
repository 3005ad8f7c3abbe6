/** Lets who asked for an approval take the question back. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { APPROVAL_STATES } from '#widgets/ledger/names.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type ApprovalSubject, readApproval } from '#widgets/system/decide-approval/approval-subject.ts';

const SPEC = fieldForm<'system/withdraw-approval', ApprovalSubject, 'note'>({
  command: 'system/withdraw-approval',
  load: readApproval,
  facts: ({ approval, about }, { t }) => [
    [t('Asked for'), approval.name],
    [t('About'), about],
    [t('Asked by'), approval.askedBy],
    [t('Reason'), approval.reason],
    [t('State'), nameIn(APPROVAL_STATES, approval.state, t)],
  ],
  currency: ({ currency }) => currency,
  blocked: ({ approval: { state } }, { t }) =>
    state === 'PENDING' || state === null ? null : t('This was decided already.'),
  explains: (_subject, { t }) => t('Only who asked for it can withdraw it. Nothing is carried out.'),
  start: () => ({ note: '' }),
  fields: { note: { kind: 'LONG', label: msg('Note'), isOptional: true } },
  input: ({ note }, { approval }) => ({ approvalId: approval.id, note: given(note) }),
  submit: ({ t }) => t('Withdraw'),
  busy: ({ t }) => t('Withdrawing…'),
  done: ({ t }) => t('It is withdrawn. Nobody has to decide on it any more.'),
});

function WithdrawApproval() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.withdrawApproval'),
  name: 'withdraw-approval',
  description: 'Takes back what somebody asked to be approved, before it is decided.',
  component: WithdrawApproval,
});
