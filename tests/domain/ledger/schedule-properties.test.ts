/** E21.11: any plan and any price give lines that add up exactly, or a refusal; and never a line below zero. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Plan,
  type PlanLine,
  type ScheduledInstallment,
  scheduleInstallments,
} from '#domain/ledger/index.ts';
import { type Money, money, sum } from '#domain/shared/money.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { anyCurrency, anyDay, anyMinor } from '../amounts.ts';

const WHOLE = 1_000_000;

const anyCode: fc.Arbitrary<string> = fc.constantFrom('TOP_OUT', 'ROOF', 'FACADE');

const anyWhen = fc.record({
  anchor: fc.constantFrom('SIGNING' as const, 'DATE' as const, 'MILESTONE' as const, 'HANDOVER' as const),
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

const anyAnchors = fc.record({
  signedOn: anyDay('2025-01-01', '2026-12-31'),
  milestones: fc
    .array(fc.tuple(anyCode, fc.option(anyDay('2024-01-01', '2027-12-31'))))
    .map((entries) => new Map(entries)),
});

/** Plans that a company would really write: percents, or percents and fixed amounts with a balance. */
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
      .tuple(
        anyPercentLines(WHOLE),
        anyLine('FIXED').map((line) => ({ ...line, amount: small })),
      )
      .map(([percents, fixed]): PlanLine[] => [fixed, ...percents]);
    return fc.record({
      price: fc.constant(price),
      plan: fc.record({
        name: fc.constant('Any'),
        remainder: anyRemainder,
        lines: fc.oneof(anyPercentLines(WHOLE), withFixed, withBalance),
      }),
    });
  });

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
    );
  });

  it('has no line below zero', () => {
    fc.assert(
      fc.property(anySoundPlan, anyAnchors, ({ plan, price }, anchors) => {
        const below = made(plan, price, anchors).filter(({ amount }) => amount.minor < 0n);
        expect(below).toEqual([]);
      }),
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

  it('the dates of a repeated line never go back, and those without an anchor yet have none', () => {
    fc.assert(
      fc.property(anySoundPlan, anyAnchors, ({ plan, price }, anchors) => {
        const rest = made(plan, price, anchors);
        for (const line of plan.lines) {
          const parts = rest.splice(0, line.repeatTimes);
          const dates = parts.map(({ dueOn }) => dueOn).filter((dueOn) => dueOn !== null);
          expect(dates).toEqual([...dates].sort());
          const isWaiting =
            line.anchor === 'HANDOVER' ||
            (line.anchor === 'MILESTONE' && !anchors.milestones.get(line.milestoneCode ?? ''));
          expect(dates).toHaveLength(isWaiting ? 0 : line.repeatTimes);
        }
      }),
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
    .tuple(
      fc.constantFrom<PlanLine['basis']>('PERCENT', 'FIXED', 'BALANCE'),
      anyWhen,
      fc.option(fc.constantFrom(0, 1, 250_000, 333_333, 500_000, 1_000_000, -1)),
      fc.option(anyMinor({ min: -100n, max: 100_000n }).map((minor) => money(minor, 'EUR'))),
    )
    .map(
      ([basis, when, percentTenThousandths, amount]): PlanLine => ({
        label: basis,
        basis,
        percentTenThousandths,
        amount,
        ...when,
        repeatTimes: when.repeatTimes % 5,
      }),
    );

  it('is refused, or adds up to the price exactly: there is nothing in between', () => {
    const anyPlan = fc.record({
      name: fc.constant('Any'),
      remainder: anyRemainder,
      lines: fc.array(anyOldLine, { maxLength: 5 }),
    });
    fc.assert(
      fc.property(anyPlan, anyMinor({ min: 0n, max: 1_000_000n }), anyAnchors, (plan, minor, anchors) => {
        const price = money(minor, 'EUR');
        const decision = scheduleInstallments(plan, price, anchors);
        if (!isRefused(decision)) expect(total(decision.plan, 'EUR')).toEqual(price);
      }),
      { numRuns: 1_000 },
    );
  });
});
