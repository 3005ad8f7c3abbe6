/**
 * A number with all that F2 asks of it: what it is, what it is compared with, on what it is based, as of when,
 * and its rows behind a press.
 */
import type { ReactNode } from 'react';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { openRows, type Rows } from './rows.ts';

/** Whether more is better is for the figure to say: of overdue money it is not. */
export type Comparison = { text: string; direction: 'UP' | 'DOWN' | 'SAME' | 'NONE'; isGood: boolean | null };

export type Figure = {
  key: string;
  label: string;
  value: string;
  /** A second line, such as the share beside the amount. */
  note?: string | undefined;
  comparison?: Comparison | undefined;
  /** "Contracts signed from 1 to 22 Nov 2026, less those cancelled then". */
  basis: string;
  /** "As of 14:32". */
  asOf: string;
  rows?: Rows | undefined;
  /** A small drawing beside the value. */
  drawing?: ReactNode;
  tone?: 'bad' | undefined;
};

const ARROWS = { UP: '▲', DOWN: '▼', SAME: '＝', NONE: '' } as const;

export function FigureTile({ figure, words }: { figure: Figure; words: Words }) {
  const { t } = words;
  const { label, value, note, comparison, basis, asOf, rows, drawing, tone } = figure;
  return (
    <div className="kt-tile" data-tone={tone ?? 'plain'}>
      <div className="kt-tile-label">{label}</div>
      <div className="kt-tile-line">
        <span className="kt-tile-value">{value}</span>
        {drawing}
      </div>
      {note !== undefined && <div className="kt-tile-note">{note}</div>}
      {comparison !== undefined && <ComparisonLine comparison={comparison} />}
      <div className="kt-tile-basis">
        {basis} {asOf}
      </div>
      {rows !== undefined && (
        <button
          type="button"
          className="kt-text-open kt-open kt-tile-open"
          aria-label={`${t('Open rows')}: ${label}`}
          onClick={() => openRows(rows)}
        >
          {rows.isWider === true ? t('Open rows of all projects') : t('Open rows')}
        </button>
      )}
    </div>
  );
}

function ComparisonLine({ comparison: { text, direction, isGood } }: { comparison: Comparison }) {
  const tone =
    isGood === null || direction === 'SAME' || direction === 'NONE' ? 'plain' : isGood ? 'good' : 'bad';
  return (
    <div className="kt-mark kt-tile-comparison" data-tone={tone}>
      <span aria-hidden={true}>{ARROWS[direction]}</span> {text}
    </div>
  );
}

export function FigureRow({ figures, words }: { figures: readonly Figure[]; words: Words }) {
  return (
    <div className="kt-tiles">
      {figures.map((figure) => (
        <FigureTile key={figure.key} figure={figure} words={words} />
      ))}
    </div>
  );
}
