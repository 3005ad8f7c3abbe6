/** E21.11: any plan and any price give lines that add up exactly, or a refusal; and never a line below zero. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BusinessDays,
  type Plan,
  type PlanAnchor,
  type PlanLine,
  type ScheduledInstallment,
  scheduleInstallments,
} from '#domain/ledger/index.ts';
import { type Money, money, multiply, subtract, sum } from '#domain/shared/money.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { anyCurrency, anyDay, anyMinor } from '../amounts.ts';

const WHOLE = 1_000_000;

const anyCode: fc.Arbitrary<string> = fc.constantFrom('TOP_OUT', 'ROOF', 'FACADE');

const anyWhen = fc.record({
  anchor: fc.constantFrom<PlanAnchor>('SIGNING', 'DATE', 'MILESTONE', 'HANDOVER', 'LOAN'),
  milestoneCode: anyCode,
  dueOn: anyDay('2024-01-01', '2027-12-31'),
  monthsAfter: fc.integer({ min: 0, max: 60 }),
  daysAfter: fc.integer({ min: 0, max: 90 }),
  repeatTimes: fc.integer({ min: 1, max: 24 }),
  repeatEveryMonths: fc.integer({ min: 0, max: 12 }),
});

const anyLine = (basis: PlanLine['basis']) =>
  anyWhen.map(
    (when): PlanLine => ({
      label: basis,
      basis,
      percentTenThousandths: null,
      amount: null,
      isDeposit: false,
      isLessDeposit: false,
      ...when,
    }),
  );

/** Shares of a whole, each at least one percent. */
const anyShares = (whole: number) =>
  fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 7 }).map((weights) => {
    const total = weights.reduce((left, right) => left + right, 0);
    const shares = weights.map((weight) => Math.floor((whole * weight) / total));
    return shares.map((share, index) =>
      index === 0 ? share + whole - shares.reduce((left, right) => left + right, 0) : share,
    );
  });

const anyPercentLines = (whole: number): fc.Arbitrary<PlanLine[]> =>
  anyShares(whole).chain((shares) =>
    fc.tuple(
      ...shares.map((share) => anyLine('PERCENT').map((line) => ({ ...line, percentTenThousandths: share }))),
    ),
  );

const anyRemainder = fc.constantFrom('LAST' as const, 'FIRST' as const);

const anyBusinessDays: fc.Arbitrary<BusinessDays> = fc.record({
  rule: fc.constantFrom('AS_IS' as const, 'NEXT_BUSINESS_DAY' as const),
  calendar: fc.record({
    weekend: fc.constantFrom('SATURDAY_SUNDAY' as const, 'FRIDAY_SATURDAY' as const, 'SUNDAY' as const),
    holidays: fc.array(anyDay('2024-01-01', '2033-12-31'), { maxLength: 40 }).map((days) => new Set(days)),
    workdays: fc.array(anyDay('2024-01-01', '2033-12-31'), { maxLength: 5 }).map((days) => new Set(days)),
  }),
});

const anyAnchors = fc.record({
  signedOn: anyDay('2025-01-01', '2026-12-31'),
  milestones: fc
    .array(fc.tuple(anyCode, fc.option(anyDay('2024-01-01', '2027-12-31'))))
    .map((entries) => new Map(entries)),
  handedOverOn: fc.option(anyDay('2027-01-01', '2027-12-31')),
  loanPaidOutOn: fc.option(anyDay('2027-01-01', '2027-12-31')),
  businessDays: anyBusinessDays,
});

const percentsOf = (lines: readonly PlanLine[]) =>
  lines.reduce((all, { percentTenThousandths }) => all + (percentTenThousandths ?? 0), 0);

/** One label a line, so that an installment says which line it is of. */
const labelled = (lines: readonly PlanLine[]): PlanLine[] =>
  lines.map((line, index) => ({ ...line, label: `${line.basis}-${index}` }));

/**
 * Plans that a company would really write: percents; percents and fixed amounts that together make the
 * price to the cent; either with a balance; either with a deposit that the next line takes off (D2.3).
 */
const anySoundPlan: fc.Arbitrary<{ price: Money; plan: Plan }> = fc
  .tuple(anyCurrency, anyMinor({ min: 1_000_000n, max: 10n ** 12n }))
  .chain(([currency, minor]) => {
    const price = money(minor, currency);
    const small = money(minor / 50n, currency);
    const withBalance = fc
      .tuple(
        anyPercentLines(WHOLE / 2),
        anyLine('FIXED').map((line) => ({ ...line, amount: small })),
        anyLine('BALANCE'),
      )
      .map(([percents, fixed, rest]): PlanLine[] => [fixed, ...percents, rest]);
    const withFixed = fc
      .tuple(fc.integer({ min: 10_000, max: WHOLE - 1 }).chain(anyPercentLines), anyLine('FIXED'))
      .map(([percents, fixed]): PlanLine[] => {
        const share = multiply(price, BigInt(percentsOf(percents)), BigInt(WHOLE));
        return [...percents, { ...fixed, amount: subtract(price, share) }];
      })
      .filter((lines) => lines.every(({ amount }) => amount === null || amount.minor > 0n));
    const withDeposit = fc
      .tuple(
        anyPercentLines(WHOLE),
        anyLine('FIXED').map((line) => ({ ...line, amount: small, isDeposit: true })),
      )
      .map(([percents, deposit]): PlanLine[] => {
        // The line that takes the deposit off is the largest: it is never smaller than the deposit.
        const largest = Math.max(...percents.map((line) => line.percentTenThousandths ?? 0));
        const taker = percents.findIndex((line) => line.percentTenThousandths === largest);
        return [deposit, ...percents.map((line, index) => ({ ...line, isLessDeposit: index === taker }))];
      });
    return fc.record({
      price: fc.constant(price),
      plan: fc.record({
        name: fc.constant('Any'),
        remainder: anyRemainder,
        lines: fc.oneof(anyPercentLines(WHOLE), withFixed, withBalance, withDeposit).map(labelled),
      }),
    });
  });

const RUNS = { numRuns: 2_000 };

function made(plan: Plan, price: Money, anchors: Parameters<typeof scheduleInstallments>[2]) {
  const decision = scheduleInstallments(plan, price, anchors);
  if (isRefused(decision)) throw new Error(JSON.stringify(decision.refused));
  return decision.plan;
}

const total = (installments: readonly ScheduledInstallment[], currency: string) =>
  sum(
    installments.map(({ amount }) => amount),
    currency,
  );

describe('any sound plan over any price (E21.11)', () => {
  it('adds up to the price to the last minor unit', () => {
    fc.assert(
      fc.property(anySoundPlan, anyAnchors, ({ plan, price }, anchors) => {
        expect(total(made(plan, price, anchors), price.currency)).toEqual(price);
      }),
      RUNS,
    );
  });

  it('has no line below zero', () => {
    fc.assert(
      fc.property(anySoundPlan, anyAnchors, ({ plan, price }, anchors) => {
        const below = made(plan, price, anchors).filter(({ amount }) => amount.minor < 0n);
        expect(below).toEqual([]);
      }),
      RUNS,
    );
  });

  it('numbers its installments from one, as many as its lines repeat', () => {
    fc.assert(
      fc.property(anySoundPlan, anyAnchors, ({ plan, price }, anchors) => {
        const count = plan.lines.reduce((all, { repeatTimes }) => all + repeatTimes, 0);
        const numbers = made(plan, price, anchors).map(({ seq }) => seq);
        expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      }),
    );
  });

  it('due dates never go back, through the whole schedule', () => {
    fc.assert(
      fc.property(anySoundPlan, anyAnchors, ({ plan, price }, anchors) => {
        const dates = made(plan, price, anchors).flatMap(({ dueOn }) => dueOn ?? []);
        expect(dates).toEqual([...dates].sort());
      }),
      RUNS,
    );
  });

  it('every line has its installments in order, and without an anchor yet they have no date', () => {
    fc.assert(
      fc.property(anySoundPlan, anyAnchors, ({ plan, price }, anchors) => {
        const all = made(plan, price, anchors);
        for (const line of plan.lines) {
          const parts = all.filter(({ label }) => label.split(' ')[0] === line.label);
          const months = parts.map(({ monthsAfter }) => monthsAfter);
          const times = Array.from({ length: line.repeatTimes }, (_, time) => time);
          expect(months).toEqual(times.map((time) => line.monthsAfter + time * line.repeatEveryMonths));
          const isWaiting =
            (line.anchor === 'HANDOVER' && anchors.handedOverOn === null) ||
            (line.anchor === 'LOAN' && anchors.loanPaidOutOn === null) ||
            (line.anchor === 'MILESTONE' && !anchors.milestones.get(line.milestoneCode ?? ''));
          expect(parts.filter(({ dueOn }) => dueOn === null)).toHaveLength(isWaiting ? line.repeatTimes : 0);
        }
      }),
      RUNS,
    );
  });

  it('what has no date yet keeps the place that the plan gives it', () => {
    fc.assert(
      fc.property(anySoundPlan, anyAnchors, ({ plan, price }, anchors) => {
        const inPlan = plan.lines.flatMap(({ label, repeatTimes }) =>
          Array.from({ length: repeatTimes }, () => label),
        );
        for (const { seq, label, dueOn } of made(plan, price, anchors))
          if (dueOn === null) expect(label.split(' ')[0]).toBe(inPlan[seq - 1]);
      }),
      RUNS,
    );
  });

  it('asks for nothing from the signing or a milestone before the contract was signed', () => {
    fc.assert(
      fc.property(anySoundPlan, anyAnchors, ({ plan, price }, anchors) => {
        const early = made(plan, price, anchors).filter(
          ({ anchor, dueOn }) => anchor !== 'DATE' && dueOn !== null && dueOn < anchors.signedOn,
        );
        expect(early).toEqual([]);
      }),
    );
  });
});

describe('any plan at all, sound or not', () => {
  const anyOldLine = fc
    .record({
      basis: fc.constantFrom<PlanLine['basis']>('PERCENT', 'PERCENT', 'FIXED', 'BALANCE'),
      when: anyWhen,
      percentTenThousandths: fc.constantFrom(null, 0, 1, 250_000, 333_333, 500_000, 1_000_000, -1),
      amount: fc.option(
        fc
          .oneof(fc.constantFrom(-1n, 0n, 1n, 25n, 50n, 100n), anyMinor({ min: 1n, max: 100_000n }))
          .map((minor) => money(minor, 'EUR')),
        { freq: 20 },
      ),
      isDeposit: fc.boolean(),
      isLessDeposit: fc.boolean(),
      repeatTimes: fc.constantFrom(1, 1, 1, 2, 3, 4, 0),
    })
    .map(({ when, ...line }): PlanLine => ({ label: line.basis, ...when, ...line }));
  const anyPlan = fc.record({
    name: fc.constant('Any'),
    remainder: anyRemainder,
    lines: fc.array(anyOldLine, { maxLength: 5 }),
  });
  const anyPrice = fc
    .oneof(fc.constantFrom(0n, 1n, 50n, 100n, 125n, 200n), anyMinor({ min: 0n, max: 1_000_000n }))
    .map((minor) => money(minor, 'EUR'));

  it('is refused, or adds up to the price exactly, without a line below zero or a date that goes back', () => {
    let taken = 0;
    fc.assert(
      fc.property(anyPlan, anyPrice, anyAnchors, (plan, price, anchors) => {
        const decision = scheduleInstallments(plan, price, anchors);
        if (isRefused(decision)) return;
        taken += 1;
        expect(total(decision.plan, 'EUR')).toEqual(price);
        expect(decision.plan.filter(({ amount }) => amount.minor < 0n)).toEqual([]);
        const dates = decision.plan.flatMap(({ dueOn }) => dueOn ?? []);
        expect(dates).toEqual([...dates].sort());
      }),
      { numRuns: 10_000 },
    );
    expect(taken).toBeGreaterThan(300);
  });
});
