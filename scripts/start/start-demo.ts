/** The steps of `npm start`, in order; a file that cannot be read stops it before anything is built or written. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildExtension } from '#scripts/build/build-extension.ts';
import { projectPath } from '#scripts/build/definition-files.ts';
import { describeProblems, readSalesRecord, type SalesRecord } from '#scripts/sales-record/index.ts';
import { workspaceClient } from '#scripts/shared/workspace-client.ts';
import { openWorkspace, type Workspace } from '#scripts/workspace/index.ts';
import { loadInventory } from './load-inventory.ts';
import { demoPage } from './page.ts';
import { progressLine } from './progress.ts';
import { replay } from './replay.ts';
import { summarize, summaryTable } from './summary.ts';

export type StartOptions = {
  isExiting: boolean;
  isJson: boolean;
  salesRecord: string | null;
  skipBadRows: boolean;
  keepDir: string | null;
  port: number;
};

export const SAMPLE = 'scripts/sales-record/sample/presale-annan-tainan.csv';

/** Resolves to the exit status: 0 done, 1 something failed, 2 the sales record cannot be used. */
export async function startDemo(options: StartOptions): Promise<number> {
  const started = performance.now();
  const record = await readRecord(options);
  if (record === null) return 2;
  const line = progressLine(process.stderr);
  line.say('Building the extension …');
  const { outputDir, seconds: buildSeconds, isFresh } = await buildExtension('current');
  line.say(
    isFresh ? 'The extension is built already.' : `Built the extension in ${buildSeconds.toFixed(0)} s.`,
  );
  const page = demoPage(outputDir);
  const workspace = await openWorkspace({
    outputDir,
    dataDir: options.keepDir === null ? undefined : path.resolve(options.keepDir),
    port: options.isExiting ? 0 : options.port,
    cron: !options.isExiting,
    handleRequest: page.handle,
  });
  page.attach(workspace);
  try {
    const client = workspaceClient(workspace.url, workspace.apiKey);
    await loadInventory(client, record, (done, total) =>
      line.show('load projects, units and plans', done, total),
    );
    await replay(client, record, line.show);
    await workspace.settle();
    const summary = await summarize(client, (performance.now() - started) / 1000);
    console.log(`The workspace after the replay:\n${summaryTable(summary)}`);
    reportErrors(workspace, line.say);
    const { currency: _, ...figures } = summary;
    if (!options.isExiting) {
      line.say(`\nThe sales-control board is at ${workspace.url}/ (Ctrl+C ends it).`);
    }
    if (options.isJson) console.log(JSON.stringify(figures));
  } catch (error) {
    line.say(`Stopped: ${error instanceof Error ? error.message : String(error)}`);
    await workspace.close();
    return 1;
  }
  if (options.isExiting) await workspace.close();
  return 0;
}

async function readRecord({ salesRecord, skipBadRows }: StartOptions): Promise<SalesRecord | null> {
  const file = salesRecord === null ? projectPath(SAMPLE) : path.resolve(salesRecord);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    console.error(`The sales record ${file} cannot be read. Check the path.`);
    return null;
  }
  const { record, problems, rows } = readSalesRecord(text);
  if (problems.length === 0 && record.sales.length > 0) return record;
  console.error(describeProblems(problems));
  if (record.sales.length === 0) {
    console.error('There is no sale in this file that could be replayed.');
    return null;
  }
  const bad = new Set(problems.map(({ line }) => line)).size;
  if (!skipBadRows) {
    console.error(
      `${bad} of ${rows} rows cannot be read; nothing was imported. Correct them, or add --skip-bad-rows.`,
    );
    return null;
  }
  console.error(`${bad} of ${rows} rows are left out.`);
  return record;
}

function reportErrors({ functionErrors }: Workspace, say: (text: string) => void): void {
  for (const { functionName, message } of functionErrors.slice(0, 5))
    say(`The function ${functionName} failed: ${message}`);
}
