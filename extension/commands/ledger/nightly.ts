/**
 * What keeps the ledger by itself, hour by hour and night by night. Each step is safe to run at any time.
 *
 * Changes: nothing of its own: sweep, collections, gateway events, cancellations and reconcile say in their
 * files what they change. Guard: theirs; a step that fails stops no other. After a crash: the next run does
 * what is left.
 */
import { isRefused } from '#domain/shared/refusal.ts';
import { RIGHTS } from '#domain/system/index.ts';
import type { Clock, Store } from '#port/store.ts';
import { carryOut } from '../system/carry-out.ts';
import type { JobReport } from '../system/jobs.ts';
import { derivedId } from '../system/request-ids.ts';
import { runCollections } from './collections.ts';
import { type ContractOfProject, todayOf, WITH_PROJECT } from './contract-of.ts';
import { finishCancellation } from './finish-cancellation.ts';
import { resumeGateway } from './gateway-events.ts';
import { postContract } from './post-receipts.ts';
import { reconcile } from './reconcile.ts';
import { sweepLedger } from './sweep.ts';

type Job = { store: Store; clock: Clock };

/** Days pass: dues, late fees, promises, notices, refunds that end a cancellation, events left behind. */
export async function keepLedger(job: Job): Promise<JobReport> {
  const report: JobReport = { job: 'keep-ledger', done: 0, refused: 0, failed: [] };
  const steps: [string, () => Promise<number>][] = [
    [
      'sweep',
      async () => {
        const swept = await sweepLedger(job);
        report.failed.push(...swept.failed);
        return swept.installments + swept.contracts + swept.reposted;
      },
    ],
    ['cancellations', () => endCancellations(job)],
    ['gateway', () => resumeGateway(job)],
    [
      'collections',
      async () => {
        const { promises, closed, issued } = await runCollections(job);
        return promises + closed + issued;
      },
    ],
  ];
  for (const [item, step] of steps) {
    try {
      report.done += await step();
    } catch (error) {
      report.failed.push({ item, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return report;
}

async function endCancellations({ store, clock }: Job): Promise<number> {
  const { pending } = await store.read({
    pending: { object: 'contract', filter: { state: 'CANCEL_PENDING' }, with: WITH_PROJECT },
  });
  let ended = 0;
  for (const contract of pending as ContractOfProject[]) {
    const { contract: seen, book } = await postContract(store, contract, todayOf(contract, clock.now()));
    const merged: ContractOfProject = { ...contract, ...seen };
    if ((await finishCancellation(store, merged, book)) !== null) ended++;
  }
  return ended;
}

/** A run of a function is ended after five minutes: it stops before and goes on with the next run. */
const BUDGET_MS = 200_000;

/** The last run may have ended before it had looked at every contract. */
async function whereToGoOn({ store }: Job): Promise<string | null> {
  const { runs } = await store.read({
    runs: { object: 'jobRun', filter: { name: 'reconcile' }, orderBy: { startedAt: 'DESC' }, limit: 1 },
  });
  const next = (runs[0]?.report as { next?: unknown } | null)?.next;
  return typeof next === 'string' ? next : null;
}

/** All contracts, slice by slice; what a person has to look at is in the report. */
export async function reconcileAll(
  job: Job,
): Promise<JobReport & { problems: unknown[]; next: string | null }> {
  const began = job.clock.now().getTime();
  const report = {
    job: 'reconcile',
    done: 0,
    refused: 0,
    failed: [] as JobReport['failed'],
    problems: [] as unknown[],
  };
  const context = { ...job, actor: { memberId: null, name: 'Keyturn' }, rights: new Set(RIGHTS) };
  let after: string | null = await whereToGoOn(job);
  do {
    const requestId = derivedId('reconcile', String(began), after ?? '');
    const rest: { afterContractId?: string } = after === null ? {} : { afterContractId: after };
    const answer = await carryOut(reconcile, context, { requestId, ...rest });
    if (isRefused(answer)) throw new Error(answer.refused.code);
    const result = answer.plan.result as {
      contracts: number;
      repaired: unknown[];
      problems: { contract: string; problem: string }[];
      next: string | null;
    };
    report.done += result.repaired.length;
    report.problems.push(...result.problems);
    report.failed.push(...result.problems.map(({ contract, problem }) => ({ item: contract, problem })));
    after = result.next;
  } while (after !== null && job.clock.now().getTime() - began < BUDGET_MS);
  // Kept even when all agrees: that it was looked at is what people want to see.
  return { ...report, next: after, isAlwaysRecorded: true };
}
