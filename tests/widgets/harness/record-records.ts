/** What the widgets of records read in the harness: a contract with something late, a reservation that runs out. */
const micros = (units: number) => ({ amountMicros: units * 1_000_000, currencyCode: 'TWD' });

const LIN = { id: 'b1', name: { firstName: 'Mei-ling', lastName: 'Lin' } };
const CHEN = { id: 'b2', name: { firstName: 'Wei', lastName: 'Chen' } };
const UNIT = { id: 'u1', name: 'A 14-02', projectId: 'p1', project: { timeZone: 'Asia/Taipei' } };

export const CONTRACT = {
  id: 'c1',
  name: 'GA-2026-0117',
  state: 'SIGNED',
  signedOn: '2025-09-15',
  cancelledOn: null,
  completedOn: null,
  price: micros(14_650_000),
  paid: micros(3_930_000),
  prepaid: micros(0),
  overdue: micros(2_465_000),
  overdueSince: '2026-01-20',
  lateFee: micros(38_500),
  lateFeePaid: micros(0),
  lateFeeWaived: micros(0),
  allocationOrder: 'PRINCIPAL_FIRST',
  lateFeeRate: 5,
  lateFeeGraceDays: 0,
  lateFeeGraceFrom: 'DUE',
  lateFeeBandDays: null,
  lateFeeBandRate: null,
  lateFeeBandMode: 'WHOLE_PERIOD',
  lateFeeCapPercent: null,
  letterLanguage: 'EN',
  reservation: { id: 'r1', name: 'R-2025-0311', reservedAt: '2025-09-01T03:00:00.000Z' },
  unit: UNIT,
  buyer: LIN,
  company: null,
};

const schedule: [name: string, dueOn: string | null, amount: number, paid: number, anchor: string][] = [
  ['On signing', '2025-09-15', 1_465_000, 1_465_000, 'SIGNING'],
  ['Ground broken', '2025-11-20', 1_465_000, 1_465_000, 'MILESTONE'],
  ['Foundation', '2026-01-20', 1_465_000, 1_000_000, 'MILESTONE'],
  ['5th floor', '2026-03-12', 1_465_000, 0, 'MILESTONE'],
  ['Topping out', '2026-11-30', 1_465_000, 0, 'DATE'],
  ['Façade', null, 1_465_000, 0, 'MILESTONE'],
  ['Loan of the bank', null, 4_395_000, 0, 'LOAN'],
  ['With the keys', null, 1_465_000, 0, 'HANDOVER'],
];

export const INSTALLMENTS = schedule.map(([name, dueOn, amount, paid, anchor], index) => ({
  id: `i${index}`,
  name: `GA-2026-0117 · ${index + 1} ${name}`,
  seq: index + 1,
  dueOn,
  amount: micros(amount),
  paid: micros(paid),
  credited: null,
  lateFee: micros(index === 2 ? 9_300 : 0),
  lateFeePaid: null,
  lateFeeWaived: null,
  chargeType: 'HOUSE_PRICE',
  anchor,
  closedAs: null,
  state: 'PENDING',
}));

const receipts: [day: string, amount: number][] = [
  ['2025-09-15', 1_465_000],
  ['2025-11-18', 1_465_000],
  ['2026-02-02', 1_000_000],
];

export const RECEIPTS = receipts.map(([day, amount], index) => ({
  id: `q${index}`,
  state: 'CLEARED',
  amount: micros(amount),
  receivedOn: day,
  valueOn: day,
  fund: 'PRICE',
  allowPrepayment: index === 1,
  reservationId: null,
  method: 'TRANSFER',
  firstTo: null,
}));

/** What is due in March, in full. */
export const NEW_RECEIPT = {
  ...RECEIPTS[0],
  id: 'q9',
  amount: micros(1_930_000),
  receivedOn: '2026-03-12',
  valueOn: '2026-03-12',
};

export const PARTIES = [
  { id: 'y1', name: 'Lin Mei-ling', sharePercent: 60, isFirst: true, buyer: LIN, company: null },
  { id: 'y2', name: 'Chen Wei', sharePercent: 40, isFirst: false, buyer: CHEN, company: null },
];

export const CHANGES = [
  {
    id: 'g1',
    name: 'GA-2026-0117 · 1',
    kind: 'CHANGE_BUYERS',
    effectiveOn: '2025-12-01',
    executedAt: '2025-12-01T02:00:00.000Z',
    before: 'Lin Mei-ling',
    after: 'Lin Mei-ling, Chen Wei',
  },
];

export const MORTGAGES = [
  {
    id: 'm1',
    bank: 'First Bank',
    state: 'APPROVED',
    amountAsked: micros(4_395_000),
    amountApproved: micros(4_395_000),
    amountDisbursed: null,
  },
];

export const RESERVATION = {
  id: 'r1',
  name: 'R-2026-0042',
  state: 'ACTIVE',
  stage: 'LARGE',
  extensions: 1,
  depositKind: 'DINGJIN',
  listPrice: micros(15_200_000),
  price: micros(14_650_000),
  depositAsked: micros(200_000),
  depositPaid: micros(50_000),
  depositForfeited: null,
  reservedAt: '2026-03-11T06:00:00.000Z',
  upgradedAt: null,
  validUntil: '2026-03-13T12:00:00.000Z',
  closedAt: null,
  closeReason: null,
  priceApprovedBy: null,
  unit: UNIT,
  buyer: LIN,
  company: null,
};

export const DISCOUNTS = [
  {
    id: 'k1',
    name: 'Early bird',
    step: 1,
    kind: 'PERCENT',
    percent: 2,
    amount: micros(304_000),
    priceAfter: micros(14_896_000),
  },
  {
    id: 'k2',
    name: 'Paid within a week',
    step: 2,
    kind: 'AMOUNT',
    percent: null,
    amount: micros(100_000),
    priceAfter: micros(14_796_000),
  },
];

export const UNIT_RECORD = {
  id: 'u1',
  name: 'A 14-02',
  number: '14-02',
  floor: 14,
  kind: 'RESIDENCE',
  state: 'LARGE_RESERVED',
  heldAs: null,
  areaSquareMetres: 88.5,
  parkingSpaces: 1,
  listPrice: micros(15_200_000),
  holder: 'Mei-ling Lin',
  heldUntil: '2026-03-13T12:00:00.000Z',
  releasedAt: '2025-06-01T02:00:00.000Z',
  buildingId: 'x1',
  unitType: { name: 'B2 · 3 rooms' },
  updatedAt: '2026-03-12T02:00:00.000Z',
};

export const HOLDS = [
  {
    id: 'h1',
    kind: 'SALES',
    state: 'TAKEN',
    heldByName: 'Ada Lovelace',
    forWhom: 'Mei-ling Lin',
    heldAt: '2026-03-11T03:00:00.000Z',
    expiresAt: '2026-03-11T07:00:00.000Z',
    closedAt: '2026-03-11T06:00:00.000Z',
  },
];

export const OLD_RESERVATION = {
  ...RESERVATION,
  id: 'r0',
  name: 'R-2025-0208',
  state: 'EXPIRED',
  reservedAt: '2025-08-20T03:00:00.000Z',
  closedAt: '2025-08-21T03:00:00.000Z',
  buyer: CHEN,
};

const prices: [at: string, price: number, before: number | null, scheme: string][] = [
  ['2026-01-10T01:00:00.000Z', 15_200_000, 14_800_000, 'Version 3'],
  ['2025-09-01T01:00:00.000Z', 14_800_000, 14_200_000, 'Version 2'],
  ['2025-05-20T01:00:00.000Z', 14_200_000, null, 'Version 1'],
];

export const PRICES = prices.map(([appliedAt, price, before, scheme], index) => ({
  id: `s${index}`,
  listPrice: micros(price),
  listBefore: before === null ? null : micros(before),
  appliedAt,
  undoneAt: null,
  priceScheme: { name: scheme },
}));

export const PERSON = { id: 'b1', name: { firstName: 'Mei-ling', lastName: 'Lin' } };

const bought = {
  id: 'c1',
  name: 'GA-2026-0117',
  state: 'SIGNED',
  signedOn: '2025-09-15',
  price: micros(14_650_000),
  paid: micros(3_930_000),
  overdue: micros(465_000),
  unit: { id: 'u1', name: 'A 14-02' },
};

const parking = {
  ...bought,
  id: 'c2',
  name: 'GA-2026-0118',
  price: micros(2_100_000),
  paid: micros(2_100_000),
  overdue: micros(0),
  unit: { id: 'u2', name: 'P 2-17' },
};

const given = {
  ...parking,
  id: 'c3',
  name: 'GA-2024-0031',
  state: 'RESCINDED',
  unit: { id: 'u3', name: 'B 3-01' },
};

export const BOUGHT = [bought, given];

export const BUYER_PARTIES = [
  { sharePercent: 60, contract: bought, reservation: null },
  { sharePercent: 50, contract: parking, reservation: null },
];

export const TICKETS = [
  {
    id: 't1',
    name: 'Phase 2 · 17',
    number: 17,
    state: 'ACTIVE',
    deadline: null,
    releaseBatch: { name: 'Phase 2' },
  },
];

const dues: [on: string, open: number][] = [
  ['2026-01-20', 465_000],
  ['2026-03-12', 1_465_000],
  ['2026-11-30', 1_465_000],
];

/** Open installments by due date and currency. */
export const OPEN_GROUPS = dues.map(([on, open]) => ({
  groupByDimensionValues: [on, 'TWD'],
  totalCount: 1,
  sumAmountAmountMicros: open * 1_000_000,
  sumCreditedAmountMicros: 0,
  sumPaidAmountMicros: 0,
}));

export const PROJECT = {
  id: 'p1',
  name: 'Harbour Gardens',
  currencyCode: 'TWD',
  timeZone: 'Asia/Taipei',
  permitRequired: false,
  permitNumber: null,
  permitExpiresOn: null,
};

const stock: [state: string, kind: string, count: number, price: number][] = [
  ['PLANNED', 'RESIDENCE', 24, 13_200_000],
  ['CONTROLLED', 'RESIDENCE', 12, 15_900_000],
  ['AVAILABLE', 'RESIDENCE', 58, 14_300_000],
  ['HELD', 'RESIDENCE', 4, 14_100_000],
  ['SMALL_RESERVED', 'RESIDENCE', 3, 14_200_000],
  ['LARGE_RESERVED', 'RESIDENCE', 9, 14_800_000],
  ['CONTRACTED', 'RESIDENCE', 96, 14_050_000],
  ['CONTRACTED', 'PARKING', 40, 2_100_000],
  ['HANDED_OVER', 'RESIDENCE', 12, 12_900_000],
];

export const UNIT_GROUPS = stock.map(([state, kind, count, price]) => ({
  groupByDimensionValues: [state, kind, state === 'PLANNED' ? null : '2025-06-01', 'TWD'],
  totalCount: count,
  sumListPriceAmountMicros: count * price * 1_000_000,
  sumAreaSquareMetres: count * 88.5,
}));

const sales: [month: string, count: number, ended: string | null][] = [
  ['2025-06-01', 22, null],
  ['2025-07-01', 14, null],
  ['2025-08-01', 9, null],
  ['2025-09-01', 17, null],
  ['2025-09-01', 2, '2025-12-01'],
  ['2025-10-01', 12, null],
  ['2025-11-01', 8, null],
  ['2025-12-01', 11, null],
  ['2026-01-01', 6, null],
  ['2026-02-01', 5, null],
  ['2026-03-01', 4, null],
];

export const CONTRACT_GROUPS = sales.map(([month, count, ended]) => ({
  groupByDimensionValues: [ended === null ? 'SIGNED' : 'CANCELLED', month, ended, 'TWD'],
  totalCount: count,
  sumPriceAmountMicros: count * 14_050_000 * 1_000_000,
  sumPaidAmountMicros: count * 3_900_000 * 1_000_000,
  sumPrepaidAmountMicros: 0,
  sumLateFeePaidAmountMicros: 0,
  sumOverdueAmountMicros: count * 180_000 * 1_000_000,
  sumContractArea: count * 88.5,
}));

const built: [name: string, planned: string, certified: string | null, building: string][] = [
  ['Foundation', '2025-09-20', '2025-10-02', 'Tower A'],
  ['5th floor', '2026-01-15', '2026-01-20', 'Tower A'],
  ['Topped out', '2026-03-01', null, 'Tower A'],
  ['Façade', '2026-08-15', null, 'Tower A'],
  ['Foundation', '2026-05-10', null, 'Tower B'],
  ['Topped out', '2026-12-20', null, 'Tower B'],
];

export const MILESTONES = built.map(([name, plannedOn, certifiedOn, building], index) => ({
  id: `z${index}`,
  name,
  step: index,
  plannedOn,
  certifiedOn,
  building: { id: building, name: building },
}));

export const WAITING_GROUPS = MILESTONES.map(({ id, certifiedOn }, index) => ({
  groupByDimensionValues: [id, 'TWD'],
  totalCount: 20,
  sumAmountAmountMicros: (index === 0 ? 0 : certifiedOn === null ? 118_000_000 : 4_400_000) * 1_000_000,
  sumCreditedAmountMicros: 0,
  sumPaidAmountMicros: 0,
}));
