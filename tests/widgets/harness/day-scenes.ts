/** Scenes of "My day": a full day, a team's, an empty one, a phone. */
import type { Scene } from './scenes.ts';

const DAY = 'insight/my-day/my-day.widget';
const ZONE = { project: { timeZone: 'Asia/Taipei' } };
const micros = (units: number) => ({ amountMicros: units * 1_000_000, currencyCode: 'TWD' });
const named = (firstName: string, lastName: string) => ({ name: { firstName, lastName } });
const unit = (name: string) => ({ id: `unit ${name}`, name, ...ZONE });
const CHEN = named('Yu-ting', 'Chen');

const TEAM = [
  { memberId: 'me', team: 'North', leads: true, member: CHEN },
  { memberId: 'wu', team: 'North', leads: false, member: named('Kai', 'Wu') },
  { memberId: 'hsu', team: 'North', leads: false, member: named('Mei', 'Hsu') },
];

const HOLD = {
  id: 'h1',
  kind: 'SALES',
  expiresAt: '2026-03-12T09:30:00.000Z',
  forWhom: 'Mrs Lin, second viewing',
  buyer: null,
  salesperson: CHEN,
  unit: unit('A 14-02'),
};

const RESERVATION = {
  id: 'r1',
  name: 'A 15-04 · Lin',
  state: 'ACTIVE',
  stage: 'SMALL',
  validUntil: '2026-03-13T10:00:00.000Z',
  reservedAt: '2026-03-11T10:00:00.000Z',
  upgradedAt: null,
  depositAsked: micros(100_000),
  depositPaid: micros(100_000),
  buyerId: 'p1',
  buyer: named('Mei-ling', 'Lin'),
  company: null,
  salesperson: CHEN,
  unit: unit('A 15-04'),
};

const RESERVATIONS = [
  RESERVATION,
  { ...RESERVATION, id: 'r2', unit: unit('A 11-01'), buyer: named('小明', '王'), state: 'PENDING_APPROVAL' },
  {
    ...RESERVATION,
    id: 'r3',
    unit: unit('A 09-03'),
    buyerId: null,
    buyer: null,
    company: { name: 'Hsu Family Trust' },
    depositPaid: micros(40_000),
    validUntil: '2026-03-12T15:00:00.000Z',
    salesperson: named('Kai', 'Wu'),
  },
  {
    ...RESERVATION,
    id: 'r4',
    stage: 'LARGE',
    unit: unit('A 07-06'),
    buyer: named('Ada', 'Lovelace'),
    reservedAt: '2026-03-02T03:00:00.000Z',
    validUntil: '2026-03-16T03:00:00.000Z',
  },
];

const BATCH = { id: 'b1', name: 'Phase 2', state: 'OPEN', ...ZONE };
const TICKET = {
  id: 't1',
  number: 17,
  state: 'CALLED',
  deadline: '2026-03-12T06:41:00.000Z',
  callOrder: 17,
  buyerName: '',
  buyer: named('Grace', 'Ko'),
  salesperson: CHEN,
  releaseBatch: BATCH,
  chosenUnit: null,
};

const WORLD: NonNullable<Scene['records']> = {
  workspaceMembers: () => [{ id: 'me' }],
  keyturnTeamMembers: () => TEAM,
  keyturnProjects: () => [{ timeZone: 'Asia/Taipei', currencyCode: 'TWD' }],
  keyturnUnitHolds: () => [HOLD],
  keyturnReservations: () => RESERVATIONS,
  keyturnQueueTickets: () => [
    TICKET,
    {
      ...TICKET,
      id: 't2',
      number: 41,
      state: 'ACTIVE',
      deadline: null,
      callOrder: 38,
      buyer: named('An', 'Ho'),
    },
  ],
  keyturnApprovals: () => [
    {
      id: 'a1',
      name: 'Confirm reservation: The neighbour paid the same',
      command: 'confirm-reservation',
      askedBy: 'Kai Wu',
      askedById: 'wu',
      askedAt: '2026-03-11T02:15:00.000Z',
    },
    {
      id: 'a2',
      name: 'Change the unit of a contract: A better view',
      command: 'change-contract-unit',
      askedBy: 'Yu-ting Chen',
      askedById: 'me',
      askedAt: '2026-03-10T02:15:00.000Z',
    },
  ],
  keyturnPaymentPromises: () => [
    {
      id: 'pp1',
      amount: micros(250_000),
      payBy: '2026-03-11',
      contract: {
        id: 'c1',
        name: 'GA-2026-0117',
        buyer: RESERVATION.buyer,
        salesperson: CHEN,
        unit: unit('A'),
      },
    },
  ],
  tasks: () => [
    { id: 'k1', title: 'Send the floor plan of A 14-02', dueAt: '2026-03-12T09:00:00.000Z', assignee: CHEN },
    {
      id: 'k2',
      title: 'Reservation about to expire: A 15-04',
      dueAt: '2026-03-10T09:00:00.000Z',
      assignee: CHEN,
    },
  ],
  keyturnContractsGroupBy: () => [
    {
      groupByDimensionValues: ['me', 'TWD', '2026-03-01', null],
      totalCount: 3,
      sumPriceAmountMicros: 41_250_000e6,
    },
    {
      groupByDimensionValues: ['wu', 'TWD', '2026-03-01', null],
      totalCount: 4,
      sumPriceAmountMicros: 52_800_000e6,
    },
    {
      groupByDimensionValues: ['me', 'TWD', '2025-12-01', '2026-03-01'],
      totalCount: 1,
      sumPriceAmountMicros: 9_800_000e6,
    },
  ],
  keyturnRights: () => [],
};

const NOTHING = Object.fromEntries(Object.keys(WORLD).map((root) => [root, () => []]));

function day(name: string, changes: Partial<Scene> = {}): Scene {
  return {
    name: `day-${name}`,
    widget: DAY,
    world: 'FULL',
    scheme: 'light',
    locale: 'en',
    width: 1280,
    height: 900,
    selectedRecordIds: [],
    ...changes,
    records: { ...WORLD, ...changes.records },
  };
}

const QUIET = {
  ...NOTHING,
  workspaceMembers: WORLD.workspaceMembers ?? (() => []),
  keyturnProjects: WORLD.keyturnProjects ?? (() => []),
};
const PHONE = { width: 390, height: 1500 };

const PANEL = { width: 480, height: 760 };

const ARREARS = {
  status: 200,
  body: {
    ok: true,
    result: {
      asOf: '2026-03-12',
      ages: [
        {
          currency: 'TWD',
          buckets: {
            NOT_DUE: '182400000',
            D1_30: '6250000',
            D31_60: '1465000',
            D61_90: '0',
            D91_PLUS: '880000',
          },
          total: '190995000',
          lateFee: '42150',
        },
      ],
      worst: [
        {
          contract: 'GA-2025-0093',
          contractId: 'c2',
          overdue: '880000',
          since: '2025-11-30',
          currency: 'TWD',
        },
        {
          contract: 'GA-2026-0117',
          contractId: 'c1',
          overdue: '1465000',
          since: '2026-02-20',
          currency: 'TWD',
        },
      ],
    },
  },
};

/** Forms that only the command menu opens. */
const MENU_SCENES: readonly Scene[] = [
  day('menu-arrears', {
    ...PANEL,
    widget: 'ledger/arrears/arrears.widget',
    commandAnswer: ARREARS,
    act: (page) => page.getByRole('button', { name: 'Show arrears' }).click(),
  }),
  day('menu-arrears-phone-zh-dark', {
    ...PHONE,
    height: 900,
    widget: 'ledger/arrears/arrears.widget',
    locale: 'zh-CN',
    scheme: 'dark',
    commandAnswer: ARREARS,
    act: (page) => page.getByRole('button', { name: '查看欠款' }).click(),
  }),
  day('menu-reminders', { ...PANEL, widget: 'ledger/collections/set-up-dunning.widget' }),
  day('menu-buyer-statement-zh', {
    ...PANEL,
    widget: 'ledger/statement-of-account/write-buyer-statement.widget',
    locale: 'zh-CN',
    selectedRecordIds: ['p1'],
    records: { keyturnContracts: () => [{ name: 'GA-2026-0117' }, { name: 'GA-2025-0093' }] },
  }),
];

export const DAY_SCENES: readonly Scene[] = [
  day('full'),
  day('dark', { scheme: 'dark', act: (page) => page.getByText('The team this month').click() }),
  day('team-zh', { locale: 'zh-CN', act: (page) => page.getByRole('button', { name: '我的团队' }).click() }),
  day('phone-zh-dark', { ...PHONE, locale: 'zh-CN', scheme: 'dark' }),
  day('phone', PHONE),
  day('quiet', { records: QUIET, height: 500 }),
  day('nobody', { records: NOTHING, height: 400 }),
  day('no-right', { world: 'NO_RIGHT', height: 400 }),
  day('loading', { world: 'SLOW', height: 400 }),
  ...MENU_SCENES,
];
