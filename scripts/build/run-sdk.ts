/** Runs the SDK's own command line in a stage, with the caller's environment and memory enough. */
import { spawn } from 'node:child_process';
import path from 'node:path';

/**
 * It keeps every definition that it has evaluated, with all that this one imports, and Keyturn has more than Node's
 * usual four gigabytes of them.
 */
const MEGABYTES = 10_240;

export class SdkFailed extends Error {
  constructor(
    readonly command: string,
    readonly output: string,
  ) {
    super(`twenty ${command} failed:\n${output}`);
  }
}

/** Resolves to what the command printed. @throws SdkFailed with that text. */
export async function runSdk(
  stage: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const cli = path.join(stage, 'node_modules/twenty-sdk/dist/cli.cjs');
  const child = spawn(process.execPath, [`--max-old-space-size=${MEGABYTES}`, cli, ...args], {
    cwd: stage,
    // The SDK takes the folder it works on from INIT_CWD when npm has set it.
    env: { ...process.env, ...env, INIT_CWD: stage, PWD: stage, CI: 'true', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (status !== 0) throw new SdkFailed(args.join(' '), output);
  return output;
}
