/** Ground to test on: the embedded workspace with the built extension, and a small development in it. */
import { randomUUID } from 'node:crypto';
import { outputFolder } from '#scripts/build/stage.ts';
import {
  type CommandAnswer,
  readAll,
  type WorkspaceClient,
  workspaceClient,
} from '#scripts/shared/workspace-client.ts';
import { openWorkspace, type Workspace } from '#scripts/workspace/index.ts';

export const TODAY = new Date().toISOString().slice(0, 10);
/** Contracts are signed days before: a test that turns a clock back sees the same day, due and overdue. */
const SIGNED_ON = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
export const CURRENCY = 'EUR';
export const PAYMENT_SECRET = 'a secret of the test';
export const LINK_SECRET = 'another secret of the test for links';
export const PRICE = '1234567.89';

export const euros = (amount: string) => ({
  amountMicros: Number(
    BigInt(amount.replace('.', '').padEnd(amount.split('.')[0]?.length ?? 0, '0')) * 10_000n,
  ),
  currencyCode: CURRENCY,
});

export type Site = {
  projectId: string;
  buildingId: string;
  planId: string;
  milestones: { early: string; late: string };
  unitIds: string[];
  buyerIds: string[];
};

export type Ground = {
  workspace: Workspace;
  client: WorkspaceClient;
  /** The same workspace as a member with this role, e.g. "Keyturn Sales". */
  as(roleLabel: string): WorkspaceClient;
  close(): Promise<void>;
};

export async function openGround(): Promise<Ground> {
  const workspace = await openWorkspace({
    outputDir: outputFolder('legacy'),
    applicationVariables: { KEYTURN_PAYMENT_SECRET: PAYMENT_SECRET, KEYTURN_LINK_SECRET: LINK_SECRET },
  });
  return {
    workspace,
    client: workspaceClient(workspace.url, workspace.apiKey),
    as(roleLabel) {
      const member = workspace.members.find((one) => one.roleLabel === roleLabel);
      if (member === undefined) throw new Error(`Nobody has the role ${roleLabel}`);
      return workspaceClient(workspace.url, member.token);
    },
    close: () => workspace.close(),
  };
}

/** A project with a building of so many released units, a plan (E1: 10/20/30/40) and so many buyers. */
export async function buildSite(
  client: WorkspaceClient,
  options: { units: number; buyers: number },
): Promise<Site> {
  const mark = randomUUID().slice(0, 8);
  const [projectId, buildingId, planId, early, late] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const unitIds = Array.from({ length: options.units }, () => randomUUID());
  const buyerIds = Array.from({ length: options.buyers }, () => randomUUID());
  const create = (plural: string, type: string, data: readonly object[]) =>
    client.graphql(`mutation ($data: [${type}CreateInput!]!) { create${plural}(data: $data) { id } }`, {
      data,
    });
  await create(
    'People',
    'Person',
    buyerIds.map((id, index) => ({ id, name: { firstName: 'Buyer', lastName: String(index + 1) } })),
  );
  await create('KeyturnProjects', 'KeyturnProject', [
    {
      id: projectId,
      name: `Project ${mark}`,
      code: mark,
      currencyCode: CURRENCY,
      timeZone: 'UTC',
      holdHours: 24,
    },
  ]);
  await create('KeyturnBuildings', 'KeyturnBuilding', [
    { id: buildingId, name: `House ${mark}`, code: 'A', projectId, completionCertificate: `CC ${mark}` },
  ]);
  await create('KeyturnMilestones', 'KeyturnMilestone', [
    { id: early, name: 'Foundation', code: 'FOUNDATION', step: 1, buildingId },
    { id: late, name: 'Topped out', code: 'TOP_OUT', step: 2, buildingId },
  ]);
  await create('KeyturnPaymentPlans', 'KeyturnPaymentPlan', [
    { id: planId, name: `Plan ${mark}`, isActive: true },
  ]);
  await create(
    'KeyturnPaymentPlanLines',
    'KeyturnPaymentPlanLine',
    [
      { name: 'On signing', percent: 10, anchor: 'SIGNING' },
      { name: 'Foundation', percent: 20, anchor: 'MILESTONE', milestoneCode: 'FOUNDATION' },
      { name: 'Topped out', percent: 30, anchor: 'MILESTONE', milestoneCode: 'TOP_OUT' },
      { name: 'With the keys', percent: 40, anchor: 'HANDOVER' },
    ].map((line, index) => ({ paymentPlanId: planId, step: index + 1, basis: 'PERCENT', ...line })),
  );
  await create(
    'KeyturnUnits',
    'KeyturnUnit',
    unitIds.map((id, index) => ({
      id,
      name: `A ${mark} ${index + 1}`,
      number: String(index + 1),
      projectId,
      buildingId,
      listPrice: euros(PRICE),
    })),
  );
  if (unitIds.length > 0) {
    expectDone(await client.command('inventory', 'release-units', { requestId: `release-${mark}`, unitIds }));
  }
  return { projectId, buildingId, planId, milestones: { early, late }, unitIds, buyerIds };
}

export function expectDone<A>(answer: CommandAnswer<A>): A {
  if (!answer.ok) throw new Error(`Refused with ${answer.code} (${answer.status}): ${answer.message}`);
  return answer.result;
}

export async function reserve(
  client: WorkspaceClient,
  unitId: string,
  buyerId: string,
  requestId: string = randomUUID(),
) {
  const body = { requestId, unitId, buyerId };
  return client.command<{ reservationId: string; validUntil: string }>('deal', 'reserve-unit', body);
}

export async function sign(
  client: WorkspaceClient,
  site: Site,
  reservationId: string,
  requestId: string = randomUUID(),
) {
  return client.command<{ contractId: string }>('deal', 'sign-contract', {
    requestId,
    reservationId,
    planId: site.planId,
    number: `C-${requestId.slice(0, 18)}`,
    signedOn: SIGNED_ON,
  });
}

/** A reservation and its signed contract. */
export async function sell(
  client: WorkspaceClient,
  site: Site,
  index = 0,
): Promise<{ reservationId: string; contractId: string }> {
  const [unitId = '', buyerId = ''] = [site.unitIds[index], site.buyerIds[index % site.buyerIds.length]];
  const { reservationId } = expectDone(await reserve(client, unitId, buyerId));
  const { contractId } = expectDone(await sign(client, site, reservationId));
  return { reservationId, contractId };
}

/** Everything that a deal on this unit left behind, without ids and times: equal for equal ends. */
export async function stateOfUnit(client: WorkspaceClient, unitId: string) {
  const ofUnit = { unitId: { eq: unitId } };
  const [unit] = await readAll<Record<string, unknown>>(
    client,
    'keyturnUnits',
    'KeyturnUnit',
    'state holder',
    { id: { eq: unitId } },
  );
  const locks = await readAll<{ holderKind: string; holderId: string }>(
    client,
    'keyturnUnitLocks',
    'KeyturnUnitLock',
    'holderKind holderId',
    {
      lockKey: { eq: unitId },
    },
  );
  const reservations = await readAll<{ id: string; state: string }>(
    client,
    'keyturnReservations',
    'KeyturnReservation',
    'id state price { amountMicros }',
    ofUnit,
  );
  const contracts = await readAll<{ id: string; state: string }>(
    client,
    'keyturnContracts',
    'KeyturnContract',
    'id state price { amountMicros } signedOn',
    ofUnit,
  );
  const installments = await readAll<{ seq: number }>(
    client,
    'keyturnInstallments',
    'KeyturnInstallment',
    'seq dueOn state amount { amountMicros } milestone { code }',
    { contract: { unitId: { eq: unitId } } },
  );
  const holders = new Map([
    ...reservations.map(({ id }) => [id, 'RESERVATION'] as const),
    ...contracts.map(({ id }) => [id, 'CONTRACT'] as const),
  ]);
  return {
    unit: { ...unit, holder: unit?.holder || null },
    locks: locks.map(({ holderKind, holderId }) => ({
      holderKind,
      isHeldBy: holders.get(holderId) ?? 'nobody',
    })),
    reservations: reservations.map(({ id: _, ...rest }) => rest),
    contracts: contracts.map(({ id: _, ...rest }) => rest),
    installments: installments.sort((a, b) => a.seq - b.seq),
  };
}
