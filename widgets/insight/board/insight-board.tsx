/** A board of figures: filters, its states of loading, failing and having nothing, and what it shows. */
import type { ReactNode } from 'react';
import { BoardSection, type SectionFilter } from '#widgets/shared/figures/board-section.tsx';
import { DASHBOARD_STYLE } from '#widgets/shared/figures/figures-style.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { useWords } from '#widgets/shared/i18n/words.ts';
import { failureTold } from '#widgets/shared/parts/failure-text.ts';
import { HostFrame } from '#widgets/shared/parts/frame.tsx';
import { Blank, Notice } from '#widgets/shared/parts/notice.tsx';
import type { BoardAnswer } from './grouped.ts';
import type { Queries } from './read-board.ts';
import { ALL, currenciesOf, type Place, type Project, type Told } from './scope.ts';
import { useBoard } from './use-board.ts';

export type ViewProps<F> = { figures: F; told: Told; words: Words };

export type Board<F> = {
  /** Marked for translation. */
  title: string;
  /** False where the records do not say their project: then all are shown together. */
  byProject: boolean;
  choice?: { label: string; choices: readonly (readonly [value: string, label: string])[]; first: string };
  queries: Queries;
  /** Numbers from totals; pure, so that they can be compared with others. */
  figuresOf: (answer: BoardAnswer, told: Told) => F;
  /** What is missing before there is anything to tell; null when there is. */
  nothing: (figures: F, words: Words) => string | null;
  View: (props: ViewProps<F>) => ReactNode;
};

export function InsightBoard<F>({ board }: { board: Board<F> }) {
  const words = useWords();
  const { t } = words;
  const reading = useBoard(board.queries, board.choice?.first ?? '');
  const { told, answer, failure, isReading, refresh } = reading;
  return (
    <HostFrame style={DASHBOARD_STYLE}>
      <BoardSection
        title={t(board.title)}
        filters={[...projectFilters(board, reading, words), ...ownFilters(board, reading, words)]}
        readAt={told?.readAt ?? null}
        isRefreshing={isReading}
        onRefresh={refresh}
        words={words}
      >
        {failure !== null && told !== null && (
          <Notice tone="bad" action={{ label: t('Try again'), onPress: refresh }}>
            {t('This may be out of date.')} {failureTold(failure, words).title}.
          </Notice>
        )}
        {told !== null && answer !== null ? (
          <BoardBody board={board} figures={board.figuresOf(answer, told)} told={told} words={words} />
        ) : (
          <Waiting failure={failure} words={words} onAgain={refresh} />
        )}
      </BoardSection>
    </HostFrame>
  );
}

type BodyProps<F> = ViewProps<F> & { board: Board<F> };

function BoardBody<F>({ board, figures, told, words }: BodyProps<F>) {
  const { t } = words;
  if (told.projects.length === 0)
    return (
      <Blank title={t('No projects yet')}>
        {t('Create a project and a building, then add units by hand or import them from a spreadsheet.')}
      </Blank>
    );
  const nothing = board.nothing(figures, words);
  if (nothing !== null) return <Blank title={t('Nothing to show yet')}>{nothing}</Blank>;
  const { View } = board;
  return <View figures={figures} told={told} words={words} />;
}

type WaitingProps = { failure: ReturnType<typeof useBoard>['failure']; words: Words; onAgain: () => void };

function Waiting({ failure, words, onAgain }: WaitingProps) {
  if (failure === null)
    return (
      <div aria-hidden={true} className="kt-progress">
        {['40%', '100%', '100%', '72%'].map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars that never change
          <div key={index} className="kt-bar" style={{ width, height: index === 1 ? 72 : 12 }} />
        ))}
      </div>
    );
  const { title, text } = failureTold(failure, words);
  return (
    <Blank title={title} isAlert action={{ label: words.t('Try again'), onPress: onAgain }}>
      {text}
    </Blank>
  );
}

type Reading = ReturnType<typeof useBoard>;

/** All projects of a currency, or one; only where there is something to choose. */
function projectFilters<F>(
  board: Board<F>,
  { told, place, choosePlace }: Reading,
  words: Words,
): SectionFilter[] {
  const projects = told?.projects ?? [];
  const currencies = currenciesOf(projects);
  const all = currencies.map((currency): readonly [string, string] => [
    `all:${currency}`,
    currencies.length === 1 ? words.t('All projects') : words.t('All projects in {currency}', { currency }),
  ]);
  const own = board.byProject ? projects.map(({ id, name }) => [id, name] as const) : [];
  if (all.length + own.length < 2) return [];
  const value = place.kind === 'ONE' ? place.project.id : `all:${told?.currency ?? ''}`;
  return [
    {
      key: 'project',
      label: words.t('Project'),
      value,
      choices: [...all, ...own],
      onChange: (chosen) => choosePlace(placeOf(chosen, projects)),
    },
  ];
}

function placeOf(chosen: string, projects: readonly Project[]): Place {
  const project = projects.find(({ id }) => id === chosen);
  if (project !== undefined) return { kind: 'ONE', project };
  return chosen.startsWith('all:') ? { kind: 'ALL', currency: chosen.slice(4) } : ALL;
}

function ownFilters<F>({ choice }: Board<F>, reading: Reading, { t }: Words): SectionFilter[] {
  if (choice === undefined) return [];
  const choices = choice.choices.map(([value, label]) => [value, t(label)] as const);
  const { label } = choice;
  return [{ key: 'own', label: t(label), value: reading.choice, choices, onChange: reading.chooseOwn }];
}
