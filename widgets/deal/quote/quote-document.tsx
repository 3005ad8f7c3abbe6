/** Writes the document of a quote that was sent just now, and links to it. */
import { useEffect, useRef } from 'react';
import type { Language } from '#widgets/shared/api/ledger-commands.ts';
import { useCommand } from '#widgets/shared/api/use-command.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { answerText } from '#widgets/shared/parts/failure-text.ts';
import { FileLink } from '#widgets/shared/parts/file-link.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';

type QuoteDocumentProps = { quoteId: string; language: Language; words: Words };

export function QuoteDocument({ quoteId, language, words }: QuoteDocumentProps) {
  const { t, locale } = words;
  const { submit, answer } = useCommand('documents/write-quote', locale);
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    void submit({ quoteId, language });
  }, [submit, quoteId, language]);
  if (answer === null) return <p className="kt-hint">{t('Writing…')}</p>;
  if (answer.kind === 'DONE')
    return <FileLink result={answer.result} where={t('It also lies in the Files tab of the quote.')} />;
  return (
    <Notice tone="bad" action={{ label: t('Try again'), onPress: () => void submit({ quoteId, language }) }}>
      {t('The quote is sent, but its document is not written.')} {answerText(answer, words)}
    </Notice>
  );
}
