/** Opens the title cases of a building: of every home whose keys are handed over and that has none. */
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

type Building = { id: string; name: string | null; mortgagedTo: string | null };

export const OPEN_TITLES = fieldForm<'handover/open-title-case', Building, 'documentsMissing'>({
  command: 'handover/open-title-case',
  load: (id) => readOne<Building>('keyturnBuildings', 'id name mortgagedTo', id),
  facts: ({ name, mortgagedTo }, { t }) => [
    [t('Building'), name],
    [t('Mortgaged to'), mortgagedTo],
  ],
  explains: (_subject, { t }) =>
    t('A case is opened for every home whose keys are handed over and that has none yet.'),
  start: () => ({ documentsMissing: '' }),
  fields: {
    documentsMissing: {
      kind: 'TEXT',
      label: msg('Papers missing'),
      isOptional: true,
      hint: msg('What every buyer still has to bring.'),
    },
  },
  input: ({ documentsMissing }, { id }) => ({ buildingId: id, documentsMissing: given(documentsMissing) }),
  submit: ({ t }) => t('Open title cases'),
  busy: ({ t }) => t('Opening…'),
  done: ({ t }, { opened, alreadyOpen, left }) =>
    t('{opened} cases are open; {known} were there, {left} are left: open again.', {
      opened: Number(opened ?? 0),
      known: Number(alreadyOpen ?? 0),
      left: Number(left ?? 0),
    }),
});
