/** reserve-unit over HTTP against the bare SQL that it cannot do without, on the same database. */
import { randomUUID } from 'node:crypto';
import { workspaceClient } from '#scripts/shared/workspace-client.ts';
import type { Workspace } from '#scripts/workspace/index.ts';
import { ratioOf } from './ratio.ts';

const EACH_ROUND = 20;
const ROUNDS = 5;

export async function benchReserve(workspace: Workspace) {
  const client = workspaceClient(workspace.url, workspace.apiKey);
  const units = await makeUnits(workspace, EACH_ROUND * (ROUNDS + 1) * 2);
  const take = () => units.pop() ?? '';
  return ratioOf(
    ROUNDS,
    async () => {
      for (let count = 0; count < EACH_ROUND; count++) {
        const body = { requestId: randomUUID(), unitId: take(), buyerName: 'Bench' };
        const answer = await client.command('deal', 'reserve-unit', body);
        if (!answer.ok) throw new Error(answer.message);
      }
    },
    async () => {
      for (let count = 0; count < EACH_ROUND; count++) await reserveInSql(workspace, take());
    },
  );
}

export async function reserveInSql(workspace: Workspace, unitId: string): Promise<void> {
  const id = randomUUID();
  await workspace.sql('select * from "keyturnUnit" where id = $1', [unitId]);
  await workspace.sql('select * from "keyturnUnitLock" where "lockKey" = $1', [unitId]);
  await workspace.sql('insert into "keyturnAuditEntry" (id, name, "requestKey") values ($1, $2, $3)', [
    randomUUID(),
    'Bench',
    id,
  ]);
  await workspace.sql(
    'insert into "keyturnUnitLock" (id, name, "lockKey", "unitId", "holderId") values ($1, $2, $3, $4, $5)',
    [randomUUID(), 'Bench', unitId, unitId, id],
  );
  await workspace.sql(
    'insert into "keyturnReservation" (id, name, "unitId", "requestKey") values ($1, $2, $3, $4)',
    [id, 'Bench', unitId, id],
  );
  await workspace.sql('update "keyturnUnit" set state = $2, holder = $3 where id = $1', [
    unitId,
    'LARGE_RESERVED',
    'Bench',
  ]);
}

export async function makeUnits(workspace: Workspace, count: number): Promise<string[]> {
  const client = workspaceClient(workspace.url, workspace.apiKey);
  const [projectId, buildingId] = [randomUUID(), randomUUID()];
  const create = (type: string, data: object) =>
    client.graphql(`mutation ($data: ${type}CreateInput!) { create${type}(data: $data) { id } }`, { data });
  await create('KeyturnProject', {
    id: projectId,
    name: 'Bench',
    code: `BENCH-${projectId.slice(0, 8)}`,
    currencyCode: 'EUR',
    timeZone: 'UTC',
  });
  await create('KeyturnBuilding', { id: buildingId, name: 'Bench', code: 'A', projectId });
  const ids = Array.from({ length: count }, () => randomUUID());
  for (let start = 0; start < count; start += 200) {
    const data = ids.slice(start, start + 200).map((id, index) => ({
      id,
      name: `Bench ${start + index}`,
      number: String(start + index),
      projectId,
      buildingId,
      listPrice: { amountMicros: 500_000_000_000, currencyCode: 'EUR' },
    }));
    await client.graphql(
      'mutation ($data: [KeyturnUnitCreateInput!]!) { createKeyturnUnits(data: $data) { id } }',
      { data },
    );
  }
  const answer = await client.command('inventory', 'release-units', {
    requestId: randomUUID(),
    unitIds: ids,
  });
  if (!answer.ok) throw new Error(answer.message);
  await workspace.settle();
  return ids;
}
