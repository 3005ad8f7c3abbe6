/**
 * The ledger of one contract, replayed day by day (D3, D4): what its cleared receipts have paid by a
 * day, whatever order they were entered in. A receipt that is back-dated, bounced or reversed simply
 * changes what is replayed, so that late fees, balances and reversals always agree (E21.6, 7, 9).
 */
import { add, isPositive, lesser, type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { allocate, type Debt } from './allocate.ts';
import { isDue, settledOn } from './installment.ts';
import { type LateFeeTerms, lateFee, lateFeeRuleFor, type Reduction } from './late-fee.ts';
import {
  type AllocationKind,
  type AllocationOrder,
  BEARS_LATE_FEE,
  type ChargeType,
  FUND_PAYS,
  type Fund,
} from './ledger-states.ts';

export type LedgerCharge = {
  id: string;
  seq: number;
  chargeType: ChargeType;
  amount: Money;
  dueOn: PlainDate | null;
  /** The bank's money goes here first (D4.5). */
  isLoan: boolean;
  /** Principal that is not asked for any more, from that day on. */
  credits: readonly Reduction[];
  feeWaivers: readonly Reduction[];
};

/** Cleared money. It counts from `on`, its value date. */
export type LedgerReceipt = {
  id: string;
  on: PlainDate;
  amount: Money;
  fund: Fund;
  /** Whether installments that are not due yet may take it (D4.4). */
  allowPrepayment: boolean;
  isLoan: boolean;
  /** The installments that the payer named, in the payer's order (D4.1); they pass every fence. */
  firstTo: readonly string[];
};

export type LedgerRefund = { id: string; on: PlainDate; amount: Money };

export type Ledger = {
  currency: string;
  order: AllocationOrder;
  lateFee: LateFeeTerms | null;
  charges: readonly LedgerCharge[];
  receipts: readonly LedgerReceipt[];
  refunds: readonly LedgerRefund[];
};

/** A negative amount gives back what a later credit made too much. */
export type LedgerAllocation = {
  receiptId: string;
  chargeId: string;
  kind: AllocationKind;
  amount: Money;
  on: PlainDate;
};

export type ChargeOutcome = {
  id: string;
  paid: Money;
  credited: Money;
  fee: Money;
  feePaid: Money;
  feeWaived: Money;
  /** The day since which nothing is open; null while something is. */
  settledOn: PlainDate | null;
  /** Everything that reduced what was late, for the fee up to any day. */
  reductions: Reduction[];
};

export type Replayed = {
  allocations: LedgerAllocation[];
  charges: ChargeOutcome[];
  /** Received and neither allocated nor refunded; below zero when more was refunded than was left. */
  balance: Money;
};

type Open = LedgerCharge & {
  paid: Money;
  credited: Money;
  feePaid: Money;
  feeWaived: Money;
  reductions: Reduction[];
};
type Source = LedgerReceipt & { rest: Money };
type Books = {
  ledger: Ledger;
  charges: Open[];
  sources: Source[];
  allocations: LedgerAllocation[];
  owed: Money;
};

export function replay(ledger: Ledger, asOf: PlainDate): Replayed {
  const none = zero(ledger.currency);
  const books: Books = {
    ledger,
    charges: ledger.charges.map((charge) => ({
      ...charge,
      paid: none,
      credited: none,
      feePaid: none,
      feeWaived: none,
      reductions: [],
    })),
    sources: [],
    allocations: [],
    owed: none,
  };
  for (const day of eventDays(ledger, asOf)) liveThrough(books, day);
  const left = sum(
    books.sources.map(({ rest }) => rest),
    ledger.currency,
  );
  return {
    allocations: books.allocations,
    charges: books.charges.map((charge) => outcome(charge, ledger, asOf)),
    balance: subtract(left, books.owed),
  };
}

/** The days on which anything can change: money comes or goes, something falls due or is taken off. */
function eventDays({ charges, receipts, refunds }: Ledger, asOf: PlainDate): PlainDate[] {
  const days = new Set<PlainDate>();
  for (const { on } of [...receipts, ...refunds]) days.add(on);
  for (const { dueOn, credits, feeWaivers } of charges) {
    if (dueOn !== null) days.add(dueOn);
    for (const { on } of [...credits, ...feeWaivers]) days.add(on);
  }
  return [...days].filter((day) => day <= asOf).sort();
}

/**
 * Receipts of one day: what is bound to something first, then what may prepay last; the id only where
 * nothing else tells them apart, so that a receipt entered anew is treated as the one before (E21.7).
 */
function inOrderOfTheDay(left: LedgerReceipt, right: LedgerReceipt): number {
  const rank = (one: LedgerReceipt) =>
    [one.firstTo.length > 0 ? 0 : 1, one.isLoan ? 0 : 1, one.fund, one.allowPrepayment ? 1 : 0].join();
  const [a, b] = [rank(left), rank(right)];
  if (a !== b) return a < b ? -1 : 1;
  if (left.amount.minor !== right.amount.minor) return left.amount.minor > right.amount.minor ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}

function liveThrough(books: Books, day: PlainDate): void {
  for (const charge of books.charges) {
    for (const { on, amount } of charge.credits) if (on === day) credit(books, charge, day, amount);
    for (const { on, amount } of charge.feeWaivers)
      if (on === day) charge.feeWaived = add(charge.feeWaived, amount);
  }
  const today = books.ledger.receipts.filter(({ on }) => on === day);
  for (const receipt of [...today].sort(inOrderOfTheDay)) {
    const repaid = lesser(receipt.amount, books.owed);
    books.owed = subtract(books.owed, repaid);
    books.sources.push({ ...receipt, rest: subtract(receipt.amount, repaid) });
  }
  for (const source of books.sources) if (isPositive(source.rest)) giveOut(books, source, day);
  const before = books.owed;
  for (const { on, amount } of books.ledger.refunds) if (on === day) payBack(books, amount);
  takeBackOf(books, day, subtract(books.owed, before));
}

/**
 * Money that was paid back on a day did not pay an installment on that day as well: what came in or fell due
 * after the refund is told from what came before by nothing but the day. The newest allocation goes first, and
 * it goes as if it had never been, so that it parts no segment of a late fee.
 */
function takeBackOf(books: Books, day: PlainDate, short: Money): void {
  let missing = short;
  const given = books.allocations.filter(({ on, amount }) => on === day && isPositive(amount));
  for (const one of given.reverse()) {
    const back = lesser(one.amount, missing);
    const charge = books.charges.find(({ id }) => id === one.chargeId);
    if (!isPositive(back) || charge === undefined) continue;
    missing = subtract(missing, back);
    books.owed = subtract(books.owed, back);
    if (one.kind === 'FEE') charge.feePaid = subtract(charge.feePaid, back);
    else {
      charge.paid = subtract(charge.paid, back);
      charge.reductions = lessened(charge.reductions, { on: day, amount: one.amount }, back);
    }
    one.amount = subtract(one.amount, back);
  }
  books.allocations = books.allocations.filter(({ amount }) => amount.minor !== 0n);
}

/** The last reduction that is like this one goes, or what is left of it stays. */
function lessened(reductions: readonly Reduction[], like: Reduction, by: Money): Reduction[] {
  const at = reductions.findLastIndex(
    ({ on, amount }) => on === like.on && amount.minor === like.amount.minor,
  );
  const left = subtract(like.amount, by);
  return reductions.flatMap((one, index) => {
    if (index !== at) return [one];
    return isPositive(left) ? [{ ...one, amount: left }] : [];
  });
}

/** What was paid beyond the credited amount goes back to its receipts, the newest allocation first (D4.6). */
function credit(books: Books, charge: Open, day: PlainDate, amount: Money): void {
  charge.credited = add(charge.credited, amount);
  charge.reductions.push({ on: day, amount });
  let over = subtract(add(charge.paid, charge.credited), charge.amount);
  const own = books.allocations.filter((one) => one.chargeId === charge.id && one.kind === 'PRINCIPAL');
  for (const { receiptId, amount: given } of stillGiven(own).reverse()) {
    const back = lesser(given, over);
    if (!isPositive(back)) continue;
    const source = books.sources.find(({ id }) => id === receiptId);
    if (source === undefined) throw new Error('an allocation comes from a receipt');
    take(books, source, charge, 'PRINCIPAL', subtract(zero(books.ledger.currency), back), day);
    over = subtract(over, back);
  }
}

/** Allocations in their order, less what their receipts have got back of them. */
function stillGiven(allocations: readonly LedgerAllocation[]): { receiptId: string; amount: Money }[] {
  const given: { receiptId: string; amount: Money }[] = [];
  for (const { receiptId, amount } of allocations) {
    if (isPositive(amount)) given.push({ receiptId, amount });
    let back = subtract(zero(amount.currency), amount);
    for (const one of given.filter((part) => part.receiptId === receiptId).reverse()) {
      const part = lesser(one.amount, back);
      if (!isPositive(part)) continue;
      one.amount = subtract(one.amount, part);
      back = subtract(back, part);
    }
  }
  return given;
}

/** Payer's instruction first, the bank's money to the loan, then by the contract's order (D4). */
function giveOut(books: Books, source: Source, day: PlainDate): void {
  for (const id of source.firstTo) offer(books, source, day, (charge) => charge.id === id);
  if (source.isLoan) offer(books, source, day, (charge) => charge.isLoan);
  offer(
    books,
    source,
    day,
    (charge) =>
      FUND_PAYS[source.fund].includes(charge.chargeType) && (source.allowPrepayment || isDue(charge, day)),
  );
}

function offer(books: Books, source: Source, day: PlainDate, isMeant: (charge: Open) => boolean): void {
  if (!isPositive(source.rest)) return;
  const meant = books.charges.filter(isMeant);
  const debts = meant.map((charge) => debtOf(charge, books.ledger, day));
  for (const { id, kind, amount } of allocate(source.rest, debts, books.ledger.order).parts) {
    const charge = meant.find((one) => one.id === id);
    if (charge !== undefined) take(books, source, charge, kind, amount, day);
  }
}

function take(
  books: Books,
  source: Source,
  charge: Open,
  kind: AllocationKind,
  amount: Money,
  on: PlainDate,
): void {
  source.rest = subtract(source.rest, amount);
  books.allocations.push({ receiptId: source.id, chargeId: charge.id, kind, amount, on });
  if (kind === 'FEE') {
    charge.feePaid = add(charge.feePaid, amount);
    return;
  }
  charge.paid = add(charge.paid, amount);
  charge.reductions.push({ on, amount });
}

function debtOf(charge: Open, ledger: Ledger, day: PlainDate): Debt {
  const principal = subtract(subtract(charge.amount, charge.paid), charge.credited);
  const owed = subtract(subtract(feeOn(charge, ledger, day), charge.feePaid), charge.feeWaived);
  const fee = isPositive(owed) ? owed : zero(ledger.currency);
  return { id: charge.id, seq: charge.seq, dueOn: charge.dueOn, principal, fee };
}

function feeOn(charge: Open, ledger: Ledger, day: PlainDate): Money {
  const { dueOn, amount, reductions } = charge;
  const isFree = ledger.lateFee === null || dueOn === null || !BEARS_LATE_FEE.includes(charge.chargeType);
  if (isFree || ledger.lateFee === null || dueOn === null || dueOn >= day) return zero(ledger.currency);
  return lateFee({ amount, dueOn, reductions }, lateFeeRuleFor(amount, ledger.lateFee), day);
}

/** Refunds take what is left of the oldest money; what is not there any more the buyer owes. */
function payBack(books: Books, amount: Money): void {
  let due = amount;
  for (const source of books.sources) {
    const part = lesser(source.rest, due);
    if (!isPositive(part)) continue;
    source.rest = subtract(source.rest, part);
    due = subtract(due, part);
  }
  books.owed = add(books.owed, due);
}

function outcome(charge: Open, ledger: Ledger, asOf: PlainDate): ChargeOutcome {
  const { id, paid, credited, feePaid, feeWaived, reductions } = charge;
  const fee = feeOn(charge, ledger, asOf);
  return {
    id,
    paid,
    credited,
    fee,
    feePaid,
    feeWaived,
    settledOn: settledOn(charge.amount, reductions),
    reductions,
  };
}
