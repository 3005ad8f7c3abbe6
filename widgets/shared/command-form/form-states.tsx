/** What a form shows while there is no record to show: nothing chosen, loading, gone, failed. */
import type { ApiFailure } from '#widgets/shared/api/failure.ts';
import { useWords } from '#widgets/shared/i18n/words.ts';
import { failureTold } from '#widgets/shared/parts/failure-text.ts';
import { Blank } from '#widgets/shared/parts/notice.tsx';

export function NothingSelected() {
  const { t } = useWords();
  return (
    <Blank title={t('Nothing is selected')}>
      {t('Select one record in the list, then choose this again.')}
    </Blank>
  );
}

export function GoneBlank() {
  const { t } = useWords();
  return <Blank title={t('This record is gone')}>{t('It may have been deleted meanwhile.')}</Blank>;
}

export function FailedBlank({ failure, onAgain }: { failure: ApiFailure; onAgain: () => void }) {
  const words = useWords();
  const { title, text } = failureTold(failure, words);
  return (
    <Blank title={title} isAlert action={{ label: words.t('Try again'), onPress: onAgain }}>
      {text}
    </Blank>
  );
}

export function LoadingForm() {
  const { t } = useWords();
  return (
    <div className="kt-form" role="status">
      <span className="kt-hidden">{t('Loading…')}</span>
      {['70%', '45%', '60%', '100%'].map((width) => (
        <div key={width} className="kt-bar" style={{ width }} aria-hidden={true} />
      ))}
    </div>
  );
}
