/** The name of the deal, and whether it is saved. */
import { timeText } from '#widgets/shared/format/moment.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import type { DeskProps } from '../deal-desk-view.tsx';
import { contentOf } from '../desk-draft.ts';

export function DeskHeader({ desk, words }: DeskProps) {
  const { t } = words;
  const { saving, draft, posting } = desk;
  const isBegun = draft.unit !== null || saving.saved !== null;
  return (
    <header className="kt-desk-header">
      <div className="kt-desk-title">
        <h2>{t('Deal desk')}</h2>
        <span className="kt-soft kt-number" role="status">
          {statusOf({ desk, words })}
        </span>
      </div>
      {isBegun && posting.posted === null && (
        <div className="kt-desk-tools">
          <Button size="small" isDisabled={saving.isSaving} onPress={() => void saving.save(draft)}>
            {t('Save for later')}
          </Button>
          <Button size="small" look="plain" onPress={desk.startOver}>
            {t('Start another deal')}
          </Button>
        </div>
      )}
    </header>
  );
}

function statusOf({ desk: { saving, draft }, words: { t, locale } }: Pick<DeskProps, 'desk' | 'words'>) {
  const { saved, isSaving } = saving;
  if (isSaving) return t('Saving…');
  if (saved === null) return draft.unit === null ? null : t('Not saved yet');
  const isNew = saved.content !== contentOf(draft);
  if (isNew && saved.state !== 'DRAFT')
    return t('{quote}: changes make a new version', { quote: saved.name });
  if (isNew) return t('{quote}: changed since it was saved', { quote: saved.name });
  const time = timeText(saved.at, locale).slice(0, 5);
  return t('{quote}: saved at {time}', { quote: saved.name, time });
}
