/**
 * Do functions run on this server? No query tells, and a default install has them switched off.
 * So the deploy makes a function that does nothing, runs it, and takes it away again.
 */
import { Refusal } from './refusal.ts';
import { ServerRefused, type TwentyServer } from './server.ts';

const CREATE = `mutation KeyturnDeployProbe($input: CreateLogicFunctionFromSourceInput!) {
  createOneLogicFunction(input: $input) { id }
}`;
const EXECUTE = `mutation KeyturnDeployProbe($input: ExecuteOneLogicFunctionInput!) {
  executeOneLogicFunction(input: $input) { status error }
}`;
const DELETE = `mutation KeyturnDeployProbe($input: LogicFunctionIdInput!) {
  deleteOneLogicFunction(input: $input) { id }
}`;

const PROBE = {
  name: 'keyturn-deploy-probe',
  description: 'Made by a deploy of Keyturn to see whether functions run here; safe to delete.',
  timeoutSeconds: 60,
  source: {
    sourceHandlerCode: 'export const main = async () => ({ isRunning: true });',
    handlerName: 'main',
  },
};

/** The first function of a server waits for its packages to be installed. */
const RUN_TIMEOUT_MS = 120_000;

type RunAnswer = { executeOneLogicFunction: { status: string; error: { errorMessage?: string } | null } };

/** @returns a note when the server would not let us find out. @throws Refusal when functions are off or fail. */
export async function checkFunctions(server: TwentyServer): Promise<string | undefined> {
  let id: string;
  try {
    const made = await server.change<{ createOneLogicFunction: { id: string } }>(
      CREATE,
      { input: PROBE },
      30_000,
    );
    id = made.createOneLogicFunction.id;
  } catch (error) {
    if (isDisabled(error)) throw disabled();
    const reason = error instanceof Error ? error.message : String(error);
    return `Could not check whether functions run on this server (${reason}).`;
  }
  try {
    await runProbe(server, id);
  } finally {
    await server.change(DELETE, { input: { id } }, 30_000).catch(() => undefined);
  }
  return undefined;
}

async function runProbe(server: TwentyServer, id: string): Promise<void> {
  let reason: string | undefined;
  try {
    const { executeOneLogicFunction } = await server.change<RunAnswer>(
      EXECUTE,
      { input: { id, payload: {} } },
      RUN_TIMEOUT_MS,
    );
    if (executeOneLogicFunction.status === 'SUCCESS') return;
    reason = executeOneLogicFunction.error?.errorMessage ?? executeOneLogicFunction.status;
  } catch (error) {
    if (isDisabled(error)) throw disabled();
    reason = error instanceof Error ? error.message : String(error);
  }
  throw new Refusal(
    `A test function failed on this server (${reason}): make functions run there first (see LOGIC_FUNCTION_TYPE in Twenty's settings), then deploy again.`,
  );
}

function isDisabled(error: unknown): boolean {
  return (
    error instanceof ServerRefused &&
    (error.code === 'LOGIC_FUNCTION_DISABLED' || /is disabled/i.test(error.message))
  );
}

function disabled(): Refusal {
  return new Refusal(
    'Functions are switched off on this server, and Keyturn cannot sell anything without them: set LOGIC_FUNCTION_TYPE=LOCAL (or LAMBDA) for the server and its worker, restart both, then deploy again.',
  );
}
