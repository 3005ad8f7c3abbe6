/** Writes the selected quote as PDF, as often and in whichever language it is wanted. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { LANGUAGES } from '#widgets/ledger/names.ts';
import type { Language } from '#widgets/shared/api/ledger-commands.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';
import { FileLink } from '#widgets/shared/parts/file-link.tsx';
import { loadQuote, quoteFacts } from './quote-subject.ts';

const SPEC = fieldForm({
  command: 'documents/write-quote',
  load: loadQuote,
  facts: quoteFacts,
  start: () => ({ language: 'en' }),
  fields: {
    language: { kind: 'CHOICE', label: msg('Language'), isShort: true, choices: () => LANGUAGES },
  },
  input: ({ language }, { id }) => ({ quoteId: id, language: language as Language }),
  isQuestion: true,
  Outcome: ({ result, words: { t } }) => (
    <FileLink result={result} where={t('It also lies in the Files tab of the quote.')} />
  ),
  submit: ({ t }) => t('Write PDF'),
  busy: ({ t }) => t('Writing…'),
  done: ({ t }) => t('The quote is written.'),
});

function WriteQuote() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.writeQuote'),
  name: 'write-quote',
  description: 'Writes a quote as PDF into its Files tab, in English or Chinese.',
  component: WriteQuote,
});
