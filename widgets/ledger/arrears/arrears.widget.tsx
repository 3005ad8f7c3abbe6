/** What is overdue, by age (D10), of the selected project or of all: where a clerk begins the day. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { useSelectedRecordIds } from 'twenty-sdk/front-component';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm, type CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { ArrearsTables } from './arrears-tables.tsx';

type Project = { id: string | null; name: string | null };

const SPEC: CommandFormSpec<'ledger/arrears', Project, Record<string, never>> = {
  command: 'ledger/arrears',
  load: async (id) =>
    id === '' ? { id: null, name: null } : await readOne<Project>('keyturnProjects', 'id name', id),
  facts: ({ name }, { t }) => [[t('Project'), name ?? t('All projects')]],
  explains: (_project, { t }) =>
    t('What is open, by the days since it fell due, and the contracts longest overdue.'),
  start: () => ({}),
  read: (_draft, { id }) => ({ input: id === null ? {} : { projectId: id }, wrong: {} }),
  isQuestion: true,
  Outcome: ({ result, words }) => <ArrearsTables result={result} words={words} />,
  submit: ({ t }) => t('Show arrears'),
  busy: ({ t }) => t('Adding up…'),
  done: ({ t }) => t('These are the arrears.'),
};

function Arrears() {
  const [recordId] = useSelectedRecordIds();
  return <CommandForm spec={SPEC} isGlobal={recordId === undefined} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.arrears'),
  name: 'arrears',
  description: 'Shows what is overdue by age, of a project or of all, and the contracts longest overdue.',
  component: Arrears,
});
