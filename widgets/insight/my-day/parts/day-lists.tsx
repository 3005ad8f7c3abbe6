/** The lists of the day; those with nothing in them are named in one line, so that nobody wonders. */
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { Blank } from '#widgets/shared/parts/notice.tsx';
import { type DayList, type DayRow, LISTS, type Step } from '../day-rows.ts';
import { DayLine } from './day-line.tsx';

const TITLES: Record<DayList, string> = {
  TICKETS: msg('Queue tickets'),
  TERMS: msg('Holds and reservations'),
  UNSIGNED: msg('Large deposits to be signed'),
  DEPOSITS: msg('Deposits missing'),
  DECIDE: msg('Approvals to decide'),
  ASKED: msg('Approvals asked for'),
  PROMISES: msg('Promises to pay'),
  TASKS: msg('Tasks due'),
};

type DayListsProps = {
  rows: readonly DayRow[];
  isTeam: boolean;
  now: number;
  words: Words;
  onStep: (step: Step) => void;
};

export function DayLists({ rows, isTeam, now, words, onStep }: DayListsProps) {
  const { t } = words;
  if (rows.length === 0)
    return (
      <Blank title={t('Nothing waits')}>
        {t(
          'Holds, reservations, tickets, approvals, promises and tasks appear here as soon as there are any. Open “Sales control” to hold or reserve a unit.',
        )}
      </Blank>
    );
  const titleOf = (list: DayList) => {
    const title = TITLES[list];
    return t(title);
  };
  const of = (list: DayList) => rows.filter((row) => row.list === list);
  const empty = LISTS.filter((list) => of(list).length === 0);
  return (
    <>
      <div className="kt-day-lists">
        {LISTS.filter((list) => of(list).length > 0).map((list) => (
          <section key={list} className="kt-day-list" aria-labelledby={`kt-day-${list}`}>
            <h2 id={`kt-day-${list}`} className="kt-day-title">
              {titleOf(list)} <span className="kt-soft kt-number">{of(list).length}</span>
            </h2>
            <ul>
              {of(list).map((row) => (
                <DayLine key={row.key} row={row} isTeam={isTeam} now={now} words={words} onStep={onStep} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {empty.length > 0 && (
        <p className="kt-soft">
          {t('Nothing waits in: {lists}.', {
            lists: new Intl.ListFormat(words.locale).format(empty.map(titleOf)),
          })}
        </p>
      )}
    </>
  );
}
