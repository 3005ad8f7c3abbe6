/**
 * Stored totals and what they should be (C1.7): of installments, receipts and the contract itself.
 * Pure: gives the writes that make them right, none when all is right.
 */
import { installmentState, openAmount, type Replayed } from '#domain/ledger/index.ts';
import { add, compare, isPositive, type Money, sum, zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import type { Write } from '#port/store.ts';
import { type Book, currencyOf } from './book.ts';

export function derivedTotals(
  contract: RecordOf<'contract'>,
  book: Book,
  target: Replayed,
  today: PlainDate,
): Write[] {
  const currency = currencyOf(contract);
  const installments = book.installments.flatMap((record) => {
    const to = installmentTotals(record, target, currency, today);
    return isSame(record, to) ? [] : [{ record, to }];
  });
  const receipts = book.receipts.flatMap((record) => {
    const own = target.allocations.filter(({ receiptId }) => receiptId === record.id);
    const to = { allocated: total(own, ({ amount }) => amount, currency) };
    return isSame(record, to) ? [] : [{ record, to }];
  });
  const totals = contractTotals(book, target, currency, today);
  const writes: Write[] = [];
  if (installments.length > 0) writes.push({ changeMany: 'installment', changes: installments });
  if (receipts.length > 0) writes.push({ changeMany: 'receipt', changes: receipts });
  if (!isSame(contract, totals)) writes.push({ change: 'contract', record: contract, to: totals });
  return writes;
}

type InstallmentTotals = Pick<
  Fields<'installment'>,
  'paid' | 'credited' | 'state' | 'settledOn' | 'lateFee' | 'lateFeePaid' | 'lateFeeWaived' | 'lateFeeUpTo'
>;

export function installmentTotals(
  record: RecordOf<'installment'>,
  target: Replayed,
  currency: string,
  today: PlainDate,
): InstallmentTotals {
  const none = zero(currency);
  const outcome = target.charges.find(({ id }) => id === record.id);
  const { paid = none, credited = none, fee = none, feePaid = none, feeWaived = none } = outcome ?? {};
  const { dueOn, closedAs } = record;
  const state = installmentState({ amount: record.amount ?? none, paid, credited, dueOn, closedAs }, today);
  return {
    paid,
    credited,
    state,
    settledOn: state === 'PAID' ? (outcome?.settledOn ?? null) : null,
    lateFee: fee,
    lateFeePaid: feePaid,
    lateFeeWaived: feeWaived,
    lateFeeUpTo: isPositive(fee) && state === 'OVERDUE' ? today : null,
  };
}

export function contractTotals(book: Book, target: Replayed, currency: string, today: PlainDate) {
  const late = book.installments.flatMap((one) => {
    const outcome = target.charges.find(({ id }) => id === one.id);
    if (outcome === undefined || one.amount === null || one.dueOn === null || one.dueOn >= today) return [];
    const open = openAmount({ amount: one.amount, paid: outcome.paid, credited: outcome.credited });
    return one.closedAs === null && isPositive(open) ? [{ open, dueOn: one.dueOn }] : [];
  });
  const paidOut = book.refunds.filter(({ state }) => state === 'PAID');
  return {
    paid: total(target.charges, ({ paid }) => paid, currency),
    prepaid: target.balance,
    refunded: total(paidOut, ({ amount }) => amount ?? zero(currency), currency),
    lateFee: total(target.charges, ({ fee }) => fee, currency),
    lateFeePaid: total(target.charges, ({ feePaid }) => feePaid, currency),
    lateFeeWaived: total(target.charges, ({ feeWaived }) => feeWaived, currency),
    overdue: total(late, ({ open }) => open, currency),
    overdueSince: late.map(({ dueOn }) => dueOn).sort()[0] ?? null,
  };
}

function total<T>(rows: readonly T[], amountOf: (row: T) => Money, currency: string): Money {
  return sum(rows.map(amountOf), currency);
}

/** An amount that was never written counts as zero, so that older records are not rewritten for nothing. */
function isSame(record: object, to: object): boolean {
  return Object.entries(to).every(([name, value]) => {
    const stored = record[name as keyof object] as unknown;
    if (!isMoney(value)) return (stored ?? null) === value;
    if (!isMoney(stored)) return value.minor === 0n && name !== 'paid' && name !== 'prepaid';
    return stored.currency === value.currency && compare(stored, value) === 0;
  });
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value;
}

/** Everything that a contract's receipts became; equal to the cleared receipts, or something is wrong (E21.6). */
export function accountedFor({ charges, balance }: Replayed, refunded: Money, currency: string): Money {
  const used = charges.map(({ paid, feePaid }) => add(paid, feePaid));
  return sum([...used, balance, refunded], currency);
}
