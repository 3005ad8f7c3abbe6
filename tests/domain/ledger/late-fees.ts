/** Late fee rules for tests: short to write, random ones, and a second way to work a fee out. */
import fc from 'fast-check';
import type { LateDebt, LateFeeRule, LateFeeSegment, Reduction } from '#domain/ledger/index.ts';
import { type Decimal, decimal, formatDecimal, fractionOf, parseDecimal } from '#domain/shared/decimal.ts';
import { divide, formatMoney, money, parseMoney } from '#domain/shared/money.ts';
import { addDays, type PlainDate } from '#domain/shared/plain-date.ts';
import { day } from '../amounts.ts';
import { anyTerms } from './ledgers.ts';

/** A rate a day of so many ten-thousandths (日万分之x). */
export const perTenThousand = (rate: string): Decimal => {
  const { units, places } = parseDecimal(rate);
  return decimal(units, places + 4);
};

export const rule = (rate: string, changes: Partial<LateFeeRule> = {}): LateFeeRule => ({
  ratePerDay: perTenThousand(rate),
  graceDays: 0,
  graceFrom: 'DUE',
  band: null,
  cap: null,
  ...changes,
});

/** What is paid or taken off, by day: `{ '2025-03-11': '100000.00' }`. */
export const reductions = (paid: Record<string, string>, currency = 'EUR'): Reduction[] =>
  Object.entries(paid).map(([on, amount]) => ({ on: day(on), amount: parseMoney(amount, currency) }));

export const late = (
  amount: string,
  dueOn: string,
  paid: Record<string, string> = {},
  currency = 'EUR',
): LateDebt => ({
  amount: parseMoney(amount, currency),
  dueOn: day(dueOn),
  reductions: reductions(paid, currency),
});

/** "2025-03-02 2025-03-11 10 300000.00 0.0005 1500.00" */
export const told = (segments: readonly LateFeeSegment[]): string[] =>
  segments.map(({ from, to, days, base, ratePerDay, fee }) =>
    [from, to, days, formatMoney(base), formatDecimal(ratePerDay), formatMoney(fee)].join(' '),
  );

export const DUE = day('2025-03-01');
const amountOf = (currency: string) =>
  fc.bigInt({ min: 0n, max: 50_000_000n }).map((minor) => money(minor, currency));

/** Payments from ten days before the due date on, at most as much together as is owed. */
export const anyDebt = (currency: string): fc.Arbitrary<LateDebt> =>
  fc
    .record({
      amount: amountOf(currency),
      parts: fc.array(
        fc.record({ after: fc.integer({ min: -10, max: 120 }), percent: fc.integer({ min: 0, max: 60 }) }),
        { maxLength: 6 },
      ),
    })
    .map(({ amount, parts }) => {
      let left = amount.minor;
      const paid = parts.flatMap(({ after, percent }) => {
        const part = (left * BigInt(percent)) / 50n > left ? left : (left * BigInt(percent)) / 50n;
        left -= part;
        return part > 0n ? [{ on: addDays(DUE, after), amount: money(part, currency) }] : [];
      });
      return { amount, dueOn: DUE, reductions: paid };
    });

export const anyRule = (currency: string): fc.Arbitrary<LateFeeRule> =>
  fc
    .tuple(anyTerms, fc.option(amountOf(currency)))
    .map(([{ capPercent: _, ...terms }, cap]) => ({ ...terms, cap }));

export const anyAsOf = fc.integer({ min: -15, max: 150 }).map((days) => addDays(DUE, days));

/**
 * The same fee a second way: each day by itself, then like days together (D3). Without the cap.
 * Money that comes within the grace was in time; money that comes later counts its own day as late.
 */
export function feeDayByDay(
  { amount, dueOn, reductions: paid }: LateDebt,
  terms: LateFeeRule,
  asOf: PlainDate,
) {
  const { graceDays, graceFrom, band } = terms;
  const graceEnd = addDays(dueOn, graceDays);
  if (asOf <= graceEnd) return 0n;
  const owedOn = (today: PlainDate) =>
    paid
      .filter(({ on }) => on <= graceEnd || on < today)
      .reduce((left, one) => left - one.amount.minor, amount.minor);
  const days: { number: number; base: bigint }[] = [];
  for (let number = graceFrom === 'DUE' ? 1 : graceDays + 1; addDays(dueOn, number) <= asOf; number++) {
    const base = owedOn(addDays(dueOn, number));
    if (base > 0n) days.push({ number, base });
  }
  const lateDays = days.at(-1)?.number ?? 0;
  const isSecond = (number: number) =>
    band !== null && (band.mode === 'MARGINAL' ? number : lateDays) > band.afterDays;
  const alike = new Map<string, { base: bigint; second: boolean; count: bigint }>();
  for (const { number, base } of days) {
    const second = isSecond(number);
    const before = alike.get(`${base} ${second}`)?.count ?? 0n;
    alike.set(`${base} ${second}`, { base, second, count: before + 1n });
  }
  return [...alike.values()].reduce((fee, { base, second, count }) => {
    const { numerator, denominator } = fractionOf(
      second && band !== null ? band.ratePerDay : terms.ratePerDay,
    );
    return fee + divide(base * numerator * count, denominator, 'HALF_UP');
  }, 0n);
}
