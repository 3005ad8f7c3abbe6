/** What a contract still asks for, oldest first, and how much of it is due. */
import type { InstallmentState, PlanAnchor } from '#domain/ledger/ledger-states.ts';
import { type ListSpec, literal } from '#widgets/shared/api/graphql.ts';
import { type Amount, amountOf, type StoredAmount, totals } from '#widgets/shared/format/amount.ts';

export type InstallmentRecord = {
  id: string;
  name: string | null;
  seq: number | null;
  dueOn: string | null;
  amount: StoredAmount;
  paid: StoredAmount;
  /** Waived, settled or re-planned: asked no more. */
  credited?: StoredAmount;
  state: InstallmentState | null;
  anchor: PlanAnchor | null;
};

export type OpenInstallment = {
  id: string;
  name: string;
  seq: number;
  dueOn: string | null;
  open: Amount;
  /** It falls due when the keys are given. */
  isDueWithKeys: boolean;
};

export function installmentsOf(contractId: string): ListSpec {
  return {
    root: 'keyturnInstallments',
    fields:
      'id name seq dueOn amount { amountMicros currencyCode } paid { amountMicros currencyCode } credited { amountMicros currencyCode } state anchor',
    filter: `{ contractId: { eq: ${literal(contractId)} } }`,
    orderBy: '[{ seq: AscNullsLast }]',
  };
}

/**
 * By due date, then number, as receipts are allocated (D4.5); what has no date yet comes last. The number
 * of the contract, which begins their names, is left out where the contract is told beside them.
 */
export function openInstallments(
  records: readonly InstallmentRecord[],
  contract: string | null = null,
): OpenInstallment[] {
  return records
    .flatMap((record) => {
      const amount = amountOf(record.amount);
      if (amount === null || record.state === 'WAIVED' || record.state === 'CANCELLED') return [];
      const settled = (amountOf(record.paid)?.micros ?? 0n) + (amountOf(record.credited)?.micros ?? 0n);
      const open = amount.micros - settled;
      if (open <= 0n) return [];
      return [
        {
          id: record.id,
          name: shortName(record, contract),
          seq: record.seq ?? 0,
          dueOn: record.dueOn,
          open: { micros: open, currency: amount.currency },
          isDueWithKeys: record.anchor === 'HANDOVER' && record.dueOn === null,
        },
      ];
    })
    .sort((left, right) => compareDates(left.dueOn, right.dueOn) || left.seq - right.seq);
}

function shortName({ name, seq }: InstallmentRecord, contract: string | null): string {
  const prefix = `${contract ?? ''} · `;
  if (name === null || name === '') return `${seq ?? '–'}`;
  return contract !== null && name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

function compareDates(left: string | null, right: string | null): number {
  const [a, b] = [left ?? '9999', right ?? '9999'];
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isDueBy({ dueOn }: OpenInstallment, on: string): boolean {
  return dueOn !== null && dueOn <= on;
}

/** Open amounts that are due by a day; a contract is in one currency. Null when nothing is. */
export function dueBy(installments: readonly OpenInstallment[], on: string): Amount | null {
  return totals(installments.filter((each) => isDueBy(each, on)).map((each) => each.open))[0] ?? null;
}

/** Due, less what was paid in advance and waits for it; null when that covers everything. */
export function missingBy(due: Amount | null, prepaid: Amount | null): Amount | null {
  if (due === null) return null;
  const micros = due.micros - (prepaid?.micros ?? 0n);
  return micros > 0n ? { ...due, micros } : null;
}
