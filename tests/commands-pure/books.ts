/** A contract's book in memory: plain arrays that only grow, and the posting of whatever is not posted yet. */
import { type Book, replayBook } from '#commands/ledger/book.ts';
import { derivedTotals } from '#commands/ledger/derived-totals.ts';
import { allocationRows, lateFeeRows } from '#commands/ledger/posting-rows.ts';
import type { Ledger, LedgerCharge, LedgerReceipt, LedgerRefund, Reduction } from '#domain/ledger/index.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { RecordOf } from '#port/records.ts';

export type Contract = RecordOf<'contract'>;

export function contractOf(changes: Partial<Contract>): Contract {
  return {
    id: 'contract',
    name: 'C-1',
    unitId: null,
    reservationId: null,
    buyerId: null,
    companyId: null,
    salespersonId: null,
    soldById: null,
    paymentPlanId: null,
    state: 'PERFORMING',
    price: null,
    paid: null,
    prepaid: null,
    refunded: null,
    lateFee: null,
    lateFeePaid: null,
    lateFeeWaived: null,
    overdue: null,
    overdueSince: null,
    signedOn: null,
    completedOn: null,
    cancelledOn: null,
    cancelKind: null,
    depositAgreed: null,
    contractArea: null,
    allocationOrder: 'PRINCIPAL_FIRST',
    lateFeeRate: null,
    lateFeeGraceDays: null,
    lateFeeGraceFrom: 'DUE',
    lateFeeBandDays: null,
    lateFeeBandRate: null,
    lateFeeBandMode: 'WHOLE_PERIOD',
    lateFeeCapPercent: null,
    dueDayRule: 'AS_IS',
    letterLanguage: 'EN',
    virtualAccount: '',
    dunningPausedUntil: null,
    remark: '',
    seal: null,
    ...changes,
  };
}

function installmentOf(charge: LedgerCharge): RecordOf<'installment'> {
  return {
    id: charge.id,
    name: `C-1 · ${charge.seq}`,
    contractId: 'contract',
    seq: charge.seq,
    dueOn: charge.dueOn,
    amount: charge.amount,
    chargeType: charge.chargeType,
    paid: null,
    credited: null,
    lateFee: null,
    lateFeePaid: null,
    lateFeeWaived: null,
    lateFeeUpTo: null,
    closedAs: null,
    state: 'SCHEDULED',
    anchor: charge.isLoan ? 'LOAN' : 'DATE',
    milestoneId: null,
    monthsAfter: 0,
    daysAfter: 0,
    settledOn: null,
    remark: '',
    seal: null,
  };
}

export function receiptOf(receipt: LedgerReceipt): RecordOf<'receipt'> {
  return {
    id: receipt.id,
    name: receipt.id,
    externalId: receipt.id,
    contractId: 'contract',
    reservationId: null,
    queueTicketId: null,
    payerId: null,
    amount: receipt.amount,
    allocated: null,
    bookedOn: null,
    method: receipt.isLoan ? 'BANK_LOAN' : 'TRANSFER',
    receivedOn: receipt.on,
    valueOn: receipt.on,
    fund: receipt.fund,
    allowPrepayment: receipt.allowPrepayment,
    firstTo: receipt.firstTo,
    source: 'HAND',
    chequeNumber: '',
    chequeDueOn: null,
    closedOn: null,
    closeReason: '',
    state: 'CLEARED',
    remark: '',
    seal: null,
  };
}

export function refundOf({ id, on, amount }: LedgerRefund): RecordOf<'refund'> {
  return {
    id,
    name: id,
    externalId: id,
    contractId: 'contract',
    reservationId: null,
    queueTicketId: null,
    payeeId: null,
    amount,
    method: 'TRANSFER',
    refundedOn: on,
    why: 'OVERPAYMENT',
    state: 'PAID',
    reversedOn: null,
    remark: '',
    approvedBy: '',
    seal: null,
  };
}

export function adjustmentOf(
  id: string,
  installmentId: string,
  kind: RecordOf<'adjustment'>['kind'],
  { on, amount }: Reduction,
): RecordOf<'adjustment'> {
  return {
    id,
    name: id,
    contractId: 'contract',
    installmentId,
    kind,
    amount,
    effectiveOn: on,
    reason: 'Agreed',
    askedBy: '',
    approvedBy: '',
    slotKey: '',
    seal: null,
  };
}

/** Installments only: nothing has been received, taken off or paid back yet. */
export function newBook(charges: readonly LedgerCharge[]): Book {
  return {
    installments: charges.map(installmentOf),
    allocations: [],
    receipts: [],
    refunds: [],
    adjustments: [],
    lateFeeEntries: [],
  };
}

/** All of a ledger entered at once, nothing posted yet. */
export function bookOf({ charges, receipts, refunds }: Ledger): Book {
  const adjustments = charges.flatMap(({ id, credits, feeWaivers }) => [
    ...credits.map((one, at) => adjustmentOf(`${id} credit ${at}`, id, 'PRINCIPAL_WAIVER', one)),
    ...feeWaivers.map((one, at) => adjustmentOf(`${id} waiver ${at}`, id, 'LATE_FEE_WAIVER', one)),
  ]);
  return {
    ...newBook(charges),
    receipts: receipts.map(receiptOf),
    refunds: refunds.map(refundOf),
    adjustments,
  };
}

export type Row = Book['allocations'][number];
export type FeeEntry = Book['lateFeeEntries'][number];

/** What of a posting gets through before the machine stops; all of it when not said. */
export type Cut = { allocations?: number };

/**
 * Posts whatever is not posted yet, as one run of the real posting does, and writes the totals.
 * Rows are frozen: whoever edits one breaks.
 */
export function post(contract: Contract, book: Book, today: PlainDate, { allocations }: Cut = {}) {
  const target = replayBook(contract, book, today);
  const rows = allocationRows(contract, book, target, today).slice(0, allocations);
  book.allocations.push(...rows.map(frozen));
  if (allocations !== undefined) return { target, rows, fees: [] as FeeEntry[] };
  const fees = lateFeeRows(contract, book, target, today);
  book.lateFeeEntries.push(...fees.map(frozen));
  for (const write of derivedTotals(contract, book, target, today)) {
    if ('changeMany' in write) for (const { record, to } of write.changes) Object.assign(record, to);
    if ('change' in write) Object.assign(write.record, write.to);
  }
  return { target, rows, fees };
}

function frozen<T extends object>(row: T): T {
  return Object.freeze({ ...row });
}

/** Minor units of the rows that match, added up. */
export function net(
  rows: readonly Pick<Row, 'receiptId' | 'installmentId' | 'kind' | 'amount'>[],
  which: Partial<Pick<Row, 'receiptId' | 'installmentId' | 'kind'>>,
): bigint {
  return rows
    .filter(
      (row) =>
        (which.receiptId === undefined || which.receiptId === row.receiptId) &&
        (which.installmentId === undefined || which.installmentId === row.installmentId) &&
        (which.kind === undefined || which.kind === row.kind),
    )
    .reduce((total, { amount }) => total + (amount?.minor ?? 0n), 0n);
}

/** What rows say together, by what they say it of; rows that cancel out say nothing. */
export function netByKey(
  rows: readonly Pick<Row, 'receiptId' | 'installmentId' | 'kind' | 'allocatedOn' | 'amount'>[],
): string[] {
  const totals = new Map<string, bigint>();
  for (const { receiptId, installmentId, kind, allocatedOn, amount } of rows) {
    const key = `${receiptId} ${installmentId} ${kind} ${allocatedOn}`;
    totals.set(key, (totals.get(key) ?? 0n) + (amount?.minor ?? 0n));
  }
  return [...totals].flatMap(([key, minor]) => (minor === 0n ? [] : [`${key} ${minor}`])).sort();
}
