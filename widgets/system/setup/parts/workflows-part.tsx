/** Installs the workflows in place, as the form of the command menu does. */
import { useEffect, useRef } from 'react';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { answerText } from '#widgets/shared/parts/failure-text.ts';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { useSetUp } from '#widgets/system/set-up-workflows/use-set-up.ts';
import { WorkflowRow } from '#widgets/system/set-up-workflows/workflow-row.tsx';

export function WorkflowsPart({ words, onDone }: { words: Words; onDone: () => Promise<void> }) {
  const { t, locale } = words;
  const { workflows, progress, failure, isBusy, reload, install } = useSetUp(locale);
  const hasBegun = useRef(false);
  useEffect(() => {
    if (workflows === null || hasBegun.current) return;
    // Whoever opened this part has pressed "Install workflows".
    hasBegun.current = true;
    install();
  }, [workflows, install]);
  const all = workflows ?? [];
  const done = all.filter(({ key }) => progress[key]?.state === 'TOLD').length;
  const isOver = all.length > 0 && done === all.length && !isBusy;
  const tell = useRef(onDone);
  tell.current = onDone;
  useEffect(() => {
    if (isOver) void tell.current();
  }, [isOver]);
  const again = { label: t('Try again'), onPress: workflows === null ? reload : () => install() };
  return (
    <section className="kt-setup-group" aria-label={t('Workflows')}>
      <h3 className="kt-setup-heading">{t('Workflows')}</h3>
      {failure !== null && (
        <Notice tone="bad" action={again}>
          {answerText(failure, words)}
        </Notice>
      )}
      {isBusy && <Notice>{t('{done} of {count} are done…', { done, count: all.length })}</Notice>}
      {isOver && <Notice tone="good">{t('All {count} are looked after.', { count: all.length })}</Notice>}
      <ul className="kt-setup-workflows">
        {all.map((workflow) => (
          <WorkflowRow
            key={workflow.key}
            workflow={workflow}
            progress={progress[workflow.key] ?? { state: 'WAITING' }}
            words={words}
            isBusy={isBusy}
            onAgain={() => install([workflow.key], true)}
          />
        ))}
      </ul>
    </section>
  );
}
