/** Records of sales control, queue and prices as a server would answer them, for scenes of their forms. */
const micros = (units: number) => ({ amountMicros: units * 1_000_000, currencyCode: 'TWD' });
const LIN = { id: 'd1', name: { firstName: 'Mei-ling', lastName: 'Lin' } };

const PROJECT = { id: 'p1', name: 'Guo-An Riverside', currencyCode: 'TWD' };
const BATCH = { id: 'rb1', name: 'Guo-An Riverside · Phase 2' };

export const UNIT = {
  id: 'u2',
  name: 'A 14-02',
  state: 'AVAILABLE',
  kind: 'RESIDENCE',
  heldAs: null,
  listPrice: micros(14_650_000),
  areaSquareMetres: 98.85,
  holder: null,
  heldUntil: null,
  projectId: PROJECT.id,
  project: PROJECT,
};

/** What is free in the project: homes, parking and storage. */
export const FREE_UNITS = [
  UNIT,
  { ...UNIT, id: 'u3', name: 'A 14-05', areaSquareMetres: 76.5, listPrice: micros(11_240_000) },
  { ...UNIT, id: 'u4', name: 'B1-117', kind: 'PARKING', listPrice: micros(2_100_000) },
  { ...UNIT, id: 'u5', name: 'B2-S08', kind: 'STORAGE', listPrice: micros(380_000) },
];

export const HELD_UNIT = {
  ...UNIT,
  state: 'HELD',
  heldAs: 'SALES',
  holder: 'Mrs Lin, second viewing',
  heldUntil: '2026-03-12T10:00:00.000Z',
};

export const FROZEN_UNIT = { ...UNIT, state: 'FROZEN', heldAs: 'LEGAL' };

export const HOLD = {
  id: 'h1',
  name: 'A 14-02 · Mrs Lin',
  kind: 'SALES',
  state: 'ACTIVE',
  forWhom: 'Mrs Lin, second viewing',
  heldByName: 'Chen Yu-ting',
  expiresAt: '2026-03-12T10:00:00.000Z',
  extensions: 1,
  unit: { id: 'u2', name: 'A 14-02' },
};

export const RELEASE_BATCH = {
  ...BATCH,
  state: 'OPEN',
  salesMode: 'QUEUE_ORDER',
  releaseAt: '2026-03-12T02:00:00.000Z',
  permitNumber: '112-建-00417',
  earnestAsked: micros(100_000),
  lotterySeed: '',
  lotteryDrawnAt: null,
  projectId: PROJECT.id,
  project: PROJECT,
};

export const BATCH_UNITS = ['PLANNED', 'CONTROLLED', 'AVAILABLE', 'AVAILABLE', 'HELD', 'CONTRACTED'].map(
  (state, index) => ({
    ...UNIT,
    id: `bu${index}`,
    name: `A 1${index}-02`,
    number: `${index + 1}01`,
    state,
    floor: index + 1,
    buildingId: index < 4 ? 'b1' : 'b2',
    building: { id: 'b1', name: index < 4 ? 'Tower A' : 'Annex B' },
  }),
);

export const TICKET = {
  id: 't1',
  name: 'Phase 2 · 017',
  number: 17,
  state: 'CALLED',
  buyerName: 'Mei-ling Lin',
  wishes: 'High floor, two bedrooms, facing the river',
  deadline: '2026-03-12T06:47:00.000Z',
  earnestAsked: micros(100_000),
  earnestPaid: micros(100_000),
  chosenUnit: null,
  releaseBatch: BATCH,
};

export const DISCOUNTS = [
  { id: 'dr1', name: 'Early bird 2 %', authority: 'SALESPERSON' },
  { id: 'dr2', name: 'Staff 5 %', authority: 'MANAGER' },
  { id: 'dr3', name: 'Owner’s family 8 %', authority: 'APPROVAL' },
];

export const PRICE_SCHEME = {
  id: 'ps1',
  name: 'Guo-An Riverside · version 4',
  state: 'DRAFT',
  effectiveFrom: '2026-04-01',
  rows: 218,
  newPrices: 12,
  changedPrices: 190,
  samePrices: 9,
  blockedPrices: 7,
  amountBefore: micros(2_914_000_000),
  amountAfter: micros(3_001_420_000),
  averageBefore: micros(136_200),
  averageAfter: micros(140_286),
};

export const PRICE_APPROVAL = {
  id: 'a2',
  name: 'Activate prices: Spring prices',
  command: 'activate-price-scheme',
  state: 'PENDING',
  reason: 'Spring prices, three percent up from the fifth floor',
  askedBy: 'Chen Yu-ting',
  askedAt: '2026-03-11T02:15:00.000Z',
  decidedBy: '',
  decidedAt: null,
  decisionNote: '',
  outcome: '',
  subjectKind: 'priceScheme',
  subjectId: 'ps1',
  payload: { priceSchemeId: 'ps1' },
};

export const RESERVATION = {
  id: 'e1',
  name: 'A 14-02 · Mei-ling Lin',
  state: 'ACTIVE',
  stage: 'SMALL',
  extensions: 0,
  depositKind: 'DINGJIN',
  price: micros(14_200_000),
  depositAsked: micros(100_000),
  depositPaid: micros(100_000),
  depositDecision: null,
  validUntil: '2026-03-14T10:00:00.000Z',
  buyer: LIN,
  company: null,
  unit: { id: 'u2', name: 'A 14-02', projectId: PROJECT.id },
};

export const PARTIES = [
  { id: 'pa1', sharePercent: 60, isFirst: true, buyer: LIN, company: null },
  {
    id: 'pa2',
    sharePercent: 40,
    isFirst: false,
    buyer: { id: 'd2', name: { firstName: '小明', lastName: '王' } },
    company: null,
  },
];

/** A contract of a project that asks fees for changes. */
export const CHANGED_CONTRACT = {
  id: 'f1',
  name: 'GA-2026-0117',
  state: 'PERFORMING',
  price: micros(14_650_000),
  paid: micros(2_930_000),
  prepaid: micros(0),
  paymentPlanId: 'p1',
  buyer: LIN,
  company: null,
  unit: {
    id: 'u9',
    name: 'A 09-02',
    projectId: PROJECT.id,
    project: { swapFee: micros(50_000), buyerChangeFee: micros(20_000) },
  },
};

export const CHANGE_FORETOLD = {
  kind: 'SWAP_UNIT',
  before: 'A 09-02',
  after: 'A 14-02',
  currency: 'TWD',
  priceBefore: '14650000.00',
  priceAfter: '15100000.00',
  paid: '2930000.00',
  remaining: '12170000.00',
  fee: '50000.00',
  total: '12170000.00',
  lines: [
    { seq: 1, label: 'Structure', amount: '4170000.00', dueOn: '2026-06-30', anchor: 'DATE' },
    { seq: 2, label: 'Loan', amount: '7000000.00', dueOn: null, anchor: 'LOAN' },
    { seq: 3, label: 'Keys', amount: '1000000.00', dueOn: null, anchor: 'HANDOVER' },
  ],
};

export const BUILDING = {
  id: 'b1',
  name: 'Tower A',
  code: 'A',
  storeys: 12,
  projectId: PROJECT.id,
  project: PROJECT,
};

export const UNIT_TYPES = [
  { id: 'ut1', name: 'A1', plannedAreaSquareMetres: 89.5 },
  { id: 'ut2', name: 'B2', plannedAreaSquareMetres: 121 },
];

export const PRICE_LIST_READ = {
  file: 'Prices spring.xlsx',
  currency: 'TWD',
  counts: { NEW: 1, CHANGED: 2, SAME: 0, BLOCKED: 1 },
  amountBefore: '40290000.00',
  amountAfter: '56120000.00',
  averageBefore: '136200.00',
  averageAfter: '140286.00',
  ignoredColumns: ['Remark'],
  priceSchemeId: 'ps1',
  priceScheme: 'Guo-An Riverside · version 4',
  wrong: 0,
  problems: [],
  changes: [
    {
      row: 2,
      unit: 'A 14-02',
      outcome: 'CHANGED',
      before: '14650000.00',
      after: '15089500.00',
      blockedBy: '',
    },
    { row: 3, unit: 'A 14-05', outcome: 'NEW', before: null, after: '11240000.00', blockedBy: '' },
    {
      row: 4,
      unit: 'A 14-06',
      outcome: 'BLOCKED',
      before: '14400000.00',
      after: '14832000.00',
      blockedBy: 'Reserved by Mei-ling Lin',
    },
  ],
};

export const PRICE_LIST_WRONG = {
  ...PRICE_LIST_READ,
  priceSchemeId: null,
  priceScheme: '',
  wrong: 2,
  changes: [],
  problems: [
    {
      row: 5,
      column: 'Unit',
      code: 'UNIT_UNKNOWN',
      facts: { unit: 'A 99-01' },
      problem: 'There is no unit A 99-01 in this project.',
    },
    {
      row: 9,
      column: 'Total',
      code: 'BELOW_FLOOR',
      facts: { total: '9000000.00', floor: '10500000.00' },
      problem: 'The price is below the floor price.',
    },
  ],
};

export const WORKFLOWS = [
  {
    key: 'welcome',
    name: 'Greet a new buyer',
    purpose: 'Sends the welcome letter when a contract is signed and leaves a task to call after three days.',
  },
  {
    key: 'expiring',
    name: 'Reservation ends soon',
    purpose: 'Tells the salesperson a day before a reservation ends.',
  },
  { key: 'overdue', name: 'Overdue installment', purpose: 'Leaves a task for collections.' },
];
