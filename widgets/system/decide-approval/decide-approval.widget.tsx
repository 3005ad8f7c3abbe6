/** Shows what somebody asks for, and lets another person approve or reject it. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { TransferPreview } from '#widgets/deal/transfer/transfer-preview.tsx';
import { SchemeProgress } from '#widgets/inventory/price-scheme/scheme-progress.tsx';
import { priceFacts } from '#widgets/inventory/price-scheme/scheme-subject.ts';
import { ChangePreview } from '#widgets/ledger/contract-change/change-preview.tsx';
import { APPROVAL_STATES } from '#widgets/ledger/names.ts';
import { CommandForm, type CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';
import { LongTextField } from '#widgets/shared/parts/fields.tsx';
import { type ApprovalSubject, readApproval } from './approval-subject.ts';
import { APPROVABLE, payloadFacts } from './payload-facts.ts';

type Draft = { decision: 'APPROVE' | 'REJECT'; note: string };

function approvalFacts(subject: ApprovalSubject, words: Words): Fact[] {
  const { t, locale } = words;
  const { approval, about } = subject;
  const moment = (iso: string | null) => iso && dateTimeText(iso, locale);
  return [
    [t('Asked for'), nameIn(APPROVABLE, approval.command, t)],
    [t('About'), about],
    ...payloadFacts(subject, words),
    ...(subject.scheme === null ? [] : priceFacts(subject.scheme, words)),
    [t('Reason'), approval.reason],
    [t('Asked by'), approval.askedBy],
    [t('Asked at'), moment(approval.askedAt)],
    [t('State'), nameIn(APPROVAL_STATES, approval.state, t)],
    [t('Decided by'), approval.decidedBy],
    [t('Decided at'), moment(approval.decidedAt)],
    [
      t('Prices written'),
      approval.subjectKind === 'priceScheme' && (
        <SchemeProgress id={approval.subjectId ?? ''} words={words} />
      ),
    ],
    [t('Note'), approval.decisionNote],
    [t('What came of it'), approval.outcome],
  ];
}

const SPEC: CommandFormSpec<'system/decide-approval', ApprovalSubject, Draft> = {
  command: 'system/decide-approval',
  load: readApproval,
  start: () => ({ decision: 'APPROVE', note: '' }),
  facts: approvalFacts,
  blocked: ({ approval: { state } }, { t }) =>
    state === 'PENDING' || state === null ? null : t('This was decided already.'),
  Fields: ({ subject, draft, wrong, words, onChange }) => (
    <>
      <ChangePreview asked={subject.change} words={words} isAtOnce />
      <TransferPreview asked={subject.transfer} words={words} isAtOnce />
      <LongTextField
        label={words.t('Note')}
        value={draft.note}
        onChange={(note) => onChange({ note })}
        hint={words.t('What is approved is carried out at once, in the name of who asked.')}
        wrong={wrong.note ?? null}
      />
    </>
  ),
  read: ({ decision, note }, { approval }, { t }) => {
    const told = note.trim();
    if (decision === 'REJECT' && told === '')
      return { input: null, wrong: { note: t('Say why it is rejected.') } };
    return { input: { approvalId: approval.id, decision, note: told }, wrong: {} };
  },
  other: { label: ({ t }) => t('Reject'), draft: { decision: 'REJECT' } },
  submit: ({ t }) => t('Approve'),
  busy: ({ t }) => t('Deciding…'),
  done: ({ t }, { state }) =>
    state === 'REJECTED' ? t('It is rejected.') : t('It is approved and carried out.'),
  failed: ({ state, isCarriedOut, outcome }, { t }) =>
    state === 'APPROVED' && isCarriedOut !== true
      ? t('It is approved, but could not be carried out: {why}', { why: String(outcome ?? '') })
      : null,
};

function DecideApproval() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.decideApproval'),
  name: 'decide-approval',
  description: 'Shows what somebody asks for in plain words, to be approved or rejected by another person.',
  component: DecideApproval,
});
