/** Installs the workflows one after the other, and keeps what came of each. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { WorkflowOutcome } from '#domain/system/workflow-states.ts';
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import { newRequestId, runCommand } from '#widgets/shared/api/run-command.ts';

export type ListedWorkflow = { key: string; name: string; purpose: string };

export type Progress =
  | { state: 'WAITING' }
  | { state: 'WORKING' }
  | { state: 'TOLD'; outcome: WorkflowOutcome; message: string };

export type NotDone = Exclude<CommandAnswer, { kind: 'DONE' }>;

export type SetUp = {
  workflows: readonly ListedWorkflow[] | null;
  progress: Readonly<Record<string, Progress>>;
  /** Why it stopped; nothing further was begun. */
  failure: NotDone | null;
  isBusy: boolean;
  reload: () => void;
  /** These, or all; `again` also makes what an admin has deleted. */
  install: (keys?: readonly string[], again?: boolean) => void;
};

export function useSetUp(locale: string): SetUp {
  const [workflows, setWorkflows] = useState<readonly ListedWorkflow[] | null>(null);
  const [progress, setProgress] = useState<Record<string, Progress>>({});
  const [failure, setFailure] = useState<NotDone | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  // The state of the last drawing is too old to keep a second press away.
  const isAtWork = useRef(false);

  const reload = useCallback(() => {
    setFailure(null);
    void runCommand('workflows/list', {}, { requestId: newRequestId(), locale }).then((answer) => {
      if (answer.kind !== 'DONE') return setFailure(answer);
      setWorkflows(answer.result.workflows as ListedWorkflow[]);
    });
  }, [locale]);
  useEffect(reload, [reload]);

  const told = (key: string, one: Progress) => setProgress((all) => ({ ...all, [key]: one }));
  const installAll = async (keys: readonly string[], again: boolean) => {
    for (const workflowKey of keys) {
      told(workflowKey, { state: 'WORKING' });
      const input = again ? { workflowKey, again } : { workflowKey };
      const answer = await runCommand('workflows/install', input, { requestId: newRequestId(), locale });
      if (answer.kind !== 'DONE') {
        told(workflowKey, { state: 'WAITING' });
        setFailure(answer);
        return;
      }
      const { outcome, message } = answer.result as { outcome: WorkflowOutcome; message: string };
      told(workflowKey, { state: 'TOLD', outcome, message });
    }
  };
  const install: SetUp['install'] = (keys, again = false) => {
    if (isAtWork.current || workflows === null) return;
    isAtWork.current = true;
    setIsBusy(true);
    setFailure(null);
    void installAll(keys ?? workflows.map(({ key }) => key), again).finally(() => {
      isAtWork.current = false;
      setIsBusy(false);
    });
  };
  return { workflows, progress, failure, isBusy, reload, install };
}
