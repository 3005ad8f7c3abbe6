/** The sales-control board (销控表): every unit of a building at a glance, and what can be done with it. */
import { type ReactNode, useState } from 'react';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { failureTold } from '#widgets/shared/parts/failure-text.ts';
import { Frame, type Scheme } from '#widgets/shared/parts/frame.tsx';
import { Blank, Notice } from '#widgets/shared/parts/notice.tsx';
import type { BoardPort } from './board-port.ts';
import type { BoardState } from './board-state.ts';
import { NO_FILTERS } from './filters.ts';
import { BoardHeader } from './parts/board-header.tsx';
import { BuildingBoard, type BuildingView } from './parts/building-board.tsx';
import { LoadingPlan } from './parts/loading-plan.tsx';
import { ProjectOverview } from './parts/project-overview.tsx';
import type { Place } from './read-board.ts';
import { SALES_CONTROL_STYLE } from './sales-control-style.ts';

export type SalesControlBoardProps = {
  state: BoardState;
  now: number;
  scheme: Scheme;
  words: Words;
  port: BoardPort;
  onChoose: (place: Place) => void;
  onOpenAgain: () => void;
  onRefresh: () => void;
  onUnitChanged: (unitId: string) => Promise<void>;
};

const FIRST_VIEW: BuildingView = { filters: NO_FILTERS, density: 'NORMAL', openId: null };

export function SalesControlBoard(props: SalesControlBoardProps) {
  const { state, scheme, words, onRefresh } = props;
  // Kept here, above what is drawn only while there are units: a refresh or another building keeps them.
  const [view, setView] = useState(FIRST_VIEW);
  const onChoose = (place: Place) => {
    setView((before) => ({ ...before, openId: null }));
    props.onChoose(place);
  };
  return (
    <Frame scheme={scheme} locale={words.locale} style={SALES_CONTROL_STYLE}>
      <div className="kt-board">
        <BoardHeader state={state} words={words} onChoose={onChoose} onRefresh={onRefresh} />
        <BoardBody {...props} view={view} onView={setView} onChoose={onChoose} />
      </div>
    </Frame>
  );
}

type BoardBodyProps = SalesControlBoardProps & {
  view: BuildingView;
  onView: (change: (before: BuildingView) => BuildingView) => void;
};

function BoardBody(props: BoardBodyProps): ReactNode {
  const { state, words, onOpenAgain } = props;
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
  return (
    <>
      <OutOfDate {...props} />
      {state.place.buildingId === null ? <Overview {...props} /> : <Building {...props} />}
    </>
  );
}

function OutOfDate({ state: { failure }, words, onRefresh }: BoardBodyProps) {
  const { t } = words;
  if (failure === null) return null;
  return (
    <Notice tone="bad" action={{ label: t('Try again'), onPress: onRefresh }}>
      {t('This may be out of date.')} {failureTold(failure, words).title}.{' '}
      {t('It is asked again by itself, less often each time.')}
    </Notice>
  );
}

function Overview({ state, words, view, onView, onChoose, onRefresh }: BoardBodyProps) {
  const { t } = words;
  if (state.groups.length === 0) {
    return (
      <Blank title={t('No units yet')} action={{ label: t('Look again'), onPress: onRefresh }}>
        {t('Add buildings and units to this project, or import them from a spreadsheet.')}
      </Blank>
    );
  }
  return <ProjectOverview state={state} words={words} view={view} onView={onView} onChoose={onChoose} />;
}

function Building({ state, now, words, port, view, onView, onRefresh, onUnitChanged }: BoardBodyProps) {
  const { t } = words;
  if (state.units.length === 0) {
    return (
      <Blank title={t('No units yet')} action={{ label: t('Look again'), onPress: onRefresh }}>
        {t(
          'Add units to this building in “Units”, or import them from a spreadsheet. They appear here floor by floor.',
        )}
      </Blank>
    );
  }
  return (
    <BuildingBoard
      state={state}
      now={now}
      words={words}
      port={port}
      view={view}
      onView={onView}
      onUnitChanged={onUnitChanged}
    />
  );
}
