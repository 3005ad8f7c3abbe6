/** The service desk (F1): tickets by the clock that is left, what is done with them, and how the service does. */
import { type ReactNode, useState } from 'react';
import { useCommand } from '#widgets/shared/api/use-command.ts';
import { FigureRow } from '#widgets/shared/figures/figure-tile.tsx';
import { timeText } from '#widgets/shared/format/moment.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { AnswerNotice } from '#widgets/shared/parts/answer-notice.tsx';
import { Button } from '#widgets/shared/parts/button.tsx';
import { failureTold } from '#widgets/shared/parts/failure-text.ts';
import { flag } from '#widgets/shared/parts/flag.ts';
import { Frame, type Scheme } from '#widgets/shared/parts/frame.tsx';
import { Blank, Notice } from '#widgets/shared/parts/notice.tsx';
import { LoadingDay } from '../my-day/parts/loading-day.tsx';
import { serviceTiles } from '../service-figures/service-tiles.tsx';
import { DeskLine, type LineProps, type OpenForm } from './desk-line.tsx';
import { type DeskRow, deskRows, type Press } from './desk-rows.ts';
import { DESK_STYLE } from './desk-style.ts';
import type { Desk, Whose } from './read-desk.ts';
import type { DeskState } from './use-desk.ts';

export type DeskViewProps = {
  state: DeskState;
  whose: Whose;
  now: number;
  scheme: Scheme;
  words: Words;
  onWhose: (whose: Whose) => void;
  onReload: () => Promise<void>;
};

const CHOICES: readonly (readonly [Whose, string])[] = [
  ['MINE', msg('Mine')],
  ['TEAM', msg('My team')],
  ['UNASSIGNED', msg('Unassigned')],
  ['ALL', msg('All')],
];

const NOTHING: Record<Whose, string> = {
  MINE: msg('You have no open ticket. Take one of the unassigned.'),
  TEAM: msg('Your team has no open ticket.'),
  UNASSIGNED: msg('Every open ticket has somebody who works on it.'),
  ALL: msg(
    'No ticket is open. They come from the web form, from the phone and from “Open ticket” on a home.',
  ),
};

export function DeskView(props: DeskViewProps) {
  return (
    <Frame scheme={props.scheme} locale={props.words.locale} style={DESK_STYLE}>
      <section className="kt-desk" aria-label={props.words.t('Service desk')}>
        <DeskBody {...props} />
      </section>
    </Frame>
  );
}

function DeskBody(props: DeskViewProps): ReactNode {
  const { state, words, onReload } = props;
  const { t } = words;
  if (state.phase === 'LOADING') return <LoadingDay words={words} />;
  if (state.phase === 'NOBODY')
    return (
      <Blank title={t('This page is for members of the workspace')}>
        {t('It shows the tickets of whoever is signed in and of their team.')}
      </Blank>
    );
  if (state.phase === 'FAILED') {
    const { title, text } = failureTold(state.failure, words);
    return (
      <Blank title={title} isAlert action={{ label: t('Try again'), onPress: () => void onReload() }}>
        {text}
      </Blank>
    );
  }
  return <Ready {...props} state={state} desk={state.desk} />;
}

type ReadyProps = DeskViewProps & { state: Extract<DeskState, { phase: 'READY' }>; desk: Desk };

function Ready(props: ReadyProps) {
  const { state, desk, now, words, onReload } = props;
  const { t } = words;
  const { figures, told } = desk;
  return (
    <>
      <DeskHead {...props} />
      {state.failure !== null && (
        <Notice tone="bad" action={{ label: t('Try again'), onPress: () => void onReload() }}>
          {t('This may be out of date.')} {failureTold(state.failure, words).title}.
        </Notice>
      )}
      <Work desk={desk} now={now} words={words} onReload={onReload} />
      <section className="kt-desk-list" aria-label={t('How the service does')}>
        <h2 className="kt-desk-title">{t('How the service does')}</h2>
        <FigureRow figures={serviceTiles({ figures, told, words })} words={words} />
      </section>
    </>
  );
}

function DeskHead({ state, desk, whose, words: { t, locale }, onWhose, onReload }: ReadyProps) {
  return (
    <div className="kt-desk-head">
      <fieldset>
        <legend className="kt-hidden">{t('Whose tickets')}</legend>
        {CHOICES.map(([choice, label]) => (
          <button
            key={choice}
            type="button"
            className="kt-button"
            data-size="small"
            aria-pressed={flag(whose === choice)}
            onClick={() => onWhose(choice)}
          >
            {t(label)} <span className="kt-number">{desk.counts[choice]}</span>
          </button>
        ))}
      </fieldset>
      <span className="kt-desk-end">
        <span className="kt-soft kt-number" role="status">
          {state.isRefreshing
            ? t('Refreshing…')
            : t('As of {time}', { time: timeText(desk.told.readAt, locale) })}
        </span>
        <Button look="plain" size="small" onPress={() => void onReload()} isDisabled={state.isRefreshing}>
          {t('Refresh')}
        </Button>
      </span>
    </div>
  );
}

type WorkProps = { desk: Desk; now: number; words: Words; onReload: () => Promise<void> };

function Work({ desk, now, words, onReload }: WorkProps) {
  const { t } = words;
  const [open, setOpen] = useState<OpenForm | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { submit, isBusy, answer } = useCommand('care/move-ticket', words.locale);
  const rows = deskRows(desk.tickets, now);
  const text = NOTHING[desk.whose];
  const close = async () => {
    setOpen(null);
    await onReload();
  };
  const press = async (id: string, { to }: Press) => {
    setSaid(null);
    setOpen(null);
    await submit({ serviceTicketId: id, to, assigneeId: desk.who.memberId });
    await onReload();
  };
  const shared = {
    memberId: desk.who.memberId,
    now,
    words,
    isBusy,
    open,
    place: {
      close,
      done: async (message: string) => {
        setSaid(message);
        await close();
      },
    },
    onOpen: (next: OpenForm | null) => {
      setSaid(null);
      setOpen(next);
    },
  };
  const left = desk.counts[desk.whose] - desk.tickets.length;
  return (
    <>
      {said !== null && <Notice tone="good">{said}</Notice>}
      {said === null && answer !== null && (
        <AnswerNotice answer={answer} done={t('The ticket is moved.')} words={words} />
      )}
      {rows.length === 0 && <Blank title={t('Nothing waits')}>{t(text)}</Blank>}
      <Lines
        title={t('By the clock that is left')}
        rows={rows.filter(({ isPaused }) => !isPaused)}
        {...{ shared, press }}
      />
      <Lines
        title={t('Waiting for the customer: the clock stands')}
        rows={rows.filter(({ isPaused }) => isPaused)}
        {...{ shared, press }}
      />
      {left > 0 && (
        <p className="kt-soft">
          {t('{count} more are not drawn here. The list “Service tickets” in the sidebar has them all.', {
            count: left,
          })}
        </p>
      )}
    </>
  );
}

type LinesProps = {
  title: string;
  rows: readonly DeskRow[];
  shared: Omit<LineProps, 'row' | 'onPress'>;
  press: (id: string, press: Press) => Promise<void>;
};

function Lines({ title, rows, shared, press }: LinesProps) {
  if (rows.length === 0) return null;
  return (
    <section className="kt-desk-list" aria-label={title}>
      <h2 className="kt-desk-title">
        {title} <span className="kt-soft kt-number">{rows.length}</span>
      </h2>
      <ul>
        {rows.map((row) => (
          <DeskLine
            key={row.ticket.id}
            {...shared}
            row={row}
            onPress={(pressed) => void press(row.ticket.id, pressed)}
          />
        ))}
      </ul>
    </section>
  );
}
