/** How far posting is, what came of it, and which lines were refused with what sentence. */
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { AnswerNotice } from '#widgets/shared/parts/answer-notice.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { type BankStatement, countOf } from './bank-lines.ts';
import type { Posting } from './posting.ts';

type PostingNoticeProps = {
  statement: BankStatement;
  isPosting: boolean;
  posting: Posting | null;
  postAnswer: CommandAnswer | null;
  words: Words;
};

export function PostingNotice({ statement, isPosting, posting, postAnswer, words }: PostingNoticeProps) {
  const { t } = words;
  if (posting === null) return <OpenLines statement={statement} words={words} />;
  const { booked, alreadyBooked, left, refused } = posting;
  const isDone = !isPosting && postAnswer?.kind === 'DONE';
  return (
    <>
      {isPosting && (
        <div role="status" className="kt-progress">
          <div className="kt-bar" aria-hidden={true} />
          <span className="kt-number">{t('{booked} booked, {left} left', { booked, left })}</span>
        </div>
      )}
      {postAnswer !== null && postAnswer.kind !== 'DONE' && (
        <AnswerNotice answer={postAnswer} done="" words={words} />
      )}
      {isDone && (
        <Notice tone={refused.length === 0 ? 'good' : 'plain'}>
          {t('{booked} lines are booked, {already} were booked before, {refused} were refused.', {
            booked,
            already: alreadyBooked,
            refused: refused.length,
          })}
        </Notice>
      )}
      {refused.length > 0 && (
        <ul className="kt-findings">
          {refused.map(({ row, problem }) => (
            <li key={row}>{t('Row {row}: {problem}', { row, problem })}</li>
          ))}
        </ul>
      )}
      {isDone && <OpenLines statement={statement} words={words} />}
    </>
  );
}

/** What to do with the lines that nobody could match. */
function OpenLines({ statement: { lines }, words: { t } }: { statement: BankStatement; words: Words }) {
  const open = countOf(lines, 'DOUBTFUL') + countOf(lines, 'UNMATCHED');
  if (open === 0) return null;
  return (
    <Notice>
      {t('Doubtful and unmatched lines wait: open the line, choose its contract, then post again here.')}
    </Notice>
  );
}
