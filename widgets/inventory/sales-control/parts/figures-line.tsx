/** The totals of what the board shows, and as of when they hold. */
import {
  type Amount,
  amountText,
  numberText,
  shareText,
  shortTotalsText,
} from '#widgets/shared/format/amount.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Figures } from '../figures.ts';

function exact(amounts: readonly Amount[], locale: string): string {
  return amounts.map((amount) => amountText(amount, locale)).join(' + ');
}

export function FiguresLine({ figures, words }: { figures: Figures; words: Words }) {
  const { t, locale } = words;
  const share = shareText(figures.sold, figures.released, locale);
  const counts = [
    [t('Units'), figures.units, null],
    [t('Released'), figures.released, null],
    [t('Sold'), figures.sold, share === null ? null : t('{share} of released', { share })],
  ] as const;
  const values = [
    [t('List value'), figures.value],
    [t('List value sold'), figures.soldValue],
  ] as const;
  return (
    <dl className="kt-figures">
      {counts.map(([label, count, note]) => (
        <div key={label} className="kt-figure">
          <dt>{label}</dt>
          <dd>
            {numberText(count, locale)}
            {note !== null && <span className="kt-figure-note">{note}</span>}
          </dd>
        </div>
      ))}
      {values.map(([label, amounts]) => (
        <div key={label} className="kt-figure">
          <dt>{label}</dt>
          <dd title={exact(amounts, locale)}>{shortTotalsText(amounts, locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
