/** The shape of the page while it is read. */
import type { Words } from '#widgets/shared/i18n/words.ts';

const LINES = ['38%', '92%', '84%', '88%', '30%', '90%', '80%'];

export function LoadingDay({ words: { t } }: { words: Words }) {
  return (
    <div className="kt-day-list" role="status">
      <span className="kt-hidden">{t('Loading…')}</span>
      {LINES.map((width) => (
        <div key={width} className="kt-bar" style={{ width, margin: '10px 0' }} aria-hidden={true} />
      ))}
    </div>
  );
}
