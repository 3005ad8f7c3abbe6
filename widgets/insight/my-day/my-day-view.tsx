/** My day (F1): what waits for a salesperson, with the next step of each, and how the month stands. */
import type { ReactNode } from 'react';
import { timeText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { failureTold } from '#widgets/shared/parts/failure-text.ts';
import { flag } from '#widgets/shared/parts/flag.ts';
import { Frame, type Scheme } from '#widgets/shared/parts/frame.tsx';
import { Blank, Notice } from '#widgets/shared/parts/notice.tsx';
import { dayRows, mostUrgent, type Step } from './day-rows.ts';
import { MY_DAY_STYLE } from './my-day-style.ts';
import { NextRow } from './parts/day-line.tsx';
import { DayLists } from './parts/day-lists.tsx';
import { LoadingDay } from './parts/loading-day.tsx';
import { MonthFigures } from './parts/month-figures.tsx';
import type { DayState, LoadedDay } from './use-my-day.ts';

export type MyDayViewProps = {
  state: DayState;
  isTeam: boolean;
  now: number;
  scheme: Scheme;
  words: Words;
  onTeam: (isTeam: boolean) => void;
  onReload: () => void;
  onStep: (step: Step) => void;
};

export function MyDayView(props: MyDayViewProps) {
  return (
    <Frame scheme={props.scheme} locale={props.words.locale} style={MY_DAY_STYLE}>
      <div className="kt-day">
        <DayBody {...props} />
      </div>
    </Frame>
  );
}

function DayBody(props: MyDayViewProps): ReactNode {
  const { state, words, onReload } = props;
  const { t } = words;
  if (state.phase === 'LOADING') return <LoadingDay words={words} />;
  if (state.phase === 'NOBODY')
    return (
      <Blank title={t('This page is for members of the workspace')}>
        {t('It shows the holds, reservations and tasks of whoever is signed in.')}
      </Blank>
    );
  if (state.phase === 'FAILED') {
    const { title, text } = failureTold(state.failure, words);
    return (
      <Blank title={title} isAlert action={{ label: t('Try again'), onPress: onReload }}>
        {text}
      </Blank>
    );
  }
  return <Day {...props} state={state} day={state.day} />;
}

type DayProps = MyDayViewProps & { state: Extract<DayState, { phase: 'READY' }>; day: LoadedDay };

function Day({ state, day, isTeam, now, words, onTeam, onReload, onStep }: DayProps) {
  const { t } = words;
  const rows = dayRows(day.records, {
    now: new Date(now),
    timeZone: day.me.timeZone,
    memberIds: day.memberIds,
    mayDecide: day.mayDecide,
    words,
  });
  const next = mostUrgent(rows);
  return (
    <>
      <DayHead {...{ state, day, isTeam, words, onTeam, onReload }} />
      {state.failure !== null && (
        <Notice tone="bad" action={{ label: t('Try again'), onPress: onReload }}>
          {t('This may be out of date.')} {failureTold(state.failure, words).title}.
        </Notice>
      )}
      {!day.isWhole && (
        <Notice>
          {t('Only the first 200 of a list are shown here. The lists in the sidebar have them all.')}
        </Notice>
      )}
      {next !== null && <NextRow row={next} isTeam={isTeam} now={now} words={words} onStep={onStep} />}
      <DayLists rows={rows} isTeam={isTeam} now={now} words={words} onStep={onStep} />
      <MonthFigures day={day} words={words} />
    </>
  );
}

type DayHeadProps = Pick<DayProps, 'state' | 'day' | 'isTeam' | 'words' | 'onTeam' | 'onReload'>;

function DayHead({ state, day, isTeam, words: { t, locale }, onTeam, onReload }: DayHeadProps) {
  const choices = [
    [false, t('Me')],
    [true, t('My team')],
  ] as const;
  return (
    <div className="kt-head">
      {day.me.ledIds.length > 0 && (
        <fieldset className="kt-chips">
          <legend className="kt-hidden">{t('Whose day')}</legend>
          {choices.map(([isTeams, label]) => (
            <button
              key={label}
              type="button"
              className="kt-button"
              data-size="small"
              aria-pressed={flag(isTeam === isTeams)}
              onClick={() => onTeam(isTeams)}
            >
              {label}
            </button>
          ))}
        </fieldset>
      )}
      <span className="kt-grow" />
      <span className="kt-head-end">
        <span className="kt-soft kt-number">
          {state.isRefreshing ? t('Refreshing…') : t('As of {time}', { time: timeText(day.asOf, locale) })}
        </span>
        <Button look="plain" size="small" onPress={onReload} isDisabled={state.isRefreshing}>
          {t('Refresh')}
        </Button>
      </span>
    </div>
  );
}
