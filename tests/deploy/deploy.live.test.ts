/**
 * A deploy to a real Twenty: runs only when KEYTURN_TWENTY_URL and KEYTURN_TWENTY_API_KEY are set.
 * It installs or upgrades Keyturn there, so it belongs on a server for trying.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from '#scripts/build/build-extension.ts';
import { deploy, type Outcome } from '#scripts/deploy/deploy.ts';
import { readOptions } from '#scripts/deploy/options.ts';
import { Refusal } from '#scripts/deploy/refusal.ts';

const { KEYTURN_TWENTY_URL: url = '', KEYTURN_TWENTY_API_KEY: key = '' } = process.env;
const MINUTES = 60_000;

function run(args: readonly string[]): Promise<Outcome> {
  return deploy(readOptions(args, process.env), {
    say: () => undefined,
    now: () => new Date(),
    build: async (generation) => (await buildExtension(generation)).outputDir,
  });
}

describe.skipIf(url === '' || key === '')('on the server at KEYTURN_TWENTY_URL', () => {
  let first: Outcome;
  beforeAll(async () => {
    first = await run(['--yes']);
  }, 10 * MINUTES);

  it('every part is there afterwards', () => {
    expect(['installed', 'upgraded', 'unchanged']).toContain(first.outcome);
    expect(first.parts?.filter(({ expected, there }) => expected !== there)).toEqual([]);
  });

  it('a second deploy changes nothing', { timeout: 5 * MINUTES }, async () => {
    expect(await run(['--yes'])).toMatchObject({ outcome: 'unchanged', version: first.version });
  });

  it('a wrong key is refused', { timeout: MINUTES }, async () => {
    await expect(run(['--api-key', 'not-a-key'])).rejects.toThrow(Refusal);
  });

  it('a port where nobody listens is refused', { timeout: MINUTES }, async () => {
    await expect(run(['--url', 'http://127.0.0.1:9'])).rejects.toThrow('Cannot reach');
  });
});
