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

export const EXAMPLES: [rule: string, examples: Example[]][] = [
  ['area-settlement', AREA_SETTLEMENT],
  ['ageing', AGEING],
  ['mortgage', MORTGAGE],
  ['commission', COMMISSION],
  ['deposit', DEPOSIT],
  ['retention', RETENTION],
];
