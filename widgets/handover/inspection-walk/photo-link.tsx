/** The way to the camera: a page of its own, because a widget is given no file's content. */
import { useCommand } from '#widgets/shared/api/use-command.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { AnswerNotice } from '#widgets/shared/parts/answer-notice.tsx';
import { Button } from '#widgets/shared/parts/button.tsx';

export function PhotoLink({ inspectionId, words }: { inspectionId: string; words: Words }) {
  const { t, locale } = words;
  const { submit, isBusy, answer } = useCommand('handover/snag-link', locale);
  const url = answer?.kind === 'DONE' && typeof answer.result.url === 'string' ? answer.result.url : null;
  if (url !== null)
    return (
      <a className="kt-link kt-walk-link" href={url} target="_blank" rel="noreferrer">
        {t('Open the photo page of this inspection')}
      </a>
    );
  return (
    <>
      <div className="kt-walk-wide">
        <Button
          isDisabled={isBusy}
          onPress={() => void submit({ kind: 'inspection', recordId: inspectionId })}
        >
          {t('Photos of the defects')}
        </Button>
      </div>
      {answer !== null && answer.kind !== 'DONE' && <AnswerNotice answer={answer} done="" words={words} />}
    </>
  );
}
