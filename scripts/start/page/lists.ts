/** Plain lists of what the workspace holds, read over its GraphQL API with the rights of the chosen member. */

import { ask, type Choice, type Language, type Settings } from './settings.ts';
import { nameIn } from './words.ts';

type Row = Record<string, unknown> & { id: string };
type Cell = { amountMicros: number | null; currencyCode: string };
export type Column = {
  field: string;
  select?: string;
  isNumber?: boolean;
  isTime?: boolean;
  read?: (record: Row) => string;
};
export type List = {
  key: string;
  singular: string;
  plural: string;
  title: Record<Language, string>;
  order: string;
  filter?: string;
  columns: (string | Column)[];
};

const money = (field: string): Column => ({
  field,
  select: `${field} { amountMicros currencyCode }`,
  isNumber: true,
});
const related = (field: string, name = 'name'): Column => ({
  field,
  select: `${field} { ${name} }`,
  read: (record) => (record[field] as Record<string, string> | null)?.[name] ?? '',
});
const person = (field: string): Column => ({
  field,
  select: `${field} { name { firstName lastName } }`,
  read: (record) => fullName((record[field] as { name: Name } | null)?.name),
});
const time = (field: string): Column => ({ field, isTime: true });

type Name = { firstName: string; lastName: string };

function fullName(name: Name | undefined): string {
  return [name?.firstName, name?.lastName].filter(Boolean).join(' ');
}

export const LISTS: readonly List[] = [
  {
    key: 'projects',
    singular: 'keyturnProject',
    plural: 'keyturnProjects',
    title: { en: 'Projects', 'zh-CN': '项目' },
    order: 'name: AscNullsLast',
    columns: ['name', 'city', 'district', 'currencyCode', 'timeZone', 'holdHours', money('depositAsked')],
  },
  {
    key: 'buildings',
    singular: 'keyturnBuilding',
    plural: 'keyturnBuildings',
    title: { en: 'Buildings', 'zh-CN': '楼栋' },
    order: 'name: AscNullsLast',
    columns: ['name', 'code', related('project'), 'storeys'],
  },
  {
    key: 'people',
    singular: 'person',
    plural: 'people',
    title: { en: 'Buyers', 'zh-CN': '买受人' },
    order: 'createdAt: AscNullsLast',
    columns: [
      {
        field: 'name',
        select: 'name { firstName lastName }',
        read: (record) => fullName(record.name as Name),
      },
    ],
  },
  {
    key: 'units',
    singular: 'keyturnUnit',
    plural: 'keyturnUnits',
    title: { en: 'Units', 'zh-CN': '房源' },
    order: 'name: AscNullsLast',
    columns: [
      'name',
      'state',
      related('unitType'),
      'floor',
      'areaSquareMetres',
      money('listPrice'),
      'holder',
      time('heldUntil'),
    ],
  },
  {
    key: 'reservations',
    singular: 'keyturnReservation',
    plural: 'keyturnReservations',
    title: { en: 'Reservations', 'zh-CN': '认购' },
    order: 'reservedAt: DescNullsLast',
    columns: ['name', 'state', person('buyer'), money('price'), money('depositPaid'), time('validUntil')],
  },
  {
    key: 'contracts',
    singular: 'keyturnContract',
    plural: 'keyturnContracts',
    title: { en: 'Contracts', 'zh-CN': '合同' },
    order: 'name: AscNullsLast',
    columns: [
      'name',
      'state',
      related('unit'),
      person('buyer'),
      money('price'),
      money('paid'),
      money('prepaid'),
      'signedOn',
      related('paymentPlan'),
    ],
  },
  {
    key: 'due',
    singular: 'keyturnInstallment',
    plural: 'keyturnInstallments',
    title: { en: 'Due and overdue', 'zh-CN': '到期与逾期' },
    order: 'dueOn: AscNullsLast',
    filter: 'state: { in: [DUE, OVERDUE] }',
    columns: ['name', 'state', 'dueOn', money('amount'), money('paid'), related('milestone')],
  },
  {
    key: 'installments',
    singular: 'keyturnInstallment',
    plural: 'keyturnInstallments',
    title: { en: 'Installments', 'zh-CN': '应收款' },
    order: 'name: AscNullsLast',
    columns: ['name', 'state', 'dueOn', money('amount'), money('paid'), related('milestone'), 'settledOn'],
  },
  {
    key: 'receipts',
    singular: 'keyturnReceipt',
    plural: 'keyturnReceipts',
    title: { en: 'Receipts', 'zh-CN': '收款' },
    order: 'receivedOn: DescNullsLast',
    columns: [
      'name',
      'state',
      related('contract'),
      money('amount'),
      money('allocated'),
      'method',
      'receivedOn',
    ],
  },
  {
    key: 'handovers',
    singular: 'keyturnHandover',
    plural: 'keyturnHandovers',
    title: { en: 'Handovers', 'zh-CN': '交付' },
    order: 'handedOverOn: DescNullsLast',
    columns: ['name', 'state', related('contract'), 'handedOverOn', 'receivedBy', 'keySets'],
  },
  {
    key: 'approvals',
    singular: 'keyturnApproval',
    plural: 'keyturnApprovals',
    title: { en: 'Approvals', 'zh-CN': '审批' },
    order: 'askedAt: DescNullsLast',
    columns: ['name', 'state', 'askedBy', time('askedAt'), 'decidedBy', 'outcome'],
  },
  {
    key: 'milestones',
    singular: 'keyturnMilestone',
    plural: 'keyturnMilestones',
    title: { en: 'Milestones', 'zh-CN': '工程节点' },
    order: 'step: AscNullsLast',
    columns: ['name', related('building'), 'step', 'plannedOn', 'certifiedOn'],
  },
  {
    key: 'audit',
    singular: 'keyturnAuditEntry',
    plural: 'keyturnAuditEntries',
    title: { en: 'Audit', 'zh-CN': '审计' },
    order: 'startedAt: DescNullsLast',
    columns: ['name', 'outcome', 'actorName', time('startedAt'), 'reason'],
  },
];

const WORDS = {
  en: {
    empty: 'Nothing here yet.',
    shown: (n: number, total: number) => `${n} of ${total}`,
    failed: 'This list cannot be read',
  },
  'zh-CN': {
    empty: '暂无记录。',
    shown: (n: number, total: number) => `共 ${total} 条，显示 ${n} 条`,
    failed: '无法读取该列表',
  },
};

const asColumn = (column: string | Column): Column =>
  typeof column === 'string' ? { field: column } : column;
const heading = (field: string) =>
  field
    .replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/^./, (letter) => letter.toUpperCase())
    .replace(' square metres', ' (m²)');

function display({ field, read, isTime }: Column, record: Row, language: Language): string {
  const value = read ? read(record) : record[field];
  if (value === null || value === undefined) return '';
  if (typeof value === 'object' && 'amountMicros' in value) {
    const { amountMicros, currencyCode } = value as Cell;
    if (amountMicros === null) return '';
    const format = new Intl.NumberFormat(language, {
      style: 'currency',
      currency: currencyCode || 'XXX',
      maximumFractionDigits: 2,
      minimumFractionDigits: 0,
    });
    return format.format(amountMicros / 1e6);
  }
  if (isTime)
    return new Date(String(value)).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

type Page = { edges: { node: Row }[]; totalCount: number };

/** `where` narrows the list further, as a filter of GraphQL: the rows behind a number. */
export async function showList(
  settings: Settings,
  choice: Choice,
  list: List,
  where: string,
  open: (recordId: string) => void,
): Promise<HTMLElement[]> {
  const words = WORDS[choice.language];
  const columns = list.columns.map(asColumn);
  const filters = [list.filter, where].filter((part) => part);
  const filter = filters.length > 0 ? `filter: { ${filters.join(', ')} }, ` : '';
  const selection = columns.map(({ field, select }) => select ?? field).join(' ');
  try {
    const data = await ask<Record<string, Page>>(
      settings,
      choice,
      '/graphql',
      `{ ${list.plural}(${filter}first: 200, orderBy: [{ ${list.order} }]) { totalCount edges { node { id ${selection} } } } }`,
    );
    const { edges, totalCount } = data[list.plural] ?? { edges: [], totalCount: 0 };
    if (edges.length === 0) return [note('empty', words.empty)];
    const table = document.createElement('table');
    const head = table.createTHead().insertRow();
    for (const column of columns) {
      const cell = document.createElement('th');
      cell.scope = 'col';
      cell.textContent = nameIn(settings, choice.language)(heading(column.field));
      if (column.isNumber) cell.className = 'number';
      head.append(cell);
    }
    const body = table.createTBody();
    for (const { node } of edges) addRow(body, node, columns, choice.language, open);
    return [table, note('foot', words.shown(edges.length, totalCount))];
  } catch (error) {
    return [note('empty', `${words.failed}: ${error instanceof Error ? error.message : String(error)}`)];
  }
}

function addRow(
  body: HTMLTableSectionElement,
  record: Row,
  columns: readonly Column[],
  language: Language,
  open: (recordId: string) => void,
): void {
  const row = body.insertRow();
  row.addEventListener('click', () => open(record.id));
  columns.forEach((column, index) => {
    const cell = row.insertCell();
    const text = display(column, record, language);
    if (column.isNumber) cell.className = 'number';
    if (index > 0) {
      cell.textContent = text;
      return;
    }
    // The press that a keyboard and a screen reader find; the rest of the row is for the mouse.
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'open';
    button.textContent = text || '–';
    cell.append(button);
  });
}

function note(className: string, text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = className;
  element.textContent = text;
  return element;
}

/** A record's own fields, as far as its list knows them, and the record itself with its state. */
export async function readFacts(settings: Settings, choice: Choice, singular: string, recordId: string) {
  const list = LISTS.find((one) => one.singular === singular);
  const columns = (list?.columns ?? [singular === 'task' ? 'title' : 'name']).map(asColumn);
  const selection = columns.map(({ field, select }) => select ?? field).join(' ');
  const data = await ask<Record<string, Row | null>>(
    settings,
    choice,
    '/graphql',
    `{ ${singular}(filter: { id: { eq: "${recordId}" } }) { id ${selection} } }`,
  );
  const record = data[singular] ?? null;
  const facts = document.createElement('dl');
  for (const column of columns) {
    const term = document.createElement('dt');
    term.textContent = nameIn(settings, choice.language)(heading(column.field));
    const value = document.createElement('dd');
    value.textContent = record === null ? '' : display(column, record, choice.language);
    facts.append(term, value);
  }
  const [first] = columns;
  const title = record === null || first === undefined ? singular : display(first, record, choice.language);
  return { record, facts, title };
}
