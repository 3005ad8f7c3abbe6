/** What the harness shows: a widget, the world it meets, and what a person does there. */
import type { Page } from 'playwright-core';
import { idOf, TOWER } from '#tests/widgets/fixtures/tower.ts';
import { BOARD_SCENES } from './board-scenes.ts';
import { CARE_SCENES } from './care-scenes.ts';
import { DAY_SCENES } from './day-scenes.ts';
import { DESK_SCENES } from './desk-scenes.ts';
import { HANDOVER_SCENES } from './handover-scenes.ts';
import { INSIGHT_SCENES } from './insight-scenes.ts';
import { LEDGER_SCENES } from './ledger-scenes.ts';
import { RECORD_SCENES } from './record-scenes.ts';
import { SALES_SCENES } from './sales-scenes.ts';
import { SERVICE_DESK_SCENES } from './service-desk-scenes.ts';
import { SETUP_SCENES } from './setup-scenes.ts';
import { TITLE_SCENES } from './title-scenes.ts';
import { VISIT_SCENES } from './visit-scenes.ts';

export type World = 'FULL' | 'HUGE' | 'EMPTY' | 'NOTHING' | 'NO_RIGHT' | 'BROKEN' | 'OFFLINE' | 'SLOW';

export type Scene = {
  name: string;
  /** Path of the built bundle below `widgets/`, without its ending. */
  widget: string;
  world: World;
  scheme: 'light' | 'dark';
  locale: string;
  width: number;
  height: number;
  selectedRecordIds: string[];
  /** Null for what the reader may not see. */
  records?: Record<string, (args: string) => readonly unknown[] | null>;
  commandAnswer?: { status: number; body: unknown };
  /** Answers of single commands by their path, such as `keyturn/deal/save-quote`. */
  answers?: Record<string, (body: Record<string, unknown>) => { status: number; body: unknown }>;
  /** How many cells there are in the end, where it is measured how long that takes. */
  cells?: number;
  /** Root fields that the reader's role may not see. */
  denied?: readonly string[];
  act?: (page: Page) => Promise<void>;
};

const BOARD = 'inventory/sales-control/sales-control.widget';

function scene(name: string, widget: string, changes: Partial<Scene> = {}): Scene {
  return {
    name,
    widget,
    world: 'FULL',
    scheme: 'light',
    locale: 'en',
    width: 1280,
    height: 900,
    selectedRecordIds: [],
    ...changes,
  };
}

/** About as wide as Twenty's side panel. */
const PANEL = { width: 480, height: 760 };
const PHONE = { width: 390, height: 844 };

const press = (unit: string) => async (page: Page) => {
  await page.locator(`[role=gridcell][aria-label^="${unit},"]`).click();
  await page.waitForTimeout(200);
};

async function reserve(page: Page): Promise<void> {
  await press('14-02')(page);
  await page.getByRole('button', { name: 'Reserve', exact: true }).click();
  await page.getByLabel('Buyer').fill('lin');
  await page.getByText('Mei-ling Lin').click();
  await page.getByRole('button', { name: 'Reserve unit' }).click();
  await page.waitForTimeout(200);
}

const TAKEN = {
  status: 409,
  body: {
    ok: false,
    refusal: {
      code: 'UNIT_TAKEN',
      message:
        'Unit 14-02 is held by Ada Lovelace until 12 March 2026, 18:00. Choose another unit, or wait until it is free.',
      facts: { unit: '14-02', holder: 'Ada Lovelace', until: '2026-03-12T10:00:00.000Z' },
    },
  },
};

const STILL_VALID = {
  status: 409,
  body: {
    ok: false,
    refusal: {
      code: 'RESERVATION_STILL_VALID',
      message: 'The reservation R-2026-0042 is valid until 2026-03-14 10:00 UTC.',
      facts: { reservation: 'R-2026-0042', until: '2026-03-14T10:00:00.000Z' },
    },
  },
};

export function sceneNamed(name: string): Scene {
  const found = SCENES.find((each) => each.name === name);
  if (found === undefined) throw new Error(`No scene is called ${name}`);
  return found;
}

/** The form of a reservation that is like this. */
function reservationIs(changes: object) {
  const reservation = {
    id: 'e0000000-0000-4000-8000-000000000001',
    name: 'A 15-04 · Mei-ling Lin',
    state: 'ACTIVE',
    stage: 'LARGE',
    extensions: 0,
    depositKind: 'DINGJIN',
    price: { amountMicros: 14_650_000_000_000, currencyCode: 'TWD' },
    depositAsked: { amountMicros: 100_000_000_000, currencyCode: 'TWD' },
    depositPaid: { amountMicros: 50_000_000_000, currencyCode: 'TWD' },
    validUntil: '2026-03-14T10:00:00.000Z',
    buyer: { id: 'p2', name: { firstName: 'Mei-ling', lastName: 'Lin' } },
    company: null,
    unit: { id: idOf(3), name: 'A 15-04' },
    ...changes,
  };
  const records = { keyturnReservations: () => [reservation] };
  return { ...PANEL, selectedRecordIds: [reservation.id], records };
}

export const SCENES: readonly Scene[] = [
  scene('board-light', BOARD),
  scene('board-dark', BOARD, { scheme: 'dark' }),
  scene('board-phone', BOARD, PHONE),
  scene('board-zh', BOARD, { locale: 'zh-CN' }),
  scene('board-record-page', BOARD, { selectedRecordIds: [TOWER.id], width: 960 }),
  scene('board-keyboard', BOARD, {
    act: async (page) => {
      await page.locator('[role=grid]').focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight']) {
        await page.keyboard.press(key);
      }
    },
  }),
  scene('board-compact', BOARD, { act: (page) => page.getByLabel('Compact').check() }),
  scene('board-filtered', BOARD, {
    act: async (page) => {
      await page.locator('.kt-legend-item[data-state=AVAILABLE]').click();
      await page.locator('.kt-filters select').nth(1).selectOption({ index: 2 });
    },
  }),
  scene('board-detail', BOARD, { act: press('14-06') }),
  scene('board-detail-dark', BOARD, { scheme: 'dark', act: press('14-06') }),
  scene('board-detail-phone', BOARD, { ...PHONE, act: press('13-06') }),
  scene('board-reserve', BOARD, {
    act: async (page) => {
      await press('14-02')(page);
      await page.getByRole('button', { name: 'Reserve', exact: true }).click();
      await page.getByLabel('Buyer').fill('lin');
      await page.waitForTimeout(500);
    },
  }),
  scene('board-refusal', BOARD, { commandAnswer: TAKEN, act: reserve }),
  scene('form-reserve', 'deal/reserve-unit/reserve-unit.widget', { ...PANEL, selectedRecordIds: [idOf(17)] }),
  scene('form-reserve-wrong', 'deal/reserve-unit/reserve-unit.widget', {
    ...PANEL,
    selectedRecordIds: [idOf(17)],
    act: async (page) => {
      await page.getByLabel('Deposit asked').fill('a lot');
      await page.getByRole('button', { name: 'Reserve unit' }).click();
    },
  }),
  scene('form-cancel-dark', 'deal/cancel-reservation/cancel-reservation.widget', {
    ...PANEL,
    scheme: 'dark',
    selectedRecordIds: ['e0000000-0000-4000-8000-000000000001'],
  }),
  scene(
    'form-upgrade',
    'deal/upgrade-reservation/upgrade-reservation.widget',
    reservationIs({ stage: 'SMALL' }),
  ),
  scene('form-extend', 'deal/extend-reservation/extend-reservation.widget', reservationIs({ extensions: 1 })),
  scene(
    'form-confirm',
    'deal/confirm-reservation/confirm-reservation.widget',
    reservationIs({ state: 'PENDING_APPROVAL' }),
  ),
  scene(
    'form-decide-deposit',
    'deal/decide-deposit/decide-deposit.widget',
    reservationIs({ state: 'EXPIRED' }),
  ),
  scene(
    'form-swap',
    'deal/swap-reservation-unit/swap-reservation-unit.widget',
    reservationIs({ unit: { id: idOf(3), name: 'A 15-04', projectId: 'p1' } }),
  ),
  scene('form-bundle', 'deal/reserve-bundle/reserve-bundle.widget', {
    ...PANEL,
    selectedRecordIds: [idOf(17)],
  }),
  scene('form-reserve-joint', 'deal/reserve-unit/reserve-unit.widget', {
    ...PANEL,
    selectedRecordIds: [idOf(17)],
    records: {
      keyturnDiscountRules: () => [
        { id: 'd1', name: 'Early bird 2 %', authority: 'SALESPERSON' },
        { id: 'd2', name: 'Staff 5 %', authority: 'APPROVAL' },
      ],
    },
    act: (page) => page.getByRole('button', { name: 'Add joint buyer' }).click(),
  }),
  scene('form-expire', 'deal/expire-reservation/expire-reservation.widget', {
    ...PANEL,
    selectedRecordIds: ['e0000000-0000-4000-8000-000000000001'],
    commandAnswer: STILL_VALID,
    act: (page) => page.getByRole('button', { name: 'Expire reservation' }).click(),
  }),
  scene('form-sign', 'deal/sign-contract/sign-contract.widget', {
    ...PANEL,
    selectedRecordIds: ['e0000000-0000-4000-8000-000000000001'],
  }),
  scene('form-receipt', 'ledger/record-receipt/record-receipt.widget', {
    ...PANEL,
    selectedRecordIds: ['f0000000-0000-4000-8000-000000000001'],
  }),
  scene('form-receipt-zh', 'ledger/record-receipt/record-receipt.widget', {
    ...PANEL,
    locale: 'zh-CN',
    selectedRecordIds: ['f0000000-0000-4000-8000-000000000001'],
  }),
  scene('form-deposit', 'ledger/record-receipt/record-receipt.widget', {
    ...PANEL,
    selectedRecordIds: ['e0000000-0000-4000-8000-000000000001'],
    records: { keyturnContracts: () => [], keyturnInstallments: () => [] },
  }),
  scene('form-certify', 'inventory/certify-milestone/certify-milestone.widget', {
    ...PANEL,
    selectedRecordIds: ['90000000-0000-4000-8000-000000000003'],
  }),
  scene('form-hand-over', 'handover/hand-over/hand-over.widget', {
    ...PANEL,
    selectedRecordIds: ['f0000000-0000-4000-8000-000000000001'],
  }),
  scene('form-done', 'handover/hand-over/hand-over.widget', {
    ...PANEL,
    selectedRecordIds: ['f0000000-0000-4000-8000-000000000001'],
    commandAnswer: {
      status: 200,
      body: { ok: true, result: {}, message: 'The keys of A 14-02 were handed over to Mei-ling Lin.' },
    },
    act: (page) => page.getByRole('button', { name: 'Hand over keys' }).click(),
  }),
  scene('form-nothing', 'deal/reserve-unit/reserve-unit.widget', PANEL),
  scene('board-loading', BOARD, { world: 'SLOW' }),
  scene('board-empty', BOARD, { world: 'EMPTY' }),
  scene('board-huge', BOARD, { world: 'HUGE' }),
  scene('board-nothing', BOARD, { world: 'NOTHING' }),
  scene('board-no-right', BOARD, { world: 'NO_RIGHT' }),
  scene('board-broken', BOARD, { world: 'BROKEN', scheme: 'dark' }),
  scene('board-offline-zh', BOARD, { world: 'OFFLINE', locale: 'zh-CN' }),
  ...BOARD_SCENES,
  ...LEDGER_SCENES,
  ...SALES_SCENES,
  ...HANDOVER_SCENES,
  ...RECORD_SCENES,
  ...CARE_SCENES,
  ...SERVICE_DESK_SCENES,
  ...DAY_SCENES,
  ...SETUP_SCENES,
  ...TITLE_SCENES,
  ...VISIT_SCENES,
  ...INSIGHT_SCENES,
  ...DESK_SCENES,
];
