/** Commission by tiers (D14): the worked examples of E13, and what must hold for any tiers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommissionTier, commission, commissionShares } from '#domain/ledger/commission.ts';
import type { CommissionMode } from '#domain/ledger/settlement-states.ts';
import { type Decimal, decimal, parseDecimal } from '#domain/shared/decimal.ts';
import { formatMoney, type Money, money, multiply, parseMoney, sum } from '#domain/shared/money.ts';
import { type Decision, isRefused } from '#domain/shared/refusal.ts';
import { anyCurrency, eur } from '../amounts.ts';

const THOUSANDS = { numRuns: 3_000 };

/** Contiguous tiers from where each starts: [['0', '3'], ['300000', '5']], the last one open. */
function tiersFrom(starts: readonly (readonly [string, string])[], currency = 'EUR'): CommissionTier[] {
  return starts.map(([from, percent], index) => {
    const next = starts[index + 1];
    return {
      from: parseMoney(from, currency),
      to: next === undefined ? null : parseMoney(next[0], currency),
      percent: parseDecimal(percent),
    };
  });
}

function planned<P>(decision: Decision<P>): P {
  if (isRefused(decision)) throw new Error(JSON.stringify(decision.refused));
  return decision.plan;
}

const earned = (amount: Money, mode: CommissionMode, tiers: readonly CommissionTier[]) =>
  planned(commission(amount, { mode, tiers }));

const BY_600 = tiersFrom([
  ['0', '3'],
  ['300000', '5'],
  ['600000', '7'],
]);
const BY_500 = tiersFrom([
  ['0', '3'],
  ['300000', '5'],
  ['500000', '7'],
]);
const MY_TIME = tiersFrom([
  ['0', '25'],
  ['500', '30'],
  ['3000', '40'],
]);
const SALES_OFFICE = tiersFrom([
  ['0', '0.4'],
  ['8000000', '0.5'],
]);

describe('commission (E13)', () => {
  it.each<[string, CommissionMode, string, CommissionTier[], string]>([
    ['3 % to 300k, 5 % to 600k, 7 % above', 'MARGINAL', '750000.00', BY_600, '34500.00'],
    ['3 % to 300k, 5 % to 500k, 7 % above', 'MARGINAL', '600000.00', BY_500, '26000.00'],
    ['7 % reached on all', 'WHOLE', '600000.00', BY_500, '42000.00'],
    ['25 % below 500, 30 % below 3,000', 'MARGINAL', '1500.00', MY_TIME, '425.00'],
    ['0.4 % and above the quota of 8,000,000 0.5 %', 'MARGINAL', '12000000.00', SALES_OFFICE, '52000.00'],
  ])('%s, %s, of %s', (_name, mode, amount, tiers, expected) => {
    expect(formatMoney(earned(eur(amount), mode, tiers))).toBe(expected);
  });

  it('the common pool gets 25 % of it and the person the rest', () => {
    const shares = planned(commissionShares(eur('52000.00'), ['25', '75'].map(parseDecimal)));
    expect(shares.map(formatMoney)).toEqual(['13000.00', '39000.00']);
  });
});

describe('bands are half-open', () => {
  it.each<[CommissionMode, string, string]>([
    ['WHOLE', '299999.99', '9000.00'],
    ['WHOLE', '300000.00', '15000.00'],
    ['WHOLE', '600000.00', '42000.00'],
    ['MARGINAL', '300000.00', '9000.00'],
    ['MARGINAL', '300000.20', '9000.01'],
    ['MARGINAL', '0.00', '0.00'],
    ['WHOLE', '0.00', '0.00'],
  ])('%s of %s is %s', (mode, amount, expected) => {
    expect(formatMoney(earned(eur(amount), mode, BY_600))).toBe(expected);
  });

  it('below the first tier nothing is earned', () => {
    const tiers = tiersFrom([['1000', '5']]);
    expect(earned(eur('999.99'), 'WHOLE', tiers).minor).toBe(0n);
    expect(earned(eur('999.99'), 'MARGINAL', tiers).minor).toBe(0n);
    expect(formatMoney(earned(eur('1000.00'), 'WHOLE', tiers))).toBe('50.00');
    expect(formatMoney(earned(eur('1100.00'), 'MARGINAL', tiers))).toBe('5.00');
  });

  it('above the last tier that has an end no slice has a rate, and no rate was reached for all', () => {
    const tiers = [{ from: eur('0'), to: eur('1000'), percent: parseDecimal('5') }];
    expect(formatMoney(earned(eur('5000.00'), 'MARGINAL', tiers))).toBe('50.00');
    expect(formatMoney(earned(eur('999.99'), 'WHOLE', tiers))).toBe('50.00');
    expect(commission(eur('1000.00'), { mode: 'WHOLE', tiers })).toMatchObject({
      refused: { field: 'amount', problem: 'is at or above 1000.00, where the last tier ends' },
    });
  });
});

describe('one rounding, of the exact sum', () => {
  it('two slices of a third of a cent each make a cent', () => {
    const tiers = tiersFrom([
      ['0', '33.4'],
      ['0.01', '33.4'],
    ]);
    expect(formatMoney(earned(eur('0.02'), 'MARGINAL', tiers))).toBe('0.01');
  });

  it.each([
    ['JPY', '1001', '3.5', '35'],
    ['KWD', '1.001', '3.5', '0.035'],
    ['EUR', '9007199254740993.01', '3.3', '297237575406452.77'],
  ])('%s: of %s %s %% are %s, to the minor unit', (currency, amount, percent, expected) => {
    const tiers = tiersFrom([['0', percent]], currency);
    expect(formatMoney(earned(parseMoney(amount, currency), 'WHOLE', tiers))).toBe(expected);
  });
});

describe('tiers that make no sense are refused with the field', () => {
  const tier = (from: string, to: string | null, percent = '5'): CommissionTier => ({
    from: eur(from),
    to: to === null ? null : eur(to),
    percent: parseDecimal(percent),
  });

  it.each<[string, CommissionTier[], string, string]>([
    ['none', [], 'tiers', 'must have at least one tier'],
    [
      'a gap',
      [tier('0', '100'), tier('100.01', null)],
      'tiers.1.from',
      'must be 100.00, where the tier before it ends',
    ],
    [
      'an overlap',
      [tier('0', '100'), tier('99.99', null)],
      'tiers.1.from',
      'must be 100.00, where the tier before it ends',
    ],
    [
      'descending',
      [tier('100', '200'), tier('0', '100')],
      'tiers.1.from',
      'must be 200.00, where the tier before it ends',
    ],
    ['an empty band', [tier('0', '0')], 'tiers.0.to', 'must be above 0.00, where its tier starts'],
    [
      'an open one in the middle',
      [tier('0', null), tier('100', null)],
      'tiers.0.to',
      'must be given: only the last tier may be open',
    ],
    ['a negative start', [tier('-1', null)], 'tiers.0.from', 'must not be negative'],
    ['more than all', [tier('0', null, '100.01')], 'tiers.0.percent', 'must be from 0 to 100'],
    ['less than nothing', [tier('0', null, '-1')], 'tiers.0.percent', 'must be from 0 to 100'],
  ])('%s', (_name, tiers, field, problem) => {
    for (const mode of ['MARGINAL', 'WHOLE'] as const) {
      expect(commission(eur('1.00'), { mode, tiers })).toEqual({
        refused: { code: 'INVALID_INPUT', field, problem },
      });
    }
  });

  it('a negative amount earns no commission: a claw-back is a row of its own', () => {
    expect(commission(eur('-1.00'), { mode: 'WHOLE', tiers: BY_600 })).toMatchObject({
      refused: { field: 'amount' },
    });
  });

  it.each([
    [['50', '49.9999'], 'split', 'must make exactly 100, not 99.9999'],
    [['50', '50.0001'], 'split', 'must make exactly 100, not 100.0001'],
    [[], 'split', 'must make exactly 100, not 0'],
    [['100', '0'], 'split.1', 'must be above zero'],
    [['-5', '105'], 'split.0', 'must be above zero'],
  ])('a split by %j', (percents, field, problem) => {
    expect(commissionShares(eur('1.00'), percents.map(parseDecimal))).toMatchObject({
      refused: { field, problem },
    });
  });
});

describe('any tiers', () => {
  const anyTiers = fc
    .tuple(
      anyCurrency,
      fc.uniqueArray(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 6 }),
      fc.array(
        fc.bigInt({ min: 0n, max: 1_000_000n }).map((units) => decimal(units, 4)),
        { minLength: 6, maxLength: 6 },
      ),
    )
    .map(([currency, bounds, percents]) => {
      const ascending = [...bounds].sort((a, b) => (a < b ? -1 : 1));
      const tiers = ascending.map((from, index): CommissionTier => {
        const to = ascending[index + 1];
        return {
          from: money(from, currency),
          to: to === undefined ? null : money(to, currency),
          percent: percents[index] ?? decimal(0n),
        };
      });
      return { currency, tiers };
    });
  const anyAmount = fc.bigInt({ min: 0n, max: 2n * 10n ** 9n });

  it('MARGINAL: who sells more never earns less, and never more than the difference', () => {
    fc.assert(
      fc.property(anyTiers, anyAmount, anyAmount, ({ currency, tiers }, one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const gain =
          earned(money(more, currency), 'MARGINAL', tiers).minor -
          earned(money(less, currency), 'MARGINAL', tiers).minor;
        expect(gain >= 0n && gain <= more - less).toBe(true);
      }),
      THOUSANDS,
    );
  });

  it('MARGINAL: at the start of a tier nothing jumps', () => {
    fc.assert(
      fc.property(anyTiers, ({ currency, tiers }) => {
        for (const { from } of tiers.slice(1)) {
          const [before, at] = [from.minor - 1n, from.minor].map(
            (minor) => earned(money(minor, currency), 'MARGINAL', tiers).minor,
          );
          expect((at ?? 0n) - (before ?? 0n) <= 1n).toBe(true);
        }
      }),
      THOUSANDS,
    );
  });

  it('WHOLE: is the percent of the one tier that the amount lies in, of all of it', () => {
    fc.assert(
      fc.property(anyTiers, anyAmount, ({ currency, tiers }, minor) => {
        const amount = money(minor, currency);
        const reached = tiers.filter(({ from }) => from.minor <= minor).at(-1)?.percent ?? decimal(0n);
        const expected = multiply(amount, reached.units, 100n * 10n ** BigInt(reached.places));
        expect(earned(amount, 'WHOLE', tiers)).toEqual(expected);
      }),
      THOUSANDS,
    );
  });

  const anyPercents: fc.Arbitrary<Decimal[]> = fc
    .array(fc.bigInt({ min: 1n, max: 200_000n }), { maxLength: 4 })
    .map((parts) =>
      [...parts, 1_000_000n - parts.reduce((left, right) => left + right, 0n)].map((units) =>
        decimal(units, 4),
      ),
    );

  it('its shares add up exactly, and none is below nothing', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        anyCurrency,
        anyPercents,
        (minor, currency, percents) => {
          const whole = money(minor, currency);
          const shares = planned(commissionShares(whole, percents));
          expect(shares).toHaveLength(percents.length);
          expect(sum(shares, currency)).toEqual(whole);
          expect(shares.every((share) => share.minor >= 0n)).toBe(true);
        },
      ),
      THOUSANDS,
    );
  });
});
