/** States with their look, how many units are in them and what they are worth; pressing one filters. */
import type { UnitState } from '#domain/inventory/unit-states.ts';
import { shortTotalsText } from '#widgets/shared/format/amount.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { UNIT_APPEARANCE } from '#widgets/shared/unit-state/unit-appearance.ts';
import type { LegendEntry } from '../figures.ts';

type LegendProps = {
  entries: readonly LegendEntry[];
  chosen: readonly UnitState[];
  words: Words;
  onToggle: (state: UnitState) => void;
};

export function Legend({ entries, chosen, words, onToggle }: LegendProps) {
  const { t, locale } = words;
  return (
    <div className="kt-legend" role="group" aria-label={t('Filter by state')}>
      {entries.map(({ state, count, value }) => (
        <button
          key={state}
          type="button"
          className="kt-legend-item"
          data-state={state}
          aria-pressed={chosen.includes(state)}
          onClick={() => onToggle(state)}
        >
          <span className="kt-swatch" aria-hidden={true} />
          <span>{t(UNIT_APPEARANCE[state].label)}</span>
          <span className="kt-legend-count">{count}</span>
          <span className="kt-legend-value">{shortTotalsText(value, locale)}</span>
        </button>
      ))}
    </div>
  );
}
