/** One command in the hands of a form: busy while it runs, and the same request id until it is answered. */
import { useCallback, useState } from 'react';
import type { CommandAnswer, CommandInputs, CommandName } from './commands.ts';
import { requestKeeper } from './request-keeper.ts';
import { newRequestId, runCommand } from './run-command.ts';

export type CommandRunner = typeof runCommand;

export function useCommand<N extends CommandName>(name: N, locale: string, run: CommandRunner = runCommand) {
  const [isBusy, setIsBusy] = useState(false);
  const [answer, setAnswer] = useState<CommandAnswer | null>(null);
  const [keeper] = useState(() => requestKeeper(newRequestId));

  const submit = useCallback(
    async (input: CommandInputs[N]): Promise<CommandAnswer> => {
      setIsBusy(true);
      setAnswer(null);
      const given = await run(name, input, { requestId: keeper.idFor(input), locale });
      if (given.kind !== 'UNKNOWN') keeper.answered();
      setAnswer(given);
      setIsBusy(false);
      return given;
    },
    [name, locale, run, keeper],
  );
  const clear = useCallback(() => setAnswer(null), []);
  return { submit, clear, isBusy, answer };
}
