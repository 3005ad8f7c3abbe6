/** States with their look, how many units are in them and what they are worth; pressing one filters. */
import { type Amount, shortAmountText, shortTotalsText } from '#widgets/shared/format/amount.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { flag } from '#widgets/shared/parts/flag.ts';
import { UNIT_APPEARANCE, type UnitClass } from '#widgets/shared/unit-state/unit-appearance.ts';
import type { LegendEntry } from '../figures.ts';

type LegendProps = {
  entries: readonly LegendEntry[];
  chosen: readonly UnitClass[];
  words: Words;
  onToggle: (state: UnitClass) => void;
};

/** The totals beside it name the currency; here it is named only where there are several. */
function worth(value: readonly Amount[], locale: string): string {
  const [only, ...others] = value;
  if (only === undefined || others.length > 0) return shortTotalsText(value, locale);
  return shortAmountText(only, locale);
}

export function Legend({ entries, chosen, words, onToggle }: LegendProps) {
  const { t, locale } = words;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that cannot be a flex box everywhere
    <div className="kt-legend" role="group" aria-label={t('Filter by state')}>
      {entries.map(({ state, count, value }) => (
        <button
          key={state}
          type="button"
          className="kt-legend-item"
          data-state={state}
          aria-pressed={flag(chosen.includes(state))}
          onClick={() => onToggle(state)}
        >
          <span className="kt-swatch" aria-hidden={true} />
          <span className="kt-legend-label">{t(UNIT_APPEARANCE[state].label)}</span>
          <span className="kt-legend-numbers">
            <span className="kt-legend-count">{count}</span>
            <span className="kt-legend-value">{worth(value, locale)}</span>
          </span>
        </button>
      ))}
    </div>
  );
}
