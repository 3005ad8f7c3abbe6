import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAmounts, type Plan, type PlanLine, percentText } from '#domain/ledger/index.ts';
import { formatMoney, money, parseMoney, sum } from '#domain/shared/money.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { anyCurrency, anyMinor, day } from '../amounts.ts';
import {
  amountsOf,
  balance,
  fixed,
  installmentsOf,
  onMilestone,
  percent,
  refusalOf,
  schedule,
} from './plans.ts';

function amounts(
  lines: readonly PlanLine[],
  price: string,
  { remainder = 'LAST', currency = 'EUR' }: { remainder?: Plan['remainder']; currency?: string } = {},
): string[] {
  const decision = lineAmounts({ name: 'Standard', remainder, lines }, parseMoney(price, currency));
  if (isRefused(decision)) throw new Error(JSON.stringify(decision.refused));
  return decision.plan.map(formatMoney);
}

function refusal(lines: readonly PlanLine[], price: string, remainder: Plan['remainder'] = 'LAST') {
  const decision = lineAmounts({ name: 'Standard', remainder, lines }, parseMoney(price, 'EUR'));
  return isRefused(decision) ? decision.refused : decision.plan.map(formatMoney);
}

const deposit = { isDeposit: true };
const lessDeposit = { isLessDeposit: true };

describe('the public plan shapes (D2.7)', () => {
  it('20 %, 1 % a month, 5 % every sixth month, 40 % with the keys: 25 installments in the order of their dates', () => {
    const everyMonth = [1, 7, 13, 19].map((monthsAfter) =>
      percent(5, { label: `From month ${monthsAfter}`, monthsAfter, repeatTimes: 5, repeatEveryMonths: 1 }),
    );
    const lines = [
      percent(20, { label: 'Signing' }),
      percent(20, { label: 'Sixth', monthsAfter: 6, repeatTimes: 4, repeatEveryMonths: 6 }),
      ...everyMonth,
      percent(40, { label: 'Keys', anchor: 'HANDOVER' }),
    ];
    const plan = installmentsOf(schedule(lines, '1000000.00'));
    expect(plan).toHaveLength(26);
    expect(plan.map(({ amount }) => formatMoney(amount))).toEqual([
      '200000.00',
      ...Array.from({ length: 24 }, (_, month) => ((month + 1) % 6 === 0 ? '50000.00' : '10000.00')),
      '400000.00',
    ]);
    expect(plan.slice(0, 7).map(({ dueOn }) => dueOn)).toEqual([
      '2025-01-31',
      '2025-02-28',
      '2025-03-31',
      '2025-04-30',
      '2025-05-31',
      '2025-06-30',
      '2025-07-31',
    ]);
    expect(plan.at(-1)).toMatchObject({ label: 'Keys', dueOn: null, seq: 26 });
  });

  it('10 % reservation, 10 % after two months, 5 % at six stages, 50 % with the keys makes 100', () => {
    const stages = [5, 10, 20, 30, 45, 60].map((stage) => percent(5, onMilestone(`${stage} %`)));
    const lines = [
      percent(10),
      percent(10, { monthsAfter: 2 }),
      ...stages,
      percent(50, { anchor: 'HANDOVER' }),
    ];
    expect(amounts(lines, '1234567.89')).toEqual([
      '123456.79',
      '123456.79',
      ...stages.map(() => '61728.39'),
      '617283.97',
    ]);
  });

  it('floor by floor 5, 10 x 5, 25, 15, 10, as published, adds up to 105 % and is refused with that sum', () => {
    const floors = percent(50, { label: 'Floors', repeatTimes: 5, ...onMilestone('SLAB') });
    const lines = [percent(5), floors, percent(25), percent(15), percent(10)];
    expect(refusal(lines, '1000000.00')).toEqual({
      code: 'PLAN_DOES_NOT_ADD_UP',
      plan: 'Standard',
      sum: '105 %',
      expected: '100 %',
    });
  });

  it('500,000 on application, then 20 % less 500,000: the deposit is part of the 20 %', () => {
    const lines = [
      fixed('500000.00', deposit),
      percent(20, { ...lessDeposit, daysAfter: 30 }),
      percent(80, { anchor: 'HANDOVER' }),
    ];
    expect(amounts(lines, '5000000.00')).toEqual(['500000.00', '500000.00', '4000000.00']);
    expect(amounts(lines, '3333333.33')).toEqual(['500000.00', '166666.67', '2666666.66']);
  });
});

describe('deposits (D2.3)', () => {
  it('that no line takes off are lines like any other', () => {
    expect(amounts([fixed('10.00', deposit), balance()], '100.00')).toEqual(['10.00', '90.00']);
    expect(refusal([fixed('10.00', deposit), percent(100)], '100.00')).toMatchObject({
      code: 'PLAN_DOES_NOT_ADD_UP',
      sum: '110.00 (110 %)',
    });
  });

  it('exactly as large as the line that takes them off leave it nothing', () => {
    const lines = [fixed('20.00', deposit), percent(20, lessDeposit), percent(80)];
    expect(amounts(lines, '100.00')).toEqual(['20.00', '0.00', '80.00']);
  });

  it('larger than the line that takes them off are refused, and both lines are named', () => {
    const lines = [
      fixed('20.01', { ...deposit, label: 'Application' }),
      percent(20, { ...lessDeposit, label: 'Signing' }),
      percent(80),
    ];
    expect(refusal(lines, '100.00')).toEqual({
      code: 'PLAN_LINE_INVALID',
      plan: 'Standard',
      line: 'Signing',
      problem: 'is smaller than the deposit "Application" that it takes off',
    });
  });

  it('two of them may be taken off one line, together no more than it has', () => {
    const lines = (second: string) => [
      fixed('5.00', deposit),
      fixed(second, { ...deposit, label: 'Second' }),
      percent(20, { ...lessDeposit, label: 'Signing' }),
      percent(80),
    ];
    expect(amounts(lines('10.00'), '100.00')).toEqual(['5.00', '10.00', '5.00', '80.00']);
    expect(refusal(lines('15.01'), '100.00')).toMatchObject({
      line: 'Signing',
      problem: 'is smaller than the deposit "Second" that it takes off',
    });
  });

  it('are taken off once, by the next line that does it, and only earlier ones', () => {
    const lines = [
      fixed('5.00', deposit),
      percent(20, lessDeposit),
      fixed('10.00', deposit),
      percent(30, lessDeposit),
      percent(50, lessDeposit),
    ];
    expect(amounts(lines, '100.00')).toEqual(['5.00', '15.00', '10.00', '20.00', '50.00']);
  });

  it('may be percents, and may be taken off a balance or off a fixed amount', () => {
    expect(amounts([percent(10, deposit), percent(30, lessDeposit), percent(70)], '100.01')).toEqual([
      '10.00',
      '20.00',
      '70.01',
    ]);
    expect(amounts([fixed('10.00', deposit), percent(40), balance(lessDeposit)], '100.01')).toEqual([
      '10.00',
      '40.00',
      '50.01',
    ]);
    expect(amounts([fixed('10.00', deposit), fixed('40.00', lessDeposit), percent(60)], '100.00')).toEqual([
      '10.00',
      '30.00',
      '60.00',
    ]);
  });

  it('a repeated line takes them off as a whole and is split afterwards', () => {
    const lines = [fixed('10.00', deposit), percent(100, { ...lessDeposit, repeatTimes: 4 })];
    expect(amountsOf(schedule(lines, '100.00'))).toEqual(['10.00', '22.50', '22.50', '22.50', '22.50']);
  });

  it('the balance of a plan is no deposit that another line can take off', () => {
    const lines = [balance({ ...deposit, label: 'Rest' }), percent(50, lessDeposit)];
    expect(refusal(lines, '100.00')).toMatchObject({ code: 'PLAN_LINE_INVALID', line: 'Rest' });
  });
});

describe('the remainder (D1)', () => {
  const thirds = [percent(33.3333), percent(33.3333), percent(33.3334)];

  it.each([
    ['LAST', ['33.34', '33.34', '33.34']],
    ['FIRST', ['33.34', '33.34', '33.34']],
  ] as const)('%s, where nothing is left over', (remainder, expected) => {
    expect(amounts(thirds, '100.02', { remainder })).toEqual(expected);
  });

  it.each([
    ['LAST', ['0.33', '0.33', '0.34']],
    ['FIRST', ['0.34', '0.33', '0.33']],
  ] as const)('%s takes what rounding leaves', (remainder, expected) => {
    expect(amounts(thirds, '1.00', { remainder })).toEqual(expected);
  });

  it.each([
    ['LAST', ['0.05', '33.33', '33.33', '33.29']],
    ['FIRST', ['0.05', '33.29', '33.33', '33.33']],
  ] as const)('is that of the percents, never of a fixed amount: %s', (remainder, expected) => {
    const lines = [fixed('0.05'), percent(33.3333), percent(33.3333), percent(33.2834)];
    const other = [fixed('0.05'), percent(33.2834), percent(33.3333), percent(33.3333)];
    expect(amounts(remainder === 'LAST' ? lines : other, '100.00', { remainder })).toEqual(expected);
  });

  it.each(['LAST', 'FIRST'] as const)(
    'two halves and a balance of an odd cent: the balance is nothing: %s',
    (remainder) => {
      const [one, two, rest] = amounts([percent(50), percent(50), balance()], '100.01', { remainder });
      expect([one, two, rest]).toEqual(
        remainder === 'LAST' ? ['50.01', '50.00', '0.00'] : ['50.00', '50.01', '0.00'],
      );
    },
  );

  it('a balance takes the rounding of percents that are less than the whole', () => {
    expect(amounts([percent(33.3333), percent(33.3333), balance()], '0.05')).toEqual([
      '0.02',
      '0.02',
      '0.01',
    ]);
  });

  it('percents that round up too often are rounded down, so that no line is below zero', () => {
    const lines = Array.from({ length: 8 }, () => percent(12.5));
    expect(amounts(lines, '0.04')).toEqual([...Array.from({ length: 7 }, () => '0.00'), '0.04']);
    expect(amounts([...lines.slice(1), percent(12.4999), balance()], '0.04').at(-1)).toBe('0.04');
  });

  it.each([
    ['JPY', '1001', ['334', '334', '333']],
    ['KWD', '1.000', ['0.333', '0.333', '0.334']],
    ['EUR', '90071992547409931.23', ['30023967491805794.61', '30023967491805794.61', '30024057563798342.01']],
  ])('in %s, to its minor unit', (currency, price, expected) => {
    const lines = [percent(33.3333), percent(33.3333), percent(33.3334)];
    expect(amounts(lines, price, { currency })).toEqual(expected);
  });
});

describe('fixed amounts beside percents (D2)', () => {
  it('make the price to the cent, though the percent of it is no whole cent', () => {
    expect(amounts([fixed('66.67'), percent(33.3333)], '100.00')).toEqual(['66.67', '33.33']);
    expect(amounts([fixed('0.01'), percent(99.97)], '33.33')).toEqual(['0.01', '33.32']);
  });

  it('are refused when they miss it by a cent, with what they make', () => {
    expect(refusal([fixed('66.68'), percent(33.3333)], '100.00')).toMatchObject({
      code: 'PLAN_DOES_NOT_ADD_UP',
      sum: '100.01 (100.0133 %)',
      expected: '100.00',
    });
  });

  it('alone are the price exactly', () => {
    expect(refusal([fixed('50.00'), fixed('49.99')], '100.00')).toMatchObject({ sum: '99.99' });
    expect(amounts([fixed('50.00'), fixed('50.00')], '100.00')).toEqual(['50.00', '50.00']);
  });

  it('may leave a balance of nothing', () => {
    expect(amounts([fixed('100.00'), balance()], '100.00')).toEqual(['100.00', '0.00']);
  });
});

describe('a percent as text', () => {
  it.each([
    [1_050_000, '105'],
    [999_999, '99.9999'],
    [1_000_001, '100.0001'],
    [5_000, '0.5'],
    [1, '0.0001'],
    [0, '0'],
  ])('%i ten-thousandths are %s', (tenThousandths, text) => {
    expect(percentText(tenThousandths)).toBe(text);
  });
});

describe('any percents that make 100', () => {
  const anyPercents = fc
    .array(fc.integer({ min: 1, max: 999_999 }), { maxLength: 30 })
    .map((cuts) => [0, ...new Set(cuts.sort((a, b) => a - b)), 1_000_000])
    .map((cuts) => cuts.slice(1).map((cut, index) => cut - (cuts[index] ?? 0)));
  const lineOf = (percentTenThousandths: number): PlanLine => ({ ...percent(1), percentTenThousandths });

  it('D1: each is its share rounded half up, but for the one that takes the remainder', () => {
    fc.assert(
      fc.property(
        anyPercents,
        anyCurrency,
        anyMinor({ min: 10n ** 9n, max: 10n ** 14n }),
        fc.constantFrom<Plan['remainder']>('LAST', 'FIRST'),
        (shares, currency, minor, remainder) => {
          const price = money(minor, currency);
          const decision = lineAmounts({ name: 'Any', remainder, lines: shares.map(lineOf) }, price);
          if (isRefused(decision)) throw new Error(JSON.stringify(decision.refused));
          expect(sum(decision.plan, currency)).toEqual(price);
          const taker = remainder === 'LAST' ? shares.length - 1 : 0;
          for (const [index, amount] of decision.plan.entries()) {
            if (index === taker) continue;
            const exact = minor * BigInt(shares[index] ?? 0);
            expect(amount.minor).toBe((exact * 2n + 1_000_000n) / 2_000_000n);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('a ten-thousandth of a percent more or less is refused, however large the price', () => {
    fc.assert(
      fc.property(anyPercents, anyMinor({ min: 1n }), fc.constantFrom(-1, 1), (shares, minor, by) => {
        const [first = 0, ...others] = shares;
        fc.pre(first + by > 0);
        const lines = [first + by, ...others].map(lineOf);
        const decision = lineAmounts({ name: 'Any', remainder: 'LAST', lines }, money(minor, 'EUR'));
        expect(isRefused(decision) && decision.refused).toEqual({
          code: 'PLAN_DOES_NOT_ADD_UP',
          plan: 'Any',
          sum: by > 0 ? '100.0001 %' : '99.9999 %',
          expected: '100 %',
        });
      }),
      { numRuns: 2_000 },
    );
  });
});

it('a plan keeps its amounts whatever is certified, handed over or paid out', () => {
  const lines = [
    percent(50, onMilestone('ROOF')),
    percent(30, { anchor: 'HANDOVER' }),
    percent(20, { anchor: 'LOAN' }),
  ];
  const anchors = {
    milestones: new Map([['ROOF', day('2026-01-01')]]),
    handedOverOn: day('2025-12-01'),
    loanPaidOutOn: day('2025-11-01'),
  };
  const known = installmentsOf(schedule(lines, '100.01', { anchors }));
  const unknown = installmentsOf(schedule(lines, '100.01'));
  const byLabel = (plan: typeof known) =>
    plan.map(({ label, amount }) => `${label} ${formatMoney(amount)}`).sort();
  expect(byLabel(known)).toEqual(byLabel(unknown));
  expect(refusalOf(schedule(lines, '100.01'))).toBeNull();
});
