/**
 * `npm run deploy -- --url URL --api-key KEY`: builds Keyturn, installs or upgrades it on a running
 * Twenty, and checks that every part of it is there. Exit code 0: done, or nothing to change;
 * 1: it failed after it had begun; 2: refused before anything was changed.
 */
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildExtension } from '#scripts/build/build-extension.ts';
import { deploy } from '#scripts/deploy/deploy.ts';
import { type Options, readOptions, USAGE } from '#scripts/deploy/options.ts';
import { Refusal } from '#scripts/deploy/refusal.ts';
import { setUpDashboards } from '#scripts/deploy/set-up-dashboards.ts';
import { setUpWorkflows } from '#scripts/deploy/set-up-workflows.ts';

async function ask(question: string): Promise<boolean> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question(question);
  prompt.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** Only a person may change workflows in Twenty, so they are set up with a person's token or not at all. */
async function workflowsOf(options: Options, outcome: string, say: (line: string) => void) {
  if (outcome === 'planned') return {};
  if (options.userToken === undefined) {
    say('Workflows: run "Set up workflows" in Twenty, or deploy with --user-token.');
    return {};
  }
  say('Setting up workflows ...');
  return { workflows: await setUpWorkflows(options.url, options.userToken, say) };
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return console.log(USAGE);
  const options = readOptions(args, process.env);
  // Standard output stays one JSON object for whoever reads it.
  const say = (line: string) => (options.isJson ? console.error(line) : console.log(line));
  const outcome = await deploy(options, {
    say,
    ...(process.stdin.isTTY ? { ask } : {}),
    now: () => new Date(),
    build: async (generation) => {
      say('Building Keyturn ...');
      return (await buildExtension(generation)).outputDir;
    },
  });
  const dashboards =
    outcome.outcome === 'planned' ? null : await setUpDashboards(options.url, options.apiKey, say, sleep);
  const workflows = await workflowsOf(options, outcome.outcome, say);
  if (options.isJson) console.log(JSON.stringify({ ...outcome, dashboards, ...workflows }));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.exitCode = error instanceof Refusal ? 2 : 1;
  console.error(message);
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ outcome: process.exitCode === 2 ? 'refused' : 'failed', message }));
  }
}
