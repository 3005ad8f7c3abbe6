/** Text, type and price: what narrows the board besides the legend. */
import { type ChangeEvent, useMemo, useState } from 'react';
import { shortAmountText } from '#widgets/shared/format/amount.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import type { BoardUnit } from '../board-unit.ts';
import { bandsOf, type Filters, isFiltering, NO_FILTERS, typesOf } from '../filters.ts';
import { kindLabel } from '../kind-label.ts';

type FilterBarProps = {
  units: readonly BoardUnit[];
  filters: Filters;
  shown: number;
  density: Density;
  words: Words;
  onChange: (filters: Filters) => void;
  onDensity: (density: Density) => void;
};

/** Compact shows number and price only, so that a wide building fits the screen. */
export type Density = 'NORMAL' | 'COMPACT';

export function FilterBar({ units, filters, shown, density, words, onChange, onDensity }: FilterBarProps) {
  const { t, locale } = words;
  const { kinds, types } = useMemo(() => typesOf(units), [units]);
  const bands = useMemo(() => bandsOf(units), [units]);
  // Twenty's host never empties a text field by its value, so clearing makes a new field.
  const [clearings, setClearings] = useState(0);
  const bandIndex = bands.findIndex(({ from, to }) => from === filters.band?.from && to === filters.band.to);
  const short = (micros: bigint) => shortAmountText({ micros, currency: '' }, locale);
  return (
    <search className="kt-filters" aria-label={t('Filter units')}>
      <input
        key={clearings}
        className="kt-input kt-filter-text"
        type="text"
        placeholder={t('Number or holder')}
        aria-label={t('Number or holder')}
        value={filters.text}
        onChange={(event: ChangeEvent<HTMLInputElement>) =>
          onChange({ ...filters, text: event.target.value })
        }
      />
      <select
        className="kt-select"
        aria-label={t('Type')}
        value={filters.type}
        onChange={(event: ChangeEvent<HTMLSelectElement>) =>
          onChange({ ...filters, type: event.target.value })
        }
      >
        <option value="">{t('All types')}</option>
        {kinds.map((kind) => (
          <option key={kind} value={`kind:${kind}`}>
            {kindLabel(kind, words)}
          </option>
        ))}
        {types.map((type) => (
          <option key={type} value={`type:${type}`}>
            {type}
          </option>
        ))}
      </select>
      <select
        className="kt-select"
        aria-label={t('List price')}
        value={String(bandIndex)}
        onChange={(event: ChangeEvent<HTMLSelectElement>) =>
          onChange({ ...filters, band: bands[Number(event.target.value)] ?? null })
        }
      >
        <option value="-1">{t('All prices')}</option>
        {bands.map((band, index) => (
          <option key={String(band.from)} value={String(index)}>
            {short(band.from)} – {short(band.to)}
          </option>
        ))}
      </select>
      {isFiltering(filters) && (
        <>
          <span className="kt-filters-shown kt-number" role="status">
            {t('{shown} of {all} units', { shown, all: units.length })}
          </span>
          <Button
            look="plain"
            onPress={() => {
              setClearings(clearings + 1);
              onChange(NO_FILTERS);
            }}
          >
            {t('Clear filters')}
          </Button>
        </>
      )}
      <span className="kt-grow" />
      <label className="kt-check-row">
        <input
          type="checkbox"
          className="kt-check"
          checked={density === 'COMPACT'}
          onChange={(event: ChangeEvent<HTMLInputElement>) =>
            onDensity(event.target.checked ? 'COMPACT' : 'NORMAL')
          }
        />
        <span>{t('Compact')}</span>
      </label>
    </search>
  );
}
