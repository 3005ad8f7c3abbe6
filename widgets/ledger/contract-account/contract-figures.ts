/**
 * The account of a contract as its widget shows it: worked out by `accountFigures`, which the statement prints too.
 * Where the reader may not see what money moves by, the figures are those last stored with each installment. Pure.
 */
import {
  type AccountContract,
  type AccountFigures,
  type AccountLine,
  type AccountRows,
  accountFigures,
  labelOf,
  nextDueOf,
} from '#domain/ledger/account.ts';
import { installmentState } from '#domain/ledger/installment.ts';
import { add, isPositive, type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { dayOf, moneyOf } from '#widgets/shared/format/stored-money.ts';
import type { ContractRecord, ContractSubject, InstallmentRow } from './contract-records.ts';

export type ContractFigures = {
  asOf: PlainDate;
  currency: string;
  lines: readonly AccountLine[];
  totals: Omit<AccountFigures['totals'], 'charged' | 'waived' | 'lateFees'> & { feeOpen: Money };
  /** Asked by now and neither paid nor taken off, what is overdue included. */
  due: Money;
  /** Everything that is still open, due or not. */
  open: Money;
  /** What the plan leaves to the bank, and what of it is paid. */
  loan: { amount: Money; paid: Money } | null;
  /** Not worked out as of today, but as it was last posted. */
  isStored: boolean;
};

/** Null while there is no price, or no installment may be seen. */
export function contractFigures(subject: ContractSubject, now: Date): ContractFigures | null {
  const price = moneyOf(subject.contract.price);
  if (price === null || subject.installments === null) return null;
  const asOf = dateIn(now, subject.contract.unit?.project?.timeZone || 'UTC');
  const rows = rowsOf(subject);
  const { lines, totals } =
    rows === null
      ? storedFigures(subject.contract, subject.installments, asOf, price.currency)
      : workedOut(accountFigures(accountContract(subject.contract, price), rows, asOf));
  const total = (some: readonly AccountLine[], part: 'open' | 'amount' | 'paid') =>
    sum(
      some.map((line) => line[part]),
      price.currency,
    );
  const loans = lines.filter(({ id, state }) => isLoan(subject.installments ?? [], id) && !isClosed(state));
  return {
    asOf,
    currency: price.currency,
    lines,
    totals,
    due: total(
      lines.filter(({ dueOn }) => dueOn !== null && dueOn <= asOf),
      'open',
    ),
    open: total(lines, 'open'),
    loan: loans.length === 0 ? null : { amount: total(loans, 'amount'), paid: total(loans, 'paid') },
    isStored: rows === null,
  };
}

const isClosed = (state: AccountLine['state']) => state === 'CANCELLED' || state === 'WAIVED';

function isLoan(installments: readonly InstallmentRow[], id: string): boolean {
  return installments.some((one) => one.id === id && one.anchor === 'LOAN');
}

type Shown = Pick<ContractFigures, 'lines' | 'totals'>;

function workedOut({ lines, totals }: AccountFigures): Shown {
  const { paid, prepaid, overdue, nextDue, lateFees } = totals;
  return { lines, totals: { paid, prepaid, overdue, nextDue, feeOpen: lateFees.open } };
}

function accountContract(contract: ContractRecord, price: Money): AccountContract {
  return {
    price,
    signedOn: dayOf(contract.signedOn),
    allocationOrder: contract.allocationOrder ?? 'PRINCIPAL_FIRST',
    lateFeeRate: contract.lateFeeRate,
    lateFeeGraceDays: contract.lateFeeGraceDays,
    lateFeeGraceFrom: contract.lateFeeGraceFrom ?? 'DUE',
    lateFeeBandDays: contract.lateFeeBandDays,
    lateFeeBandRate: contract.lateFeeBandRate,
    lateFeeBandMode: contract.lateFeeBandMode ?? 'WHOLE_PERIOD',
    lateFeeCapPercent: contract.lateFeeCapPercent,
  };
}

/** Null where a list is missing or not whole: figures made of a part would be wrong. */
function rowsOf({
  installments,
  receipts,
  refunds,
  adjustments,
  totals,
}: ContractSubject): AccountRows | null {
  if (installments === null || receipts === null || refunds === null || adjustments === null) return null;
  const isWhole = (list: readonly unknown[], total: number | null) => total === null || list.length >= total;
  if (
    !isWhole(installments, totals.installments) ||
    !isWhole(receipts, totals.receipts) ||
    !isWhole(refunds, totals.refunds) ||
    !isWhole(adjustments, totals.adjustments)
  )
    return null;
  return {
    installments: installments.map((one) => ({
      id: one.id,
      name: one.name ?? '',
      seq: one.seq,
      amount: moneyOf(one.amount),
      dueOn: dayOf(one.dueOn),
      chargeType: one.chargeType ?? 'HOUSE_PRICE',
      anchor: one.anchor,
      closedAs: one.closedAs,
    })),
    receipts: receipts.map((one) => ({
      id: one.id,
      state: one.state ?? 'DRAFT',
      amount: moneyOf(one.amount),
      receivedOn: dayOf(one.receivedOn),
      valueOn: dayOf(one.valueOn),
      fund: one.fund ?? 'PRICE',
      allowPrepayment: one.allowPrepayment ?? false,
      reservationId: one.reservationId || null,
      method: one.method ?? 'TRANSFER',
      firstTo: one.firstTo,
    })),
    refunds: refunds.map((one) => ({
      id: one.id,
      state: one.state ?? 'REVERSED',
      amount: moneyOf(one.amount),
      refundedOn: dayOf(one.refundedOn),
    })),
    adjustments: adjustments.map((one) => ({
      installmentId: one.installmentId,
      kind: one.kind ?? 'PRINCIPAL_WAIVER',
      amount: moneyOf(one.amount),
      effectiveOn: dayOf(one.effectiveOn),
    })),
  };
}

function storedFigures(
  contract: ContractRecord,
  installments: readonly InstallmentRow[],
  asOf: PlainDate,
  currency: string,
): Shown {
  const lines = installments.flatMap((one) => storedLine(one, asOf));
  const none = zero(currency);
  const total = (some: readonly AccountLine[], part: 'open' | 'paid' | 'lateFee') =>
    sum(
      some.map((line) => line[part]),
      currency,
    );
  return {
    lines,
    totals: {
      paid: total(lines, 'paid'),
      prepaid: moneyOf(contract.prepaid) ?? none,
      overdue: total(
        lines.filter(({ dueOn }) => dueOn !== null && dueOn < asOf),
        'open',
      ),
      nextDue: nextDueOf(lines, asOf),
      feeOpen: total(lines, 'lateFee'),
    },
  };
}

function storedLine(one: InstallmentRow, asOf: PlainDate): AccountLine[] {
  const amount = moneyOf(one.amount);
  if (amount === null) return [];
  const none = zero(amount.currency);
  const [paid, credited, fee, feePaid, feeWaived] = [
    one.paid,
    one.credited,
    one.lateFee,
    one.lateFeePaid,
    one.lateFeeWaived,
  ].map((stored) => moneyOf(stored) ?? none) as [Money, Money, Money, Money, Money];
  const above = (money: Money) => (isPositive(money) ? money : none);
  const dueOn = dayOf(one.dueOn);
  return [
    {
      id: one.id,
      number: String(one.seq ?? ''),
      label: labelOf({ name: one.name ?? '' }),
      dueOn,
      amount,
      paid,
      waived: credited,
      lateFee: above(subtract(fee, add(feePaid, feeWaived))),
      open: above(subtract(amount, add(paid, credited))),
      state: installmentState({ amount, paid, credited, dueOn, closedAs: one.closedAs }, asOf),
    },
  ];
}
