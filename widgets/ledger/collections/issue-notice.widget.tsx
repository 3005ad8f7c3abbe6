/** Issues what the dunning ladder asks for on the selected contract today, without waiting for the night. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { type LateContract, lateFacts, readLateContract } from '#widgets/ledger/contract-subject.ts';
import { CommandForm, type CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';

const SPEC: CommandFormSpec<'ledger/issue-notice', LateContract, Record<string, never>> = {
  command: 'ledger/issue-notice',
  load: readLateContract,
  start: () => ({}),
  facts: lateFacts,
  read: (_draft, { id }) => ({ input: { contractId: id }, wrong: {} }),
  submit: ({ t }) => t('Issue notice'),
  busy: ({ t }) => t('Issuing…'),
  done: ({ t }, { issued }) =>
    issued === 0
      ? t('No step of the ladder is due on this contract today.')
      : t('A notice is ready: write its letter and send it.'),
};

function IssueNotice() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.issueNotice'),
  name: 'issue-notice',
  description: 'Issues the dunning notice that the ladder asks for on a contract today.',
  component: IssueNotice,
});
