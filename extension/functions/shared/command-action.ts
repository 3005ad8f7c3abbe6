/** A command as a step of Twenty's workflows: the same input as over HTTP, run as the application. */
import { randomUUID } from 'node:crypto';
import { carryOut } from '#commands/system/carry-out.ts';
import type { AnyCommand } from '#commands/system/command.ts';
import { parseInput } from '#commands/system/input.ts';
import { refusalText } from '#commands/system/refusal-text.ts';
import { isRefused, type Refusal } from '#domain/shared/refusal.ts';
import { RIGHTS } from '#domain/system/index.ts';
import { chance } from './chance.ts';
import { openAsApplication } from './workspace.ts';

const WORKFLOW = { memberId: null, name: 'Workflow' };

export type ActionAnswer = { ok: boolean; code: string; message: string; result: Record<string, unknown> };

/** Empty fields of a step count as not given; without a request id each run is a request of its own. */
export function commandAction(command: AnyCommand) {
  return async (input: Record<string, unknown>): Promise<ActionAnswer> => {
    const given = Object.fromEntries(
      Object.entries(input ?? {}).filter(([, value]) => value !== '' && value != null),
    );
    const parsed = parseInput<{ requestId: string }>(command.schema, { requestId: randomUUID(), ...given });
    if (isRefused(parsed)) return refused(parsed.refused);
    const { store, clock } = openAsApplication();
    const outcome = await carryOut(
      command,
      { store, clock, chance, actor: WORKFLOW, rights: new Set(RIGHTS) },
      parsed.plan,
    );
    if (isRefused(outcome)) return refused(outcome.refused);
    return { ok: true, code: 'DONE', ...outcome.plan };
  };
}

function refused(refusal: Refusal): ActionAnswer {
  const { code, ...facts } = refusal;
  return { ok: false, code, message: refusalText(refusal), result: facts };
}
