/**
 * `npm run seed -- --url URL --api-key KEY [--sales-record FILE] [--sales N]`: replays the sample sales
 * record, or the first N sales of it, into a workspace where Keyturn is installed. Running it again
 * goes on where it stopped and changes nothing that is there.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { projectPath } from '#scripts/build/definition-files.ts';
import { describeProblems, readSalesRecord, type SalesRecord } from '#scripts/sales-record/index.ts';
import { workspaceClient } from '#scripts/shared/workspace-client.ts';
import { loadInventory } from '#scripts/start/load-inventory.ts';
import { progressLine } from '#scripts/start/progress.ts';
import { replay } from '#scripts/start/replay.ts';
import { SAMPLE } from '#scripts/start/start-demo.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    'api-key': { type: 'string' },
    'sales-record': { type: 'string' },
    sales: { type: 'string' },
  },
});

/** The first sales by date; all units stay, so that there is something left to sell. */
function firstSales(record: SalesRecord, count: number): SalesRecord {
  const byDate = [...record.sales].sort((a, b) => (a.contractedOn < b.contractedOn ? -1 : 1));
  return { ...record, sales: byDate.slice(0, count) };
}

async function seed(url: string, key: string): Promise<number> {
  const file = values['sales-record'] ?? projectPath(SAMPLE);
  const { record, problems } = readSalesRecord(await readFile(file, 'utf8'));
  if (problems.length > 0) {
    console.error(`${describeProblems(problems)}\nNothing was loaded. Correct these rows first.`);
    return 2;
  }
  const line = progressLine(process.stderr);
  const wanted = values.sales === undefined ? record : firstSales(record, Number(values.sales));
  const client = workspaceClient(url, key);
  await loadInventory(client, wanted, (done, total) =>
    line.show('load projects, units and plans', done, total),
  );
  await replay(client, wanted, line.show);
  line.say(`Replayed ${wanted.sales.length} sales of ${wanted.units.length} units.`);
  return 0;
}

if (values.url === undefined || values['api-key'] === undefined) {
  console.error('Say where and as whom: npm run seed -- --url https://crm.example.com --api-key KEY');
  process.exitCode = 2;
} else {
  process.exitCode = await seed(values.url, values['api-key']).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  });
}
