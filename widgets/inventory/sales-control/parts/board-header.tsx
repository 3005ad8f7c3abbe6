/** Which project and building is shown, as of when, and the button that asks again. */
import type { ChangeEvent } from 'react';
import { timeText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import type { BoardState } from '../board-state.ts';
import { NO_BUILDING } from '../overview.ts';
import { placeName } from '../place-name.ts';
import type { Place } from '../read-board.ts';
import { PrintHint } from './print-hint.tsx';

type BoardHeaderProps = {
  state: BoardState;
  words: Words;
  onChoose: (place: Place) => void;
  onRefresh: () => void;
};

export function BoardHeader({ state, words, onChoose, onRefresh }: BoardHeaderProps) {
  const { t, locale } = words;
  return (
    <div className="kt-head">
      <PlaceChooser state={state} words={words} onChoose={onChoose} />
      <span className="kt-print-title">{placeName(state, t)}</span>
      <span className="kt-grow" />
      <span className="kt-head-end">
        {state.asOf !== null && (
          <span className="kt-soft kt-number">
            {state.isRefreshing
              ? t('Refreshing…')
              : t('As of {time}', { time: timeText(state.asOf, locale) })}
          </span>
        )}
        <Button look="plain" size="small" onPress={onRefresh} isDisabled={state.phase !== 'READY'}>
          {t('Refresh')}
        </Button>
        {state.phase === 'READY' && <PrintHint words={words} />}
      </span>
    </div>
  );
}

type PlaceChooserProps = Pick<BoardHeaderProps, 'state' | 'words' | 'onChoose'>;

/** On a building's own page there is nothing to choose, on a project's page only its buildings. */
function PlaceChooser({ state: { places, place, scope }, words: { t }, onChoose }: PlaceChooserProps) {
  if (place === null || scope === 'BUILDING') return null;
  const { projectId, buildingId } = place;
  const buildings = places.buildings.filter((building) => building.projectId === projectId);
  const toBuilding = (chosen: string) => onChoose({ projectId, buildingId: chosen === '' ? null : chosen });
  return (
    <>
      {scope === 'ALL' && (
        <label className="kt-head-choice">
          <span className="kt-hidden">{t('Project')}</span>
          <select
            className="kt-select"
            value={projectId}
            onChange={({ target }: ChangeEvent<HTMLSelectElement>) =>
              onChoose({ projectId: target.value, buildingId: null })
            }
          >
            {places.projects.map((project) => (
              <option key={project.id} value={project.id}>
                {project.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="kt-head-choice">
        <span className="kt-hidden">{t('Building')}</span>
        <select
          className="kt-select"
          value={buildingId ?? ''}
          onChange={({ target }: ChangeEvent<HTMLSelectElement>) => toBuilding(target.value)}
        >
          <option value="">{t('All buildings')}</option>
          {buildings.map((building) => (
            <option key={building.id} value={building.id}>
              {building.name}
            </option>
          ))}
          {buildingId === NO_BUILDING && <option value={NO_BUILDING}>{t('In no building')}</option>}
        </select>
      </label>
      {buildingId !== null && (
        <Button look="plain" onPress={() => toBuilding('')}>
          ← {t('All buildings')}
        </Button>
      )}
    </>
  );
}
