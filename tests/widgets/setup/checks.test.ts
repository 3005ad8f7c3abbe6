/** What an admin is told of a workspace, and where each line leads. */
import { describe, expect, it } from 'vitest';
import type { SetupState } from '#domain/system/setup-answer.ts';
import { checksOf, progressOf } from '#widgets/system/setup/checks.ts';
import { healthOf } from '#widgets/system/setup/health.ts';

const PROJECT = {
  id: 'p',
  name: 'Riverside',
  needsPermit: true,
  permitNumber: 'P-1',
  permitExpiresOn: '2027-01-01',
  hasTerms: true,
  hasLetterhead: true,
  hasBankDetails: true,
};

const READY: SetupState = {
  now: '2026-03-12T09:30:00.000Z',
  projects: [PROJECT],
  counts: {
    buildings: 1,
    units: 40,
    unitTypes: 4,
    milestones: 3,
    paymentPlans: 1,
    paymentPlanLines: 4,
    discountRules: 1,
    teamMembers: 2,
    dunningSteps: 7,
    commissionPlans: 1,
    calendarDays: 3,
    inspectionTemplates: 1,
    warrantyTerms: 7,
    serviceLevels: 9,
  },
  unitsWithoutPrice: 0,
  teamLeads: 1,
  members: 5,
  workflows: { INSTALLED: 9 },
  dashboards: [{ key: 'sales', title: 'Keyturn: Sales' }],
  jobs: [],
  stuck: { count: 0, first: [] },
  variables: [
    { name: 'KEYTURN_PAYMENT_SECRET', isSet: true },
    { name: 'KEYTURN_LINK_SECRET', isSet: true },
  ],
};

const find = (state: SetupState, key: string) =>
  checksOf(state)
    .flatMap(({ checks }) => checks)
    .find((check) => check.key === key);

const without = (name: keyof SetupState['counts']): SetupState => ({
  ...READY,
  counts: { ...READY.counts, [name]: 0 },
});

describe('the checklist', () => {
  it('of a workspace that has all has nothing missing', () => {
    const groups = checksOf(READY);
    expect(groups.flatMap(({ checks }) => checks).filter(({ state }) => state === 'MISSING')).toEqual([]);
    const { done, total } = progressOf(groups);
    expect(done).toBe(total);
  });

  it.each([
    ['projects', { ...READY, projects: [] }, 'MISSING'],
    ['projects', { ...READY, projects: [{ ...PROJECT, hasTerms: false }] }, 'WATCH'],
    ['permits', { ...READY, projects: [{ ...PROJECT, permitNumber: '' }] }, 'MISSING'],
    ['permits', { ...READY, projects: [{ ...PROJECT, permitExpiresOn: '2026-03-11' }] }, 'MISSING'],
    ['permits', { ...READY, projects: [{ ...PROJECT, permitExpiresOn: '2026-04-01' }] }, 'WATCH'],
    ['permits', { ...READY, projects: [{ ...PROJECT, needsPermit: false }] }, 'LATER'],
    ['units', without('units'), 'MISSING'],
    ['units', { ...READY, unitsWithoutPrice: 3 }, 'WATCH'],
    ['plans', without('paymentPlans'), 'MISSING'],
    ['plans', without('paymentPlanLines'), 'MISSING'],
    ['discounts', without('discountRules'), 'LATER'],
    ['roles', { ...READY, members: 1 }, 'MISSING'],
    ['teams', { ...READY, teamLeads: 0 }, 'WATCH'],
    ['letters', { ...READY, projects: [{ ...PROJECT, hasLetterhead: false }] }, 'MISSING'],
    ['dunning', without('dunningSteps'), 'MISSING'],
    ['workflows', { ...READY, workflows: {} }, 'MISSING'],
    ['workflows', { ...READY, workflows: { INSTALLED: 8, FAILED: 1 } }, 'WATCH'],
    ['dashboards', { ...READY, dashboards: [{ key: 'sales', title: null }] }, 'MISSING'],
    ['gateway', { ...READY, variables: [] }, 'LATER'],
    ['links', { ...READY, variables: [] }, 'LATER'],
    ['templates', without('inspectionTemplates'), 'LATER'],
    ['warranty', without('warrantyTerms'), 'LATER'],
    ['levels', without('serviceLevels'), 'LATER'],
  ] as const)('says of %s how it is, and has a way to it', (key, state, expected) => {
    const check = find(state as SetupState, key);
    expect(check?.state).toBe(expected);
    expect(check?.ways.length).toBeGreaterThan(0);
    const holes = [...(check?.told ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    for (const hole of holes) expect(String(check?.values[hole] ?? '')).not.toBe('');
  });
});

describe('the health of jobs', () => {
  const job = {
    name: 'reconcile',
    lastAt: '2026-03-12T02:37:00.000Z',
    failed: 0,
    failedAt: null,
    summary: '',
  };
  const stateOf = (jobs: SetupState['jobs']) =>
    healthOf({ ...READY, jobs }).find(({ name }) => name === 'reconcile')?.state;

  it.each([
    ['GOOD', [job]],
    ['FAILED', [{ ...job, failed: 1 }]],
    ['LATE', [{ ...job, lastAt: '2026-03-10T02:37:00.000Z' }]],
    ['LATE', []],
  ] as const)('is %s', (expected, jobs) => {
    expect(stateOf([...jobs])).toBe(expected);
  });

  it('of one that leaves a record only when it finds something is quiet, and a job nobody knows is shown', () => {
    const health = healthOf({ ...READY, jobs: [{ ...job, name: 'something-new' }] });
    expect(health.find(({ name }) => name === 'keep-ledger')?.state).toBe('QUIET');
    expect(health.at(-1)).toMatchObject({ name: 'something-new', state: 'GOOD' });
  });
});
