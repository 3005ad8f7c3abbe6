/** Text, type, price, ending time and own deals: what narrows the board besides the legend. */
import { type ChangeEvent, useMemo, useState } from 'react';
import { shortAmountText } from '#widgets/shared/format/amount.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { flag } from '#widgets/shared/parts/flag.ts';
import type { BoardUnit } from '../board-unit.ts';
import { bandsOf, type Filters, isFiltering, NO_FILTERS, typesOf } from '../filters.ts';
import { kindLabel } from '../kind-label.ts';
import type { FilterCounts } from './building-board.tsx';

type FilterBarProps = {
  units: readonly BoardUnit[];
  filters: Filters;
  counts: FilterCounts;
  density: Density;
  words: Words;
  onChange: (filters: Filters) => void;
  onDensity: (density: Density) => void;
};

/** Compact shows number and price only, so that a wide building fits the screen. */
export type Density = 'NORMAL' | 'COMPACT';

export function FilterBar({ units, filters, counts, density, words, onChange, onDensity }: FilterBarProps) {
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
      <Chips filters={filters} counts={counts} words={words} onChange={onChange} />
      {isFiltering(filters) && (
        <>
          <span className="kt-filters-shown kt-number" role="status">
            {t('{shown} of {all} units', { shown: counts.shown, all: units.length })}
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

type ChipsProps = Pick<FilterBarProps, 'filters' | 'counts' | 'words' | 'onChange'>;

/** Offered while there is something to find by them, or to take back. */
function Chips({ filters, counts, words: { t }, onChange }: ChipsProps) {
  const { isEnding, isMine } = filters;
  return (
    <>
      {(counts.ending > 0 || isEnding) && (
        <Chip isOn={isEnding} onPress={() => onChange({ ...filters, isEnding: !isEnding })}>
          {t('Ends soon ({count})', { count: counts.ending })}
        </Chip>
      )}
      {(counts.mine > 0 || isMine) && (
        <Chip isOn={isMine} onPress={() => onChange({ ...filters, isMine: !isMine })}>
          {t('Mine ({count})', { count: counts.mine })}
        </Chip>
      )}
    </>
  );
}

function Chip({ isOn, onPress, children }: { isOn: boolean; onPress: () => void; children: string }) {
  return (
    <button type="button" className="kt-chip-button" aria-pressed={flag(isOn)} onClick={onPress}>
      {children}
    </button>
  );
}
