/**
 * The book of a contract: every row that money moves by, and what they make together (C1.7).
 * Reads records, writes nothing: the rules are `replay` and `late-fee` of the domain.
 */
import {
  type ChargeOutcome,
  feeOf,
  type LateFeeSegment,
  type LateFeeTerms,
  lateFeeRuleFor,
  lateFeeSegments,
  ledgerOf,
  type Replayed,
  replay,
} from '#domain/ledger/index.ts';
import { formatDecimal } from '#domain/shared/decimal.ts';
import { formatMoney, type Money, NO_CURRENCY, sum, zero } from '#domain/shared/money.ts';
import { addDays, later, type PlainDate } from '#domain/shared/plain-date.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';

export type Book = {
  installments: RecordOf<'installment'>[];
  allocations: RecordOf<'allocation'>[];
  receipts: RecordOf<'receipt'>[];
  refunds: RecordOf<'refund'>[];
  adjustments: RecordOf<'adjustment'>[];
  lateFeeEntries: RecordOf<'lateFeeEntry'>[];
};

/** The reads that make a contract's book; others may be asked in the same request. */
export function bookQueries(contractId: string) {
  return {
    installments: { object: 'installment', filter: { contractId } },
    allocations: { object: 'allocation', filter: { contractId } },
    receipts: { object: 'receipt', filter: { contractId } },
    refunds: { object: 'refund', filter: { contractId } },
    adjustments: { object: 'adjustment', filter: { contractId } },
    lateFeeEntries: { object: 'lateFeeEntry', filter: { contractId } },
  } as const;
}

export async function readBook(store: Store, contractId: string): Promise<Book> {
  return store.read(bookQueries(contractId));
}

export function currencyOf(contract: Pick<Fields<'contract'>, 'price'>): string {
  return contract.price?.currency ?? NO_CURRENCY;
}

export function replayBook(contract: Fields<'contract'>, book: Book, asOf: PlainDate): Replayed {
  return replay(ledgerOf(contract, book), asOf);
}

/** Principal that stored allocations have paid on an installment; totals are never read for it. */
export function paidOn(
  installmentId: string,
  allocations: readonly Fields<'allocation'>[],
  currency: string,
): Money {
  const own = allocations.filter((row) => row.installmentId === installmentId && row.kind === 'PRINCIPAL');
  return sum(
    own.map(({ amount }) => amount ?? zero(currency)),
    currency,
  );
}

/** Waived or cancelled: nothing is open on it any more (D10). */
export function isClosed({ closedAs }: Pick<Fields<'installment'>, 'closedAs'>): boolean {
  return closedAs !== null;
}

/**
 * Up to which day the fee of an installment is billed: everything once it is settled; else up to the
 * last payment or waiver, and at the latest up to the end of last month.
 */
export function billedUpTo(
  outcome: ChargeOutcome,
  touchedOn: readonly PlainDate[],
  today: PlainDate,
): PlainDate {
  if (outcome.settledOn !== null) return today;
  const monthEnd = addDays(`${today.slice(0, 7)}-01` as PlainDate, -1);
  return touchedOn.filter((day) => day <= today).reduce(later, monthEnd);
}

/** The fee of an installment up to a day, explained. */
export function explainFee(
  installment: Pick<Fields<'installment'>, 'amount' | 'dueOn'>,
  outcome: ChargeOutcome,
  terms: LateFeeTerms | null,
  upTo: PlainDate,
): { fee: Money | null; segments: LateFeeSegment[] } {
  const { amount, dueOn } = installment;
  if (terms === null || amount === null || dueOn === null) return { fee: null, segments: [] };
  const debt = { amount, dueOn, reductions: outcome.reductions };
  const segments = lateFeeSegments(debt, lateFeeRuleFor(amount, terms), upTo);
  return { fee: feeOf(segments, amount.currency), segments };
}

/** Segments as JSON, amounts and rates as decimal texts. */
export function segmentsAsJson(segments: readonly LateFeeSegment[]) {
  return segments.map(({ from, to, days, base, ratePerDay, fee }) => ({
    from,
    to,
    days,
    base: formatMoney(base),
    ratePerDay: formatDecimal(ratePerDay),
    fee: formatMoney(fee),
  }));
}
