/** Reads how far the workspace is set up, gives the commands of the page, and reads again. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SampleAnswer, SetupState } from '#domain/system/setup-answer.ts';
import type { CommandAnswer, CommandInputs, CommandName } from '#widgets/shared/api/commands.ts';
import { newRequestId, runCommand } from '#widgets/shared/api/run-command.ts';

export type NotDone = Exclude<CommandAnswer, { kind: 'DONE' }>;

export type Read = { setup: SetupState; sample: SampleAnswer; readAt: number };

export type Setup = {
  read: Read | null;
  /** Why nothing could be read, or what a command said. */
  failure: NotDone | null;
  done: string | null;
  isBusy: boolean;
  reload: () => Promise<void>;
  give: <N extends CommandName>(name: N, input: CommandInputs[N], done: string) => Promise<void>;
};

export function useSetup(locale: string): Setup {
  const [read, setRead] = useState<Read | null>(null);
  const [failure, setFailure] = useState<NotDone | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isAtWork = useRef(false);

  const reload = useCallback(async () => {
    const [setup, sample] = await Promise.all([
      runCommand('system/setup', {}, { requestId: newRequestId(), locale }),
      runCommand('sample/sample-data', {}, { requestId: newRequestId(), locale }),
    ]);
    const bad = [setup, sample].find((answer) => answer.kind !== 'DONE');
    if (setup.kind !== 'DONE' || sample.kind !== 'DONE') return setFailure(bad as NotDone);
    setRead({
      setup: setup.result as SetupState,
      sample: sample.result as SampleAnswer,
      readAt: Date.now(),
    });
  }, [locale]);
  useEffect(() => void reload(), [reload]);

  const give: Setup['give'] = async (name, input, said) => {
    // The state of the last drawing is too old to keep a second press away.
    if (isAtWork.current) return;
    isAtWork.current = true;
    setIsBusy(true);
    setFailure(null);
    setDone(null);
    const answer = await runCommand(name, input, { requestId: newRequestId(), locale });
    if (answer.kind === 'DONE') setDone(said);
    else setFailure(answer);
    await reload();
    isAtWork.current = false;
    setIsBusy(false);
  };
  const again = useCallback(async () => {
    setFailure(null);
    await reload();
  }, [reload]);
  return { read, failure, done, isBusy, reload: again, give };
}
