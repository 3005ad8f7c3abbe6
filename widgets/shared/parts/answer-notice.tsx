/** What came of a command, in words. */
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { answerText } from './failure-text.ts';
import { Notice } from './notice.tsx';

export function AnswerNotice({ answer, words }: { answer: CommandAnswer; words: Words }) {
  if (answer.kind !== 'DONE') return <Notice tone="bad">{answerText(answer, words)}</Notice>;
  // The server's sentence is English; a reader of another language is told in general words.
  const isEnglish = words.locale.startsWith('en') && answer.message !== '';
  return <Notice tone="good">{isEnglish ? answer.message : words.t('Done.')}</Notice>;
}
