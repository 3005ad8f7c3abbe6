/** A project from afar: each building as a bar of its states; a press opens the building. */
import { useMemo } from 'react';
import { numberText, shareText, shortTotalsText } from '#widgets/shared/format/amount.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { flag } from '#widgets/shared/parts/flag.ts';
import { UNIT_APPEARANCE, type UnitClass } from '#widgets/shared/unit-state/unit-appearance.ts';
import type { BoardState } from '../board-state.ts';
import { countOf, figuresOf, type LegendEntry, legendOf } from '../figures.ts';
import { toggled } from '../filters.ts';
import { type BuildingSummary, summariesOf } from '../overview.ts';
import type { Place } from '../read-board.ts';
import type { BuildingView, ChangeView } from './building-board.tsx';
import { FiguresLine } from './figures-line.tsx';
import { Legend } from './legend.tsx';

type ProjectOverviewProps = {
  state: BoardState;
  words: Words;
  view: BuildingView;
  onView: ChangeView;
  onChoose: (place: Place) => void;
};

export function ProjectOverview({ state, words, view, onView, onChoose }: ProjectOverviewProps) {
  const { t } = words;
  const { groups, places, place } = state;
  const { filters } = view;
  const legend = useMemo(() => legendOf(groups), [groups]);
  const figures = useMemo(() => figuresOf(groups), [groups]);
  const projectId = place?.projectId ?? '';
  const summaries = useMemo(() => {
    const buildings = places.buildings.filter((building) => building.projectId === projectId);
    return summariesOf(buildings, groups, t('In no building'));
  }, [groups, places, projectId, t]);
  return (
    <>
      <FiguresLine figures={figures} words={words} />
      <Legend
        entries={legend}
        chosen={filters.states}
        words={words}
        onToggle={(one) =>
          onView((before) => ({ ...before, filters: { ...filters, states: toggled(filters.states, one) } }))
        }
      />
      <ul className="kt-buildings" aria-label={t('Buildings')}>
        {summaries.map((summary) => (
          <li key={summary.id}>
            <BuildingCard
              summary={summary}
              chosen={filters.states}
              words={words}
              onPress={() => onChoose({ projectId, buildingId: summary.id })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

type BuildingCardProps = {
  summary: BuildingSummary;
  chosen: readonly UnitClass[];
  words: Words;
  onPress: () => void;
};

function BuildingCard({ summary: { name, tallies }, chosen, words, onPress }: BuildingCardProps) {
  const { t, locale } = words;
  const entries = legendOf(tallies);
  const { units, released, sold, value } = figuresOf(tallies);
  const among = (states: readonly UnitClass[]) =>
    numberText(countOf(entries.filter(({ state }) => states.includes(state))), locale);
  const share = shareText(sold, released, locale);
  return (
    <button type="button" className="kt-building" onClick={onPress}>
      <span className="kt-building-head">
        <span className="kt-building-name">{name}</span>
        <span className="kt-soft">{t('{count} units', { count: numberText(units, locale) })}</span>
      </span>
      <StateBar entries={entries} units={units} chosen={chosen} words={words} />
      <span className="kt-building-facts">
        {chosen.length > 0 ? (
          <span className="kt-building-found">{t('{count} found', { count: among(chosen) })}</span>
        ) : (
          <span>{t('{count} available', { count: among(['AVAILABLE']) })}</span>
        )}
        <span>{share === null ? t('Nothing released yet') : t('{share} sold', { share })}</span>
        <span className="kt-number">{shortTotalsText(value, locale)}</span>
      </span>
    </button>
  );
}

type StateBarProps = {
  entries: readonly LegendEntry[];
  units: number;
  chosen: readonly UnitClass[];
  words: Words;
};

/** The states in their colours and patterns, each as wide as its share; in words for who does not see it. */
function StateBar({ entries, units, chosen, words: { t, locale } }: StateBarProps) {
  const inWords = entries.map(({ state, count }) => `${t(UNIT_APPEARANCE[state].label)} ${count}`).join(', ');
  return (
    <>
      <span className="kt-hidden">{inWords}</span>
      <span className="kt-statebar" aria-hidden={true}>
        {entries.map(({ state, count }) => (
          <span
            key={state}
            className="kt-statebar-part"
            data-state={state}
            data-dim={flag(chosen.length > 0 && !chosen.includes(state))}
            title={`${t(UNIT_APPEARANCE[state].label)}: ${numberText(count, locale)}`}
            style={{ width: `${(100 * count) / units}%` }}
          />
        ))}
      </span>
    </>
  );
}
