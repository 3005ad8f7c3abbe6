/**
 * A job gives a command in Keyturn's own name, as a person would give it.
 *
 * Changes: what the command changes. Guard: the command's. After a crash: the command's; the next run asks again.
 */
import { isRefused } from '#domain/shared/refusal.ts';
import { RIGHTS } from '#domain/system/index.ts';
import { carryOut } from './carry-out.ts';
import type { AnyCommand } from './command.ts';
import { type Job, KEYTURN } from './jobs.ts';

/** Whether it was done; false when it was refused. */
export async function carryOutByJob(
  { store, clock }: Job,
  command: AnyCommand,
  input: { requestId: string } & Record<string, unknown>,
): Promise<boolean> {
  const context = { store, clock, actor: KEYTURN, rights: new Set(RIGHTS) };
  return !isRefused(await carryOut(command, context, input));
}
