/** One command in the hands of a form: busy while it runs, and the same request id until it is answered. */
import { useCallback, useRef, useState } from 'react';
import type { CommandAnswer, CommandInputs, CommandName } from './commands.ts';
import { newRequestId, runCommand } from './run-command.ts';

export type CommandRunner = typeof runCommand;

export function useCommand<N extends CommandName>(name: N, locale: string, run: CommandRunner = runCommand) {
  const [isBusy, setIsBusy] = useState(false);
  const [answer, setAnswer] = useState<CommandAnswer | null>(null);
  const open = useRef<{ body: string; requestId: string } | null>(null);

  const submit = useCallback(
    async (input: CommandInputs[N]): Promise<CommandAnswer> => {
      const body = JSON.stringify(input);
      // Unanswered and unchanged is the same intention: the server must recognise it.
      if (open.current?.body !== body) open.current = { body, requestId: newRequestId() };
      setIsBusy(true);
      setAnswer(null);
      const given = await run(name, input, { requestId: open.current.requestId, locale });
      if (given.kind !== 'UNKNOWN') open.current = null;
      setAnswer(given);
      setIsBusy(false);
      return given;
    },
    [name, locale, run],
  );
  const clear = useCallback(() => setAnswer(null), []);
  return { submit, clear, isBusy, answer };
}
