/** Gives a command again and again, each time as a request of its own, until its answer leaves nothing. */
import type { CommandAnswer, CommandInputs, CommandName } from './commands.ts';
import { newRequestId, runCommand } from './run-command.ts';
import type { CommandRunner } from './use-command.ts';

type Result = Extract<CommandAnswer, { kind: 'DONE' }>['result'];

type Repeated<N extends CommandName> = {
  name: N;
  first: CommandInputs[N];
  /** Hears each answer; gives what is asked next, or null when that was the last one. */
  next: (result: Result) => CommandInputs[N] | null;
  locale: string;
  run?: CommandRunner;
};

/** Resolves to the last answer: the one that left nothing, or the first that was no success. */
export async function repeatCommand<N extends CommandName>({
  name,
  first,
  next,
  locale,
  run = runCommand,
}: Repeated<N>): Promise<CommandAnswer> {
  let input = first;
  for (;;) {
    const answer = await run(name, input, { requestId: newRequestId(), locale });
    if (answer.kind !== 'DONE') return answer;
    const following = next(answer.result);
    if (following === null) return answer;
    input = following;
  }
}
