/** Ledgers for the tests of replay and posting: short to write, and random ones to prove things with. */
import fc from 'fast-check';
import type {
  AllocationKind,
  AllocationOrder,
  ChargeType,
  Fund,
  LateFeeTerms,
  Ledger,
  LedgerAllocation,
  LedgerCharge,
  LedgerReceipt,
  Replayed,
} from '#domain/ledger/index.ts';
import { decimal, parseDecimal } from '#domain/shared/decimal.ts';
import { formatMoney, type Money, money, sum } from '#domain/shared/money.ts';
import { addDays, type PlainDate } from '#domain/shared/plain-date.ts';
import { anyCurrency, day, eur } from '../amounts.ts';

/** Five in ten thousand a day, as in E5 and E7. */
export const FIVE: LateFeeTerms = {
  ratePerDay: parseDecimal('0.0005'),
  graceDays: 0,
  graceFrom: 'DUE',
  band: null,
  capPercent: null,
};

export const charge = (
  seq: number,
  dueOn: string | null,
  amount: string,
  changes: Partial<LedgerCharge> = {},
): LedgerCharge => ({
  id: `I${seq}`,
  seq,
  chargeType: 'HOUSE_PRICE',
  amount: eur(amount),
  dueOn: dueOn === null ? null : day(dueOn),
  isLoan: false,
  credits: [],
  feeWaivers: [],
  ...changes,
});

export const receipt = (
  id: string,
  on: string,
  amount: string,
  changes: Partial<LedgerReceipt> = {},
): LedgerReceipt => ({
  id,
  on: day(on),
  amount: eur(amount),
  fund: 'PRICE',
  allowPrepayment: false,
  isLoan: false,
  firstTo: [],
  ...changes,
});

export const refund = (on: string, amount: string) => ({
  id: `refund ${on}`,
  on: day(on),
  amount: eur(amount),
});

/** Something taken off, from a day on: a credit or a waiver. */
export const off = (on: string, amount: string) => ({ on: day(on), amount: eur(amount) });

export const ledgerOf = (
  charges: readonly LedgerCharge[],
  receipts: readonly LedgerReceipt[],
  changes: Partial<Ledger> = {},
): Ledger => ({
  currency: 'EUR',
  order: 'PRINCIPAL_FIRST',
  lateFee: null,
  charges,
  receipts,
  refunds: [],
  ...changes,
});

/** "R1 I1 PRINCIPAL 100.00 2025-03-01" */
export const givenBy = ({ allocations }: Replayed): string[] =>
  allocations.map(({ receiptId, chargeId, kind, amount, on }) =>
    [receiptId, chargeId, kind, formatMoney(amount), on].join(' '),
  );

export const totalOf = (rows: readonly { amount: Money }[], currency: string): bigint =>
  sum(
    rows.map(({ amount }) => amount),
    currency,
  ).minor;

export function netOf(
  allocations: readonly LedgerAllocation[],
  which: { receiptId?: string; chargeId?: string; kind?: AllocationKind },
): bigint {
  return allocations
    .filter(
      (one) =>
        (which.receiptId === undefined || which.receiptId === one.receiptId) &&
        (which.chargeId === undefined || which.chargeId === one.chargeId) &&
        (which.kind === undefined || which.kind === one.kind),
    )
    .reduce((total, { amount }) => total + amount.minor, 0n);
}

export const FIRST_DAY = day('2025-01-01');
/** All that random ledgers do happens within so many days. */
export const DAYS = 150;

/** Close together, so that many things happen on one day. */
export const anyMoment: fc.Arbitrary<PlainDate> = fc
  .oneof(
    fc.integer({ min: 0, max: DAYS }),
    fc.integer({ min: 0, max: 12 }).map((weeks) => weeks * 10),
  )
  .map((days) => addDays(FIRST_DAY, days));

/** A rate a day in ten-thousandths, up to one percent. */
const anyRate = fc.integer({ min: 0, max: 100 });

/** The second rate of a band is never the lower one (D3). */
export const anyTerms: fc.Arbitrary<LateFeeTerms> = fc
  .record({
    rate: anyRate,
    more: anyRate,
    graceDays: fc.constantFrom(0, 0, 1, 5, 20),
    graceFrom: fc.constantFrom('DUE' as const, 'GRACE_END' as const),
    bandMode: fc.option(fc.constantFrom('WHOLE_PERIOD' as const, 'MARGINAL' as const)),
    afterDays: fc.constantFrom(0, 1, 7, 30, 60),
    cap: fc.option(fc.integer({ min: 0, max: 60 })),
  })
  .map(({ rate, more, graceDays, graceFrom, bandMode, afterDays, cap }) => ({
    ratePerDay: decimal(BigInt(rate), 4),
    graceDays,
    graceFrom,
    band:
      bandMode === null ? null : { afterDays, ratePerDay: decimal(BigInt(rate + more), 4), mode: bandMode },
    capPercent: cap === null ? null : decimal(BigInt(cap)),
  }));

export const anyOrder: fc.Arbitrary<AllocationOrder> = fc.constantFrom(
  'FEE_THEN_PRINCIPAL_PER_INSTALLMENT',
  'ALL_FEES_THEN_PRINCIPAL',
  'PRINCIPAL_FIRST',
);

const HOUSE: ChargeType = 'HOUSE_PRICE';
const anyChargeType = fc.constantFrom<ChargeType>(
  ...Array.from({ length: 6 }, () => HOUSE),
  'AREA_DIFFERENCE',
  'OTHER_FEE',
  'RETENTION',
  'MAINTENANCE_FUND',
  'TAX',
);
const anyFund = fc.constantFrom<Fund>('PRICE', 'PRICE', 'PRICE', 'MAINTENANCE_FUND', 'TAX');

const anyAmount = (currency: string, most = 3_000_000n) =>
  fc
    .oneof(fc.bigInt({ min: 1n, max: 300n }), fc.bigInt({ min: 1n, max: most }))
    .map((minor) => money(minor, currency));

const anyOff = (currency: string) =>
  fc.array(fc.record({ on: anyMoment, amount: anyAmount(currency) }), { maxLength: 2 });

export const MOST_CHARGES = 6;
const anyChargeId = fc.integer({ min: 1, max: MOST_CHARGES }).map((seq) => `I${seq}`);

export const anyReceipts = (currency: string): fc.Arbitrary<LedgerReceipt[]> =>
  fc
    .array(
      fc.record({
        on: anyMoment,
        amount: anyAmount(currency),
        fund: anyFund,
        allowPrepayment: fc.boolean(),
        isLoan: fc.constantFrom(false, false, false, true),
        firstTo: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.uniqueArray(anyChargeId)),
      }),
      { maxLength: 9 },
    )
    .map((receipts) => receipts.map((one, index) => ({ ...one, id: `R${index}` })));

export const anyCharges = (currency: string, hasCredits = true): fc.Arbitrary<LedgerCharge[]> =>
  fc
    .array(
      fc.record({
        chargeType: anyChargeType,
        amount: anyAmount(currency),
        dueOn: fc.option(anyMoment, { freq: 8 }),
        isLoan: fc.constantFrom(false, false, false, false, true),
        credits: hasCredits
          ? fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, anyOff(currency))
          : fc.constant([]),
        feeWaivers: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, anyOff(currency)),
      }),
      { minLength: 1, maxLength: MOST_CHARGES },
    )
    .map((charges) => charges.map((one, index) => ({ ...one, id: `I${index + 1}`, seq: index + 1 })));

export const anyLedgerIn = (
  currency: string,
  { hasCredits = true, hasRefunds = true } = {},
): fc.Arbitrary<Ledger> =>
  fc.record({
    currency: fc.constant(currency),
    order: anyOrder,
    lateFee: fc.option(anyTerms, { freq: 8 }),
    charges: anyCharges(currency, hasCredits),
    receipts: anyReceipts(currency),
    refunds: hasRefunds
      ? fc
          .array(fc.record({ on: anyMoment, amount: anyAmount(currency, 500_000n) }), { maxLength: 2 })
          .map((refunds) => refunds.map((one, index) => ({ ...one, id: `B${index}` })))
      : fc.constant([]),
  });

export const anyLedger = (
  options: { hasCredits?: boolean; hasRefunds?: boolean } = {},
): fc.Arbitrary<Ledger> => anyCurrency.chain((currency) => anyLedgerIn(currency, options));
