/** One building: its numbers, what narrows the board, the floors, and the unit that is opened. */
import { useCallback, useMemo } from 'react';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { BoardPort } from '../board-port.ts';
import type { BoardState } from '../board-state.ts';
import { figuresOf, legendOf, tallyOf } from '../figures.ts';
import { type Filters, matches, toggled } from '../filters.ts';
import { buildingName } from '../place-name.ts';
import { printSizeOf } from '../print-size.ts';
import { endingOf } from '../time-left.ts';
import { FiguresLine } from './figures-line.tsx';
import { type Density, FilterBar } from './filter-bar.tsx';
import { Legend } from './legend.tsx';
import { UnitDetail } from './unit-detail.tsx';
import { UnitGrid } from './unit-grid.tsx';

/** What a person set up; it outlives refreshes. */
export type BuildingView = { filters: Filters; density: Density; openId: string | null };

export type ChangeView = (change: (before: BuildingView) => BuildingView) => void;

type BuildingBoardProps = {
  state: BoardState;
  now: number;
  words: Words;
  port: BoardPort;
  view: BuildingView;
  onView: ChangeView;
  onUnitChanged: (unitId: string) => Promise<void>;
};

export function BuildingBoard({ state, now, words, port, view, onView, onUnitChanged }: BuildingBoardProps) {
  const { t } = words;
  const { units } = state;
  const { filters, density, openId } = view;
  const tallies = useMemo(() => units.map(tallyOf), [units]);
  const legend = useMemo(() => legendOf(tallies), [tallies]);
  const figures = useMemo(() => figuresOf(tallies), [tallies]);
  const counts = useMemo(() => countsOf(units, filters, now), [units, filters, now]);
  const open = units.find((unit) => unit.id === openId) ?? null;
  const filter = (changed: Filters) => onView((before) => ({ ...before, filters: changed }));
  const openUnit = useCallback(
    (unitId: string | null) => onView((before) => ({ ...before, openId: unitId })),
    [onView],
  );
  const close = useCallback(() => openUnit(null), [openUnit]);
  return (
    <>
      <FiguresLine figures={figures} words={words} />
      <Legend
        entries={legend}
        chosen={filters.states}
        words={words}
        onToggle={(one) => filter({ ...filters, states: toggled(filters.states, one) })}
      />
      <FilterBar
        units={units}
        filters={filters}
        counts={counts}
        density={density}
        words={words}
        onChange={filter}
        onDensity={(chosen) => onView((before) => ({ ...before, density: chosen }))}
      />
      <div className="kt-stage">
        <div className="kt-plans" data-density={density} data-print={printSizeOf(units)}>
          <div className="kt-scroll">
            <UnitGrid
              name={t('Units of {building}', { building: buildingName(state, t) })}
              units={units}
              filters={filters}
              selectedId={openId}
              now={now}
              words={words}
              onOpen={openUnit}
              onClose={close}
            />
          </div>
        </div>
        {open !== null && (
          <UnitDetail
            key={open.id}
            unit={open}
            now={now}
            viewer={state.viewer}
            words={words}
            port={port}
            onChanged={onUnitChanged}
            onClose={close}
          />
        )}
      </div>
    </>
  );
}

export type FilterCounts = { shown: number; mine: number; ending: number };

function countsOf(units: BoardState['units'], filters: Filters, now: number): FilterCounts {
  return {
    shown: units.filter((unit) => matches(unit, filters, now)).length,
    mine: units.filter(({ isMine }) => isMine).length,
    ending: units.filter((unit) => endingOf(unit, now) !== null).length,
  };
}
