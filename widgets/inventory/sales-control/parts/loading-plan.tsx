/** The shape of a plan while its units are read. */
import type { Words } from '#widgets/shared/i18n/words.ts';

const ROWS = ['1', '2', '3', '4', '5'];
const CELLS = ['1', '2', '3', '4', '5', '6'];

type LoadingPlanProps = { progress: { read: number; total: number } | null; words: Words };

export function LoadingPlan({ progress, words: { t } }: LoadingPlanProps) {
  return (
    <div className="kt-skeleton" role="status">
      <span className="kt-soft kt-number">
        {progress === null ? t('Loading units…') : t('Loading units… {read} of {total}', progress)}
      </span>
      {ROWS.map((row) => (
        <div key={row} className="kt-skeleton-row" aria-hidden={true}>
          <span />
          {CELLS.map((cell) => (
            <span key={cell} className="kt-skeleton-cell" />
          ))}
        </div>
      ))}
    </div>
  );
}
