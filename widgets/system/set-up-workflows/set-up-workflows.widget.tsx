/** Installs Keyturn's workflows into Twenty's builder, shows how far it is, and says what came of each. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { closeSidePanel } from 'twenty-sdk/front-component';
import { widgetsId } from '#identifiers/widgets.ts';
import { LoadingForm } from '#widgets/shared/command-form/form-states.tsx';
import { useWords } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { answerText } from '#widgets/shared/parts/failure-text.ts';
import { HostFrame } from '#widgets/shared/parts/frame.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { quietly } from '#widgets/shared/parts/quietly.ts';
import { BASE_STYLE } from '#widgets/shared/theme/base-style.ts';
import { useSetUp } from './use-set-up.ts';
import { WorkflowRow } from './workflow-row.tsx';

const STYLE = `${BASE_STYLE}
.kt-workflows{list-style:none;display:flex;flex-direction:column;gap:12px}
.kt-workflow{display:flex;flex-direction:column;gap:2px;padding-bottom:12px;border-bottom:1px solid var(--kt-line)}
.kt-workflow-name{font-weight:600}
.kt-workflow-told{margin-top:2px}
.kt-workflow-told[data-tone=good]{color:var(--kt-good)}
.kt-workflow-told[data-tone=bad]{color:var(--kt-bad)}
`;

export function SetUpWorkflows() {
  const words = useWords();
  const { t, locale } = words;
  const { workflows, progress, failure, isBusy, reload, install } = useSetUp(locale);
  const all = workflows ?? [];
  const isTold = ({ key }: { key: string }) => progress[key]?.state === 'TOLD';
  const done = all.filter(isTold).length;
  const isOver = all.length > 0 && done === all.length && !isBusy;
  const again = { label: t('Try again'), onPress: workflows === null ? reload : () => install() };
  return (
    <HostFrame style={STYLE}>
      {workflows === null && failure === null ? (
        <LoadingForm />
      ) : (
        <div className="kt-form">
          <p>
            {t(
              'These workflows run by themselves and leave tasks for people. You can change each in the workflow builder: what you have changed is left alone when they are installed again.',
            )}
          </p>
          {failure !== null && (
            <Notice tone="bad" action={again}>
              {answerText(failure, words)}
            </Notice>
          )}
          {isBusy && <Notice>{t('{done} of {count} are done…', { done, count: all.length })}</Notice>}
          {isOver && <Notice tone="good">{t('All {count} are looked after.', { count: all.length })}</Notice>}
          <ul className="kt-workflows">
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
          <div className="kt-form-actions">
            <Button onPress={() => void quietly(closeSidePanel)}>{t('Close')}</Button>
            {workflows !== null && (
              <Button look="primary" onPress={() => install()} isDisabled={isBusy}>
                {isBusy ? t('Installing…') : t('Install workflows')}
              </Button>
            )}
          </div>
        </div>
      )}
    </HostFrame>
  );
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.setUpWorkflows'),
  name: 'set-up-workflows',
  description: "Installs Keyturn's workflows into Twenty and says what came of each.",
  component: SetUpWorkflows,
});
