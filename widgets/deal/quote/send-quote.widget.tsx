/** Sends the selected quote and writes its document. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm, type CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { QuoteDocument } from './quote-document.tsx';
import { loadQuote, type Quote, quoteFacts } from './quote-subject.ts';

const SPEC: CommandFormSpec<'deal/send-quote', Quote, Record<string, never>> = {
  command: 'deal/send-quote',
  load: loadQuote,
  start: () => ({}),
  facts: quoteFacts,
  read: (_draft, { id }) => ({ input: { quoteId: id }, wrong: {} }),
  explains: (_quote, { t }) =>
    t(
      'Price and installments are worked out once more and stand from then on. A quote does not keep the unit.',
    ),
  blocked: ({ state }, { t }) =>
    state === 'DRAFT' ? null : t('Only a draft can be sent. Open it in the deal desk for a new version.'),
  Outcome: ({ subject, words }) => (
    <QuoteDocument
      quoteId={subject.id}
      language={words.locale.startsWith('zh') ? 'zh-CN' : 'en'}
      words={words}
    />
  ),
  submit: ({ t }) => t('Send quote'),
  busy: ({ t }) => t('Working…'),
  done: ({ t }) => t('The quote is sent. It does not keep the unit.'),
};

function SendQuote() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.sendQuote'),
  name: 'send-quote',
  description: 'Sends a quote: its terms stand from then on, and its PDF lies in its Files tab.',
  component: SendQuote,
});
