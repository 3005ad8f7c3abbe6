/** What the workspace holds after the replay: the same figures as a table for people and as one JSON object. */
import countBy from 'lodash/countBy.js';
import sortBy from 'lodash/sortBy.js';
import { readAll, type WorkspaceClient } from '#scripts/shared/workspace-client.ts';
import { decimal } from './replay.ts';

/** Amounts are decimal strings, without a thousands separator. */
export type Summary = {
  units: { total: number; byState: Record<string, number> };
  contracts: number;
  contractValue: string;
  installments: number;
  installmentsValue: string;
  receipts: number;
  receiptsValue: string;
  /** Open amounts of installments that are due or overdue today. */
  due: string;
  handedOver: number;
  seconds: number;
};

type Amount = { amountMicros: number | null; currencyCode: string } | null;

function total(amounts: readonly Amount[]): bigint {
  return amounts.reduce((sum, amount) => sum + BigInt(amount?.amountMicros ?? 0), 0n);
}

export async function summarize(
  client: WorkspaceClient,
  seconds: number,
): Promise<Summary & { currency: string }> {
  const money = '{ amountMicros currencyCode }';
  const units = await readAll<{ state: string }>(client, 'keyturnUnits', 'KeyturnUnit', 'state');
  const contracts = await readAll<{ price: Amount }>(
    client,
    'keyturnContracts',
    'KeyturnContract',
    `price ${money}`,
    {
      state: { neq: 'DRAFT' },
    },
  );
  const installments = await readAll<{ amount: Amount; paid: Amount; dueOn: string | null; state: string }>(
    client,
    'keyturnInstallments',
    'KeyturnInstallment',
    `state dueOn amount ${money} paid ${money}`,
  );
  const receipts = await readAll<{ amount: Amount }>(
    client,
    'keyturnReceipts',
    'KeyturnReceipt',
    `amount ${money}`,
  );
  const today = new Date().toISOString().slice(0, 10);
  const due = installments.filter(
    ({ dueOn, state }) => dueOn !== null && dueOn <= today && state !== 'CANCELLED',
  );
  const byState = countBy(units, 'state');
  return {
    units: { total: units.length, byState },
    contracts: contracts.length,
    contractValue: decimal(total(contracts.map(({ price }) => price))),
    installments: installments.length,
    installmentsValue: decimal(total(installments.map(({ amount }) => amount))),
    receipts: receipts.length,
    receiptsValue: decimal(total(receipts.map(({ amount }) => amount))),
    due: decimal(total(due.map(({ amount }) => amount)) - total(due.map(({ paid }) => paid))),
    handedOver: byState.HANDED_OVER ?? 0,
    seconds: Math.round(seconds * 10) / 10,
    currency: contracts[0]?.price?.currencyCode ?? '',
  };
}

function grouped(amount: string): string {
  const [units = '', fraction] = amount.split('.');
  const spaced = units.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

export function summaryTable({ currency, ...summary }: Summary & { currency: string }): string {
  const states = sortBy(Object.entries(summary.units.byState), ([, count]) => -count);
  const rows: [string, string, string][] = [
    ['Units', String(summary.units.total), ''],
    ...states.map(([state, count]): [string, string, string] => [`  ${state}`, String(count), '']),
    ['Contracts', String(summary.contracts), grouped(summary.contractValue)],
    ['Installments', String(summary.installments), grouped(summary.installmentsValue)],
    ['Receipts', String(summary.receipts), grouped(summary.receiptsValue)],
    ['Due and not paid', '', grouped(summary.due)],
    ['Handed over', String(summary.handedOver), ''],
  ];
  const lines = rows.map(([label, count, amount]) =>
    `  ${label.padEnd(20)}${count.padStart(8)}  ${amount.padStart(18)} ${amount === '' ? '' : currency}`.trimEnd(),
  );
  return lines.join('\n');
}
