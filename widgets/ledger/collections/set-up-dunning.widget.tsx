/** Enters the usual ladder of reminders, where a workspace has none yet (C4). */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm, type CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';

const SPEC: CommandFormSpec<'ledger/set-up-dunning', Record<string, never>, Record<string, never>> = {
  command: 'ledger/set-up-dunning',
  load: async () => ({}),
  facts: () => [],
  explains: (_nothing, { t }) =>
    t(
      'Enters seven steps, from a reminder before the day to the review of the contract. You can change them in “Dunning steps”; steps of your own stay as they are.',
    ),
  start: () => ({}),
  read: () => ({ input: {}, wrong: {} }),
  submit: ({ t }) => t('Set up reminders'),
  busy: ({ t }) => t('Setting up…'),
  done: ({ t }) => t('The steps are there.'),
};

function SetUpDunning() {
  return <CommandForm spec={SPEC} isGlobal />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.setUpDunning'),
  name: 'set-up-dunning',
  description: 'Enters the usual ladder of reminders and demands.',
  component: SetUpDunning,
});
