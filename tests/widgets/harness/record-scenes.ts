/** Scenes of the widgets on record pages. */
import type { Page } from 'playwright-core';
import { AFTER_SALE, NOTHING_AFTER, SERVED_PERSON } from './home-records.ts';
import * as records from './record-records.ts';
import type { Scene } from './scenes.ts';

/** About what Twenty leaves beside the fields of a record. */
const TAB = { width: 900, height: 1180 };
const PHONE = { width: 390, height: 1900 };
const ZH = { locale: 'zh-CN' };
const DARK = { scheme: 'dark' } as const;

const press = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).first().click();
const refused = (code: string, message: string) => ({
  status: 409,
  body: { ok: false, refusal: { code, message, facts: {} } },
});

const CONTRACT: NonNullable<Scene['records']> = {
  keyturnContracts: () => [records.CONTRACT],
  keyturnInstallments: () => records.INSTALLMENTS,
  keyturnReceipts: () => records.RECEIPTS,
  keyturnRefunds: () => [],
  keyturnAdjustments: () => [],
  keyturnParties: () => records.PARTIES,
  keyturnContractChanges: () => records.CHANGES,
  keyturnMortgageCases: () => records.MORTGAGES,
  ...NOTHING_AFTER,
  keyturnReservations: () => [],
};

/** Whether something was done already: the records are others then, as on a server. */
const isDone = () => ((globalThis as { keyturnPosted?: unknown[] }).keyturnPosted ?? []).length > 0;

function of(world: NonNullable<Scene['records']>, widget: string) {
  return (name: string, changes: Partial<Scene> = {}): Scene => ({
    name: `record-${name}`,
    widget: `${widget}.widget`,
    world: 'FULL',
    scheme: 'light',
    locale: 'en',
    selectedRecordIds: ['x'],
    ...TAB,
    ...changes,
    records: { ...world, ...changes.records },
  });
}

const RESERVATION: NonNullable<Scene['records']> = {
  keyturnReservations: () => [records.RESERVATION],
  keyturnParties: () => records.PARTIES,
  keyturnDiscountLines: () => records.DISCOUNTS,
  keyturnContracts: () => [],
  keyturnQueueTickets: () => [],
  keyturnInstallments: () => [],
};

const reservationIs = (changes: object): Partial<Scene> => ({
  records: { keyturnReservations: () => [{ ...records.RESERVATION, ...changes }] },
});

const reservation = of(RESERVATION, 'deal/reservation-summary/reservation-summary');

const UNIT: NonNullable<Scene['records']> = {
  keyturnUnits: () => [records.UNIT_RECORD],
  keyturnUnitHolds: () => records.HOLDS,
  keyturnReservations: () => [records.RESERVATION, records.OLD_RESERVATION],
  keyturnContracts: () => [],
  keyturnPriceSchemeItems: () => records.PRICES,
  ...NOTHING_AFTER,
};

const unit = of(UNIT, 'inventory/unit-summary/unit-summary');

const PERSON: NonNullable<Scene['records']> = {
  people: () => [records.PERSON],
  keyturnContracts: () => records.BOUGHT,
  keyturnReservations: () => [records.RESERVATION],
  keyturnParties: () => records.BUYER_PARTIES,
  keyturnQueueTickets: () => records.TICKETS,
  keyturnServiceTickets: () => [],
  keyturnHandovers: () => [],
  keyturnInstallmentsGroupBy: () => records.OPEN_GROUPS,
};

const person = of(PERSON, 'deal/buyer-summary/buyer-summary');

const PROJECT: NonNullable<Scene['records']> = {
  keyturnProjects: () => [records.PROJECT],
  keyturnMilestones: () => records.MILESTONES,
  keyturnUnitsGroupBy: () => records.UNIT_GROUPS,
  keyturnContractsGroupBy: () => records.CONTRACT_GROUPS,
  keyturnInstallmentsGroupBy: () => records.WAITING_GROUPS,
};

const NOTHING_SOLD = {
  keyturnMilestones: () => [],
  keyturnUnitsGroupBy: () => [],
  keyturnContractsGroupBy: () => [],
};

const project = of(PROJECT, 'inventory/project-summary/project-summary');

const contract = of(CONTRACT, 'ledger/contract-account/contract-account');

export const RECORD_SCENES: readonly Scene[] = [
  contract('contract'),
  contract('contract-dark', DARK),
  contract('contract-zh', ZH),
  contract('contract-phone', PHONE),
  contract('contract-phone-zh-dark', { ...PHONE, ...ZH, ...DARK }),
  contract('contract-after', { records: AFTER_SALE, height: 1400 }),
  unit('unit-after', { records: AFTER_SALE, height: 1300 }),
  unit('unit-after-phone-zh', { ...PHONE, ...ZH, records: AFTER_SALE }),
  person('person-after', { records: SERVED_PERSON, height: 1300 }),
  person('person-after-dark-zh', { ...DARK, ...ZH, records: SERVED_PERSON, height: 1300 }),
  contract('contract-receipt', { act: press('Record receipt'), height: 1500 }),
  contract('contract-refused', {
    height: 1500,
    commandAnswer: refused('NO_RIGHT', 'Your role may not record receipts. Ask somebody of finance.'),
    act: async (page) => {
      await press('Record receipt')(page);
      await page.locator('.kt-record-form').getByRole('button', { name: 'Record receipt' }).click();
    },
  }),
  contract('contract-paying', {
    records: {
      keyturnReceipts: () => (isDone() ? [...records.RECEIPTS, records.NEW_RECEIPT] : records.RECEIPTS),
    },
  }),
  contract('contract-sales-only', {
    records: { keyturnReceipts: () => null, keyturnMortgageCases: () => null, keyturnParties: () => null },
  }),
  contract('contract-no-installments', { records: { keyturnInstallments: () => null } }),
  contract('contract-cancelled', {
    ...DARK,
    records: {
      keyturnContracts: () => [{ ...records.CONTRACT, state: 'TERMINATED', cancelledOn: '2026-03-01' }],
      keyturnInstallments: () => [],
    },
  }),
  contract('contract-gone', { records: { keyturnContracts: () => [] } }),
  contract('contract-no-right', { world: 'NO_RIGHT' }),
  contract('contract-broken-zh', { ...ZH, world: 'BROKEN' }),
  contract('contract-loading', { world: 'SLOW' }),
  reservation('reservation'),
  reservation('reservation-zh-dark', { ...ZH, ...DARK }),
  reservation('reservation-phone', PHONE),
  reservation('reservation-phone-zh', { ...PHONE, ...ZH }),
  reservation(
    'reservation-small',
    reservationIs({ stage: 'SMALL', depositPaid: { amountMicros: 200_000_000_000, currencyCode: 'TWD' } }),
  ),
  reservation('reservation-pending-dark', { ...DARK, ...reservationIs({ state: 'PENDING_APPROVAL' }) }),
  reservation('reservation-over', reservationIs({ validUntil: '2026-03-12T05:00:00.000Z' })),
  reservation(
    'reservation-expired',
    reservationIs({ state: 'EXPIRED', closedAt: '2026-03-12T05:00:00.000Z', closeReason: 'Time was up' }),
  ),
  reservation('reservation-signed', {
    ...reservationIs({ state: 'CONVERTED' }),
    records: {
      keyturnReservations: () => [{ ...records.RESERVATION, state: 'CONVERTED' }],
      keyturnContracts: () => [{ id: 'c1', name: 'GA-2026-0117', signedOn: '2026-03-12' }],
    },
  }),
  reservation('reservation-deposit', { act: press('Record deposit'), height: 1400 }),
  reservation('reservation-paying', {
    records: {
      keyturnReservations: () => [
        isDone()
          ? { ...records.RESERVATION, depositPaid: records.RESERVATION.depositAsked }
          : records.RESERVATION,
      ],
    },
  }),
  reservation('reservation-refused', {
    height: 1400,
    commandAnswer: refused(
      'EXTENSION_NOT_ALLOWED',
      'R-2026-0042 may be extended once for 24 hours. Ask a sales manager.',
    ),
    act: async (page) => {
      await press('Extend reservation')(page);
      await page.locator('.kt-record-form').getByRole('button', { name: 'Extend reservation' }).click();
    },
  }),
  reservation('reservation-no-discounts', {
    records: { keyturnDiscountLines: () => null, keyturnParties: () => null },
  }),
  reservation('reservation-gone', { records: { keyturnReservations: () => [] } }),
  reservation('reservation-broken', { world: 'BROKEN' }),
  unit('unit'),
  unit('unit-dark-zh', { ...DARK, ...ZH }),
  unit('unit-phone', PHONE),
  unit('unit-free', {
    records: {
      keyturnUnits: () => [{ ...records.UNIT_RECORD, state: 'AVAILABLE', holder: null, heldUntil: null }],
      keyturnReservations: () => [],
    },
  }),
  unit('unit-planned', {
    records: {
      keyturnUnits: () => [
        { ...records.UNIT_RECORD, state: 'PLANNED', holder: null, heldUntil: null, releasedAt: null },
      ],
      keyturnReservations: () => [],
      keyturnUnitHolds: () => [],
      keyturnPriceSchemeItems: () => [],
    },
    act: press('Release for sale'),
  }),
  unit('unit-partly', { records: { keyturnReservations: () => null, keyturnContracts: () => null } }),
  unit('unit-no-right-zh', { ...ZH, world: 'NO_RIGHT' }),
  person('person'),
  person('person-dark-zh', { ...DARK, ...ZH }),
  person('person-phone', PHONE),
  person('person-nothing', {
    records: {
      keyturnContracts: () => [],
      keyturnReservations: () => [],
      keyturnParties: () => [],
      keyturnQueueTickets: () => [],
    },
  }),
  person('person-partly', {
    records: { keyturnInstallmentsGroupBy: () => null, keyturnReservations: () => null },
  }),
  person('person-broken-zh', { ...ZH, world: 'BROKEN' }),
  project('project'),
  project('project-dark-zh', { ...DARK, ...ZH }),
  project('project-phone', PHONE),
  project('project-empty', { records: NOTHING_SOLD }),
  project('project-partly', {
    records: { keyturnContractsGroupBy: () => null, keyturnInstallmentsGroupBy: () => null },
  }),
  project('project-offline-zh', { ...ZH, world: 'OFFLINE' }),
];
