/**
 * The worked examples of the domain's section E as inputs and answers of `calc`, rule by rule. The first
 * input of each rule has its required fields and no other.
 */
export type Example = [name: string, input: Record<string, unknown>, answer: Record<string, unknown>];

const home = (measuredArea: string | number) => ({
  currency: 'CNY',
  contractArea: '100.00',
  measuredArea,
  unitPrice: '10000.00',
});

const settled = (
  ratioPercent: string,
  buyerMayRescind: boolean,
  buyerPays: string,
  buyerRefund: string,
  developerBearsArea = '0.00',
) => ({ ratioPercent, buyerMayRescind, buyerPays, buyerRefund, developerBearsArea });

export const AREA_SETTLEMENT: Example[] = [
  ['E8 102.50', home('102.50'), settled('2.5000', false, '25000.00', '0.00')],
  ['E8 103.00', home('103.00'), settled('3.0000', false, '30000.00', '0.00')],
  ['E8 103.01', home('103.01'), settled('3.0100', true, '30000.00', '0.00', '0.01')],
  ['E8 105.00', home('105.00'), settled('5.0000', true, '30000.00', '0.00', '2.00')],
  ['E8 98.00', home('98.00'), settled('-2.0000', false, '0.00', '20000.00')],
  ['E8 97.00', home('97.00'), settled('-3.0000', false, '0.00', '30000.00')],
  ['E8 96.99', home('96.99'), settled('-3.0100', true, '0.00', '30200.00')],
  ['E8 95.00', home('95.00'), settled('-5.0000', true, '0.00', '70000.00')],
  ['E8 without a difference', home('100'), settled('0.0000', false, '0.00', '0.00')],
  ['areas as JSON numbers', home(102.5), settled('2.5000', false, '25000.00', '0.00')],
  [
    'a rule of the contract',
    { ...home('99.00'), rule: { tolerancePercent: 0.6, shortfallMultiplier: '1.5' } },
    settled('-1.0000', true, '0.00', '12000.00'),
  ],
  [
    'half of the rule, the other half is the law',
    { ...home('95.00'), rule: { tolerancePercent: '4' } },
    settled('-5.0000', true, '0.00', '60000.00'),
  ],
  [
    'an area borne to the ten-thousandth',
    { ...home('87.9822'), contractArea: '85.37', unitPrice: '1.00' },
    settled('3.0599', true, '2.56', '0.00', '0.0511'),
  ],
];

const aged = (id: string, due: string | null, amount: string, rest = {}) => ({
  id,
  due,
  amount,
  receipts: [],
  ...rest,
});

export const AGEING: Example[] = [
  [
    'D10 all buckets by the days since the due date',
    {
      asOf: '2025-06-30',
      items: [
        aged('today', '2025-06-30', '1.00'),
        aged('undated', null, '2.00'),
        aged('1 day', '2025-06-29', '10.00'),
        aged('30 days', '2025-05-31', '20.00'),
        aged('31 days', '2025-05-30', '100.00'),
        aged('61 days', '2025-04-30', '1000.00'),
        aged('90 days', '2025-04-01', '2000.00'),
        aged('91 days', '2025-03-31', '10000.00'),
      ],
    },
    {
      buckets: { NOT_DUE: '3.00', D1_30: '30.00', D31_60: '100.00', D61_90: '3000.00', D91_PLUS: '10000.00' },
      total: '13133.00',
    },
  ],
  [
    'D10 receipts up to the day count, what is waived is off, and less than nothing is nothing',
    {
      currency: 'JPY',
      asOf: '2025-06-30',
      items: [
        aged('a', '2025-06-01', '1000', {
          receipts: [
            { on: '2025-06-30', amount: '300' },
            { on: '2025-07-01', amount: '700' },
          ],
          waived: '100',
        }),
        aged('b', '2025-06-01', '100', { receipts: [{ on: '2025-01-01', amount: '150' }] }),
      ],
    },
    { buckets: { NOT_DUE: '0', D1_30: '600', D31_60: '0', D61_90: '0', D91_PLUS: '0' }, total: '600' },
  ],
];

export const MORTGAGE: Example[] = [
  [
    'E11 1,000,000 at 4.9 % over 360 months',
    { principal: '1000000.00', annualRatePercent: '4.9', months: 360, method: 'EQUAL_INSTALLMENT' },
    {
      payment: '5307.27',
      first: { interest: '4083.33', principal: '1223.94' },
      lastPayment: '5305.19',
      totalInterest: '910615.12',
      totalInterestUnrounded: '910616.19',
    },
  ],
  [
    'E11 150,000 at 3.625 % over 360 months',
    { principal: '150000.00', annualRatePercent: 3.625, months: '360', method: 'EQUAL_INSTALLMENT' },
    {
      payment: '684.08',
      first: { interest: '453.13', principal: '230.95' },
      lastPayment: '682.18',
      totalInterest: '96266.90',
      totalInterestUnrounded: '96267.70',
    },
  ],
  [
    'E11 1,000 at 2 % a month over 6 months',
    { principal: '1000', annualRatePercent: 24, months: 6, method: 'EQUAL_INSTALLMENT' },
    {
      payment: '178.53',
      first: { interest: '20.00', principal: '158.53' },
      lastPayment: '178.51',
      totalInterest: '71.16',
      totalInterestUnrounded: '71.15',
    },
  ],
  [
    'E11 without interest',
    { currency: 'JPY', principal: '100', annualRatePercent: 0, months: 3, method: 'EQUAL_INSTALLMENT' },
    {
      payment: '33',
      first: { interest: '0', principal: '33' },
      lastPayment: '34',
      totalInterest: '0',
      totalInterestUnrounded: '0',
    },
  ],
  [
    'E11 equal principal, 1,000,000 at 4.9 % over 360 months',
    { principal: '1000000.00', annualRatePercent: '4.9', months: 360, method: 'EQUAL_PRINCIPAL' },
    {
      payment: '6861.11',
      first: { interest: '4083.33', principal: '2777.78' },
      lastPayment: '2788.32',
      totalInterest: '737041.08',
      totalInterestUnrounded: '737041.67',
    },
  ],
  [
    'E11 equal principal, 120,000 at 6 % over 12 months',
    { principal: '120000.00', annualRatePercent: 6, months: 12, method: 'EQUAL_PRINCIPAL' },
    {
      payment: '10600.00',
      first: { interest: '600.00', principal: '10000.00' },
      lastPayment: '10050.00',
      totalInterest: '3900.00',
      totalInterestUnrounded: '3900.00',
    },
  ],
];

const tier = (from: string, to: string | null, percent: string | number) => ({ from, to, percent });

const BY_500 = [tier('0.00', '300000.00', 3), tier('300000.00', '500000.00', 5), tier('500000.00', null, 7)];

export const COMMISSION: Example[] = [
  [
    'E13 3 % to 300k, 5 % to 600k, 7 % above',
    {
      amount: '750000.00',
      mode: 'MARGINAL',
      tiers: [tier('0', '300000', '3'), tier('300000', '600000', '5'), tier('600000', null, '7')],
    },
    { commission: '34500.00' },
  ],
  [
    'E13 bands 300k and 500k',
    { amount: '600000.00', mode: 'MARGINAL', tiers: BY_500 },
    { commission: '26000.00' },
  ],
  ['E13 WHOLE', { amount: '600000.00', mode: 'WHOLE', tiers: BY_500 }, { commission: '42000.00' }],
  [
    'E13 half-open bands',
    {
      amount: '1500.00',
      mode: 'MARGINAL',
      tiers: [tier('0.00', '500.00', 25), tier('500.00', '3000.00', 30), tier('3000.00', null, 40)],
    },
    { commission: '425.00' },
  ],
  [
    'E13 quota and pool',
    {
      amount: '12000000.00',
      mode: 'MARGINAL',
      tiers: [tier('0.00', '8000000.00', 0.4), tier('8000000.00', null, 0.5)],
      split: [25, '75'],
    },
    { commission: '52000.00', shares: ['13000.00', '39000.00'] },
  ],
];

const deposit = (defaulter: string) => ({
  price: '2000000.00',
  agreed: '500000.00',
  paid: '500000.00',
  defaulter,
});

export const DEPOSIT: Example[] = [
  [
    'E9 the buyer is in default',
    deposit('BUYER'),
    { depositPart: '400000.00', prepaymentPart: '100000.00', returned: '100000.00', forfeited: '400000.00' },
  ],
  [
    'E9 the seller is in default',
    deposit('SELLER'),
    { depositPart: '400000.00', prepaymentPart: '100000.00', returned: '900000.00', forfeited: '0.00' },
  ],
  [
    'nothing paid yet',
    { ...deposit('BUYER'), paid: '0', currency: 'KWD' },
    { depositPart: '0.000', prepaymentPart: '0.000', returned: '0.000', forfeited: '0.000' },
  ],
];

const ended = (completionPercent: string | number, rest = {}) => ({
  regime: 'DUBAI',
  unitPrice: '1000000.00',
  paid: '450000.00',
  completionPercent,
  ...rest,
});

export const RETENTION: Example[] = [
  ['E10 85 %', ended(85), { retained: '400000.00', refund: '50000.00' }],
  ['E10 80 %', ended('80'), { retained: '400000.00', refund: '50000.00' }],
  ['E10 70 %', ended('70.00'), { retained: '400000.00', refund: '50000.00' }],
  ['E10 60 %', ended(60), { retained: '400000.00', refund: '50000.00' }],
  ['E10 below 60 %', ended(59.99), { retained: '250000.00', refund: '200000.00' }],
  ['E10 45 %', ended(45), { retained: '250000.00', refund: '200000.00' }],
  ['E10 not started', ended(0), { retained: '135000.00', refund: '315000.00' }],
  [
    'E10 cancelled by the regulator',
    ended(85, { cancelledByRegulator: true }),
    { retained: '0.00', refund: '450000.00' },
  ],
  ['E10 only 300,000 paid', ended(85, { paid: '300000.00' }), { retained: '300000.00', refund: '0.00' }],
  [
    'not cancelled, said so',
    ended(45, { cancelledByRegulator: false, currency: 'AED' }),
    { retained: '250000.00', refund: '200000.00' },
  ],
];

type Fields = Record<string, unknown>;

const SIGNING = { anchor: 'signing' };

const percent = (share: string | number, rest: Fields = {}): Fields => ({
  label: `${share} %`,
  basis: 'percent',
  percent: share,
  due: SIGNING,
  ...rest,
});

const fixed = (amount: string, rest: Fields = {}): Fields => ({
  label: amount,
  basis: 'fixed',
  amount,
  due: SIGNING,
  ...rest,
});

const balance = (rest: Fields = {}): Fields => ({
  label: 'Balance',
  basis: 'balance',
  due: SIGNING,
  ...rest,
});

const priced = (currency: string, price: string, lines: Fields[], plan: Fields = {}): Fields => ({
  currency,
  price,
  signedOn: '2025-01-31',
  plan: { ...plan, lines },
});

/** Lines of an answer, each "label amount dueOn"; an underscore stands for a space in the label. */
const scheduled = (total: string, lines: string[], anchor = 'signing') => ({
  lines: lines.map((line, index) => {
    const [label = '', amount, dueOn = '2025-01-31', from = anchor] = line.split(' ');
    return {
      seq: index + 1,
      label: label.replaceAll('_', ' '),
      amount,
      dueOn: dueOn === 'null' ? null : dueOn,
      anchor: from,
    };
  }),
  total,
});

const times = (count: number, everyMonths = 0) => ({ repeat: { times: count, everyMonths } });

const keys = { anchor: 'handover' };

export const SCHEDULE: Example[] = [
  [
    'E1 1,234,567.89 at 10/20/30/40',
    priced('CNY', '1234567.89', [percent(10), percent(20), percent(30), percent(40)]),
    scheduled('1234567.89', ['10_% 123456.79', '20_% 246913.58', '30_% 370370.37', '40_% 493827.15']),
  ],
  [
    'E1 with the remainder on the first line',
    priced('CNY', '1234567.89', [percent('40'), percent('30'), percent('20'), percent('10')], {
      remainder: 'first',
    }),
    scheduled('1234567.89', ['40_% 493827.15', '30_% 370370.37', '20_% 246913.58', '10_% 123456.79']),
  ],
  [
    'E2 100.00 in 3',
    priced('EUR', '100.00', [percent(100, { label: 'Part', ...times(3) })]),
    scheduled('100.00', ['Part 33.33', 'Part 33.33', 'Part 33.34']),
  ],
  [
    'E2 1,000,000.00 in 3, the remainder said to be on the last',
    priced('EUR', '1000000.00', [percent(100, { label: 'Part', ...times(3) })], { remainder: 'last' }),
    scheduled('1000000.00', ['Part 333333.33', 'Part 333333.33', 'Part 333333.34']),
  ],
  [
    'E2 99.99, 25 % up front, then 4',
    priced('USD', '99.99', [percent(25), percent(75, { label: 'Part', ...times(4) })]),
    scheduled('99.99', ['25_% 25.00', ...[1, 2, 3].map(() => 'Part 18.75'), 'Part 18.74']),
  ],
  [
    'E2 203 in whole units in 6',
    priced('JPY', '203', [percent(100, { label: 'Part', ...times(6) })]),
    scheduled('203', [...[1, 2, 3, 4, 5].map(() => 'Part 34'), 'Part 33']),
  ],
  [
    'E2 203 by fixed 50',
    priced('EUR', '203.00', [fixed('200.00', { label: 'Part', ...times(4) }), balance()]),
    scheduled('203.00', [...[1, 2, 3, 4].map(() => 'Part 50.00'), 'Balance 3.00']),
  ],
  [
    'E2 30,000.00 at 33.334/33.333/33.333',
    priced('EUR', '30000.00', [percent('33.334'), percent('33.333'), percent(33.333)]),
    scheduled('30000.00', ['33.334_% 10000.20', '33.333_% 9999.90', '33.333_% 9999.90']),
  ],
  [
    'E2 30,000.00 in equal parts',
    priced('KWD', '30000.000', [percent(100, { label: 'Part', ...times(3) })]),
    scheduled(
      '30000.000',
      [1, 2, 3].map(() => 'Part 10000.000'),
    ),
  ],
  [
    'E4 monthly from 2025-01-31',
    priced('EUR', '500.00', [percent(100, { label: 'Part', ...times(5, 1) })]),
    scheduled('500.00', [
      'Part 100.00 2025-01-31',
      'Part 100.00 2025-02-28',
      'Part 100.00 2025-03-31',
      'Part 100.00 2025-04-30',
      'Part 100.00 2025-05-31',
    ]),
  ],
  [
    'E4 a month after 2024-01-31',
    priced('EUR', '1.00', [
      percent(100, { label: 'One', due: { anchor: 'date', date: '2024-01-31', months: 1 } }),
    ]),
    scheduled('1.00', ['One 1.00 2024-02-29'], 'date'),
  ],
  [
    'E4 quarterly from 2024-11-30',
    priced('EUR', '400.00', [
      percent(100, { label: 'Part', due: { anchor: 'date', date: '2024-11-30' }, ...times(4, 3) }),
    ]),
    scheduled(
      '400.00',
      [
        'Part 100.00 2024-11-30',
        'Part 100.00 2025-02-28',
        'Part 100.00 2025-05-30',
        'Part 100.00 2025-08-30',
      ],
      'date',
    ),
  ],
  [
    'E4 a milestone that is not certified, keys and a loan have no due date',
    priced('EUR', '100.00', [
      percent(10, { label: 'Signing', due: { anchor: 'signing', months: 1, days: 30 } }),
      percent(20, { label: 'Roof', due: { anchor: 'milestone', milestone: 'ROOF', days: 15 } }),
      percent(30, { label: 'Slab', due: { anchor: 'milestone' } }),
      percent(30, { label: 'Loan', due: { anchor: 'loan', months: 2 } }),
      percent(10, { label: 'Keys', due: keys }),
    ]),
    scheduled('100.00', [
      'Signing 10.00 2025-03-30',
      'Roof 20.00 null milestone',
      'Slab 30.00 null milestone',
      'Loan 30.00 null loan',
      'Keys 10.00 null handover',
    ]),
  ],
  [
    'D2.7 fixed 500,000 on application, then 20 % less 500,000',
    priced('INR', '5000000.00', [
      fixed('500000.00', { label: 'Application', deposit: true }),
      percent(20, { label: 'Signing', lessDeposit: true, due: { anchor: 'signing', days: 30 } }),
      percent(80, { label: 'Keys', due: keys }),
    ]),
    scheduled('5000000.00', [
      'Application 500000.00 2025-01-31',
      'Signing 500000.00 2025-03-02',
      'Keys 4000000.00 null handover',
    ]),
  ],
  [
    'D2.7 20 % + 1 % a month + 5 % in the sixth month + 40 % with the keys: half a year of it',
    priced('AED', '1000000.00', [
      percent(50, { label: 'Signing' }),
      percent(5, { label: 'Sixth', due: { anchor: 'signing', months: 6 } }),
      percent(5, { label: 'Month', due: { anchor: 'signing', months: 1 }, ...times(5, 1) }),
      percent(40, { label: 'Keys', due: keys }),
    ]),
    scheduled('1000000.00', [
      'Signing 500000.00 2025-01-31',
      'Month 10000.00 2025-02-28',
      'Month 10000.00 2025-03-31',
      'Month 10000.00 2025-04-30',
      'Month 10000.00 2025-05-31',
      'Month 10000.00 2025-06-30',
      'Sixth 50000.00 2025-07-31',
      'Keys 400000.00 null handover',
    ]),
  ],
  [
    'D2 fixed amounts and percents of the price',
    priced('EUR', '100000.00', [
      fixed('5000.00', { label: 'Fixed', deposit: false, lessDeposit: false }),
      percent(30),
      percent(65),
    ]),
    scheduled('100000.00', ['Fixed 5000.00', '30_% 30000.00', '65_% 65000.00']),
  ],
  [
    'D1 two halves and a balance of an odd cent',
    priced('EUR', '100.01', [percent(50, { label: 'One' }), percent(50, { label: 'Two' }), balance()]),
    scheduled('100.01', ['One 50.01', 'Two 50.00', 'Balance 0.00']),
  ],
];

const owedIn = (
  currency: string,
  amount: string,
  payments: Record<string, string>,
  asOf: string,
  rule: Fields,
) => ({
  currency,
  amount,
  due: '2025-03-01',
  payments: Object.entries(payments).map(([on, paid]) => ({ on, amount: paid })),
  asOf,
  rule,
});

/** Each segment "from to days base ratePerDay fee". */
const owed = (fee: string, principalLeft: string, feeLeft: string, segments: string[]) => ({
  fee,
  principalLeft,
  feeLeft,
  segments: segments.map((line) => {
    const [from, to, days, base, ratePerDay, part] = line.split(' ');
    return { from, to, days: Number(days), base, ratePerDay, fee: part };
  }),
});

const E5_PAID = { '2025-03-11': '100000.00', '2025-03-31': '120000.00', '2025-04-20': '80000.00' };

const e5 = (order: string, payments: Record<string, string> = E5_PAID) =>
  owedIn('CNY', '300000.00', payments, '2025-04-20', { ratePerDay: '0.0005', order });

const e6 = (mode: string, paidOn: string) =>
  owedIn('CNY', '200000.00', { [paidOn]: '200000.00' }, paidOn, {
    ratePerDay: '0.0001',
    band: { afterDays: 60, ratePerDay: '0.0002', mode },
    order: 'PRINCIPAL_FIRST',
  });

const graced = (rest: Fields, asOf: string, payments: Record<string, string> = {}) =>
  owedIn('EUR', '100000.00', payments, asOf, { ratePerDay: 0.0005, order: 'PRINCIPAL_FIRST', ...rest });

export const LATE_FEE: Example[] = [
  [
    'E5 principal first',
    e5('PRINCIPAL_FIRST'),
    owed('4300.00', '0.00', '4300.00', [
      '2025-03-02 2025-03-11 10 300000.00 0.0005 1500.00',
      '2025-03-12 2025-03-31 20 200000.00 0.0005 2000.00',
      '2025-04-01 2025-04-20 20 80000.00 0.0005 800.00',
    ]),
  ],
  [
    'E5 fee, then principal',
    e5('FEE_THEN_PRINCIPAL'),
    owed('4350.15', '4350.15', '0.00', [
      '2025-03-02 2025-03-11 10 300000.00 0.0005 1500.00',
      '2025-03-12 2025-03-31 20 201500.00 0.0005 2015.00',
      '2025-04-01 2025-04-20 20 83515.00 0.0005 835.15',
    ]),
  ],
  [
    'E21.9 E5 with its payments in another order',
    e5('FEE_THEN_PRINCIPAL', Object.fromEntries(Object.entries(E5_PAID).reverse())),
    owed('4350.15', '4350.15', '0.00', [
      '2025-03-02 2025-03-11 10 300000.00 0.0005 1500.00',
      '2025-03-12 2025-03-31 20 201500.00 0.0005 2015.00',
      '2025-04-01 2025-04-20 20 83515.00 0.0005 835.15',
    ]),
  ],
  [
    'E6 paid on day 75, WHOLE_PERIOD',
    e6('WHOLE_PERIOD', '2025-05-15'),
    owed('3000.00', '0.00', '3000.00', ['2025-03-02 2025-05-15 75 200000.00 0.0002 3000.00']),
  ],
  [
    'E6 paid on day 75, MARGINAL',
    e6('MARGINAL', '2025-05-15'),
    owed('1800.00', '0.00', '1800.00', [
      '2025-03-02 2025-04-30 60 200000.00 0.0001 1200.00',
      '2025-05-01 2025-05-15 15 200000.00 0.0002 600.00',
    ]),
  ],
  ...['WHOLE_PERIOD', 'MARGINAL'].map(
    (mode): Example => [
      `E6 paid on day 60, ${mode}`,
      e6(mode, '2025-04-30'),
      owed('1200.00', '0.00', '1200.00', ['2025-03-02 2025-04-30 60 200000.00 0.0001 1200.00']),
    ],
  ),
  [
    'E6 [pub] 20,000 x 9 days x 0.1 %',
    owedIn('CNY', '20000.00', {}, '2025-03-10', { ratePerDay: '0.001', order: 'PRINCIPAL_FIRST' }),
    owed('180.00', '20000.00', '180.00', ['2025-03-02 2025-03-10 9 20000.00 0.001 180.00']),
  ],
  [
    'D3 within the grace there is no fee',
    graced({ graceDays: 10 }, '2025-03-11'),
    owed('0.00', '100000.00', '0.00', []),
  ],
  [
    'D3 after the grace days count from the due date',
    graced({ graceDays: '10', graceFrom: 'due' }, '2025-03-12'),
    owed('550.00', '100000.00', '550.00', ['2025-03-02 2025-03-12 11 100000.00 0.0005 550.00']),
  ],
  [
    'D3 or from its end',
    graced({ graceDays: 10, graceFrom: 'graceEnd' }, '2025-03-12'),
    owed('50.00', '100000.00', '50.00', ['2025-03-12 2025-03-12 1 100000.00 0.0005 50.00']),
  ],
  [
    'D3 what is paid within the grace bears no fee',
    graced({ graceDays: 10 }, '2025-03-21', { '2025-03-11': '40000.00' }),
    owed('600.00', '60000.00', '600.00', ['2025-03-02 2025-03-21 20 60000.00 0.0005 600.00']),
  ],
  [
    'D3 a cap',
    graced({ cap: '800.00' }, '2025-03-31', { '2025-03-11': '50000.00' }),
    owed('800.00', '50000.00', '800.00', [
      '2025-03-02 2025-03-11 10 100000.00 0.0005 500.00',
      '2025-03-12 2025-03-31 20 50000.00 0.0005 300.00',
    ]),
  ],
  [
    'a payment after the day that is asked about is not known yet',
    graced({}, '2025-03-11', { '2025-03-12': '100000.00' }),
    owed('500.00', '100000.00', '500.00', ['2025-03-02 2025-03-11 10 100000.00 0.0005 500.00']),
  ],
  [
    'on the due date nothing is late',
    owedIn('JPY', '1000', {}, '2025-03-01', { ratePerDay: '0.0005', order: 'PRINCIPAL_FIRST' }),
    owed('0', '1000', '0', []),
  ],
  [
    'yen are rounded half up to whole ones, dinars to thousandths',
    owedIn('JPY', '1100', {}, '2025-03-11', { ratePerDay: '0.0005', order: 'PRINCIPAL_FIRST' }),
    owed('6', '1100', '6', ['2025-03-02 2025-03-11 10 1100 0.0005 6']),
  ],
  [
    'dinars',
    owedIn('KWD', '1.100', { '2025-03-11': '1.106' }, '2025-03-11', {
      ratePerDay: '0.0005',
      order: 'FEE_THEN_PRINCIPAL',
    }),
    owed('0.006', '0.000', '0.000', ['2025-03-02 2025-03-11 10 1.100 0.0005 0.006']),
  ],
];

const A = 'FEE_THEN_PRINCIPAL_PER_INSTALLMENT';
const B = 'ALL_FEES_THEN_PRINCIPAL';
const C = 'PRINCIPAL_FIRST';

const E7_OPEN = [
  { id: 'I1', due: '2025-01-31', open: '50000.00' },
  { id: 'I2', due: '2025-02-28', open: '80000.00' },
  { id: 'I3', due: '2025-03-31', open: '60000.00' },
];

const e7 = (order: string, received: string, rest: Fields = {}) => ({
  currency: 'CNY',
  asOf: '2025-03-21',
  ratePerDay: '0.0005',
  installments: E7_OPEN,
  receipt: received,
  order,
  prepay: false,
  ...rest,
});

/** Allocations "installment kind amount", what is left "installment principal fee". */
const allocated = (allocations: string[], left: string[], unallocated: string) => ({
  allocations: allocations.map((line) => {
    const [installment, kind, amount] = line.split(' ');
    return { installment, kind, amount };
  }),
  left: left.map((line) => {
    const [installment, principal, fee] = line.split(' ');
    return { installment, principal, fee };
  }),
  unallocated,
});

export const ALLOCATE: Example[] = [
  [
    'E7 40,000 per installment fee then principal',
    e7(A, '40000.00'),
    allocated(
      ['I1 FEE 1225.00', 'I1 PRINCIPAL 38775.00'],
      ['I1 11225.00 0.00', 'I2 80000.00 840.00', 'I3 60000.00 0.00'],
      '0.00',
    ),
  ],
  [
    'E7 40,000 all fees first',
    e7(B, '40000.00'),
    allocated(
      ['I1 FEE 1225.00', 'I2 FEE 840.00', 'I1 PRINCIPAL 37935.00'],
      ['I1 12065.00 0.00', 'I2 80000.00 0.00', 'I3 60000.00 0.00'],
      '0.00',
    ),
  ],
  [
    'E7 40,000 principal first',
    e7(C, '40000.00'),
    allocated(
      ['I1 PRINCIPAL 40000.00'],
      ['I1 10000.00 1225.00', 'I2 80000.00 840.00', 'I3 60000.00 0.00'],
      '0.00',
    ),
  ],
  [
    'E7 100,000 per installment fee then principal',
    e7(A, '100000.00'),
    allocated(
      ['I1 FEE 1225.00', 'I1 PRINCIPAL 50000.00', 'I2 FEE 840.00', 'I2 PRINCIPAL 47935.00'],
      ['I1 0.00 0.00', 'I2 32065.00 0.00', 'I3 60000.00 0.00'],
      '0.00',
    ),
  ],
  [
    'E7 100,000 all fees first: the same totals',
    e7(B, '100000.00'),
    allocated(
      ['I1 FEE 1225.00', 'I2 FEE 840.00', 'I1 PRINCIPAL 50000.00', 'I2 PRINCIPAL 47935.00'],
      ['I1 0.00 0.00', 'I2 32065.00 0.00', 'I3 60000.00 0.00'],
      '0.00',
    ),
  ],
  [
    'E7 100,000 principal first',
    e7(C, '100000.00'),
    allocated(
      ['I1 PRINCIPAL 50000.00', 'I2 PRINCIPAL 50000.00'],
      ['I1 0.00 1225.00', 'I2 30000.00 840.00', 'I3 60000.00 0.00'],
      '0.00',
    ),
  ],
  [
    'D4.4 what is not due yet leaves the rest unallocated',
    e7(C, '150000.00'),
    allocated(
      ['I1 PRINCIPAL 50000.00', 'I2 PRINCIPAL 80000.00', 'I1 FEE 1225.00', 'I2 FEE 840.00'],
      ['I1 0.00 0.00', 'I2 0.00 0.00', 'I3 60000.00 0.00'],
      '17935.00',
    ),
  ],
  [
    'D4.4 unless it may be prepaid',
    e7(A, '150000.00', { prepay: true }),
    allocated(
      [
        'I1 FEE 1225.00',
        'I1 PRINCIPAL 50000.00',
        'I2 FEE 840.00',
        'I2 PRINCIPAL 80000.00',
        'I3 PRINCIPAL 17935.00',
      ],
      ['I1 0.00 0.00', 'I2 0.00 0.00', 'I3 42065.00 0.00'],
      '0.00',
    ),
  ],
  [
    'D4.5 never more than is open',
    e7(B, '200000.00', { prepay: true }),
    allocated(
      [
        'I1 FEE 1225.00',
        'I2 FEE 840.00',
        'I1 PRINCIPAL 50000.00',
        'I2 PRINCIPAL 80000.00',
        'I3 PRINCIPAL 60000.00',
      ],
      ['I1 0.00 0.00', 'I2 0.00 0.00', 'I3 0.00 0.00'],
      '7935.00',
    ),
  ],
  [
    'D4.4 the older first, of one day the one that is first in the list; what is due on the day is due',
    e7(C, '2.50', {
      currency: 'JPY',
      receipt: '250',
      installments: [
        { id: 'today', due: '2025-03-21', open: '100' },
        { id: 'b', due: '2025-03-20', open: '100' },
        { id: 'a', due: '2025-03-20', open: '100' },
        { id: 'undated', due: null, open: '100' },
      ],
    }),
    allocated(
      ['b PRINCIPAL 100', 'a PRINCIPAL 100', 'today PRINCIPAL 50'],
      ['today 50 0', 'b 0 0', 'a 0 0', 'undated 100 0'],
      '0',
    ),
  ],
  [
    'nothing to pay and nothing received',
    e7(A, '0.00', { currency: 'KWD', installments: [], receipt: '0' }),
    allocated([], [], '0.000'),
  ],
];

export const EXAMPLES: [rule: string, examples: Example[]][] = [
  ['schedule', SCHEDULE],
  ['late-fee', LATE_FEE],
  ['allocate', ALLOCATE],
  ['area-settlement', AREA_SETTLEMENT],
  ['ageing', AGEING],
  ['mortgage', MORTGAGE],
  ['commission', COMMISSION],
  ['deposit', DEPOSIT],
  ['retention', RETENTION],
];
