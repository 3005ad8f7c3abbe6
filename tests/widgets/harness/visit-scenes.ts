/** Scenes of the visit: an inspection walked through on a phone, a snag, a handover with its keys. */
import type { Page } from 'playwright-core';
import type { Scene } from './scenes.ts';

const PHONE = { width: 390, height: 1500 };
const TAB = { width: 900, height: 900 };
const ZH = { locale: 'zh-CN' };
const DARK = { scheme: 'dark' } as const;

const item = (
  id: string,
  room: string,
  name: string,
  result: string | null,
  note = '',
  severity = 'MINOR',
) => ({
  id,
  room,
  name,
  category: 'OTHER',
  severity,
  result,
  note,
});

const ITEMS = [
  item('1', 'Entrance', 'Entrance door closes, locks and has no dents', 'OK'),
  item('2', 'Entrance', 'Door bell and intercom work', 'OK'),
  item('3', 'Kitchen', 'Hot and cold water run; nothing leaks', 'DEFECT', 'Drips below the sink', 'MAJOR'),
  item('4', 'Kitchen', 'Gas pipe and alarm are in order', null, '', 'BLOCKING'),
  item('5', 'Kitchen', 'Flue draws; its flap closes', 'NOT_APPLICABLE'),
  item('6', 'Bathroom', 'Water test of 48 hours: nothing came through below', null, '', 'BLOCKING'),
  item('7', 'Living room', 'Sockets and switches work', null),
  item('8', 'Balcony', 'Railing is firm and high enough', null, '', 'BLOCKING'),
];

const WALK = {
  id: 'walk',
  name: 'A 12-03 · 1',
  number: 1,
  state: 'OPEN',
  signedAt: null,
  signedBy: '',
  isPassed: false,
  answers: { items: ITEMS },
  unit: { name: 'A 12-03' },
};

const SNAG = {
  id: 'snag',
  name: 'A 12-03 · Kitchen · Hot and cold water run; nothing leaks',
  state: 'IN_PROGRESS',
  severity: 'MAJOR',
  category: 'PLUMBING',
  room: 'Kitchen',
  description: 'Drips below the sink',
  dueAt: '2026-03-02T09:00:00.000Z',
  fixNote: '',
  declineReason: '',
  verifiedBy: '',
  reopened: 1,
  photosBefore: 2,
  photosAfter: 0,
  pausedAt: null,
  pausedMinutes: 0,
  foundBy: 'Olga Petrova',
  foundAt: '2026-02-16T09:00:00.000Z',
  contractor: { id: 'c1', name: 'Northside Plumbing' },
  unit: { id: 'u', name: 'A 12-03' },
};

const HANDOVER = {
  id: 'visit',
  name: 'A 12-03 · Mei-ling Lin',
  state: 'ARRIVED',
  unitId: 'u',
  receivedBy: '',
  unit: { id: 'u', name: 'A 12-03' },
};
const key = (id: string, name: string, state: string, handedTo = '') => ({
  id,
  name,
  kind: 'DOOR_KEYS',
  count: 3,
  state,
  handedTo,
  signedAt: handedTo === '' ? null : '2026-03-10T10:12:00.000Z',
  keptAt: 'Safe 2',
});

const world: NonNullable<Scene['records']> = {
  keyturnInspections: () => [WALK],
  keyturnSnags: () => [SNAG],
  companies: () => [
    { id: 'c1', name: 'Northside Plumbing' },
    { id: 'c2', name: 'Tile & Stone' },
  ],
  keyturnHandovers: () => [HANDOVER],
  keyturnInspectionTemplates: () => [{ id: 't' }],
  keyturnKeySets: () => [
    key('k1', 'A 12-03 · Door keys 1', 'HANDED_OVER', 'Mei-ling Lin'),
    key('k2', 'A 12-03 · Door keys 2', 'IN_STORE'),
    key('k3', 'A 12-03 · Parking remotes 1', 'LOST', 'Northside Plumbing'),
  ],
};

function scene(name: string, widget: string, changes: Partial<Scene> = {}): Scene {
  return {
    name: `visit-${name}`,
    widget: `handover/${widget}.widget`,
    world: 'FULL',
    scheme: 'light',
    locale: 'en',
    selectedRecordIds: ['x'],
    ...TAB,
    ...changes,
    records: { ...world, ...changes.records },
  };
}

const WALK_WIDGET = 'inspection-walk/inspection-walk';
const SNAG_WIDGET = 'snag-summary/snag-summary';
const VISIT_WIDGET = 'handover-visit/handover-visit';

const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
  await page.waitForTimeout(200);
};

const inKitchen = press(/^Kitchen/);

export const VISIT_SCENES: Scene[] = [
  scene('walk-phone', WALK_WIDGET, { ...PHONE, act: inKitchen }),
  scene('walk-phone-dark', WALK_WIDGET, { ...PHONE, ...DARK, act: inKitchen }),
  scene('walk-phone-zh', WALK_WIDGET, { ...PHONE, ...ZH, act: inKitchen }),
  scene('walk-wide', WALK_WIDGET, { act: inKitchen }),
  scene('walk-not-saved', WALK_WIDGET, {
    ...PHONE,
    commandAnswer: { status: 503, body: { ok: false, error: { message: 'No answer' } } },
    act: async (page) => {
      await inKitchen(page);
      await page.locator('.kt-check-card').nth(1).getByRole('button', { name: 'Defect' }).click();
      await page.waitForTimeout(300);
    },
  }),
  scene('walk-to-sign', WALK_WIDGET, {
    ...PHONE,
    records: {
      keyturnInspections: () => [
        { ...WALK, answers: { items: ITEMS.map((one) => ({ ...one, result: one.result ?? 'OK' })) } },
      ],
    },
  }),
  scene('walk-signed', WALK_WIDGET, {
    ...PHONE,
    records: {
      keyturnInspections: () => [
        {
          ...WALK,
          state: 'SIGNED',
          signedBy: 'Mei-ling Lin',
          signedAt: '2026-03-10T10:12:00.000Z',
          answers: { items: ITEMS.map((one) => ({ ...one, result: one.result ?? 'DEFECT' })) },
        },
      ],
    },
    act: inKitchen,
  }),
  scene('walk-empty', WALK_WIDGET, {
    ...PHONE,
    records: { keyturnInspections: () => [{ ...WALK, answers: null }] },
  }),
  scene('snag', SNAG_WIDGET),
  scene('snag-phone-fix', SNAG_WIDGET, { ...PHONE, act: press('It is fixed') }),
  scene('snag-dark-zh', SNAG_WIDGET, { ...DARK, ...ZH }),
  scene('snag-assign', SNAG_WIDGET, {
    records: { keyturnSnags: () => [{ ...SNAG, state: 'OPEN', contractor: null }] },
    act: press('Assign'),
  }),
  scene('snag-no-right', SNAG_WIDGET, { world: 'NO_RIGHT' }),
  scene('handover', VISIT_WIDGET),
  scene('handover-dark', VISIT_WIDGET, DARK),
  scene('handover-phone-zh', VISIT_WIDGET, { ...PHONE, ...ZH }),
  scene('handover-keys', VISIT_WIDGET, { act: press('Hand out or take back keys') }),
  scene('handover-without-template', VISIT_WIDGET, {
    records: {
      keyturnInspectionTemplates: () => [],
      keyturnInspections: () => [],
      keyturnSnags: () => [],
      keyturnKeySets: () => [],
    },
    act: press('Set up the usual checklist'),
  }),
  scene('handover-no-right', VISIT_WIDGET, {
    records: { keyturnSnags: () => null, keyturnKeySets: () => null },
  }),
];
