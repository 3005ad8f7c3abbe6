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
