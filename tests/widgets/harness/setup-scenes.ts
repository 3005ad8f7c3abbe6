/** Scenes of the page Setup: a workspace that is halfway, one that is new, one whose jobs fail, and the sample. */
import type { Page } from 'playwright-core';
import type { Scene } from './scenes.ts';

const NOW = '2026-03-12T09:30:00.000Z';

const HALFWAY = {
  now: NOW,
  projects: [
    {
      id: 'p1',
      name: 'Riverside Gardens',
      needsPermit: true,
      permitNumber: 'PS-2025-118',
      permitExpiresOn: '2026-03-30',
      hasTerms: true,
      hasLetterhead: false,
      hasBankDetails: true,
    },
    {
      id: 'p2',
      name: 'Harbour Point',
      needsPermit: false,
      permitNumber: '',
      permitExpiresOn: null,
      hasTerms: true,
      hasLetterhead: true,
      hasBankDetails: true,
    },
  ],
  counts: {
    buildings: 5,
    units: 318,
    unitTypes: 9,
    milestones: 15,
    paymentPlans: 3,
    paymentPlanLines: 14,
    discountRules: 0,
    teamMembers: 6,
    dunningSteps: 0,
    commissionPlans: 1,
    calendarDays: 0,
    inspectionTemplates: 0,
    warrantyTerms: 0,
    serviceLevels: 0,
  },
  unitsWithoutPrice: 12,
  teamLeads: 2,
  members: 11,
  workflows: { INSTALLED: 8, FAILED: 1 },
  dashboards: [
    'executive',
    'sales',
    'funnel',
    'inventory',
    'collections',
    'mortgage',
    'handover',
    'team',
  ].map((key) => ({ key, title: key === 'funnel' ? null : key })),
  jobs: [
    { name: 'check-seals', lastAt: '2026-03-12T09:18:00.000Z', failed: 0, failedAt: null, summary: '' },
    {
      name: 'reconcile',
      lastAt: '2026-03-12T02:37:00.000Z',
      failed: 2,
      failedAt: '2026-03-12T02:37:00.000Z',
      summary: '214 done, 0 refused, 2 failed; C-00031: paid differs from its allocations by 0.01 EUR',
    },
    { name: 'daily-figures', lastAt: '2026-03-12T00:07:00.000Z', failed: 0, failedAt: null, summary: '' },
    { name: 'keep-ledger', lastAt: '2026-03-12T08:07:00.000Z', failed: 0, failedAt: null, summary: '' },
  ],
  stuck: {
    count: 1,
    first: [{ id: 'a1', name: 'Sign contract', by: 'Jane Austen', startedAt: '2026-03-12T08:40:00.000Z' }],
  },
  variables: [{ name: 'KEYTURN_PAYMENT_SECRET', isSet: false }],
};

const NEW = {
  ...HALFWAY,
  projects: [],
  counts: Object.fromEntries(Object.keys(HALFWAY.counts).map((name) => [name, 0])),
  unitsWithoutPrice: 0,
  teamLeads: 0,
  members: 1,
  workflows: {},
  dashboards: HALFWAY.dashboards.map(({ key }) => ({ key, title: null })),
  jobs: [],
  stuck: { count: 0, first: [] },
};

const SAMPLE = {
  total: 173,
  people: [],
  contractor: { id: 'c1', name: 'Sample: Northside Fittings', isThere: false },
};
const NO_SAMPLE = { ...SAMPLE, state: 'NONE', done: 0, projectId: null };
const LOADED = { ...SAMPLE, state: 'LOADED', done: 173, projectId: 's1' };

/** Both questions of the page get one answer, for neither names what the other does. */
const answer = (result: object) => ({ status: 200, body: { ok: true, result, message: '' } });

function setup(name: string, changes: Partial<Scene> = {}): Scene {
  return {
    name: `setup-${name}`,
    widget: 'system/setup/setup.widget',
    world: 'FULL',
    scheme: 'light',
    locale: 'en',
    width: 1280,
    height: 1180,
    selectedRecordIds: [],
    commandAnswer: answer({ ...HALFWAY, ...NO_SAMPLE }),
    ...changes,
  };
}

const NO_RIGHT = {
  status: 403,
  body: {
    ok: false,
    refusal: { code: 'NO_RIGHT', message: 'You may not do this.', facts: { right: 'administer' } },
  },
};

const removing = async (page: Page) => {
  await page.getByRole('button', { name: 'Remove sample data' }).click();
};

export const SETUP_SCENES: readonly Scene[] = [
  setup('halfway'),
  setup('halfway-dark', { scheme: 'dark' }),
  setup('halfway-zh', { locale: 'zh-CN' }),
  setup('phone', { width: 390, height: 2600 }),
  setup('new', { commandAnswer: answer({ ...NEW, ...NO_SAMPLE }) }),
  setup('sample-loaded', { commandAnswer: answer({ ...HALFWAY, ...LOADED }), act: removing }),
  setup('no-right', { commandAnswer: NO_RIGHT, height: 500 }),
];
