/** One workflow: what it is for, and what came of its installation. */
import type { WorkflowOutcome } from '#domain/system/workflow-states.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import type { ListedWorkflow, Progress } from './use-set-up.ts';

export const OUTCOMES: Record<WorkflowOutcome, { label: string; tone: 'good' | 'bad' | 'plain' }> = {
  INSTALLED: { label: msg('Installed'), tone: 'good' },
  UPDATED: { label: msg('Updated'), tone: 'good' },
  UNCHANGED: { label: msg('Up to date'), tone: 'good' },
  LEFT_ALONE: { label: msg('Left alone'), tone: 'plain' },
  REMOVED: { label: msg('Deleted by an admin'), tone: 'plain' },
  FAILED: { label: msg('Not installed'), tone: 'bad' },
};

type WorkflowRowProps = {
  workflow: ListedWorkflow;
  progress: Progress;
  words: Words;
  isBusy: boolean;
  onAgain: () => void;
};

export function WorkflowRow({ workflow, progress, words: { t }, isBusy, onAgain }: WorkflowRowProps) {
  const told = progress.state === 'TOLD' ? progress : null;
  const label = told === null ? '' : OUTCOMES[told.outcome].label;
  return (
    <li className="kt-workflow">
      <div className="kt-workflow-name">{workflow.name}</div>
      <div className="kt-soft">{workflow.purpose}</div>
      {progress.state === 'WORKING' && <div className="kt-workflow-told">{t('Installing…')}</div>}
      {told !== null && (
        <div className="kt-workflow-told" data-tone={OUTCOMES[told.outcome].tone}>
          <strong>{t(label)}</strong> · {told.message}
        </div>
      )}
      {told?.outcome === 'REMOVED' && (
        <Button size="small" onPress={onAgain} isDisabled={isBusy}>
          {t('Install it again')}
        </Button>
      )}
    </li>
  );
}
