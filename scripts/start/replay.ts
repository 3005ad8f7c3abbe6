/**
 * Replays a sales record through the real commands, over their HTTP routes: release, reserve, sign,
 * certify, pay, and one deal all the way to the keys. Request ids are made of the record's keys, so a
 * replay that was cut off goes on where it stopped.
 */
import type { SalesRecord } from '#scripts/sales-record/index.ts';
import { type CommandAnswer, readAll, type WorkspaceClient } from '#scripts/shared/workspace-client.ts';
import { idOf, MILESTONES, type PlanName } from './load-inventory.ts';

export type Progress = (stage: string, done: number, total: number) => void;

type Sale = SalesRecord['sales'][number];

/** Deals worked on at the same time: as many as two salespeople with two hands each. */
const AT_ONCE = 4;
const RELEASE_BATCH = 500;
/** Every so many contracts the buyer has not paid the second installment: that is what is due. */
const LATE_PAYER = 9;

export class ReplayRefused extends Error {
  constructor(what: string, { code, message }: { code: string; message: string }) {
    super(`${what} was refused (${code}): ${message}`);
  }
}

function done<A>(what: string, answer: CommandAnswer<A>): A {
  if (!answer.ok) throw new ReplayRefused(what, answer);
  return answer.result;
}

export async function replay(
  client: WorkspaceClient,
  record: SalesRecord,
  progress: Progress,
): Promise<void> {
  await release(client, record, progress);
  const sales = [...record.sales].sort((a, b) =>
    a.contractedOn < b.contractedOn ? -1 : a.contractedOn > b.contractedOn ? 1 : 0,
  );
  const signed = sales.filter(({ cancelledOn }) => cancelledOn === null);
  // The first buyer pays all at once and gets the keys; the others pay as the building grows.
  const first = signed[0];
  const planOf = (sale: Sale): PlanName => (sale === first ? 'fullPayment' : 'construction');
  await eachUnitInOrder(
    sales,
    async (sale) => sell(client, sale, planOf(sale), sales.indexOf(sale) + 1),
    (count) => progress('reserve, sign and pay', count, sales.length),
  );
  await certify(client, record, signed, progress);
  const payers = signed.filter((sale, index) => sale !== first && (index + 1) % LATE_PAYER !== 0);
  await eachUnitInOrder(
    payers,
    async (sale) => pay(client, sale, 'foundation', 1, 45),
    (count) => progress('second installments', count, payers.length),
  );
  if (first !== undefined) await handOver(client, first, progress);
}

async function release(client: WorkspaceClient, { units }: SalesRecord, progress: Progress): Promise<void> {
  for (let start = 0; start < units.length; start += RELEASE_BATCH) {
    const batch = units.slice(start, start + RELEASE_BATCH);
    const unitIds = batch.map(({ key }) => idOf('unit', key));
    const requestId = `replay-release-${start}-${unitIds[0]}`;
    done('Releasing units', await client.command('inventory', 'release-units', { requestId, unitIds }));
    progress('release', start + batch.length, units.length);
  }
}

/** Several deals at a time, but the deals of one unit one after the other, in the order of their dates. */
async function eachUnitInOrder(
  sales: readonly Sale[],
  work: (sale: Sale) => Promise<void>,
  report: (count: number) => void,
) {
  const queues = new Map<string, Sale[]>();
  for (const sale of sales) queues.set(sale.unitKey, [...(queues.get(sale.unitKey) ?? []), sale]);
  const waiting = [...queues.values()];
  let count = 0;
  const worker = async () => {
    for (let queue = waiting.shift(); queue !== undefined; queue = waiting.shift()) {
      for (const sale of queue) {
        await work(sale);
        report(++count);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

const contractNumber = (index: number) => `C-${String(index).padStart(5, '0')}`;

async function sell(client: WorkspaceClient, sale: Sale, plan: PlanName, index: number): Promise<void> {
  const what = `The sale ${sale.key} (line ${sale.line})`;
  const { reservationId } = done(
    what,
    await client.command<{ reservationId: string }>('deal', 'reserve-unit', {
      requestId: `replay-reserve-${sale.key}`,
      unitId: idOf('unit', sale.unitKey),
      buyerId: idOf('buyer', sale.key),
      price: sale.price,
      remark: sale.note ?? '',
    }),
  );
  if (sale.cancelledOn !== null) {
    const reason = `Cancelled on ${sale.cancelledOn} by the register`;
    const requestId = `replay-cancel-${sale.key}`;
    done(what, await client.command('deal', 'cancel-reservation', { requestId, reservationId, reason }));
    return;
  }
  done(
    what,
    await client.command('deal', 'sign-contract', {
      requestId: `replay-sign-${sale.key}`,
      reservationId,
      planId: idOf('plan', plan),
      number: contractNumber(index),
      signedOn: sale.contractedOn,
    }),
  );
  await pay(client, sale, 'signing', 0, 0);
}

type InstallmentNode = { seq: number; amount: { amountMicros: number } };

/** Pays one installment (by its place in the schedule) in full, so many days after the signing. */
async function pay(
  client: WorkspaceClient,
  sale: Sale,
  label: string,
  place: number,
  daysAfter: number,
): Promise<void> {
  const { id, installments } = await contractOf(client, sale);
  const installment = installments[place];
  if (installment === undefined)
    throw new Error(`The contract of ${sale.key} has no installment ${place + 1}`);
  const receivedOn = new Date(Date.parse(sale.contractedOn) + daysAfter * 86_400_000)
    .toISOString()
    .slice(0, 10);
  done(
    `The ${label} payment of ${sale.key}`,
    await client.command('ledger', 'record-receipt', {
      requestId: `replay-pay-${label}-${sale.key}`,
      contractId: id,
      amount: decimal(BigInt(installment.amount.amountMicros)),
      method: 'TRANSFER',
      receivedOn,
      externalId: `${sale.key}-${label}`,
    }),
  );
}

async function contractOf(
  client: WorkspaceClient,
  sale: Sale,
): Promise<{ id: string; installments: InstallmentNode[] }> {
  const filter = { unitId: { eq: idOf('unit', sale.unitKey) }, buyerId: { eq: idOf('buyer', sale.key) } };
  const [contract] = await readAll<{ id: string }>(
    client,
    'keyturnContracts',
    'KeyturnContract',
    'id',
    filter,
  );
  if (contract === undefined) throw new Error(`The sale ${sale.key} has no contract`);
  const nodes = await readAll<InstallmentNode>(
    client,
    'keyturnInstallments',
    'KeyturnInstallment',
    'seq amount { amountMicros }',
    {
      contractId: { eq: contract.id },
    },
  );
  return { id: contract.id, installments: nodes.sort((a, b) => a.seq - b.seq) };
}

/** "1234.5" from millionths. */
export function decimal(micros: bigint): string {
  const text = micros.toString().padStart(7, '0');
  return `${text.slice(0, -6)}.${text.slice(-6)}`.replace(/\.?0+$/, '');
}

/** The foundation is certified half-way through the sales, in every building that sold something. */
async function certify(
  client: WorkspaceClient,
  record: SalesRecord,
  signed: readonly Sale[],
  progress: Progress,
): Promise<void> {
  const [foundation] = MILESTONES;
  const middle = signed[Math.floor(signed.length / 2)];
  if (middle === undefined) return;
  for (const [index, { key }] of record.buildings.entries()) {
    done(
      `Certifying the foundation of building ${key}`,
      await client.command('inventory', 'certify-milestone', {
        requestId: `replay-certify-${idOf('building', key)}`,
        milestoneId: idOf('milestone', key, foundation.code),
        certifiedOn: middle.contractedOn,
      }),
    );
    progress('certify the foundation', index + 1, record.buildings.length);
  }
}

async function handOver(client: WorkspaceClient, sale: Sale, progress: Progress): Promise<void> {
  progress('hand over the keys', 0, 1);
  await pay(client, sale, 'balance', 1, 30);
  const { id } = await contractOf(client, sale);
  const handedOverOn = new Date(Date.parse(sale.contractedOn) + 60 * 86_400_000).toISOString().slice(0, 10);
  done(
    'The handover',
    await client.command('handover', 'hand-over', {
      requestId: `replay-keys-${sale.key}`,
      contractId: id,
      handedOverOn,
      receivedBy: 'The buyer',
      keySets: 3,
    }),
  );
  progress('hand over the keys', 1, 1);
}
