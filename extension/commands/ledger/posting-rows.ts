/**
 * From what the ledger should say to the rows that make it say so: an allocation is never edited, so
 * one that is wrong is taken back by a mirror row and posted anew (C1.5). Pure: reads and writes nothing.
 */
import {
  BEARS_LATE_FEE,
  type LedgerAllocation,
  lateFeeTermsOf,
  type Replayed,
} from '#domain/ledger/index.ts';
import { formatMoney, isZero, type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import { derivedId } from '../system/request-ids.ts';
import { type Book, billedUpTo, currencyOf, explainFee, segmentsAsJson } from './book.ts';

export type AllocationRow = { id: string } & Fields<'allocation'>;
export type LateFeeRow = { id: string } & Fields<'lateFeeEntry'>;

type Wanted = Pick<Fields<'allocation'>, 'receiptId' | 'installmentId' | 'kind' | 'allocatedOn'> & {
  amount: Money;
};

const keyOf = (row: Omit<Wanted, 'amount'>) =>
  [row.receiptId, row.installmentId, row.kind, row.allocatedOn].join(' ');

/** What lowers what a receipt has given comes first: after no row is more allocated than there is. */
export function allocationRows(
  contract: RecordOf<'contract'>,
  book: Book,
  target: Replayed,
  today: PlainDate,
): AllocationRow[] {
  const currency = currencyOf(contract);
  const wanted = wantedRows(target.allocations, currency);
  const live = liveRows(book.allocations);
  const total = (rows: readonly { amount: Money | null }[]) =>
    sum(
      rows.map(({ amount }) => amount ?? zero(currency)),
      currency,
    );
  const takenBack: (Wanted & { mirrorOf: string })[] = [];
  const posted: Wanted[] = [];
  for (const key of new Set([...live.keys(), ...wanted.keys()])) {
    const stored = live.get(key) ?? [];
    const want = wanted.get(key);
    const amount = want?.amount ?? zero(currency);
    if (isZero(subtract(total(stored), amount))) continue;
    for (const row of stored) {
      const mirrored = subtract(zero(currency), row.amount ?? zero(currency));
      takenBack.push({ ...row, amount: mirrored, mirrorOf: row.id });
    }
    if (want !== undefined && !isZero(amount)) posted.push(want);
  }
  const rows = [...takenBack, ...posted];
  const lowering = rows.filter(({ amount }) => amount.minor < 0n);
  const raising = rows.filter(({ amount }) => amount.minor >= 0n);
  return [...lowering, ...raising].map((row, index) =>
    allocationRow(contract, book, row, book.allocations.length + index + 1, today),
  );
}

/** Several parts of one receipt on one day for one installment are one row. */
function wantedRows(allocations: readonly LedgerAllocation[], currency: string): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const { receiptId, chargeId, kind, amount, on } of allocations) {
    const row = { receiptId, installmentId: chargeId, kind, allocatedOn: on };
    const before = wanted.get(keyOf(row))?.amount ?? zero(currency);
    wanted.set(keyOf(row), { ...row, amount: sum([before, amount], currency) });
  }
  return wanted;
}

/** Rows that no other row has taken back, by what they say. */
function liveRows(rows: readonly RecordOf<'allocation'>[]): Map<string, RecordOf<'allocation'>[]> {
  const mirrored = new Set(rows.map(({ mirrorOf }) => mirrorOf).filter((id) => id !== ''));
  const live = new Map<string, RecordOf<'allocation'>[]>();
  for (const row of rows) {
    if (row.mirrorOf !== '' || mirrored.has(row.id)) continue;
    live.set(keyOf(row), [...(live.get(keyOf(row)) ?? []), row]);
  }
  return live;
}

function allocationRow(
  contract: RecordOf<'contract'>,
  { receipts, installments }: Book,
  row: Wanted & { mirrorOf?: string },
  slot: number,
  today: PlainDate,
): AllocationRow {
  const slotKey = `${contract.id}:${slot}`;
  const from = receipts.find(({ id }) => id === row.receiptId)?.name ?? '';
  const to = installments.find(({ id }) => id === row.installmentId)?.name ?? '';
  return {
    // Two postings that decided the same thing make the same row; otherwise the slot tells them apart.
    id: derivedId('allocation', slotKey, keyOf(row), formatMoney(row.amount), row.mirrorOf ?? ''),
    name: `${from} · ${to}`,
    contractId: contract.id,
    receiptId: row.receiptId,
    installmentId: row.installmentId,
    kind: row.kind,
    amount: row.amount,
    allocatedOn: row.allocatedOn,
    postedOn: today,
    mirrorOf: row.mirrorOf ?? '',
    slotKey,
    seal: null,
  };
}

/** Fee that is billed by now and not yet in the entries, or more in them than is owed (D3). */
export function lateFeeRows(
  contract: RecordOf<'contract'>,
  book: Book,
  target: Replayed,
  today: PlainDate,
): LateFeeRow[] {
  const currency = currencyOf(contract);
  const terms = lateFeeTermsOf(contract);
  return book.installments.flatMap((installment) => {
    const outcome = target.charges.find(({ id }) => id === installment.id);
    const entries = book.lateFeeEntries.filter(({ installmentId }) => installmentId === installment.id);
    const bearsFee = terms !== null && BEARS_LATE_FEE.includes(installment.chargeType);
    if (outcome === undefined || (!bearsFee && entries.length === 0)) return [];
    const upTo = billedUpTo(outcome, touchedOn(installment.id, book, target), today);
    const { fee, segments } = explainFee(installment, outcome, bearsFee ? terms : null, upTo);
    const billed = sum(
      entries.map(({ amount }) => amount ?? zero(currency)),
      currency,
    );
    const amount = subtract(fee ?? zero(currency), billed);
    if (isZero(amount)) return [];
    const slotKey = `${installment.id}:${entries.length + 1}`;
    return [
      {
        id: derivedId('late fee', slotKey, formatMoney(amount), upTo),
        name: `${installment.name} · ${formatMoney(amount)}`,
        contractId: contract.id,
        installmentId: installment.id,
        kind: amount.minor > 0n ? ('ACCRUAL' as const) : ('CORRECTION' as const),
        amount,
        upTo: segments.at(-1)?.to ?? upTo,
        explanation: segmentsAsJson(segments),
        postedOn: today,
        slotKey,
        seal: null,
      },
    ];
  });
}

/** Days on which money or a waiver touched the installment: its fee is billed up to there. */
function touchedOn(installmentId: string, { adjustments }: Book, target: Replayed): PlainDate[] {
  const paid = target.allocations.filter(({ chargeId }) => chargeId === installmentId).map(({ on }) => on);
  const adjusted = adjustments.flatMap((one) =>
    one.installmentId === installmentId && one.effectiveOn !== null ? [one.effectiveOn] : [],
  );
  return [...paid, ...adjusted];
}
