/** Records of the ledger as a server would answer them, for scenes and tests of its widgets. */
const micros = (units: number) => ({ amountMicros: units * 1_000_000, currencyCode: 'TWD' });

const BUYER = {
  buyer: { id: 'd1', name: { firstName: 'Mei-ling', lastName: 'Lin' } },
  company: null,
};

export const CONTRACT = {
  id: 'f0000000-0000-4000-8000-000000000001',
  name: 'GA-2026-0117',
  state: 'PERFORMING',
  price: micros(14_650_000),
  paid: micros(2_930_000),
  prepaid: micros(35_000),
  lateFee: micros(21_975),
  lateFeePaid: micros(0),
  lateFeeWaived: micros(0),
  overdue: micros(1_465_000),
  overdueSince: '2026-02-20',
  dunningPausedUntil: null,
  letterLanguage: 'ZH',
  depositAgreed: micros(1_000_000),
  contractArea: 88.5,
  paymentPlanId: 'p1',
  unit: {
    id: 'u1',
    name: 'A 14-02',
    buildingId: 'b1',
    project: { settlementRegime: 'CHINA', completionPercent: 45 },
  },
  ...BUYER,
};

export const RECEIPT = {
  id: 'r1',
  name: 'RC-2026-00318',
  state: 'CLEARED',
  amount: micros(1_500_000),
  method: 'CHEQUE',
  receivedOn: '2026-02-18',
  valueOn: '2026-02-20',
  contract: { name: 'GA-2026-0117' },
  reservation: null,
};

const allocation = (id: string, name: string, kind: string, units: number) => ({
  kind,
  amount: micros(units),
  installment: { id, name },
});

export const ALLOCATIONS = [
  allocation('i1', 'GA-2026-0117 · 1 Signing', 'PRINCIPAL', 700_000),
  allocation('i1', 'GA-2026-0117 · 1 Signing', 'PRINCIPAL', -700_000),
  allocation('i2', 'GA-2026-0117 · 2 Foundation', 'PRINCIPAL', 1_465_000),
  allocation('i2', 'GA-2026-0117 · 2 Foundation', 'FEE', 13_185),
  allocation('i3', 'GA-2026-0117 · 3 5th floor', 'PRINCIPAL', 21_815),
];

export const INSTALLMENT = {
  id: 'i2',
  name: 'GA-2026-0117 · 2 Foundation',
  state: 'OVERDUE',
  dueOn: '2026-01-20',
  amount: micros(1_465_000),
  paid: micros(465_000),
  credited: micros(0),
  lateFee: micros(34_325),
  lateFeePaid: micros(4_000),
  lateFeeWaived: micros(0),
  lateFeeUpTo: '2026-03-12',
};

export const LATE_FEE_ENTRIES = [
  {
    upTo: '2026-02-28',
    explanation: [
      {
        from: '2026-01-21',
        to: '2026-02-10',
        days: 21,
        base: '1465000.00',
        ratePerDay: '0.0005',
        fee: '15382.50',
      },
      {
        from: '2026-02-11',
        to: '2026-02-19',
        days: 9,
        base: '1000000.00',
        ratePerDay: '0.0005',
        fee: '4500.00',
      },
      {
        from: '2026-02-20',
        to: '2026-02-28',
        days: 9,
        base: '1000000.00',
        ratePerDay: '0.001',
        fee: '9000.00',
      },
    ],
  },
];

const line = (
  seq: number,
  name: string,
  dueOn: string | null,
  units: number,
  paid: number,
  anchor: string,
) => ({
  id: `i${seq}`,
  name: `GA-2026-0117 · ${seq} ${name}`,
  seq,
  dueOn,
  amount: micros(units),
  paid: micros(paid),
  credited: micros(0),
  state: 'PENDING',
  anchor,
  chargeType: 'HOUSE_PRICE',
});

export const INSTALLMENTS = [
  line(1, 'Signing', '2026-01-15', 1_465_000, 1_465_000, 'SIGNING'),
  line(2, 'Foundation', '2026-02-20', 1_465_000, 1_465_000, 'MILESTONE'),
  line(3, '5th floor', '2026-03-12', 1_465_000, 0, 'MILESTONE'),
  line(4, 'Loan', null, 8_790_000, 0, 'LOAN'),
  line(5, 'Keys', null, 1_465_000, 0, 'HANDOVER'),
];

export const PLANS = [
  { id: 'p1', name: '10 / 80 / 10 by construction', description: 'By milestones', isActive: true },
  { id: 'p2', name: '36 months, a seventh down', description: null, isActive: true },
];

export const BUILDINGS = [
  { id: 'b1', name: 'Tower A', project: { name: 'Guo-An Riverside', currencyCode: 'TWD' } },
  { id: 'b2', name: 'Annex B', project: { name: 'Guo-An Riverside', currencyCode: 'TWD' } },
];

export const PREVIEW = {
  plan: '36 months, a seventh down',
  currency: 'TWD',
  total: '1000000.00',
  lines: [
    { seq: 1, label: 'Down payment', amount: '142857.14', dueOn: '2026-03-12', anchor: 'SIGNING' },
    ...Array.from({ length: 12 }, (_, index) => ({
      seq: index + 2,
      label: 'Monthly',
      amount: index % 3 === 2 ? '60000.00' : '40000.00',
      dueOn: `2026-${String(((index + 3) % 12) + 1).padStart(2, '0')}-12`,
      anchor: 'SIGNING',
    })),
    { seq: 14, label: 'Topping out', amount: '177142.86', dueOn: null, anchor: 'MILESTONE' },
    { seq: 15, label: 'Keys', amount: '120000.00', dueOn: null, anchor: 'HANDOVER' },
  ],
};

export const APPROVAL = {
  id: 'a1',
  name: 'Cancel contract: Moves abroad',
  command: 'cancel-contract',
  state: 'PENDING',
  reason: 'The buyer moves abroad and cannot go on',
  askedBy: 'Chen Yu-ting',
  askedAt: '2026-03-11T02:15:00.000Z',
  decidedBy: '',
  decidedAt: null,
  decisionNote: '',
  outcome: '',
  subjectKind: 'contract',
  subjectId: CONTRACT.id,
  payload: {
    contractId: CONTRACT.id,
    kind: 'BUYER_DEFAULT',
    cancelledOn: '2026-03-10',
    retained: '500000',
    reason: 'The buyer moves abroad and cannot go on',
  },
};

export const SETTLEMENT = {
  id: 's1',
  name: 'GA-2026-0117 · -4.1243 %',
  state: 'BUYER_MAY_RESCIND',
  contractArea: 88.5,
  measuredArea: 84.85,
  ratioPercent: -4.1243,
  buyerPays: micros(0),
  buyerRefund: micros(768_948.16),
  developerBears: 0,
  contract: { name: 'GA-2026-0117' },
};

export const MORTGAGE = {
  id: 'm1',
  name: 'GA-2026-0117 · Bank of Communications',
  bank: 'Bank of Communications',
  state: 'SUBMITTED',
  stateSince: '2026-03-02',
  amountAsked: micros(8_790_000),
  amountApproved: null,
  amountDisbursed: micros(0),
  documentsHere: 'Identity card, payslips',
  documentsMissing: 'Marriage certificate',
  contract: { name: 'GA-2026-0117' },
};

export const NOTICE = {
  id: 'n1',
  name: 'GA-2026-0117 · First demand · 2026-03-07',
  level: 'FIRST',
  channel: 'LETTER',
  state: 'DRAFT',
  issuedOn: '2026-03-07',
  payBy: '2026-03-14',
  amountDue: micros(1_465_000),
  lateFeeDue: micros(21_975),
  sentOn: null,
  contract: { name: 'GA-2026-0117', letterLanguage: 'ZH' },
};

export const COMMISSION = {
  id: 'c1',
  state: 'EARNED',
  amount: micros(131_850),
  base: micros(14_650_000),
  sharePercent: 90,
  earnerName: '',
  earnedOn: '2026-02-20',
  earner: { name: { firstName: '小明', lastName: '王' } },
  contract: { name: 'GA-2026-0117' },
};

export const STATEMENT = {
  id: 'bs1',
  name: 'E.SUN 2026-03.csv',
  account: '0989-441-220087',
  currencyCode: 'TWD',
  readAt: '2026-03-12T05:00:00.000Z',
};

type LineFacts = [
  state: string,
  units: number,
  payer: string,
  reference: string,
  why: string,
  contract: string | null,
];

const BANK_LINES: LineFacts[] = [
  [
    'MATCHED',
    1_465_000,
    'LIN MEI LING',
    'GA-2026-0117',
    'CONTRACT_NUMBER GA-2026-0117; INSTALLMENT_AMOUNT',
    'GA-2026-0117',
  ],
  ['MATCHED', 120_000, '陳怡君', '', 'VIRTUAL_ACCOUNT 98231100420117', 'GA-2026-0098'],
  [
    'DOUBTFUL',
    880_000,
    '王小明',
    'floor 5',
    'GA-2026-0045? (PAYER_NAME, INSTALLMENT_AMOUNT); GA-2026-0046? (PAYER_NAME)',
    null,
  ],
  ['UNMATCHED', 50_000, 'ACME TRADING CO LTD', 'INV 4711', 'NOTHING_FOUND', null],
  ['UNMATCHED', 5_000, 'LIN MEI LING', '', 'NAME_ONLY', null],
  ['ALREADY_BOOKED', 300_000, 'HSU FAMILY TRUST', 'PAY-7Q2M', 'Receipt RC-2026-00311', null],
];

export const STATEMENT_LINES = BANK_LINES.map(
  ([state, units, counterparty, reference, why, contract], index) => ({
    id: `l${index}`,
    lineNumber: index + 2,
    state,
    valueOn: `2026-03-0${index + 1}`,
    amount: micros(units),
    counterparty,
    reference,
    why,
    contract: contract === null ? null : { name: contract },
  }),
);
