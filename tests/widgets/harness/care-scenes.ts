/** Scenes of the service: a ticket in its states, and the form that opens one. */
import type { Page } from 'playwright-core';
import type { Scene } from './scenes.ts';

const HOUR = 3_600_000;
/** What time it is in the pictures. */
const NOW = Date.parse('2026-03-12T06:32:00.000Z');
const at = (hours: number) => new Date(NOW + hours * HOUR).toISOString();
const name = (firstName: string, lastName: string) => ({ firstName, lastName });

const TICKET = {
  id: 'x',
  name: 'Water under the kitchen sink',
  number: 'T-3F2A-91BC',
  kind: 'REPAIR',
  state: 'IN_PROGRESS',
  priority: 'URGENT',
  contactName: '',
  contactPhone: '+86 138 0013 8000',
  contactEmail: '',
  description: 'It drips from the bend.\nThe cupboard floor is wet <b>already</b>.',
  part: 'PLUMBING',
  warranty: 'IN_WARRANTY',
  warrantyUntil: '2027-03-10',
  warrantyNote: 'China · plumbing: since 2025-03-10',
  customerLevel: 'GOLD',
  department: '',
  onBehalfOf: '',
  openedAt: at(-5),
  respondBy: at(-4),
  resolveBy: at(3),
  respondedAt: at(-4.5),
  resolvedAt: null,
  closedAt: null,
  pausedAt: null,
  pauses: {
    level: 'Urgent repair · Gold',
    pauses: [{ from: at(-3), to: at(-2), why: 'CUSTOMER' }],
    moves: [],
  },
  escalation: 0,
  resolution: '',
  feedback: '',
  feedbackAt: null,
  satisfactionAskedAt: null,
  satisfaction: null,
  satisfactionNote: '',
  reopened: 0,
  duplicates: 1,
  customer: { id: 'p', name: name('Mei-ling', 'Lin') },
  assignee: { id: 'm', name: name('Ada', 'Lovelace') },
  unit: { id: 'u', name: 'Tower 1 · 14-02' },
  contract: { id: 'c', name: 'C-2026-042' },
};
const COMPLAINT = {
  ...TICKET,
  name: 'Noise at night',
  kind: 'COMPLAINT',
  state: 'RESOLVED',
  priority: 'HIGH',
  warranty: 'NOT_APPLICABLE',
  warrantyUntil: null,
  warrantyNote: '',
  resolveBy: at(-2),
  resolvedAt: at(-1),
  resolution: 'The pump on the roof is replaced.',
  escalation: 2,
  pauses: { level: 'Complaint · Gold', pauses: [], moves: [] },
};
const SNAG = {
  id: 's',
  name: 'Tower 1 · 14-02 · Kitchen · Water under the kitchen sink',
  state: 'ASSIGNED',
  dueAt: at(300),
  contractor: { id: 'n', name: 'Northside Fittings' },
};
const URL = 'https://keyturn.example/s/keyturn/rating/cmF0aW5nLjEyMw';
const LINK = {
  status: 200,
  body: {
    ok: true,
    result: {
      url: URL,
      english: `Dear customer,\nyour request T-3F2A-91BC (Noise at night) is done.\nHow satisfied are you? One tap tells us: ${URL}`,
      chinese: `尊敬的客户：\n您的请求 T-3F2A-91BC（Noise at night）已处理完毕。\n请点击链接对我们的服务作出评价：${URL}`,
    },
    message: '',
  },
};
const MEMBERS = [{ id: 'm', name: name('Ada', 'Lovelace') }];

function ticket(title: string, record: object, changes: Partial<Scene> = {}): Scene {
  return {
    name: `ticket-${title}`,
    widget: 'care/ticket/ticket.widget',
    world: 'FULL',
    scheme: 'light',
    locale: 'en',
    width: 900,
    height: 900,
    selectedRecordIds: ['x'],
    records: {
      keyturnServiceTickets: () => [record],
      keyturnSnags: () => [],
      workspaceMembers: () => MEMBERS,
    },
    ...changes,
  };
}

const press = (label: string) => async (page: Page) => {
  await page.getByRole('button', { name: label, exact: true }).first().click();
  await page.waitForTimeout(300);
};

function opening(title: string, changes: Partial<Scene> = {}): Scene {
  return {
    ...ticket(`open-${title}`, {}),
    widget: 'care/open-ticket/open-ticket.widget',
    width: 480,
    height: 900,
    records: {
      keyturnUnits: () => [{ id: 'x', name: 'Tower 1 · 14-02' }],
      keyturnContracts: () => [],
      people: () => [],
    },
    ...changes,
  };
}

export const CARE_SCENES: readonly Scene[] = [
  ticket('running', TICKET),
  ticket('dark', TICKET, { scheme: 'dark' }),
  ticket('zh', COMPLAINT, { locale: 'zh-CN' }),
  ticket('phone', TICKET, { width: 390, height: 1500 }),
  ticket('complaint', COMPLAINT),
  ticket('waiting', { ...TICKET, state: 'WAITING_CUSTOMER', pausedAt: at(-1) }),
  ticket('late', { ...TICKET, resolveBy: at(-1), escalation: 1, warranty: 'UNKNOWN', warrantyUntil: null }),
  ticket('with-snag', TICKET, {
    records: {
      keyturnServiceTickets: () => [TICKET],
      keyturnSnags: () => [SNAG],
      workspaceMembers: () => MEMBERS,
    },
    height: 1100,
  }),
  ticket('snag', TICKET, { act: press('Make a snag of it'), height: 1300 }),
  ticket('snag-phone-zh', TICKET, {
    act: press('转为整改项'),
    locale: 'zh-CN',
    scheme: 'dark',
    width: 390,
    height: 1900,
  }),
  ticket('rating-link', COMPLAINT, {
    act: async (page) => {
      await press('Ask by link')(page);
      await press('Make link')(page);
    },
    commandAnswer: LINK,
    height: 1300,
  }),
  ticket('resolve', TICKET, { act: press('Resolve'), height: 1100 }),
  ticket('triage', { ...TICKET, state: 'NEW' }, { act: press('Triage'), height: 1200 }),
  ticket(
    'gone',
    {},
    { records: { keyturnServiceTickets: () => [], keyturnSnags: () => [], workspaceMembers: () => [] } },
  ),
  ticket('no-right', {}, { world: 'NO_RIGHT' }),
  opening('home'),
  opening('zh-dark', { locale: 'zh-CN', scheme: 'dark', width: 390 }),
];
