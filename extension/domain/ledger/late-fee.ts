/**
 * Late fees (D3): simple, not compound, rounded once a segment, and able to explain themselves.
 * A segment is a stretch of days on which the same amount was late at the same rate. A payment counts
 * its own day as late, so days run from the day after the due date to the day of payment (E5).
 */
import { type Decimal, fractionOf } from '#domain/shared/decimal.ts';
import { lesser, type Money, multiply, subtract, sum, zero } from '#domain/shared/money.ts';
import { addDays, daysBetween, type PlainDate } from '#domain/shared/plain-date.ts';

export type GraceFrom = 'DUE' | 'GRACE_END';
export type BandMode = 'WHOLE_PERIOD' | 'MARGINAL';

export type LateFeeRule = {
  /** Part of the overdue amount a day: five in ten thousand is 0.0005. */
  ratePerDay: Decimal;
  /** What is paid within so many days after the due date bears no fee. */
  graceDays: number;
  /** Once the grace is over, days count from the due date or only from the end of the grace. */
  graceFrom: GraceFrom;
  /** Past so many days late another rate holds: for all days, or for the further ones only. */
  band: { afterDays: number; ratePerDay: Decimal; mode: BandMode } | null;
  /** The most that one installment may ever cost. */
  cap: Money | null;
};

/** The rule of a contract: its cap is a share of the installment that is late. */
export type LateFeeTerms = Omit<LateFeeRule, 'cap'> & { capPercent: Decimal | null };

export function lateFeeRuleFor(amount: Money, { capPercent, ...rule }: LateFeeTerms): LateFeeRule {
  if (capPercent === null) return { ...rule, cap: null };
  const { numerator, denominator } = fractionOf(capPercent);
  return { ...rule, cap: multiply(amount, numerator, denominator * 100n) };
}

/** Both days are counted: `from` is the first late day, `to` the last. */
export type LateFeeSegment = {
  from: PlainDate;
  to: PlainDate;
  days: number;
  base: Money;
  ratePerDay: Decimal;
  fee: Money;
};

/** Principal that was paid, waived or credited, by the day from which it no longer is late. */
export type Reduction = { on: PlainDate; amount: Money };

export type LateDebt = { amount: Money; dueOn: PlainDate; reductions: readonly Reduction[] };

/**
 * What an installment has cost up to and including `asOf`, segment by segment; none while the grace
 * lasts. Reductions after `asOf` are not known yet. When the cap is reached the segment ends with it.
 */
export function lateFeeSegments(debt: LateDebt, rule: LateFeeRule, asOf: PlainDate): LateFeeSegment[] {
  const stretches = lateStretches(debt, rule, asOf);
  const lateDays = daysBetween(debt.dueOn, stretches.at(-1)?.to ?? debt.dueOn);
  return capped(
    stretches.flatMap((stretch) => priced(stretch, debt.dueOn, rule, lateDays)),
    rule.cap,
  );
}

export function lateFee(debt: LateDebt, rule: LateFeeRule, asOf: PlainDate): Money {
  return feeOf(lateFeeSegments(debt, rule, asOf), debt.amount.currency);
}

export function feeOf(segments: readonly LateFeeSegment[], currency: string): Money {
  return sum(
    segments.map(({ fee }) => fee),
    currency,
  );
}

/** `after` is the last day that is not counted any more. */
type Stretch = { after: PlainDate; to: PlainDate; base: Money };

function lateStretches(
  { amount, dueOn, reductions }: LateDebt,
  rule: LateFeeRule,
  asOf: PlainDate,
): Stretch[] {
  // Counted in days: a grace may be longer than the calendar.
  if (daysBetween(dueOn, asOf) <= rule.graceDays) return [];
  const graceEnd = addDays(dueOn, rule.graceDays);
  const known = reductions
    .filter(({ on }) => on <= asOf)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const inTime = known.filter(({ on }) => on <= graceEnd).map((one) => one.amount);
  let base = subtract(amount, sum(inTime, amount.currency));
  let after = rule.graceFrom === 'DUE' ? dueOn : graceEnd;
  const stretches: Stretch[] = [];
  const late = known.filter(({ on }) => on > graceEnd);
  for (const { on, amount: paid } of [...late, { on: asOf, amount: zero(amount.currency) }]) {
    if (on > after && base.minor > 0n) stretches.push({ after, to: on, base });
    base = subtract(base, paid);
    if (on > after) after = on;
  }
  return stretches;
}

/** WHOLE_PERIOD looks at how late it has become in the end; MARGINAL cuts where the second rate begins. */
function priced(stretch: Stretch, dueOn: PlainDate, rule: LateFeeRule, lateDays: number): LateFeeSegment[] {
  const { band } = rule;
  if (band === null) return [segment(stretch, rule.ratePerDay)];
  if (band.mode === 'WHOLE_PERIOD')
    return [segment(stretch, lateDays > band.afterDays ? band.ratePerDay : rule.ratePerDay)];
  if (daysBetween(dueOn, stretch.to) <= band.afterDays) return [segment(stretch, rule.ratePerDay)];
  const turn = addDays(dueOn, band.afterDays);
  if (stretch.after >= turn) return [segment(stretch, band.ratePerDay)];
  return [
    segment({ ...stretch, to: turn }, rule.ratePerDay),
    segment({ ...stretch, after: turn }, band.ratePerDay),
  ];
}

function segment({ after, to, base }: Stretch, ratePerDay: Decimal): LateFeeSegment {
  const days = daysBetween(after, to);
  const { numerator, denominator } = fractionOf(ratePerDay);
  const fee = multiply(base, numerator * BigInt(days), denominator);
  return { from: addDays(after, 1), to, days, base, ratePerDay, fee };
}

function capped(segments: LateFeeSegment[], cap: Money | null): LateFeeSegment[] {
  if (cap === null) return segments;
  let room = cap;
  return segments.map((one) => {
    const fee = lesser(one.fee, room);
    room = subtract(room, fee);
    return { ...one, fee };
  });
}
