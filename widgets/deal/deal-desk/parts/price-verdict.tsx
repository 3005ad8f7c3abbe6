/** Whether the price stands, needs somebody's approval, or cannot be: told before anything is posted. */
import type { Words } from '#widgets/shared/i18n/words.ts';
import { refusalText } from '#widgets/shared/parts/failure-text.ts';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import type { Preview } from '../desk-preview.ts';

export function PriceVerdict({ preview, words }: { preview: Preview | null; words: Words }) {
  const { t } = words;
  if (preview === null) return null;
  if (preview.priceProblem !== null)
    return <Notice tone="bad">{refusalText(preview.priceProblem, words)}</Notice>;
  if (preview.needsApproval)
    return (
      <div className="kt-notice" data-tone="warn" role="status">
        <span className="kt-notice-text">
          <strong>{t('Needs approval.')}</strong>{' '}
          {t(
            'This price is below the floor, or has a discount that only an approval gives. Reserved now, the unit is kept while somebody else decides; a quote cannot be sent at it.',
          )}
        </span>
      </div>
    );
  return null;
}
