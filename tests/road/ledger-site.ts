/** A development for the ledger's road: a project with late fees, a plan of 36 installments, sold homes. */
import { randomUUID } from 'node:crypto';
import type { Money } from '#domain/shared/money.ts';
import { type Fields, type ObjectName, RECORDS } from '#port/records.ts';
import type { CommandAnswer, WorkspaceClient } from '#scripts/shared/workspace-client.ts';
import { readAll } from '#scripts/shared/workspace-client.ts';
import { twentyClient } from '#twenty/client.ts';
import { twentyFiles } from '#twenty/files.ts';
import { plural, selection, typeName } from '#twenty/mapping.ts';
import { euros, expectDone, type Ground, reserve } from './ground.ts';

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

export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

export type LedgerSite = {
  projectId: string;
  buildingId: string;
  planId: string;
  unitIds: string[];
  buyerId: string;
  mark: string;
};

export async function buildLedgerSite(
  client: WorkspaceClient,
  {
    units,
    project = {},
    price = PRICE,
    lines,
  }: { units: number; project?: Record<string, unknown>; price?: string; lines?: readonly PlanLine[] },
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
    { id: buildingId, name: `House ${mark}`, code: 'L', projectId, completionCertificate: `CC ${mark}` },
  ]);
  await makePlan(client, lines ?? [MONTHLY], planId);
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
      listPrice: euros(price),
    })),
  );
  expectDone(await client.command('inventory', 'release-units', { requestId: `release-${mark}`, unitIds }));
  return { projectId, buildingId, planId, unitIds, buyerId, mark };
}

export type PlanLine = Record<string, unknown> & { name: string };

const MONTHLY: PlanLine = {
  name: 'Month',
  percent: 100,
  anchor: 'SIGNING',
  repeatTimes: INSTALLMENTS,
  repeatEveryMonths: 1,
};

/** A line of so many percent that is due on a day. */
export const dueLine = (name: string, percent: number, dueOn: string): PlanLine => ({
  name,
  percent,
  anchor: 'DATE',
  dueOn,
});

/** Resolves to the id of a new payment plan. */
export async function makePlan(
  client: WorkspaceClient,
  lines: readonly PlanLine[],
  planId: string = randomUUID(),
): Promise<string> {
  const name = `Plan ${planId.slice(0, 8)}`;
  await client.graphql(
    'mutation ($data: KeyturnPaymentPlanCreateInput!) { createKeyturnPaymentPlan(data: $data) { id } }',
    { data: { id: planId, name, isActive: true } },
  );
  await client.graphql(
    'mutation ($data: [KeyturnPaymentPlanLineCreateInput!]!) { createKeyturnPaymentPlanLines(data: $data) { id } }',
    {
      data: lines.map((line, index) => ({
        paymentPlanId: planId,
        step: index + 1,
        basis: 'PERCENT',
        ...line,
      })),
    },
  );
  return planId;
}

/** A contract on the index-th unit, signed on a day of the past. */
export async function signOld(
  client: WorkspaceClient,
  site: LedgerSite,
  index: number,
  signedOn: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const { reservationId } = expectDone(await reserve(client, site.unitIds[index] ?? '', site.buyerId));
  const { contractId } = expectDone(
    await client.command<{ contractId: string }>('deal', 'sign-contract', {
      requestId: randomUUID(),
      reservationId,
      planId: site.planId,
      number: `L-${site.mark}-${index + 1}`,
      signedOn,
      ...more,
    }),
  );
  return contractId;
}

export type Receipt = {
  amount: string;
  valueOn: string;
  receivedOn?: string;
  method?: string;
  isPending?: boolean;
  allowPrepayment?: boolean;
  fund?: string;
  installmentIds?: string[];
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

/** A record as a test reads it: amounts as decimals, empty when there is none. */
export type Shown<O extends ObjectName> = { id: string } & {
  [F in keyof Fields<O>]: [Fields<O>[F]] extends [Money | null] ? string : Fields<O>[F];
};

/** The records of an object where these fields have these values. */
export async function records<O extends ObjectName>(
  client: WorkspaceClient,
  object: O,
  where: Record<string, unknown> = {},
): Promise<Shown<O>[]> {
  const filter = Object.fromEntries(Object.entries(where).map(([name, value]) => [name, { eq: value }]));
  const nodes = await readAll<Record<string, unknown>>(
    client,
    plural(object),
    typeName(object),
    selection(object),
    filter,
  );
  const amounts = Object.entries(RECORDS[object])
    .filter(([, { kind }]) => kind === 'money')
    .map(([name]) => name);
  return nodes.map((node) => {
    const shown = amounts.map((name) => [name, decimal(node[name] as Amount)]);
    return { ...node, ...Object.fromEntries(shown) } as Shown<O>;
  });
}

function decimal(amount: Amount): string {
  return amount?.amountMicros == null ? '' : (Number(amount.amountMicros) / 1e6).toFixed(2);
}

export async function installmentsOf(client: WorkspaceClient, contractId: string) {
  const all = await records(client, 'installment', { contractId });
  return all.sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
}

export async function recordOf<O extends ObjectName>(
  client: WorkspaceClient,
  object: O,
  id: string,
): Promise<Shown<O>> {
  const [found] = await records(client, object, { id });
  if (found === undefined) throw new Error(`There is no ${object} ${id}`);
  return found;
}

/** A command of the ledger that must be done; resolves to its answer. */
export async function run<A = Record<string, string>>(
  client: WorkspaceClient,
  name: string,
  body: Record<string, unknown>,
): Promise<A> {
  return expectDone(await attempt<A>(client, name, body));
}

/** A command of the ledger that may be refused. */
export function attempt<A = Record<string, string>>(
  client: WorkspaceClient,
  name: string,
  body: Record<string, unknown>,
): Promise<CommandAnswer<A>> {
  return client.command<A>('ledger', name, { requestId: randomUUID(), ...body });
}

/** Who asks and who decides (C5). */
export type Desk = { finance: WorkspaceClient; manager: WorkspaceClient };

export function deskOf(ground: Ground): Desk {
  return { finance: ground.as('Keyturn Finance'), manager: ground.as('Keyturn Finance manager') };
}

export function ask(client: WorkspaceClient, command: string, input: Record<string, unknown>) {
  const body = { requestId: randomUUID(), command, input, reason: 'Agreed with the buyer' };
  return client.command<{ approvalId: string }>('system', 'ask-approval', body);
}

export type Decided = { approvalId: string; state: string; isCarriedOut: boolean; outcome: string };

export function decide(
  client: WorkspaceClient,
  approvalId: string,
  decision = 'APPROVE',
  requestId: string = randomUUID(),
) {
  return client.command<Decided>('system', 'decide-approval', { requestId, approvalId, decision });
}

/** Asked by finance, approved by the finance manager, and carried out. */
export async function approved(desk: Desk, command: string, input: Record<string, unknown>) {
  const { approvalId } = expectDone(await ask(desk.finance, command, input));
  const decided = expectDone(await decide(desk.manager, approvalId));
  if (!decided.isCarriedOut) throw new Error(`${command} was approved and refused: ${decided.outcome}`);
  return decided;
}

/** Makes it look as if a command had written other dates or words then: the field and the commands' own copy. */
export async function rewrite(
  { workspace }: Ground,
  object: ObjectName,
  id: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const copy = `seal = jsonb_set(seal, '{${name}}', to_jsonb($2::text))`;
    await workspace.sql(
      `update "keyturn${object.charAt(0).toUpperCase()}${object.slice(1)}" set "${name}" = $1, ${copy} where id = $3`,
      [value, value, id],
    );
  }
}

/** The files of records, as people see them in the Files tab. */
export function filesOf({ workspace: { url: apiUrl, applicationToken } }: Ground) {
  return twentyFiles({ apiUrl, applicationToken }, twentyClient(apiUrl, applicationToken));
}
