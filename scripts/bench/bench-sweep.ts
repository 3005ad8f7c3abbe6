/**
 * The nightly overdue-and-late-fee sweep against one SQL statement that brings the same change about on the
 * same database; and its requests, which follow what changes and not what is there.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Swept, sweepLedger } from '#commands/ledger/sweep.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { openWorkspace, type Workspace } from '#scripts/workspace/index.ts';
import { twentyClient } from '#twenty/client.ts';
import { twentyStore } from '#twenty/store.ts';
import { type Ratio, ratioOf } from './ratio.ts';
import { fillForSweep, type SweepSize, TODAY, YESTERDAY } from './sweep-ground.ts';
import { SWEEP_IN_SQL } from './sweep-in-sql.ts';

const ROUNDS = 5;

type Requests = { reads: number; writes: number };
type Measured = { requests: Requests; secondRun: Requests; ratio?: Ratio };

export async function benchSweep(outputDir: string) {
  const whole = await measure(outputDir, { installments: 100_000, changed: 1_000 }, ROUNDS);
  const fifth = await measure(outputDir, { installments: 20_000, changed: 1_000 });
  const quiet = await measure(outputDir, { installments: 100_000, changed: 100 });
  if (!isDeepStrictEqual(whole.requests, fifth.requests))
    throw new Error(`Requests follow what is there: ${JSON.stringify([whole.requests, fifth.requests])}`);
  if (total(quiet.requests) >= total(whole.requests))
    throw new Error(
      `Requests do not follow what changed: ${JSON.stringify([quiet.requests, whole.requests])}`,
    );
  return {
    ...whole.ratio,
    requests: {
      '1,000 of 100,000 changed': whole.requests,
      '1,000 of 20,000 changed': fifth.requests,
      '100 of 100,000 changed': quiet.requests,
      'run again, nothing changed': whole.secondRun,
    },
  };
}

const total = ({ reads, writes }: Requests) => reads + writes;

/** A workspace of its own: the sweep looks at all there is. */
async function measure(outputDir: string, size: SweepSize, rounds = 0): Promise<Measured> {
  const workspace = await openWorkspace({ outputDir });
  try {
    await fillForSweep(workspace, size);
    await sweep(workspace, YESTERDAY);
    await keepStart(workspace);
    const { requests, secondRun } = await sweepTwice(workspace, size);
    const byCommands = await changedSinceStart(workspace);
    await backToStart(workspace);
    await workspace.sql(SWEEP_IN_SQL, [TODAY]);
    const bySql = await changedSinceStart(workspace);
    if (!isDeepStrictEqual(byCommands, bySql)) throw new Error(`They differ: ${firstOf(byCommands, bySql)}`);
    if (rounds === 0) return { requests, secondRun };
    const ratio = await ratioOf(
      rounds,
      () => sweep(workspace, TODAY),
      () => workspace.sql(SWEEP_IN_SQL, [TODAY]),
      () => backToStart(workspace),
    );
    return { requests, secondRun, ratio };
  } finally {
    await workspace.close();
  }
}

function sweep(workspace: Workspace, day: PlainDate): Promise<Swept> {
  const store = twentyStore(twentyClient(workspace.url, workspace.applicationToken));
  return sweepLedger({ store, clock: { now: () => new Date(`${day}T03:00:00Z`) } });
}

async function sweepTwice(workspace: Workspace, { changed }: SweepSize) {
  const counted = async () => {
    workspace.requests.reset();
    const swept = await sweep(workspace, TODAY);
    const { queries: reads, mutations: writes } = workspace.requests;
    return { swept, requests: { reads, writes } };
  };
  const [first, second] = [await counted(), await counted()];
  if (first.swept.installments !== changed || first.swept.reposted > 0 || first.swept.failed.length > 0)
    throw new Error(`Not the sweep that was meant: ${JSON.stringify(first.swept)}`);
  if (second.requests.writes > 0 || second.swept.installments + second.swept.contracts > 0)
    throw new Error(`The second run found something to do: ${JSON.stringify(second)}`);
  return { requests: first.requests, secondRun: second.requests };
}

/** What the sweep writes, by table: the sealed fields are not its own. */
const WRITTEN = {
  Installment: ['state', 'lateFeeAmountMicros', 'lateFeeCurrencyCode', 'lateFeeUpTo'],
  Contract: [
    'overdueAmountMicros',
    'overdueCurrencyCode',
    'overdueSince',
    'lateFeeAmountMicros',
    'lateFeeCurrencyCode',
  ],
};

const columns = (alias: string, names: readonly string[]) =>
  names.map((name) => `${alias}."${name}"`).join(', ');

async function onEachTable<T>(run: (table: string, names: readonly string[]) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  for (const [table, names] of Object.entries(WRITTEN)) answers.push(await run(table, names));
  return answers;
}

async function keepStart(workspace: Workspace): Promise<void> {
  await onEachTable((table, names) =>
    workspace.sql(
      `CREATE TABLE "start${table}" AS SELECT one.id, ${columns('one', names)} FROM "keyturn${table}" AS one`,
    ),
  );
}

const isChanged = (names: readonly string[]) =>
  `one.id = start.id AND (${columns('one', names)}) IS DISTINCT FROM (${columns('start', names)})`;

async function backToStart(workspace: Workspace): Promise<void> {
  // Every changed row wakes a watch on hands' changes; it is not to run into what is measured next.
  await workspace.settle();
  await onEachTable((table, names) => {
    const back = names.map((name) => `"${name}" = start."${name}"`).join(', ');
    const from = `FROM "start${table}" AS start WHERE ${isChanged(names)}`;
    return workspace.sql(`UPDATE "keyturn${table}" AS one SET ${back} ${from}`);
  });
}

/** Every installment and contract that is not as it was, with all that may have been written. */
function changedSinceStart(workspace: Workspace): Promise<object[][]> {
  return onEachTable((table, names) =>
    workspace.sql<object>(
      `SELECT one.id, ${columns('one', names)} FROM "keyturn${table}" AS one
       JOIN "start${table}" AS start ON ${isChanged(names)} ORDER BY one.id`,
    ),
  );
}

function firstOf(ours: object[][], theirs: object[][]): string {
  const [left, right] = [ours.flat(), theirs.flat()];
  const at = left.findIndex((one, index) => !isDeepStrictEqual(one, right[index]));
  return JSON.stringify([left.length, right.length, left[at], right[at]]);
}
