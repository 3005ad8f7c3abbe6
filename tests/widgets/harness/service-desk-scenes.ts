/** Scenes of the service desk: a full day, a form within it, nothing to do, no right, a phone. */
import type { Page } from 'playwright-core';
import recorded from './insight-recorded.json' with { type: 'json' };
import type { Scene } from './scenes.ts';

const HOUR = 3_600_000;
/** What time it is in the pictures. */
const NOW = Date.parse('2026-03-12T06:32:00.000Z');
const at = (hours: number) => new Date(NOW + hours * HOUR).toISOString();
const named = (firstName: string, lastName: string) => ({ name: { firstName, lastName } });

const TICKET = {
  id: 't1',
  number: 'T-3F2A-91BC',
  name: 'Water under the kitchen sink',
  kind: 'REPAIR',
  state: 'IN_PROGRESS',
  priority: 'URGENT',
  openedAt: at(-5),
  respondBy: at(-4),
  resolveBy: at(3),
  respondedAt: at(-4.5),
  pausedAt: null,
  escalation: 0,
  contactName: '',
  assigneeId: 'me',
  assignee: named('Ada', 'Lovelace'),
  customer: named('Mei-ling', 'Lin'),
  unit: { name: 'Tower 1 · 14-02' },
};

const WORK = [
  TICKET,
  {
    ...TICKET,
    id: 't2',
    number: 'T-77C1-002A',
    name: 'Noise at night',
    kind: 'COMPLAINT',
    state: 'ASSIGNED',
    priority: 'HIGH',
    respondBy: at(-1),
    respondedAt: null,
    resolveBy: at(20),
    escalation: 2,
    unit: { name: 'Tower 1 · 09-03' },
  },
  {
    ...TICKET,
    id: 't3',
    number: 'T-8810-4D11',
    name: 'When does the pool open?',
    kind: 'ENQUIRY',
    state: 'NEW',
    priority: 'NORMAL',
    respondBy: at(2),
    respondedAt: null,
    resolveBy: at(50),
    assigneeId: null,
    assignee: null,
    customer: null,
    contactName: '王小明',
    unit: null,
  },
  {
    ...TICKET,
    id: 't4',
    number: 'T-0A11-73FF',
    name: 'A window of the bedroom does not close and lets the rain in when the wind comes from the sea',
    state: 'WAITING_CUSTOMER',
    priority: 'NORMAL',
    pausedAt: at(-26),
    resolveBy: at(8),
  },
  { ...TICKET, id: 't5', name: 'A bench in the yard', kind: 'SUGGESTION', priority: 'LOW', resolveBy: null },
];

const answers: Record<string, unknown> = recorded['service-figures'];
const groups = (name: string) =>
  (Object.entries(answers).find(([key]) => key.startsWith(name))?.[1] ?? []) as readonly unknown[];

const OPEN = [
  [['TWD', 'REPAIR', 'IN_PROGRESS', 'me'], 4],
  [['TWD', 'COMPLAINT', 'ASSIGNED', 'me'], 1],
  [['TWD', 'ENQUIRY', 'NEW', null], 3],
  [['TWD', 'REPAIR', 'WAITING_CUSTOMER', 'wu'], 2],
].map(([groupByDimensionValues, totalCount]) => ({ groupByDimensionValues, totalCount }));

const WORLD: NonNullable<Scene['records']> = {
  workspaceMembers: () => [{ id: 'me' }],
  keyturnTeamMembers: () => [
    { memberId: 'me', team: 'Desk', leads: false, member: named('Ada', 'Lovelace') },
    { memberId: 'wu', team: 'Desk', leads: true, member: named('Kai', 'Wu') },
  ],
  keyturnProjects: () => [{ id: 'p1', name: 'Harbour', currencyCode: 'TWD', timeZone: 'Asia/Taipei' }],
  keyturnServiceTickets: () => WORK,
  keyturnServiceTicketsGroupBy: (args) =>
    args.includes('assigneeId') ? OPEN : groups('keyturnServiceTicketsGroupBy groupBy: [{ project'),
  keyturnUnitsGroupBy: () => groups('keyturnUnitsGroupBy'),
};

function desk(title: string, changes: Partial<Scene> = {}): Scene {
  return {
    name: `service-desk-${title}`,
    widget: 'insight/service-desk/service-desk.widget',
    world: 'FULL',
    scheme: 'light',
    locale: 'en',
    width: 1100,
    height: 860,
    selectedRecordIds: [],
    records: WORLD,
    ...changes,
  };
}

const press = (label: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: label }).first().click();
  await page.waitForTimeout(300);
};

const NONE = () => [];

export const SERVICE_DESK_SCENES: readonly Scene[] = [
  desk('full'),
  desk('dark', { scheme: 'dark' }),
  desk('zh', { locale: 'zh-CN' }),
  desk('phone', { width: 390, height: 2400 }),
  desk('resolve', { act: press(/^Resolve: /), height: 1200 }),
  desk('answer-phone', { act: press(/^回复: |^Answer: /), width: 390, height: 1600, scheme: 'dark' }),
  desk('empty', { records: { ...WORLD, keyturnServiceTickets: NONE, keyturnServiceTicketsGroupBy: NONE } }),
  desk('no-right', { world: 'NO_RIGHT', records: {}, height: 360 }),
  desk('loading', { world: 'SLOW', height: 360 }),
];
