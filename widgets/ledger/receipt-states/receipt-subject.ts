/** A receipt with what its money has paid, as the forms about its state show it. */
import { RECEIPT_TRANSITIONS, type ReceiptState } from '#domain/ledger/ledger-states.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import { METHODS } from '#widgets/ledger/methods.ts';
import { RECEIPT_STATES } from '#widgets/ledger/names.ts';
import { allPages, type Connection, listField, literal, query } from '#widgets/shared/api/graphql.ts';
import { byId, first } from '#widgets/shared/command-form/one-record.ts';
import { amountOrDash, MONEY } from '#widgets/shared/command-form/record-texts.ts';
import { type Amount, amountOf, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';

type Receipt = {
  id: string;
  name: string | null;
  state: ReceiptState | null;
  amount: StoredAmount;
  method: string | null;
  receivedOn: string | null;
  valueOn: string | null;
  contract: { name: string | null } | null;
  reservation: { name: string | null } | null;
};

export type AllocationRecord = {
  kind: string | null;
  amount: StoredAmount;
  installment: { id: string; name: string | null } | null;
};

export type PaidPart = { key: string; installment: string; isFee: boolean; amount: Amount };

export type ReceiptSubject = { receipt: Receipt; paid: PaidPart[] };

const FIELDS = `id name state amount ${MONEY} method receivedOn valueOn contract { name } reservation { name }`;

export async function readReceiptSubject(id: string): Promise<ReceiptSubject | null> {
  const allocations = {
    root: 'keyturnAllocations',
    fields: `kind amount ${MONEY} installment { id name }`,
    filter: `{ receiptId: { eq: ${literal(id)} } }`,
  };
  const data = await query<{
    keyturnReceipts: Connection<Receipt>;
    keyturnAllocations: Connection<AllocationRecord>;
  }>(`query { ${byId('keyturnReceipts', FIELDS, id)} ${listField(allocations)} }`);
  const receipt = first(data.keyturnReceipts);
  if (receipt === null) return null;
  const rows = await allPages<AllocationRecord>(allocations, data.keyturnAllocations);
  return { receipt, paid: paidParts(rows) };
}

/** What is paid still: rows that were taken back cancel each other out. */
export function paidParts(rows: readonly AllocationRecord[]): PaidPart[] {
  const parts = new Map<string, PaidPart>();
  for (const { kind, amount: stored, installment } of rows) {
    const amount = amountOf(stored);
    if (amount === null) continue;
    const isFee = kind === 'FEE';
    const key = `${installment?.id ?? ''} ${kind}`;
    const before = parts.get(key)?.amount.micros ?? 0n;
    const sum = { ...amount, micros: before + amount.micros };
    parts.set(key, { key, installment: installment?.name ?? '–', isFee, amount: sum });
  }
  return [...parts.values()].filter(({ amount }) => amount.micros > 0n);
}

export function receiptFacts({ receipt }: ReceiptSubject, { t, locale }: Words): Fact[] {
  const { receivedOn, valueOn } = receipt;
  return [
    [t('Receipt'), receipt.name],
    [t('Contract'), receipt.contract?.name],
    [t('Reservation'), receipt.reservation?.name],
    [t('Amount'), amountOrDash(amountOf(receipt.amount), locale)],
    [t('Method'), nameIn(METHODS, receipt.method, t)],
    [t('State'), nameIn(RECEIPT_STATES, receipt.state, t)],
    [t('Received on'), receivedOn && dateText(receivedOn, locale)],
    [t('Value date'), valueOn && dateText(valueOn, locale)],
  ];
}

/** Says why the receipt cannot go to a state; null when it can. */
export function blockedFrom(to: ReceiptState) {
  return ({ receipt: { state } }: ReceiptSubject, { t }: Words): string | null => {
    if (state === null || canGo(RECEIPT_TRANSITIONS, state, to)) return null;
    return t('This receipt is “{state}”: nothing is left to do here.', {
      state: nameIn(RECEIPT_STATES, state, t) ?? state,
    });
  };
}
