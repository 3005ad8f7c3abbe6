/** Opens the title case of a contract. */
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type ContractTitle, readContractTitle, TITLE_STATES } from './title-records.ts';

export const OPEN_TITLE = fieldForm<
  'handover/open-title-case',
  ContractTitle,
  'documentsHere' | 'documentsMissing'
>({
  command: 'handover/open-title-case',
  load: readContractTitle,
  facts: ({ contract }, { t }) => [[t('Contract'), contract.name]],
  blocked: ({ title, isHandedOver }, { t }) => {
    if (title !== null)
      return t('The contract has a title case already ({state}).', {
        state: nameIn(TITLE_STATES, title.state, t) ?? '',
      });
    return isHandedOver === false
      ? t('The keys are not handed over yet: the deadlines of the title count from then.')
      : null;
  },
  start: () => ({ documentsHere: '', documentsMissing: '' }),
  fields: {
    documentsHere: { kind: 'TEXT', label: msg('Papers received'), isOptional: true },
    documentsMissing: { kind: 'TEXT', label: msg('Papers missing'), isOptional: true },
  },
  input: ({ documentsHere, documentsMissing }, { contract }) => ({
    contractId: contract.id,
    documentsHere: given(documentsHere),
    documentsMissing: given(documentsMissing),
  }),
  submit: ({ t }) => t('Open title case'),
  busy: ({ t }) => t('Opening…'),
  done: ({ t }) => t('The title case is open; its deadlines count from the keys.'),
});
