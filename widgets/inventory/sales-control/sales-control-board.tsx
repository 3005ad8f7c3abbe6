/** The sales-control board (销控表): every unit of a building at a glance, and what can be done with it. */
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { failureTold } from '#widgets/shared/parts/failure-text.ts';
import { Frame, type Scheme } from '#widgets/shared/parts/frame.tsx';
import { Blank, Notice } from '#widgets/shared/parts/notice.tsx';
import type { BoardPort } from './board-port.ts';
import type { BoardState } from './board-state.ts';
import { figuresOf, legendOf } from './figures.ts';
import { matches, NO_FILTERS, toggled } from './filters.ts';
import { BoardHeader } from './parts/board-header.tsx';
import { BuildingPlans } from './parts/building-plans.tsx';
import { FiguresLine } from './parts/figures-line.tsx';
import { type Density, FilterBar } from './parts/filter-bar.tsx';
import { Legend } from './parts/legend.tsx';
import { LoadingPlan } from './parts/loading-plan.tsx';
import { UnitDetail } from './parts/unit-detail.tsx';
import type { Place } from './read-board.ts';
import { SALES_CONTROL_STYLE } from './sales-control-style.ts';

export type SalesControlBoardProps = {
  state: BoardState;
  /** On a building's own page there is nothing to choose. */
  isFixed: boolean;
  now: number;
  scheme: Scheme;
  words: Words;
  port: BoardPort;
  onChoose: (place: Place) => void;
  onOpenAgain: () => void;
  onRefresh: () => void;
  onUnitChanged: (unitId: string) => Promise<void>;
};

export function SalesControlBoard(props: SalesControlBoardProps) {
  const { state, isFixed, scheme, words, onChoose, onRefresh } = props;
  return (
    <Frame scheme={scheme} locale={words.locale} style={SALES_CONTROL_STYLE}>
      <div className="kt-board">
        <BoardHeader
          state={state}
          isFixed={isFixed}
          words={words}
          onChoose={onChoose}
          onRefresh={onRefresh}
        />
        <BoardBody {...props} />
      </div>
    </Frame>
  );
}

function BoardBody(props: SalesControlBoardProps): ReactNode {
  const { state, words, isFixed, onOpenAgain, onRefresh } = props;
  const { t } = words;
  if (state.phase === 'LOADING') return <LoadingPlan progress={state.progress} words={words} />;
  if (state.phase === 'FAILED' && state.failure !== null) {
    const { title, text } = failureTold(state.failure, words);
    return (
      <Blank title={title} isAlert action={{ label: t('Try again'), onPress: onOpenAgain }}>
        {text}
      </Blank>
    );
  }
  if (state.place === null) {
    return (
      <Blank title={t('No projects yet')} action={{ label: t('Look again'), onPress: onOpenAgain }}>
        {t('Create a project and a building, then add units by hand or import them from a spreadsheet.')}
      </Blank>
    );
  }
  if (state.units.length === 0) {
    return (
      <Blank title={t('No units yet')} action={{ label: t('Look again'), onPress: onRefresh }}>
        {isFixed || state.place.buildingId !== null
          ? t(
              'Add units to this building in “Units”, or import them from a spreadsheet. They appear here floor by floor.',
            )
          : t('Add buildings and units to this project, or import them from a spreadsheet.')}
      </Blank>
    );
  }
  return <Plan {...props} />;
}

function Plan({ state, now, words, port, onRefresh, onUnitChanged }: SalesControlBoardProps) {
  const { t } = words;
  const { units, failure, places } = state;
  const [filters, setFilters] = useState(NO_FILTERS);
  const [density, setDensity] = useState<Density>('NORMAL');
  const [openId, setOpenId] = useState<string | null>(null);
  const legend = useMemo(() => legendOf(units), [units]);
  const figures = useMemo(() => figuresOf(units), [units]);
  const shown = useMemo(() => units.filter((unit) => matches(unit, filters)).length, [units, filters]);
  const open = units.find((unit) => unit.id === openId) ?? null;
  const close = useCallback(() => setOpenId(null), []);
  return (
    <>
      {failure !== null && (
        <Notice tone="bad" action={{ label: t('Try again'), onPress: onRefresh }}>
          {t('This may be out of date.')} {failureTold(failure, words).title}.
        </Notice>
      )}
      <FiguresLine figures={figures} words={words} />
      <Legend
        entries={legend}
        chosen={filters.states}
        words={words}
        onToggle={(state) => setFilters({ ...filters, states: toggled(filters.states, state) })}
      />
      <FilterBar
        units={units}
        filters={filters}
        shown={shown}
        density={density}
        words={words}
        onChange={setFilters}
        onDensity={setDensity}
      />
      <div className="kt-stage">
        <BuildingPlans
          buildings={places.buildings}
          units={units}
          filters={filters}
          density={density}
          selectedId={openId}
          now={now}
          words={words}
          onOpen={setOpenId}
          onClose={close}
        />
        {open !== null && (
          <UnitDetail
            key={open.id}
            unit={open}
            now={now}
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
