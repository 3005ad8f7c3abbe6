/** Asks the server a question: its answer, null when what it is about is gone. @throws ApiFailure */
import type { CommandInputs, CommandName } from './commands.ts';
import { ApiFailure } from './failure.ts';
import { newRequestId, runCommand } from './run-command.ts';

export async function askQuestion<A, N extends CommandName = CommandName>(
  name: N,
  input: CommandInputs[N],
  locale = 'en',
): Promise<A | null> {
  const answer = await runCommand(name, input, { requestId: newRequestId(), locale });
  if (answer.kind === 'DONE') return answer.result as A;
  if (answer.kind === 'UNKNOWN')
    throw new ApiFailure(answer.isOffline ? 'OFFLINE' : 'BROKEN', answer.message);
  const { code, message } = answer.refusal;
  if (code === 'NOT_FOUND') return null;
  if (code === 'NO_RIGHT' || code === 'NOT_SIGNED_IN') throw new ApiFailure(code, message);
  throw new ApiFailure('BROKEN', message);
}
