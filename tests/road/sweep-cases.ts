/** Contracts for the sweep: each with what is late, paid or taken off, entered before the first night. */
import { randomUUID } from 'node:crypto';
import { type InstallmentRow, installmentRow } from '#commands/ledger/installment-rows.ts';
import { postContract } from '#commands/ledger/post-receipts.ts';
import { sum } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { day, eur } from '../domain/amounts.ts';

export type Asked = { amount: string; due: string | null; more?: Partial<Fields<'installment'>> };
type Dated = { amount: string; on: string };

export type SweepCase = {
  what: string;
  terms?: Partial<Fields<'contract'>>;
  charges: readonly Asked[];
  receipts?: readonly (Dated & { bounces?: boolean })[];
  /** Of the first charge. */
  adjustments?: readonly (Dated & { kind: Fields<'adjustment'>['kind'] })[];
};

/** Five in ten thousand a day: five euros of ten thousand. */
const TERMS = { lateFeeRate: 5, allocationOrder: 'PRINCIPAL_FIRST' } as const;

export type SweepSite = { unitId: string; certifiedMilestoneId: string };

export async function buildSweepSite(store: Store): Promise<SweepSite> {
  const [projectId, unitId, certifiedMilestoneId] = [randomUUID(), randomUUID(), randomUUID()];
  await store.write([{ create: 'project', row: { id: projectId, name: 'Sweep', timeZone: 'UTC' } }]);
  await store.write([
    { create: 'unit', row: { id: unitId, name: 'S 1', number: '1', projectId } },
    {
      create: 'milestone',
      row: { id: certifiedMilestoneId, name: 'Topped out', code: 'TOP', certifiedOn: day('2026-02-20') },
    },
  ]);
  return { unitId, certifiedMilestoneId };
}

/** Enters a case and posts it as of a day; what is to bounce bounces only after it was posted. */
export async function enterCase(
  store: Store,
  site: SweepSite,
  one: SweepCase,
  on: PlainDate,
): Promise<string> {
  const { contract, installments } = rowsOf(site, one, on);
  await store.write([{ create: 'contract', row: contract }]);
  await store.write([{ createMany: 'installment', rows: installments }]);
  const receipts = (one.receipts ?? []).map((receipt) => receiptRow(contract.id, receipt));
  const to = installments[0]?.id ?? '';
  const adjustments = (one.adjustments ?? []).map(({ kind, amount, on: effective }) => ({
    id: randomUUID(),
    name: kind,
    contractId: contract.id,
    installmentId: to,
    kind,
    amount: eur(amount),
    effectiveOn: day(effective),
  }));
  await store.write([
    { createMany: 'receipt', rows: receipts.map(({ row }) => row) },
    { createMany: 'adjustment', rows: adjustments },
  ]);
  await postAsOf(store, contract.id, on);
  const bouncing = receipts.flatMap(({ row, bounces }) => (bounces ? [row.id] : []));
  if (bouncing.length === 0) return contract.id;
  const { known } = await store.read({ known: { object: 'receipt', filter: { id: { in: bouncing } } } });
  await store.write([
    { changeMany: 'receipt', changes: known.map((record) => ({ record, to: { state: 'BOUNCED' } })) },
  ]);
  await postAsOf(store, contract.id, on);
  return contract.id;
}

function rowsOf({ unitId }: SweepSite, { what, terms, charges }: SweepCase, on: PlainDate) {
  const name = `${what} ${randomUUID().slice(0, 8)}`;
  const id = randomUUID();
  const installments = charges.map(({ amount, due, more }, index): InstallmentRow => {
    const asked = { id: randomUUID(), seq: index + 1, label: 'Part', amount: eur(amount) };
    const dueOn = due === null ? null : day(due);
    return { ...installmentRow({ id, name }, { ...asked, dueOn }, on), ...more };
  });
  const price = sum(
    installments.flatMap(({ chargeType, amount }) => (chargeType === 'HOUSE_PRICE' ? (amount ?? []) : [])),
    'EUR',
  );
  const contract = {
    id,
    name,
    unitId,
    state: 'PERFORMING' as const,
    price,
    signedOn: day('2026-01-02'),
    ...TERMS,
    ...terms,
  };
  return { contract, installments };
}

function receiptRow(contractId: string, { amount, on, bounces = false }: Dated & { bounces?: boolean }) {
  const id = randomUUID();
  const row = {
    id,
    name: `R ${id.slice(0, 8)}`,
    contractId,
    amount: eur(amount),
    method: 'TRANSFER' as const,
    receivedOn: day(on),
    valueOn: day(on),
    fund: 'PRICE' as const,
    allowPrepayment: false,
    state: 'CLEARED' as const,
  };
  return { row, bounces };
}

export async function postAsOf(store: Store, contractId: string, on: PlainDate): Promise<void> {
  const contract = await contractOf(store, contractId);
  await postContract(store, contract, on);
}

export async function contractOf(store: Store, contractId: string): Promise<RecordOf<'contract'>> {
  const { found } = await store.read({ found: { object: 'contract', filter: { id: contractId } } });
  const [contract] = found;
  if (contract === undefined) throw new Error(`No contract ${contractId}`);
  return contract;
}
