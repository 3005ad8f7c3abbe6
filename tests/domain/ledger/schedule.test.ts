import { describe, expect, it } from 'vitest';
import { dueFrom, type PlanLine, percentTenThousandths } from '#domain/ledger/index.ts';
import { money } from '#domain/shared/money.ts';
import { day } from '../amounts.ts';
import {
  amountsOf,
  balance,
  datesOf,
  fixed,
  installmentsOf,
  onMilestone,
  percent,
  refusalOf,
  schedule,
} from './plans.ts';

describe('the amounts of a plan (D1, D2)', () => {
  it('E1: 1,234,567.89 at 10/20/30/40 leaves the cent to the last line', () => {
    const lines = [10, 20, 30, 40].map((share) => percent(share));
    expect(amountsOf(schedule(lines, '1234567.89'))).toEqual([
      '123456.79',
      '246913.58',
      '370370.37',
      '493827.15',
    ]);
  });

  it('D1: the first line takes it when the plan says so', () => {
    const lines = [40, 30, 20, 10].map((share) => percent(share));
    expect(amountsOf(schedule(lines, '1234567.89', { remainder: 'FIRST' }))[0]).toBe('493827.15');
  });

  it.each([
    ['100.00 in 3', [percent(100, { repeatTimes: 3 })], '100.00', 'EUR', ['33.33', '33.33', '33.34']],
    [
      '1,000,000.00 in 3',
      [percent(100, { repeatTimes: 3 })],
      '1000000.00',
      'EUR',
      ['333333.33', '333333.33', '333333.34'],
    ],
    [
      '99.99, 25 % up front, then 4',
      [percent(25), percent(75, { repeatTimes: 4 })],
      '99.99',
      'EUR',
      ['25.00', '18.75', '18.75', '18.75', '18.74'],
    ],
    [
      '203 in whole units in 6',
      [percent(100, { repeatTimes: 6 })],
      '203',
      'JPY',
      ['34', '34', '34', '34', '34', '33'],
    ],
    [
      '203 by fixed 50',
      [fixed('200.00', { repeatTimes: 4 }), balance()],
      '203.00',
      'EUR',
      ['50.00', '50.00', '50.00', '50.00', '3.00'],
    ],
    [
      '30,000.00 in equal parts',
      [percent(100, { repeatTimes: 3 })],
      '30000.00',
      'EUR',
      ['10000.00', '10000.00', '10000.00'],
    ],
    [
      '30,000.00 at 33.334/33.333/33.333',
      [percent(33.334), percent(33.333), percent(33.333)],
      '30000.00',
      'EUR',
      ['10000.20', '9999.90', '9999.90'],
    ],
  ])('E2: %s', (_name, lines, price, currency, amounts) => {
    expect(amountsOf(schedule(lines, price, { currency }))).toEqual(amounts);
  });

  it('a balance line takes what the percents of the price and the fixed amounts leave', () => {
    const lines = [fixed('5000.00'), percent(30), balance()];
    expect(amountsOf(schedule(lines, '100000.01'))).toEqual(['5000.00', '30000.00', '65000.01']);
  });

  it('without a balance line fixed amounts and percents of the price make the price together', () => {
    const lines = [fixed('5000.00'), percent(30), percent(65)];
    expect(amountsOf(schedule(lines, '100000.00'))).toEqual(['5000.00', '30000.00', '65000.00']);
  });

  it('percents are of the price, never of what fixed amounts leave', () => {
    const lines = [fixed('5000.00'), percent(30), percent(70)];
    expect(refusalOf(schedule(lines, '100000.00'))).toEqual({
      code: 'PLAN_DOES_NOT_ADD_UP',
      plan: 'Standard',
      sum: '105000.00 (105 %)',
      expected: '100000.00',
    });
  });

  it('fixed amounts alone make a plan when they are the price', () => {
    expect(amountsOf(schedule([fixed('40.00'), fixed('60.00')], '100.00'))).toEqual(['40.00', '60.00']);
  });

  it('a balance line may stand anywhere and may be repeated', () => {
    const lines = [balance({ repeatTimes: 3 }), percent(50)];
    expect(amountsOf(schedule(lines, '200.00'))).toEqual(['33.33', '33.33', '33.34', '100.00']);
  });

  it('D2.7: 10 %, 10 % after two months, 5 % at six stages and 50 % with the keys is a plan of nine', () => {
    const stages = ['S05', 'S10', 'S20', 'S30', 'S45', 'S60'];
    const lines = [
      percent(10),
      percent(10, { monthsAfter: 2 }),
      ...stages.map((code) => percent(5, onMilestone(code))),
      percent(50, { anchor: 'HANDOVER' }),
    ];
    const plan = schedule(lines, '1000000.00');
    expect(amountsOf(plan)).toEqual(['100000.00', '100000.00', ...stages.map(() => '50000.00'), '500000.00']);
    expect(datesOf(plan)).toEqual(['2025-01-31', '2025-03-31', ...stages.map(() => null), null]);
  });
});

describe('a plan that does not add up is refused with the sum that it has (D1)', () => {
  it('D2.7: floor by floor 5, 10 x 5, 25, 15, 10 adds up to 105 %', () => {
    const lines = [percent(5), ...Array.from({ length: 5 }, () => percent(10))];
    lines.push(percent(25), percent(15), percent(10));
    expect(refusalOf(schedule(lines, '1000000.00'))).toEqual({
      code: 'PLAN_DOES_NOT_ADD_UP',
      plan: 'Standard',
      sum: '105 %',
      expected: '100 %',
    });
  });

  it.each([
    ['99.9999', [percent(33.3333), percent(33.3333), percent(33.3333)]],
    ['100.0001', [percent(50), percent(50.0001)]],
    ['99.5', [percent(50), percent(49.5)]],
    ['10', [percent(10)]],
  ])('D1: %s % is refused, with no tolerance', (share, lines) => {
    expect(refusalOf(schedule(lines, '1000000.00'))).toMatchObject({
      code: 'PLAN_DOES_NOT_ADD_UP',
      sum: `${share} %`,
      expected: '100 %',
    });
  });

  it('percents above 100 are refused beside a balance line too', () => {
    expect(refusalOf(schedule([percent(60), percent(41), balance()], '100.00'))).toMatchObject({
      code: 'PLAN_DOES_NOT_ADD_UP',
      sum: '101 %',
    });
  });

  it.each([
    ['below', '99.99'],
    ['above', '100.01'],
  ])('fixed amounts %s the price are refused', (_name, sum) => {
    expect(refusalOf(schedule([fixed(sum)], '100.00'))).toEqual({
      code: 'PLAN_DOES_NOT_ADD_UP',
      plan: 'Standard',
      sum,
      expected: '100.00',
    });
  });

  it('fixed amounts above the price leave no balance to take', () => {
    expect(refusalOf(schedule([fixed('100.01'), balance()], '100.00'))).toMatchObject({
      code: 'PLAN_DOES_NOT_ADD_UP',
      sum: '100.01',
      expected: '100.00',
    });
  });

  it('fixed amounts and percents above the price are refused together', () => {
    expect(refusalOf(schedule([fixed('60.00'), percent(50), balance()], '100.00'))).toMatchObject({
      code: 'PLAN_DOES_NOT_ADD_UP',
      sum: '110.00 (110 %)',
      expected: '100.00',
    });
  });

  it.each([
    ['a cent below', '4999.99', '99999.99 (99.9999 %)'],
    ['a cent above', '5000.01', '100000.01 (100 %)'],
  ])('fixed amounts and percents %s the price are refused', (_name, amount, sum) => {
    const lines = [fixed(amount), percent(95)];
    expect(refusalOf(schedule(lines, '100000.00'))).toMatchObject({
      code: 'PLAN_DOES_NOT_ADD_UP',
      sum,
      expected: '100000.00',
    });
  });
});

describe('a line that cannot be used is refused by its name', () => {
  it.each<[string, PlanLine, string]>([
    ['a percent of zero', percent(0), 'has no percent above zero'],
    ['a negative percent', percent(-5), 'has no percent above zero'],
    ['no percent', percent(0, { percentTenThousandths: null }), 'has no percent above zero'],
    ['a fixed amount of zero', fixed('0.00'), 'has no amount above zero'],
    ['a negative fixed amount', fixed('-1.00'), 'has no amount above zero'],
    ['no fixed amount', fixed('1.00', { amount: null }), 'has no amount above zero'],
    ['another currency', fixed('1.00', { amount: money(100n, 'JPY') }), 'is not in EUR'],
    ['no repeat', percent(100, { repeatTimes: 0 }), 'is repeated less than once'],
    ['half a repeat', percent(100, { repeatTimes: 1.5 }), 'is repeated less than once'],
    ['too many repeats', percent(100, { repeatTimes: 601 }), 'is repeated more than 600 times'],
    ['months before its anchor', percent(100, { monthsAfter: -1 }), 'falls due before its anchor'],
    ['days before its anchor', percent(100, { daysAfter: -1 }), 'falls due before its anchor'],
    ['repeats that go back', percent(100, { repeatEveryMonths: -1 }), 'falls due before its anchor'],
    [
      'more than a hundred years after its anchor',
      percent(100, { monthsAfter: 1_201 }),
      'falls due more than 1200 months after its anchor',
    ],
    [
      'repeats that go on for more than a hundred years',
      percent(100, { monthsAfter: 1, repeatTimes: 13, repeatEveryMonths: 100 }),
      'falls due more than 1200 months after its anchor',
    ],
    [
      'more than a hundred years of days after its anchor',
      percent(100, { daysAfter: 36_526 }),
      'falls due more than 36525 days after its anchor',
    ],
    [
      'a deposit that takes deposits off',
      percent(100, { isDeposit: true, isLessDeposit: true }),
      'is a deposit and takes deposits off',
    ],
    ['a fixed date without a date', percent(100, { anchor: 'DATE' }), 'has no date'],
    [
      'a milestone without a code',
      percent(100, { anchor: 'MILESTONE', milestoneCode: '' }),
      'names no milestone',
    ],
  ])('%s', (_name, line, problem) => {
    expect(refusalOf(schedule([line], '100.00'))).toEqual({
      code: 'PLAN_LINE_INVALID',
      plan: 'Standard',
      line: line.label,
      problem,
    });
  });

  it('a plan without lines is refused', () => {
    expect(refusalOf(schedule([], '100.00'))).toMatchObject({
      code: 'PLAN_LINE_INVALID',
      problem: 'has no lines',
    });
  });

  it('a plan with two balance lines is refused', () => {
    expect(refusalOf(schedule([balance(), balance()], '100.00'))).toMatchObject({
      code: 'PLAN_LINE_INVALID',
      problem: 'has more than one balance line',
    });
  });

  it('the first line that is wrong is the one that is named', () => {
    const lines = [percent(50), percent(0), fixed('0.00')];
    expect(refusalOf(schedule(lines, '100.00'))).toMatchObject({ line: '0 %' });
  });

  it('a hundred years after its anchor is the most, and possible', () => {
    const lines = [percent(50, { monthsAfter: 1_200 }), percent(50, { daysAfter: 36_525 })];
    expect(datesOf(schedule(lines, '100.00'))).toEqual(['2125-01-31', '2125-02-01'].sort());
  });

  it('more than 600 installments are refused, 600 are not', () => {
    const half = percent(50, { repeatTimes: 300 });
    expect(amountsOf(schedule([half, half], '1000000.00'))).toHaveLength(600);
    const more = percent(50, { repeatTimes: 301 });
    expect(refusalOf(schedule([half, more], '1000000.00'))).toMatchObject({ code: 'PLAN_LINE_INVALID' });
  });
});

describe('due dates (D2.2, D2.4, E4)', () => {
  it.each([
    [
      'monthly from 31 January',
      percent(100, { repeatTimes: 5, repeatEveryMonths: 1 }),
      ['2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31'],
    ],
    [
      'every second month, the first after one',
      percent(100, { repeatTimes: 3, monthsAfter: 1, repeatEveryMonths: 2 }),
      ['2025-02-28', '2025-04-30', '2025-06-30'],
    ],
    ['after 10 days', percent(100, { daysAfter: 10 }), ['2025-02-10']],
    ['months first, then days', percent(100, { monthsAfter: 1, daysAfter: 30 }), ['2025-03-30']],
    ['all on one day', percent(100, { repeatTimes: 2 }), ['2025-01-31', '2025-01-31']],
  ])('from the signing: %s', (_name, line, dates) => {
    expect(datesOf(schedule([line], '1200.00'))).toEqual(dates);
  });

  it.each([
    ['2024-01-31', 1, ['2024-01-31', '2024-02-29']],
    ['2024-11-30', 3, ['2024-11-30', '2025-02-28', '2025-05-30', '2025-08-30']],
  ])('E4: from a fixed date, %s every %i months', (dueOn, repeatEveryMonths, dates) => {
    const line = percent(100, {
      anchor: 'DATE',
      dueOn: day(dueOn),
      repeatTimes: dates.length,
      repeatEveryMonths,
    });
    expect(datesOf(schedule([line], '1200.00'))).toEqual(dates);
  });

  it('E4: a milestone certified on 2025-06-10 makes its line due 15 days later', () => {
    const line = percent(100, { ...onMilestone('TOP_OUT'), daysAfter: 15 });
    const milestones = new Map([['TOP_OUT', day('2025-06-10')]]);
    expect(datesOf(schedule([line], '100.00', { anchors: { milestones } }))).toEqual(['2025-06-25']);
  });

  it.each([
    ['not certified yet', new Map([['TOP_OUT', null]])],
    ['not known', new Map()],
  ])('D2.4: a milestone that is %s gives no due date', (_name, milestones) => {
    const lines = [percent(100, { ...onMilestone('TOP_OUT'), daysAfter: 15 })];
    const [one] = installmentsOf(schedule(lines, '100.00', { anchors: { milestones } }));
    expect(one).toMatchObject({ dueOn: null, anchor: 'MILESTONE', milestoneCode: 'TOP_OUT', daysAfter: 15 });
  });

  it('a milestone certified before the signing asks for nothing before the signing', () => {
    const milestones = new Map([['TOP_OUT', day('2024-06-10')]]);
    const lines = [percent(100, { ...onMilestone('TOP_OUT'), daysAfter: 15 })];
    expect(datesOf(schedule(lines, '100.00', { anchors: { milestones } }))).toEqual(['2025-02-15']);
  });

  it('D2.4: what waits for the keys has no due date but keeps how long after them it falls due', () => {
    const [one] = installmentsOf(schedule([percent(100, { anchor: 'HANDOVER', daysAfter: 30 })], '100.00'));
    expect(one).toMatchObject({ dueOn: null, anchor: 'HANDOVER', daysAfter: 30 });
    expect(dueFrom(day('2026-12-31'), { monthsAfter: 0, daysAfter: 30 })).toBe('2027-01-30');
  });

  it('D2.4: handed over or paid out by the bank, the line is due so many months and days after', () => {
    const lines = [
      percent(20, { label: 'Signing' }),
      percent(30, { label: 'Keys', anchor: 'HANDOVER', monthsAfter: 1 }),
      percent(50, { label: 'Loan', anchor: 'LOAN', daysAfter: 10 }),
    ];
    expect(datesOf(schedule(lines, '100.00'))).toEqual(['2025-01-31', null, null]);
    const anchors = { handedOverOn: day('2026-01-31'), loanPaidOutOn: day('2026-03-01') };
    expect(
      installmentsOf(schedule(lines, '100.00', { anchors })).map(({ label, anchor, dueOn }) => [
        label,
        anchor,
        dueOn,
      ]),
    ).toEqual([
      ['Signing', 'SIGNING', '2025-01-31'],
      ['Keys', 'HANDOVER', '2026-02-28'],
      ['Loan', 'LOAN', '2026-03-11'],
    ]);
  });

  it('a repeated milestone line keeps how many months after the milestone each part falls due', () => {
    const line = percent(100, { ...onMilestone('TOP_OUT'), repeatTimes: 3, repeatEveryMonths: 1 });
    const parts = installmentsOf(schedule([line], '90.00'));
    expect(parts.map(({ monthsAfter }) => monthsAfter)).toEqual([0, 1, 2]);
  });
});

describe('the order of installments (E21.11: due dates never go back)', () => {
  const order = (lines: readonly PlanLine[], anchors = {}) =>
    installmentsOf(schedule(lines, '100.00', { anchors })).map(({ seq, label, dueOn }) => [
      seq,
      label,
      dueOn,
    ]);

  it('is that of their dates, also where the lines of the plan overlap', () => {
    const lines = [
      percent(60, { label: 'Monthly', monthsAfter: 1, repeatTimes: 3, repeatEveryMonths: 1 }),
      percent(40, { label: 'Half-way', monthsAfter: 2, daysAfter: 1 }),
    ];
    expect(order(lines)).toEqual([
      [1, 'Monthly 1/3', '2025-02-28'],
      [2, 'Monthly 2/3', '2025-03-31'],
      [3, 'Half-way', '2025-04-01'],
      [4, 'Monthly 3/3', '2025-04-30'],
    ]);
  });

  it('is that of the plan where the date is the same', () => {
    const lines = [percent(30, { label: 'A' }), percent(30, { label: 'B' }), percent(40, { label: 'C' })];
    expect(order(lines).map(([, label]) => label)).toEqual(['A', 'B', 'C']);
  });

  it('leaves those without a date in their places', () => {
    const lines = [
      percent(25, { label: 'Late', monthsAfter: 9 }),
      percent(25, { label: 'Keys', anchor: 'HANDOVER' }),
      percent(25, { label: 'Roof', ...onMilestone('ROOF') }),
      percent(25, { label: 'Early' }),
    ];
    expect(order(lines)).toEqual([
      [1, 'Early', '2025-01-31'],
      [2, 'Keys', null],
      [3, 'Roof', null],
      [4, 'Late', '2025-10-31'],
    ]);
  });

  it('an amount goes with its label and date, not with its place', () => {
    const lines = [percent(90, { label: 'Late', monthsAfter: 9 }), percent(10, { label: 'Early' })];
    expect(amountsOf(schedule(lines, '100.00'))).toEqual(['10.00', '90.00']);
  });
});

describe('due dates on days off (D2.1)', () => {
  const calendar = {
    weekend: 'SATURDAY_SUNDAY' as const,
    holidays: new Set(['2025-03-31']),
    workdays: new Set(['2025-06-01']),
  };
  // 31 January 2025 is a Friday; 31 May and 31 August are a Saturday and a Sunday.
  const line = percent(100, { repeatTimes: 8, repeatEveryMonths: 1 });

  it('move to the next business day, and the next month counts from the anchor again (D2.2)', () => {
    const anchors = { businessDays: { rule: 'NEXT_BUSINESS_DAY' as const, calendar } };
    expect(datesOf(schedule([line], '800.00', { anchors }))).toEqual([
      '2025-01-31',
      '2025-02-28',
      '2025-04-01',
      '2025-04-30',
      '2025-06-01',
      '2025-06-30',
      '2025-07-31',
      '2025-09-01',
    ]);
  });

  it('stay where they are without the rule', () => {
    const anchors = { businessDays: { rule: 'AS_IS' as const, calendar } };
    expect(datesOf(schedule([line], '800.00', { anchors }))).toEqual(datesOf(schedule([line], '800.00')));
    expect(datesOf(schedule([line], '800.00'))).toContain('2025-05-31');
  });
});

describe('the names and numbers of installments', () => {
  it('are numbered from one through all lines, and repeats say which one they are', () => {
    const lines = [percent(20, { label: 'Signing' }), percent(80, { label: 'Monthly', repeatTimes: 2 })];
    expect(installmentsOf(schedule(lines, '100.00')).map(({ seq, label }) => [seq, label])).toEqual([
      [1, 'Signing'],
      [2, 'Monthly 1/2'],
      [3, 'Monthly 2/2'],
    ]);
  });
});

describe('a stored percent', () => {
  it.each([
    [10, 100_000],
    [33.3333, 333_333],
    [0.0001, 1],
    [99.9999, 999_999],
    [100, 1_000_000],
    [0.1 + 0.2, 3_000],
    [33.33333, null],
    [33.333301, null],
    [0.00001, null],
    [Number.NaN, null],
  ])('%d is %s ten-thousandths', (share, tenThousandths) => {
    expect(percentTenThousandths(share)).toBe(tenThousandths);
  });

  it('every percent with four decimals is read exactly', () => {
    for (let tenThousandths = 1; tenThousandths <= 1_000_000; tenThousandths += 7) {
      expect(percentTenThousandths(tenThousandths / 10_000)).toBe(tenThousandths);
    }
  });
});

describe('a price of zero', () => {
  it('makes installments of zero, never negative ones', () => {
    const lines = [percent(30), percent(70, { repeatTimes: 3 })];
    expect(amountsOf(schedule(lines, '0.00'))).toEqual(['0.00', '0.00', '0.00', '0.00']);
  });
});
