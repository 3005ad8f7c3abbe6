/** `npm start` as a newcomer uses it: the command itself, with the built extension, to its exit status. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectPath } from '#scripts/build/definition-files.ts';

const FIXTURES = 'tests/sales-record/fixtures';
const A_WHILE = 240_000;

type Run = { status: number; stdout: string; stderr: string };

function start(...args: string[]): Promise<Run> {
  const cli = projectPath('node_modules/tsx/dist/cli.mjs');
  return new Promise((resolve) => {
    const options = { cwd: projectPath('.'), maxBuffer: 64 * 1024 * 1024 };
    execFile(
      process.execPath,
      [cli, 'scripts/start.ts', '--exit', ...args],
      options,
      (error, stdout, stderr) => {
        resolve({ status: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
      },
    );
  });
}

function lastJson({ stdout }: Run) {
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

describe('npm start', () => {
  it('replays the 218 sales of the sample to the dollar, and one deal to the keys', {
    timeout: A_WHILE,
  }, async () => {
    const run = await start('--json');
    expect(run.status).toBe(0);
    const summary = lastJson(run);
    expect(summary).toMatchObject({
      units: { total: 218, byState: { CONTRACTED: 217, HANDED_OVER: 1 } },
      contracts: 218,
      contractValue: '1330480000',
      installmentsValue: '1330480000',
      handedOver: 1,
    });
    expect(Number(summary.receiptsValue)).toBeGreaterThan(Number(summary.contractValue) / 10);
    expect(Object.keys(summary)).toEqual(
      expect.arrayContaining(['installments', 'receipts', 'receiptsValue', 'seconds']),
    );
    expect(run.stdout).toContain('Contracts');
  });

  it.each(['taichung-newer-columns.csv', 'kaohsiung-first-layout.csv'])(
    'takes %s, another file of the same register, without a change of code',
    { timeout: A_WHILE },
    async (file) => {
      const run = await start('--json', '--sales-record', path.join(FIXTURES, file));
      expect(run.stderr).not.toContain('Stopped');
      expect(run.status).toBe(0);
      const { contracts, contractValue, installmentsValue, units } = lastJson(run);
      expect(contracts).toBeGreaterThan(0);
      expect(installmentsValue).toBe(contractValue);
      expect(units.total).toBeGreaterThanOrEqual(contracts);
    },
  );

  it('stops at a malformed file before anything is written, naming line, column and what is wrong', async () => {
    const run = await start('--json', '--sales-record', path.join(FIXTURES, 'malformed-rows.csv'));
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/line \d+, column \S+/);
    expect(run.stderr).toContain('nothing was imported');
    expect(run.stdout).not.toContain('{');
  });

  it('imports the rest of a malformed file when asked to', { timeout: A_WHILE }, async () => {
    const run = await start(
      '--json',
      '--skip-bad-rows',
      '--sales-record',
      path.join(FIXTURES, 'malformed-rows.csv'),
    );
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('are left out');
    expect(lastJson(run).contracts).toBeGreaterThan(0);
  });

  it('says so when the file is not there', async () => {
    const run = await start('--sales-record', 'no-such-file.csv');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('cannot be read');
  });

  it('keeps its data with --keep: a second start sells nothing twice', { timeout: 2 * A_WHILE }, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'keyturn-'));
    const file = path.join(FIXTURES, 'kaohsiung-first-layout.csv');
    const first = await start('--json', '--keep', folder, '--sales-record', file);
    const again = await start('--json', '--keep', folder, '--sales-record', file);
    await rm(folder, { recursive: true, force: true });
    const [a, b] = [lastJson(first), lastJson(again)];
    expect({ ...b, seconds: 0 }).toEqual({ ...a, seconds: 0 });
  });
});
