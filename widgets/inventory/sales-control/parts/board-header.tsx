/** Which project and building is shown, as of when, and the button that asks again. */
import type { ChangeEvent } from 'react';
import { timeText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import type { BoardState } from '../board-state.ts';
import type { Place } from '../read-board.ts';

type BoardHeaderProps = {
  state: BoardState;
  isFixed: boolean;
  words: Words;
  onChoose: (place: Place) => void;
  onRefresh: () => void;
};

export function BoardHeader({ state, isFixed, words, onChoose, onRefresh }: BoardHeaderProps) {
  const { t, locale } = words;
  return (
    <div className="kt-head">
      {!isFixed && <PlaceChooser state={state} words={words} onChoose={onChoose} />}
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
      </span>
    </div>
  );
}

type PlaceChooserProps = Pick<BoardHeaderProps, 'state' | 'words' | 'onChoose'>;

function PlaceChooser({ state: { places, place }, words: { t }, onChoose }: PlaceChooserProps) {
  if (place === null) return null;
  const buildingsOf = (projectId: string) =>
    places.buildings.filter((building) => building.projectId === projectId);
  const buildings = buildingsOf(place.projectId);
  return (
    <>
      <label className="kt-head-choice">
        <span className="kt-hidden">{t('Project')}</span>
        <select
          className="kt-select"
          value={place.projectId}
          onChange={({ target }: ChangeEvent<HTMLSelectElement>) =>
            onChoose({ projectId: target.value, buildingId: buildingsOf(target.value)[0]?.id ?? null })
          }
        >
          {places.projects.map((project) => (
            <option key={project.id} value={project.id}>
              {project.name}
            </option>
          ))}
        </select>
      </label>
      <label className="kt-head-choice">
        <span className="kt-hidden">{t('Building')}</span>
        <select
          className="kt-select"
          value={place.buildingId ?? ''}
          onChange={({ target }: ChangeEvent<HTMLSelectElement>) =>
            onChoose({ projectId: place.projectId, buildingId: target.value === '' ? null : target.value })
          }
        >
          {buildings.map((building) => (
            <option key={building.id} value={building.id}>
              {building.name}
            </option>
          ))}
          <option value="">{t('All buildings')}</option>
        </select>
      </label>
    </>
  );
}
