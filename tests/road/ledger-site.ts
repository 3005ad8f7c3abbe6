/** A development for the ledger's road: a project with late fees, a plan of 36 installments, sold homes. */
import { randomUUID } from 'node:crypto';
import type { WorkspaceClient } from '#scripts/shared/workspace-client.ts';
import { readAll } from '#scripts/shared/workspace-client.ts';
import { euros, expectDone, reserve } from './ground.ts';

export const PRICE = '1234567.89';
export const INSTALLMENTS = 36;

/** A day so many months and days before today; contracts of the road are a year old. */
export function ago(months: number, days = 0): string {
  const date = new Date();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  date.setUTCDate(15);
  return new Date(date.getTime() - days * 86_400_000).toISOString().slice(0, 10);
}

export type LedgerSite = {
  projectId: string;
  planId: string;
  unitIds: string[];
  buyerId: string;
  mark: string;
};

export async function buildLedgerSite(
  client: WorkspaceClient,
  { units, project = {} }: { units: number; project?: Record<string, unknown> },
): Promise<LedgerSite> {
  const mark = randomUUID().slice(0, 8);
  const [projectId = '', buildingId = '', planId = '', buyerId = ''] = Array.from({ length: 4 }, () =>
    randomUUID(),
  );
  const unitIds = Array.from({ length: units }, () => randomUUID());
  const create = (plural: string, type: string, data: readonly object[]) =>
    client.graphql(`mutation ($data: [${type}CreateInput!]!) { create${plural}(data: $data) { id } }`, {
      data,
    });
  await create('People', 'Person', [{ id: buyerId, name: { firstName: 'Mei', lastName: `Lin ${mark}` } }]);
  await create('KeyturnProjects', 'KeyturnProject', [
    {
      id: projectId,
      name: `Ledger ${mark}`,
      code: mark,
      currencyCode: 'EUR',
      timeZone: 'UTC',
      holdHours: 24,
      lateFeeRate: 5,
      allocationOrder: 'FEE_THEN_PRINCIPAL_PER_INSTALLMENT',
      letterhead: 'Harbour Homes Ltd.\n1 Quay Road',
      bankDetails: 'Harbour Homes Ltd.; First Bank; DE02 1203 0000 0000 2020 51',
      ...project,
    },
  ]);
  await create('KeyturnBuildings', 'KeyturnBuilding', [
    { id: buildingId, name: `House ${mark}`, code: 'L', projectId },
  ]);
  await create('KeyturnPaymentPlans', 'KeyturnPaymentPlan', [
    { id: planId, name: `Monthly ${mark}`, isActive: true },
  ]);
  await create('KeyturnPaymentPlanLines', 'KeyturnPaymentPlanLine', [
    {
      name: 'Month',
      paymentPlanId: planId,
      step: 1,
      basis: 'PERCENT',
      percent: 100,
      anchor: 'SIGNING',
      repeatTimes: INSTALLMENTS,
      repeatEveryMonths: 1,
    },
  ]);
  await create(
    'KeyturnUnits',
    'KeyturnUnit',
    unitIds.map((id, index) => ({
      id,
      name: `L ${mark} ${index + 1}`,
      number: String(index + 1),
      projectId,
      buildingId,
      areaSquareMetres: 100,
      listPrice: euros(PRICE),
    })),
  );
  expectDone(await client.command('inventory', 'release-units', { requestId: `release-${mark}`, unitIds }));
  return { projectId, planId, unitIds, buyerId, mark };
}

/** A contract on the index-th unit, signed on a day of the past. */
export async function signOld(
  client: WorkspaceClient,
  site: LedgerSite,
  index: number,
  signedOn: string,
): Promise<string> {
  const { reservationId } = expectDone(await reserve(client, site.unitIds[index] ?? '', site.buyerId));
  const { contractId } = expectDone(
    await client.command<{ contractId: string }>('deal', 'sign-contract', {
      requestId: randomUUID(),
      reservationId,
      planId: site.planId,
      number: `L-${site.mark}-${index + 1}`,
      signedOn,
    }),
  );
  return contractId;
}

export type Receipt = {
  amount: string;
  valueOn: string;
  method?: string;
  isPending?: boolean;
  allowPrepayment?: boolean;
};

export async function receive(
  client: WorkspaceClient,
  contractId: string,
  receipt: Receipt,
): Promise<string> {
  const body = {
    requestId: randomUUID(),
    contractId,
    method: 'TRANSFER',
    receivedOn: receipt.valueOn,
    ...receipt,
  };
  return expectDone(await client.command<{ receiptId: string }>('ledger', 'record-receipt', body)).receiptId;
}

type Amount = { amountMicros: number } | null;
type Row = {
  seq: number;
  state: string;
  chargeType: string;
  amount: Amount;
  paid: Amount;
  credited: Amount;
  lateFee: Amount;
  lateFeePaid: Amount;
  settledOn: string | null;
};

const micros = (amount: Amount) => Number(amount?.amountMicros ?? 0);

/** What the ledger of a contract has come to, in micros: equal for equal receipts. */
export async function ledgerState(client: WorkspaceClient, contractId: string) {
  const of = { contractId: { eq: contractId } };
  const money = (names: string[]) => names.map((name) => `${name} { amountMicros }`).join(' ');
  const installments = await readAll<Row>(
    client,
    'keyturnInstallments',
    'KeyturnInstallment',
    `seq state chargeType settledOn ${money(['amount', 'paid', 'credited', 'lateFee', 'lateFeePaid'])}`,
    of,
  );
  const [contract] = await readAll<Record<string, Amount> & { state: string }>(
    client,
    'keyturnContracts',
    'KeyturnContract',
    `state ${money(['paid', 'prepaid', 'refunded', 'lateFee', 'lateFeePaid', 'overdue'])}`,
    { id: { eq: contractId } },
  );
  const allocations = await readAll<{ amount: Amount; mirrorOf: string | null; kind: string }>(
    client,
    'keyturnAllocations',
    'KeyturnAllocation',
    'kind mirrorOf amount { amountMicros }',
    of,
  );
  const receipts = await readAll<{ amount: Amount; allocated: Amount; state: string }>(
    client,
    'keyturnReceipts',
    'KeyturnReceipt',
    'state amount { amountMicros } allocated { amountMicros }',
    of,
  );
  const entries = await readAll<{ amount: Amount }>(
    client,
    'keyturnLateFeeEntries',
    'KeyturnLateFeeEntry',
    'amount { amountMicros }',
    of,
  );
  const total = (rows: readonly { amount: Amount }[]) =>
    rows.reduce((sum, { amount }) => sum + micros(amount), 0);
  return {
    installments: installments
      .sort((a, b) => a.seq - b.seq)
      .map((one) => ({
        seq: one.seq,
        state: one.state,
        amount: micros(one.amount),
        paid: micros(one.paid),
        credited: micros(one.credited),
        lateFee: micros(one.lateFee),
        lateFeePaid: micros(one.lateFeePaid),
        settledOn: one.settledOn,
      })),
    contract: {
      paid: micros(contract?.paid ?? null),
      prepaid: micros(contract?.prepaid ?? null),
      refunded: micros(contract?.refunded ?? null),
      lateFee: micros(contract?.lateFee ?? null),
      lateFeePaid: micros(contract?.lateFeePaid ?? null),
      overdue: micros(contract?.overdue ?? null),
      state: contract?.state,
    },
    received: total(receipts.filter(({ state }) => state === 'CLEARED')),
    allocated: total(allocations),
    mirrored: allocations.filter(({ mirrorOf }) => mirrorOf !== null && mirrorOf !== '').length,
    billed: total(entries),
  };
}
