/** Scenes of the forms of sales control: holds, queue, reservations, prices, units, approvals. */
import type { Page } from 'playwright-core';
import * as records from './sales-records.ts';
import type { Scene } from './scenes.ts';

const PANEL = { width: 480, height: 760 };
const TALL = { width: 480, height: 1180 };
const PHONE = { width: 390, height: 844 };
const ZH = { locale: 'zh-CN' };
const DARK = { scheme: 'dark' } as const;

const WORLD: NonNullable<Scene['records']> = {
  keyturnUnits: (args) =>
    /\{ id: \{ eq/.test(args)
      ? [records.UNIT]
      : records.FREE_UNITS.filter(({ kind }) => !args.includes('kind') || kind !== 'RESIDENCE'),
  keyturnUnitHolds: () => [records.HOLD],
  keyturnReleaseBatchs: () => [records.RELEASE_BATCH],
  keyturnQueueTickets: () => [records.TICKET],
  keyturnDiscountRules: () => records.DISCOUNTS,
  keyturnPriceSchemes: () => [records.PRICE_SCHEME],
  keyturnPriceSchemeItems: (args) =>
    Array.from({ length: args.includes('appliedAt') ? 64 : 218 }, () => ({})),
  keyturnReservations: () => [records.RESERVATION],
  keyturnParties: () => records.PARTIES,
  keyturnContracts: () => [records.CHANGED_CONTRACT],
  keyturnPaymentPlans: () => [
    { id: 'p1', name: '10 / 80 / 10 by construction' },
    { id: 'p2', name: '36 months, a seventh down' },
  ],
  keyturnBuildings: () => [records.BUILDING],
  keyturnUnitTypes: () => records.UNIT_TYPES,
  keyturnApprovals: () => [records.PRICE_APPROVAL],
};

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();
const done = (result: object, message = '') => ({ status: 200, body: { ok: true, result, message } });
const refused = (code: string, message: string) => ({
  status: 409,
  body: { ok: false, refusal: { code, message, facts: {} } },
});

function sales(name: string, widget: string, changes: Partial<Scene> = {}): Scene {
  return {
    name: `sales-${name}`,
    widget: `${widget}.widget`,
    world: 'FULL',
    scheme: 'light',
    locale: 'en',
    selectedRecordIds: ['x'],
    ...PANEL,
    ...changes,
    records: { ...WORLD, ...changes.records },
  };
}

const unitIs = (unit: object) => ({ keyturnUnits: () => [unit] });
const ticketIs = (changes: object) => ({ keyturnQueueTickets: () => [{ ...records.TICKET, ...changes }] });
const batchIs = (changes: object) => ({
  keyturnReleaseBatchs: () => [{ ...records.RELEASE_BATCH, ...changes }],
  keyturnUnits: () => records.BATCH_UNITS,
});
const reservationIs = (changes: object) => ({
  keyturnReservations: () => [{ ...records.RESERVATION, ...changes }],
});
const schemeIs = (changes: object) => ({
  keyturnPriceSchemes: () => [{ ...records.PRICE_SCHEME, ...changes }],
});

const pickBuyer = (label: string, typed: string, found: string) => async (page: Page) => {
  await page.getByLabel(label, { exact: true }).first().fill(typed);
  await page.getByText(found).first().click();
};

const HOLDS: Scene[] = [
  sales('hold', 'deal/holds/hold-unit'),
  sales('hold-held-zh', 'deal/holds/hold-unit', { ...PHONE, ...ZH, records: unitIs(records.HELD_UNIT) }),
  sales('hold-wrong', 'deal/holds/hold-unit', {
    act: async (page) => {
      await page.getByLabel('Kind of hold').selectOption('VIP');
      await press('Hold unit')(page);
    },
  }),
  sales('hold-release', 'deal/holds/release-hold'),
  sales('hold-extend-zh-dark', 'deal/holds/extend-hold', { ...ZH, ...DARK }),
  sales('hold-expire', 'deal/holds/expire-hold'),
  sales('hold-over-zh', 'deal/holds/release-hold', {
    ...ZH,
    records: { keyturnUnitHolds: () => [{ ...records.HOLD, state: 'RELEASED' }] },
  }),
  sales('freeze', 'deal/holds/freeze-unit', { act: press('Freeze unit') }),
  sales('unfreeze-zh-dark', 'deal/holds/unfreeze-unit', {
    ...ZH,
    ...DARK,
    records: unitIs(records.FROZEN_UNIT),
  }),
];

const QUEUE: Scene[] = [
  sales('take', 'deal/queue/take-ticket'),
  sales('take-zh-dark', 'deal/queue/take-ticket', { ...PHONE, ...ZH, ...DARK, act: press('取号') }),
  sales('call', 'deal/queue/call-next-ticket'),
  sales('call-refused-zh', 'deal/queue/call-next-ticket', {
    ...ZH,
    commandAnswer: refused('NOBODY_WAITS', '本批次没有等候的排号。'),
    act: press('叫下一号'),
  }),
  sales('lottery', 'deal/queue/draw-lottery', { records: batchIs({ salesMode: 'LOTTERY' }) }),
  sales('lottery-drawn-zh', 'deal/queue/draw-lottery', {
    ...ZH,
    records: batchIs({
      salesMode: 'LOTTERY',
      lotterySeed: '48213907',
      lotteryDrawnAt: '2026-03-10T02:00:00.000Z',
    }),
  }),
  sales('activate', 'deal/queue/activate-ticket', {
    records: ticketIs({ state: 'DRAFT', deadline: null, earnestPaid: null }),
  }),
  sales('choose', 'deal/queue/choose-unit'),
  sales('choose-none-zh', 'deal/queue/choose-unit', { ...ZH, records: { keyturnUnits: () => [] } }),
  sales('miss', 'deal/queue/miss-ticket'),
  sales('requeue-zh', 'deal/queue/requeue-ticket', { ...ZH, records: ticketIs({ state: 'MISSED' }) }),
  sales('ticket-cancel-dark', 'deal/queue/cancel-ticket', DARK),
  sales('ticket-refund', 'deal/queue/refund-ticket', { records: ticketIs({ state: 'CANCELLED' }) }),
  sales('ticket-refund-zh', 'deal/queue/refund-ticket', {
    ...PHONE,
    ...ZH,
    records: ticketIs({ state: 'CANCELLED' }),
  }),
  sales('ticket-refund-none', 'deal/queue/refund-ticket', {
    records: ticketIs({ state: 'CANCELLED', earnestPaid: null }),
  }),
  sales('earnest', 'ledger/record-receipt/record-receipt', {
    records: {
      ...ticketIs({ state: 'DRAFT', earnestPaid: null }),
      keyturnContracts: () => [],
      keyturnReservations: () => [],
    },
  }),
];

const RESERVATIONS: Scene[] = [
  sales('reserve', 'deal/reserve-unit/reserve-unit', { ...TALL }),
  sales('reserve-joint-zh', 'deal/reserve-unit/reserve-unit', {
    ...PHONE,
    height: 1300,
    ...ZH,
    act: press('添加共有人'),
  }),
  sales('reserve-pending', 'deal/reserve-unit/reserve-unit', {
    ...TALL,
    commandAnswer: done({ reservationId: 'e1', state: 'PENDING_APPROVAL', price: '13200000.00' }),
    act: async (page) => {
      await pickBuyer('Buyer', 'lin', 'Mei-ling Lin')(page);
      await press('Reserve unit')(page);
    },
  }),
  sales('reserve-pending-zh-dark', 'deal/reserve-unit/reserve-unit', {
    ...PHONE,
    ...ZH,
    ...DARK,
    commandAnswer: done({ reservationId: 'e1', state: 'PENDING_APPROVAL', price: '13200000.00' }),
    act: async (page) => {
      await pickBuyer('买方', 'lin', 'Mei-ling Lin')(page);
      await press('认购房源')(page);
    },
  }),
  sales('reservation-buyers', 'deal/change-reservation-buyers/change-reservation-buyers'),
  sales('reservation-buyers-wrong-zh', 'deal/change-reservation-buyers/change-reservation-buyers', {
    ...PHONE,
    ...ZH,
    act: async (page) => {
      await press('添加买受人')(page);
      await press('变更买受人')(page);
    },
  }),
  sales('upgrade', 'deal/upgrade-reservation/upgrade-reservation'),
  sales('upgrade-blocked-zh', 'deal/upgrade-reservation/upgrade-reservation', {
    ...ZH,
    records: reservationIs({ stage: 'LARGE' }),
  }),
  sales('extend-zh-dark', 'deal/extend-reservation/extend-reservation', { ...ZH, ...DARK }),
  sales('confirm', 'deal/confirm-reservation/confirm-reservation', {
    records: reservationIs({ state: 'PENDING_APPROVAL' }),
  }),
  sales('confirm-blocked-zh', 'deal/confirm-reservation/confirm-reservation', ZH),
  sales('swap', 'deal/swap-reservation-unit/swap-reservation-unit'),
  sales('swap-none-zh', 'deal/swap-reservation-unit/swap-reservation-unit', {
    ...ZH,
    records: { keyturnUnits: () => [] },
  }),
  sales('bundle', 'deal/reserve-bundle/reserve-bundle'),
  sales('bundle-wrong-zh-dark', 'deal/reserve-bundle/reserve-bundle', {
    ...PHONE,
    ...ZH,
    ...DARK,
    act: press('组合认购'),
  }),
  sales('deposit', 'deal/decide-deposit/decide-deposit', { records: reservationIs({ state: 'EXPIRED' }) }),
  sales('deposit-zh', 'deal/decide-deposit/decide-deposit', {
    ...PHONE,
    ...ZH,
    records: reservationIs({ state: 'EXPIRED' }),
  }),
];

const PRICES: Scene[] = [
  sales('prices-read', 'inventory/price-list/read-price-list', {
    records: { keyturnProjects: () => [{ id: 'p1', name: 'Guo-An Riverside', currencyCode: 'TWD' }] },
  }),
  sales('prices-done', 'inventory/price-list/read-price-list', {
    ...TALL,
    commandAnswer: done(records.PRICE_LIST_READ),
    act: press('Read price list'),
  }),
  sales('prices-wrong-zh', 'inventory/price-list/read-price-list', {
    ...PHONE,
    height: 1300,
    ...ZH,
    ...DARK,
    commandAnswer: done(records.PRICE_LIST_WRONG),
    act: press('读取价表'),
  }),
  sales('prices-done-zh', 'inventory/price-list/read-price-list', {
    ...PHONE,
    height: 1300,
    ...ZH,
    commandAnswer: done(records.PRICE_LIST_READ),
    act: press('读取价表'),
  }),
  sales('scheme-activate', 'inventory/price-scheme/activate-price-scheme'),
  sales('scheme-written-zh-dark', 'inventory/price-scheme/activate-price-scheme', {
    ...ZH,
    ...DARK,
    records: schemeIs({ state: 'ACTIVE' }),
  }),
  sales('scheme-undo', 'inventory/price-scheme/undo-price-scheme', {
    records: schemeIs({ state: 'ACTIVE' }),
  }),
  sales('scheme-undone', 'inventory/price-scheme/undo-price-scheme', {
    records: schemeIs({ state: 'ACTIVE' }),
    commandAnswer: done({ putBack: 188, kept: 2, keptUnits: [{ unit: 'A 14-02' }, { unit: 'A 14-06' }] }),
    act: async (page) => {
      await page.getByLabel('Reason').fill('Wrong file');
      await press('Undo prices')(page);
    },
  }),
  sales('scheme-decide', 'system/decide-approval/decide-approval'),
  sales('scheme-decide-zh', 'system/decide-approval/decide-approval', { ...PHONE, ...ZH }),
  sales('withdraw-approval', 'system/withdraw-approval/withdraw-approval'),
  sales('withdraw-approval-zh-dark', 'system/withdraw-approval/withdraw-approval', { ...ZH, ...DARK }),
];

const UNITS: Scene[] = [
  sales('units', 'inventory/unit-grid/generate-units', {
    ...TALL,
    act: (page) => page.getByLabel('Price per m²').fill('136000'),
  }),
  sales('units-phone-zh-dark', 'inventory/unit-grid/generate-units', {
    ...PHONE,
    height: 1300,
    ...ZH,
    ...DARK,
  }),
  sales('units-wrong', 'inventory/unit-grid/generate-units', {
    ...TALL,
    act: async (page) => {
      await page.getByLabel('Units of a floor, a line each').fill('89.5; +2; A1\nlarge; 3');
      await press('Generate units')(page);
    },
  }),
  sales('batch-open', 'inventory/release-batch/open-release-batch', { records: batchIs({ state: 'DRAFT' }) }),
  sales('batch-open-none-zh', 'inventory/release-batch/open-release-batch', {
    ...ZH,
    records: { keyturnUnits: () => [] },
  }),
  sales('batch-refused', 'inventory/release-batch/open-release-batch', {
    records: batchIs({ state: 'DRAFT' }),
    commandAnswer: refused(
      'PERMIT_MISSING',
      'The release batch Phase 2 has no pre-sale permit. Enter its number and the date of issue first.',
    ),
    act: press('Open batch'),
  }),
  sales('batch-close', 'inventory/release-batch/close-release-batch', { records: batchIs({}) }),
  sales('batch-close-zh-dark', 'inventory/release-batch/close-release-batch', {
    ...ZH,
    ...DARK,
    records: batchIs({}),
  }),
  sales('batch-assign', 'inventory/release-batch/assign-units', { records: batchIs({}) }),
  sales('batch-assign-zh', 'inventory/release-batch/assign-units', {
    ...PHONE,
    ...ZH,
    records: batchIs({}),
    act: async (page) => {
      await page.getByLabel('起始楼层').fill('90');
      await press('分配房源')(page);
    },
  }),
  sales('unit-withdraw', 'inventory/withdraw-units/withdraw-unit', { act: press('Withdraw from sale') }),
];

const CONTRACTS: Scene[] = [
  sales('change-unit', 'ledger/change-unit/change-unit', TALL),
  sales('change-unit-foretold-zh', 'ledger/change-unit/change-unit', {
    ...PHONE,
    height: 1600,
    ...ZH,
    commandAnswer: done(records.CHANGE_FORETOLD),
    act: async (page) => {
      await page.locator('select').first().selectOption('u2');
      await press('预览变更')(page);
    },
  }),
  sales('change-buyers', 'ledger/change-buyers/change-buyers', TALL),
  sales('change-buyers-zh-dark', 'ledger/change-buyers/change-buyers', {
    ...PHONE,
    height: 1100,
    ...ZH,
    ...DARK,
    act: press('添加买受人'),
  }),
];

const SET_UP: Scene[] = [
  sales('workflows', 'system/set-up-workflows/set-up-workflows', {
    commandAnswer: done({ workflows: records.WORKFLOWS }),
  }),
  sales('workflows-zh-dark', 'system/set-up-workflows/set-up-workflows', {
    ...PHONE,
    ...ZH,
    ...DARK,
    commandAnswer: done({
      workflows: records.WORKFLOWS,
      outcome: 'LEFT_ALONE',
      message: '管理员已修改，保持原样。',
    }),
    act: press('安装工作流'),
  }),
  sales('workflows-refused', 'system/set-up-workflows/set-up-workflows', {
    commandAnswer: refused('NO_RIGHT', 'Your role does not have the right “administer”.'),
  }),
];

export const SALES_SCENES: readonly Scene[] = [
  ...HOLDS,
  ...QUEUE,
  ...RESERVATIONS,
  ...PRICES,
  ...UNITS,
  ...CONTRACTS,
  ...SET_UP,
];
