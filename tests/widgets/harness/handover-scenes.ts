/** Scenes of handover: the list before the keys, the calendar of a batch, the form that opens one. */
import type { Page } from 'playwright-core';
import type { Scene } from './scenes.ts';

const TAB = { width: 900, height: 900 };
const PHONE = { width: 390, height: 1300 };
const ZH = { locale: 'zh-CN' };
const DARK = { scheme: 'dark' } as const;

const item = (code: string, state: string, right: string, ...facts: string[]) => ({
  code,
  state,
  facts,
  right,
});

const HOME = {
  contractId: 'c1',
  contract: 'GA-2026-0117',
  unit: 'A 14-02',
  buyer: 'Mei-ling Lin',
  handoverId: 'h1',
  state: 'BOOKED',
  isDelivered: false,
  isReady: false,
  items: [
    item('COMPLETION_CERTIFICATE', 'MET', 'controlSales', 'House A', 'CC-2026-118', '2026-02-20'),
    item('DUES', 'MISSING', 'keepAccounts', '1465000.00 TWD', '3 · 5th floor'),
    item('AREA', 'MISSING', 'keepAccounts', '88.5 m²', '89.1 m²'),
    item('IDENTITY', 'MISSING', 'handOver'),
    item('INSPECTION', 'MET', 'handOver', '#1'),
    item(
      'BLOCKING_SNAGS',
      'MISSING',
      'handOver',
      'Leak below the bathroom window',
      'Front door does not close',
    ),
    item('KEYS', 'NOT_NEEDED', 'handOver'),
  ],
  appointment: {
    batch: 'House A · 2',
    batchState: 'OPEN',
    slot: '2026-03-16 10:00',
    isSlotOver: false,
    noShows: 1,
    proxyName: 'Bo Li',
    identityCheckedBy: '',
    deferral: '1200000.00 TWD · 2026-04-30 · Ada Lovelace',
    deemedOn: null,
    handedOverOn: null,
    linkVersion: 1,
  },
};

const person = (index: number, state = 'BOOKED', proxy = '') => ({
  handoverId: `h${index}`,
  unit: `A ${10 + index}-0${(index % 4) + 1}`,
  buyer: ['Mei-ling Lin', '王小明', 'Ana Moreau', 'Konstantin von Hohenberg-Schillingsfürst'][index % 4],
  state,
  noShows: state === 'NO_SHOW' ? 2 : 0,
  proxy,
});

function week() {
  const days = ['2026-03-12', '2026-03-13', '2026-03-16', '2026-03-17', '2026-03-18'];
  const times = ['09:00', '10:00', '11:00', '14:00'];
  let next = 0;
  return days.flatMap((day, at) =>
    times.map((time, row) => {
      const filled = (at + row) % 3;
      const isOver = at === 0;
      const people = Array.from({ length: filled }, () =>
        person(
          next++,
          isOver ? (row === 1 ? 'NO_SHOW' : 'KEYS_HANDED') : 'BOOKED',
          next === 5 ? 'Bo Li' : '',
        ),
      );
      return { startsAt: `${day}T0${row + 1}:00:00.000Z`, day, time, free: 2 - filled, isOver, people };
    }),
  );
}

const WEEK = {
  batchId: 'b1',
  batch: 'House A · 2',
  state: 'OPEN',
  place: 'Sales centre, ground floor',
  timeZone: 'Asia/Taipei',
  opensOn: '2026-03-12',
  closesOn: '2026-03-27',
  capacity: 2,
  from: '2026-03-12',
  previous: null,
  next: '2026-03-19',
  slots: week(),
  counts: { NOTIFIED: 6, BOOKED: 14, NO_SHOW: 2, KEYS_HANDED: 5 },
  waiting: [person(21, 'NOTIFIED'), person(22, 'NO_SHOW'), person(23, 'NOTIFIED'), person(24, 'NOTIFIED')],
  moreWaiting: 0,
};

const told = (result: unknown) => ({ status: 200, body: { ok: true, message: '', result } });

const LINK = {
  url: `https://crm.example.com/s/keyturn/visit/${'dmlzaXQuMGYwZjVhMWUt'.repeat(6)}`,
  expiresAt: '2026-03-28T00:00:00.000Z',
  english: 'Dear Mei-ling Lin,\nyour home A 14-02 is ready to be handed over from 2026-03-12 to 2026-03-27.',
  chinese: '尊敬的Mei-ling Lin：\n您购买的 A 14-02 可于 2026-03-12 至 2026-03-27 办理交付。',
};

const answers = (home: object = {}, ofWeek: object = {}): NonNullable<Scene['answers']> => ({
  'keyturn/handover/handover-readiness': () => told({ homes: [{ ...HOME, ...home }], count: 42, next: null }),
  'keyturn/handover/handover-slots': () => told({ ...WEEK, ...ofWeek }),
  'keyturn/handover/handover-link': () => told(LINK),
});

function scene(name: string, widget: string, changes: Partial<Scene> = {}): Scene {
  return {
    name: `handover-${name}`,
    widget: `handover/${widget}.widget`,
    world: 'FULL',
    scheme: 'light',
    locale: 'en',
    selectedRecordIds: ['x'],
    ...TAB,
    answers: answers(),
    ...changes,
  };
}

const list = (name: string, changes: Partial<Scene> = {}) =>
  scene(`list-${name}`, 'readiness/handover-readiness', changes);
const calendar = (name: string, changes: Partial<Scene> = {}) =>
  scene(`calendar-${name}`, 'calendar/handover-calendar', changes);
const opening = (name: string, changes: Partial<Scene> = {}) =>
  scene(`open-${name}`, 'open-batch/open-handover-batch', {
    records: {
      keyturnBuildings: () => [
        { id: 'x', name: 'House A', completionCertificate: '', project: { name: 'Grand Avenue' } },
      ],
    },
    ...changes,
  });

const press = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).first().click();

const pressed = (name: string, submit: string) => async (page: Page) => {
  await press(name)(page);
  await page.locator('.kt-record-form').getByRole('button', { name: submit, exact: true }).click();
};

const refused = (code: string, message: string) => ({
  status: 409,
  body: { ok: false, refusal: { code, message, facts: {} } },
});

const READY = {
  state: 'ARRIVED',
  isReady: true,
  items: HOME.items.map((one) => ({ ...one, state: one.state === 'NOT_NEEDED' ? 'NOT_NEEDED' : 'MET' })),
  appointment: { ...HOME.appointment, deferral: null, noShows: 0, proxyName: '', identityCheckedBy: 'Clerk' },
};

export const HANDOVER_SCENES: readonly Scene[] = [
  list('missing'),
  list('missing-dark', DARK),
  list('missing-zh', ZH),
  list('missing-phone', PHONE),
  list('missing-phone-zh-dark', { ...PHONE, ...ZH, ...DARK }),
  list('ready', { answers: answers(READY) }),
  list('not-invited', { answers: answers({ handoverId: null, state: null, appointment: null }) }),
  list('slot-over', { answers: answers({ appointment: { ...HOME.appointment, isSlotOver: true } }) }),
  list('handed', {
    answers: answers({
      ...READY,
      state: 'KEYS_HANDED',
      isDelivered: true,
      appointment: { ...READY.appointment, handedOverOn: '2026-03-12' },
    }),
  }),
  list('deemed', {
    answers: answers({
      state: 'DEEMED_DELIVERED',
      isDelivered: true,
      appointment: { ...HOME.appointment, deemedOn: '2026-03-10' },
    }),
  }),
  list('booking', { act: press('Move appointment'), height: 1200 }),
  list('booking-taken', {
    height: 1300,
    answers: {
      ...answers(),
      'keyturn/handover/book-handover': () =>
        refused(
          'SLOT_TAKEN',
          '2026-03-13 09:00 is taken. Free times nearby: 2026-03-13 10:00, 2026-03-16 09:00.',
        ),
    },
    act: pressed('Move appointment', 'Book'),
  }),
  list('arriving', { act: press('Record arrival'), height: 1200 }),
  list('deferring', { act: press('Ask for deferral'), height: 1300 }),
  list('link-phone', { ...PHONE, height: 1900, act: pressed('Link for the buyer', 'Make link') }),
  list('no-right', {
    answers: { 'keyturn/handover/handover-readiness': () => refused('NO_RIGHT', 'No right.') },
  }),
  list('gone', { answers: { 'keyturn/handover/handover-readiness': () => refused('NOT_FOUND', 'Gone.') } }),
  calendar('week', { height: 1100 }),
  calendar('week-dark', { ...DARK, height: 1100 }),
  calendar('week-zh', { ...ZH, height: 1100 }),
  calendar('week-phone', { ...PHONE, height: 2400 }),
  calendar('empty', {
    answers: answers({}, { slots: [], waiting: [], counts: {}, state: 'CLOSED', next: null }),
  }),
  opening('form'),
  opening('form-zh-dark', { ...ZH, ...DARK }),
  opening('form-phone', PHONE),
];
