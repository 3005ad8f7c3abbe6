/** `calc` as a finance team runs it: the process itself, its status and the exact line that it prints. */
import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { projectPath } from '#scripts/build/definition-files.ts';
import { RULES } from '#scripts/calc/rules.ts';

type Run = { status: number | null; stdout: string; stderr: string };

function calc(args: readonly string[], input: string): Promise<Run> {
  const cli = projectPath('node_modules/tsx/dist/cli.mjs');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'scripts/calc.ts', ...args], { cwd: projectPath('.') });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    child.stdin.end(input);
  });
}

const DEPOSIT = '{"price":"2000000.00","agreed":"500000.00","paid":"500000.00","defaulter":"BUYER"}';

describe('npm run calc', () => {
  it.each<[string, string[], string, number, string]>([
    [
      'answers with one line and status 0',
      ['deposit'],
      DEPOSIT,
      0,
      '{"depositPart":"400000.00","prepaymentPart":"100000.00","returned":"100000.00","forfeited":"400000.00"}',
    ],
    [
      'a wrong input is status 2 and names the field',
      ['deposit'],
      DEPOSIT.replace('"2000000.00"', '2000000.00'),
      2,
      '{"error":{"field":"price","message":"must be a decimal string like \\"1234.50\\", not a JSON number"}}',
    ],
    [
      'what is not JSON is status 2',
      ['deposit'],
      'price: 1',
      2,
      '{"error":{"field":"input","message":"must be one JSON object"}}',
    ],
    [
      'an unknown rule is status 2 and lists the rules',
      ['deposits'],
      DEPOSIT,
      2,
      `{"error":{"field":"rule","message":"must be one of ${[...RULES.keys()].join(', ')}"}}`,
    ],
  ])('%s', async (_name, args, input, status, line) => {
    expect(await calc(args, input)).toEqual({ status, stdout: `${line}\n`, stderr: '' });
  });
});
