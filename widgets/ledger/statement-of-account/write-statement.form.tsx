/** Writes the statement of account of the selected contract as PDF. */
import { lateFacts, readLateContract } from '#widgets/ledger/contract-subject.ts';
import { LANGUAGES, languageOf } from '#widgets/ledger/names.ts';
import type { Language } from '#widgets/shared/api/ledger-commands.ts';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { today } from '#widgets/shared/format/moment.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { FileLink } from '#widgets/shared/parts/file-link.tsx';

export const WRITE_STATEMENT = fieldForm({
  command: 'documents/write-statement',
  load: readLateContract,
  facts: lateFacts,
  start: ({ letterLanguage }) => ({ language: languageOf(letterLanguage), asOf: today() }),
  fields: {
    language: { kind: 'CHOICE', label: msg('Language'), isShort: true, choices: () => LANGUAGES },
    asOf: { kind: 'DATE', label: msg('As of') },
  },
  input: ({ language, asOf }, { id }) => ({ contractId: id, language: language as Language, asOf }),
  isQuestion: true,
  Outcome: ({ result, words: { t } }) => (
    <FileLink result={result} where={t('It also lies in the Files tab of the contract.')} />
  ),
  submit: ({ t }) => t('Write statement'),
  busy: ({ t }) => t('Writing…'),
  done: ({ t }) => t('The statement is written.'),
});
