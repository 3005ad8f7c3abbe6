/** The form of the arrears: of a project, or of all without one. */
import type { CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { ArrearsTables } from './arrears-tables.tsx';

type Project = { id: string | null; name: string | null };

export const ARREARS: CommandFormSpec<'ledger/arrears', Project, Record<string, never>> = {
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
