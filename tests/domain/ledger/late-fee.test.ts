import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BandMode,
  feeOf,
  type GraceFrom,
  lateFee,
  lateFeeRuleFor,
  lateFeeSegments,
} from '#domain/ledger/index.ts';
import { parseDecimal } from '#domain/shared/decimal.ts';
import { formatMoney, lesser, money } from '#domain/shared/money.ts';
import { addDays, daysBetween } from '#domain/shared/plain-date.ts';
import { anyCurrency, day, eur } from '../amounts.ts';
import {
  anyAsOf,
  anyDebt,
  anyRule,
  feeDayByDay,
  late,
  perTenThousand,
  reductions,
  rule,
  told,
} from './late-fees.ts';
import { FIVE } from './ledgers.ts';

const fee = (...[debt, terms, asOf]: [ReturnType<typeof late>, ReturnType<typeof rule>, string]) =>
  formatMoney(lateFee(debt, terms, day(asOf)));

describe('E5: 300,000.00 due 2025-03-01, five per ten thousand a day, paid in parts', () => {
  it('principal first: three stretches, each over what was left when it began', () => {
    const debt = late('300000.00', '2025-03-01', {
      '2025-03-11': '100000.00',
      '2025-03-31': '120000.00',
      '2025-04-20': '80000.00',
    });
    expect(told(lateFeeSegments(debt, rule('5'), day('2025-04-20')))).toEqual([
      '2025-03-02 2025-03-11 10 300000.00 0.0005 1500.00',
      '2025-03-12 2025-03-31 20 200000.00 0.0005 2000.00',
      '2025-04-01 2025-04-20 20 80000.00 0.0005 800.00',
    ]);
    expect(fee(debt, rule('5'), '2025-04-20')).toBe('4300.00');
  });

  it('fee first: less principal is paid, so more of it stays late', () => {
    const debt = late('300000.00', '2025-03-01', {
      '2025-03-11': '98500.00',
      '2025-03-31': '117985.00',
      '2025-04-20': '79164.85',
    });
    expect(told(lateFeeSegments(debt, rule('5'), day('2025-04-20')))).toEqual([
      '2025-03-02 2025-03-11 10 300000.00 0.0005 1500.00',
      '2025-03-12 2025-03-31 20 201500.00 0.0005 2015.00',
      '2025-04-01 2025-04-20 20 83515.00 0.0005 835.15',
    ]);
  });

  it.each([
    ['2025-02-28', '0.00'],
    ['2025-03-01', '0.00'],
    ['2025-03-02', '150.00'],
    ['2025-03-10', '1350.00'],
    ['2025-03-11', '1500.00'],
    ['2025-03-12', '1600.00'],
    ['2025-03-31', '3500.00'],
    ['2025-04-01', '3540.00'],
    ['2025-04-20', '4300.00'],
    ['2026-04-20', '4300.00'],
  ])('D3: up to and including %s it is %s, whatever is paid later', (asOf, amount) => {
    const debt = late('300000.00', '2025-03-01', {
      '2025-04-20': '80000.00',
      '2025-03-11': '100000.00',
      '2025-03-31': '120000.00',
    });
    expect(fee(debt, rule('5'), asOf)).toBe(amount);
  });
});

describe('E6: two bands (D3)', () => {
  const banded = (mode: BandMode) =>
    rule('1', { band: { afterDays: 60, ratePerDay: perTenThousand('2'), mode } });
  const paidAfter = (days: number) => ({ [addDays(day('2025-03-01'), days)]: '200000.00' });

  it.each<[BandMode, number, string]>([
    ['WHOLE_PERIOD', 75, '3000.00'],
    ['MARGINAL', 75, '1800.00'],
    ['WHOLE_PERIOD', 60, '1200.00'],
    ['MARGINAL', 60, '1200.00'],
    ['WHOLE_PERIOD', 61, '2440.00'],
    ['MARGINAL', 61, '1240.00'],
    ['WHOLE_PERIOD', 59, '1180.00'],
    ['MARGINAL', 59, '1180.00'],
    ['WHOLE_PERIOD', 1, '20.00'],
    ['MARGINAL', 1, '20.00'],
  ])('%s, paid on day %i: %s', (mode, days, amount) => {
    const debt = late('200000.00', '2025-03-01', paidAfter(days));
    for (const asOf of [addDays(day('2025-03-01'), days), '2026-12-31'])
      expect(fee(debt, banded(mode), asOf)).toBe(amount);
  });

  it('E6: MARGINAL cuts the stretch on day 60; WHOLE_PERIOD is one stretch at the second rate', () => {
    const debt = late('200000.00', '2025-03-01', paidAfter(75));
    expect(told(lateFeeSegments(debt, banded('MARGINAL'), day('2025-12-31')))).toEqual([
      '2025-03-02 2025-04-30 60 200000.00 0.0001 1200.00',
      '2025-05-01 2025-05-15 15 200000.00 0.0002 600.00',
    ]);
    expect(told(lateFeeSegments(debt, banded('WHOLE_PERIOD'), day('2025-12-31')))).toEqual([
      '2025-03-02 2025-05-15 75 200000.00 0.0002 3000.00',
    ]);
  });

  it('a payment on the day on which the second rate begins to hold cuts nothing twice', () => {
    const debt = late('200000.00', '2025-03-01', { '2025-04-30': '50000.00', '2025-05-15': '150000.00' });
    expect(told(lateFeeSegments(debt, banded('MARGINAL'), day('2025-05-15')))).toEqual([
      '2025-03-02 2025-04-30 60 200000.00 0.0001 1200.00',
      '2025-05-01 2025-05-15 15 150000.00 0.0002 450.00',
    ]);
  });

  it('WHOLE_PERIOD: the second rate reaches back over stretches that were paid in part before', () => {
    const debt = late('200000.00', '2025-03-01', { '2025-03-11': '100000.00', '2025-05-15': '100000.00' });
    expect(fee(debt, banded('WHOLE_PERIOD'), '2025-04-30')).toBe('700.00');
    expect(told(lateFeeSegments(debt, banded('WHOLE_PERIOD'), day('2025-05-15')))).toEqual([
      '2025-03-02 2025-03-11 10 200000.00 0.0002 400.00',
      '2025-03-12 2025-05-15 65 100000.00 0.0002 1300.00',
    ]);
  });

  it('a second rate from the first day on is the only rate', () => {
    const debt = late('200000.00', '2025-03-01');
    for (const mode of ['WHOLE_PERIOD', 'MARGINAL'] as const) {
      const terms = rule('1', { band: { afterDays: 0, ratePerDay: perTenThousand('2'), mode } });
      expect(told(lateFeeSegments(debt, terms, day('2025-03-11')))).toEqual([
        '2025-03-02 2025-03-11 10 200000.00 0.0002 400.00',
      ]);
    }
  });

  it('E6 [pub]: 20,000 x 9 days x 0.1 % is 180.00', () => {
    expect(fee(late('20000.00', '2025-03-01'), rule('10'), '2025-03-10')).toBe('180.00');
  });

  it.each<BandMode>(['WHOLE_PERIOD', 'MARGINAL'])(
    'a band after more days than a calendar has is never reached: %s',
    (mode) => {
      const terms = rule('1', {
        band: { afterDays: 999_999_999_999, ratePerDay: perTenThousand('2'), mode },
      });
      expect(fee(late('200000.00', '2025-03-01'), terms, '2025-04-30')).toBe('1200.00');
    },
  );
});

describe('grace (D3)', () => {
  const graced = (graceFrom: GraceFrom, graceDays = 10) => rule('5', { graceDays, graceFrom });

  it.each<[GraceFrom, string, string]>([
    ['DUE', '2025-03-10', '0.00'],
    ['DUE', '2025-03-11', '0.00'],
    ['DUE', '2025-03-12', '550.00'],
    ['DUE', '2025-03-21', '1000.00'],
    ['GRACE_END', '2025-03-11', '0.00'],
    ['GRACE_END', '2025-03-12', '50.00'],
    ['GRACE_END', '2025-03-21', '500.00'],
  ])('of ten days, counted from %s, on %s: %s', (graceFrom, asOf, amount) => {
    expect(fee(late('100000.00', '2025-03-01'), graced(graceFrom), asOf)).toBe(amount);
  });

  it.each<GraceFrom>(['DUE', 'GRACE_END'])('what is paid on its last day bears no fee: %s', (graceFrom) => {
    const debt = late('100000.00', '2025-03-01', { '2025-03-11': '100000.00' });
    expect(fee(debt, graced(graceFrom), '2026-03-11')).toBe('0.00');
  });

  it.each<[GraceFrom, string]>([
    ['DUE', '2025-03-02 2025-03-12 11 100000.00 0.0005 550.00'],
    ['GRACE_END', '2025-03-12 2025-03-12 1 100000.00 0.0005 50.00'],
  ])('what is paid the day after was late: %s', (graceFrom, segment) => {
    const debt = late('100000.00', '2025-03-01', { '2025-03-12': '100000.00' });
    expect(told(lateFeeSegments(debt, graced(graceFrom), day('2026-03-11')))).toEqual([segment]);
  });

  it.each<[GraceFrom, string[]]>([
    [
      'DUE',
      ['2025-03-02 2025-03-16 15 60000.00 0.0005 450.00', '2025-03-17 2025-03-21 5 10000.00 0.0005 25.00'],
    ],
    [
      'GRACE_END',
      ['2025-03-12 2025-03-16 5 60000.00 0.0005 150.00', '2025-03-17 2025-03-21 5 10000.00 0.0005 25.00'],
    ],
  ])('only what was not paid within it is late, from %s', (graceFrom, segments) => {
    const debt = late('100000.00', '2025-03-01', {
      '2025-03-05': '30000.00',
      '2025-03-11': '10000.00',
      '2025-03-16': '50000.00',
      '2025-03-21': '10000.00',
    });
    expect(told(lateFeeSegments(debt, graced(graceFrom), day('2025-12-31')))).toEqual(segments);
  });

  it('the band counts days from the due date, also when the fee counts from the end of the grace', () => {
    const terms = rule('1', {
      graceDays: 10,
      graceFrom: 'GRACE_END',
      band: { afterDays: 15, ratePerDay: perTenThousand('2'), mode: 'MARGINAL' },
    });
    expect(told(lateFeeSegments(late('100000.00', '2025-03-01'), terms, day('2025-03-21')))).toEqual([
      '2025-03-12 2025-03-16 5 100000.00 0.0001 50.00',
      '2025-03-17 2025-03-21 5 100000.00 0.0002 100.00',
    ]);
  });

  it.each<GraceFrom>(['DUE', 'GRACE_END'])(
    'longer than any calendar is a grace for ever: %s',
    (graceFrom) => {
      const debt = late('100000.00', '2025-03-01', { '2025-03-12': '1.00' });
      expect(fee(debt, graced(graceFrom, 999_999_999_999), '9999-12-31')).toBe('0.00');
    },
  );
});

describe('a cap (D3)', () => {
  const debt = late('300000.00', '2025-03-01', { '2025-03-11': '100000.00', '2025-03-31': '200000.00' });

  it.each([
    ['3500.00', ['1500.00', '2000.00']],
    ['3499.99', ['1500.00', '1999.99']],
    ['1500.00', ['1500.00', '0.00']],
    ['1000.00', ['1000.00', '0.00']],
    ['0.00', ['0.00', '0.00']],
  ])('of %s is the most that all stretches cost together', (cap, fees) => {
    const segments = lateFeeSegments(debt, rule('5', { cap: eur(cap) }), day('2025-12-31'));
    expect(segments.map((segment) => formatMoney(segment.fee))).toEqual(fees);
    expect(formatMoney(feeOf(segments, 'EUR'))).toBe(cap);
  });

  it.each([
    ['5', '15000.00'],
    ['0.1', '300.00'],
    ['33.3333', '99999.90'],
  ])('of %s % is of the installment, not of what is still late', (percent, cap) => {
    const terms = { ...FIVE, capPercent: parseDecimal(percent) };
    expect(lateFeeRuleFor(eur('300000.00'), terms)).toEqual({ ...rule('5'), cap: eur(cap) });
    expect(lateFeeRuleFor(eur('300000.00'), FIVE)).toEqual(rule('5'));
  });
});

describe('nothing to pay', () => {
  it.each([
    ['an installment of zero', late('0.00', '2025-03-01'), rule('5')],
    ['paid before it was due', late('100.00', '2025-03-01', { '2025-02-01': '100.00' }), rule('5')],
    ['paid on the due date', late('100.00', '2025-03-01', { '2025-03-01': '100.00' }), rule('5')],
    ['paid more than was due', late('100.00', '2025-03-01', { '2025-02-01': '150.00' }), rule('5')],
  ])('%s costs nothing and has no stretch', (_name, debt, terms) => {
    expect(lateFeeSegments(debt, terms, day('2025-12-31'))).toEqual([]);
    expect(fee(debt, terms, '2025-12-31')).toBe('0.00');
  });

  it('a rate of zero costs nothing, and its stretches say so', () => {
    const segments = lateFeeSegments(late('100.00', '2025-03-01'), rule('0'), day('2025-03-11'));
    expect(told(segments)).toEqual(['2025-03-02 2025-03-11 10 100.00 0 0.00']);
  });
});

describe('currencies and rounding (D1)', () => {
  it.each([
    ['JPY', '1001', '5', '2025-03-11', '5'],
    ['JPY', '1099', '5', '2025-03-11', '5'],
    ['JPY', '1100', '5', '2025-03-11', '6'],
    ['KWD', '1.000', '5', '2025-03-11', '0.005'],
    ['KWD', '1.100', '5', '2025-03-11', '0.006'],
    ['EUR', '1.00', '5', '2025-03-11', '0.01'],
    ['EUR', '0.99', '5', '2025-03-11', '0.00'],
    ['EUR', '90071992547409931.23', '0.0001', '2025-03-02', '900719925.47'],
  ])(
    '%s %s at %s per ten thousand up to %s: %s, rounded half up once',
    (currency, amount, rate, asOf, expected) => {
      expect(fee(late(amount, '2025-03-01', {}, currency), rule(rate), asOf)).toBe(expected);
    },
  );

  it('each stretch is rounded by itself', () => {
    const debt = late('1.00', '2025-03-01', { '2025-03-11': '0.01', '2025-03-21': '0.99' });
    expect(told(lateFeeSegments(debt, rule('5'), day('2025-03-21')))).toEqual([
      '2025-03-02 2025-03-11 10 1.00 0.0005 0.01',
      '2025-03-12 2025-03-21 10 0.99 0.0005 0.00',
    ]);
  });

  it('days are days of the calendar: leap years and changes of the clock are nothing special', () => {
    expect(fee(late('10000.00', '2024-02-28'), rule('1'), '2024-03-01')).toBe('2.00');
    expect(fee(late('10000.00', '2025-03-29'), rule('1'), '2025-03-31')).toBe('2.00');
    expect(fee(late('10000.00', '2024-12-31'), rule('1'), '2025-12-31')).toBe('365.00');
  });
});

describe('any installment, payments, terms and day', () => {
  const anyCase = anyCurrency.chain((currency) =>
    fc.record({ debt: anyDebt(currency), terms: anyRule(currency), asOf: anyAsOf }),
  );
  const RUNS = { numRuns: 3_000 };

  it('costs what a count day by day costs, up to the cap (D3)', () => {
    fc.assert(
      fc.property(anyCase, ({ debt, terms, asOf }) => {
        const expected = money(feeDayByDay(debt, terms, asOf), debt.amount.currency);
        const total = terms.cap === null ? expected : lesser(expected, terms.cap);
        expect(lateFee(debt, terms, asOf)).toEqual(total);
      }),
      RUNS,
    );
  });

  it('explains its fee: stretches follow one another, none overlaps, each is base x rate x days', () => {
    fc.assert(
      fc.property(anyCase, ({ debt, terms, asOf }) => {
        const segments = lateFeeSegments(debt, terms, asOf);
        expect(lateFee(debt, terms, asOf)).toEqual(feeOf(segments, debt.amount.currency));
        const start = terms.graceFrom === 'DUE' ? debt.dueOn : addDays(debt.dueOn, terms.graceDays);
        for (const [index, one] of segments.entries()) {
          expect(one.from).toBe(addDays(segments[index - 1]?.to ?? start, 1));
          expect(daysBetween(one.from, one.to) + 1).toBe(one.days);
          expect(one.days).toBeGreaterThan(0);
          expect(one.base.minor > 0n && one.base.minor <= debt.amount.minor).toBe(true);
          expect(one.fee.minor >= 0n).toBe(true);
          if (terms.cap !== null) continue;
          const { units, places } = one.ratePerDay;
          const twice = 2n * 10n ** BigInt(places);
          const exact = one.base.minor * units * BigInt(one.days) * 2n;
          expect(one.fee.minor).toBe((exact + twice / 2n) / twice);
        }
        expect((segments.at(-1)?.to ?? asOf) <= asOf).toBe(true);
      }),
      RUNS,
    );
  });

  it('is never negative and never falls as days pass', () => {
    fc.assert(
      fc.property(anyCase, anyAsOf, ({ debt, terms, asOf: one }, other) => {
        const [before, after] = one < other ? [one, other] : [other, one];
        const [first, second] = [lateFee(debt, terms, before), lateFee(debt, terms, after)];
        expect(first.minor >= 0n).toBe(true);
        expect(second.minor >= first.minor).toBe(true);
        if (terms.cap !== null) expect(second.minor <= terms.cap.minor).toBe(true);
      }),
      RUNS,
    );
  });

  it('does not look at the order of payments, nor at whether those of a day are one or two', () => {
    const anyCut = fc.bigInt({ min: 0n, max: 100n });
    fc.assert(
      fc.property(anyCase, fc.nat(), anyCut, ({ debt, terms, asOf }, at, cut) => {
        const all = debt.reductions;
        const chosen = all[at % Math.max(all.length, 1)];
        if (chosen === undefined) return;
        const part = money((chosen.amount.minor * cut) / 100n, chosen.amount.currency);
        const rest = money(chosen.amount.minor - part.minor, part.currency);
        const split = [
          { on: chosen.on, amount: part },
          ...all.filter((one) => one !== chosen).toReversed(),
          { on: chosen.on, amount: rest },
        ];
        expect(lateFeeSegments({ ...debt, reductions: split }, terms, asOf)).toEqual(
          lateFeeSegments(debt, terms, asOf),
        );
      }),
      RUNS,
    );
  });

  it('is not less when the same money comes later', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 40 }), ({ debt, terms }, days) => {
        const asOf = day('2025-12-31');
        const later = debt.reductions.map(({ on, amount }) => ({ on: addDays(on, days), amount }));
        // Each stretch may be rounded up by half a minor unit at most.
        const slack = BigInt(debt.reductions.length + 2);
        const [soon, late] = [debt.reductions, later].map((paid) =>
          lateFee({ ...debt, reductions: paid }, terms, asOf),
        );
        expect((late?.minor ?? 0n) + slack >= (soon?.minor ?? 0n)).toBe(true);
      }),
      RUNS,
    );
  });

  it('leaves what it is given as it was', () => {
    const paid = reductions({ '2025-03-20': '2.00', '2025-03-10': '1.00' });
    lateFee(
      { amount: eur('9.00'), dueOn: day('2025-03-01'), reductions: paid },
      rule('5'),
      day('2025-04-01'),
    );
    expect(paid.map(({ on }) => on)).toEqual(['2025-03-20', '2025-03-10']);
  });
});
