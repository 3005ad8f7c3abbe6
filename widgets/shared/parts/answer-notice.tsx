/** What came of a command, in words. */
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { answerText, doneText } from './failure-text.ts';
import { Notice } from './notice.tsx';

type AnswerNoticeProps = { answer: CommandAnswer; done: string; words: Words };

export function AnswerNotice({ answer, done, words }: AnswerNoticeProps) {
  return answer.kind === 'DONE' ? (
    <Notice tone="good">{doneText(answer, done, words)}</Notice>
  ) : (
    <Notice tone="bad">{answerText(answer, words)}</Notice>
  );
}
