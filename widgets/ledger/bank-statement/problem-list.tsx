/** Rows of the file that could not be read, and why. */
import type { Words } from '#widgets/shared/i18n/words.ts';
import { problemText } from './why-text.ts';

type Problem = { row: number; problem: string };

const MOST = 50;

export function ProblemList({ problems, words }: { problems: unknown; words: Words }) {
  const { t } = words;
  if (!Array.isArray(problems) || problems.length === 0) return null;
  return (
    <section>
      <h3 className="kt-label">{t('Rows that cannot be read: {count}', { count: problems.length })}</h3>
      <ul className="kt-findings">
        {(problems as Problem[]).slice(0, MOST).map(({ row, problem }) => (
          <li key={`${row} ${problem}`}>
            {t('Row {row}: {problem}', { row, problem: problemText(problem, words) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
