/**
 * Launch day: 200 clients want 120 units at once. How many reservations a second over HTTP against the bare SQL
 * that the same rush costs on the same database, and how many requests one reservation takes.
 */
import { randomUUID } from 'node:crypto';
import { workspaceClient } from '#scripts/shared/workspace-client.ts';
import type { Workspace } from '#scripts/workspace/index.ts';
import { makeUnits, reserveInSql } from './bench-reserve.ts';
import { type Ratio, ratioOf } from './ratio.ts';

const CLIENTS = 200;
const UNITS = 120;
const ROUNDS = 3;

export type LaunchFigures = Ratio & {
  reservationsPerSecond: string;
  /** Of one that succeeds, and of one that is told who has the unit. */
  requestsPerReservation: number;
  requestsPerRefusal: number;
};

type Rush = { reserved: number; refused: number; seconds: number };

export async function benchLaunch(workspace: Workspace): Promise<LaunchFigures> {
  const units = await makeUnits(workspace, UNITS * (ROUNDS + 1) * 2 + 2);
  const take = () => units.splice(0, UNITS);
  const rushes: Rush[] = [];
  const ratio = await ratioOf(
    ROUNDS,
    async () => rushes.push(await rush(take(), (unitId) => reserveOverHttp(workspace, unitId))),
    async () => rush(take(), (unitId) => reserveInBareSql(workspace, unitId)),
  );
  const [, ...measured] = rushes;
  const perSecond = measured.map(({ reserved, seconds }) => reserved / seconds).sort((a, b) => a - b);
  const [free = '', taken = free] = [units[0], units[0]];
  return {
    ...ratio,
    reservationsPerSecond: (perSecond[Math.floor(perSecond.length / 2)] ?? 0).toFixed(1),
    requestsPerReservation: await requestsOf(workspace, () => reserveOverHttp(workspace, free)),
    requestsPerRefusal: await requestsOf(workspace, () => reserveOverHttp(workspace, taken)),
  };
}

/** Everybody wants the best units first; who is told that one is taken asks for the next. */
async function rush(units: readonly string[], reserve: (unitId: string) => Promise<boolean>): Promise<Rush> {
  const started = performance.now();
  let reserved = 0;
  let refused = 0;
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      for (let attempt = 0; attempt < 4; attempt++) {
        const unitId = units[(client * 7 + attempt * attempt) % units.length] ?? '';
        if (await reserve(unitId)) {
          reserved++;
          return;
        }
        refused++;
      }
    }),
  );
  return { reserved, refused, seconds: (performance.now() - started) / 1000 };
}

async function reserveOverHttp(workspace: Workspace, unitId: string): Promise<boolean> {
  const client = workspaceClient(workspace.url, workspace.apiKey);
  const body = { requestId: randomUUID(), unitId, buyerName: 'Bench' };
  const answer = await client.command('deal', 'reserve-unit', body);
  if (!answer.ok && answer.code !== 'UNIT_TAKEN') throw new Error(answer.message);
  return answer.ok;
}

async function reserveInBareSql(workspace: Workspace, unitId: string): Promise<boolean> {
  const taken = await workspace.sql('select 1 from "keyturnUnitLock" where "lockKey" = $1', [unitId]);
  if (taken.length > 0) return false;
  return reserveInSql(workspace, unitId).then(
    () => true,
    () => false,
  );
}

async function requestsOf(workspace: Workspace, work: () => Promise<unknown>): Promise<number> {
  await workspace.settle();
  workspace.requests.reset();
  await work();
  const { queries, mutations } = workspace.requests;
  return queries + mutations;
}
