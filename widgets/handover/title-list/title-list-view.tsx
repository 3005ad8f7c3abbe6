/** A list of titles: pasted, what it would do, and how far carrying it out has come. */
import { TITLE_STATES } from '#widgets/handover/title/title-records.ts';
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import { type Names, nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { AnswerNotice } from '#widgets/shared/parts/answer-notice.tsx';
import { Button } from '#widgets/shared/parts/button.tsx';
import { Facts } from '#widgets/shared/parts/facts.tsx';
import { LongTextField } from '#widgets/shared/parts/fields.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { problemText, type ShownProblem } from './problem-texts.ts';
import type { Applied, Outcome, ReadList, ShownRow } from './title-list-steps.ts';

const OUTCOMES: Names<Outcome> = {
  NEW: msg('New'),
  CHANGED: msg('Changed'),
  SAME: msg('Same'),
  BLOCKED: msg('Held up'),
  WRONG: msg('To correct'),
};
const MOST_PROBLEMS = 100;

type TitleListProps = {
  words: Words;
  pasted: string;
  onPasted: (pasted: string) => void;
  read: ReadList | null;
  applied: Applied | null;
  answer: CommandAnswer | null;
  isBusy: boolean;
  onRead: () => void;
  onApply: () => void;
};

export function TitleListView(props: TitleListProps) {
  const { words, pasted, onPasted, read, applied, answer, isBusy, onRead, onApply } = props;
  const { t } = words;
  const ready = read === null ? 0 : read.counts.NEW + read.counts.CHANGED;
  const isReadWhole = read !== null && read.seen >= read.rows;
  return (
    <div className="kt-form">
      <LongTextField
        label={t('Rows copied from Excel')}
        value={pasted}
        onChange={onPasted}
        hint={t('With the row of headings. Leave it empty to read the newest file in the Files tab.')}
      />
      <div className="kt-form-actions">
        <Button look={isReadWhole && ready > 0 ? 'normal' : 'primary'} onPress={onRead} isDisabled={isBusy}>
          {isBusy && applied === null ? t('Reading…') : t('Read title list')}
        </Button>
        {isReadWhole && ready > 0 && (applied === null || isBusy || answer !== null) && (
          <Button look="primary" onPress={onApply} isDisabled={isBusy}>
            {isBusy ? t('Carrying out…') : t('Carry out {count} rows', { count: ready })}
          </Button>
        )}
      </div>
      {answer !== null && <AnswerNotice answer={answer} done="" words={words} />}
      {read !== null && <ReadOutcome read={read} words={words} />}
      {applied !== null && <Progress applied={applied} isBusy={isBusy} words={words} />}
      {read !== null && <Problems problems={[...read.problems, ...(applied?.leftOut ?? [])]} words={words} />}
      {read !== null && applied === null && <Rows rows={read.shown} words={words} />}
    </div>
  );
}

function ReadOutcome({ read, words: { t } }: { read: ReadList; words: Words }) {
  const { file, rows, seen, counts, ignored } = read;
  return (
    <>
      {seen < rows && <Notice>{t('{seen} of {rows} rows are read.', { seen, rows })}</Notice>}
      <Facts
        facts={[
          [t('File'), file],
          [
            t('Rows'),
            t('{created} new, {changed} changed, {same} the same, {blocked} blocked, {wrong} to correct', {
              created: counts.NEW,
              changed: counts.CHANGED,
              same: counts.SAME,
              blocked: counts.BLOCKED,
              wrong: counts.WRONG,
            }),
          ],
          [t('Columns not read'), ignored.join(', ')],
        ]}
      />
      {seen >= rows && counts.NEW + counts.CHANGED === 0 && (
        <Notice>{t('Nothing in the list is to be carried out.')}</Notice>
      )}
    </>
  );
}

function Progress({ applied, isBusy, words: { t } }: { applied: Applied; isBusy: boolean; words: Words }) {
  const { applied: done, of, leftOut } = applied;
  const text = t('{done} of {of} rows are carried out, {left} left out.', { done, of, left: leftOut.length });
  return (
    <>
      <progress style={{ width: '100%' }} max={of} value={done + leftOut.length} aria-label={text} />
      <Notice tone={isBusy ? 'plain' : leftOut.length > 0 ? 'bad' : 'good'}>{text}</Notice>
    </>
  );
}

function Problems({ problems, words }: { problems: readonly ShownProblem[]; words: Words }) {
  const { t } = words;
  if (problems.length === 0) return null;
  return (
    <section>
      <h3 className="kt-label">{t('Rows to correct: {count}', { count: problems.length })}</h3>
      <ul className="kt-findings">
        {problems.slice(0, MOST_PROBLEMS).map((one) => (
          <li key={`${one.row} ${one.column} ${one.code}`}>
            {one.column === ''
              ? t('Row {row}: {problem}', { row: one.row, problem: problemText(one, words) })
              : t('Row {row}, {column}: {problem}', {
                  row: one.row,
                  column: one.column,
                  problem: problemText(one, words),
                })}
          </li>
        ))}
      </ul>
      {problems.length > MOST_PROBLEMS && (
        <p className="kt-hint">{t('and {count} more', { count: problems.length - MOST_PROBLEMS })}</p>
      )}
    </section>
  );
}

function Rows({ rows, words: { t } }: { rows: readonly ShownRow[]; words: Words }) {
  if (rows.length === 0) return null;
  return (
    <table className="kt-table">
      <thead>
        <tr>
          <th>{t('Contract or unit')}</th>
          <th>{t('Before')}</th>
          <th>{t('After')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, name, outcome, state, before }) => (
          <tr key={row}>
            <td className="kt-line">
              <div>{name}</div>
              <span className="kt-mark" data-tone={outcome === 'NEW' ? 'good' : 'plain'}>
                {nameIn(OUTCOMES, outcome, t)}
              </span>
            </td>
            <td>{nameIn(TITLE_STATES, before, t) ?? '–'}</td>
            <td>{nameIn(TITLE_STATES, state, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
