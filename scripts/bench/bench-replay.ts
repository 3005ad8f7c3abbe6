/** The sample record replayed through the commands: contracts a second, and how many requests each took. */
import { readFile } from 'node:fs/promises';
import { projectPath } from '#scripts/build/definition-files.ts';
import { readSalesRecord } from '#scripts/sales-record/index.ts';
import { workspaceClient } from '#scripts/shared/workspace-client.ts';
import { loadInventory } from '#scripts/start/load-inventory.ts';
import { replay } from '#scripts/start/replay.ts';
import { SAMPLE } from '#scripts/start/start-demo.ts';
import type { Workspace } from '#scripts/workspace/index.ts';

export async function benchReplay(workspace: Workspace) {
  const { record } = readSalesRecord(await readFile(projectPath(SAMPLE), 'utf8'));
  const client = workspaceClient(workspace.url, workspace.apiKey);
  await loadInventory(client, record, () => undefined);
  workspace.requests.reset();
  const started = performance.now();
  await replay(client, record, () => undefined);
  const seconds = (performance.now() - started) / 1000;
  const { queries, mutations } = workspace.requests;
  return {
    contracts: record.sales.length,
    contractsPerSecond: Math.round((record.sales.length / seconds) * 10) / 10,
    requestsPerContract: Math.round(((queries + mutations) / record.sales.length) * 10) / 10,
  };
}
