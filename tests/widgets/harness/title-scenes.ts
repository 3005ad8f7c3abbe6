/** Scenes of title cases and engineering changes. */
import type { Page } from 'playwright-core';
import type { Scene } from './scenes.ts';

const TAB = { width: 900, height: 900 };
const PANEL = { width: 480, height: 900 };
const PHONE = { width: 390, height: 1300 };
const ZH = { locale: 'zh-CN' };
const DARK = { scheme: 'dark' } as const;

const press = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).first().click();
const euros = (units: number) => ({ amountMicros: units * 1_000_000, currencyCode: 'EUR' });
/** So many days from the day on which the harness lives. */
const day = (days: number) => new Date(Date.UTC(2026, 2, 12) + days * 86_400_000).toISOString().slice(0, 10);

const done = (result: object) => () => ({ status: 200, body: { ok: true, result, message: '' } });
const CLEAR = { due: null, isFrozen: false };
const DUE = { due: '1200.00 EUR', isFrozen: false };
const owing = { answers: { 'keyturn/handover/check-title-case': done(DUE) } };

const CONTRACT = {
  id: 'c1',
  name: 'HQ-2025-0117',
  overdue: euros(0),
  price: euros(412_000),
  unit: { building: { mortgagedTo: '' } },
};
export const TITLE = {
  id: 't1',
  name: 'HQ-2025-0117 · A 1402',
  state: 'TAX_PAID',
  stateSince: day(-6),
  stateBefore: '',
  blockReason: null,
  blockNote: '',
  documentsHere: 'Passport, contract, invoice',
  documentsMissing: 'Marriage certificate',
  taxAmount: euros(6_180),
  taxPaidOn: day(-6),
  fileBy: day(9),
  certificateBy: day(314),
  submittedOn: null,
  registryNumber: '',
  acceptedOn: null,
  issuedOn: null,
  certificateNumber: '',
  deliveredOn: null,
  receivedBy: '',
  remark: '',
  contract: CONTRACT,
  unit: { id: 'u1', name: 'A 1402' },
};
const BLOCKED = {
  state: 'BLOCKED',
  stateBefore: 'ACCEPTED',
  blockReason: 'BUILDING_MORTGAGE',
  blockNote: 'Harbour Bank',
  documentsMissing: '',
  submittedOn: day(-5),
  acceptedOn: day(-3),
  registryNumber: 'R-2026-77810',
  contract: { ...CONTRACT, overdue: euros(1_200), unit: { building: { mortgagedTo: 'Harbour Bank' } } },
};
const DELIVERED = {
  state: 'DELIVERED',
  documentsMissing: '',
  submittedOn: day(-50),
  acceptedOn: day(-40),
  registryNumber: 'R-2026-77810',
  issuedOn: day(-10),
  certificateNumber: 'T-0042-1177',
  deliveredOn: day(-2),
  receivedBy: 'Mei-ling Lin',
};

function scene(widget: string, world: NonNullable<Scene['records']>) {
  return (name: string, changes: Partial<Scene> = {}): Scene => ({
    name: `title-${name}`,
    widget: `handover/${widget}.widget`,
    world: 'FULL',
    scheme: 'light',
    locale: 'en',
    selectedRecordIds: ['x'],
    ...TAB,
    answers: { 'keyturn/handover/check-title-case': done(CLEAR) },
    ...changes,
    records: { ...world, ...changes.records },
  });
}

const title = scene('title/title-panel', { keyturnTitleCases: () => [TITLE] });
const titleIs = (changes: object) => ({ records: { keyturnTitleCases: () => [{ ...TITLE, ...changes }] } });
const ofContract = scene('title/contract-title', {
  keyturnContracts: () => [{ id: 'c1', name: 'HQ-2025-0117' }],
  keyturnTitleCases: () => [],
  keyturnHandovers: () => [{ id: 'h1', state: 'KEYS_HANDED' }],
});
const move = scene('title/move-title', { keyturnTitleCases: () => [TITLE] });
const open = scene('title/open-title', {
  keyturnContracts: () => [{ id: 'c1', name: 'HQ-2025-0117' }],
  keyturnTitleCases: () => [],
  keyturnHandovers: () => [{ id: 'h1', state: 'KEYS_HANDED' }],
});

const openAll = scene('title/open-titles', {
  keyturnBuildings: () => [{ id: 'b1', name: 'A', mortgagedTo: 'Harbour Bank' }],
});

const CHANGE = {
  id: 'e1',
  name: 'Aluminium windows',
  kind: 'MATERIAL',
  state: 'SENT',
  description:
    'Aluminium frames in place of wood on floors 8 to 20: the supplier of the wooden ones has closed.',
  consequence: '1,500 EUR less, or wooden frames six months later',
  decidedOn: day(-20),
  noticedOn: day(-18),
  answerBy: day(4),
  silenceMeans: 'ACCEPTED',
  mayRescind: true,
  concerned: 9,
  accepted: 4,
  objected: 2,
  silent: 0,
  project: { id: 'p1', name: 'Harbour Quarter' },
  building: { id: 'b1', name: 'A' },
};
const STATES = [
  'ACCEPTED',
  'PENDING',
  'ACCEPTED',
  'OBJECTED',
  'PENDING',
  'ACCEPTED',
  'RESCINDING',
  'PENDING',
  'ACCEPTED',
];
const BUYERS = ['Lin', 'Okafor', 'Weber', 'Chen', 'Rossi', 'Haddad', 'Novak', 'Silva', 'Kim'];
const ANSWERS = STATES.map((state, index) => ({
  id: `a${index}`,
  name: `HQ-2025-01${index} · Aluminium windows`,
  state,
  answeredOn: state === 'PENDING' ? null : day(-index),
  answeredBy: state === 'PENDING' ? '' : 'Tom Hale',
  note: state === 'OBJECTED' ? 'Wants to see a sample first' : '',
  consequence: state === 'OBJECTED' ? '1,500 EUR less' : '',
  contract: { id: `c${index}`, name: `HQ-2025-01${index}` },
  unit: { id: `u${index}`, name: `A ${900 + index}` },
  buyer: { id: `b${index}`, name: { firstName: 'Mei', lastName: BUYERS[index] } },
  engineeringChange: CHANGE,
}));
const change = scene('engineering-change/change-panel', {
  keyturnEngineeringChanges: () => [CHANGE],
  keyturnChangeAnswers: () => ANSWERS,
});
const changeIs = (changes: object, answers: readonly object[] = ANSWERS) => ({
  records: {
    keyturnEngineeringChanges: () => [{ ...CHANGE, ...changes }],
    keyturnChangeAnswers: () => answers,
  },
});
const draft = scene('engineering-change/draft-change', {
  keyturnProjects: () => [
    { id: 'p1', name: 'Harbour Quarter', buildings: { edges: [{ node: { id: 'b1', name: 'A' } }] } },
  ],
});

const list = scene('title-list/title-list', {});
const row = (number: number, more: object) => ({
  row: number,
  name: `HQ-2025-0${100 + number}`,
  problem: '',
  ...more,
});
const READ = {
  file: 'registry-2026-03.xlsx',
  fileHash: 'a'.repeat(64),
  rows: 9,
  ignoredColumns: ['Clerk'],
  counts: { NEW: 1, CHANGED: 3, SAME: 2, BLOCKED: 1, WRONG: 2 },
  ready: [2, 3, 4, 5].map((at) => ({ row: at, name: `HQ-2025-0${100 + at}` })),
  shown: [
    row(2, { outcome: 'NEW', state: 'TAX_PAID', before: null }),
    row(3, { outcome: 'CHANGED', state: 'ISSUED', before: 'ACCEPTED' }),
    row(4, { outcome: 'CHANGED', state: 'ISSUED', before: 'ACCEPTED' }),
    row(5, { outcome: 'CHANGED', state: 'ACCEPTED', before: 'SUBMITTED' }),
  ],
  problems: [
    {
      row: 6,
      column: 'State',
      code: 'BLOCKED',
      facts: { reason: 'UNPAID', detail: '1200.00 EUR' },
      problem: '',
    },
    { row: 7, column: 'Issued on', code: 'NOT_A_DATE', facts: { value: '32.13.2026' }, problem: '' },
    { row: 10, column: 'Contract', code: 'CONTRACT_UNKNOWN', facts: { name: 'HQ-2025-0999' }, problem: '' },
  ],
  next: null,
};
const answers: NonNullable<Scene['answers']> = {
  'keyturn/titles/read-title-list': done(READ),
  'keyturn/handover/apply-title-list': done({
    applied: 3,
    opened: 1,
    same: 0,
    titled: 2,
    leftOut: [{ row: 5, name: 'HQ-2025-0105', code: 'CHANGED_MEANWHILE', facts: {}, problem: '' }],
  }),
};
const read = async (page: Page) => {
  await page.getByRole('button', { name: /^(Read title list|读取产权清单)$/ }).click();
  await page.waitForTimeout(300);
};
const carryOut = async (page: Page) => {
  await read(page);
  await page.getByRole('button', { name: /^(Carry out|执行)/ }).click();
  await page.waitForTimeout(300);
};

export const TITLE_SCENES: readonly Scene[] = [
  title('case'),
  title('case-dark', DARK),
  title('case-zh', ZH),
  title('case-phone', PHONE),
  title('case-blocked', { ...titleIs(BLOCKED), ...owing }),
  title('case-blocked-phone-zh-dark', { ...PHONE, ...ZH, ...DARK, ...titleIs(BLOCKED), ...owing }),
  title('case-late', titleIs({ fileBy: day(-3) })),
  title('case-delivered', titleIs(DELIVERED)),
  title('case-step', { act: press('Next step of the title'), height: 1500 }),
  title('case-block', { act: press('Block case'), height: 1300 }),
  title('case-gone', { records: { keyturnTitleCases: () => [] } }),
  title('case-loading', { world: 'SLOW', records: {} }),
  ofContract('contract-none'),
  ofContract('contract-no-keys', { records: { keyturnHandovers: () => [] } }),
  ofContract('contract-phone-zh', { ...PHONE, ...ZH, records: { keyturnTitleCases: () => [TITLE] } }),
  move('move', PANEL),
  move('move-blocked', { ...PANEL, ...titleIs(BLOCKED) }),
  open('open', PANEL),
  open('open-no-keys', { ...PANEL, ...DARK, records: { keyturnHandovers: () => [] } }),
  openAll('open-all', PANEL),
  list('list', PANEL),
  list('list-read', { ...PANEL, answers, act: read }),
  list('list-done-phone-zh-dark', { ...PHONE, ...ZH, ...DARK, answers, act: carryOut }),
  list('list-no-right', {
    ...PANEL,
    act: read,
    commandAnswer: {
      status: 403,
      body: {
        ok: false,
        refusal: {
          code: 'NO_RIGHT',
          message: 'Your role does not include the Keyturn right "handOver".',
          facts: {},
        },
      },
    },
  }),
  change('change', { height: 1300 }),
  change('change-dark', { ...DARK, height: 1300 }),
  change('change-phone-zh', { ...PHONE, ...ZH, height: 1700 }),
  change('change-letters', { act: press('Write letters'), height: 1500 }),
  change('change-letter-zh', { ...ZH, act: press('致 HQ-2025-011 的通知函'), height: 1500 }),
  change('change-answer', { act: press('Record answer of HQ-2025-011'), height: 1700 }),
  change('change-draft', changeIs({ state: 'DRAFT', noticedOn: null, answerBy: null, concerned: 0 }, [])),
  change('change-over', {
    ...changeIs({ answerBy: day(-2) }),
    act: press('Close change'),
    height: 1500,
  }),
  change('change-not-yours', { records: { keyturnChangeAnswers: () => null } }),
  draft('change-drafting', { ...PANEL, height: 1100 }),
];
