/** What is done about each dashboard that Keyturn brings, and what is left to the workspace. */
import { describe, expect, it } from 'vitest';
import { DASHBOARD_KEYS, DASHBOARDS, type DashboardSituation, planDashboard } from '#domain/system/index.ts';

const there = { id: 'd', title: 'Keyturn: Sales', pageLayoutId: 'l' };
const situation: DashboardSituation = {
  key: 'sales',
  layoutId: 'l',
  found: null,
  wasMade: false,
  isAskedAgain: false,
};

describe('a dashboard', () => {
  it.each([
    ['is made where there is none', {}, { do: 'MAKE', layoutId: 'l' }],
    ['waits for its layout', { layoutId: null }, { do: 'LEAVE', why: 'NO_LAYOUT' }],
    ['is left as it is', { found: there, wasMade: true }, { do: 'NOTHING', isRenamed: false }],
    [
      'keeps the name in the other language',
      { found: { ...there, title: 'Keyturn：销售' } },
      { do: 'NOTHING', isRenamed: false },
    ],
    [
      'keeps the name that somebody gave it',
      { found: { ...there, title: 'Our numbers' } },
      { do: 'NOTHING', isRenamed: true },
    ],
    ['stays deleted', { wasMade: true }, { do: 'LEAVE', why: 'DELETED' }],
    ['is made again when asked for', { wasMade: true, isAskedAgain: true }, { do: 'MAKE', layoutId: 'l' }],
    [
      'is tied to the layout of a new installation, whatever its name',
      { found: { ...there, title: 'Our numbers', pageLayoutId: 'old' }, wasMade: true },
      { do: 'LINK', id: 'd', layoutId: 'l' },
    ],
    [
      'that lost its layout gets it back',
      { found: { ...there, pageLayoutId: null } },
      { do: 'LINK', id: 'd', layoutId: 'l' },
    ],
  ] as const)('%s', (_, more, plan) => {
    expect(planDashboard({ ...situation, ...more })).toEqual(plan);
  });

  it('has a name of its own in both languages', () => {
    const names = DASHBOARD_KEYS.flatMap((key) => Object.values(DASHBOARDS[key]));
    expect(new Set(names).size).toBe(DASHBOARD_KEYS.length * 2);
  });
});
