/** Writes the letter of the selected dunning notice as PDF. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { LANGUAGES, languageOf } from '#widgets/ledger/names.ts';
import type { Language } from '#widgets/shared/api/ledger-commands.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';
import { FileLink } from '#widgets/shared/parts/file-link.tsx';
import { noticeFacts, readNotice } from './notice-subject.ts';

const SPEC = fieldForm({
  command: 'documents/write-letter',
  load: readNotice,
  facts: noticeFacts,
  start: ({ contract }) => ({ language: languageOf(contract?.letterLanguage) }),
  fields: { language: { kind: 'CHOICE', label: msg('Language'), choices: () => LANGUAGES } },
  input: ({ language }, { id }) => ({ dunningNoticeId: id, language: language as Language }),
  isQuestion: true,
  Outcome: ({ result, words: { t } }) => (
    <FileLink
      result={result}
      where={t('It also lies in the Files tab of the notice. Mark the notice as sent once it is.')}
    />
  ),
  submit: ({ t }) => t('Write letter'),
  busy: ({ t }) => t('Writing…'),
  done: ({ t }) => t('The letter is written, with what is overdue today.'),
});

function WriteLetter() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.writeLetter'),
  name: 'write-letter',
  description: 'Writes the letter of a dunning notice as PDF into its Files tab.',
  component: WriteLetter,
});
